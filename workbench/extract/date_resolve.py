"""What a date as written means: its stretch of the calendar, and in words how that was found."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from workbench.extract import date_relative, periods
from workbench.extract.date_anchor import full_day
from workbench.extract.date_forms import Expression, month_number, weekday_number
from workbench.extract.date_setting import Reading, Setting, unread
from workbench.extract.date_tense import FUTURE, PAST
from workbench.extract.periods import Period

__all__ = ["Reading", "Setting", "resolve"]

_Rule: TypeAlias = Callable[[Expression, Setting], Reading | None]
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PRESENT = 30  # days from the article's date within which a day without a year is of the present
_STORY = 45  # days from the date named before within which a day without a year is of the same story
_SLACK = 3  # days by which an event's own date may lie before or after what is reported of it by weekday


def resolve(one: Expression, setting: Setting) -> Reading | None:
    """The reading of a date in its setting; None where it turns out to be none.

    Never raises for a date that the calendar does not have: such a one is no date.
    """
    try:
        return _RULES[one.kind](one, setting)
    except (ValueError, OverflowError):
        return None


def _day(one: Expression, setting: Setting) -> Reading | None:
    if not one.get("year"):
        return _partial(one, setting)
    day = full_day(one, setting.day_first)
    if day is None:
        return None
    clock = one.get("clock")
    return Reading(periods.day(day), f"stated in full{f', at {clock}' if clock else ''}")


def _partial(one: Expression, setting: Setting) -> Reading | None:
    """A day and a month without a year."""
    number, of_month = int(one.get("day")), month_number(one.get("month"))
    if setting.year:
        return Reading(periods.day(date(setting.year, of_month, number)), f"the year {setting.year} stands beside it")
    if setting.anchor is None:
        return unread("a day without a year, and no date is known for this article")
    day = _nearest_year(of_month, number, one.get("wd"), setting)
    if day is None:
        return None
    if (told := _told_year(day, setting)) is not None:
        return Reading(periods.day(told), f"no year stated; told of {told.year}, the year of the date named before")
    fits = " and is that day of the week" if one.get("wd") and day.weekday() == weekday_number(one.get("wd")) else ""
    return Reading(periods.day(day), f"no year stated; {day.year} is next to {setting.anchor.basis}{fits}")


def _nearest_year(month: int, number: int, weekday: str, setting: Setting) -> date | None:
    """The day in the year that fits best: by its weekday, by tense, else the nearest."""
    assert setting.anchor is not None
    at = setting.anchor.day
    options = []
    for year in range(at.year - 4, at.year + 5):
        try:
            options.append(date(year, month, number))
        except ValueError:
            continue
    if weekday and (fit := [day for day in options if day.weekday() == weekday_number(weekday)]):
        options = fit
    slack = timedelta(days=2 if setting.anchor.exact else 45)
    if setting.tense == PAST:
        behind = [day for day in options if day <= at + slack]
        return max(behind, default=None)
    if setting.tense == FUTURE:
        return min((day for day in options if day >= at - slack), default=None)
    return min(options, key=lambda day: abs((day - at).days), default=None)


def _told_year(day: date, setting: Setting) -> date | None:
    """The same day in the year that is told of: that of the date named before, where that is close and not the present.

    Not where the day lies close to the article's own date.
    """
    before = setting.before.first if setting.before and len(setting.before.start or "") >= 10 else None
    if before is None or setting.anchor is None or setting.tense == FUTURE or before.year == day.year:
        return None
    if abs((day - setting.anchor.day).days) <= _PRESENT or abs((before - setting.anchor.day).days) <= _PRESENT:
        return None
    options = [moved for year in (before.year, before.year + 1) if (moved := _in_year(day, year)) is not None]
    near = [one for one in options if -_STORY <= (one - before).days <= _STORY and one <= setting.anchor.day]
    return min(near, key=lambda one: abs((one - before).days), default=None)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _numbers(one: Expression, setting: Setting) -> Reading | None:
    a, b = int(one.get("one")), int(one.get("two"))
    if not (1 <= min(a, b) <= 12 and max(a, b) <= 31):
        return None
    day = full_day(one, setting.day_first)
    if day is None:
        return Reading(periods.year(int(one.get("year"))), "day and month cannot be told apart; only the year is taken")
    plain = a > 12 or b > 12 or a == b or one.get("sep") == "."
    how = "stated in full" if plain else "in numbers; day and month in the order of this article's other dates"
    return Reading(periods.day(day), how)


def _days(one: Expression, setting: Setting) -> Reading | None:
    of_month = month_number(one.get("month"))
    if int(one.get("day")) >= int(one.get("day2")):
        return None
    year, how = int(one.get("year") or setting.year or 0), "stated in full"
    if not year:
        if setting.anchor is None:
            return unread("days without a year, and no date is known for this article")
        last = _nearest_year(of_month, int(one.get("day2")), "", setting)
        if last is None:
            return None
        year, how = last.year, f"no year stated; {last.year} is next to {setting.anchor.basis}"
    first, last = (date(year, of_month, int(one.get(name))) for name in ("day", "day2"))
    return Reading(periods.stretch(first, last), how)


def _parted(period: Period, one: Expression) -> tuple[Period, str]:
    """The early, middle or late part of a period, where the text asks for that."""
    said = one.get("part").removeprefix("the ").removesuffix(" of")
    if not said:
        return period, ""
    which = {"beginning": "start", "middle": "mid"}.get(said, said)
    third = {"early": "first", "mid": "middle", "late": "last"}.get(which)
    return periods.part(period, which), f"; {said} is taken as its {third} third" if third else f"; the {said} of it"


def _month(one: Expression, setting: Setting) -> Reading | None:
    number = month_number(one.get("month"))
    if one.get("year"):
        period, added = _parted(periods.month(int(one.get("year")), number), one)
        return Reading(period, f"stated{added}")
    if setting.year and not one.get("rel"):
        period, added = _parted(periods.month(setting.year, number), one)
        return Reading(period, f"the year {setting.year} stands beside it{added}")
    if setting.anchor is None:
        return unread("a month without a year, and no date is known for this article")
    at, rel = setting.anchor.day, one.get("rel")
    year = at.year
    if one.get("rel2"):
        year -= one.get("rel2") == "last"
    elif rel == "last":
        year -= number >= at.month
    elif rel in ("next", "this coming") or (setting.tense == FUTURE and rel != "this past"):
        year += number < at.month or (rel == "next" and number == at.month)
    else:
        year -= number > at.month
    period, added = _parted(periods.month(year, number), one)
    return Reading(period, f"no year stated; {year} is next to {setting.anchor.basis}{added}")


def _nth(one: Expression, setting: Setting) -> Reading | None:
    if setting.anchor is None:
        return unread("a day without a month, and no date is known for this article")
    at, number = setting.anchor.day, int(one.get("day"))
    shift = -1 if setting.tense != FUTURE and number > at.day else int(setting.tense == FUTURE and number < at.day)
    moved = periods.moved(at.replace(day=1), shift, "month")
    return Reading(periods.day(moved.replace(day=number)), f"no month stated; the one next to {setting.anchor.basis}")


def _season(one: Expression, setting: Setting) -> Reading | None:
    name = one.get("season")
    first, said = _SEASONS[name], f"{name} taken as that of the northern half of the world"
    if one.get("year"):
        return Reading(_parted(periods.months(int(one.get("year")), first, first + 2), one)[0], said)
    if setting.anchor is None:
        return unread("a season without a year, and no date is known for this article")
    at = setting.anchor.day
    options = [periods.months(year, first, first + 2) for year in range(at.year - 2, at.year + 2)]
    if one.get("rel") in ("next", "this coming"):
        period = next(each for each in options if each.first and each.first > at)
    elif one.get("rel") == "this" and setting.tense == FUTURE:
        period = next(each for each in options if each.last and each.last >= at)
    else:
        running = one.get("rel") == "this"
        period = [
            each for each in options if each.first and each.last and (each.last if not running else each.first) <= at
        ][-1]
    return Reading(period, f"counted from {setting.anchor.basis}; {said}")


def _quarter(one: Expression, setting: Setting) -> Reading | None:
    half = one.get("size") == "half" or one.get("letter") == "h"
    nth = int(one.get("digit") or _ORDINALS[one.get("nth")])
    if half and nth > 2:
        nth = 2
    year, how = int(one.get("year") or setting.year or 0), "stated"
    if not year:
        if setting.anchor is None or not (one.get("rel") or one.get("letter") == "q"):
            return None  # "the second half" is one of a match more often
        year = setting.anchor.day.year + {"last": -1, "next": 1}.get(one.get("rel"), 0)
        first = periods.months(year, (nth - 1) * 3 + 1, (nth - 1) * 3 + 3).first
        if not one.get("rel") and setting.tense != FUTURE and first and first > setting.anchor.day:
            year -= 1
        how = f"counted from {setting.anchor.basis}"
    size = 6 if half else 3
    return Reading(
        periods.months(year, (nth - 1) * size + 1, nth * size), f"{how}; calendar {'halves' if half else 'quarters'}"
    )


def _years(one: Expression, _: Setting) -> Reading | None:
    first, last = int(one.get("year")), one.get("year2")
    return Reading(periods.years(first, int(last) if len(last) == 4 else first // 100 * 100 + int(last)), "stated")


def _year(one: Expression, _: Setting) -> Reading | None:
    period, added = _parted(periods.year(int(one.get("year"))), one)
    return Reading(period, f"stated{added}")


def _decade(one: Expression, setting: Setting) -> Reading | None:
    if one.get("short"):
        tens = int(one.get("short"))
        at = setting.anchor.day.year if setting.anchor else 2029
        first = 2000 + tens * 10 if 2000 + tens * 10 <= at else 1900 + tens * 10
    else:
        first = int(one.get("century")) * 100 + int(one.get("tens")) * 10
    period, added = _parted(periods.years(first, first + 9), one)
    return Reading(period, f"the decade from {first}{added}")


def _century(one: Expression, _: Setting) -> Reading | None:
    nth = int(one.get("nth"))
    if not 1 <= nth <= 30:
        return None
    period, added = _parted(periods.years((nth - 1) * 100 + 1, nth * 100), one)
    return Reading(period, f"the years {(nth - 1) * 100 + 1} to {nth * 100}{added}")


def _weekday(one: Expression, setting: Setting) -> Reading | None:
    rel = one.get("rel").removeprefix("earlier ").removeprefix("later ")
    number = weekday_number(one.get("weekday"))
    if rel in ("the following", "the previous") and setting.before is not None and setting.before.first:
        at = setting.before.first if rel == "the previous" else setting.before.last or setting.before.first
        step = -1 if rel == "the previous" else 1
        day = at + timedelta(days=step * (((number - at.weekday()) * step - 1) % 7 + 1))
        return Reading(periods.day(day), f"the weekday {'before' if step < 0 else 'after'} the date named before, {at}")
    if setting.anchor is None:
        return unread("a weekday, and no date is known for this article")
    at, basis = setting.anchor.day, setting.anchor.basis
    if week := one.get("rel2"):
        monday = at - timedelta(days=at.weekday()) + timedelta(days={"last": -7, "next": 7}.get(week, 0))
        return Reading(periods.day(monday + timedelta(days=number)), f"weekday of {week} week, counted from {basis}")
    days, how = _from_anchor(rel, (number - at.weekday()) % 7, setting.tense, setting.anchor.exact)
    return Reading(periods.day(at + timedelta(days=days)), f"{how} {basis}")


def _from_anchor(rel: str, ahead: int, tense: int, exact: bool) -> tuple[int, str]:
    """How many days a weekday lies from the article's date, and in words why; the next is `ahead` days on."""
    behind = (7 - ahead) % 7
    if rel in ("last", "past", "this past", "the previous"):
        made = -(behind or 7), "last weekday before"
    elif rel in ("next", "coming", "this coming", "the following"):
        made = ahead or 7, "next weekday after"
    elif ahead == 0:
        made = 0, "weekday of"
    elif tense == FUTURE:
        made = ahead, "for what is to come, the weekday after"
    elif not exact and ahead <= _SLACK:
        made = ahead, "weekday nearest to"
    else:
        made = -behind, "weekday before"
    return made


_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "day": _day,
        "numbers": _numbers,
        "days": _days,
        "month": _month,
        "nth": _nth,
        "season": _season,
        "quarter": _quarter,
        "years": _years,
        "year": _year,
        "decade": _decade,
        "century": _century,
        "weekday": _weekday,
        **date_relative.RULES,
    }
)
