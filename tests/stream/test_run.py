"""Streams of articles: the same rows as without, the same whatever the workers, and on again after any stop."""

import gc
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import workbench as wb
from tests.stream.conftest import content, rows
from workbench.corpus import load
from workbench.errors import OptionError, SourceError, WorkbenchError
from workbench.events import Event
from workbench.model import Article
from workbench.stream import run
from workbench.stream.analysis import Analysis
from workbench.tables.schemas import SCHEMAS

Write = Callable[..., Path]
LIGHT = ("articles", "blocks", "problems")


def light(named: Path, out: Path, **given: object) -> list[str]:
    """A run of the tables that need no model; what it told."""
    told: list[str] = []
    options = {
        "tables": LIGHT,
        "events": "each",
        "per_partition": 4,
        "workers": 0,
        "progress": False,
        "tell": told.append,
        **given,
    }
    run([str(named)], str(out), **options)  # type: ignore[arg-type]
    return told


def test_an_event_has_the_rows_that_it_has_without_a_stream(
    seeds_folder: str, seeds: wb.Corpus, tmp_path: Path
) -> None:
    run([seeds_folder], str(tmp_path / "out"), progress=False)
    for table in SCHEMAS:
        (event,) = seeds.rows("events")
        wanted = [{**row, "event_id": event["event_id"]} for row in seeds.rows(table)]
        assert rows(tmp_path / "out", table) == json.loads(json.dumps(wanted)), table


def test_one_worker_and_two_write_the_same(written: Write, tmp_path: Path) -> None:
    folder = written(6, folders=2)
    tables = ("articles", "figures", "quantities", "problems")
    for workers in (1, 2):
        out = str(tmp_path / str(workers))
        done = run(
            [str(folder)],
            out,
            tables=tables,
            events="folder",
            workers=workers,
            per_partition=3,
            progress=False,
        )
        assert (done.articles, done.partitions, done.made) == (6, 2, 2)
    one, two = content(tmp_path / "1"), content(tmp_path / "2")
    assert one == two
    assert len([name for name in one if not name.startswith("_manifest")]) == 2 * len(tables)
    assert {row["event_id"] for row in rows(tmp_path / "1", "figures")} == {f"{folder}/event{at}" for at in range(2)}


#: Put before everything else into each process: it tells of each time that the model is loaded.
_TOLD = """
import os
import workbench.language as language

def load(found=language.load):
    before = found.cache_info().misses
    made = found()
    if found.cache_info().misses > before:
        with open(os.environ["LOADS"], "a") as told:
            told.write(f"{os.getpid()}\\n")
    return made

language.load = load
"""


