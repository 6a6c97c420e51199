"""One size in other units: 48 hours are two days, half is 50 percent, 310 pence are 3.10 pounds.

Within days, hours and weeks, and within months, years and decades, the one is exactly the other. Between the two
families a month is what people take it for, 30 days or four weeks, so that the same is said but not to the day.
"""

from dataclasses import replace
from functools import lru_cache

from workbench.model import Measure

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0}
_MONTHS = {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0, "millennium": 12000.0}
#: Coins, the money that they are of, and how many of them make one.
_COINS = {"pence": ("GBP", 100.0)}
PERCENT = "%"
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
    if any(a.unit in family and b.unit in family for family in (_HOURS, _MONTHS)):
        return True
    return _coin(a.unit or "")[0] == _coin(b.unit or "")[0]


@lru_cache(maxsize=4096)
def points(measure: Measure) -> tuple[tuple[str, float], ...]:
    """Where a time stands on the scales of hours and of months; none for what is no time in a unit known here.

    >>> points(Measure(60, 60, 60, "day"))
    (('hour', 1440.0), ('month', 2.0))
    """
    unit, value = measure.unit or "", measure.value
    if value is None:
        return ()
    if unit == PERCENT or is_share(measure):
        return ((PERCENT, round(value if unit else 100 * value, _DIGITS)),)
    if unit in _MONTHS:
        return (("month", round(value * _MONTHS[unit], _DIGITS)),)
    return _of_hours(unit, value) if unit in _HOURS else _of_coins(unit, value)


def _of_coins(unit: str, value: float) -> tuple[tuple[str, float], ...]:
    """Where a sum stands on the scale of a money that has coins of its own here."""
    money, many = _coin(unit)
    return ((money, round(value / many, _DIGITS)),) if any(money == one for one, _ in _COINS.values()) else ()


def _of_hours(unit: str, value: float) -> tuple[tuple[str, float], ...]:
    """Where a time told in weeks or less stands on the scale of hours, and on that of months if one takes it so."""
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
    if unit == PERCENT and is_share(measure):
        factor: float | None = 100.0
    else:
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
    (x, many), (y, few) = (_coin(unit) for unit in (one, other))
    if x == y and many != few:
        return few / many
    if one in _MONTHS and other in _HOURS:
        return _MONTHS[one] * _USUAL["day"] * 24 / _HOURS[other]
    if one in _HOURS and other in _MONTHS:
        return 1 / (_MONTHS[other] * _USUAL["day"] * 24 / _HOURS[one])
    return None


def _coin(unit: str) -> tuple[str, float]:
    """The money that a coin is of and how many of it make one; what a sum is paid for is left out."""
    return _COINS.get(unit.partition(" per ")[0], (unit.partition(" per ")[0], 1.0))


def is_share(measure: Measure) -> bool:
    """Whether a number without a unit may be a share of a whole: a third, six in ten.

    >>> is_share(Measure(0.5, 0.5, 0.5)), is_share(Measure(2, 2, 2)), is_share(Measure(0.5, 0.5, 0.5, "km"))
    (True, False, False)
    """
    told = measure.value if measure.value is not None else measure.high
    return measure.unit is None and told is not None and 0 < told < 1


def family(unit: str | None) -> str | None:
    """The unit by which sizes are told to be comparable: "time" for all that have one here, the money of a coin."""
    return "time" if unit in _HOURS or unit in _MONTHS else _COINS.get(unit or "", (unit, 1.0))[0]


def comparable(a: Measure, b: Measure) -> bool:
    """Whether the two may be told in one unit: weeks and days, a third and 34 percent.

    >>> comparable(Measure(34, 34, 34, "%"), Measure(0.3, 0.3, 0.3))
    True
    """
    if family(a.unit) == family(b.unit) or _coin(a.unit or "")[0] == _coin(b.unit or "")[0] != "":
        return True
    return any(one.unit == PERCENT and is_share(other) for one, other in ((a, b), (b, a)))
