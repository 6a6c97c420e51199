"""The analyst's word lists: a value that is edited, kept beside the articles and read again."""

import json
from pathlib import Path

import pytest

from workbench.errors import LexiconError, OptionError
from workbench.lexicons import kept
from workbench.lexicons.edits import Edits
from workbench.lexicons.wordlists import CLASSES, WordLists, given, pieces, with_entry, without_entry
from workbench.model import Device


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Heavy-handed", ("heavy", "handed"), id="hyphen"),
        pytest.param("U‑turn", ("u", "turn"), id="hard-hyphen"),
        pytest.param("  rip   off ", ("rip", "off"), id="spaces"),
        pytest.param("—", (), id="nothing"),
    ],
)
def test_pieces(words: str, expected: tuple[str, ...]) -> None:
    assert pieces(words) == expected


def test_an_entry_is_added_once_and_the_old_lists_stay() -> None:
    old = WordLists()
    new = with_entry(with_entry(old, "stitch-up", concept="blame"), "Stitch up", concept="power")
    assert [(term.words, term.concept, term.mine) for term in new.added] == [("Stitch up", "power", True)]
    assert old.added == ()
    assert len(new.terms) == len(old.terms) + 1


def test_an_entry_of_the_workbench_goes_and_comes_back() -> None:
    without = without_entry(WordLists(), "regime")
    assert not [term for term in without.terms if term.words == "regime" and term.device is Device.LOADED]
    again = with_entry(without, "regime", word_class="noun")
    assert [term.mine for term in again.terms if term.words == "regime"] == [True]
    assert again.removed == frozenset()


@pytest.mark.parametrize(
    ("words", "word_class", "device"),
    [
        pytest.param("", "phrase", Device.LOADED, id="no-words"),
        pytest.param("a " * 20, "phrase", Device.LOADED, id="too-many"),
        pytest.param("sad", "colour", Device.LOADED, id="no-such-class"),
        pytest.param("sad", "phrase", Device.CHOICE, id="choices-are-found"),
    ],
)
def test_what_is_no_entry(words: str, word_class: str, device: Device) -> None:
    with pytest.raises(OptionError):
        with_entry(WordLists(), words, device, word_class=word_class)


def test_what_is_not_there_cannot_go() -> None:
    with pytest.raises(OptionError, match="zebra"):
        without_entry(WordLists(), "zebra")


def test_every_given_term_has_a_class_and_a_concept() -> None:
    assert {term.word_class for term in given()} <= set(CLASSES)
    assert all(term.concept and pieces(term.words) for term in given())


def test_kept_and_read_again(tmp_path: Path) -> None:
    path = kept.place([tmp_path])
    lists = with_entry(
        without_entry(WordLists(), "so-called"), "дальше", Device.HEDGE, word_class="adverb", concept="x"
    )
    assert kept.load(path) == Edits()
    said = kept.save(Edits(lists), path)
    assert said.path == path
    assert kept.load(path) == Edits(lists)
    assert [one.name for one in tmp_path.iterdir()] == [kept.FILE_NAME]


def test_beside_a_file(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("The end.")
    assert kept.place([article]) == tmp_path / kept.FILE_NAME


def test_in_memory_only() -> None:
    said = kept.save(Edits(), kept.place([]))
    assert said.path is None
    assert "memory" in said.message


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    said = kept.save(Edits(with_entry(WordLists(), "sham")), tmp_path / "gone" / kept.FILE_NAME)
    assert said.path is None
    assert "make the folder writable" in said.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="no-json"),
        pytest.param("[]", id="no-object"),
        pytest.param(json.dumps({"added": [{"words": "x"}], "removed": []}), id="no-device"),
        pytest.param(json.dumps({"added": [], "removed": [{"device": "smell", "words": "x"}]}), id="no-such-device"),
        pytest.param(
            json.dumps({"added": [{"words": 3, "device": "loaded", "class": "noun"}], "removed": []}), id="number"
        ),
    ],
)
def test_a_broken_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / kept.FILE_NAME
    path.write_text(text)
    with pytest.raises(LexiconError, match="mend the file"):
        kept.load(path)
