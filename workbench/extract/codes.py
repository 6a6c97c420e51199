"""Stretches of a text whose numbers state no quantity: telephone numbers, coordinates, references; see codes.toml."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.lexicons import lexicon
from workbench.lexicons.beginnings import Scouted, lowered


@dataclass(frozen=True, slots=True)
class Code:
    """Such a stretch, ``text[start:end]``; a `score` may be a tally of votes after all."""

    start: int
    end: int
    score: bool = False


class Codes:
    """The stretches of one text, each pattern looked for once."""

    def __init__(self, text: str) -> None:
        self._found = sorted(find(text), key=lambda code: (code.start, -code.end))
        self._starts = [code.start for code in self._found]
        self._reach: list[Code] = []  # of those up to each, the one that reaches furthest
        for code in self._found:
            further = not self._reach or code.end > self._reach[-1].end
            self._reach.append(code if further else self._reach[-1])

    def at(self, start: int, end: int) -> Code | None:
        """The stretch that holds ``[start, end)``.

        >>> Codes("The line 0800 555 111 is open").at(14, 17)
        Code(start=9, end=21, score=False)
        """
        index = bisect_right(self._starts, start) - 1
        code = self._reach[index] if index >= 0 else None
        return code if code is not None and end <= code.end else None


def find(text: str) -> Iterator[Code]:
    """All such stretches, pattern by pattern.

    >>> [text[code.start : code.end] for text in ["It is at 51.5074, -0.1278 now"] for code in find(text)]
    ['51.5074, -0.1278']
    """
    low = lowered(text)
    for pattern, score in _patterns():
        for match in pattern.finditer(text, low):
            yield Code(match.start(), match.end(), score)


@cache
def _patterns() -> tuple[tuple[Scouted, bool], ...]:
    return tuple(
        (
            Scouted(entry.pattern, 0 if entry.more.get("case") else re.IGNORECASE),
            entry.more.get("class") == "score",
        )
        for entry in lexicon("codes").entries
    )
