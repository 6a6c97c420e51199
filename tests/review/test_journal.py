"""The journal: every acknowledged decision is on the disk, whatever happens to the process, the disk or the file."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import OptionError
from workbench.review import journal_file
from workbench.review.decision import Action, Decision, Layer, Step, Target, from_line, new, now, to_line
from workbench.review.journal import Journal, file_of

TARGET = Target(Layer.FIGURE, "harbour:f10-12")


def decision(journal: Journal, **more) -> Decision:
    return new(TARGET, Action.CORRECT, analyst=journal.analyst, at=journal.moment(), after={"value": 7}, **more)


@given(st.text(), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_a_line_says_what_the_decision_says(text: str, value: object) -> None:
    made = new(TARGET, Action.CORRECT, analyst="Ada", at=now(), after={"x": value}, reason=text)
    line = to_line(made)
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    assert from_line(line) == made


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b'{"op": "decide"', id="half"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"op": "run", "of": "rm"}', id="unknown"),
        pytest.param(b"\x00\xff\xfe", id="bytes"),
        pytest.param(b'{"op": "undo", "id": "s", "of": 3, "analyst": "A", "at": "2026-01-01T00:00:00Z"}', id="types"),
        pytest.param(b'{"op": "undo", "id": "s", "of": "d", "analyst": "A", "at": "2026-01-01"}', id="no zone"),
    ],
)
def test_what_is_no_line_is_said_to_be_none(line: bytes) -> None:
    with pytest.raises(ValueError):
        from_line(line)


def test_what_cannot_be_kept_is_refused() -> None:
    with pytest.raises(OptionError, match="too long"):
        new(TARGET, Action.CORRECT, analyst="Ada", at=now(), after={"x": "a" * 2_000_000})
    with pytest.raises(OptionError, match="plain values"):
        new(TARGET, Action.CORRECT, analyst="Ada", at=now(), after={"x": float("nan")})


def test_undo_redo_and_reading_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "Ada")
    one, two = decision(journal), decision(journal)
    assert journal.add(one).path == journal.add(two).path == file_of(tmp_path, "Ada")
    journal.undo()
    assert journal.live == (one,)
    journal.undo()
    assert journal.live == ()
    journal.redo()
    assert journal.live == Journal(tmp_path, "Bo").live == (one,)
    journal.add(three := decision(journal))
    with pytest.raises(OptionError):
        journal.redo()
    with pytest.raises(OptionError):
        Journal(tmp_path, "Bo").undo(one.decision_id)
    again = Journal(tmp_path, "Ada")
    assert again.live == journal.live == (one, three)
    assert again.entries == journal.entries and len(again.entries) == 6


@given(st.lists(st.sampled_from(["decide", "undo", "redo", "other"]), max_size=30))
def test_any_sequence_replays_as_it_was(tmp_path_factory, ops: list[str]) -> None:
    folder = tmp_path_factory.mktemp("j")
    ada, bo = Journal(folder, "Ada"), Journal(folder, "Bo")
    stack: list[str] = []
    undone: list[str] = []
    for op in ops:
        if op == "decide":
            ada.add(made := decision(ada))
            stack, undone = [*stack, made.decision_id], []
        elif op == "other":
            bo.refresh()
            bo.add(decision(bo))
            ada.refresh()
        elif op == "undo" and stack:
            ada.undo()
            undone.append(stack.pop())
        elif op == "redo" and undone:
            ada.redo()
            stack.append(undone.pop())
    assert [one.decision_id for one in ada.live if one.analyst == "Ada"] == stack
    assert Journal(folder, "Carla").live == ada.live


def test_two_notebooks_of_one_analyst_share_the_file(tmp_path: Path) -> None:
    one, two = Journal(tmp_path, "Ada"), Journal(tmp_path, "Ada")
    for _ in range(3):
        one.add(decision(one))
        two.add(decision(two))
    one.refresh(), two.refresh()
    assert one.live == two.live == Journal(tmp_path, "Ada").live and len(one.live) == 6


WRITER = """
import sys
from pathlib import Path
from workbench.review.decision import Action, Layer, Target, new
from workbench.review.journal import Journal
journal = Journal(Path(sys.argv[1]), "Ada")
while True:
    made = new(Target(Layer.FIGURE, "a:f1-2"), Action.CORRECT, analyst="Ada", at=journal.moment(), after={"value": 1},
               reason="wörd " * 2000)
    if journal.add(made).path:
        sys.stdout.write(made.decision_id + "\\n")
        sys.stdout.flush()
