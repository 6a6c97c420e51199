"""What a sentence says is measured: the noun, the act, the time, the place, parts and others."""

import pytest
from figure_corpus import corpus

from workbench.compare.frames import Frame, frames


def frame(text: str) -> Frame:
    """The frame of the first figure of a text."""
    return next(iter(frames(*corpus(text))))


@pytest.mark.parametrize(
    ("text", "head", "act"),
    [
        pytest.param("The flood killed <12;people> people.", "people", "die", id="object"),
        pytest.param("<12;people> people were killed.", "people", "die", id="passive"),
        pytest.param("<12;people> people died in the flood.", "people", "die", id="subject"),
        pytest.param("<12;deaths> deaths were reported.", None, "die", id="noun-that-counts-each"),
        pytest.param("The death toll rose to <12>.", None, "die", id="toll"),
        pytest.param("The release of <12;hostages> hostages was announced.", "hostage", "free", id="noun-of-the-act"),
        pytest.param("<12;hostages> hostages freed on Friday flew home.", "hostage", "free", id="participle"),
        pytest.param("<12;players> players who were injured will miss the game.", "player", "injure", id="relative"),
        pytest.param("<300;residents> residents had to be evacuated.", "resident", "evacuate", id="modal"),
        pytest.param("The bank will lay off <300;workers> workers.", "worker", "dismiss", id="phrasal-verb"),
        pytest.param("Storm leaves <12;> dead in the north.", None, "die", id="headline-adjective"),
        pytest.param(
            "City Evacuates <300;Residents> Residents After Blast", "resident", "evacuate", id="headline-verb"
        ),
        pytest.param("A fine of $<2=2000000;;USD> million was imposed.", "fine", "fine", id="what-a-sum-is"),
        pytest.param("Turnout reached <71;;%> percent.", "turnout", "attend", id="what-a-share-is-of"),
        pytest.param("The talks lasted <nine=9;;hour> hours.", "talk", "last", id="time"),
    ],
)
def test_noun_and_act(text: str, head: str | None, act: str) -> None:
    found = frame(text)
    assert found.head == head
    assert act in found.acts, found.acts


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("It sold <12;players> players, including <two=2;keepers> keepers.", "whole part", id="including"),
        pytest.param("The list includes <12;women> women.", "part", id="includes"),
        pytest.param("Among those freed were <12;nurses> nurses.", "part", id="among"),
        pytest.param("Anna Berg and <12;passengers> other passengers were rescued.", "beside", id="others"),
        pytest.param("Anna Berg was rescued along with <12;passengers> other passengers.", "beside", id="along-with"),
        pytest.param("The remaining <12;jets> jets will follow in May.", "rest", id="remaining"),
        pytest.param("The club sold <12;players> players.", "whole", id="plain"),
    ],
)  # fmt: skip
def test_parts_others_and_the_rest(text: str, flags: str) -> None:
    said = [
        "part" if one.part else "beside" if one.beside else "rest" if one.rest else "whole"
        for one in frames(*corpus(text))
    ]
    assert " ".join(said) == flags


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("The quake on Sunday killed <12;people> people.", {"sunday"}, id="weekday"),
        pytest.param("Exports fell <12;;%> percent in May 2023.", {"may", "2023"}, id="month-and-year"),
        pytest.param("A fire last year killed <12;people> people.", {"before"}, id="last-year"),
        pytest.param("Two years ago a fire killed <12;people> people.", {"before"}, id="ago"),
        pytest.param("The firm, which once employed <12;people> people, closed.", {"before"}, id="once"),
        pytest.param("Since June <12;people> people have died.", {"june", "since"}, id="since"),
        pytest.param("It is the worst since 2003, when <12;people> people died.", {"2003"}, id="since-when"),
        pytest.param("Ann Lee, who was elected in 2019, dismissed <12;aides> aides.", set(), id="an-aside"),
        pytest.param("They may hire <12;people> people.", set(), id="may-is-no-month"),
    ],
)
def test_times(text: str, times: set[str]) -> None:
    assert frame(text).times == times


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Ann Lee, <40;;age>, was elected.", {"ann", "lee"}, id="after-the-name"),
        pytest.param("The <40;;age>-year-old Ann Lee was elected.", {"ann", "lee"}, id="before-the-name"),
        pytest.param("A <40;;age>-year-old man was elected.", set(), id="nobody-named"),
    ],
)
def test_whose_age(text: str, names: set[str]) -> None:
    assert frame(text).bearer == names


def test_places_stay_with_their_verb() -> None:
    first, second = frames(
        *corpus("<12;nurses> nurses were sent to Oslo, while <nine=9;nurses> nurses were sent to Bergen.")
    )
    assert (first.places, second.places) == ({"oslo"}, {"berge"})


def test_a_tally_has_two_sides() -> None:
    first, second = frames(*corpus("The bill passed <52;votes>-<48;votes>."))
    assert (first.other_side, second.other_side) == (48, 52)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<40;trains> trains were cancelled in the worst attack on a Danish railway company.", set()),
        ("<40;trains> trains were cancelled in Jutland.", {"jutla"}),
    ],
    ids=["whose-body", "where"],
)
def test_whose_body_it_is_says_not_where(text: str, places: set[str]) -> None:
    (frame,) = frames(*corpus(text))
    assert set(frame.places) == places


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The fire spread to <three=3;farms> farms.", "spread to"),
        ("The court ruled against <12;drivers> drivers.", "ruled against"),
        ("Bombs exploded at <two=2;plants> plants.", None),
        ("She was convicted of <12;murders> murders.", None),
        ("The fire destroyed <three=3;farms> farms.", "destroyed"),
    ],
)
def test_what_was_done_stands_behind_the_noun(text: str, done: str | None) -> None:
    (frame,) = frames(*corpus(text))
    assert frame.wording.done == done
