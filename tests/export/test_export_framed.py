"""What the briefing tells of framing: all, most and single sources; loaded words by voice; questions; dates."""

import pytest
from lxml import html as parser

import workbench as wb
from workbench.export import framed
from workbench.export.told import Told

PAYLOAD = "<img src=x onerror=alert(1)>"
EAST = (
    "Ferry sinks off Arkholm\n\n4 March 2026\n\nThe ferry sank on Tuesday and 12 people died, police said.\n\n"
    "The notorious operator, Blue Line, owns nine ferries.\n"
)
WEST = (
    "Twelve die as ferry sinks\n\n4 March 2026\n\nTwelve people died when a ferry sank on Tuesday, police said.\n\n"
    f"Blue Line {PAYLOAD} said it had “full confidence” in its crew.\n"
)


@pytest.fixture(scope="module")
def told() -> Told:
    texts = {"east": EAST, "west": WEST}
    return Told(wb.load([{"id": key, "text": text} for key, text in texts.items()], progress=False))


def said(html: str) -> str:
    return " ".join(parser.fromstring(f"<div>{html}</div>").text_content().split())


def test_what_all_tell_stands_before_what_one_tells(told: Told) -> None:
    text = said(framed.coverage(told))
    assert text.index("Told by all 2") < text.index("Only in east")
    assert "nine" in text[text.index("Only in east") :].casefold()


def test_a_paragraph_is_cited_once(told: Told) -> None:
    for line in parser.fromstring(f"<div>{framed.coverage(told)}</div>").iter("li"):
        cites = [cite.text_content() for cite in line.iter("span") if cite.get("class") == "cite"]
        assert cites
        assert len(cites) == len(set(cites))


def test_loaded_words_stand_by_source(told: Told) -> None:
    rows = [
        row.text_content() for row in parser.fromstring(str(framed.wording(told)).join(("<div>", "</div>"))).iter("tr")
    ]
    assert rows[0] == "SourceIn its own voiceQuoting or reporting"
    assert "notorious" in rows[1]
    assert rows[2].startswith("west")
    assert "notorious" not in rows[2]


def test_dates_of_several_sources(told: Told) -> None:
    assert "3 Mar 2026: " in said(framed.timeline(told))


def test_one_article_is_told_so() -> None:
    alone = Told(wb.load([{"id": "east", "text": EAST}], progress=False))
    assert said(framed.coverage(alone)).startswith("What is told where takes two articles or more.")


@pytest.mark.parametrize("part", [framed.coverage, framed.wording, framed.questions, framed.timeline])
def test_article_text_stays_text(told: Told, part) -> None:
    assert "<img" not in str(part(told))
