"""Which figures of different articles measure one thing, and what they say together: hand-written, many subjects."""

import random

import pytest
from figure_corpus import article, corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.compare.quantities import Comparison, group
from workbench.language import parse
from workbench.model import Verdict

CASES = [
    pytest.param(
        [
            "A landslide killed <12;people> and injured <30;people> in the valley on Monday.",
            "<Twelve=12;people> people died when a hillside collapsed in the valley, and <30;others> others were hurt.",
            "The death toll from the landslide rose to <12> on Tuesday.",
        ],
        ["a:12 b:Twelve c:12 -> agree", "a:30 b:30 -> agree"],
        id="toll-kills-died",
    ),
    pytest.param(
        [
            "The ferry disaster killed <212;passengers> passengers, the coastguard said.",
            "The ferry disaster killed <198;passengers> passengers, the ministry of transport said.",
        ],
        ["a:212 b:198 -> conflict"],
        id="toll-conflict",
    ),
    pytest.param(
        [
            "At least <40=>=40;people> people were killed in the bus crash near the border.",
            "The bus crash near the border killed <43;people> people, police said.",
        ],
        ["a:40 b:43 -> compatible"],
        id="toll-at-least",
    ),
    pytest.param(
        [
            "The blast killed <9;workers> workers at the refinery.",
            "The blast injured <9;workers> workers at the refinery.",
        ],
        ["a:9 -> single-source", "b:9 -> single-source"],
        id="killed-vs-injured",
    ),
    pytest.param(
        [
            "The bill passed by <52;votes> votes to <48;votes>.",
            "Senators approved the bill with <52;votes> votes in favour.",
            "The measure passed <52;votes>-<48;votes>.",
        ],
        ["a:52 b:52 c:52 -> agree"],
        id="votes",
    ),
    pytest.param(
        [
            "The Greens won <34;seats> seats, up from <21;seats> four years ago.",
            "The Greens took <34;seats> of the 200 seats.",
            "The Liberals won <21;seats> seats.",
        ],
        ["a:34 b:34 -> agree", "a:21 -> single-source", "c:21 -> single-source"],
        id="seats",
    ),
    pytest.param(
        [
            "The carmaker will cut <3,000=3000;jobs> jobs in Germany.",
            "The carmaker plans to lay off <3,000=3000;workers> workers in Germany.",
            "About <3,000=~3000;positions> positions will be axed, the company said.",
        ],
        ["a:3,000 b:3,000 c:3,000 -> agree"],
        id="layoffs",
    ),
    pytest.param(
        [
            "Net profit rose <12;;%> percent to $<4.1=4.1e;;USD> billion.",
            "The bank said profit climbed <12;;%> percent.",
        ],
        ["a:12 b:12 -> agree"],
        id="profit",
    ),
    pytest.param(
        [
            "Shares rose <4;;%> percent on Friday.",
            "Shares fell <4;;%> percent on Friday.",
        ],
        ["a:4 -> single-source", "b:4 -> single-source"],
        id="rise-fall",
    ),
    pytest.param(
        [
            "Health officials reported <148;cases> new cases of measles on Thursday.",
            "Officials said <148;people> people had been infected with measles.",
            "<Dozens=?24;children> of children have caught measles.",
        ],
        ["a:148 b:148 -> agree", "c:Dozens -> single-source"],
        id="infections",
    ),
    pytest.param(
        [
            "Some <2,400=~2400;residents> residents were evacuated as the fire approached the town.",
            "The fire forced the evacuation of <2,400=2400;people> people from the town.",
            "Thousands fled; <70;homes> homes were destroyed by the fire.",
        ],
        ["a:2,400 b:2,400 -> compatible", "c:70 -> single-source"],
        id="evac",
    ),
    pytest.param(
        [
            "The storm left <40,000=40000;households> households without power in Galway.",
            "The storm left <25,000=25000;households> households without power in Cork.",
        ],
        ["a:40,000 -> single-source", "b:25,000 -> single-source"],
        id="different-place",
    ),
    pytest.param(
        [
            "The airline carried <3.1=3100000;passengers> million passengers in March.",
            "The airline carried <2.8=2800000;passengers> million passengers in June.",
        ],
        ["a:3.1 -> single-source", "b:2.8 -> single-source"],
        id="different-time",
    ),
    pytest.param(
        [
            "The crash killed <19;people> people, including <4;children> children.",
            "The crash killed <19;people> people, <three=3;of them> of them children.",
        ],
        ["a:19 b:19 -> agree", "a:4 -> single-source", "b:three -> single-source"],
        id="subset",
    ),
    pytest.param(
        [
            "A crowd of <61,200=61200;> watched the final at the national stadium.",
            "The final at the national stadium drew <61,200=61200;spectators> spectators.",
        ],
        ["a:61,200 b:61,200 -> agree"],
        id="attendance",
    ),
    pytest.param(
        [
            "Maria Lopez, <34;;age>, was named chief executive on Monday.",
            "The company appointed <34;;age>-year-old Maria Lopez as chief executive.",
            "Peter Hahn, <34;;age>, was named finance chief on Monday.",
        ],
        ["a:34 b:34 -> agree", "c:34 -> single-source"],
        id="age",
    ),
    pytest.param(
        [
            "The driver, Tom Reed, <52;;age>, was arrested at the scene.",
            "Police arrested the driver, Tom Reed, <54;;age>, at the scene.",
        ],
        ["a:52 b:54 -> conflict"],
        id="age-conflict",
    ),
    pytest.param(
        [
            "Regulators fined the bank $<250=250000000;;USD> million for the breach.",
            "The bank agreed to pay a fine of $<250=250000000;;USD> million over the breach.",
            "The bank set aside $<250=250000000;;USD> million for new branches.",
        ],
        ["a:250 b:250 -> agree", "c:250 -> single-source"],
        id="fine",
    ),
    pytest.param(
        [
            "The deal is worth $<8.1=8100000000;;USD> billion, the companies said.",
            "The companies announced a deal worth about $<8=~8000000000;;USD> billion.",
        ],
        ["a:8.1 b:8 -> compatible"],
        id="rounding-money",
    ),
    pytest.param(
        [
            "The factory fire killed <25;workers> workers on Sunday.",
            "A fire last year at a factory nearby killed <31;workers> workers.",
        ],
        ["a:25 -> single-source", "b:31 -> single-source"],
        id="earlier",
    ),
    pytest.param(
        [
            "The strike lasted <six=6;;hour> hours, the union said.",
            "The strike lasted <nine=9;;hour> hours, the operator said.",
        ],
        ["a:six b:nine -> conflict"],
        id="strike-hours",
    ),
    pytest.param(
        [
            "Police said <8,000=8000;people> people marched through the capital on Saturday.",
            "Organisers said <20,000=20000;people> people marched through the capital on Saturday.",
        ],
        ["a:8,000 b:20,000 -> conflict"],
        id="protest",
    ),
    pytest.param(
        [
            "Rescuers pulled <14;survivors> survivors from the rubble.",
            "<Fourteen=14;people> people were rescued from the rubble.",
            "Rescuers pulled <14;bodies> bodies from the river.",
        ],
        ["a:14 b:Fourteen -> agree", "c:14 -> single-source"],
        id="survivors",
    ),
    pytest.param(
        [
            "Police arrested <17;people> people after the match.",
            "There were <17;arrests> arrests after the match, police said.",
            "<Seventeen=17;fans> fans were detained after the match.",
        ],
        ["a:17 b:17 c:Seventeen -> agree"],
        id="arrests",
    ),
    pytest.param(
        [
            "<Nine=9;patients> patients remain in hospital after the gas leak.",
            "<Nine=9;workers> workers were taken to hospital after the gas leak.",
        ],
        ["a:Nine -> single-source", "b:Nine -> single-source"],
        id="hospital",
    ),
    pytest.param(
        [
            "Quake Kills <41;> in Northern Region\n\nAn earthquake killed <41;people> people in the northern region.",
            "Rescuers search after quake leaves <41;> dead in the northern region.",
        ],
        ["a:41 b:41 -> agree"],
        id="headline",
    ),
    pytest.param(
        [
            "The plant will employ <900;people> people by 2030.",
            "The old plant, which employed <1,400=1400;people> people, closed in 2019.",
        ],
        ["a:900 -> single-source", "b:1,400 -> single-source"],
        id="other-time-of-jobs",
    ),
    pytest.param(
        [
            "<Six=6;hikers> hikers are still missing after the avalanche, which killed <three=3;> .",
            "The avalanche killed <three=3;hikers> hikers; <six=6;others> others are unaccounted for.",
        ],
        ["a:Six b:six -> agree", "a:three b:three -> agree"],
        id="still-missing",
    ),
]


