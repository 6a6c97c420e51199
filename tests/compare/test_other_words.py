"""One quantity told in other words, units or with other verbs; one number told of two things stays two."""

import pytest
from figure_corpus import corpus

from workbench.compare import chance, scales
from workbench.compare.quantities import group
from workbench.compare.regroup import quantity_of
from workbench.compare.verdicts import pair
from workbench.model import Bound, Measure, Verdict

TOGETHER = [
    pytest.param(
        [
            "The museum will be closed for <36=36;;hour> hours after the leak.",
            "After the leak the museum stays closed for <a day and a half=1.5;;day>.",
        ],
        ["a:36 b:a day and a half -> agree"],
        id="hours-and-days",
    ),
    pytest.param(
        [
            "The pool will not open for <72=72;;hour> hours, the city said after the chlorine leak.",
            "The pool was closed for <three=3;;day> days after a chlorine leak, the city said.",
        ],
        ["a:72 b:three -> agree"],
        id="not-open-is-closed",
    ),
    pytest.param(
        [
            "The charity received $<730,000=730000;;USD> from the singer's estate.",
            "The singer's estate gave the charity $<730,000=730000;;USD>.",
        ],
        ["a:730,000 b:730,000 -> agree"],
        id="given-and-received",
    ),
    pytest.param(
        [
            "Harlow Dairies is selling its creamery to Denby for $<64=64000000;;USD> million.",
            "Denby is buying the creamery of Harlow Dairies for $<64=64000000;;USD> million.",
        ],
        ["a:64 b:64 -> agree"],
        id="sold-and-bought",
    ),
    pytest.param(
        [
            "Marlo is recalling <90,000=90000;heaters> heaters after a fire.",
            "<90,000=90000;heaters> heaters of Marlo are being pulled from shops after a fire.",
        ],
        ["a:90,000 b:90,000 -> agree"],
        id="pulled-from-sale",
    ),
    pytest.param(
        [
            "The avalanche killed <six=6;people> skiers, rescuers said.",
            "<Six=6;bodies> bodies were recovered from the avalanche.",
        ],
        ["a:six b:Six -> agree"],
        id="bodies-are-the-dead",
    ),
    pytest.param(
        [
            "The cannery employs <640;people> people in the town.",
            "The cannery, with its workforce of <640;workforce>, is the largest employer in the town.",
        ],
        ["a:640 b:640 -> agree"],
        id="a-workforce",
    ),
    pytest.param(
        [
            "The airship had <17;crew> crew when it crashed.",
            "When the airship crashed, <17;crew members> crew members were aboard.",
        ],
        ["a:17 b:17 -> agree"],
        id="crew-members",
    ),
    pytest.param(
        [
            "The club must pay a fine of $<60,000=60000;;USD> over the pitch invasion.",
            "The $<60,000=60000;;USD> fine follows a pitch invasion.",
        ],
        ["a:60,000 b:60,000 -> agree"],
        id="the-sum-before-its-noun",
    ),
    pytest.param(
        [
            "The chapel has room for <220;capacity>, the parish said.",
            "The chapel can hold <220;people> people, the parish said.",
        ],
        ["a:220 b:220 -> agree"],
        id="room-for",
    ),
    pytest.param(
        [
            "The WHO gave the clinic $<340,000=340000;;USD>.",
            "The World Health Organization has given the clinic $<340,000=340000;;USD>.",
        ],
        ["a:340,000 b:340,000 -> agree"],
        id="an-agency-by-its-letters",
    ),
    pytest.param(
        [
            "Gusts of <135;;km/h> km/h were measured on the bridge.",
            "Winds on the bridge reached <135;;km/h> km/h.",
        ],
        ["a:135 b:135 -> agree"],
        id="winds-and-gusts",
    ),
    pytest.param(
        [
            "The balloon was lost when wind speeds reached <155;;km/h> km/h.",
            "Winds of <155;;km/h> km/h tore the balloon away.",
        ],
        ["a:155 b:155 -> agree"],
        id="wind-speeds",
    ),
    pytest.param(
        [
            "Beef exports fell by <17.5;;%> percent last year.",
            "Exports of beef were <17.5;;%> percent lower last year.",
        ],
        ["a:17.5 b:17.5 -> agree"],
        id="fell-and-lower",
    ),
    pytest.param(
        [
            "<53;senators> senators voted for the water bill.",
            "The water bill got <53;votes> votes.",
        ],
        ["a:53 b:53 -> agree"],
        id="votes-and-those-who-voted",
    ),
    pytest.param(
        [
            "The brewery had a turnover of $<4.87=4870000000;;USD> billion.",
            "Sales came to $<4.9=4900000000;;USD> billion at the brewery.",
        ],
        ["a:4.87 b:4.9 -> compatible"],
        id="a-rounded-sum-of-one-noun",
    ),
    pytest.param(
        [
            "The pipeline will be <31.5;;km> km long.",
            "Farmers object to the <31.5;kilometre;km>-kilometre pipeline.",
        ],
        ["a:31.5 b:31.5 -> agree"],
        id="a-length",
    ),
    pytest.param(
        [
            "Unemployment is forecast to reach <6.4;;%> percent.",
            "The jobless rate is expected to climb to <6.4;;%> percent.",
        ],
        ["a:6.4 b:6.4 -> agree"],
        id="what-is-expected-to-rise",
    ),
    pytest.param(
        [
            "The vaccine trial has <8,350=8350;volunteers> volunteers.",
            "The <8,350=8350;participants> participants were followed all winter.",
        ],
        ["a:8,350 b:8,350 -> agree"],
        id="a-very-odd-number-of-people",
    ),
    pytest.param(
        [
            "Parliament approved $<40=40000000;;USD> million to help the shepherds.",
            "Ministers have promised $<40=40000000;;USD> million in relief.",
        ],
        ["a:40 b:40 -> agree"],
        id="a-sum-that-is-granted",
    ),
    pytest.param(
        [
            "The crew drifted for <26;;day> days before a trawler saw them.",
            "Their ordeal went on for <26;;day> days.",
        ],
        ["a:26 b:26 -> agree"],
        id="a-time-that-nothing-else-has",
    ),
    pytest.param(
        [
            "The eye hospital cancelled <1,900=1900;operations> operations.",
            "<1,900=1900;surgeries> surgeries were called off at the eye hospital.",
        ],
        ["a:1,900 b:1,900 -> agree"],
        id="operations-and-surgeries",
    ),
    pytest.param(
        [
            "The museum puts the number of visitors whose cards were copied at <6,200=6200>.",
            "The cards of <6,200=6200;visitors> visitors to the museum were copied.",
        ],
        ["a:6,200 b:6,200 -> agree"],
        id="the-number-of-those-who",
    ),
    pytest.param(
        [
            "The avalanche killed <six=6;people> people on Sunday.",
            "The number of dead rose to <seven=7;dead> on Monday after a skier was found under the avalanche.",
        ],
        ["a:six b:seven -> compatible"],
        id="a-toll-that-has-risen",
    ),
    pytest.param(
        [
            "The pilots demand a pay rise of <11;;%> percent.",
            "The pilots threatened to walk out unless their demand for <11;;%> percent more pay is met.",
        ],
        ["a:11 b:11 -> agree"],
        id="a-demand-in-a-supposition",
    ),
    pytest.param(
        [
            "The toll of the landslide is <nine=9>. Rescuers recovered <seven=7;bodies> bodies.",
            "The landslide killed <nine=9;people> people on Monday.",
        ],
        ["a:nine b:nine -> agree", "a:seven -> single-source"],
        id="bodies-beside-a-toll",
    ),
]

