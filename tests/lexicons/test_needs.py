"""What a text must hold for a pattern to match: nothing that matches is passed over."""

import re

import pytest

from workbench.lexicons.beginnings import lowered
from workbench.lexicons.needs import DIGIT, Needed, needs

CASES = [
    pytest.param(r"(?:in )?(?:May|June) [0-9]{1,2}", [{"may", "june"}, {" "}, {DIGIT}], id="choice-and-digits"),
    pytest.param(r"[Tt]oday", [{"today"}], id="either-case"),
    pytest.param(r"(?:a )?b?c*", [], id="nothing-is-sure"),
    pytest.param(r"(?:ago|\w+)", [], id="one-way-needs-nothing"),
    pytest.param(r"[^0-9]+[^a]x", [{"x"}], id="sets-of-what-is-not"),
    pytest.param(r"(?:vote){2}(?!s)(?<=e)", [{"vote"}], id="repeats-and-looks-around"),
]


@pytest.mark.parametrize(("pattern", "wanted"), CASES)
def test_needs(pattern: str, wanted: list[set[str]]) -> None:
    assert [set(need) for need in needs(pattern)] == wanted


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("(?i:kelvin) [0-9]", "KELVIN 3", id="capitals"),
        pytest.param("(?i:kelvin)", "\u212aelvin", id="kelvin-sign"),
        pytest.param("(?i:storm)", "\u017ftorm", id="long-s"),
        pytest.param(r"vote \d", "vote \u0663", id="arabic-digit"),
        pytest.param("ago", "İ two days ago", id="small-letters-are-longer"),
    ],
)
def test_what_matches_is_never_passed_over(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert Needed([needs(pattern)]).by(lowered(text)) == [0]


def test_what_cannot_match_is_passed_over() -> None:
    assert Needed([needs("ago"), needs(r"\d May"), needs("x?")]).by("two years ago, in may") == [0, 2]
