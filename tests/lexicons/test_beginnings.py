"""A scout passes over a text, and finds what the pattern alone finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract import codes, units, wholes
from workbench.extract.number_words import grammar
from workbench.lexicons import beginnings, late
from workbench.lexicons.beginnings import Choice, Scouted
from workbench.lexicons.late import Late

PATTERNS = {
    "words": (r"\b(?:twenty|thirty|tw[io]ce)\b", re.IGNORECASE),
    "digits": (r"(?<![\d.])\d+(?:,\d{3})*|\bzero\b", 0),
    "in-a-word": ("aba|bab|ac", 0),
    "optional": (r"(?:an? )?(?:half|third)s?", re.IGNORECASE),
    "one-by-one": (r"a|[b-d]x|\$ ?\d", re.IGNORECASE),
    "capitals": (r"(?:US|U\.S\.)\$|R\b|(?i:kr)\.", 0),
    "back": (r"(a|b)\1", 0),
    "may-be-empty": (r"x*", 0),
    "any": (r".\d", 0),
    "long-s": (r"six|kilo", re.IGNORECASE),
    "sharp": ("straße|ångström|İ", re.IGNORECASE),
}
TEXTS = st.text(alphabet="abcdxR US$.k0129, \nthirywenolfvsßİıſKÅå-", max_size=60)


def found(pattern: re.Pattern[str] | Scouted, text: str) -> list[tuple[int, int, str | None]]:
    return [(*match.span(), match.lastgroup) for match in pattern.finditer(text)]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS.values(), ids=PATTERNS)
@given(text=TEXTS, width=st.integers(1, 4))
def test_a_scout_loses_nothing(pattern: str, flags: int, text: str, width: int) -> None:
    scouted, plain = Scouted(pattern, flags, width=width), re.compile(pattern, flags)
    assert found(scouted, text) == found(plain, text)
    first, same = plain.search(text, 1), scouted.search(text, 1)
    assert (first and first.span()) == (same and same.span())


@given(
    text=st.lists(
        st.sampled_from(
            [
                "a",
                "12",
                "1.5",
                "bn",
                "Rs.",
                "twenty-three",
                "half",
                "dozens",
                "of",
                "$",
                "US",
                "%",
                "(555)",
                "010",
                "km/h",
                "the",
                "few",
            ]
        )
    )
)
def test_the_lexicons_lose_nothing(text: list[str]) -> None:
    line = " ".join(text)
    for scouted in (grammar().number, wholes._pattern()[0], units._before(), *(one for one, _ in codes._patterns())):
        assert found(scouted, line) == found(scouted.pattern, line)


def test_a_scout_is_used_where_beginnings_are_known() -> None:
    assert beginnings.scout("twenty|thirty") is not None
    assert beginnings.scout(r"\w+ly") is None
    assert beginnings.scout("x*") is None
    assert grammar().number._scout is not None


def test_a_pattern_is_compiled_only_where_one_may_begin() -> None:
    scouted = Scouted("(?:twenty|thirty) of (?:twenty|thirty)")
    assert list(scouted.finditer("none of forty")) == []
    assert "made" not in vars(scouted._late)
    assert [hit.group() for hit in scouted.finditer("twenty of thirty")] == ["twenty of thirty"]


def test_a_choice_tries_few_alternatives() -> None:
    choice = Choice(["miles?", "minutes?", "kg"], r"\s?(?:{ways})")
    assert choice.among(" men", "men") is None
    pattern = choice.among(" min", "min")
    assert pattern is not None
    assert pattern.fullmatch(" minutes")
    assert not pattern.match(" miles")


@given(text=TEXTS)
def test_a_choice_leaves_out_only_what_cannot_match(text: str) -> None:
    ways = ["(?i:kilo|km)", "(?i:half)", r"\$", "R", r"\d+", "(?i:ångström)", ".x"]
    choice, plain = Choice(ways, r"-?(?:{ways})(?!\w)"), re.compile(rf"-?(?:{'|'.join(ways)})(?!\w)")
    pattern = choice.among(text, *([text[1:]] if text.startswith("-") else []))
    match, same = plain.match(text), pattern.match(text) if pattern else None
    assert (match and match.span()) == (same and same.span())


def test_without_pythons_own_reading_of_patterns_all_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "parser", None)
    made = Scouted(r"\b(?:twenty|thirty)\b")
    assert [hit.group() for hit in made.finditer("twenty of thirty")] == ["twenty", "thirty"]
    assert beginnings.may_begin(Late("no other test has this"), "image")
    assert Choice(("km", "miles"), "(?:{ways})").among("k") is not None
