"""Counts that move while the news goes on: a toll of Saturday and one of Sunday are an update, no contradiction."""

from datetime import date, timedelta

from workbench.compare.times import WEEKDAYS
from workbench.model import Figure, Standing

#: Days; two counts further apart are of two events sooner than of one that goes on.
_LONGEST = 60
#: Times that a count may grow from one report to the next.
_GROWTH = 1.5


def why(a: Figure, b: Figure) -> str | None:
    """Why two counts of one thing may differ: one is an earlier one, of another day, or has grown since; else None."""
    if Standing.EARLIER in (a.standing, b.standing):
        return "an earlier count"
    if a.as_of and b.as_of and (reason := apart(a.as_of, b.as_of)):
        return reason
    if a.standing is None and b.standing is None:
        return None
    grown = [one for one in (a, b) if one.standing is Standing.UPDATE]
    if len(grown) == 1 and (a.measure.value or 0) != (b.measure.value or 0):
        most = max((a, b), key=lambda one: one.measure.value or 0)
        return "the count has risen since" if grown[0] is most else None
    return None


def grown(a: Figure, b: Figure) -> bool:
    """Whether one count is told to have risen, and is the higher one, by less than half: six, then seven dead."""
    few, many = sorted((a, b), key=lambda one: one.measure.value or 0)
    if many.standing is not Standing.UPDATE or few.standing is not None or not few.measure.value:
        return False
    return (many.measure.value or 0) <= _GROWTH * few.measure.value


def apart(one: str, two: str) -> str | None:
    """How two days stand to each other, None where they may be one: dates, months with a day, or weekdays.

    >>> apart("2024-02-28", "2024-03-01"), apart("2024-03-01", "03-02"), apart("monday", "friday")
    ('reported 2 days later', 'reported a day later', 'reported on another day: Monday and Friday')
    >>> apart("2024-03-01", "friday"), apart("friday", "friday"), apart("2024-03-01", "2024-09-01")
    (None, None, None)
    """
    names = [_weekday(day) for day in (one, two)]
    if one in WEEKDAYS or two in WEEKDAYS:
        if names[0] is None or names[1] is None or names[0] == names[1]:
            return None
        return f"reported on another day: {names[0].title()} and {names[1].title()}"
    days = gap(one, two)
    if days > _LONGEST:
        return None
    return f"reported {'a day' if days == 1 else f'{days} days'} later" if days else None


def gap(one: str, two: str) -> int:
    """The days between two dates, months with a day taken to be of one year; 0 where one is none.

    >>> gap("2024-02-28", "2024-03-01"), gap("2024-03-01", "soon"), gap("12-31", "01-01")
    (2, 0, 1)
    """
    whole = len(one) == len(two) == 10
    try:
        a, b = (date.fromisoformat(day if whole else f"2000-{day[-5:]}") for day in (one, two))
    except ValueError:
        return 0
    days = abs((b - a).days)
    return days if whole else min(days, 366 - days)


def _weekday(day: str) -> str | None:
    if day in WEEKDAYS:
        return day
    try:
        return WEEKDAYS[date.fromisoformat(day).weekday()]
    except ValueError:
        return None


def day_of(weekday: str | None, published: str | None) -> str | None:
    """The day of a count: the weekday named, as a date where the article's day is known in full.

    >>> day_of("sunday", "2024-10-08"), day_of(None, "2024-10-08"), day_of("sunday", None)
    ('2024-10-06', '2024-10-08', 'sunday')
    """
    if weekday is None or published is None:
        return weekday or published
    try:
        last = date.fromisoformat(published)
    except ValueError:
        return weekday
    return (last - timedelta(days=(last.weekday() - WEEKDAYS.index(weekday)) % 7)).isoformat()