def told(comparison: Comparison) -> list[str]:
    """Each quantity as "a:12 b:Twelve -> agree": article and surface of its figures, and the verdict."""
    return [
        " ".join(sorted({f"{one.passage.article_id}:{one.passage.surface}" for one in quantity.figures}))
        + f" -> {quantity.verdict}"
        for quantity in comparison.quantities
    ]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_what_is_one_quantity_and_its_verdict(texts: list[str], expected: list[str]) -> None:
    found = told(group(*corpus(*texts)))
    assert [one for one in expected if one not in found] == [], found


@pytest.mark.parametrize(("texts", "expected"), CASES[:12])
def test_the_order_of_articles_and_figures_changes_nothing(texts: list[str], expected: list[str]) -> None:
    figures, parsed = corpus(*texts)
    straight = group(figures, parsed)
    shuffled = random.Random(7).sample(figures, len(figures))
    assert group(shuffled, parsed[::-1]) == straight


def test_every_figure_is_in_one_quantity() -> None:
    figures, parsed = corpus(*CASES[0].values[0])
    ids = [figure.figure_id for quantity in group(figures, parsed).quantities for figure in quantity.figures]
    assert sorted(ids) == sorted(figure.figure_id for figure in figures)


def test_pairs_are_of_two_articles_with_relation_and_reason() -> None:
    comparison = group(
        *corpus("The flood killed <12;people> people.", "The flood killed <more than 10=>10;people> people.")
    )
    assert [(pair.figure_a, pair.figure_b, pair.relation, pair.reason) for pair in comparison.pairs] == [
        ("a:f17-19", "b:f17-29", Verdict.COMPATIBLE, "bound")
    ]


