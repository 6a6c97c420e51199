"""Whose words stand at a place: the article's own, words between quote marks, or speech that it reports."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from workbench.model import Quote, QuoteKind, Voice

_MENTIONED = frozenset({QuoteKind.TERM, QuoteKind.TITLE})


class Voices:
    """The voices of one article, by place; `quotes` are all that was found in it.

    A term or a title between marks stays the narrator's unless somebody is named as saying it. Where words between
    marks stand in reported speech, the marks win.
    """

    def __init__(self, quotes: Iterable[Quote]) -> None:
        marked: list[Quote] = []
        reported: list[Quote] = []
        for quote in quotes:
            if quote.kind is QuoteKind.INDIRECT:
                reported.append(quote)
            elif quote.kind not in _MENTIONED or quote.speaker:
                marked.append(quote)
        self._layers = ((Voice.QUOTED, _Layer(marked)), (Voice.REPORTED, _Layer(reported)))

    def at(self, start: int, end: int) -> tuple[Voice, str | None]:
        """The voice of the stretch ``[start, end)`` and, where it is not the narrator's, who speaks (None: unknown)."""
        for voice, layer in self._layers:
            quote = layer.over(start, end)
            if quote is not None:
                return voice, quote.speaker
        return Voice.NARRATOR, None

    def marked(self, start: int, end: int) -> bool:
        """Whether some of the stretch ``[start, end)`` may stand between quote marks."""
        return self._layers[0][1].meets(start, end)


class _Layer:
    """Quotes by their start, with the furthest end so far, so that a look-up need not walk back over all of them."""

    def __init__(self, quotes: list[Quote]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: (quote.passage.start, -quote.passage.end))
        self._starts = [quote.passage.start for quote in self._quotes]
        self._furthest: list[int] = []
        for quote in self._quotes:
            self._furthest.append(max(quote.passage.end, self._furthest[-1] if self._furthest else 0))

    def over(self, start: int, end: int) -> Quote | None:
        """The innermost quote that holds the middle of ``[start, end)``."""
        middle = (start + end - 1) // 2
        at = bisect_right(self._starts, middle) - 1
        while at >= 0 and self._furthest[at] > middle:
            if self._quotes[at].passage.end > middle:
                return self._quotes[at]
            at -= 1
        return None

    def meets(self, start: int, end: int) -> bool:
        """Whether one of the quotes may have a character in ``[start, end)``: never wrong where it says no."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._furthest[at] > start
