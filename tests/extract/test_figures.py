"""Figures of whole sentences: measure, what is counted, scope, speaker; and what is no figure."""

import pytest
from figure_reading import figures_of, surfaces

from workbench.model import Article, Block, FigureKind, Quote, QuoteKind, Role

READ = {
    "more-than": ("The storm damaged more than 40 houses.", "40", 40, ">", None, "houses"),
    "at-least": ("At least 23 people died in the fire.", "23", 23, ">=", None, "people"),
    "about": ("About 1.5 million doses were given.", "1.5 million", 1.5e6, "~", None, "doses"),
    "words": ("Twenty-three villages were cut off.", "Twenty-three", 23, "=", None, "villages"),
    "money": ("The club paid £200,000 a week.", "200,000", 200000, "=", "GBP per week", None),
    "money-or-less": ("Donors gave $200 or less.", "200", 200, "<=", "USD", None),
    "percent": ("Turnout fell to 47.1 per cent.", "47.1", 47.1, "=", "%", None),
    "percent-of": ("She won 52% of the vote.", "52", 52, "=", "%", "vote"),
    "exceeds": ("The share exceeds 7%.", "7", 7, ">", "%", None),
    "age": ("The 34-year-old striker scored.", "34", 34, "=", "year", None),
    "age-after-name": ("Ada Byron, 36, won the race.", "36", 36, "=", "year", None),
    "duration": ("Power was out for more than 36 hours.", "36", 36, ">", "hour", None),
    "duration-noun": ("It was closed for 50 long years.", "50", 50, "=", "year", None),
    "decade": ("He was jailed for a decade.", "a decade", 10, "=", "year", None),
    "hyphen": ("They wrote a 10-page report.", "10", 10, "=", None, "page"),
    "strong": ("It has a 130,000-strong workforce.", "130,000", 130000, "=", None, "workforce"),
    "of-kind": ("Six citizens of Chad were freed.", "Six", 6, "=", None, "citizens of Chad"),
    "adjectives": ("The five most recent polls agree.", "five", 5, "=", None, "most recent polls"),
    "coordination": ("Floods hit 158 schools and clinics.", "158", 158, "=", None, "schools and clinics"),
    "fraction-of": ("A quarter of the wheat crop is lost.", "A quarter", 0.25, "=", None, "wheat crop"),
    "share": ("Nine in 10 nurses agreed.", "Nine in 10", 0.9, "=", None, "nurses"),
    "multiple": ("Cases have doubled.", "doubled", 2, "=", "times", None),
    "one": ("One nurse was hurt.", "One", 1, "=", None, "nurse"),
    "after-a-day": ("On Monday 14 died.", "14", 14, "=", None, None),
    "reached": ("Deaths passed 1 million.", "1 million", 1e6, ">", None, "Deaths"),
    "passes": ("Toll of mudslide passes 80", "80", 80, ">", None, "Toll"),
    "passed-a-law": ("The parliament has passed 3 laws.", "3", 3, "=", None, "laws"),
    "toll-of-event": ("Toll of coach crash rises to nine", "nine", 9, "=", None, "Toll"),
    "confirmed-dead": ("The number of confirmed dead climbed to 37.", "37", 37, "=", None, "dead"),
    "taken-for-a-verb": ("21 pilgrims dead in bus plunge", "21", 21, "=", None, "pilgrims"),
    "magnitude": ("A magnitude-6.2 quake hit.", "6.2", 6.2, "=", "magnitude", None),
    "plus": ("She has 50-plus medals.", "50", 50, ">=", None, "medals"),
    "another-dozen": ("Another dozen guests came.", "dozen", 12, "=", None, "guests"),
    "age-of-noun": ("The prime minister, 57, left.", "57", 57, "=", "year", None),
    "age-of-a-boy": ("A boy of seven was lost.", "seven", 7, "=", "year", None),
    "man-of-so-many": ("A man of 50 plays spoke.", "50", 50, "=", None, "plays"),
    "age-for-all": ("They lowered the voting age to 16.", "16", 16, "=", "year", None),
    "age-at-which": (
        "It is the age at which they can vote: the age at which we retire is 66.",
        "66",
        66,
        "=",
        "year",
        None,
    ),
    "until-they-are": ("They work until they are 66.", "66", 66, "=", "year", None),
    "age-group": ("It is free for people under 30.", "30", 30, "<", "year", None),
    "times": ("He was shot 41 times.", "41", 41, "=", None, "times"),
    "times-as": ("It costs 41 times as much.", "41", 41, "=", "times", None),
    "of-those": ("A third of those with jobs are poor.", "A third", 1 / 3, "=", None, "those"),
    "missing": ("The number of missing rose to 238.", "238", 238, "=", None, "missing"),
    "toll": ("The number of injured people rose to 238.", "238", 238, "=", None, "injured people"),
}


