"""What a text proves about itself, and what it does not."""

import pytest

from workbench.model import Role
from workbench.read.dates import iso
from workbench.read.facts import from_text
from workbench.read.layout import divide

BODY = (
    "A dam in the north of the country failed on Friday after a week of heavy rain, the army said in a statement.\n\n"
    "Four villages were flooded, and about 900 people spent the night in schools and churches on higher ground."
)


def facts(*lines: str, body: str = BODY, after: str = "") -> dict[str, str]:
    text = "\n\n".join((*lines, body + ("\n\n" + after if after else "")))
    return {name: fact.value for name, fact in from_text(text, divide(text)).items()}


def test_plain_text_proves_nothing() -> None:
    assert facts() == {}


def test_headline_is_as_printed() -> None:
    assert facts("# Dam Fails in North") == {"headline": "Dam Fails in North"}


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        pytest.param("By Ana Pereira", "Ana Pereira", id="by"),
        pytest.param("By Jane D. Roe", "Jane D. Roe", id="initial"),
        pytest.param("Edited by: Olha Ivanova", "Olha Ivanova", id="edited by"),
        pytest.param("BY JANE ROE AND RICK AMES", "JANE ROE AND RICK AMES", id="capitals"),
        pytest.param("Author: Priya Nair", "Priya Nair", id="field"),
        pytest.param("By Ana Pereira | Published May 3, 2024", "Ana Pereira", id="with date"),
        pytest.param("Ana Pereira in Lima MAY 3 2024", "Ana Pereira in Lima", id="place and date"),
    ],
)
def test_byline(line: str, byline: str) -> None:
    assert facts("Dam fails in north", line)["byline"] == byline


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("*Friday 3 May 2024 · Staff and agencies*", id="date first"),
        pytest.param("Hill Insider | 3 May 2024 | Ana Pereira", id="date in the middle"),
        pytest.param("Ana Pereira in Lima MAY 3 2024", id="date last"),
        pytest.param("HillNews.com, 3 May 2024, by Ana Pereira", id="between commas"),
        pytest.param("Posted on May 3, 2024 by Ana Pereira", id="posted by"),
    ],
)
def test_a_line_with_the_date_among_other_things(line: str) -> None:
    assert facts("Dam fails in north", line)["published"] == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        pytest.param("THE HILL COURIER | Local News", "THE HILL COURIER", id="with the section"),
        pytest.param("LINDEN MESSENGER", "LINDEN MESSENGER", id="another paper"),
        pytest.param("LINDEN HERALD", "LINDEN HERALD", id="without article"),
        pytest.param("THE LINDEN VOICE", "THE LINDEN VOICE", id="a word that is a name with the article only"),
    ],
)
def test_a_masthead_in_capitals_is_the_outlet_and_no_headline(line: str, source: str) -> None:
    found = facts(line, "Dam fails in north")
    assert (found["source"], found["headline"]) == (source, "Dam fails in north")


def test_byline_below_the_text() -> None:
    found = facts("Dam fails in north", after="(Reporting by Ana Pereira in Lima; Editing by John Doe)")
    assert found["byline"] == "Ana Pereira in Lima"


@pytest.mark.parametrize(
    ("after", "source"),
    [
        pytest.param("Dam fails in north after week of... | Hill Gazette", "Hill Gazette", id="title in the footer"),
        pytest.param("© 2024 Hill Gazette. All rights reserved.", "Hill Gazette", id="copyright"),
        pytest.param("Copyright 2024 The Hill Gazette Inc. All rights reserved.", "The Hill Gazette", id="company"),
        pytest.param("Source: Ministry of Water", None, id="a source is not the outlet"),
        pytest.param("Copyright 2024 The Associated Press. All rights reserved.", None, id="an agency's copyright"),
        pytest.param("Publisher: Hill Gazette", "Hill Gazette", id="publisher"),
    ],
)
def test_source_below_the_text(after: str, source: str | None) -> None:
    assert facts("Dam fails in north after week of rain", after=after).get("source") == source


