"""What the analyst says counts as one thing or act: changes over the choices that were found, pure."""

from collections.abc import Sequence

import pytest

from workbench.compare.recast import OWN, recast, replay, word_of
from workbench.compare.same_acts import SameActs
from workbench.errors import OptionError
from workbench.lexicons.concepts import Change, change
from workbench.model import Device, Passage, Wording

TEXT = "Walkers and hikers met. A climber rested. The mayor scrapped the toll and praised hikers."


def at(surface: str, concept: str, base: str, nth: int = 0) -> Wording:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(surface, start + 1)
    passage = Passage("a", start, start + len(surface), surface)
    return Wording(passage, Device.CHOICE, concept, lexicon=f"choice: {base}")


FOUND = (
    at("Walkers", "people out", "walker"),
    at("hikers", "people out", "hiker"),
    at("climber", "climber", "climber"),
    at("scrapped", "scrap + toll", "scrap"),
    at("hikers", "people out", "hiker", 1),
)


def places(words: Sequence[str]) -> list[Wording]:
    """Where the words stand, as extraction would find them."""
    return [at(word, "", word) for word in words if word in TEXT]


def told(words: Sequence[Wording]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        assert TEXT[word.passage.start : word.passage.end] == word.passage.surface
        found.setdefault(str(word.concept), []).append(word.passage.surface)
    return found


CASES = [
    pytest.param(
        change("merge", "people out", other="climber"),
        {"people out": ["Walkers", "hikers", "climber", "hikers"], "scrap + toll": ["scrapped"]},
        id="merge",
    ),
    pytest.param(
        change("split", "people out", words="hiker", label="hikers only"),
        {
            "people out": ["Walkers"],
            "hikers only": ["hikers", "hikers"],
            "climber": ["climber"],
            "scrap + toll": ["scrapped"],
        },
        id="split",
    ),
    pytest.param(
        change("rename", "scrap + toll", label="the end of the toll"),
        {"people out": ["Walkers", "hikers", "hikers"], "climber": ["climber"], "the end of the toll": ["scrapped"]},
        id="rename",
    ),
    pytest.param(
        change("out", "people out", words=["WALKERS"]),
        {"people out": ["hikers", "hikers"], "climber": ["climber"], "scrap + toll": ["scrapped"]},
        id="out, by the word as it stands",
    ),
    pytest.param(
        change("make", label="who decides", words="mayor"),
        {
            "people out": ["Walkers", "hikers", "hikers"],
            "climber": ["climber"],
            "scrap + toll": ["scrapped"],
            "who decides": ["mayor"],
        },
        id="make",
    ),
    pytest.param(
        change("add", "climber", words="mayor, climber"),
        {
            "people out": ["Walkers", "hikers", "hikers"],
            "climber": ["climber", "mayor"],
            "scrap + toll": ["scrapped"],
        },
        id="add, without a second one at one place",
    ),
    pytest.param(change("act", words=("scrap", "axe")), told(FOUND), id="verbs of one act change nothing here"),
]


@pytest.mark.parametrize(("one", "expected"), CASES)
def test_changes(one: Change, expected: dict[str, list[str]]) -> None:
    assert told(recast(FOUND, [one], places)) == expected


@pytest.mark.parametrize(
    ("one", "why"),
    [
        pytest.param(change("merge", "climber", other="climber"), "with itself", id="itself"),
        pytest.param(change("merge", "climber", other="boats"), "no “boats”", id="no-such-thing"),
        pytest.param(change("split", "climber", words="climber", label="x"), "These are all", id="all-words"),
        pytest.param(change("split", "people out", words="hiker", label="climber"), "already", id="name-taken"),
        pytest.param(change("split", "people out", words="boat"), "no word “boat”; its words are walker", id="no-word"),
        pytest.param(change("rename", "climber", label="people out"), "already", id="rename-to-another"),
        pytest.param(change("make", label="climber", words="mayor"), "already", id="make-another"),
        pytest.param(change("make", label="ships", words="frigate"), "stands nowhere", id="nowhere"),
        pytest.param(change("out", "boats", words="x"), "no “boats”", id="out-of-nothing"),
    ],
)
def test_what_does_not_fit(one: Change, why: str) -> None:
    with pytest.raises(OptionError, match=why):
        recast(FOUND, [one], places)
    assert replay(FOUND, [one], places)[0] == FOUND
    assert [change for change, _ in replay(FOUND, [one], places)[1]] == [one]


def test_one_after_the_other_and_what_was_found_stays() -> None:
    changes = [
        change("merge", "people out", other="climber"),
        change("rename", "people out", label="those outdoors"),
        change("split", "those outdoors", words="climber"),
        change("add", "climber", words="mayor"),
    ]
    before = told(FOUND)
    assert told(recast(FOUND, changes, places)) == {
        "those outdoors": ["Walkers", "hikers", "hikers"],
        "climber": ["climber", "mayor"],
        "scrap + toll": ["scrapped"],
    }
    assert told(FOUND) == before


def test_own_words_are_marked_as_such() -> None:
    made = recast(FOUND, [change("make", label="who decides", words="mayor")], places)
    assert [(word.lexicon, word_of(word)) for word in made if word.concept == "who decides"] == [(OWN, "mayor")]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("axe", "scrap", True, id="as-said"),
        pytest.param("bin", "axe", True, id="through-a-third"),
        pytest.param("scrap", "scrap", True, id="itself"),
        pytest.param("axe", "praise", False, id="another"),
        pytest.param("praise", "laud", False, id="neither"),
    ],
)
def test_verbs_of_one_act(a: str, b: str, same: bool) -> None:
    own = SameActs((("axe", "scrap"), ("scrap", "bin")))
    assert own.same(a, b) is same


def test_an_act_of_the_lexicon_is_widened() -> None:
    own = SameActs((("snatch", "freed"),))
    assert "free" in own.widen(frozenset({"snatch"}))
    assert own.kind("snatch") == own.kind("release")
    assert SameActs().widen(frozenset({"snatch"})) == {"snatch"}