@pytest.mark.parametrize(("text", "surface", "value", "bound", "unit", "counted"), READ.values(), ids=READ)
def test_figure(text: str, surface: str, value: float, bound: str, unit: str | None, counted: str | None) -> None:
    (figure,) = figures_of(text)
    measure = figure.measure
    assert figure.passage.surface == surface == text[figure.passage.start : figure.passage.end]
    assert (measure.value, measure.bound, measure.unit, figure.counted) == (value, bound, unit, counted)
    assert measure.approximate == (bound == "~")
    assert measure.low == (value if bound in ("=", ">", ">=") else None)
    assert measure.high == (value if bound in ("=", "<", "<=") else None)


NOTHING = {
    "date": "The court met on December 13, 2025.",
    "day-first": "It opened on 13 December 2025.",
    "numeric-date": "It opened on 13.12.2025.",
    "iso-date": "It opened on 2025-12-13.",
    "year": "It has been shut since 2021.",
    "years": "The 2019-20 season and the 2020 vote were held.",
    "decade": "Life in the 1990s was slow.",
    "clock": "It struck at 04:17 local time, and again at 5 p.m. and 9pm.",
    "oclock": "They met at three o'clock.",
    "ordinal": "On the 20th floor he came third.",
    "index": "Shares in the S&P 500 fell.",
    "channel": "Channel 5 showed it.",
    "phone-name": "The new iPhone 14 is late.",
    "article": "Article 5 of the treaty applies.",
    "flight": "Flight 370 vanished.",
    "virus": "A COVID-19 ward closed.",
    "network": "A 5G network opened.",
    "label": "On day three the jury met in room 101.",
    "number-one": "The No. 1 seed lost.",
    "score": "The team won 3-2 after trailing 0-1.",
    "half-of-play": "He scored in the second half.",
    "a-third-time": "It was a third goal for Belgium.",
    "phone": "Call 0845 125 2222 or 212-621-7983.",
    "address": "It stands at 575 Wilson Road.",
    "one-of": "It is one of the best.",
    "the-one": "She is the one who left.",
    "one-day": "One recent evening they met.",
    "one-sided": "It was one-sided.",
    "list-number": "1. Wash your hands",
    "views": "12 Views",
    "more-and-more": "More and more sanctions followed.",
    "pronoun": "It was a fortunate one, and one that lasts.",
    "result": "Lakers 112, Celtics 109",
    "identifier": "The post is number 778257943577919488.",
    "label-with-determiner": "A category 4 hurricane hit.",
    "denominator": "The rate per 100,000 is falling.",
    "hour": "They were home before 9.",
    "group-of": "The Group of 20 met.",
    "bill": "House Bill 2320 is late.",
    "old-year": "It rests on an 1807 law.",
    "idiom": "It was one hell of a night.",
    "cricket": "England were 245-6 at stumps.",
    "father-of": "Father-of-three Tom Reed won the race.",
    "version": "It runs on version 2.5.1.",
}


@pytest.mark.parametrize(
    "text",
    [text for key, text in NOTHING.items() if key != "enumeration"],
    ids=[key for key in NOTHING if key != "enumeration"],
)
def test_no_figure(text: str) -> None:
    assert surfaces(text) == []


