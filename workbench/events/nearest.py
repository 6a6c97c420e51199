"""The texts nearest to each text, found through an index of the terms that tell most, not by comparing all pairs.

Texts come in order of their days. A term leads to the last texts that have it, within the days in which an event may go
on, and to no more than a few: so the work for a text does not grow with the number of texts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.events.weights import Counts, Vector

#: Days after which an article opens another event.
WINDOW = 45
#: Days in which the likeness of two articles on one matter halves.
HALF = 14
#: The terms by which a text is looked up, the last texts kept under each, and those compared in full.
LOOKED_UP, UNDER_ONE, COMPARED = 40, 40, 12


def fade(days: int | None) -> float:
    """What is left of the likeness of articles so many days apart; None where a day is not known.

    >>> fade(0), fade(14), fade(60), fade(None)
    (1.0, 0.5, 0.0, 1.0)
    """
    if days is None:
        return 1.0
    return 0.5 ** (days / HALF) if days <= WINDOW else 0.0


def apart(one: int | None, two: int | None) -> int | None:
    """The days between two days; None where one is not known."""
    return None if one is None or two is None else abs(two - one)


def pairs(
    vectors: Sequence[Vector], days: Sequence[int | None], counts: Counts, least: float
) -> Iterator[tuple[float, int, int]]:
    """Pairs of texts, by their place, that are alike by at least `least`: each text with the nearest before it.

    `days` must be in order, texts without one last. Each text is compared in full with COMPARED others at most.
    """
    index: dict[int, list[int]] = {}
    for at, vector in enumerate(vectors):
        met: Counter[int] = Counter()
        for key, weight in islice(vector, LOOKED_UP):
            if counts.having(key) < 2:
                continue
            under = index.setdefault(key, [])
            if len(under) > UNDER_ONE or (under and fade(apart(days[under[0]], days[at])) == 0):
                under[:] = _in_time(under[-UNDER_ONE:], days, at)
            for other in under:
                met[other] += weight * weight  # type: ignore[assignment] # a sum of weights
            under.append(at)
        weights = vector.by_key()
        for other in sorted(met, key=lambda other: (-met[other], other))[:COMPARED]:
            alike = vectors[other].dot(weights) * fade(apart(days[other], days[at]))
            if alike >= least:
                yield alike, other, at


def _in_time(under: list[int], days: Sequence[int | None], at: int) -> list[int]:
    """Those of the texts, in order of their days, that may be of one event with the text at this place."""
    if fade(apart(days[under[0]], days[at])):  # the others are nearer
        return under
    return [other for other in under if fade(apart(days[other], days[at]))]
