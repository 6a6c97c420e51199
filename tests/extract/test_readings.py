"""Ranges, shared units and shared magnitudes."""

import pytest

from workbench.extract.readings import join, single

RANGES = {
    "between": ("between 300 and 400 migrants", [(300, 400, None)]),
    "between-money": ("between $62 and $68 a share", [(62, 68, "USD")]),
    "to": ("10 to 15 crew members", [(10, 15, None)]),
    "dash": ("8–10 years", [(8, 10, "year")]),
    "suspended-and": ("7- and 8-inch guns", [(7, None, "inch"), (8, None, "inch")]),
    "suspended": ("16- to 24-year-olds", [(16, 24, "year")]),
    "shared-magnitude": ("four to five thousand people", [(4000, 5000, None)]),
    "dash-magnitude": ("€3.9-4.1bn", [(3.9e9, 4.1e9, "EUR")]),
    "ranging-from": ("ranging from $200 to $4 million", [(200, 4e6, "USD")]),
    "from-to-is-two": ("rose from 4.9% to 5%", [(4.9, None, "%"), (5, None, "%")]),
    "change-to-is-two": ("rose 12% to $4.5bn", [(12, None, "%"), (4.5e9, None, "USD")]),
    "or-is-two": ("eight or nine euros", [(8, None, "EUR"), (9, None, "EUR")]),
    "and-is-two": ("5 and 6 kg", [(5, None, "kg"), (6, None, "kg")]),
    "falling-is-two": ("12 to 8 people", [(12, None, None), (8, None, None)]),
    "multiple-and-count": ("doubled to 10,000", [(2, None, "times"), (10000, None, None)]),
}


@pytest.mark.parametrize(("text", "expected"), RANGES.values(), ids=RANGES)
def test_range(text: str, expected: list[tuple[float, float | None, str | None]]) -> None:
    found = join(text, list(single(text)))
    assert [
        (r.numeral.value, r.upper.value if r.upper else None, r.unit.name if r.unit else None) for r in found
    ] == expected


def test_a_range_covers_both_ends() -> None:
    text = "between $62 and $68 a share"
    (reading,) = join(text, list(single(text)))
    assert text[reading.start : reading.end] == "62 and $68"
