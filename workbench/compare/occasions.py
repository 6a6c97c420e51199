"""Whether two articles tell of one event, by the names that they share, rare ones above all."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from math import log
from statistics import median

from workbench.compare.bodykeys import key as body_key
from workbench.compare.namekeys import consonants, readings, skeleton
from workbench.compare.personal import PersonName, both_families, read
from workbench.extract.named import Named
from workbench.extract.wordlists import first_names

_SHARE = 0.27  # of the weight of the names in the article that has fewer
_FLOOR = 0.5  # of the usual weight: an article with few names, all of them common, resembles any other
_FEW = 12  # articles that name somebody rare
_LEAST = 2  # names shared besides those in question


class Occasions:
    """The names of each article, weighed by how few articles have them."""

    def __init__(self, named: Iterable[Named]) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        holders: dict[str, set[str]] = defaultdict(set)
        named = list(named)
        families = _families(named)
        for one in named:
            shared = families.get(one.name) or feature(one)
            names[one.article_id].add(shared)
            holders[shared].add(one.article_id)
        self._rare = {name for name, articles in holders.items() if len(articles) <= _FEW}
        self._names = {article: frozenset(own) for article, own in names.items()}
        self._weight = {name: log(1 + len(names) / len(articles)) for name, articles in holders.items()}
        self._whole = {article: sum(self._weight[name] for name in sorted(own)) for article, own in names.items()}
        self._floor = _FLOOR * median(self._whole.values()) if self._whole else 0.0
        self._pairs: dict[tuple[str, str], tuple[float, int]] = {}

    def together(self, one: str, two: str, apart_from: Collection[str] = ()) -> bool:
        """Whether two articles tell of one event, the names `apart_from` left out of account."""
        return one == two or self.share(one, two, apart_from) >= _SHARE

    def share_person(self, one: str, two: str, apart_from: Collection[str] = ()) -> bool:
        """Whether two articles name somebody whom few articles name, those `apart_from` left out of account."""
        shared = self._names.get(one, frozenset()) & self._names.get(two, frozenset())
        return any(name.startswith("person ") and name not in apart_from and name in self._rare for name in shared)

    def share(self, one: str, two: str, apart_from: Collection[str] = ()) -> float:
        """The weight of the names that two articles share, as a part of that of the article with fewer names."""
        a, b = self._names.get(one, frozenset()), self._names.get(two, frozenset())
        weight, count = self._shared(one, two)
        apart = [name for name in apart_from if name in a or name in b]
        both = [name for name in apart if name in a and name in b]
        if count - len(both) < _LEAST:
            return 0.0
        least = min(
            self._whole[article] - sum(self._weight[name] for name in apart if name in self._names[article])
            for article in (one, two)
        )
        least = max(least, self._floor)
        return (weight - sum(self._weight[name] for name in both)) / least if least > 0 else 0.0

    def _shared(self, one: str, two: str) -> tuple[float, int]:
        """The weight and the number of the names that two articles share."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._pairs:
            names = sorted(self._names.get(one, frozenset()) & self._names.get(two, frozenset()))
            self._pairs[pair] = sum(self._weight[name] for name in names), len(names)
        return self._pairs[pair]


def _families(named: Iterable[Named]) -> dict[str, str]:
    """By name, the feature of those whom others call otherwise: Ana Ruiz Mora is a Ruiz, Halasi Zsuzsa a Halasi."""
    names = {one.name: read(one.name) for one in named if one.kind == "person"}
    bearers = {(name.given, name.family) for name in names.values()}
    found: dict[str, str] = {}
    for written, name in names.items():
        if (name.family, name.given) in bearers and name.family.capitalize() in first_names():
            found[written] = of_family(name.given)
        elif both_families(name) and (name.given, name.middle[-1]) in bearers:
            found[written] = of_family(name.middle[-1])
    return found


def feature(named: Named) -> str:
    """The name as articles share it: of a person the family name alone, however the first name is written."""
    if named.kind == "person" or (named.kind is None and " " not in named.name):
        return of_family(read(named.name).family)
    return body_key(named.name)


def features(name: PersonName) -> frozenset[str]:
    """All under which articles may share a person: by the family name, by the first of two, by what is turned."""
    turned = [name.given] if name.family.capitalize() in first_names() else []
    return frozenset(map(of_family, (name.family, *name.middle[-1:], *turned)))


def of_family(family: str) -> str:
    """A romanised family name as articles share it: what may be spelt in several ways by its consonants alone."""
    return f"person {skeleton(readings(family)[-1])}" if consonants(family) > 2 else f"person {family}"
