"""The pieces of a line that names an outlet, an author or a day side by side: Daily Post | 4 March 2026 | By Ana."""

import re
from functools import cache

from workbench.read import cues

_BETWEEN = re.compile(r" ?[|·•] ?| [–—-] |, ")
_BEFORE = re.compile(r"(?:(?:first |originally )?(?:published|posted|reported) (?:by|in|on)|from|via) ", re.IGNORECASE)
_ON = re.compile(r" on(?= \d| [A-Z][a-z]+ \d)")
_BY = re.compile(r"(?i:by) (?=[^\W\d_a-z])")
_MOST = 8  # pieces of a line that are looked at


def pieces(line: str) -> tuple[str, ...]:
    """The pieces of `line` in order, without the words that say what they are, but for a "by".

    >>> pieces("Published by Daily Post on 4 March 2026")
    ('Daily Post', '4 March 2026')
    """
    parts = _BETWEEN.split(_ON.sub(", ", line.strip(" *_()[].")), maxsplit=_MOST)
    return tuple(_BEFORE.sub("", part.strip(), count=1) for part in parts)


def outlet(piece: str) -> bool:
    """Whether `piece` has the name of an outlet or a news agency.

    >>> outlet("Daily Post"), outlet("Reuters"), outlet("Ana Pereira")
    (True, True, False)
    """
    return bool(_outlet().fullmatch(piece)) or (cues.is_agency(piece) and piece[:1].isupper())


def persons(byline: str) -> str:
    """`byline` without the outlet behind its names.

    >>> persons("Ana Pereira, Daily Post"), persons("Daily Post")
    ('Ana Pereira', 'Daily Post')
    """
    names, comma, last = byline.rpartition(", ")
    return names if comma and outlet(last) else byline


def author(line: str) -> str | None:
    """Who wrote the text, where a piece of the line behind the first says so: Daily Post | 4 March 2026 | By Ana.

    >>> author("Daily Post | 4 March 2026 | By Ana Pereira")
    'Ana Pereira'
    """
    named = (_BY.sub("", piece, count=1) for piece in pieces(line)[1:] if _BY.match(piece))
    return next(named, None)


@cache
def _outlet() -> re.Pattern[str]:
    return re.compile(cues.parts()["outlet"])
