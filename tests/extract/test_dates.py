"""Dates of invented news, on many subjects, in British and American order: the exact words, and what they mean."""

from datetime import date

import pytest
from dating import found, read, spans
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extract import dates
from workbench.extract.date_anchor import Anchor, corpus_days
from workbench.extract.date_forms import WEEKDAYS
from workbench.lexicons import lexicon
from workbench.model import Figure, FigureKind, Measure, Role

THU = "2024-08-15"  # a Thursday


def day(text):
    return (text, text)


FULL = {
    "us": ("The ferry sank on December 13, 2023.", "December 13, 2023", day("2023-12-13")),
    "us-ordinal": ("The mine closed on March 1st, 2019.", "March 1st, 2019", day("2019-03-01")),
    "us-short": ("The recall began on Dec. 3, 2023.", "Dec. 3, 2023", day("2023-12-03")),
    "british": ("The strike ended on 13 December 2023.", "13 December 2023", day("2023-12-13")),
    "british-comma": ("The strike ended on 13 December, 2023.", "13 December, 2023", day("2023-12-13")),
    "british-of": ("The law passed on the 4th of July 2022.", "the 4th of July 2022", day("2022-07-04")),
    "weekday": (
        "The court sat on Wednesday, 13 December 2023.",
        "Wednesday, 13 December 2023",
        day("2023-12-13"),
    ),
    "weekday-us": ("It opened Wednesday, December 13, 2023.", "Wednesday, December 13, 2023", day("2023-12-13")),
    "iso": ("The patch of 2023-12-13 fixed it.", "2023-12-13", day("2023-12-13")),
    "dots": ("The clinic opened on 13.12.2023.", "13.12.2023", day("2023-12-13")),
    "slashes-british": ("The clinic opened on 13/12/2023.", "13/12/2023", day("2023-12-13")),
    "slashes-us": ("The clinic opened on 12/13/2023.", "12/13/2023", day("2023-12-13")),
    "slashes-either": ("The clinic opened on 11/12/2023.", "11/12/2023", day("2023")),
    "month-year": ("Prices rose in March 2023.", "March 2023", day("2023-03")),
    "month-of-year": ("Prices rose in March of 2023.", "March of 2023", day("2023-03")),
    "year": ("The dam was built in 1998.", "1998", day("1998")),
    "year-noun": ("The 2020 protests shook the city.", "2020", day("2020")),
    "year-of-noun": ("She lost the 2016 election.", "2016", day("2016")),
    "years": ("The war of 1914-1918 left scars.", "1914-1918", ("1914", "1918")),
    "years-short": ("The 2019-20 season was cut short.", "2019-20", ("2019", "2020")),
    "decade": ("The mill closed in the 1990s.", "the 1990s", ("1990", "1999")),
    "decade-short": ("The band formed in the '80s.", "the '80s", ("1980", "1989")),
    "decade-early": ("He emigrated in the early 1970s.", "early 1970s", ("1970", "1972")),
    "century": ("The fort dates from the 18th century.", "the 18th century", ("1701", "1800")),
    "season": ("The team was sold in the summer of 2021.", "the summer of 2021", ("2021-06", "2021-08")),
    "winter": ("Prices peaked in winter 2021.", "winter 2021", ("2021-12", "2022-02")),
    "quarter": ("Sales fell in the third quarter of 2023.", "the third quarter of 2023", ("2023-07", "2023-09")),
    "half": ("Sales fell in the first half of 2023.", "the first half of 2023", ("2023-01", "2023-06")),
    "early": ("The plant opened in early 2022.", "early 2022", ("2022-01", "2022-04")),
    "late-month": ("The plant opened in late March 2022.", "late March 2022", ("2022-03-21", "2022-03-31")),
    "end-of": ("The plant opened at the end of 2022.", "the end of 2022", day("2022-12")),
    "days": ("The fair ran from 3-7 March 2022.", "3-7 March 2022", ("2022-03-03", "2022-03-07")),
    "days-us": ("The fair was held March 3 to 7, 2022.", "March 3 to 7, 2022", ("2022-03-03", "2022-03-07")),
    "between": ("He was mayor between 2016 and 2018.", "between 2016 and 2018", ("2016", "2018")),
    "from-to": ("He was mayor from May 2016 to June 2018.", "from May 2016 to June 2018", ("2016-05", "2018-06")),
    "year-shared": (
        "He was away from 3 March to 4 April 2021.",
        "from 3 March to 4 April 2021",
        ("2021-03-03", "2021-04-04"),
    ),
    "until": ("She was held until June 2019.", "until June 2019", (None, "2019-06")),
    "before": ("The law was stricter before 2010.", "before 2010", (None, "2010")),
}
#: Read against Thursday 15 August 2024.
RELATIVE = {
    "until-a-past": ("Holt led the choir until June, when she was dismissed.", "until June", (None, "2024-06")),
    "until-put-off": ("The judge adjourned the trial until June.", "until June", (None, "2025-06")),
    "set-for": ("The judge set the hearing for June 27.", "June 27", day("2025-06-27")),
    "when-it-is-done": ("He could get ten years when he's sentenced June 27.", "June 27", day("2025-06-27")),
    "threatened": ("The union threatened to strike on September 10.", "September 10", day("2024-09-10")),
    "weekday-past": ("The ferry sank on Tuesday.", "Tuesday", day("2024-08-13")),
    "weekday-same": ("The bank failed on Thursday.", "Thursday", day("2024-08-15")),
    "weekday-far": ("The bank failed on Friday.", "Friday", day("2024-08-09")),
    "weekday-night": ("Shots were heard on Saturday night.", "Saturday night", day("2024-08-10")),
    "weekday-bare": ("The council voted Monday to close the pool.", "Monday", day("2024-08-12")),
    "weekday-future": ("The council will vote on Monday.", "Monday", day("2024-08-19")),
    "metres": ("The 1,500m final on Saturday was watched by millions.", "Saturday", day("2024-08-10")),
    "weekday-planned": ("A hearing is scheduled for Friday.", "Friday", day("2024-08-16")),
    "weekday-due": ("She is due in court on Tuesday.", "Tuesday", day("2024-08-20")),
    "weekday-ahead": ("Tempers rose ahead of Sunday's vote.", "Sunday", day("2024-08-18")),
    "weekday-said-would": ("He said it would open on Monday.", "Monday", day("2024-08-19")),
    "by-if": ("The ship will be sold if it is not claimed by Monday.", "Monday", day("2024-08-19")),
    "by-unless": ("The nurses strike unless the board yields by Tuesday.", "Tuesday", day("2024-08-20")),
    "by-ordered": ("Police ordered the squatters to leave by Sunday.", "Sunday", day("2024-08-18")),
    "by-gave": ("The court gave the firm until Monday.", "until Monday", (None, "2024-08-19")),
    "by-done": ("By Monday, 300 homes had burned.", "Monday", day("2024-08-12")),
    "by-did": ("The water had fallen a metre by Tuesday.", "Tuesday", day("2024-08-13")),
    "by-failed": ("The firm failed to pay the fine by Tuesday.", "Tuesday", day("2024-08-13")),
    "weekday-last": ("The bridge shut last Thursday.", "last Thursday", day("2024-08-08")),
    "weekday-next": ("The bridge reopens next Thursday.", "next Thursday", day("2024-08-22")),
    "weekday-of-week": ("The bridge shut on Tuesday last week.", "Tuesday last week", day("2024-08-06")),
    "weekdays": ("The talks ran from Monday to Wednesday.", "from Monday to Wednesday", ("2024-08-12", "2024-08-14")),
    "yesterday": ("Rescuers found the hull yesterday.", "yesterday", day("2024-08-14")),
    "today": ("The ban takes effect today.", "today", day("2024-08-15")),
    "tomorrow": ("The ban ends tomorrow.", "tomorrow", day("2024-08-16")),
    "last-night": ("The lights failed last night.", "last night", day("2024-08-14")),
    "this-morning": ("A fire broke out this morning.", "this morning", day("2024-08-15")),
    "day-before-yesterday": ("He left the day before yesterday.", "the day before yesterday", day("2024-08-13")),
    "after-its-storm": ("Forty are still missing after Monday's storm.", "Monday", day("2024-08-12")),
    "after-its-vote": ("The mayor will resign after Friday's vote.", "Friday", day("2024-08-16")),
    "previous-month": ("They were told of it in the previous month.", "the previous month", day("2024-07")),
    "previous-week-then": ("The guard had slept badly the previous week.", "the previous week", (None, None)),
    "night-before-then": ("The bank had failed the year before.", "the year before", (None, None)),
    "last-week": ("Doctors walked out last week.", "last week", ("2024-08-05", "2024-08-11")),
    "next-week": ("Doctors will walk out next week.", "next week", ("2024-08-19", "2024-08-25")),
    "last-month": ("The vaccine was approved last month.", "last month", day("2024-07")),
    "next-month": ("The vaccine will ship next month.", "next month", day("2024-09")),
    "last-year": ("The founder died last year.", "last year", day("2023")),
    "this-year": ("Sales have doubled this year.", "this year", day("2024")),
    "earlier-this-year": ("He resigned earlier this year.", "earlier this year", ("2024-01-01", "2024-08-15")),
    "earlier-this-month": ("He resigned earlier this month.", "earlier this month", ("2024-08-01", "2024-08-15")),
    "later-this-year": ("It will open later this year.", "later this year", ("2024-08-15", "2024-12-31")),
    "weekend": ("Two climbers died over the weekend.", "over the weekend", ("2024-08-10", "2024-08-11")),
    "weekend-next": ("The derby is played next weekend.", "next weekend", ("2024-08-17", "2024-08-18")),
    "last-summer": ("The pool shut last summer.", "last summer", ("2023-06", "2023-08")),
    "month-past": ("She was hired in March.", "March", day("2024-03")),
    "month-past-year": ("She was hired in November.", "November", day("2023-11")),
    "month-future": ("She will retire in November.", "November", day("2024-11")),
    "month-may": ("The jury convicted him in May.", "May", day("2024-05")),
    "month-last": ("The jury convicted him last October.", "last October", day("2023-10")),
    "month-last-year": ("He was arrested in July last year.", "July last year", day("2023-07")),
    "month-mid": ("The reservoir ran dry in mid-July.", "mid-July", ("2024-07-11", "2024-07-20")),
    "day-no-year": ("The quake struck on August 3.", "August 3", day("2024-08-03")),
    "day-no-year-british": ("The quake struck on 3 August.", "3 August", day("2024-08-03")),
    "day-last-year": ("The quake struck on December 26.", "December 26", day("2023-12-26")),
    "day-future": ("The final will be played on September 7.", "September 7", day("2024-09-07")),
    "day-weekday": ("The quake struck on Sunday, August 4.", "Sunday, August 4", day("2024-08-04")),
    "nth": ("The wage was due on the 1st.", "the 1st", day("2024-08-01")),
    "years-ago": ("The mine flooded five years ago.", "five years ago", day("2019")),
    "months-ago": ("He joined the club six months ago.", "six months ago", day("2024-02")),
    "weeks-ago": ("The virus appeared two weeks ago.", "two weeks ago", ("2024-07-29", "2024-08-04")),
    "days-ago": ("The virus appeared 3 days ago.", "3 days ago", day("2024-08-12")),
    "decade-ago": ("The factory closed a decade ago.", "a decade ago", day("2014")),
    "vague-ago": ("The factory closed several years ago.", "several years ago", (None, None)),
    "past-years": ("Rents doubled over the past five years.", "the past five years", ("2019-08-15", "2024-08-15")),
    "in-weeks": ("The trial will begin in two weeks.", "in two weeks", ("2024-08-26", "2024-09-01")),
    "since-year": ("The firm has lost money since 2019.", "since 2019", ("2019", "2024-08-15")),
    "since-month": ("Since July 2023, rents have doubled.", "Since July 2023", ("2023-07", "2024-08-15")),
    "since-start": ("Rents have risen since the start of 2024.", "since the start of 2024", ("2024-01", "2024-08-15")),
    "since-weekday": ("No train has run since Monday.", "since Monday", ("2024-08-12", "2024-08-15")),
    "quarter-now": ("Shipments will start in Q4.", "Q4", ("2024-10", "2024-12")),
    "now": ("The road is now open.", "now", day("2024-08-15")),
}
#: What is no date.
NONE = {
    "may-verb": "The council may close the pool.",
    "march-noun": "The march drew large crowds.",
    "march-verb": "March to the square, he told them.",
    "sun": "The Sun reported it first.",
    "second": "She came second in the second race.",
    "count": "More than 2000 people fled.",
    "count-bare": "The storm killed 2000 people.",
    "money": "The fine was $2020.",
    "age": "The captain, 52, was arrested.",
    "duration": "The siege lasted for five weeks.",
    "days-of": "Two days of talks ended.",
    "name-april": "April Jones sang.",
    "name-may": "Ann May sang.",
    "name-august": "August Meyer sang.",
    "then-president": "The then-president refused.",
    "then-next": "He then left.",
    "score": "Chelsea won 3-1.",
    "half": "He scored in the second half.",
    "phone": "Call 555-2024-11 now-famous.",
    "beside-an-event": "He retired a year after his debut.",
    "floor": "They live on the 14th floor.",
    "now-that": "Now that it rains, crops grow.",
}


