"""Relative dates: yesterday, last month, five years ago, two days later, at that time."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeAlias

from workbench.extract import periods
from workbench.extract.date_forms import Expression
from workbench.extract.date_setting import FLOATS, Reading, Setting, unread
from workbench.extract.date_tense import FUTURE
from workbench.extract.numerals import evaluate
from workbench.extract.periods import Period

_Rule: TypeAlias = Callable[[Expression, Setting], Reading | None]
_NO_DATE = "no date is known for this article"
_NEAR = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "overnight": 0, "today": 0, "tonight": 0,
    "earlier today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip
_VAGUE = ("a few", "several")
#: How precise a time is that is counted in such units.
_GRAIN = {"minute": "day", "hour": "day", "day": "day", "fortnight": "week", "centur": "year", "decade": "year"}


def _count(one: Expression) -> float | None:
    """How many units; None where the text leaves it open."""
    said = one.get("count")
    if said in _VAGUE:
        return None
    if not said or said in ("a", "an"):
        return 1
    if said.startswith("a couple"):
        return 2
    return 0.5 if said == "half a" else evaluate(said)


def _near(one: Expression, setting: Setting) -> Reading | None:
    if setting.anchor is None:
        return unread(_NO_DATE)
    word = " ".join(one.get("word").split())
    return Reading(
        periods.day(setting.anchor.day + timedelta(days=_NEAR[word])), f"counted from {setting.anchor.basis}"
    )


def _unit(one: Expression, setting: Setting) -> Reading | None:
    """Last month, next year, over the weekend, earlier this week."""
    if setting.anchor is None:
        return unread(_NO_DATE)
    at, unit, rel = setting.anchor.day, one.get("unit"), " ".join(one.get("rel").lower().removeprefix("the ").split())
    if rel == "previous" and unit not in ("weekend", "quarter"):
        return _before(unit, setting)
    how = f"counted from {setting.anchor.basis}"
    if unit == "weekend":
        return Reading(_weekend(rel, setting), how)
    if rel in ("over the", "at the", "during the"):
        return None
    if rel in ("past", "this past") or (one.get("rel").startswith("the last") and unit != "century"):
        return Reading(periods.stretch(periods.moved(at, -1, unit), at), how)
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1}.get(rel, 0)
    return _edged(periods.of(periods.moved(at, shift, unit), unit), one.get("edge"), setting, shift)


def _before(unit: str, setting: Setting) -> Reading | None:
    """The previous month: the one before that named last, else before the article's."""
    if setting.floats:
        return unread(FLOATS)
    if setting.before is not None and setting.before.first is not None:
        return _stepped(setting.before, -1, unit, f"counted from the date named before, {setting.before.start}")
    assert setting.anchor is not None
    return Reading(
        periods.of(periods.moved(setting.anchor.day, -1, unit), unit), f"counted from {setting.anchor.basis}"
    )


def _weekend(rel: str, setting: Setting) -> Period:
    assert setting.anchor is not None
    at = setting.anchor.day
    this = periods.of(at, "weekend").first
    assert this is not None
    ahead = rel in ("next", "coming", "this coming") or (setting.tense == FUTURE and rel != "last")
    first = this if ahead or (at.weekday() >= 5 and rel != "last") else this - timedelta(days=7)
    return periods.stretch(first, first + timedelta(days=1))


def _edged(period: Period, edge: str, setting: Setting, shift: int = 0) -> Reading:
    """A period, or the part of it that lies before or after the article's date, or its start or end."""
    assert setting.anchor is not None
    at, how = setting.anchor.day, f"counted from {setting.anchor.basis}"
    first, last = period.first, period.last
    if edge.startswith("earlier") and shift == 0 and first and first <= at:
        return Reading(periods.stretch(first, at), f"{how}: from its first day up to then")
    if edge == "later" and shift == 0 and last:
        return Reading(periods.stretch(at, last), f"{how}: from then up to its last day")
    said = edge.removeprefix("the ").removesuffix(" of")
    which = {"beginning": "start", "turn": "start"}.get(said, said)
    if which in ("early", "late", "start", "end"):
        return Reading(periods.part(period, which), f"{how}; {said} of it")
    return Reading(period, how)


def _edge(one: Expression, setting: Setting) -> Reading | None:
    if setting.anchor is None:
        return unread(_NO_DATE)
    return _edged(periods.of(setting.anchor.day, one.get("unit")), one.get("edge"), setting)


def _ago(one: Expression, setting: Setting) -> Reading | None:
    if setting.anchor is None:
        return unread(_NO_DATE)
    count = _count(one)
    if count is None:
        return unread(f"{one.get('count')} {one.get('unit')}s ago is open")
    return Reading(_away(setting, -count, one.get("unit")), f"counted back from {setting.anchor.basis}")


