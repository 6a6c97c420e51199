"""The file of a briefing: kept at once, read by others, never written over when it cannot be read, never lost."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import workbench as wb
from workbench.briefing import store
from workbench.briefing.items import Heading, Text
from workbench.briefing.store import Store, briefing_file
from workbench.errors import OptionError

ARTICLE = "Ferry aground\n\nThe ferry ran aground on Monday with 300 people aboard, the coastguard said.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return briefing_file(tmp_path, "Ada Lund")


def said(kept: Store) -> list[str]:
    return [item.text for _, item in kept.page.entries if isinstance(item, Text | Heading)]


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_kept_at_once_and_read_by_the_next_session(path: Path) -> None:
    one = Store(path, "Ada Lund")
    assert not path.exists(), "nothing is written before there is something"
    one.add(Heading("What happened"), Text("I doubt it."))
    assert one.kept.path == path and str(path) in one.kept.message
    other = Store(path)
    assert other.page == one.page and said(other) == ["What happened", "I doubt it."]
    other.undo()
    assert said(Store(path)) == [] and Store(path).can_redo
    Store(path).redo()
    assert said(Store(path)) == ["What happened", "I doubt it."]
    assert [item.name for item in path.parent.iterdir()] == [path.name], "no drafts are left behind"


def test_what_is_there_already_is_not_added_again(path: Path) -> None:
    kept = Store(path)
    assert kept.add(Text("a"), Text("b"), Text("a")) == (Text("a"), Text("b"))
    assert kept.add(Text("b"), Text("c")) == (Text("c"),)
    assert kept.add(Text("c")) == ()
    assert said(kept) == ["a", "b", "c"]


def test_two_notebooks_write_the_same_briefing(path: Path) -> None:
    one, other = Store(path), Store(path)
    one.add(Text("a"))
    other.add(Text("b"))
    one.add(Text("c"))
    assert said(one) == ["a", "b", "c"]
    assert other.refresh() and said(other) == ["a", "b", "c"]
    assert not other.refresh()


def test_nothing_to_undo_or_redo(path: Path) -> None:
    kept = Store(path)
    with pytest.raises(OptionError, match="nothing to undo"):
        kept.undo()
    with pytest.raises(OptionError, match="nothing to redo"):
        kept.redo()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'{"workbench_briefing": 1}',
        b'{"workbench_briefing": "x", "at": 0}',
        b"[" * 5000,
    ],
    ids=["empty", "half", "bytes", "list", "nothing in it", "version", "deep"],
)
def test_a_damaged_file_is_set_aside_and_never_written_over(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    kept = Store(path)
    assert "cannot be read" in kept.problem and said(kept) == []
    assert path.read_bytes() == content, "looking changes nothing"
    kept.add(Text("a"))
    assert path.with_name(f"{path.name}.broken").read_bytes() == content
    assert "nothing in it is lost" in kept.kept.message and not kept.problem
    assert said(Store(path)) == ["a"]
    path.write_bytes(content)
    kept.add(Text("b"))
    assert path.with_name(f"{path.name}.broken1").read_bytes() == content
    assert said(Store(path)) == ["a", "b"], "what this session knew is kept"


def test_a_newer_file_is_left_alone(path: Path) -> None:
    path.write_text('{"workbench_briefing": 2, "new": true}')
    kept = Store(path)
    assert "newer workbench" in kept.problem
    kept.add(Text("a"))
    assert kept.kept.path is None and kept.waiting and said(kept) == ["a"]
    assert "newer" in path.read_text() or "new" in path.read_text()
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_full_disk_keeps_everything_in_memory_until_there_is_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Store(path)
    kept.add(Text("a"))
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("workbench.durable.os.fsync", full)
        kept.add(Text("b"))
        key = kept.page.keys[1]
        kept.edit(lambda page: page.put(key, Text("b, typed")), "b")
        assert said(kept) == ["a", "b, typed"] and kept.waiting
        assert "No space left" in kept.kept.message and "next change" in kept.kept.message
        assert path.read_bytes() == before and [item.name for item in path.parent.iterdir()] == [path.name]
        kept.undo()
        kept.redo()
    Store(path).add(Text("of another notebook"))
    kept.add(Text("c"))
    assert not kept.waiting and kept.kept.path == path
    assert said(Store(path)) == ["a", "of another notebook", "b, typed", "c"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only to this account")
def test_a_read_only_folder(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        kept = Store(path)
        kept.add(Text("a"))
        assert kept.kept.path is None and "folder writable" in kept.kept.message and said(kept) == ["a"]
    finally:
        path.parent.chmod(0o700)


def test_a_file_that_is_taken_away_is_written_again(path: Path) -> None:
    kept = Store(path)
    kept.add(Text("a"))
    path.unlink()
    kept.refresh()
    kept.add(Text("b"))
    assert said(Store(path)) == ["a", "b"]


def test_without_a_folder_it_is_in_memory_and_says_so() -> None:
    kept = Store()
    kept.add(Text("a"))
    assert kept.kept.path is None and "in memory only" in kept.kept.message and not kept.waiting
    kept.undo()
    assert said(kept) == []


def test_followers_hear_of_every_change(path: Path) -> None:
    class Follower:
        heard = 0

        def follow(self) -> None:
            self.heard += 1

    kept, follower = Store(path), Follower()
    kept.watch(follower)
    kept.add(Text("a"))
    Store(path).add(Text("b"))
    kept.refresh()
    assert follower.heard == 2


def test_one_briefing_a_corpus_beside_its_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_ANALYST", "Ada Lund")
    (tmp_path / "a.txt").write_text(ARTICLE)
    corpus = wb.load(tmp_path, progress=False)
    assert store.picked(corpus) is None
    store.of(corpus).add(Text("a"))
    again = wb.load(tmp_path, progress=False)
    assert len(again) == 1 and again.problems.empty, "the file is no article"
    assert store.of(again) is store.of(corpus)
    assert store.picked(again).title == "Briefing on 1 article"
    assert briefing_file(tmp_path, "Ada Lund").exists()
    assert store.picked(wb.load(tmp_path, progress=False, analyst="Bo")) is None, "each analyst has their own"


def test_text_in_memory_has_a_briefing_as_long_as_it_is_there() -> None:
    one, other = wb.load([{"text": ARTICLE}], progress=False), wb.load([{"text": ARTICLE}], progress=False)
    store.of(one).add(Text("a"))
    assert said(store.of(one)) == ["a"] and said(store.of(other)) == []


WRITER = """
import sys
from pathlib import Path
from workbench.briefing.items import Text
from workbench.briefing.store import Store
kept = Store(Path(sys.argv[1]))
for number in range(100000):
    kept.add(Text(f"{sys.argv[2]} {number}"))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_writer_that_is_killed_loses_nothing_that_was_acknowledged(path: Path) -> None:
    for turn in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(turn)], stdout=subprocess.PIPE, text=True
        )
        lines = [writer.stdout.readline() for _ in range(3 + turn)]
        writer.send_signal(signal.SIGKILL)
        rest = writer.communicate()[0].split()
        last = int(rest[-1]) if rest else int(lines[-1])
        kept = Store(path)
        assert not kept.problem
        assert [text for text in said(kept) if text.startswith(f"{turn} ")][: last + 1] == [
            f"{turn} {number}" for number in range(last + 1)
        ]
    assert json.loads(path.read_bytes())["workbench_briefing"] == 1
