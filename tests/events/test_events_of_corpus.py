"""A corpus of several events: told apart, compared within each, read one by one; one event stays what it was."""

import json
from pathlib import Path

import pytest
from invented_events import EVENTS

import workbench as wb
from workbench.errors import OptionError
from workbench.events import choice
from workbench.model import Event
from workbench.review import Reviewed
from workbench.tables.schemas import SCHEMAS

NAMES = ("ferry", "flood-may", "measles")
MADE = [name for name in SCHEMAS if name not in ("problems", "decisions")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("events")
    for name in NAMES:
        for at, (_, text) in enumerate(EVENTS[name], start=1):
            (made / f"{name}_{at}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Reviewed:
    return wb.load(folder, progress=False)


def of(name: str) -> list[str]:
    return [f"{name}_{at}" for at in (1, 2, 3)]


def test_the_tables_name_the_events(corpus: Reviewed) -> None:
    events = corpus.events
    assert list(events.columns) == [
        *("event_id", "label", "articles", "sources", "start_date", "end_date", "article_ids")
    ]
    assert events.article_ids.tolist() == [of(name) for name in NAMES]
    assert events.articles.tolist() == [3, 3, 3]
    event_of = dict(zip(corpus.articles.article_id, corpus.articles.event_id, strict=True))
    assert event_of == {one: f"e:{name}_1" for name in NAMES for one in of(name)}


def test_nothing_is_joined_across_events(corpus: Reviewed) -> None:
    not_joined(corpus)


def not_joined(corpus: Reviewed) -> None:
    """No row of any table speaks of articles of two events."""
    for table in MADE:
        for row in corpus.rows(table):
            told = json.dumps({name: value for name, value in row.items() if name != "text"})
            assert sum(any(one in told for one in of(name)) for name in NAMES) == 1, (table, row)


def test_no_id_means_two_things(corpus: Reviewed) -> None:
    for table, key in (("entities", "entity_id"), ("quantities", "quantity_id"), ("utterances", "utterance_id")):
        ids = corpus.table(table)[key]
        assert len(ids) > 3
        assert ids.is_unique
    assert corpus.checks.check_id.is_unique
    assert corpus.claims.claim_id.is_unique
    assert set(corpus.names.entity_id) == set(corpus.entities.entity_id)


@pytest.mark.parametrize("name", NAMES)
def test_one_event_alone_is_what_it_is_among_others(name: str, corpus: Reviewed, folder: Path) -> None:
    alone = wb.load(folder, progress=False, event=f"e:{name}_1")
    assert alone.articles.article_id.tolist() == of(name)
    for table in MADE:
        here = [_plain(row) for row in corpus.rows(table) if any(one in json.dumps(row) for one in of(name))]
        assert sorted(map(_plain, alone.rows(table))) == sorted(here), table
    assert not alone.problems.message.str.contains("look like").any()


def _plain(row: object) -> str:
    """A row as text, without what parts the ids of entities of two events."""
    return (row if isinstance(row, str) else json.dumps(row, sort_keys=True)).replace("@2", "").replace("@3", "")


def test_the_analyst_is_told(corpus: Reviewed) -> None:
    (told,) = [one for one in corpus.rows("problems") if "events" in one["message"]]
    assert told["severity"] == "notice"
    assert told["message"].startswith("These articles look like 3 events: ")
    assert told["message"].count("(3 articles)") == 3
    assert 'load(..., event="' in told["message"]
    word = told["message"].partition('event="')[2].partition('"')[0]
    assert len(wb.load(corpus.origin[0], progress=False, event=word)) == 3


def test_all_as_one_event(folder: Path) -> None:
    one = wb.load(folder, progress=False, event="*")
    assert len(one) == 9
    assert one.events.articles.tolist() == [9]
    assert one.articles.event_id.nunique() == 1
    assert not len(one.problems)


@pytest.mark.parametrize("wanted", ["Ilse", "ilse, lady", "e:ferry_1", "Lady Ilse, Korvo, Skelling, coast"])
def test_an_event_is_named_by_id_label_or_part_of_it(wanted: str, folder: Path) -> None:
    assert wb.load(folder, progress=False, event=wanted).articles.article_id.tolist() == of("ferry")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("football", "No event of these articles is called 'football': choose one of "),
        ("e:ferry_9", "No event of these articles is called 'e:ferry_9': choose one of "),
        ("", 'event="" names no event: choose one of '),
        (" ", 'event="" names no event: choose one of '),
        ("l", "'l' could be 3 events, so say more of one: "),
    ],
)
def test_another_event_is_an_error_of_one_sentence_that_lists_those_there_are(
    wanted: str, said: str, folder: Path
) -> None:
    with pytest.raises(OptionError) as caught:
        wb.load(folder, progress=False, event=wanted)
    told = str(caught.value)
    assert told.startswith(said)
    assert told.count("(3 articles)") == 3
    assert told.count(". ") == 0


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("port", "e:b_1"),  # a whole word rather than a part of one
        ("PORT, harbour", "e:b_1"),
        ("e:b_1", "e:b_1"),
        ("e:b_2", "e:b_1"),  # the id of before another article came
        ("smouth", "e:a_1"),
        ("Portsmouth, ferry", "e:a_1"),
    ],
)
def test_what_names_an_event(wanted: str, meant: str) -> None:
    found = [Event("e:a_1", "Portsmouth, ferry", ("a_1",)), Event("e:b_1", "Port, harbour", ("b_1", "b_2"))]
    assert choice.choose(found, wanted).event_id == meant


