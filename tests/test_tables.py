"""The promise of design.md: these tables with these columns, typed also when empty."""

import pandas as pd
import pytest

import workbench as wb
from workbench.errors import OptionError
from workbench.tables.frames import DTYPES, frame
from workbench.tables.schemas import SCHEMAS

PROMISED = {
    "articles": "article_id source headline byline dateline published language words path sha256 encoding text",
    "problems": "path article_id severity message",
    "blocks": "article_id start end role",
    "figures": "figure_id article_id start end surface kind value low high approximate bound unit counted scope "
    "speaker in_quote implied role quantity_id",
    "quantities": "quantity_id label unit verdict low best high sources origins figure_ids",
    "figure_pairs": "quantity_id figure_a figure_b relation reason",
    "relations": "relation_id expression holds figure_ids note",
    "quotes": "quote_id article_id start end surface kind speaker speaker_id speaker_surface speaker_start speaker_end "
    "cue via quotation_id utterance_id role",
    "utterances": "utterance_id speaker sources fidelity quote_ids",
    "quote_pairs": "utterance_id quote_a quote_b relation changes",
    "names": "article_id start end surface kind entity_id canonical",
    "entities": "entity_id kind canonical variants reason sources",
    "labels": "article_id start end surface entity_id voice",
    "wording": "article_id start end surface concept device voice lexicon",
    "dates": "article_id start end surface start_date end_date basis event",
    "reuse": "article_a start_a end_a surface_a article_b start_b end_b surface_b tokens",
    "claims": "claim_id label sources silent passages",
    "checks": "check_id kind severity message figure_ids passages",
    "decisions": "decision_id target action before after reason analyst at status",
}


def test_every_promised_table_is_there() -> None:
    assert set(SCHEMAS) >= set(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_promised_columns(name: str) -> None:
    missing = set(PROMISED[name].split()) - set(SCHEMAS[name].names)
    assert not missing
    assert len(set(SCHEMAS[name].names)) == len(SCHEMAS[name].names)
    assert all(column.meaning and column.kind in DTYPES for column in SCHEMAS[name].columns)


@pytest.mark.parametrize("name", PROMISED)
def test_an_empty_table_is_typed(name: str) -> None:
    table = frame(name, [])
    assert table.shape == (0, len(SCHEMAS[name].columns))
    for column in SCHEMAS[name].columns:
        assert str(table[column.name].dtype) == DTYPES[column.kind]


def test_missing_values_are_null_in_every_kind() -> None:
    table = frame("blocks", [{"article_id": "a", "start": 0, "end": 3, "role": "body"}])
    assert table.repeat_of.isna().all()
    assert table.start.dtype == "Int64"
    assert table.at[0, "end"] == 3
    lists = frame("claims", [{"claim_id": "c"}])
    assert lists.at[0, "sources"] == []


def test_a_corpus_has_every_table_as_an_attribute(seeds: wb.Corpus) -> None:
    for name, schema in SCHEMAS.items():
        table = getattr(seeds, name)
        assert isinstance(table, pd.DataFrame)
        assert tuple(table.columns) == schema.names
        if name != "problems":  # whatever fails later is told there too
            assert getattr(seeds, name) is table, "made once"
    assert set(SCHEMAS) <= set(dir(seeds))


def test_an_unknown_table_is_named_with_those_there_are(seeds: wb.Corpus) -> None:
    with pytest.raises(OptionError, match=r"no table 'figuers'; the tables are articles"):
        seeds.rows("figuers")
    with pytest.raises(AttributeError, match="figuers"):
        _ = seeds.figuers
    with pytest.raises(OptionError, match="There is no article 'nope'"):
        seeds.document("nope")


def test_only_what_is_asked_for_is_computed(seeds_folder: str) -> None:
    corpus = wb.load(seeds_folder, progress=False)
    corpus.rows("blocks")
    assert not {"parsed", "figure_records", "quote_records"} & set(vars(corpus))
    corpus.rows("quotes")
    assert "figure_records" not in vars(corpus)


def test_an_article_that_a_rule_fails_on_is_a_problem_and_the_rest_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.extract import figures

    right = figures.find

    def find(parsed, *given):  # type: ignore[no-untyped-def]
        if parsed.article.article_id == "row-1":
            raise RecursionError("too deep")
        return right(parsed, *given)

    monkeypatch.setattr(figures, "find", find)
    rows = [
        {"id": "row-1", "text": "The fire killed 12 people."},
        {"id": "row-2", "text": "The fire killed 12 people there."},
    ]
    corpus = wb.load(rows, progress=False)
    assert corpus.figures.article_id.tolist() == [corpus.documents[1].article_id]
    assert "No figures could be taken from this article (RecursionError" in corpus.problems.message.iloc[-1]