"""
FORKED = """
import os, random, signal, sys, time
from pathlib import Path
from workbench.review.decision import Action, Layer, Target, new
from workbench.review.journal import Journal
chance = random.Random(6)
for kill in range(int(sys.argv[2])):
    folder = Path(sys.argv[1]) / str(kill // 30)  # so that no journal gets long
    folder.mkdir(exist_ok=True)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        journal = Journal(folder, "Ada")
        while True:
            made = new(Target(Layer.FIGURE, "a:f1-2"), Action.CORRECT, analyst="Ada", at=journal.moment(),
                       after={"value": 1}, reason="w\\u00f6rd " * 500)
            if journal.add(made).path:
                os.write(write, made.decision_id.encode() + b"\\n")
    os.close(write)
    with os.fdopen(read) as told:
        for _ in range(chance.randrange(4)):  # wait for some, then for a moment, then kill
            sys.stdout.write(told.readline())
        time.sleep(chance.random() * 0.004)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        sys.stdout.write(told.read())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")
def test_no_acknowledged_decision_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKED, str(tmp_path), "300"], capture_output=True, text=True, check=True, timeout=600
    )
    told = [line for line in done.stdout.split("\n") if len(line) == 34]
    journals = [Journal(folder, "Bo") for folder in tmp_path.iterdir()]
    there = {one.decision_id for journal in journals for one in journal.live}
    assert len(journals) == 10 and len(told) > 300 and there.issuperset(told)


def test_killed_in_the_middle_of_a_line(tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip() for _ in range(3)]
    time.sleep(random.Random(3).random() / 10)
    writer.send_signal(signal.SIGKILL)
    told += [line.strip() for line in writer.stdout if len(line) == 35]
    writer.wait()
    file = file_of(tmp_path, "Ada")
    whole = file.read_bytes()
    file.write_bytes(whole + whole[: len(whole) // 7].rpartition(b"\n")[2] + b'{"op": "decide", "id"')
    journal = Journal(tmp_path, "Ada")
    assert {one.decision_id for one in journal.live}.issuperset(told)
    assert [problem.message.startswith("The last line was left half written") for problem in journal.problems] == [True]
    journal.add(made := decision(journal))
    again = Journal(tmp_path, "Ada")
    assert again.live[-1] == made and {one.decision_id for one in again.live}.issuperset(told)
    assert file.read_bytes().startswith(whole), "nothing is taken away"
    assert len(again.problems) == 1 and "passed over" in again.problems[0].message


def test_a_last_line_without_its_end_counts(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "Ada")
    journal.add(one := decision(journal))
    file = file_of(tmp_path, "Ada")
    file.write_bytes(file.read_bytes()[:-1])
    again = Journal(tmp_path, "Ada")
    again.add(two := decision(again))
    assert Journal(tmp_path, "Ada").live == again.live == (one, two) and not again.problems


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=["full", "broken", "read-only"])
def test_what_cannot_be_written_stays_in_memory(tmp_path: Path, monkeypatch, number: int) -> None:
    journal = Journal(tmp_path, "Ada")
    journal.add(one := decision(journal))
    before = file_of(tmp_path, "Ada").read_bytes()

    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        if len(data) > 50:
            return real(descriptor, bytes(data)[:50])  # as much as there is room for
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(journal_file.os, "write", lambda *given: (_ for _ in ()).throw(OSError(number, "no")))
    kept = journal.add(two := decision(journal))
    assert kept.path is None and "in memory" in kept.message and "make room" in kept.message
    assert journal.live == (one, two) and journal.waiting == (two,)
    monkeypatch.setattr(
        journal_file.os, "write", lambda d, data: write(d, data[:51]) if len(data) > 50 else write(d, data)
    )
    assert journal.keep().path is None
    assert file_of(tmp_path, "Ada").read_bytes() == before, "what was written by halves is taken back"
    monkeypatch.undo()
    journal.add(three := decision(journal))
    assert journal.waiting == () and Journal(tmp_path, "Ada").live == (one, two, three)


def test_a_folder_that_nobody_may_write(tmp_path: Path, monkeypatch) -> None:
    real = os.open

    def refuse(path, flags, *mode, **more):
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, flags, *mode, **more)

    monkeypatch.setattr(journal_file.os, "open", refuse)
    journal = Journal(tmp_path, "Ada")
    kept = journal.add(one := decision(journal))
    assert kept.path is None and "make the folder writable" in kept.message and journal.live == (one,)


