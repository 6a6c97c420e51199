"""Times in other units: 48 hours are two days, 14 days two weeks; 60 days are taken for two months.

Within days, hours and weeks, and within months and years, the one is exactly the other. Between the two families a
month is what people take it for, 30 days or four weeks, so that the same is said but not to the day.
"""

from dataclasses import replace
from functools import lru_cache

from workbench.model import Measure

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
_MONTHS = {"month": 1.0, "year": 12.0}
#: What a month is taken for.
_USUAL = {"day": 30.0, "week": 4.0}
#: Months for which four weeks each are meant; 52 weeks are a year, not thirteen months.
_FEW = 6.0
_YEAR = {"day": 365.0, "week": 52.0}
_DIGITS = 6


def same(a: Measure, b: Measure) -> bool:
    """Whether two measures name one time in two units.

    >>> same(Measure(48, 48, 48, "hour"), Measure(2, 2, 2, "day"))
    True
    >>> same(Measure(60, 60, 60, "day"), Measure(2, 2, 2, "month")), same(Measure(2, 2, 2), Measure(2, 2, 2, "day"))
    (True, False)
    """
    return a.unit != b.unit and a.value is not None and b.value is not None and bool({*points(a)} & {*points(b)})


def exactly(a: Measure, b: Measure) -> bool:
    """Whether two units are of one family, so that each is a whole part of the other or it of them."""
    return any(a.unit in family and b.unit in family for family in (_HOURS, _MONTHS))


@lru_cache(maxsize=4096)
def points(measure: Measure) -> tuple[tuple[str, float], ...]:
    """Where a time stands on the scales of hours and of months; none for what is no time in a unit known here.

    >>> points(Measure(60, 60, 60, "day"))
    (('hour', 1440.0), ('month', 2.0))
    """
    unit, value = measure.unit or "", measure.value
    if value is None:
        return ()
    if unit in _MONTHS:
        return (("month", round(value * _MONTHS[unit], _DIGITS)),)
    if unit not in _HOURS:
        return ()
    hours = ("hour", round(value * _HOURS[unit], _DIGITS))
    if value == _YEAR.get(unit):
        return hours, ("month", 12.0)
    months = value / _USUAL[unit] if unit in _USUAL else 0.0
    usual = 2 * months == int(2 * months) and months >= 1 and (unit == "day" or months <= _FEW)
    return (hours, ("month", months)) if usual else (hours,)


@lru_cache(maxsize=4096)
def into(measure: Measure, unit: str | None) -> Measure:
    """The measure in another unit of time; itself where it is none, or has that unit.

    >>> into(Measure(48, None, 48, "hour"), "day")
    Measure(value=2.0, low=None, high=2.0, unit='day', approximate=False, bound=None)
    """
    factor = _factor(measure.unit or "", unit or "")
    if factor is None or measure.unit == unit:
        return measure
    value, low, high = (
        None if one is None else round(one * factor, _DIGITS) for one in (measure.value, measure.low, measure.high)
    )
    return replace(measure, value=value, low=low, high=high, unit=unit)


def _factor(one: str, other: str) -> float | None:
    """By what a number of the one unit is multiplied to be one of the other."""
    for family in (_HOURS, _MONTHS):
        if one in family and other in family:
            return family[one] / family[other]
    if one in _MONTHS and other in _HOURS:
        return _MONTHS[one] * _USUAL["day"] * 24 / _HOURS[other]
    if one in _HOURS and other in _MONTHS:
        return 1 / (_MONTHS[other] * _USUAL["day"] * 24 / _HOURS[one])
    return None


def family(unit: str | None) -> str | None:
    """The unit by which times are told to be comparable: "time" for all that have one here."""
    return "time" if unit in _HOURS or unit in _MONTHS else unit
