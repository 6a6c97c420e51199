"""Where articles say that they have something from: invented cases, exact places, and lists in two scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench as wb
from workbench.extract import source_lines
from workbench.extract.source_lines import _openers, _signed
from workbench.lexicons import lexicon
from workbench.model import Article, Block, Role


def origins(text: str) -> list[tuple[str, str, str]]:
    corpus = wb.load(text, progress=False)
    return [(one.passage.surface, one.name, one.how) for one in corpus.framing.origins]


SENTENCES = {
    "ferry-according-to": (
        "The boat was overloaded, according to survivors.",
        [("survivors", "survivors", "attribution")],
    ),
    "quake-citing": (
        "Rescuers dug all night in the hills, the radio reported, citing two officials.",
        [("the radio", "radio", "attribution"), ("two officials", "two officials", "attribution")],
    ),
    "trade-cited-reasons-are-no-source": ("The bloc widened its tariffs, citing unfair prices.", []),
    "poll-figures-from": (
        "Figures from the Norwick Institute show that prices fell.",
        [("Norwick Institute", "Norwick Institute", "attribution")],
    ),
    "health-data-show": ("Data show that the virus spreads in autumn.", [("Data", "Data", "attribution")]),
    "trial-footage-obtained": (
        "Footage obtained by Tarn News shows the car.",
        [("Tarn News", "Tarn News", "attribution")],
    ),
    "strike-told-outlet": (
        "“We will walk out,” driver Ana Cruz told the Daily Harbour.",
        [("driver Ana Cruz", "Ana Cruz", "attribution"), ("Daily Harbour", "Daily Harbour", "medium")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = origins(f"Something happened on the coast on Tuesday morning. {text}")
    assert found == expected


def lines(*blocks: tuple[Role, str, str | None]) -> list[tuple[str, str]]:
    made, at = [], 0
    for role, text, reason in blocks:
        made.append(Block(at, at + len(text), role, reason))
        at += len(text)
    article = Article("a", "".join(text for _, text, _ in blocks), tuple(made), "a", "", "utf-8")
    return [(article.text[span.start : span.end], how) for span, how in source_lines.find(article)]


LINES = {
    "agency-in-dateline": ([(Role.DATELINE, "LISBON (Reuters) -", None)], [("Reuters", "wire tag")]),
    "agency-opens-body": ([(Role.BODY, "OSLO, May 3 (AP) — The bridge fell.", None)], [("AP", "wire tag")]),
    "agency-after-a-month": ([(Role.BODY, "OSLO, Oct. 3 (NTB) - It fell.", None)], [("NTB", "wire tag")]),
    "agency-ends-body": ([(Role.BODY, "The bridge fell at noon. (AFP)", None)], [("AFP", "wire tag")]),
    "agencies-sign": ([(Role.BODY, "— AP, Reuters", None)], [("AP", "wire tag"), ("Reuters", "wire tag")]),
    "no-agency": ([(Role.BODY, "The bridge fell (again) and the mayor - once more - resigned.", None)], []),
    "list-inline": (
        [(Role.BODY, "Sources: Daily Post, Evening News and Би-би-си\n", None)],
        [("Daily Post", "source list"), ("Evening News", "source list"), ("Би-би-си", "source list")],
    ),
    "list-used": (
        [(Role.FURNITURE, "Reporting by Hill Wire and the Daily Post was used in this article.\n", None)],
        [("Hill Wire", "source list"), ("the Daily Post", "source list")],
    ),
    "list-of-blocks": (
        [
            (Role.FURNITURE, "Sources\n", "list of sources"),
            (Role.FURNITURE, "• Новая газета\n", "under a list of sources"),
            (Role.FURNITURE, "• Plan B\n", "under a list of sources"),
        ],
        [("Новая газета", "source list"), ("Plan B", "source list")],
    ),
    "with-files": ([(Role.BODY, "With files from The Ledger", None)], [("The Ledger", "source list")]),
    "agency-contributed": (
        [(Role.BYLINE, "Reuters and AFP contributed to this report.", None)],
        [("Reuters", "source list"), ("AFP", "source list")],
    ),
    "a-reporter-contributed": ([(Role.BYLINE, "Ana Ruiz in Lima contributed to this report.", None)], []),
    "image-credits-are-none": ([(Role.CREDIT, "Image source, Reuters", None)], []),
}


@pytest.mark.parametrize(("blocks", "expected"), LINES.values(), ids=LINES)
def test_lines(blocks: list[tuple[Role, str, str | None]], expected: list[tuple[str, str]]) -> None:
    assert lines(*blocks) == expected


def test_who_wrote_it_is_no_source() -> None:
    text = "The dam broke on Monday, officials said.\n\n(Reporting by Ana Ruiz and Jo Lund; Editing by Tom Akers)"
    assert origins(f"Dam breaks\n\n{text}") == [("officials", "officials", "attribution")]


@pytest.mark.parametrize("entry", lexicon("source_words").entries, ids=lambda entry: entry.id)
def test_every_entry_fires(entry) -> None:
    if entry.more["kind"] == "agency":
        assert _signed().search(entry.example)
    elif entry.more["kind"] == "list":
        assert _openers().search(entry.example)
        assert not any(_openers().match(text) for text in entry.counterexamples)
    else:
        corpus = wb.load(f"It fell again, the mayor said, {entry.example}.", progress=False)
        assert {token.lemma_ for parsed in corpus.parsed for part in parsed.parts for token in part.doc} & set(
            entry.pattern.split()
        )


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="AP a(—-).,:sourceS\n", max_size=80))
def test_places_are_in_the_text(text: str) -> None:
    if text:
        assert all(surface == surface.strip() and surface for surface, _ in lines((Role.BODY, text, None)))


@pytest.mark.parametrize("text", ["(" * 20_000, "Sources: " * 4_000, "A, " * 9_000, "— AP " * 5_000])
def test_hostile_lines_end(text: str) -> None:
    assert len(lines((Role.BODY, text, None), (Role.FURNITURE, text[:99], None))) < 60


def test_the_sources_of_the_seeds() -> None:
    found = wb.load("seeds", progress=False).framing.origins
    listed = [one for one in found if one.how == "source list"]
    assert (len(listed), len({one.entity_id for one in listed})) == (18, 16)
    assert {one.passage.surface for one in found if one.source_id and one.source_id.startswith("003")} == {
        "BBC",
        "Би-би-си",
    }
