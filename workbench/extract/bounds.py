"""The words that bound a number or loosen it: "more than", "some", "or more"; the lexicon is bounds.toml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.extract.contexts import context
from workbench.lexicons import lexicon
from workbench.model import Bound

#: How far before a number its bound may begin.
_REACH = 48
#: What may stand between a bound and its number. "The" may not: "over the past 30 days" bounds nothing.
_BETWEEN = r"(?:an?|another|an additional|an extra|(?:the )?ages?(?: of)?|aged)"


#: A preposition and a thing with a number of its own.
_ABOUT_A_THING = re.compile(r"(?:over|above|beyond|under|below|beneath|about|around) an?[\s(\[\x22']*")


@dataclass(frozen=True, slots=True)
class Cue:
    """A bound and the place of the words that set it, in the same text as the number."""

    bound: Bound
    start: int
    end: int
    name: str


def before(text: str, at: int, *, span_of_time: bool = False) -> Cue | None:
    """The bound whose words end right before `at`, where the number or its currency sign begins.

    Before a `span_of_time`, "over" alone may mean "during": it bounds after a verb or preposition of duration only.

    >>> before("killing more than 40", 18).bound
    <Bound.ABOVE: '>'>
    """
    start = max(0, at - _REACH)
    match = _pattern("before").search(text[start:at].lower()) if at > start else None
    if not match or (span_of_time and _during(text, start, match)):
        return None
    if text[at : at + 1].isdigit() and _ABOUT_A_THING.fullmatch(match.group()):
        return None  # "a dispute over a 3.5% offer"
    return _cue(match, start)


def _during(text: str, start: int, match: re.Match[str]) -> bool:
    words = match.group().split()
    return words[0] == "over" and not context("lasting").search(
        text[max(0, start + match.start() - 24) : start + match.start()].lower()
    )


def after(text: str, at: int) -> Cue | None:
    """The bound whose words begin right after `at`, where the number, its unit or its noun ends.

    >>> after("107 or more", 3).bound
    <Bound.AT_LEAST: '>='>
    """
    match = _pattern("after").match(text[at : at + _REACH].lower())
    return _cue(match, at) if match else None


def late(text: str, close: Iterable[int], noun: int | None) -> Cue | None:
    """The bound after a number: right after it or its unit (`close`), or after the noun that it counts.

    In "50 jets plus options" and "8% plus a bonus" the plus bounds nothing.
    """
    cue = next(filter(None, (after(text, place) for place in close)), None)
    adding = context("adding" if cue else "adding-to-noun")
    cue = cue or (after(text, noun) if noun is not None else None)
    return None if cue and adding.match(text, cue.start) else cue


def _cue(match: re.Match[str], shift: int) -> Cue:
    group = match.lastgroup or ""
    entry = _entries()[group]
    return Cue(Bound(entry[1]), shift + match.start(group), shift + match.end(group), entry[0])


@cache
def _entries() -> dict[str, tuple[str, str]]:
    return {f"e{index}": (entry.id, entry.more["bound"]) for index, entry in enumerate(lexicon("bounds").entries)}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<e{index}>{entry.pattern})"
        for index, entry in enumerate(lexicon("bounds").entries)
        if entry.more["place"] == place
    )
    if place == "before":
        return re.compile(rf"(?<![\w])(?:{groups})(?:\s+{_BETWEEN})?[\s(\[\x22']*$")
    return re.compile(rf"[\s,]{{0,2}}(?:{groups})(?![\w])")
