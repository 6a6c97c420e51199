"""Units on either side of a number, by kind."""

import pytest

from workbench.extract.readings import single
from workbench.extract.units import is_length, noun, rate

UNITS = {
    "dollar": ("$40", "USD", "money"),
    "us-dollar": ("US$1.5bn", "USD", "money"),
    "dollar-us": ("$US55", "USD", "money"),
    "australian": ("A$40", "AUD", "money"),
    "spaced": ("NZ $9.99", "NZD", "money"),
    "euro-sign": ("€3", "EUR", "money"),
    "euro-word": ("eight euros", "EUR", "money"),
    "code-glued": ("AUD1.5m", "AUD", "money"),
    "code": ("INR 20", "INR", "money"),
    "rupee-point": ("Rs.500", "INR", "money"),
    "spaced-thousands": ("100 000 euros", "EUR", "money"),
    "pc": ("12pc", "%", "percent"),
    "rupee": ("Rs 500", "INR", "money"),
    "yen": ("800 yen", "JPY", "money"),
    "crowns": ("7.5 million Danish crowns", "DKK", "money"),
    "crowns-paid": ("the rink charged skaters 90 crowns", "krone", "money"),
    "millions-hyphen": ("a 35m-euro loan", "EUR", "money"),
    "open-country": ("800 pesos", "peso", "money"),
    "pence": ("180p", "pence", "money"),
    "percent-sign": ("20%", "%", "percent"),
    "percent-words": ("20 per cent", "%", "percent"),
    "points": ("3.7 percentage points", "percentage point", "percent"),
    "basis": ("25 basis points", "basis point", "percent"),
    "hours": ("36 hours", "hour", "duration"),
    "hyphen": ("12-day", "day", "duration"),
    "half-an-hour": ("half an hour", "hour", "duration"),
    "year-old": ("34-year-old", "year", "age"),
    "spaced-age": ("10 years old", "year", "age"),
    "km": ("15 km", "km", "measure"),
    "speed": ("120 km/h", "km/h", "measure"),
    "glued": ("15kHz", "kHz", "measure"),
    "celsius": ("3 degrees Celsius", "degree Celsius", "measure"),
    "celsius-letter": ("45C", "degree Celsius", "measure"),
    "magnitude": ("magnitude 6.2", "magnitude", "measure"),
    "torque": ("275 pound-feet", "lb-ft", "measure"),
    "tall": ("37m tall", "m", "measure"),
    "weight": ("a 200-pound", "lb", "measure"),
    "money-pounds": ("paid 200 pounds", "GBP", "money"),
}


@pytest.mark.parametrize(("text", "unit", "kind"), UNITS.values(), ids=UNITS)
def test_unit(text: str, unit: str, kind: str) -> None:
    (reading,) = single(text)
    assert reading.unit is not None
    assert (reading.unit.name, reading.unit.kind) == (unit, kind)


NONE = ["40 houses", "12m people", "3 percentages", "7 daycares", "4 minutemen", "9 mice", "5 hags"]


@pytest.mark.parametrize("text", NONE)
def test_no_unit(text: str) -> None:
    (reading,) = single(text)
    assert reading.unit is None


def test_metres_or_millions() -> None:
    assert is_length("a 12m wall", 5)
    assert not is_length("12m people", 3)


RATES = {
    "a-week": ("£200 a week", 4, "week"),
    "per": ("$10 per gram", 3, "gram"),
    "slash": ("5/hour", 1, "hour"),
    "earlier": ("$4bn a year earlier", 4, None),
}


@pytest.mark.parametrize(("text", "at", "by"), RATES.values(), ids=RATES)
def test_rate(text: str, at: int, by: str | None) -> None:
    assert rate(text, at) == by


def test_noun() -> None:
    years = noun("years")
    assert years is not None
    assert years.kind == "duration"
    assert noun("homes") is None