def test_an_enumeration_counts_nothing() -> None:
    assert surfaces("The trouble is, one, the cost, and two, the noise.") == []


RANGES = {
    "between": ("The boat held between 300 and 400 migrants.", "300 and 400", 300, 400, "migrants"),
    "to": ("Some 10 to 15 guards fled.", "10 to 15", 10, 15, "guards"),
}


@pytest.mark.parametrize(("text", "surface", "low", "high", "counted"), RANGES.values(), ids=RANGES)
def test_range(text: str, surface: str, low: float, high: float, counted: str) -> None:
    (figure,) = figures_of(text)
    assert figure.passage.surface == surface
    assert (figure.measure.value, figure.measure.low, figure.measure.high) == (None, low, high)
    assert figure.counted == counted


VAGUE = {
    "dozens": ("Dozens of homes burned.", "Dozens", 24, "homes"),
    "thousands": ("Thousands of voters queued.", "Thousands", 1000, "voters"),
    "in-quote-marks": ('They lost "millions" of bees.', "millions", 1e6, "bees"),
    "several": ("Several clinics closed.", "Several", 3, "clinics"),
}


@pytest.mark.parametrize(("text", "surface", "low", "counted"), VAGUE.values(), ids=VAGUE)
def test_vague(text: str, surface: str, low: float, counted: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.passage.surface, figure.kind, figure.counted) == (surface, FigureKind.VAGUE, counted)
    assert (figure.measure.value, figure.measure.low, figure.measure.bound) == (None, low, None)


ELLIPSIS = {
    "and-wounds": ("The blast killed 107 people and wounded 238.", ["people", "people"]),
    "another": ("Police held 12 fans. Another 30 were sent home.", ["fans", "fans"]),
    "of-them": ("Four bridges fell. Two of them were new.", ["bridges", "bridges"]),
    "remaining": ("In all, 12 miners were rescued. The remaining nine are missing.", ["miners", "miners"]),
    "ruling": ("It was a 5-4 ruling.", ["votes", "votes"]),
    "headline": ("Floods: 3 Dead, 2 Missing", ["Dead", "Missing"]),
    "states": ("Police counted 3 dead and 14 injured.", ["dead", "injured"]),
    "one-beside": ("Five people were hurt and one was killed.", ["people", "people"]),
    "no-link": ("The team won 12 games. On Monday 14 died.", ["games", None]),
    "one-of-a-people": ("Among them were four Syrians, a Greek and two Poles.", ["Syrians", "Greek", "Poles"]),
    "of-the-noun": ("Of the survivors, 46 were taken to a clinic.", ["survivors"]),
    "of-them-children": ("They met 30 fans, nine of them children.", ["fans", "children"]),
    "of-them-told": ("They met 30 fans, nine of them were hurt.", ["fans", "fans"]),
    "votes-to": ("The motion was rejected by 289 votes to 231.", ["votes", "votes"]),
    "half-of-them": ("They asked 900 runners, and half of them agreed.", ["runners", "runners"]),
    "tally": ("Lawmakers voted 412-87 for it.", ["votes", "votes"]),
}


