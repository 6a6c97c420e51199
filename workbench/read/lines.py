"""Text to paragraphs: where one paragraph ends and the next begins, whatever way the file marks it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.spans import Span, trim

#: A line that opens a list item, which never continues the line before it.
BULLET = re.compile(r"[•●▪◦‣∙·*–—-]\s+\S|\d{1,2}[.)]\s+\S")
#: What ends a sentence, with the marks that may close after it.
TERMINAL = re.compile(r"[.!?…。][\"'”’»)\]*_]*$")

_WIDEST = 110  # columns; longer lines are paragraphs of their own, not wrapped ones


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs of ``text[start:end]``, without the white space around them, in order.

    Blank lines part paragraphs. Lines that follow each other without one are paragraphs of their own, unless they are
    hard-wrapped: no wider than a page, and broken only where the next word had no more room.

    >>> [tuple(span) for span in paragraphs("A flood.\\n\\nIt rained.\\nIt stopped.")]
    [(0, 8), (10, 20), (21, 32)]
    """
    found: list[Span] = []
    run: list[Span] = []
    for line in _lines(text, start, len(text) if end is None else end):
        if line.length:
            run.append(line)
        elif run:
            found.extend(_joined(text, run))
            run = []
    found.extend(_joined(text, run))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines, trimmed; a line is what ``\\n`` ends, for other separators are characters of the text."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield trim(text, Span(at, stop))
        at = stop + 1


def _joined(text: str, run: list[Span]) -> Iterator[Span]:
    """The paragraphs in a run of lines without a blank one between them."""
    width = max((line.length for line in run), default=0)
    wraps = _wraps(text, run, width)
    start = 0
    for index in range(1, len(run) + 1):
        if index == len(run) or not (wraps and _continues(text, run[index - 1], run[index], width)):
            yield Span(run[start].start, run[index - 1].end)
            start = index


def _wraps(text: str, run: list[Span], width: int) -> bool:
    """Whether the lines of a run are hard-wrapped: hardly one breaks where the next word still had room."""
    if len(run) < 2 or not 40 <= width <= _WIDEST:
        return False
    pairs = [(a, b) for a, b in pairwise(run) if not _ends(text, a)]
    full = sum(_full(text, a, b, width) for a, b in pairs)
    lower = sum(text[b.start].islower() for _, b in pairs)
    return bool(pairs) and full >= 0.75 * len(pairs) and lower >= 0.3 * len(pairs)


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether `following` is the same paragraph as `line`, in a run that is hard-wrapped."""
    head = text[following.start : following.start + 12]
    if BULLET.match(head) or _indent(text, following) >= _indent(text, line) + 2:
        return False
    return _full(text, line, following, width) or (head[:1].islower() and not _ends(text, line))


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of `following` had no room at the end of `line`."""
    space = re.compile(r"\s").search(text, following.start, following.end)
    word = (space.start() if space else following.end) - following.start
    return line.length + 1 + word > width - 3


def _ends(text: str, line: Span) -> bool:
    return bool(TERMINAL.search(text[max(line.start, line.end - 6) : line.end]))


def _indent(text: str, line: Span) -> int:
    at = line.start
    while at > 0 and line.start - at < 20 and text[at - 1] in " \t":
        at -= 1
    return line.start - at
