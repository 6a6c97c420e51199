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
    done = CliRunner().invoke(app, ["tables", str(folder), "--out", str(out), "--only", "blocks", *options])
    assert done.exit_code == 0
    assert (bool(asked), (out / "blocks.jsonl").exists() or (out / "blocks.csv").exists()) == (streams, not streams)
    assert ("More than 1,000 articles" in done.stderr) is (large and streams)


_RAN = workbench.stream.Ran(articles=1, partitions=1, made=1, rows=1, aside=0)


def test_a_stream_writes_one_format(written: Callable[..., Path], tmp_path: Path) -> None:
    given = ["tables", str(written(1)), "--out", str(tmp_path / "out"), "--stream", "--format", "jsonl,parquet"]
    done = CliRunner().invoke(app, given)
    assert isinstance(done.exception, OptionError)
    assert "writes one format" in str(done.exception)