def test_a_process_loads_the_model_once_and_a_new_one_follows_after_many_articles(
    written: Write, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with first.open("a") as file:
        file.write(_TOLD)
    monkeypatch.setenv("LOADS", str(tmp_path / "loads"))
    monkeypatch.setattr("workbench.stream.worker._FRESH", 4)
    folder = written(6)
    given = {"tables": ("figures",), "per_partition": 2, "events": "each", "progress": False}
    run([str(folder)], str(tmp_path / "out"), **given)  # type: ignore[arg-type]
    assert len(rows(tmp_path / "out", "figures")) >= 6
    processes = (tmp_path / "loads").read_text().split()
    assert (len(processes), len(set(processes))) == (2, 2)


def test_parts_are_a_data_set_also_where_one_is_empty(written: Write, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    folder = written(5)
    run(
        [str(folder)],
        str(tmp_path / "out"),
        tables=LIGHT,
        form="parquet",
        events="each",
        per_partition=2,
        workers=0,
        progress=False,
    )
    blocks = pandas.read_parquet(tmp_path / "out" / "blocks")
    assert list(blocks.columns) == [*SCHEMAS["blocks"].names, "event_id"]
    assert sorted(set(blocks.article_id)) == [f"a{number:04}" for number in range(5)]
    problems = pandas.read_parquet(tmp_path / "out" / "problems")
    assert (len(problems), list(problems.columns)) == (0, [*SCHEMAS["problems"].names, "event_id"])


def killed(command: list[str], manifest: Path, lines: int) -> int:
    """Start a run, and kill it without warning when so many partitions are done; how many are done then."""
    started = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while started.poll() is None and len(list(manifest.glob("part-*.jsonl"))) < lines:
        time.sleep(0.01)
    started.send_signal(signal.SIGKILL)
    started.wait()
    return len(list(manifest.glob("part-*.jsonl")))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_run_killed_three_times_ends_as_one_unbroken(written: Write, tmp_path: Path) -> None:
    folder, out = written(200), tmp_path / "out"
    options = {"per_partition": 10}
    command = [sys.executable, "-m", "workbench.cli", "tables", str(folder), "--out", str(out), "--stream"]
    command += ["--partition", "10", "--events", "each", "--only", ",".join(LIGHT)]
    done = [killed(command, out / "_manifest", lines) for lines in sorted(random.Random(7).sample(range(1, 16), 3))]
    assert 0 < done[0] < 20, "the first was killed in the middle"
    last = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Done already: " in last.stderr
    light(folder, tmp_path / "unbroken", **options)
    assert content(out) == content(tmp_path / "unbroken")
    assert len(rows(out, "articles")) == 200


def test_what_is_done_stays(written: Write, tmp_path: Path) -> None:
    folder, out = written(8), tmp_path / "out"
    assert light(folder, out) == []
    before = {path: path.stat().st_mtime_ns for path in out.rglob("part-*")}
    assert light(folder, out) == ["Done already: 2 partitions."]
    assert {path: path.stat().st_mtime_ns for path in out.rglob("part-*")} == before
    assert light(folder, out, resume=False) == []
    assert all(path.stat().st_mtime_ns > time_ for path, time_ in before.items())


@pytest.mark.parametrize(
    ("change", "given", "told"),
    [
        (lambda folder, out: (folder / "a0001.txt").write_text("Other words here.\n"), {}, "their files have changed"),
        (lambda folder, out: (folder / "a0001.txt").unlink(), {}, "other articles belong to them"),
        (lambda folder, out: (out / "blocks/part-00000.jsonl").unlink(), {}, "not there as they were written"),
        (lambda folder, out: (out / "_manifest/part-00000.jsonl").write_text("{}"), {}, "cannot be read"),
        (lambda folder, out: None, {"form": "parquet"}, "the options have changed"),
    ],
    ids=["input changed", "input gone", "table gone", "manifest broken", "options"],
)
def test_what_changed_is_told_and_made_anew(
    written: Write, tmp_path: Path, change: Callable[[Path, Path], object], given: dict[str, object], told: str
) -> None:
    folder, out = written(8), tmp_path / "out"
    light(folder, out)
    change(folder, out)
    assert any(told in message for message in light(folder, out, **given))
    light(folder, tmp_path / "new", **given)
    assert content(out) == content(tmp_path / "new")


def test_a_file_only_touched_is_not_made_anew(written: Write, tmp_path: Path) -> None:
    folder = written(4)
    light(folder, tmp_path / "out")
    os.utime(folder / "a0001.txt", ns=(1, 1))
    assert light(folder, tmp_path / "out") == ["Done already: 1 partition."]


def test_decisions_are_not_applied_and_that_is_told(written: Write, tmp_path: Path) -> None:
    folder = written(1)
    (folder / ".workbench-decisions.ada.jsonl").write_text("{}\n")
    assert light(folder, tmp_path / "out") == [
        f"The decisions kept in {folder} are not applied: a stream writes what the machine reads."
    ]


def test_parts_of_a_longer_run_go(written: Write, tmp_path: Path) -> None:
    folder = written(12)
    light(folder, tmp_path / "out")
    for number in range(5, 12):
        (folder / f"a{number:04}.txt").unlink()
    light(folder, tmp_path / "out")
    assert [row["article_id"] for row in rows(tmp_path / "out", "articles")] == [f"a{at:04}" for at in range(5)]
    assert len(list((tmp_path / "out" / "_manifest").glob("part-*"))) == 2


def test_parts_of_nobody_are_left_alone(written: Write, tmp_path: Path) -> None:
    (tmp_path / "out/blocks").mkdir(parents=True)
    (tmp_path / "out/blocks/part-00000.parquet").write_bytes(b"somebody's")
    with pytest.raises(OptionError, match=r"blocks/part-00000\.parquet, which no manifest tells of"):
        light(written(1), tmp_path / "out")
    assert (tmp_path / "out/blocks/part-00000.parquet").read_bytes() == b"somebody's"


def test_ids_are_those_of_reading_all_at_once(written: Write, tmp_path: Path) -> None:
    folder = written(4)
    (folder / "more").mkdir()
    for name in ("a0001.txt", "a0002-2.txt", "a0002.md"):
        (folder / "more" / name).write_text(f"A text of its own, which is called {name}.\n", encoding="utf-8")
    (folder / "table.jsonl").write_text(
        "\n".join(json.dumps({"id": name, "text": f"Rain in {name}."}) for name in ("a0003", "b", "b")), "utf-8"
    )
    with zipfile.ZipFile(folder / "zipped.zip", "w") as zipped:
        zipped.writestr("in/a0001.txt", "Wind blew down 12 trees in the park.")
        zipped.writestr("in/rows.csv", "id,text\nc,Snow fell for 9 days.\nb,Sun shone for 3 days.\n")
    if os.name != "nt":
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("A name that is no UTF-8.\n")
    light(folder, tmp_path / "out")
    corpus = load(folder, progress=False)
    assert [(row["article_id"], row["path"], row["text"]) for row in rows(tmp_path / "out", "articles")] == [
        (one.article_id, one.path, one.text) for one in corpus.documents
    ]
    said = sorted(problem.message for problem in corpus.read_problems)
    assert sorted(row["message"] for row in rows(tmp_path / "out", "problems")) == said
    assert len(said) == 6


def test_bad_files_are_problems_and_sources_are_known(written: Write, tmp_path: Path) -> None:
    folder = written(3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "odd.xyz").write_text("nothing that is read")
    (folder / "broken.jsonl").write_text('{"text": "Rain fell for 3 days."}\nno json\n')
    (folder / "sources.csv").write_text("file,source,published\na0001,The Courier,2031-05-14\n")
    light(folder, tmp_path / "out")
    problems = {Path(row["path"]).name: row["message"] for row in rows(tmp_path / "out", "problems")}
    assert set(problems) == {"empty.txt", "broken.jsonl", "articles"}
    by_id = {row["article_id"]: row for row in rows(tmp_path / "out", "articles")}
    assert set(by_id) == {"a0000", "a0001", "a0002", "broken-001"}
    assert (by_id["a0001"]["source"], by_id["a0001"]["published"]) == ("The Courier", "2031-05-14")


def test_articles_held_at_once_are_those_of_a_partition(
    written: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    at: list[Event] = []
    found = Analysis._corpus

    def counted(self: Analysis, event: Event, articles: list[Article]) -> object:
        at.append(event)
        if len(at) % 8 == 0:  # the last of its partition: the others may still be held
            held.append(sum(isinstance(one, Article) and one.article_id[:2] == "a0" for one in gc.get_objects()))
        return found(self, event, articles)

    monkeypatch.setattr(Analysis, "_corpus", counted)
    gc.collect()
    folder = written(80)
    run([str(folder)], str(tmp_path / "out"), workers=0, tables=LIGHT, events="each", per_partition=8, progress=False)
    assert len(held) == 10
    # The article is made, then again with its language and its place among duplicates: no more than that of each.
    assert 8 <= max(held) <= 3 * 8


@pytest.mark.parametrize(
    ("named", "given", "error", "told"),
    [
        ("missing", {}, SourceError, "There is no file or folder"),
        ("https://example.org/a.txt", {}, OptionError, "nothing is ever fetched"),
        ("articles", {"form": "csv"}, OptionError, "writes no format 'csv'"),
        ("articles", {"tables": ("nothing",)}, OptionError, "writes no table 'nothing'"),
        ("articles", {"timeout": 0}, OptionError, "timeout is 0"),
        ("articles", {"workers": -1}, OptionError, "no worker or more"),
    ],
    ids=["missing", "web", "format", "table", "timeout", "workers"],
)
def test_errors_say_what_to_do(
    written: Write, tmp_path: Path, named: str, given: dict[str, object], error: type[Exception], told: str
) -> None:
    written(1)
    place = named if "://" in named else str(tmp_path / named)
    with pytest.raises(error, match=told):
        run([place], str(tmp_path / "out"), progress=False, **given)  # type: ignore[arg-type]


def test_where_nothing_can_be_written_the_run_ends_with_a_sentence(written: Write, tmp_path: Path) -> None:
    folder = written(1)
    (tmp_path / "out" / "_manifest").mkdir(parents=True)
    (tmp_path / "out" / "blocks").write_text("a file where a folder is needed")
    with pytest.raises(WorkbenchError, match="blocks"):
        light(folder, tmp_path / "out")
