"""One number told less exactly, in another unit or as a fraction is one quantity; two that are only near stay two."""

import pytest

import workbench as wb
from workbench.compare import verdicts
from workbench.compare.rounded import near
from workbench.model import Bound, Measure, Verdict

TOGETHER = [
    pytest.param(
        [
            "On its first day 23,460 passengers rode the new tram line.",
            "More than 23,000 passengers rode the new tram line on its first day.",
        ],
        ["a:23,460 b:23,000 -> compatible"],
        id="more-than",
    ),
    pytest.param(
        [
            "The inquiry heard evidence from 187 nurses.",
            "The judge thanked the nearly 190 nurses.",
        ],
        ["a:187 b:190 -> compatible"],
        id="nearly",
    ),
    pytest.param(
        [
            "The siege of the old fort lasted 33 days.",
            "The siege of the old fort went on for almost five weeks.",
        ],
        ["a:33 b:five -> compatible"],
        id="days-and-weeks",
    ),
    pytest.param(
        [
            "The blackout lasted 44 hours.",
            "The 44-hour blackout was the longest in the province since 1977.",
            "The blackout went on for almost two days.",
        ],
        ["a:44 b:44 c:two -> agree"],
        id="the-longest-since",
    ),
    pytest.param(
        [
            "An avalanche killed at least 21 people in Tyrol on Monday.",
            "The number of people killed by the avalanche rose to 26 on Tuesday, up from 21 a day earlier.",
            "The avalanche near Imst killed 26 people. Survivors left the valley on Friday.",
        ],
        ["a:21 b:26 b:21 c:26 -> agree"],
        id="a-toll-that-moved-from-place-to-place",
    ),
    pytest.param(
        ["The drought lasted nine weeks.", "The drought dragged on for about two months."],
        ["a:nine b:two -> compatible"],
        id="weeks-and-months",
    ),
    pytest.param(
        ["The civil war lasted 19 years.", "The civil war dragged on for almost two decades."],
        ["a:19 b:two -> compatible"],
        id="years-and-decades",
    ),
    pytest.param(
        [
            "Passengers pay 240 pence per trip.",
            "Passengers on the night bus pay £2.40 per trip.",
        ],
        ["a:240 b:2.40 -> agree"],
        id="pence-and-pounds",
    ),
    pytest.param(
        [
            "Some 34 percent of the orchards were destroyed by the hail.",
            "About a third of the orchards were destroyed by the hail.",
        ],
        ["a:34 b:a third -> compatible"],
        id="a-third-of-what-is-told-in-percent",
    ),
    pytest.param(
        [
            "Rail fares cut by 12.5 percent\n\nThe ministry has told the companies what to do.",
            "Fares fall by 12.5 percent.",
        ],
        ["a:12.5 b:12.5 -> agree"],
        id="fares-fall-by",
    ),
    pytest.param(
        [
            "Striker gets nine years\n\nThe tribunal met in secret. It sentenced the striker to nine years in prison.",
        ],
        ["a:nine a:nine -> single-source"],
        id="what-a-headline-repeats",
    ),
    pytest.param(
        ["The goalkeeper made 137 appearances for Arvo.", "The goalkeeper played 137 games for Arvo."],
        ["a:137 b:137 -> agree"],
        id="appearances",
    ),
    pytest.param(
        ["He was sentenced to 14 years in prison.", "He will spend 14 years behind bars."],
        ["a:14 b:14 -> agree"],
        id="behind-bars",
    ),
    pytest.param(
        ["The clinic treated 83 divers.", "Doctors at the clinic cared for more than 80 divers."],
        ["a:83 b:80 -> compatible"],
        id="cared-for",
    ),
    pytest.param(
        ["At the camp 61 scouts fell ill.", "The outbreak infected 61 scouts at the camp."],
        ["a:61 b:61 -> agree"],
        id="fell-ill",
    ),
    pytest.param(
        ["The frost cost growers 8 million francs.", "Growers lost 8 million francs."],
        ["a:8 million b:8 million -> agree"],
        id="cost-and-lost",
    ),
    pytest.param(
        ["The clinic treated 417 victims.", "Doctors at the clinic treated 417 patients."],
        ["a:417 b:417 -> agree"],
        id="victims-and-patients",
    ),
]

