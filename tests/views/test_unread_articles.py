"""An article in a language in which nothing is looked for is nowhere called silent."""

import re

import pytest

import workbench as wb
from workbench.briefing import items
from workbench.export.document import draft
from workbench.export.document.blocks import Para
from workbench.export.document.resolve import resolve

ARTICLES = [
    {
        "article_id": "post",
        "source": "Hill Post",
        "text": "Ferry sinks off Marle\n\nA ferry sank off Marle on Monday, killing 14 people, the coast guard said. "
        '"We heard a loud crack," captain Nora Pell told reporters. About 60 people were rescued.\n',
    },
    {
        "article_id": "echo",
        "source": "Bay Echo",
        "text": "Fourteen die as ferry sinks\n\nFourteen people died when a ferry sank off Marle, officials said. "
        'Captain Nora Pell said: "We heard a loud crack." More than 60 people were rescued.\n',
    },
    {
        "article_id": "matin",
        "source": "Le Matin",
        "text": "Naufrage d'un ferry au large de Marle\n\nQuatorze personnes sont mortes lundi dans le naufrage d'un "
        "ferry au large de Marle, ont annoncé les garde-côtes. « Nous avons entendu un grand craquement », a déclaré "
        "la capitaine, Nora Pell. Une soixantaine de personnes ont été secourues par les pêcheurs du port.\n",
    },
]


@pytest.fixture(scope="module")
def corpus() -> "wb.Corpus":
    return wb.load(ARTICLES, progress=False)


def test_no_claim_counts_it_among_the_silent(corpus: "wb.Corpus") -> None:
    claims = corpus.framing.claims
    assert claims and all("matin" not in claim.silent for claim in claims)


@pytest.mark.parametrize("kind", ["Claims", "Quantities", "Names", "Labels", "Headlines"])
def test_its_cells_are_no_silence(corpus: "wb.Corpus", kind: str) -> None:
    view = getattr(wb.views, kind)(corpus)
    assert "Le Matin is not in English" in view.left_out()
    at = next(at for at, column in enumerate(view.columns) if "Le Matin" in column.label)
    texts = {line.cells[at].text for line in view.lines(view.frame) if line.cells[at] is not None}
    assert "?" in texts and not texts & {"–", "·"}


def test_the_panel_does_not_say_that_it_is_silent(corpus: "wb.Corpus") -> None:
    view = wb.views.Claims(corpus)
    view.selected = view.frame.index[0]
    said = re.sub(r"<[^>]+>", "", str(view.detail()))
    assert "Le Matin is not in English" in said and "Silent: Le Matin" not in said


def test_the_reader_says_that_nothing_was_looked_for(corpus: "wb.Corpus") -> None:
    reader = wb.views.Reader(corpus)
    reader.next()
    assert "matin" not in reader.silent
    assert reader.told().endswith("Le Matin is not in English: nothing was looked for in it.")
    assert reader.note("matin").startswith("not in English")


@pytest.mark.parametrize("name", ["voices", "entrances", "coverage", "agreement", "barcode"])
def test_charts_say_so_at_their_foot(corpus: "wb.Corpus", name: str) -> None:
    ax = getattr(wb.charts, name)(corpus)
    drawn = {text.get_text() for text in ax.texts}
    assert "Le Matin is not in English" in wb.charts.describe(ax)
    assert not drawn & {"nobody is quoted", "nobody who is named is heard"}


def test_the_briefing_names_it_and_never_calls_it_silent(corpus: "wb.Corpus") -> None:
    drafted = draft(corpus)
    words = tuple(item for item in drafted.items if not isinstance(item, items.Chart))
    told = [block.text for block in resolve(items.Briefing("Ferry", words), corpus).blocks if isinstance(block, Para)]
    assert "Le Matin is not in English: nothing was looked for in it." in told
    assert not any(re.search(r"not (?:by|found in)[^.]*Le Matin|by all", one) for one in told)


def test_the_table_of_speakers_has_no_empty_column_for_it(corpus: "wb.Corpus") -> None:
    tables = [one for one in draft(corpus).items if isinstance(one, items.Table) and one.name == "speakers"]
    assert [one.columns for one in tables] == [("Speaker", "Hill Post", "Bay Echo", "All")]