def test_no_article_is_no_event() -> None:
    for wanted in ("flood", choice.ALL):
        with pytest.raises(OptionError, match="There is no article here"):
            choice.limited((), (), wanted)


def test_many_events_are_listed_in_part() -> None:
    found = [Event(f"e:{at}", f"Word{at}", tuple("abcdefghij"[: at % 5 + 1])) for at in range(40)]
    told = choice.listed(found)
    assert told.count("; ") == 12
    assert told.endswith("and 28 more")
    assert told.startswith("Word14 (5 articles)")


def test_a_lone_article_is_told_of(folder: Path, tmp_path: Path) -> None:
    for name in of("ferry") + of("measles")[:1]:
        (tmp_path / f"{name}.txt").write_text((folder / f"{name}.txt").read_text("utf-8"), encoding="utf-8")
    corpus = wb.load(tmp_path, progress=False)
    assert corpus.events.articles.tolist() == [4]
    (told,) = corpus.rows("problems")
    assert (told["article_id"], told["severity"]) == ("measles_1", "notice")
    assert told["path"].endswith("measles_1.txt")
    assert "next to nothing in common" in told["message"]


def test_decisions_on_other_events_are_no_orphans(folder: Path, tmp_path: Path) -> None:
    for name in of("ferry") + of("measles"):
        (tmp_path / f"{name}.txt").write_text((folder / f"{name}.txt").read_text("utf-8"), encoding="utf-8")
    whole = wb.load(tmp_path, progress=False)
    key = next(one for one in whole.figures.figure_id if one.startswith("ferry_1"))
    whole.decide("confirm", "figure", key, reason="checked")
    for name, rows in (("ferry", ["applied"]), ("measles", [])):
        one = wb.load(tmp_path, progress=False, event=f"e:{name}_1")
        assert one.decisions.status.tolist() == rows
    assert wb.load(tmp_path, progress=False).decisions.status.tolist() == ["applied"]


def test_what_is_decided_joins_no_events(folder: Path, tmp_path: Path) -> None:
    for name in NAMES:
        for one in of(name):
            (tmp_path / f"{one}.txt").write_text((folder / f"{one}.txt").read_text("utf-8"), encoding="utf-8")
    corpus = wb.load(tmp_path, progress=False, analyst="Ada Lund")
    quote = next(one for one in corpus.quotes.quote_id if one.startswith("ferry"))
    figure = next(one for one in corpus.figures.figure_id if one.startswith("measles"))
    corpus.decide("correct", "quote", quote, speaker="Jonas Reiter", reason="his words")
    corpus.decide("correct", "figure", figure, value=44, reason="a slip")
    corpus.decide("reject", "claim", corpus.claims.claim_id.iloc[-1], reason="no claim")
    assert corpus.decisions.status.tolist() == ["applied"] * 3
    assert corpus.faults == []
    not_joined(corpus)


def test_the_seeds_are_one_event(seeds: wb.Corpus) -> None:
    assert seeds.events.articles.tolist() == [5]
    assert seeds.articles.event_id.nunique() == 1
    assert seeds.framing.parts == ()
    assert not seeds.problems.message.str.contains("event").any()