def test_a_second_writer_who_holds_the_file(tmp_path: Path, monkeypatch) -> None:
    journal = Journal(tmp_path, "Ada")
    journal.add(one := decision(journal))
    monkeypatch.setattr(journal_file, "_SECONDS", 0.05)
    fcntl = pytest.importorskip("fcntl")
    with file_of(tmp_path, "Ada").open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        kept = journal.add(two := decision(journal))
        assert kept.path is None and "another process is writing it" in kept.message
    assert journal.keep().path is not None and Journal(tmp_path, "Ada").live == (one, two)


def test_no_folder_no_file() -> None:
    journal = Journal(None, "Ada")
    kept = journal.add(one := decision(journal))
    assert kept.path is None and "came from memory" in kept.message and journal.live == (one,)
    journal.undo()
    assert journal.live == () and isinstance(journal.entries[-1], Step)


def test_a_missing_file_is_written_again(tmp_path: Path) -> None:
    journal, bo = Journal(tmp_path, "Ada"), Journal(tmp_path, "Bo")
    bo.add(theirs := decision(bo))
    journal.refresh()
    journal.add(one := decision(journal))
    file_of(tmp_path, "Ada").unlink()
    journal.add(two := decision(journal))
    assert Journal(tmp_path, "Bo").live == journal.live == (theirs, one, two)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")
def test_hostile_files_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    secret = tmp_path / "secret.jsonl"
    secret.write_text("do not touch\n")
    file_of(tmp_path / "folder", "Ada").symlink_to(secret)
    os.mkfifo(tmp_path / "folder" / ".workbench-decisions.pipe.jsonl")
    journal = Journal(tmp_path / "folder", "Ada")
    assert journal.add(decision(journal)).path is None
    assert secret.read_text() == "do not touch\n" and len(journal.problems) == 2


def test_bad_lines_are_passed_over_and_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "Ada")
    journal.add(one := decision(journal))
    with file_of(tmp_path, "Ada").open("ab") as file:
        file.write(b"\x00\x00\n" + b"x" * 3_000_000 + b"\n" + b'{"op": "dance"}\n\n')
    journal.refresh()
    journal.add(two := decision(journal))
    again = Journal(tmp_path, "Ada")
    assert again.live == (one, two)
    assert [problem.message.split(" (")[0] for problem in again.problems] == [
        f"Line {number} cannot be read" for number in (2, 3, 4)
    ]


def test_ten_thousand_decisions_are_read_in_one_pass(tmp_path: Path, monkeypatch) -> None:
    moment = ""
    with file_of(tmp_path, "Ada").open("wb") as file:
        for at in range(10_000):
            moment = now(moment)
            target = Target(Layer.FIGURE, f"a:f{at}-{at + 1}")
            file.write(to_line(new(target, Action.CONFIRM, analyst="Ada", at=moment)))
    lines: list[bytes] = []
    real = journal_file.from_line
    monkeypatch.setattr(journal_file, "from_line", lambda line: lines.append(line) or real(line))
    journal = Journal(tmp_path, "Ada")
    journal.add(decision(journal))
    assert len(journal.live) == 10_001 and len(lines) == 10_001
