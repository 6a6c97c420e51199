"""Units beside a number: currencies on either side, percent, spans of time, ages, measures; the lexicon is units.toml."""

import re
from dataclasses import dataclass
from functools import cache

from workbench.lexicons import Entry, lexicon

#: How far before a number its currency may begin.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found beside a number: its name and kind, and the place of its words."""

    name: str
    kind: str
    start: int
    end: int


def before(text: str, at: int) -> Unit | None:
    """The currency that ends right before `at`, where the digits begin.

    >>> before("cost US$40", 8)
    Unit(name='USD', kind='money', start=5, end=8)
    """
    start = max(0, at - _REACH)
    match = _pattern("before").search(text[start:at])
    return _unit(match, start) if match else None


def after(text: str, at: int) -> Unit | None:
    """The unit that begins right after `at`, where the number ends.

    >>> after("20 per cent", 2)
    Unit(name='%', kind='percent', start=3, end=11)
    """
    match = _pattern("after").match(text, at)
    return _unit(match, 0) if match else None


def _unit(match: re.Match[str], shift: int) -> Unit:
    group = match.lastgroup or ""
    entry = _entries()[group]
    return Unit(
        str(entry.more.get("unit", entry.id)), entry.more["kind"], shift + match.start(group), shift + match.end(group)
    )


@cache
def _entries() -> dict[str, Entry]:
    return {f"u{index}": entry for index, entry in enumerate(lexicon("units").entries)}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """The pattern of all units of one place, the longer spelling first where two begin alike."""
    groups = "|".join(
        f"(?P<{name}>{entry.pattern})" if entry.more.get("case") else f"(?P<{name}>(?i:{entry.pattern}))"
        for name, entry in _entries().items()
        if entry.more["place"] == place
    )
    if place == "before":
        return re.compile(rf"(?<![A-Za-z$€£¥])(?:{groups})\s?$")
    return re.compile(rf"[\s‑-]{{0,2}}(?:{groups})(?![A-Za-z])")
