"""Stretches of time: from one date to another, and since, until, before or after one."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from workbench.extract.date_anchor import Anchor
from workbench.extract.date_setting import Reading
from workbench.extract.periods import Period

LINK = re.compile(r"\s?(?:,|,? and|,? or|to|until|through|-|–|—)\s?(?:on )?(?:the )?")
_TO = re.compile(r"\s?(?:to|until|till|through|-|–|—)\s?(?:the )?")
_AND = re.compile(r"\s?and\s?(?:the )?")
_FROM = re.compile(r"\b(?:from|between)\s(?:the )?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?P<word>(?:ever )?since|until|till|up to|before|prior to|after)\s(?:about |around |late |early |on |the )?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s(?:on|onwards?)\b")
_T = TypeVar("_T")


def joined(text: str, some: Sequence[Any], join: Callable[[Any, Any, int], Any | None]) -> Iterator[Any]:
    """The dates `some` (each with start, end and kind), two of them as one where it says from one to the other.

    `join` makes one of two, given where the whole begins, or None.
    """
    at = 0
    while at < len(some):
        one = some[at]
        if at + 1 < len(some) and one.kind not in ("now", "then"):
            two = some[at + 1]
            lead = _FROM.search(text[max(0, one.start - 14) : one.start])
            between = text[one.end : two.start]
            between_two = bool(lead and lead.group().lower().startswith("between"))
            linked = len(between) < 14 and (_AND if between_two else _TO).fullmatch(between)
            whole = join(one, two, one.start - len(lead.group()) if lead else one.start) if linked else None
            if whole is not None:
                yield whole
                at += 2
                continue
        yield one
        at += 1


def bounded(text: str, start: int, end: int, reading: Reading, anchor: Anchor | None) -> tuple[int, Reading]:
    """A date with the word before it that makes a stretch of it (since, until, before, after), and what that means."""
    period = reading.period
    own = _own_word(text[start:end])
    lead = _BEFORE.search(text[max(0, start - 24) : start])
    word = own or (lead["word"].lower().removeprefix("ever ") if lead else "")
    if (
        not word
        and _ONWARDS.match(text[end : end + 9])
        and re.search(r"\bfrom\s$", text[max(0, start - 6) : start], re.I)
    ):
        word, lead = "after", re.search(r"\bfrom\s$", text[max(0, start - 6) : start], re.I)
    if period is None or not word or (period.first is None and word in ("since", "after")):
        return start, reading
    if text[end : end + 2] in ("'s", "’s"):
        return start, reading
    to = start if own or lead is None else start - len(lead.group())
    if word == "since":
        return to, _since(period, reading.basis, anchor)
    if word == "after":
        return to, Reading(Period(period.start, None), f"{reading.basis}; from then on, end open")
    if word == "by":
        return to, reading
    limit = period.end if word in ("until", "till", "up to") else period.start
    return to, Reading(Period(None, limit), f"{reading.basis}; up to then, start open")


def _own_word(surface: str) -> str:
    """Since, by or until, where it is part of the date itself: since then."""
    word = surface.split(maxsplit=1)[0].lower()
    return word if word in ("since", "until", "by") else ""


def _since(period: Period, basis: str, anchor: Anchor | None) -> Reading:
    """From a date up to the article's own."""
    first: date | None = period.first
    if anchor is not None and first is not None and first <= anchor.day:
        return Reading(Period(period.start, anchor.day.isoformat()), f"{basis}; from then up to {anchor.basis}")
    return Reading(Period(period.start, None), f"{basis}; from then on, end open")