@pytest.mark.parametrize(("text", "surface", "meant"), FULL.values(), ids=FULL)
def test_full_dates_need_no_other(text, surface, meant):
    assert spans(text) == [(surface, *meant)]


@pytest.mark.parametrize(("text", "surface", "meant"), RELATIVE.values(), ids=RELATIVE)
def test_relative_dates_are_read_against_the_articles_own(text, surface, meant):
    assert spans(text, THU) == [(surface, *meant)]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_date(text):
    assert spans(text, THU) == []


def test_a_figure_is_no_year():
    text = "In 2000 homes the power failed."
    parsed = read(text, THU)
    made = Figure(parsed.article.passage(3, 7), FigureKind.COUNT, Measure(2000, 2000, 2000), "f")
    assert list(dates.find(parsed, figures=[made])) == []


NARRATIVE = {
    "previous-month": (
        "Sales fell by 3% in March from the previous month.",
        ("the previous month", *day("2024-02")),
    ),
    "earlier-then": (
        "On 9 August they met. He had resigned two days earlier.",
        ("two days earlier", *day("2024-08-07")),
    ),
    "later": ("The dam broke on 3 May 2023. Two days later the army came.", ("Two days later", *day("2023-05-05"))),
    "following": (
        "The dam broke on 3 May 2023. The following day it rained.",
        ("The following day", *day("2023-05-04")),
    ),
    "months-later": ("It was sold in May 2023 and, two months later, shut.", ("two months later", *day("2023-07"))),
    "that-year": ("It was sold in May 2023. That year it lost money.", ("That year", *day("2023"))),
    "at-that-time": ("It was sold in May 2023. At that time it lost money.", ("At that time", *day("2023-05"))),
    "then": ("It was sold in 2021. Hundreds were dismissed then.", ("then", *day("2021"))),
    "since-then": ("It was sold in 2021. Since then it has shrunk.", ("Since then", "2021", "2024-08-15")),
    "told-year": ("She died on March 4, 2021. On March 3 he bought a rope.", ("March 3", *day("2021-03-03"))),
    "told-year-not-now": ("She died on August 4, 2021. On August 5 he was freed.", ("August 5", *day("2024-08-05"))),
    "of-that-year": ("She was hired on 3 March 2021 and left in June of that year.", ("that year", *day("2021"))),
    "too-exact": ("It was founded in 2021. The following day it rained.", ("The following day", None, None)),
}