APART = [
    pytest.param(
        ["Police seized 71 boats at the port.", "Over 70 boats were sunk at the port."],
        id="other-acts",
    ),
    pytest.param(
        ["The castle has 310 windows.", "More than 300 gardeners work at the castle."],
        id="other-things",
    ),
    pytest.param(
        ["Some 2,900 pupils sat the exam.", "Nearly 3,000 teachers marked the exam."],
        id="people-of-two-sorts",
    ),
    pytest.param(
        ["The viaduct is 412 metres long.", "The mast is more than 400 metres high."],
        id="sizes-of-two-things",
    ),
    pytest.param(
        ["The brewery made a profit of 83.6 million crowns.", "The brewery will pay a fine of 84 million crowns."],
        id="sums-for-two-things",
    ),
    pytest.param(
        ["Profit up 12.5 percent at brewer\n\nIt opened two pubs. Inflation stood at 12.5 percent, the bank said."],
        id="a-headline-of-something-else",
    ),
    pytest.param(
        ["About 130 pilgrims reached the shrine.", "On the hill a group of about 100 people sang."],
        id="about-so-many-people",
    ),
    pytest.param(
        ["Ban for nine months\n\nShe trained for nine months. She was away from the slopes for nine months."],
        id="a-headline-of-one-of-two",
    ),
    pytest.param(
        ["Economists forecast 3,700 bankruptcies.", "Courts registered 3,700 bankruptcies."],
        id="a-forecast-and-a-count",
    ),
    pytest.param(
        [
            "The ministry expects 9,000 tourists to arrive by ferry.",
            "Last week 7,400 tourists arrived by ferry.",
        ],
        id="a-forecast-and-another-count",
    ),
    pytest.param(
        ["The eruption could force out 5,200 villagers.", "The eruption forced out 3,900 villagers."],
        id="what-may-come",
    ),
]


def quantities(texts: list[str]) -> list[str]:
    """Each quantity of two figures or more as "a:12 b:Twelve -> agree"."""
    made = wb.load([{"id": "abc"[at], "text": text} for at, text in enumerate(texts)], progress=False)
    return [
        " ".join(f"{one.passage.article_id}:{one.passage.surface}" for one in each.figures) + f" -> {each.verdict}"
        for each in made.comparison.quantities
        if len(each.figures) > 1
    ]


@pytest.mark.parametrize(("texts", "expected"), TOGETHER)
def test_one_quantity(texts: list[str], expected: list[str]) -> None:
    assert quantities(texts) == expected


@pytest.mark.parametrize("texts", APART)
def test_two_quantities(texts: list[str]) -> None:
    assert quantities(texts) == []


def exactly(value: float, unit: str | None = None) -> Measure:
    return Measure(value, value, value, unit, bound=Bound.EXACT)


def about(value: float, unit: str | None = None) -> Measure:
    return Measure(value, None, None, unit, approximate=True, bound=Bound.ABOUT)


NEAR = [
    pytest.param(exactly(1140), Measure(1100, 1100, None, bound=Bound.ABOVE), True, id="above"),
    pytest.param(exactly(1240), Measure(1100, 1100, None, bound=Bound.ABOVE), False, id="far-above"),
    pytest.param(exactly(96), Measure(100, None, 100, bound=Bound.BELOW), True, id="below"),
    pytest.param(exactly(19, "day"), about(3, "week"), True, id="weeks"),
    pytest.param(exactly(27, "year"), about(3, "decade"), True, id="decades"),
    pytest.param(exactly(34, "%"), about(1 / 3), True, id="a-third"),
    pytest.param(exactly(41, "%"), about(1 / 3), False, id="no-third"),
    pytest.param(about(130), about(100), False, id="far-from-about"),
    pytest.param(exactly(8000), Measure(None, 7000, 9000), True, id="a-range"),
    pytest.param(exactly(8000), Measure(None, 2000, 9000), False, id="a-wide-range"),
    pytest.param(exactly(8000), exactly(8000), False, id="the-same"),
    pytest.param(exactly(40), exactly(41), False, id="a-conflict"),
]


@pytest.mark.parametrize(("a", "b", "expected"), NEAR)
def test_near(a: Measure, b: Measure, expected: bool) -> None:
    assert near(a, b) is near(b, a) is expected


SHARES = [
    pytest.param(exactly(1 / 3), exactly(34, "%"), Verdict.COMPATIBLE, id="a-third"),
    pytest.param(exactly(0.5), exactly(71, "%"), Verdict.CONFLICT, id="no-half"),
    pytest.param(exactly(310, "pence"), exactly(3.1, "GBP per share"), Verdict.AGREE, id="pence"),
    pytest.param(exactly(20, "year"), exactly(2, "decade"), Verdict.AGREE, id="decades"),
    pytest.param(about(2, "month"), exactly(7, "week"), Verdict.COMPATIBLE, id="about-two-months"),
]


@pytest.mark.parametrize(("a", "b", "expected"), SHARES)
def test_measures_in_other_units(a: Measure, b: Measure, expected: Verdict) -> None:
    assert verdicts.pair(a, b)[0] is verdicts.pair(b, a)[0] is expected