def test_source_above_the_text() -> None:
    assert facts("Dam fails in north", "Source: Hill Gazette")["source"] == "Hill Gazette"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("The Hill Gazette", "The Hill Gazette"),
        ("The Ledger", "The Ledger"),
        ("Valley Tribune", "Valley Tribune"),
        ("Valley Star-Tribune", "Valley Star-Tribune"),
        ("Emily Post", None),
    ],
)
def test_the_outlet_on_a_line_of_its_own(line: str, source: str | None) -> None:
    assert facts("Dam fails in north", f"{line}\n4 May 2024").get("source") == source


@pytest.mark.parametrize(
    ("dateline", "printed", "source", "published"),
    [
        pytest.param("LIMA, May 3 (Reuters) - ", "LIMA, May 3 (Reuters)", "Reuters", None, id="agency"),
        pytest.param(
            "LIMA, May 3 (Andes Wire) - ", "LIMA, May 3 (Andes Wire)", "Andes Wire", None, id="no known agency"
        ),
        pytest.param("La Paz, 3 May (Andes News) – ", "La Paz, 3 May (Andes News)", "Andes News", None, id="day first"),
        pytest.param("SEOUL (South Korea) – ", "SEOUL (South Korea)", None, None, id="a country in brackets"),
        pytest.param("LIMA, Peru — ", "LIMA, Peru", None, None, id="place"),
        pytest.param("GENEVA (3 May 2024) – ", "GENEVA (3 May 2024)", None, "2024-05-03", id="date"),
        pytest.param(
            "LIMA, May 3, 2024 /PRNewswire/ -- ", "LIMA, May 3, 2024 /PRNewswire/", None, "2024-05-03", id="wire"
        ),
    ],
)
def test_dateline(dateline: str, printed: str, source: str | None, published: str | None) -> None:
    found = facts("Dam fails in north", body=dateline + BODY)
    assert (found["dateline"], found.get("source"), found.get("published")) == (printed, source, published)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("Published 3 May 2024", "2024-05-03", id="day"),
        pytest.param("May 3, 2024 10:45 AM GMT", "2024-05-03T10:45+00:00", id="time and zone"),
        pytest.param("Published May 3, 2024. Updated May 4, 2024", "2024-05-03", id="not the update"),
        pytest.param("Updated: May 4, 2024", None, id="an update alone"),
        pytest.param("3 hours ago", None, id="relative"),
        pytest.param("Fri May 03 10:45:00 UTC 2024: ", None, id="a crawler's stamp"),
    ],
)
def test_published(line: str, published: str | None) -> None:
    assert facts("Dam fails in north", line).get("published") == published


@pytest.mark.parametrize(
    ("line", "source", "published"),
    [
        pytest.param("The Harbour Times, March 4, 2026", "The Harbour Times", "2026-03-04", id="comma"),
        pytest.param("Lunden Post-Dispatch, 4 March 2026", "Lunden Post-Dispatch", "2026-03-04", id="hyphen"),
        pytest.param("HillTown Online, March 4, 2026", "HillTown Online", "2026-03-04", id="online"),
        pytest.param("The Lighthouse, 4 March 2026", "The Lighthouse", "2026-03-04", id="the"),
        pytest.param("The Hague, 4 March 2026", None, "2026-03-04", id="a-town"),
        pytest.param("Kestrel Lund, 4 March 2026", None, "2026-03-04", id="some-name"),
        pytest.param("Northern Review of Books — 2 May 2026", "Northern Review of Books", "2026-05-02", id="dash"),
        pytest.param("Orsund Daily Ledger | 11 February 2026", "Orsund Daily Ledger", "2026-02-11", id="bar"),
        pytest.param("Hard Times, 40 years on", None, None, id="no date"),
    ],
)
def test_the_outlet_and_the_date_on_one_line(line: str, source: str | None, published: str | None) -> None:
    found = facts("Dam fails in north", line)
    assert (found.get("source"), found.get("published")) == (source, published)


