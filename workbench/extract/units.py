"""Units beside a number: currencies, percent, spans of time, ages, measures.

The lexicons are units.toml and currencies.toml.
"""

import re
from dataclasses import dataclass
from functools import cache

from workbench.extract.contexts import context
from workbench.lexicons import Entry, lexicon
from workbench.lexicons.beginnings import Choice, Scouted

#: How far before a number its currency may begin.
_REACH = 12

_LINK = re.compile(r"\s+(?:of\s+)?(?:an?\s+)?", re.IGNORECASE)
_LEAD = re.compile(r"[\s\]‑-]{1,2}")
_PRICE = re.compile(r"\d\.\d\d$")
_CROWNS = re.compile(r"[\s‑-](crowns?)\b")
_ENDS = re.compile(r"[.,;:)]|$|\s+(?:in|at|from|to|and|or|on|with|by|for|against|ahead|behind|before|after)\b")


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
    match = _before().search(text[start:at])
    unit = _unit(match, start) if match else None
    if (
        unit
        and text[unit.start : unit.end].isalpha()
        and unit.end - unit.start == 1
        and (unit.end < at or text[at] == "0")
    ):
        return None  # a single letter is a currency right at the number only: "R500", and "R08" is a name
    return unit


def after(text: str, at: int, *, loose: bool = False) -> Unit | None:
    """The unit that begins right after `at`, where the number ends; with `loose`, "of", "a" or "an" may come before it.

    >>> after("20 per cent", 2)
    Unit(name='%', kind='percent', start=3, end=11)
    """
    start = at
    if loose and (link := _LINK.match(text, at)):
        start = link.end()
    lead = _LEAD.match(text, start)
    places = range(start, (lead.end() if lead else start) + 1)
    pattern = _after().among(*(text[place : place + 3] for place in places))
    match = pattern.match(text, start) if pattern else None
    if not match:
        return _crowns(text, at)
    unit = _unit(match, 0)
    if unit.kind == "measure" and text.startswith(("'s", "’s"), unit.end):
        return None  # a name: "half of Oz's staff"
    if (
        unit.name == "times"
        and text[unit.start : unit.end] == "times"
        and not context("compared-after").match(text, unit.end)
    ):
        return None  # "shot 41 times" counts the times, "41 times as many" does not
    return _pound(text, at, unit) if unit.kind == "pound" else unit


def rate(text: str, at: int) -> str | None:
    """What a unit that ends at `at` is counted by: "week" in "£200 a week"; None where it is not.

    >>> rate("$10 per gram", 3)
    'gram'
    """
    match = context("rate").match(text, at)
    return match.group("by").lower() if match else None


def noun(word: str) -> Unit | None:
    """The span of time, measure or money that a noun names: "previous years" counts years.

    >>> noun("years").name
    'year'
    """
    pattern = _after().among(word)
    match = pattern.fullmatch(word) if pattern else None
    unit = _unit(match, 0) if match else None
    return unit if unit and unit.kind in ("duration", "measure", "money", "percent") and len(word) > 2 else None


def is_length(text: str, at: int) -> bool:
    """Whether the "m" that ends at `at` is for metres, not for millions.

    >>> is_length("a 12m tall wave", 5), is_length("12m people", 3)
    (True, False)
    """
    if text.startswith("-", at) and (unit := after(text, at)) and unit.kind == "money":
        return False  # "a 22m-euro deal"
    return bool(
        context("length-after").match(text, at)
        or (_ENDS.match(text, at) and context("length-before").search(text[max(0, at - 60) : at]))
    )


def _pound(text: str, at: int, unit: Unit) -> Unit:
    """What pounds are: a weight after a hyphen, before "of" and near words of weight; else money."""
    around = text[max(0, at - 60) : unit.end + 24]
    if text[at : at + 1] == "-" or text.startswith(" of ", unit.end) or context("weight-near").search(around):
        return Unit("lb", "measure", unit.start, unit.end)
    return Unit("GBP", "money", unit.start, unit.end)


def _crowns(text: str, at: int) -> Unit | None:
    """Crowns as money, where words of paying stand before them; else they are what kings wear."""
    match = _CROWNS.match(text, at)
    priced = _PRICE.search(text, max(0, at - 8), at)
    if match is None or not (priced or context("paid-before").search(text[max(0, at - 60) : at])):
        return None
    return Unit("krone", "money", match.start(1), match.end())


def _unit(match: re.Match[str], shift: int) -> Unit:
    group = match.lastgroup or ""
    entry = _entries()[group]
    return Unit(
        str(entry.more.get("unit", entry.id)), entry.more["kind"], shift + match.start(group), shift + match.end(group)
    )


@cache
def _entries() -> dict[str, Entry]:
    entries = (*lexicon("currencies").entries, *lexicon("units").entries)  # "French francs" before "francs"
    return {f"u{index}": entry for index, entry in enumerate(entries)}


def _groups(place: str) -> list[str]:
    """The patterns of all units of one place, each a group of its name."""
    return [
        f"(?P<{name}>{entry.pattern})" if entry.more.get("case") else f"(?P<{name}>(?i:{entry.pattern}))"
        for name, entry in _entries().items()
        if entry.more["place"] == place
    ]


@cache
def _before() -> Scouted:
    return Scouted(rf"(?<![A-Za-z$€£¥])(?:{'|'.join(_groups('before'))})\s?$")


@cache
def _after() -> Choice:
    return Choice(_groups("after"), r"[\s\]‑-]{0,2}(?:{ways})(?![A-Za-z])")