@pytest.mark.parametrize(("text", "expected"), NARRATIVE.values(), ids=NARRATIVE)
def test_dates_that_count_from_the_one_before(text, expected):
    assert spans(text, THU)[-1] == expected


_SATURDAY = {"ahead": "2024-08-17", "behind": "2024-08-10"}


@pytest.mark.parametrize("entry", [pytest.param(one, id=one.id) for one in lexicon("dated_words").entries])
def test_verbs_tell_on_which_side_a_day_lies(entry):
    other = "behind" if entry.more["lies"] == "ahead" else "ahead"
    assert [end for _, _, end in spans(entry.example, THU)] == [_SATURDAY[entry.more["lies"]]]
    assert [end for text in entry.counterexamples for _, _, end in spans(text, THU)] == [_SATURDAY[other]]


ANCHORS = {
    "the-page": ("It rained on Tuesday.", THU, (), "2024-08-13"),
    "a-stamp": ("Thu Aug 15 04:20:00 UTC 2024\nIt rained on Tuesday.", None, (Role.TIMESTAMP,), "2024-08-13"),
    "the-lead-itself": ("On Friday, August 16, 2024, it rained. On Saturday it stopped.", None, (), "2024-08-17"),
    "the-day-before": ("On Friday, August 16, 2024, it rained. It began on Thursday.", None, (), "2024-08-15"),
    "latest": ("Born on May 1, 1970, he died on August 14, 2024. He wrote on Tuesday.", None, (), "2024-08-13"),
    "nothing": ("It rained on Tuesday.", None, (), None),
    "only-ahead": ("The offer expires on July 1, 2024. It rained on Tuesday.", None, (), None),
    "background": ("On May 3, 2001 he left. In June 2024 he came back. It rained on Tuesday.", None, (), None),
}


