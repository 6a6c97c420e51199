"""The cache: what is found there is what would be made, and nothing that changed is ever taken from it."""

import hashlib
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import workbench as wb
from workbench import language
from workbench.cache import Memory, Shelf, memory, of_user, remembered, shelf
from workbench.extract import figures
from workbench.model import Passage
from workbench.tables.schemas import SCHEMAS

ONE = (
    "Ferry sinks off Kelm\n\n"
    "At least 31 people died when the ferry Alba sank off Kelm on Monday, the coast guard said.\n\n"
    "“We searched all night,” said Captain Ida Moss, who led the rescue. Critics called the delay a disgrace.\n"
)
TWO = (
    "Kelm ferry disaster: 33 dead\n\nThe coast guard put the toll at 33 after the Alba went down on Monday.\n\n"
    "“We searched all night,” said Ida Moss. More than 200 passengers were on board.\n"
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("WORKBENCH_CACHE", str(folder))
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def everything(source: Path, **options: Any) -> dict[str, list[dict[str, Any]]]:
    corpus = wb.load(source, progress=False, **options)
    return {name: corpus.rows(name) for name in SCHEMAS}


def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: Any) -> Any:
        raise AssertionError("parsed again")

    monkeypatch.setattr(language, "parse", parse)


def test_the_second_load_parses_nothing_and_gives_the_same(
    kept: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = everything(articles, cache=False)
    assert not kept.exists()
    first = everything(articles)
    unparsed(monkeypatch)
    assert everything(articles) == first == without
    assert len(first["figures"]) > 3
    assert first["quotes"]
    assert first["claims"]


def test_what_is_found_again_is_where_it_says(kept: Path, articles: Path) -> None:
    everything(articles)
    corpus = wb.load(articles, progress=False)
    passages: list[Passage] = [one.passage for one in (*corpus.figure_records, *corpus.quote_records)]
    passages += [one.passage for one in (*corpus.naming.mentions, *corpus.framing.acts, *corpus.framing.wording)]
    assert len(passages) > 15
    for one in passages:
        assert corpus.document(one.article_id).text[one.start : one.end] == one.surface


def test_a_changed_article_is_read_and_analysed_anew(kept: Path, articles: Path) -> None:
    before = everything(articles)
    (articles / "two.txt").write_text(TWO.replace("33", "34"), encoding="utf-8")
    after = everything(articles)
    assert after == everything(articles, cache=False)
    assert {row["value"] for row in after["figures"]} - {row["value"] for row in before["figures"]} == {34}


def test_what_stands_beside_the_articles_counts(kept: Path, articles: Path) -> None:
    everything(articles)
    (articles / "sources.csv").write_text("file,source\none.txt,The Kelm Post\n", encoding="utf-8")
    assert everything(articles)["articles"][0]["source"] == "The Kelm Post"
    assert everything(articles) == everything(articles, cache=False)


def test_another_version_of_the_code_makes_all_anew(
    kept: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(articles)
    monkeypatch.setattr(memory, "version", lambda: "another")
    unparsed(monkeypatch)
    with pytest.raises(AssertionError, match="parsed again"):
        everything(articles)


def test_the_analysts_words_are_heeded(kept: Path, articles: Path) -> None:
    from workbench.lexicons.wordlists import with_entry

    first = wb.load(articles, progress=False)
    assert not [one for one in first.framing.wording if one.passage.surface == "delay"]
    first.framing.use(with_entry(first.framing.word_lists, "delay"))
    again = wb.load(articles, progress=False)
    assert [one for one in again.framing.wording if one.passage.surface == "delay"]


def test_decisions_are_heeded_and_kept_apart(kept: Path, articles: Path) -> None:
    machine = everything(articles)
    corpus = wb.load(articles, progress=False)
    wrong = next(one for one in corpus.figure_records if one.measure.value == 33)
    corpus.decide("reject", "figure", wrong.figure_id)
    decided = everything(articles)  # the first with these decisions
    assert decided == everything(articles) == everything(articles, cache=False)
    assert len(decided["figures"]) == len(machine["figures"]) - 1
    wb.load(articles, progress=False).undo()
    undone = everything(articles)
    assert [row["figure_id"] for row in undone["figures"]] == [row["figure_id"] for row in machine["figures"]]


def test_what_failed_is_tried_again(kept: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise RuntimeError("odd")

    with monkeypatch.context() as patch:
        patch.setattr(figures, "find", fail)
        assert everything(articles)["figures"] == []
    assert len(everything(articles)["figures"]) > 3


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[:-5], id="cut short"),
        pytest.param(lambda content: content[:40] + b"?" + content[41:], id="a byte changed"),
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: pickle.dumps(ONE), id="something else"),
        pytest.param(
            lambda content: hashlib.blake2b(b"\x93\x01", digest_size=32).digest() + b"\x93\x01",
            id="valid sum, no record",
        ),
    ],
)
def test_a_damaged_entry_is_as_if_it_were_not_there(kept: Path, articles: Path, damage: Any) -> None:
    first = everything(articles)
    entries = [path for path in kept.rglob("*") if path.is_file()]
    assert entries
    for path in entries:
        path.write_bytes(damage(path.read_bytes()))
    assert everything(articles) == first


def test_where_nothing_can_be_kept_all_goes_on(tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WORKBENCH_CACHE", str(tmp_path / "file" / "cache"))
    assert len(everything(articles)["figures"]) > 3


@pytest.mark.parametrize("word", ["off", "OFF", "no", "0"])
def test_it_can_be_switched_off(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_CACHE", word)
    assert of_user() is None


def test_a_shelf_stays_within_its_bounds_and_lets_the_oldest_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_BETWEEN", 1)
    made = Shelf(tmp_path, most_bytes=10_000)
    keys = [hashlib.sha256(bytes([number])).hexdigest() for number in range(40)]
    for number, key in enumerate(keys):
        made.put(key, "x", bytes([number]) * 1000)
        assert made.get(keys[0], "x") is not None  # used all the time
        assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 10_000
    assert made.get(keys[-1], "x") == bytes([39]) * 1000
    assert made.get(keys[1], "x") is None


def test_many_writers_never_give_half_an_entry(tmp_path: Path) -> None:
    key = "ab" * 32
    contents = {bytes([number]) * 50_000 for number in range(8)}

    def work(content: bytes) -> set[bytes | None]:
        own = Shelf(tmp_path)
        return {own.get(key, "x") for _ in range(20) if own.put(key, "x", content) is None}

    with ThreadPoolExecutor(8) as pool:
        seen = set().union(*pool.map(work, contents))
    assert seen <= contents
    assert not list(tmp_path.rglob("new-*"))


def test_a_property_is_made_once_and_then_found(tmp_path: Path) -> None:
    calls = []

    class Owner:
        faults = ()
        memory = Memory.of(Shelf(tmp_path), "input")

        @remembered(lambda: tuple[int, ...])
        def numbers(self) -> tuple[int, ...]:
            calls.append(1)
            return (1, 2)

    assert [Owner().numbers, Owner().numbers] == [(1, 2), (1, 2)]
    assert calls == [1]