def test_a_repeat_in_one_article_is_one_statement_with_two_places() -> None:
    text = "Flood kills <12;people> people\n\nThe flood killed <12;people> people in the valley."
    (quantity,) = group(*corpus(text)).quantities
    assert (quantity.verdict, quantity.sources, len(quantity.figures)) == (Verdict.SINGLE_SOURCE, ("a",), 2)


def test_an_article_that_repeats_another_counts_once() -> None:
    text = "The flood killed <12;people> people in the valley."
    made = [article(text, "a"), article(text, "b", duplicate_of="a")]
    figures = [figure for _, some in made for figure in some]
    comparison = group(figures, list(parse(one for one, _ in made)))
    (quantity,) = comparison.quantities
    assert (quantity.verdict, quantity.sources, len(quantity.figures)) == (Verdict.SINGLE_SOURCE, ("a",), 2)
    assert comparison.pairs == ()


def test_low_best_and_high_are_those_of_the_best_statements() -> None:
    texts = [
        "The ferry carried <212;passengers> passengers, the owner said.",
        "The ferry carried <212;passengers> passengers, the port said.",
        "The ferry carried <198;passengers> passengers, the coastguard said.",
    ]
    quantity = next(one for one in group(*corpus(*texts)).quantities if len(one.sources) == 3)
    assert (quantity.low, quantity.best, quantity.high, quantity.verdict) == (198, 212, 212, Verdict.CONFLICT)


def test_figures_without_a_parse_are_read_by_the_extractors_words() -> None:
    figures, _ = corpus("The flood killed <12;people> people.")
    assert told(group(figures, [])) == ["a:12 -> single-source"]


def test_nothing_gives_nothing() -> None:
    assert group([], []) == Comparison()


WORDS = st.sampled_from(
    [
        "The",
        "flood",
        "killed",
        "injured",
        "<12;people>",
        "<dozens=?24>",
        "people,",
        "of",
        "them",
        "<3;homes>",
        "and",
        "the",
        "<9;;%>",
        "in",
        "on",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_odd_sentences_never_raise_and_keep_the_rules(texts: list[str]) -> None:
    comparison = group(*corpus(*texts))
    for quantity in comparison.quantities:
        articles = {figure.passage.article_id for figure in quantity.figures}
        assert set(quantity.sources) <= articles
        assert (quantity.verdict is Verdict.SINGLE_SOURCE) == (len(quantity.sources) == 1)
        assert len({figure.measure.unit for figure in quantity.figures}) == 1
    ids = {quantity.quantity_id for quantity in comparison.quantities}
    assert {pair.quantity_id for pair in comparison.pairs} <= ids