@pytest.mark.parametrize(
    ("lines", "source", "byline"),
    [
        pytest.param(["Valley Beacon | 3 May 2024 | By Ana Pereira"], "Valley Beacon", "Ana Pereira", id="bars"),
        pytest.param(["By Ana Pereira | Valley Beacon | 3 May 2024"], "Valley Beacon", "Ana Pereira", id="by-first"),
        pytest.param(["Hill Insider | 3 May 2024 | Ana Pereira"], "Hill Insider", None, id="no-by"),
        pytest.param(["3 May 2024 | Evening Planet"], "Evening Planet", None, id="date-first"),
        pytest.param(["Coast Radio · 3 May 2024 · 10:30"], "Coast Radio", None, id="dots"),
        pytest.param(["By Ana Pereira, Valley Beacon\n3 May 2024"], "Valley Beacon", "Ana Pereira", id="byline"),
        pytest.param(["Source: Valley Planet, 3 May 2024"], "Valley Planet", None, id="field"),
        pytest.param(["Published by Valley Beacon on 3 May 2024"], "Valley Beacon", "Valley Beacon", id="published-by"),
        pytest.param(["From The Valley Beacon, 3 May 2024"], "The Valley Beacon", None, id="from"),
        pytest.param(
            ["Information Service of Arvenia\n3 May 2024, 16:20"], "Information Service of Arvenia", None, id="of"
        ),
        pytest.param(["Emily Post\n3 May 2024"], None, "Emily Post", id="a-person"),
        pytest.param(["Politics | 3 May 2024 | By Ana Pereira"], None, "Ana Pereira", id="a-section"),
    ],
)
def test_the_outlet_beside_the_author_or_the_date(lines: list[str], source: str | None, byline: str | None) -> None:
    found = facts("Dam fails in north", *lines)
    assert (found.get("source"), found.get("byline"), found["published"][:10]) == (source, byline, "2024-05-03")


def test_a_line_over_the_byline_is_the_headline_of_a_list() -> None:
    items = "The main numbers of the pact that ended the strike on Friday night:\n\n- 12: new ferries\n\n- 3: harbours"
    found = facts("Strike: what was agreed, in numbers", "By Ana Pereira | Policy Wire | 3 May 2024", body=items)
    assert (found["headline"], found["source"]) == ("Strike: what was agreed, in numbers", "Policy Wire")


def test_a_list_that_a_sentence_announces_is_no_summary() -> None:
    items = "The main numbers of the pact that ended the strike are these:\n\n- 12: new ferries\n\n- 3: harbours"
    text = f"Strike: what was agreed\n\nBy Ana Pereira\n\n{items}\n\n{BODY}"
    assert not [block for block in divide(text) if block.role is Role.SUMMARY]
    text = f"Strike: what was agreed\n\nBy Ana Pereira\n\n- 12: new ferries\n\n- 3: harbours\n\n{BODY}"
    assert len([block for block in divide(text) if block.role is Role.SUMMARY]) == 2


def test_reporting_that_was_used_is_no_byline() -> None:
    found = facts(
        "Dam fails in north", "By Ana Pereira", after="Reporting by the Southern Wire was used in this report."
    )
    assert found["byline"] == "Ana Pereira"
    text = f"Dam fails in north\n\n{BODY}\n\nReporting by the Southern Wire was used in this report."
    assert divide(text)[-1].reason == "says whose material it uses"


def test_the_date_of_a_post_is_not_that_of_the_text() -> None:
    assert "published" not in facts("Dam fails in north", after="We are safe.\n\n— Jane Roe (@janeroe) May 3, 2024")


def test_the_basis_says_where() -> None:
    text = f"Dam fails in north\n\nBy Ana Pereira\n\n{BODY}"
    assert from_text(text, divide(text))["byline"].basis == "the byline at character 20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 December 2025", "2025-12-12", id="British"),
        pytest.param("Dec. 3, 2025 9:05 p.m. EST", "2025-12-03T21:05-05:00", id="American, evening"),
        pytest.param("12:10 AM, Dec 3, 2025", "2025-12-03T00:10", id="time first"),
        pytest.param("2025-12-03T09:05:11+02:00", "2025-12-03T09:05+02:00", id="ISO"),
        pytest.param("13/04/2025", "2025-04-13", id="day first"),
        pytest.param("03/04/2025", "2025", id="day and month cannot be told apart"),
        pytest.param("04/04/2025", "2025-04-04", id="day is month"),
        pytest.param("31 February 2025", None, id="no such day"),
        pytest.param("3 May 2024 09:31 IST", "2024-05-03T09:31", id="a zone with two meanings"),
        pytest.param("Friday, December 3", None, id="no year"),
    ],
)
def test_iso(text: str, expected: str | None) -> None:
    assert iso(text) == expected
