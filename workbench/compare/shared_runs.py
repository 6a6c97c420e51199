"""Runs of words that two articles share: every maximal one of so many words, found in time linear in the text."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

#: A run that so many articles have is laid beside the first of them only: a crowd costs its size, not its square.
CROWD = 12
#: So many places of one run in one article are looked at: a text that repeats itself costs no more than another.
_REPEATS = 4


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words `at_a` to `at_a` + `length` of text `a` are words `at_b` to `at_b` + `length` of text `b`; `a` < `b`."""

    a: str
    b: str
    at_a: int
    at_b: int
    length: int


def find(texts: Mapping[str, Sequence[str | None]], size: int) -> Iterator[Run]:
    """The runs of `size` words or more that two of `texts` (by id) share: maximal, no two of a pair overlapping.

    None in a text is a border that no run crosses. Where more than ``CROWD`` texts share words, each is laid beside
    the first of them that has those words. The order of `texts` plays no part.

    >>> list(find({"x": "so it came to pass".split(), "y": "and it came to pass".split()}, 3))
    [Run(a='x', b='y', at_a=1, at_b=1, length=4)]
    """
    runs: dict[tuple[str, str], list[Run]] = {}
    reached: dict[tuple[str, str, int], int] = {}  # by pair and how far one is shifted: where the last run ended
    for a, at_a, b, at_b in _meetings(texts, size):
        shift = (a, b, at_b - at_a)
        if at_a < reached.get(shift, -1):
            continue
        run = _grown(texts[a], texts[b], at_a, at_b, size)
        reached[shift] = run[0] + run[2]
        runs.setdefault((a, b), []).append(Run(a, b, *run))
    for pair in sorted(runs):
        yield from sorted(_apart(runs[pair]))


def _meetings(texts: Mapping[str, Sequence[str | None]], size: int) -> Iterator[tuple[str, int, str, int]]:
    """Places of two texts where the same `size` words begin, in the order of the places in the second text."""
    places: dict[int, dict[str, list[int]]] = {}
    for name in sorted(texts):
        for at, mark in _shingles(texts[name], size):
            having = places.setdefault(mark, {})
            if len(having.setdefault(name, [])) < _REPEATS:
                having[name].append(at)
    for name in sorted(texts):
        for at, mark in _shingles(texts[name], size):
            having = places[mark]
            if len(having) < 2 or at not in having[name]:
                continue
            for other in having if len(having) <= CROWD else [next(iter(having))]:
                if other >= name:
                    break
                for there in having[other]:
                    if texts[other][there : there + size] == texts[name][at : at + size]:  # no mere collision
                        yield other, there, name, at


def _shingles(words: Sequence[str | None], size: int) -> Iterator[tuple[int, int]]:
    """Each place where `size` words stand without a border, and a mark of them."""
    since = 0
    for end, word in enumerate(words, 1):
        if word is None:
            since = end
        elif end - since >= size:
            yield end - size, hash(tuple(words[end - size : end]))


def _grown(one: Sequence[str | None], two: Sequence[str | None], at: int, to: int, size: int) -> tuple[int, int, int]:
    """The longest run around two equal stretches: its place in the one, in the other, and its length."""
    left = 0
    while at - left > 0 and to - left > 0 and (word := one[at - left - 1]) is not None and word == two[to - left - 1]:
        left += 1
    right = size
    while at + right < len(one) and to + right < len(two) and (word := one[at + right]) is not None:
        if word != two[to + right]:
            break
        right += 1
    return at - left, to - left, left + right


def _apart(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs of one pair, longest first, without those that overlap a longer one in either text."""
    taken_a: list[tuple[int, int]] = []
    taken_b: list[tuple[int, int]] = []
    for run in sorted(set(runs), key=lambda run: (-run.length, run)):
        if _free(taken_a, run.at_a, run.length) and _free(taken_b, run.at_b, run.length):
            insort(taken_a, (run.at_a, run.at_a + run.length))
            insort(taken_b, (run.at_b, run.at_b + run.length))
            yield run


def _free(taken: Sequence[tuple[int, int]], start: int, length: int) -> bool:
    at = bisect_right(taken, (start, start))
    before = at > 0 and taken[at - 1][1] > start
    return not before and not (at < len(taken) and taken[at][0] < start + length)
