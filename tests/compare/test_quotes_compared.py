"""The tables of the comparison of quotes, and when it is made."""

import pytest

import workbench as wb
from workbench.tables.schemas import SCHEMAS

TEXTS = [
    {"id": "a", "text": "Rain at last\n\n“The wells will be full again by harvest,” farmer Ana Ruiz said on Monday."},
    {"id": "b", "text": "Wells fill\n\nFarmer Ana Ruiz said “the wells will be full again by harvest” on Monday."},
]


@pytest.fixture
def corpus() -> wb.Corpus:
    return wb.load(TEXTS, progress=False)


def test_a_table_of_quotes_alone_compares_nothing(corpus, monkeypatch):
    monkeypatch.setattr(type(corpus), "quote_groups", property(lambda self: pytest.fail("compared")))
    rows = corpus.rows("quotes", beside={"quotes", "figures"})
    assert len(rows) >= 2
    assert {row["utterance_id"] for row in rows} == {None}


@pytest.mark.parametrize("beside", [None, {"quotes", "utterances"}, {"quotes", "quote_pairs"}])
def test_quotes_beside_a_comparison_have_their_utterance(corpus, beside):
    rows = [row for row in corpus.rows("quotes", beside=beside) if row["surface"].endswith(("harvest", "harvest,"))]
    assert len(rows) == 2
    assert rows[0]["utterance_id"] == rows[1]["utterance_id"] is not None


def test_the_rows_of_a_pair_are_plain(corpus):
    (pair,) = corpus.rows("quote_pairs")
    assert tuple(pair) == SCHEMAS["quote_pairs"].names
    assert (pair["relation"], pair["changes"], pair["conflict"]) == ("same", [], None)
    assert pair["utterance_id"] in {row["utterance_id"] for row in corpus.rows("utterances")}


def test_the_frames_of_a_corpus_are_compared(corpus):
    assert corpus.quotes.utterance_id.notna().all()
    assert corpus.utterances.sources.map(len).max() == 2
