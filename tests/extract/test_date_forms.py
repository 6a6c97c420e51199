"""The lexicon of dates: every entry fires on its example and on none of its counterexamples; periods of time."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract import date_forms, periods
from workbench.lexicons import lexicon

ENTRIES = lexicon("times").entries


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_fires_on_its_example_only(entry):
    assert date_forms.fires(entry.id, entry.example)
    assert [text for text in entry.counterexamples if date_forms.fires(entry.id, text)] == []


OVERLAPS = {
    "longest-wins": ("on Saturday, December 13, 2025", [("day", "Saturday, December 13, 2025")]),
    "two": ("on Monday and Tuesday", [("weekday", "Monday"), ("weekday", "Tuesday")]),
    "part-with-year": ("in late 2019", [("year", "late 2019")]),
    "stamp": ("Wed Dec 17 04:20:00 UTC 2025", [("day", "Wed Dec 17 04:20:00 UTC 2025")]),
    "mail": ("Sat, 13 Dec 2025 09:30", [("day", "Sat, 13 Dec 2025 09:30")]),
    "capitals": ("FRIDAY 13 DECEMBER 2025", [("day", "FRIDAY 13 DECEMBER 2025")]),
    "in-a-word": ("Mondays and x2020y", []),
    "version": ("version 1.2020.3", []),
}


@pytest.mark.parametrize(("text", "expected"), OVERLAPS.values(), ids=OVERLAPS)
def test_no_form_lies_over_another(text, expected):
    assert [(one.kind, text[one.start : one.end]) for one in date_forms.expressions(text)] == expected


@given(st.text(alphabet="0123456789 -/.,:MayJuneSunMonday'stho", max_size=80))
def test_forms_of_any_text_are_in_order_and_apart(text):
    found = date_forms.expressions(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", ("2024-08-15", "2024-08-15")),
        ("week", ("2024-08-12", "2024-08-18")),
        ("weekend", ("2024-08-17", "2024-08-18")),
        ("month", ("2024-08", "2024-08")),
        ("quarter", ("2024-07", "2024-09")),
        ("year", ("2024", "2024")),
        ("decade", ("2020", "2029")),
        ("century", ("2001", "2100")),
    ],
)
def test_the_period_that_holds_a_day(unit, expected):
    period = periods.of(date(2024, 8, 15), unit)
    assert (period.start, period.end) == expected


@given(
    st.dates(date(10, 1, 1), date(9900, 1, 1)),
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade"]),
)
def test_a_period_holds_its_day(day, unit):
    period = periods.of(day, unit)
    if unit != "weekend":
        assert period.first <= day <= period.last


@given(st.dates(), st.integers(-400, 400), st.sampled_from(["day", "week", "month", "year"]))
def test_a_move_and_its_way_back_differ_by_the_length_of_months_only(day, count, unit):
    try:
        back = periods.moved(periods.moved(day, count, unit), -count, unit)
    except (ValueError, OverflowError):
        return
    assert abs((back - day).days) <= (0 if unit in ("day", "week") else 3)