@pytest.mark.parametrize(("text", "published", "roles", "meant"), ANCHORS.values(), ids=ANCHORS)
def test_what_the_articles_own_date_is(text, published, roles, meant):
    assert spans(text, published, *roles)[-1][1] == meant


def test_the_date_of_other_articles_serves_one_that_has_none():
    bare, stated = read("It rained on Tuesday."), read("It rained on Tuesday.", THU)
    days = corpus_days({"bare": dates.anchor_of(bare), "a": dates.anchor_of(stated), "b": dates.anchor_of(stated)})
    (only,) = dates.find(bare, around=days["bare"])
    assert (only.start_date, only.basis) == ("2024-08-13", "weekday before 2024-08-15, the date of other articles here")


def test_a_dateline_without_a_year_takes_that_of_the_other_articles():
    text = "LIMA, August 13 (Andes Wire) - \nA bridge fell on Saturday night. Trains will run again next week."
    bare, stated = read(text, None, Role.DATELINE), read("It rained on Tuesday.", THU)
    days = corpus_days({"bare": dates.anchor_of(bare), "a": dates.anchor_of(stated)})
    made = {one.passage.surface: one for one in dates.find(bare, around=days["bare"])}
    assert made["August 13"].start_date == "2024-08-13"
    assert made["Saturday night"].start_date == "2024-08-10"
    assert (made["next week"].start_date, made["next week"].end_date) == ("2024-08-19", "2024-08-25")
    assert "the dateline gives" in made["Saturday night"].basis
    assert all(one.start_date is None for one in dates.find(bare))  # alone, it tells no year


