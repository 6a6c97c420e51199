"""Spans and their algebra: half-open ``[start, end)`` stretches of Unicode code points, and nothing else."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of an article's text, in Unicode code points.

    >>> Span(2, 5).length, Span(2, 5).overlaps(Span(4, 9)), Span(2, 5).overlaps(Span(5, 9))
    (3, True, False)
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points in the span."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """The same span, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def shared(self, other: "Span") -> int:
        """The number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def trim(text: str, span: Span, also: str = "") -> Span:
    """`span` without the white space, and the characters of `also`, at its edges.

    >>> trim("  so it is. ", Span(0, 12), also=".")
    Span(start=2, end=10)
    """
    start, end = span
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end)


def is_partition(spans: Iterable[Span], length: int) -> bool:
    """Whether the spans, in order, cover ``[0, length)`` without gap or overlap, none of them empty."""
    at = 0
    for start, end in spans:
        if start != at or end <= start:
            return False
        at = end
    return at == length
