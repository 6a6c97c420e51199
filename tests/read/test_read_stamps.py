"""Dates of metadata as ISO 8601: what is clear is kept as precise as it is stated, what is not clear is no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.read.stamps import iso


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024-7-3", "2024-07-03"),
        ("2024-07-03", "2024-07-03"),
        ("2024-07-03T08:15:00Z", "2024-07-03T08:15:00Z"),
        ("2024-07-03T08:15:00.123+02:00", "2024-07-03T08:15:00+02:00"),
        ("2024-07-03 08:15", "2024-07-03T08:15:00"),
        ("2024-07-03 08:15:09 UTC", "2024-07-03T08:15:09Z"),
        ("Wed, 03 Jul 2024 08:15:00 GMT", "2024-07-03T08:15:00Z"),
        ("3 July 2024", "2024-07-03"),
        ("Wednesday, 3rd Jul. 2024", "2024-07-03"),
        ("July 3, 2024", "2024-07-03"),
        ("Jul 3 2024, 10 am", "2024-07-03"),
        ("3-Sep-2024", "2024-09-03"),
        ("May 2024", "2024-05"),
        ("03.07.2024", "2024-07-03"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("05/05/2024", "2024-05-05"),
        ("03/07/2024", None),
        ("2024-13-01", None),
        ("2024-02-30", None),
        ("31 June 2024", None),
        ("yesterday", None),
        ("1719994500", None),
        ("", None),
    ],
)
def test_dates(stated: str, expected: str | None) -> None:
    assert iso(stated) == expected


@given(st.text(max_size=60))
def test_no_text_raises(stated: str) -> None:
    found = iso(stated)
    assert found is None or found[:4].isdecimal()


@given(st.from_regex(r"[0-9A-Z]{1,6}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9:TZ+]{1,20}", fullmatch=True))
def test_nothing_like_a_date_raises(stated: str) -> None:
    iso(stated)