def test_a_dateline_of_new_year_lies_in_the_year_before():
    bare = read("OSLO, Dec 31 (Fjord Press) - \nA ferry ran aground on Tuesday.", None, Role.DATELINE)
    around = Anchor(date(2025, 1, 2), "2025-01-02, the date of other articles here", False)
    assert [one.start_date for one in dates.find(bare, around=around)] == ["2024-12-31", "2024-12-31"]


def test_a_month_of_that_year():
    rows = spans("She was hired on 3 March 2021 and left in June of that year.", THU)
    assert ("June", *day("2021-06")) in rows


def test_a_date_of_the_text_is_background_where_another_article_tells_of_a_later_time():
    old, new = read("He was fired on May 3, 2021. It rained on Tuesday."), read("The dam broke in June 2024.")
    newest = max(dates.newest_of(old), dates.newest_of(new))
    assert [one.start_date for one in dates.find(old, newest=newest)] == ["2021-05-03", None]
    assert corpus_days({"old": dates.anchor_of(old), "new": dates.anchor_of(new)}, newest) == {"old": None, "new": None}


def test_a_year_ahead_is_no_later_time():
    text = "On August 14, 2024, the city won the 2032 Games. It rained on Tuesday."
    assert spans(text)[-1][1] == "2024-08-13"


