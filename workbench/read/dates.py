"""The date in a line such as "Published 12 December 2025, 10:45 GMT", as ISO 8601 and no more precise than it says."""

import re
from datetime import datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"\b{_DAY}[ -](?:of )?{_MONTH},?[ -](?P<year>\d{{4}})",
        rf"\b{_MONTH} {_DAY},? (?P<year>\d{{4}})",
        r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b",
    )
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2})?)?(?P<half> ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?P<zone>[a-z]{2,4}|z)\b\)?)?(?P<offset> ?[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
#: Hours from UTC of the zones that news sites name; zones with two meanings (IST, CST) are left out.
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "edt": -4,
    "est": -5,
    "cdt": -5,
}
_ZONES |= {"mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "aest": 10, "aedt": 11}


def iso(text: str) -> str | None:
    """The first full date in `text`, with its time of day where one stands beside it, as ISO 8601.

    A date whose day and month cannot be told apart (3/4/2025) is given as its year. None where there is no full date.

    >>> iso("Published 12 December 2025, 10:45 GMT"), iso("Dec. 3, 2025 9:05 p.m."), iso("03/04/2025"), iso("Friday")
    ('2025-12-12T10:45+00:00', '2025-12-03T21:05', '2025', None)
    """
    flat = " ".join(text.split())
    found = [match for pattern in _DATES if (match := pattern.search(flat))]
    if not found:
        return None
    match = min(found, key=lambda match: match.start())
    day = _day(match.groupdict())
    if day is None or isinstance(day, str):
        return day
    return _with_time(day, flat, match)


def _day(parts: dict[str, str | None]) -> datetime | str | None:
    year, day = int(parts["year"] or 0), int(parts.get("day") or 0)
    month = _MONTHS[(parts.get("month") or "")[:3].lower()] if parts.get("month") else int(parts.get("number") or 0)
    if parts.get("first"):
        one, two = int(parts["first"] or 0), int(parts["second"] or 0)
        if one <= 12 and two <= 12 and one != two:
            return str(year)
        day, month = (one, two) if two <= 12 else (two, one)
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _with_time(day: datetime, flat: str, match: re.Match[str]) -> str:
    """The day with the time that follows it, or stands right before it."""
    after = re.match(r"[ ,|•·@/Tt–—-]{0,4}(?:at )?", flat[match.end() :])
    at = match.end() + (after.end() if after else 0)
    clock = _CLOCK.match(flat, at) if at > match.end() else None
    if not _is_time(clock):
        before = [found for found in _CLOCK.finditer(flat[: match.start()]) if _is_time(found)]
        clock = before[-1] if before and len(flat[before[-1].end() : match.start()]) <= 16 else None
    if clock is None:
        return day.date().isoformat()
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock["half"] or "").strip().lower()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    if hour > 23 or minute > 59:
        return day.date().isoformat()
    moment = day.replace(hour=hour, minute=minute, tzinfo=_zone(clock))
    return moment.isoformat(timespec="minutes")


def _is_time(clock: re.Match[str] | None) -> bool:
    return clock is not None and bool(clock["minute"] or clock["half"])


def _zone(clock: re.Match[str]) -> timezone | None:
    if offset := (clock["offset"] or "").strip().replace(":", ""):
        minutes = int(offset[1:3]) * 60 + int(offset[3:5])
        return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes)) if minutes < 24 * 60 else None
    hours = _ZONES.get((clock["zone"] or "").lower())
    return None if hours is None else timezone(timedelta(hours=hours))
