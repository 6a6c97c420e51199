"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, as precise as a text gives them."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

_PARTS = {"early": 0, "mid": 1, "late": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both ISO 8601 and as precise as stated (``2020``, ``2024-07``); None where it is open."""

    start: str | None
    end: str | None

    @property
    def first(self) -> date | None:
        """Its first day; None where its start is open."""
        return bounds(self.start)[0] if self.start else None

    @property
    def last(self) -> date | None:
        """Its last day; None where its end is open."""
        return bounds(self.end)[1] if self.end else None


def bounds(text: str) -> tuple[date, date]:
    """The first and the last day of a year, month or day in ISO 8601.

    Raises ValueError for anything else.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    parts = [int(part) for part in text[:10].split("-")]
    if len(parts) == 3:
        one = date(*parts)
        return one, one
    year, month = parts[0], parts[1] if len(parts) > 1 else 0
    last = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, 1), date(year, month or 12, last)


def day(one: date) -> Period:
    """One day."""
    return Period(one.isoformat(), one.isoformat())


def month(year: int, number: int) -> Period:
    """A month; `number` may lie outside 1 to 12, and then counts into the years beside.

    >>> month(2025, 0)
    Period(start='2024-12', end='2024-12')
    """
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    bounds(f"{year:04}-{number:02}")
    return Period(f"{year:04}-{number:02}", f"{year:04}-{number:02}")


def months(year: int, first: int, last: int) -> Period:
    """From one month of a year to another, which may lie in the next."""
    return Period(month(year, first).start, month(year, last).end)


def year(number: int) -> Period:
    """A year.

    Raises ValueError for one that the calendar does not have.
    """
    return years(number, number)


def years(first: int, last: int) -> Period:
    """From one year to another.

    Raises ValueError for years that the calendar does not have.
    """
    if not 1 <= first <= last <= 9999:
        raise ValueError(f"There are no years {first} to {last}.")
    return Period(f"{first:04}", f"{last:04}")


def stretch(first: date, last: date) -> Period:
    """From one day to another."""
    return Period(first.isoformat(), last.isoformat())


def week(one: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = one - timedelta(days=one.weekday())
    return stretch(monday, monday + timedelta(days=6))


def of(one: date, unit: str) -> Period:
    """The day, week, weekend, month, quarter, year, decade or century that holds `one`.

    >>> of(date(2025, 12, 17), "weekend")
    Period(start='2025-12-20', end='2025-12-21')
    """
    return _HOLDING.get(unit, day)(one)


def _weekend(one: date) -> Period:
    monday = one - timedelta(days=one.weekday())
    return stretch(monday + timedelta(days=5), monday + timedelta(days=6))


def _quarter(one: date) -> Period:
    first = (one.month - 1) // 3 * 3 + 1
    return months(one.year, first, first + 2)


_HOLDING: Mapping[str, Callable[[date], Period]] = MappingProxyType(
    {
        "week": week,
        "weekend": _weekend,
        "month": lambda one: month(one.year, one.month),
        "quarter": _quarter,
        "year": lambda one: year(one.year),
        "decade": lambda one: years(one.year // 10 * 10 or 1, one.year // 10 * 10 + 9),
        "century": lambda one: years((one.year - 1) // 100 * 100 + 1, min((one.year - 1) // 100 * 100 + 100, 9999)),
    }
)


def moved(one: date, count: float, unit: str) -> date:
    """`one`, so many units later (earlier, where `count` is negative).

    Raises ValueError or OverflowError where the calendar ends.

    >>> moved(date(2024, 3, 31), -1, "month")
    datetime.date(2024, 2, 29)
    """
    if unit in ("day", "week", "weekend", "fortnight", "hour", "minute"):
        days = {"week": 7, "weekend": 7, "fortnight": 14, "hour": 1 / 24, "minute": 1 / 1440}.get(unit, 1)
        return one + timedelta(days=int(count * days))
    size = {"quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit, 1)
    number = one.year * 12 + one.month - 1 + int(count * size)
    to, number = number // 12, number % 12 + 1
    return date(to, number, min(one.day, calendar.monthrange(to, number)[1] if 1 <= to <= 9999 else 28))


def part(period: Period, which: str) -> Period:
    """The early, middle or late third of a period; its start, or its end.

    >>> part(year(2025), "mid"), part(year(2025), "start")
    (Period(start='2025-05', end='2025-08'), Period(start='2025-01', end='2025-01'))
    """
    first, last = period.first, period.last
    if first is None or last is None:
        return period
    length = (last - first).days + 1
    if which in ("start", "end"):
        edge = first if which == "start" else last
        return month(edge.year, edge.month) if length > 60 else day(edge)
    third = _PARTS[which]
    if period.start and len(period.start) == 4 and period.start == period.end:
        return months(first.year, third * 4 + 1, third * 4 + 4)
    if length > 1000:
        step = (last.year - first.year + 1) / 3
        return years(first.year + round(step * third), first.year + round(step * (third + 1)) - 1)
    step = length / 3
    to = last if third == 2 else first + timedelta(days=int(step * (third + 1)) - 1)
    return stretch(first + timedelta(days=int(step * third)), to)
