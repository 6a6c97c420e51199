"""How much each term tells, from the texts so far: inverse document frequency, learned from the stream.

The texts are added to a background of imagined ones, in which each term is as common as it is in any text: so that five
texts of one event can be weighed, and that in many the texts themselves decide. A term is never weighed as commoner
than a limit, unless it is common in any text: what all articles of a folder name is not what any article names.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from math import log, sqrt
from operator import mul

from workbench.events.terms import Terms

#: Imagined texts beside those that are read.
BACKGROUND = 100
#: The commonest that a name, and another word, is taken to be because these texts have it.
NAME_LIMIT, WORD_LIMIT = 0.1, 0.4
#: What counts as a name here: a term that hardly any text has.
_NAME = 0.011
#: Terms are counted in so many places, by the last bits of their checksum: bounded, however many texts there are.
_PLACES = 1 << 20
#: So many terms of the sum of many vectors are kept.
_KEPT = 400


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms and what each tells, those that tell most first; kept small, for there may be many."""

    keys: "array[int]"
    weights: "array[float]"

    def __iter__(self) -> Iterator[tuple[int, float]]:
        return zip(self.keys, self.weights, strict=True)

    def by_key(self) -> dict[int, float]:
        """What each term tells."""
        return dict(zip(self.keys, self.weights, strict=True))

    def dot(self, other: dict[int, float]) -> float:
        """How alike this and another are; of two sums of vectors, how alike all pairs of their parts are together."""
        return float(sum(map(mul, self.weights, map(other.get, self.keys, repeat(0.0)))))


def made(weights: Iterable[tuple[int, float]], most: int = _KEPT) -> Vector:
    """A vector of the terms that weigh most."""
    found = sorted(weights, key=lambda each: (-each[1], each[0]))[:most]
    return Vector(array("I", [key for key, _ in found]), array("f", [weight for _, weight in found]))


def added(one: Vector, two: Vector) -> Vector:
    """The sum of two vectors."""
    found = one.by_key()
    for key, weight in two:
        found[key] = found.get(key, 0.0) + weight
    return made(found.items())


@dataclass(slots=True)
class Counts:
    """In how many texts each term stands. Four megabytes, whatever is counted."""

    texts: int = 0
    _having: "array[int]" = field(default_factory=lambda: array("I", bytes(4 * _PLACES)))

    def add(self, terms: Terms) -> None:
        """Count a text."""
        self.texts += 1
        for key in terms.keys:
            self._having[key & (_PLACES - 1)] += 1

    def having(self, key: int) -> int:
        """In how many texts a term stands, or a few more where two terms share a place."""
        return self._having[key & (_PLACES - 1)]

    def vector(self, terms: Terms) -> Vector:
        """The terms by what they tell of the text: a vector of length 1."""
        whole = self.texts + BACKGROUND
        found: list[tuple[int, float]] = []
        for key, weight, common in zip(terms.keys, terms.weights, terms.common, strict=True):
            others = max(0, self.having(key) - 1)  # this text itself tells nothing of the others
            share = (others + 0.5 + BACKGROUND * common) / whole
            limit = max(common, NAME_LIMIT if common < _NAME else WORD_LIMIT)
            found.append((key, weight * -log(min(share, limit, 1.0))))
        length = sqrt(sum(each * each for _, each in found)) or 1.0
        return made((key, each / length) for key, each in found if each > 0)
