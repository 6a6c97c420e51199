"""When ``workbench tables`` streams, and what it says."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import workbench.stream
from workbench.cli import app
from workbench.errors import OptionError
from workbench.stream import is_large


@pytest.mark.parametrize(("most", "large"), [(8, False), (7, True), (2, True)])
def test_what_is_large(written: Callable[..., Path], most: int, large: bool) -> None:
    folder = written(3)
    (folder / "more.jsonl").write_text("\n".join(json.dumps({"text": f"Day {at} of rain."}) for at in range(5)))
    assert is_large([str(folder)], most=most) is large


def test_an_address_is_large() -> None:
    assert is_large(["s3://bucket/articles"])


@pytest.mark.parametrize(
    ("options", "large", "streams"),
    [
        ([], False, False),
        ([], True, True),
        (["--no-stream"], True, False),
        (["--stream"], False, True),
        (["--format", "csv"], True, False),
        (["--workers", "1"], False, True),
    ],
    ids=["small", "large", "told not to", "told to", "only files hold csv", "workers"],
)
def test_when_it_streams(
    written: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    large: bool,
    streams: bool,
) -> None:
    folder, out = written(1), tmp_path / "out"
    asked: list[object] = []
    monkeypatch.setattr(workbench.stream, "is_large", lambda *given: large)
    monkeypatch.setattr(workbench.stream, "run", lambda *given, **options: asked.append(options) or _RAN)
    out.mkdir()
    done = CliRunner().invoke(app, ["tables", str(folder), "--out", str(out), "--only", "blocks", *options])
    assert done.exit_code == 0
    assert bool(asked) is streams
    promised = (out / "blocks.jsonl").exists() or (out / "blocks.csv").exists()
    assert promised is ("--stream" not in options)  # unless parts were asked for, there is one file a table
    assert ("More than 5,000 articles" in done.stderr) is (large and streams)


_RAN = workbench.stream.Ran(articles=1, partitions=1, made=1, rows=1, aside=0)


def test_a_stream_writes_one_format(written: Callable[..., Path], tmp_path: Path) -> None:
    given = ["tables", str(written(1)), "--out", str(tmp_path / "out"), "--stream", "--format", "jsonl,parquet"]
    done = CliRunner().invoke(app, given)
    assert isinstance(done.exception, OptionError)
    assert "writes one format" in str(done.exception)


def test_without_being_asked_for_parts_every_table_is_one_file(
    written: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, plain, streamed = written(5), tmp_path / "plain", tmp_path / "streamed"
    given = ["--only", "articles,blocks,reuse"]
    assert CliRunner().invoke(app, ["tables", str(folder), "--out", str(plain), *given]).exit_code == 0
    monkeypatch.setattr(workbench.stream, "is_large", lambda *given: True)
    options = ["--partition", "2", "--events", "each", *given]
    assert CliRunner().invoke(app, ["tables", str(folder), "--out", str(streamed), *options]).exit_code == 0
    assert len(list((streamed / "blocks").glob("part-*"))) > 1
    for name in ("articles", "blocks", "reuse"):
        rows = [
            [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()]
            for out in (plain, streamed)
        ]
        keys = [[(row.get("article_id"), row.get("start"), row.get("end")) for row in some] for some in rows]
        assert keys[0] == keys[1]
    assert len(keys[0]) == 0  # the table without rows is there, and empty
