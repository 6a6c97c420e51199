"""What the draft says of several sources and of one alone does not contradict itself."""

import re

import pytest

import workbench as wb
from workbench.briefing import items
from workbench.export.document import draft
from workbench.export.document.blocks import Head, Para
from workbench.export.document.resolve import resolve

CROSSING = (
    "Two railway workers were killed and 19 people were hurt when a freight train left the tracks near Orrin on "
    'Tuesday, the state police said. "It looked like green fog," said Ana Ruiz, who fled the town.'
)
CURLY = CROSSING.replace(' "', " “").replace('" ', "” ")
TEXTS = {
    "Daily Ledger": f"Train leaves tracks\n\n{CROSSING}\n\nThe mayor asked for calm. The shares of the railway fell "
    "by 7.4%.",
    "Valley Wire": f"Chaos at Orrin\n\n{CURLY}\n\nThe college cancelled classes for 3,400.",
    "Kestrel Post": "Derailment near Orrin\n\nThe freight train had 88 cars and was 1.9 kilometres long. Its brakes "
    "had been checked, the operator said. Shares of the railway lost 7.4 percent.",
    "Radio Bay": "After the derailment\n\nThe freight train had 88 cars, the operator said. "
    '"The brakes had been checked," engineer Joan Pell said.',
}


@pytest.fixture(scope="module")
def made():
    rows = [{"text": text, "source": source, "published": "2025-03-05"} for source, text in TEXTS.items()]
    drafted = draft(wb.load(rows, progress=False))
    words = tuple(item for item in drafted.items if not isinstance(item, items.Chart))
    return resolve(items.Briefing(drafted.title, words), wb.load(rows, progress=False))


def under(made, head):
    """The lines below a heading that begins so, as far as the next heading of its level."""
    found, level = [], 0
    for block in made.blocks:
        if isinstance(block, Head):
            starts = block.text.startswith(head)
            level = block.level if starts else 0 if level and block.level <= level else level
        elif level and isinstance(block, Para) and block.point:
            found.append(block)
    return found


def test_a_sentence_that_sources_print_alike_is_no_telling_in_own_words(made):
    alike = [one.text for one in under(made, "By several sources, from one origin") if "in the same words" in one.text]
    assert any("Two railway workers were killed" in one and "Daily Ledger and Valley Wire" in one for one in alike)
    assert not any("Two railway workers" in one.text for one in under(made, "Told by several sources, each"))


def test_no_line_of_one_source_alone_is_a_number_that_another_has(made):
    alone = [one.text for one in under(made, "What only one source says")]
    assert alone and not any("7.4" in one for one in alone)


def test_of_a_sentence_with_what_others_have_it_says_what_is_its_own(made):
    (line,) = (one.text for one in under(made, "Only in Kestrel Post") if "1.9" in one.text)
    told = "The freight train had 88 cars and was 1.9 kilometres long."
    assert line == f"{told} (Others tell part of this; not found there: 1.9 km.)"


def test_what_is_cited_for_several_is_not_cited_as_one_sources_own(made):
    shared = {number for one in under(made, "What is established") for number in one.numbers if "88" not in one.text}
    alone = {number for one in under(made, "What only one source says") for number in one.numbers}
    assert shared and not shared & alone


def test_one_article_is_not_side_by_side():
    assert draft(wb.load(TEXTS["Radio Bay"], progress=False)).title == "Briefing: 1 article"


def test_questions_asked_above_are_counted_in_words(made):
    said = [block.text for block in made.blocks if isinstance(block, Para) and "more question" in block.text]
    assert all(re.fullmatch(r"\d+ more questions? (is|are) asked by what differs, above\.", one) for one in said)
