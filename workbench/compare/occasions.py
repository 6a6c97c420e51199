"""Whether two articles tell of one event, by the names that they share, rare ones above all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from workbench.compare.namekeys import romanise
from workbench.extract.named import Named

_SHARE = 0.3  # of the weight of the names in the article that has fewer
_LEAST = 2  # names shared besides the one in question


class Occasions:
    """The names of each article, weighed by how few articles have them."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for one in named:
            self._names[one.article_id].add(feature(one))
        counts = Counter(name for names in self._names.values() for name in names)
        self._weight = {name: log(1 + len(self._names) / count) for name, count in counts.items()}
        self._known: dict[tuple[str, str], tuple[float, int]] = {}

    def together(self, one: str, two: str, apart_from: Iterable[str] = ()) -> bool:
        """Whether two articles tell of one event, the names `apart_from` left out of account."""
        return one == two or self.share(one, two, frozenset(apart_from)) >= _SHARE

    def share(self, one: str, two: str, apart_from: frozenset[str] = frozenset()) -> float:
        """The weight of the names that two articles share, as a part of that of the article with fewer names."""
        a, b = self._names[one] - apart_from, self._names[two] - apart_from
        shared = a & b
        if len(shared) < _LEAST:
            return 0.0
        least = min(self._sum(a), self._sum(b))
        return self._sum(shared) / least if least else 0.0

    def _sum(self, names: set[str]) -> float:
        return sum(sorted(self._weight[name] for name in names))


def feature(named: Named) -> str:
    """The name as articles share it: of a person the family name alone, however the first name is written."""
    words = romanise(named.name).split()
    return words[-1] if named.kind in ("person", None) and words else romanise(named.name)