APART = [
    pytest.param(
        [
            "The flood left <1.4 million=1400000;commuters> commuters stranded.",
            "The rail app has <1.4 million=1400000;users> daily users.",
        ],
        id="people-of-two-sorts",
    ),
    pytest.param(
        [
            "The number of deaths in the cholera outbreak rose to <14;deaths>.",
            "The number of cases in the cholera outbreak rose to <17;cases>.",
        ],
        id="deaths-and-cases-of-one-outbreak",
    ),
    pytest.param(
        [
            "The bank was fined $<45=45000000;;USD> million.",
            "The bank set aside $<45=45000000;;USD> million for a new tower.",
        ],
        id="a-sum-for-something-else",
    ),
    pytest.param(
        [
            "Gusts of <160;;km/h> kilometres per hour were measured.",
            "The train ran at <160;;km/h> kilometres per hour.",
        ],
        id="speeds-of-two-things",
    ),
    pytest.param(
        [
            "<250;flights> flights were cancelled because of the ash cloud.",
            "<250;flights> flights were delayed because of the ash cloud.",
        ],
        id="cancelled-and-delayed",
    ),
    pytest.param(
        ["Cocoa prices have risen <9.4;;%> percent since May.", "Cocoa prices have fallen <9.4;;%> percent since May."],
        id="risen-and-fallen",
    ),
    pytest.param(
        ["Rents will go up by <3.5;;%> percent.", "Wages in shops rise <3.5;;%> percent."],
        id="a-rise-in-two-things",
    ),
    pytest.param(
        [
            "The port set aside <8;;%> percent of its profit. It cut <8;;%> percent of its staff.",
            "Fares for the ferry, it said, would be <8;;%> percent dearer.",
        ],
        id="a-number-that-one-article-has-twice",
    ),
    pytest.param(
        ["The talks lasted <three=3;;week> weeks.", "The talks lasted <five=5;;day> days."],
        id="times-of-other-lengths",
    ),
]


