"""Earlier counts, updates and the day of a count: what a sentence says of where a count stands in time."""

import pytest
from figure_corpus import article, corpus

from workbench.compare.frames import Frame, frames
from workbench.compare.quantities import group
from workbench.compare.sentences import sentence
from workbench.language import parse
from workbench.model import Fact, Standing


def framed(text: str, **facts: Fact) -> list[Frame]:
    made, figures = article(text, "a", **facts)  # type: ignore[arg-type]
    return list(frames(figures, list(parse([made]))))


EARLIER = [
    pytest.param("The death toll rose to 41, up from <37>, on Sunday.", id="up-from"),
    pytest.param("The number of injured climbed to 90 from <60>.", id="from"),
    pytest.param("The toll had stood at <37> the day before.", id="had-stood"),
    pytest.param("The previous toll was <37>.", id="previous-toll"),
    pytest.param("An earlier count put the number of missing at <12>.", id="earlier-count"),
    pytest.param("Officials earlier reported <79;deaths> deaths.", id="earlier-reported"),
    pytest.param("Earlier, the ministry put the number of infected at <300>.", id="earlier-at-the-start"),
    pytest.param("Police initially said <nine=9;people> people were hurt.", id="initially"),
    pytest.param("The firm raised its bid to $31 million from $<28=28000000;;USD> million.", id="bid"),
]
PLAIN = [
    pytest.param("The Greens won 34 seats, up from <21;seats> four years ago.", id="another-election"),
    pytest.param("The hospital treated 90 patients, up from <60;patients> a year earlier.", id="another-year"),
    pytest.param("Earlier this year a flood killed <12;people> people.", id="earlier-this-year"),
    pytest.param("Rescuers pulled <12;people> people from the rubble.", id="from-a-place"),
    pytest.param("Officials said <41;people> people had died.", id="plain"),
    pytest.param("By dawn the toll had risen to <41>.", id="had-risen"),
]


@pytest.mark.parametrize("text", EARLIER)
def test_an_earlier_count(text: str) -> None:
    assert [frame.figure.standing for frame in framed(text)] == [Standing.EARLIER]


@pytest.mark.parametrize("text", PLAIN)
def test_no_earlier_count(text: str) -> None:
    assert [frame.figure.standing for frame in framed(text)] != [Standing.EARLIER]


def test_an_update() -> None:
    assert [frame.figure.standing for frame in framed("The death toll rose to <41> on Sunday.")] == [Standing.UPDATE]


DAYS = [
    pytest.param("Officials said on Monday that <8;people> people had died.", {}, "monday", id="who-says-it"),
    pytest.param("The death toll rose to <41> on Sunday.", {}, "sunday", id="the-rise"),
    pytest.param(
        "The death toll rose to <41> on Sunday.", {"published": Fact("2024-10-08", "")}, "2024-10-06", id="date"
    ),
    pytest.param("The blast killed <8;people> people on Monday.", {}, None, id="day-of-the-event"),
    pytest.param(
        "The blast killed <8;people> people.", {"dateline": Fact("LIMA, 3 May (AP)", "")}, "05-03", id="dateline"
    ),
    pytest.param("The firm paid $<8;;USD>.", {"published": Fact("2024-10-08", "")}, None, id="what-does-not-move"),
]


@pytest.mark.parametrize(("text", "facts", "expected"), DAYS)
def test_the_day_of_a_count(text: str, facts: dict[str, Fact], expected: str | None) -> None:
    assert [frame.figure.as_of for frame in framed(text, **facts)] == [expected]


FERRY = [
    "At least <37=>=37;people> people died when the ferry sank, the coastguard said. It has <37;bodies> bodies.",
    "The death toll of the ferry rose to <41> on Sunday, up from <37> a day earlier.",
    "The ferry disaster claimed <43;lives> lives. The toll had stood at <41>.",
]


def test_a_toll_that_moves_is_one_quantity_with_the_newest_statements() -> None:
    toll = group(*corpus(*FERRY)).quantities[0]
    assert (toll.verdict.value, toll.sources, toll.low, toll.best, toll.high) == (
        "compatible",
        ("a", "b", "c"),
        37,
        43,
        43,
    )
    assert sentence(toll) == (
        "people killed: a says at least 37; b says 41; c says 43; the count has moved since; "
        "b gives 37 as an earlier count; c gives 41 as an earlier count."
    )


def test_what_another_article_calls_an_earlier_count_does_not_conflict() -> None:
    texts = [
        "The fire killed <three=3;people> people.",
        "The fire killed <four=4;people> people. The earlier toll was <three=3>.",
    ]
    found = group(*corpus(*texts))
    assert [(one.verdict.value, one.best) for one in found.quantities] == [("compatible", 4)]
    assert ("a:f16-21", "b:f16-20", "compatible", "an earlier count") in [
        (pair.figure_a, pair.figure_b, pair.relation.value, pair.reason) for pair in found.pairs
    ]
    assert "the count has moved since" in sentence(found.quantities[0])


def test_a_denied_number_is_told_as_denied() -> None:
    (denied,) = group(*corpus("The minister denied that <60;people> people had died.")).quantities
    assert sentence(denied, sources=1) == "people killed (a claim denied): a reports that 60 is denied."