@pytest.mark.parametrize(("text", "counted"), ELLIPSIS.values(), ids=ELLIPSIS)
def test_what_is_left_unsaid(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


def test_millions_of_nothing_are_money_named_before() -> None:
    first, second = figures_of("Profit was $1.2 billion, compared with 900 million in May.")
    assert [(f.kind, f.measure.unit) for f in (first, second)] == [(FigureKind.MONEY, "USD")] * 2


def test_a_name_and_others_make_an_implied_total() -> None:
    text = "Ada Byron and 113 other guests left."
    total, stated = figures_of(text)
    assert (total.implied, total.measure.value, total.passage.surface) == (True, 114, "Ada Byron and 113 other guests")
    assert (total.counted, stated.counted) == ("guests", "other guests")
    assert (stated.implied, stated.measure.value, stated.passage.surface) == (False, 113, "113")


def test_the_bound_goes_over_to_the_implied_total() -> None:
    total, stated = figures_of("They freed Ada Byron, the poet Grace Hopper, and over 100 other prisoners.")
    assert (total.implied, total.measure.value, total.measure.low, total.measure.high) == (True, 102, 102, None)
    assert stated.measure.bound == ">"


WITH_OTHERS = {
    "subject": ("Ada Byron was taken to Wales along with 113 other guests.", 114),
    "two-names": ("Ada Byron and Grace Hopper left together with 12 other scientists.", 14),
    "only-others": ("Ada Byron met 12 other scientists.", None),
    "no-persons": ("Wales and 12 other countries agreed.", None),
}


@pytest.mark.parametrize(("text", "value"), WITH_OTHERS.values(), ids=WITH_OTHERS)
def test_along_with_others(text: str, value: float | None) -> None:
    implied = [figure for figure in figures_of(text) if figure.implied]
    assert [figure.measure.value for figure in implied] == ([value] if value else [])
    assert all(figure.passage.surface.startswith("Ada Byron") for figure in implied)


def test_a_person_in_a_list_is_one() -> None:
    one, two = figures_of("A nurse and two doctors were hurt.")
    assert (one.passage.surface, one.measure.value, one.counted) == ("A", 1, "nurse")
    assert (two.measure.value, two.counted) == (2, "doctors")
    assert surfaces("A nurse saw a doctor.") == []


def test_scope_says_of_what_it_is_a_part() -> None:
    figure = figures_of("Police made 200 arrests, including 12 minors.")[1]
    assert figure.scope == "200 arrests, including"


def test_scope_has_place_and_time() -> None:
    (figure,) = figures_of("Since July some 430 patients were treated in Lagos.")
    assert figure.scope is not None
    assert {"Since July", "in Lagos"} <= set(figure.scope.split("; "))


def test_ages_of_a_list() -> None:
    assert [figure.kind.value for figure in figures_of("They have children aged 5, 7 and 12.")] == ["age"] * 3


def test_speaker_is_that_of_the_quote_that_holds_it() -> None:
    text = 'Mayor Ada Byron said: "We lost 40 homes." Rain fell for 3 days.'
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
    start = text.index("We lost")
    quote = Quote(article.passage(start, start + len("We lost 40 homes.")), QuoteKind.DIRECT, "q", speaker="Ada Byron")
    inside, outside = figures_of(text, quotes=[quote])
    assert (inside.speaker, inside.in_quote) == ("Ada Byron", True)
    assert (outside.speaker, outside.in_quote) == (None, False)


def test_indirect_speech_has_a_speaker_but_no_marks() -> None:
    text = "Ada Byron said that 40 homes were lost."
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
    quote = Quote(article.passage(15, len(text) - 1), QuoteKind.INDIRECT, "q", speaker="Ada Byron")
    (figure,) = figures_of(text, quotes=[quote])
    assert (figure.speaker, figure.in_quote) == ("Ada Byron", False)


@pytest.mark.parametrize(("verb", "scope"), [("denied", "denied"), ("said", None)])
def test_a_figure_that_the_speaker_denies_says_so(verb: str, scope: str | None) -> None:
    text = f"The bank {verb} that 40 branches were at risk."
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
    start = text.index("that") + 5
    quote = Quote(article.passage(start, len(text) - 1), QuoteKind.INDIRECT, "q", speaker="bank", cue=verb)
    (figure,) = figures_of(text, quotes=[quote])
    assert (figure.speaker, figure.scope) == ("bank", scope)


def test_role_is_that_of_the_block() -> None:
    (figure,) = figures_of("Quake Kills 12 Miners", role=Role.HEADLINE)
    assert (figure.role, figure.counted) == (Role.HEADLINE, "Miners")


def test_furniture_is_not_read() -> None:
    assert figures_of("40 people read this", role=Role.FURNITURE) == []