def test_the_order_of_day_and_month_is_that_of_the_articles_other_dates():
    assert spans("It opened on 25 May 2023 and shut on 11/12/2023.")[-1] == ("11/12/2023", *day("2023-12-11"))
    assert spans("It opened on May 25, 2023 and shut on 11/12/2023.")[-1] == ("11/12/2023", *day("2023-11-12"))


def test_an_impossible_date_is_none():
    assert spans("It was dated February 30, 2023.", THU) in ([], [("2023", *day("2023"))])


def test_a_headline_in_the_present_tells_of_the_past():
    (one,) = found("Rebels free hostages on Monday", THU, Role.HEADLINE)
    assert one.start_date == "2024-08-12"


EVENTS = {
    "clause": ("The ferry Aurora sank on Tuesday, police said.", "The ferry Aurora sank on Tuesday"),
    "before": ("On Tuesday the ferry Aurora sank.", "the ferry Aurora sank"),
    "noun": ("She criticised the 2020 protests.", "the 2020 protests"),
    "participle": ("He met a banker jailed in 2019 for fraud.", "a banker jailed in 2019 for fraud"),
    "relative": ("He met a banker who was jailed in 2019.", "a banker who was jailed in 2019"),
    "joined": ("The firm was sold in 2019 and closed in 2021.", "The firm was sold in 2019 and closed in 2021"),
}


@pytest.mark.parametrize(("text", "event"), EVENTS.values(), ids=EVENTS)
def test_what_happened_is_cut_from_the_text(text, event):
    one = found(text, THU)[-1]
    assert one.event == event
    assert text[one.event_at.start : one.event_at.end] == event


def test_after_an_event_of_a_known_time_begins_a_stretch():
    rows = spans("Sanctions were tightened following the invasion of the island in 2022.")
    assert rows == [("following the invasion of the island in 2022", "2022", None), ("2022", *day("2022"))]


def test_a_date_behind_a_comma_is_not_of_what_the_preposition_opens():
    rows = spans("He spoke to reporters following his release from the camp, in Graz, Austria, May 3, 2022.")
    assert rows == [("May 3, 2022", *day("2022-05-03"))]


PIECES = st.sampled_from(
    [
        *("on Monday", "last week", "May", "2020", "since", "until", "13", "December", ",", "the 1990s", "from", "to"),
        *("and", "then", "now", "31 February", "he said", "will", "99999", "Q3", "five years ago", "two days later"),
        *("-", "–", "the following day", "1/2/2023", "yesterday", "\n", "“", "in", "the", "of 2021", "Sun", "0000"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from([None, THU, "0001-01-01", "9999-12-31"]))
def test_any_text_is_read_and_every_span_is_its_own(pieces, published):
    text = " ".join(pieces) or "x"
    for one in found(text, published):
        assert text[one.passage.start : one.passage.end] == one.passage.surface
        assert one.event_at is None or text[one.event_at.start : one.event_at.end] == one.event_at.surface
        assert one.basis
        if one.start_date and one.end_date:
            first, last = (dates.date_resolve.periods.bounds(each) for each in (one.start_date, one.end_date))
            assert first[0] <= last[1]


@settings(max_examples=60, deadline=None)
@given(
    st.dates(), st.sampled_from(WEEKDAYS), st.sampled_from(["It rained on {}.", "It will rain on {}."]), st.booleans()
)
def test_a_weekday_lies_within_six_days_of_the_articles_date(at, weekday, text, exact):
    parsed = read(text.format(weekday.title()))
    for one in dates.find(parsed, around=Anchor(at, "a day", exact)):
        if one.start_date:
            meant = at.fromisoformat(one.start_date)
            assert abs((meant - at).days) <= 6
            assert WEEKDAYS[meant.weekday()] == weekday


def test_a_sentence_of_very_many_dates_is_read_in_one_pass():
    text = "It rained on Monday, May 3, 2021 and in 2019, " * 400 + "he said."
    assert len(found(text, THU)) == 800
