"""Dates that a page's metadata, a mail or a table states, as ISO 8601; what is ambiguous is no date."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NAME = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS)
_ISO = re.compile(
    r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2})"
    r"(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?",
    re.IGNORECASE | re.ASCII,
)
_DAY_FIRST = re.compile(
    rf"(?:\w+,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+({_NAME})\.?,?[\s-]+(\d{{4}})\b.*", re.IGNORECASE | re.ASCII
)
_MONTH_FIRST = re.compile(
    rf"(?:\w+,?\s+)?({_NAME})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b.*", re.IGNORECASE | re.ASCII
)
_MONTH_ONLY = re.compile(rf"({_NAME})\.?,?\s+(\d{{4}})", re.IGNORECASE | re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b.*", re.ASCII)


def iso(value: str) -> str | None:
    """`value` as an ISO 8601 date or moment, as precise as it is stated; None where it is no date, or could be two.

    >>> iso("13 December 2025"), iso("Dec. 13, 2025, 10:00"), iso("2025-12"), iso("13.12.2025")
    ('2025-12-13', '2025-12-13', '2025-12', '2025-12-13')
    >>> iso("Sat, 13 Dec 2025 09:30:00 +0100"), iso("03/04/2025"), iso("2025-13-40"), iso("soon")
    ('2025-12-13T09:30:00+01:00', None, None, None)
    """
    value = " ".join(value.split())[:80]
    if match := _ISO.fullmatch(value):
        return _from_iso(*match.groups())
    if re.search(r"\d:\d", value) and (moment := _mail_date(value)):
        return moment
    return _in_words(value) or _in_numbers(value)


def _in_words(value: str) -> str | None:
    if match := _DAY_FIRST.fullmatch(value):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(value):
        return _day(match[3], _month(match[1]), match[2])
    match = _MONTH_ONLY.fullmatch(value)
    return f"{match[2]}-{_month(match[1]):02}" if match else None


def _in_numbers(value: str) -> str | None:
    """A date in numbers, where only one reading of it is possible; with full stops it is the day that comes first."""
    match = _NUMBERS.fullmatch(value)
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    if first > 12 or "." in value[:6]:
        return _day(match[3], second, first)
    return _day(match[3], first, second) if second > 12 or first == second else None


def _from_iso(year: str, month: str | None, day: str | None, clock: str | None, zone: str | None) -> str | None:
    if not day:
        return year if not month else f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else None
    whole = _day(year, month or 0, day)
    if not whole or not clock:
        return whole
    stated = (zone or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    try:
        moment = datetime.fromisoformat(f"{whole}T{clock.zfill(5) if len(clock) < 6 else clock.zfill(8)}{stated}")
    except ValueError:
        return whole
    return moment.isoformat().replace("+00:00", "Z")


def _mail_date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).isoformat().replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