def together(texts: list[str]) -> list[str]:
    """Each quantity of two articles or more as "a:12 b:Twelve -> agree"."""
    return [
        " ".join(f"{one.passage.article_id}:{one.passage.surface}" for one in quantity.figures)
        + f" -> {quantity.verdict}"
        for quantity in group(*corpus(*texts)).quantities
    ]


@pytest.mark.parametrize(("texts", "expected"), TOGETHER)
def test_one_quantity_in_other_words(texts: list[str], expected: list[str]) -> None:
    assert together(texts) == expected


@pytest.mark.parametrize("texts", APART)
def test_two_quantities_stay_two(texts: list[str]) -> None:
    found = group(*corpus(*texts))
    assert {one.verdict for one in found.quantities} == {Verdict.SINGLE_SOURCE}
    assert found.pairs == ()


TIMES = [
    pytest.param(Measure(48, 48, 48, "hour"), Measure(2, 2, 2, "day"), Verdict.AGREE, id="hours-days"),
    pytest.param(Measure(18, 18, 18, "month"), Measure(1.5, 1.5, 1.5, "year"), Verdict.AGREE, id="months-years"),
    pytest.param(Measure(60, 60, 60, "day"), Measure(2, 2, 2, "month"), Verdict.COMPATIBLE, id="days-months"),
    pytest.param(Measure(52, 52, 52, "week"), Measure(1, 1, 1, "year"), Verdict.COMPATIBLE, id="weeks-year"),
    pytest.param(
        Measure(11, 11, 11, "week"), Measure(3, None, 3, "month", bound=Bound.BELOW), Verdict.COMPATIBLE, id="below"
    ),
    pytest.param(Measure(3, 3, 3, "week"), Measure(5, 5, 5, "day"), Verdict.CONFLICT, id="other"),
    pytest.param(Measure(2, 2, 2, "day"), Measure(2, 2, 2, "week"), Verdict.CONFLICT, id="one-number-two-units"),
]


@pytest.mark.parametrize(("a", "b", "expected"), TIMES)
def test_times_in_other_units(a: Measure, b: Measure, expected: Verdict) -> None:
    assert pair(a, b)[0] is pair(b, a)[0] is expected


def test_the_range_of_a_quantity_is_in_its_own_unit() -> None:
    figures, _ = corpus("It was shut for <48;;hour> hours.", "It was shut for <two=2;;day> days.")
    made = quantity_of("q:1", "time shut", figures)
    assert (made.unit, made.low, made.best, made.high) == ("hour", 48, 48, 48)
    assert [figure.measure.value for figure in made.figures] == [48, 2]


def test_what_is_no_time_stays_as_it_is() -> None:
    metres = Measure(3, 3, 3, "metre")
    assert scales.into(metres, "day") is metres
    assert scales.points(metres) == ()


def test_an_acronym_stands_for_names_with_its_letters() -> None:
    assert chance.initials(frozenset({"imf"}), frozenset({"inter", "monet", "fund"}))
    assert not chance.initials(frozenset({"imf"}), frozenset({"world", "bank"}))
