"""Which side of a vote a number is on."""

import re

import pytest
from figure_corpus import corpus

from workbench.compare.quantities import group
from workbench.compare.sides import side
from workbench.language import load

SIDES = [
    ("The motion was rejected by 289 votes to 231.", ["against", "for"]),
    ("Senators passed the bill 51-49.", ["for", "against"]),
    ("The amendment failed 40-60 late at night.", ["for", "against"]),
    ("There were 51 votes in favour and 49 against.", ["for", "against"]),
    ("Councillors voted 12-3 on Monday.", [None, None]),
    ("They passed a motion to reject the plan, 12-3.", [None, None]),
    ("The team lost 12-3.", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), SIDES, ids=[text for text, _ in SIDES])
def test_sides(text: str, expected: list[str | None]) -> None:
    doc = load()(text)
    (sentence,) = doc.sents
    numbers = re.finditer(r"\d+", text)
    assert [side(sentence, *number.span()) for number in numbers] == expected


def test_the_label_says_the_side() -> None:
    found = group(*corpus("The motion was rejected by <289;votes> votes to <231;votes>."))
    assert [one.label for one in found.quantities] == ["votes against", "votes for"]