def _away(setting: Setting, count: float, unit: str) -> Period:
    assert setting.anchor is not None
    size = 100 if unit == "centur" else 1
    to = periods.moved(setting.anchor.day, count * size, "year" if unit == "centur" else unit)
    grain = "month" if unit == "year" and count % 1 else _GRAIN.get(unit, unit)
    return periods.of(to, grain)


def _past(one: Expression, setting: Setting) -> Reading | None:
    """The past three months; the next two years."""
    if setting.anchor is None:
        return unread(_NO_DATE)
    count = _count(one)
    if count is None:
        return unread(f"{one.get('count')} {one.get('unit')}s are open")
    at = setting.anchor.day
    ahead = one.get("rel") in ("next", "coming")
    to = periods.moved(at, count if ahead else -count, one.get("unit"))
    return Reading(periods.stretch(min(at, to), max(at, to)), f"counted from {setting.anchor.basis}")


def _ahead(one: Expression, setting: Setting) -> Reading | None:
    """In two weeks: only where it is told of what is to come; else it is how long something took."""
    count = _count(one)
    if setting.tense != FUTURE or count is None:
        return None
    if setting.anchor is None:
        return unread(_NO_DATE)
    period = _away(setting, count, one.get("unit"))
    if " within" in f" {one.get('whole')}":
        return Reading(Period(setting.anchor.day.isoformat(), period.end), f"counted from {setting.anchor.basis}")
    return Reading(period, f"counted from {setting.anchor.basis}")


def _beside(setting: Setting, way: str) -> tuple[Period, str] | None:
    """What "later" counts from: the date named last, else the article's own."""
    if setting.before is not None and setting.before.first is not None:
        return setting.before, f"counted from the date named before, {setting.before.start}"
    if setting.anchor is None:
        return None
    return periods.day(setting.anchor.day), f"counted from {setting.anchor.basis}: no other date stands before it"


def _later(one: Expression, setting: Setting) -> Reading | None:
    count, beside = _count(one), _beside(setting, one.get("way"))
    if beside is None:
        return unread(f"no date stands before it, and {_NO_DATE}")
    if count is None:
        return unread("how much later is open")
    if setting.floats:
        return unread(FLOATS)
    period, how = beside
    back = one.get("way") in ("earlier", "beforehand")
    return _stepped(period, -count if back else count, one.get("unit"), how)


def _stepped(period: Period, count: float, unit: str, how: str) -> Reading | None:
    """So many units from a period; no more precise than the period is."""
    first, last = period.first, period.last
    if first is None:
        return None
    from_day = (last or first) if count > 0 else first
    coarse = len(period.start or "")
    if (unit in ("day", "week") and coarse < 10) or (unit == "month" and coarse < 7):
        return unread(f"{unit}s counted from {period.start}, which is no {unit}")
    to = periods.moved(from_day, count, unit)
    grain = _GRAIN.get(unit, unit)
    if coarse == 4:
        grain = "year"
    elif coarse == 7 and grain in ("day", "week"):
        grain = "month"
    return Reading(periods.of(to, grain), how)


def _following(one: Expression, setting: Setting) -> Reading | None:
    """The following day, the year before, the same month."""
    beside = _beside(setting, one.get("way"))
    if beside is None:
        return unread(f"no date stands before it, and {_NO_DATE}")
    period, how = beside
    way, unit = one.get("way"), one.get("unit")
    unit = "day" if unit in ("morning", "evening", "night") else unit
    if way in ("previous", "before", "earlier") and setting.floats:
        return unread(FLOATS)
    if way == "same":
        return _stepped(period, 0, unit, how)
    return _stepped(period, -1 if way in ("previous", "before", "earlier") else 1, unit, how)


def _that(one: Expression, setting: Setting) -> Reading | None:
    """That year, that day: only where a date stands before it."""
    if setting.before is None or setting.before.first is None:
        return None
    unit = one.get("unit")
    if unit in ("spring", "summer", "autumn", "winter"):
        first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[unit]
        period = periods.months(setting.before.first.year, first, first + 2)
        return Reading(period, f"of the year named before, {setting.before.first.year}")
    made = _stepped(setting.before, 0, unit, f"the date named before, {setting.before.start}")
    return made if made is not None and made.period is not None else None


def _then(_: Expression, setting: Setting) -> Reading | None:
    if setting.before is None:
        return None
    named = setting.before.start or setting.before.end
    return Reading(setting.before, f"refers to the date named before, {named}")


def _now(_: Expression, setting: Setting) -> Reading | None:
    if setting.anchor is None or not setting.now:
        return None
    return Reading(periods.day(setting.anchor.day), f"the time of telling: {setting.anchor.basis}")


RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "near": _near,
        "unit": _unit,
        "edge": _edge,
        "ago": _ago,
        "past": _past,
        "ahead": _ahead,
        "later": _later,
        "following": _following,
        "that": _that,
        "then": _then,
        "now": _now,
    }
)
