"""Stretches of a text, each with everything that is marked on it: overlapping marks stack, and nothing is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.spans import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` and the marks (their places in the sequence given) that cover all of it."""

    start: int
    end: int
    marks: tuple[int, ...] = ()


def segments(start: int, end: int, spans: Sequence[Span]) -> Iterator[Segment]:
    """The stretches into which the borders of `spans` part ``[start, end)``; together they are all of it.

    >>> [(one.start, one.end, one.marks) for one in segments(0, 9, [Span(2, 6), Span(4, 20)])]
    [(0, 2, ()), (2, 4, (0,)), (4, 6, (0, 1)), (6, 9, (1,))]
    """
    inside = [(max(one.start, start), min(one.end, end), at) for at, one in enumerate(spans)]
    inside = sorted(one for one in inside if one[0] < one[1])
    borders = sorted({start, end, *(one[0] for one in inside), *(one[1] for one in inside)})
    open_now: list[tuple[int, int, int]] = []
    following = 0
    for left, right in pairwise(borders):
        open_now = [one for one in open_now if one[1] > left]
        while following < len(inside) and inside[following][0] <= left:
            open_now.append(inside[following])
            following += 1
        yield Segment(left, right, tuple(sorted(one[2] for one in open_now)))
