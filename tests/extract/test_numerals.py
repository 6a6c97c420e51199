"""Numbers in digits and words: their values and their exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract.numerals import Form, evaluate, find

VALUES = {
    "digits": ("7", 7),
    "thousands-comma": ("1,234", 1234),
    "millions-comma": ("12,345,678", 12345678),
    "indian": ("1,25,000", 125000),
    "thin-space": ("12\u2009345", 12345),
    "decimal": ("3.75", 3.75),
    "point-first": (".03", 0.03),
    "magnitude-word": ("1.5 million", 1.5e6),
    "magnitude-glued": ("8.1bn", 8.1e9),
    "magnitude-letter": ("40k", 40000),
    "magnitude-no-space": ("1million", 1e6),
    "trillion": ("2 trillion", 2e12),
    "crore": ("5 crore", 5e7),
    "lakh": ("12 lakh", 1.2e6),
    "no-binary-noise": ("4.1bn", 4100000000),
    "one-word": ("seven", 7),
    "hyphen": ("twenty-three", 23),
    "hundred-and": ("two hundred and five", 205),
    "hundred-thousand": ("two hundred thousand", 200000),
    "long": ("ninety-nine thousand two hundred and one", 99201),
    "million-thousand": ("one million two hundred thousand", 1200000),
    "a-dozen": ("a dozen", 12),
    "two-dozen": ("two dozen", 24),
    "half-a-dozen": ("half a dozen", 6),
    "half-a-million": ("half a million", 500000),
    "and-a-half": ("two and a half million", 2.5e6),
    "hyphen-half": ("one-and-a-half", 1.5),
    "sign": ("2½", 2.5),
    "mixed": ("5 1/2", 5.5),
    "quarter-of": ("three quarters of a million", 750000),
    "minus": ("minus 5", -5),
    "zero": ("zero", 0),
}


@pytest.mark.parametrize(("surface", "value"), VALUES.values(), ids=VALUES)
def test_value_and_span(surface: str, value: float) -> None:
    text = f"There were {surface} there."
    assert [(text[n.start : n.end], n.value) for n in find(text)] == [(surface, value)]


FRACTIONS = {
    "two-thirds": ("two-thirds of voters", "two-thirds", 2 / 3),
    "a-quarter": ("a quarter of the crop", "a quarter", 0.25),
    "half": ("half of the wards", "half", 0.5),
    "slash": ("1/3 of the beds", "1/3", 1 / 3),
    "fraction-slash": ("1⁄32 of a quart", "1⁄32", 1 / 32),
    "words-in-words": ("one in five hospitals", "one in five", 0.2),
    "words-in-digits": ("nine in 10 adults", "nine in 10", 0.9),
    "out-of": ("three out of four drivers", "three out of four", 0.75),
    "of-every": ("one of every nine voters", "one of every nine", 1 / 9),
}


@pytest.mark.parametrize(("text", "surface", "value"), FRACTIONS.values(), ids=FRACTIONS)
def test_fraction(text: str, surface: str, value: float) -> None:
    first = next(find(text))
    assert (text[first.start : first.end], first.form) == (surface, Form.FRACTION)
    assert first.value == pytest.approx(value)


APART = {
    "range": ("between five and six", [5, 6]),
    "hundreds": ("between five hundred and six hundred", [500, 600]),
    "to": ("four to five thousand", [4, 5000]),
    "count-in-a-time": ("10,000 in two weeks", [10000, 2]),
    "count-in-a-place": ("two in London and 3 in Rome", [2, 3]),
    "goals-in-games": ("one in five matches", [1, 5]),
}


@pytest.mark.parametrize(("text", "values"), APART.values(), ids=APART)
def test_two_numbers_stay_two(text: str, values: list[float]) -> None:
    assert [n.value for n in find(text)] == values


VAGUE = {
    "dozens": ("dozens of homes", "dozens", 24, None),
    "hundreds": ("Hundreds marched", "Hundreds", 100, 1000),
    "tens-of-thousands": ("tens of thousands of fans", "tens of thousands", 10000, 100000),
    "several": ("several nurses", "several", 3, None),
    "several-hundred": ("several hundred seats", "several hundred", 300, None),
    "a-few-million": ("a few million doses", "a few million", 2e6, None),
    "small-number": ("a small number of voters", "a small number", None, None),
    "handful": ("a handful of clinics", "a handful", None, None),
}


@pytest.mark.parametrize(("text", "surface", "low", "high"), VAGUE.values(), ids=VAGUE)
def test_vague(text: str, surface: str, low: float | None, high: float | None) -> None:
    (numeral,) = find(text)
    assert (text[numeral.start : numeral.end], numeral.form) == (surface, Form.VAGUE)
    assert (numeral.value, numeral.low, numeral.high) == (None, low, high)


def test_letters_before_digits_are_told() -> None:
    assert [n.glued for n in find("AUD1.5m for 3 homes")] == [True, False]


@given(st.text(alphabet="0123456789 .,-/½ⅹ①٣halfndtwomik%", max_size=40) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    at = 0
    for numeral in find(text):
        assert at <= numeral.start < numeral.end <= len(text)
        at = numeral.end


@given(st.integers(0, 10**12))
def test_separators_change_nothing(number: int) -> None:
    assert evaluate(f"{number:,}") == number


@pytest.mark.parametrize("text", ["5 " + "million " * 60, "several " + "million " * 60, "9" * 400 + " people"])
def test_numbers_without_end_are_none(text: str) -> None:
    assert list(find(text)) == []
