"""An article that crashes, hangs or kills what works on it is set aside with the reason, and the others are worked."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stream.conftest import rows
from workbench.stream import run

#: Put before everything else into each child: a reader that some words make end badly.
_POISON = """
import os, time
import workbench.read.assemble as assemble

def layout(text, *given, divide=assemble.layout.divide):
    if "dies of this" in text:
        os.kill(os.getpid(), 9)
    if "hangs on this" in text:
        time.sleep(600)
    if "stumbles once" in text and not os.path.exists(os.environ["STUMBLED"]):
        open(os.environ["STUMBLED"], "w").close()
        os._exit(3)
    if "raises at this" in text:
        raise RecursionError("too deep")
    return divide(text, *given)

assemble.layout.divide = layout

import workbench.corpus as corpus
import workbench.stream.analysis as analysis

def rows(self, name, beside=None, rows=corpus.Corpus.rows):
    ids = {one.article_id for one in self.documents}
    if name == "blocks" and {"one", "two"} <= ids:
        os._exit(4)
    if name == "blocks" and "bad" in ids:
        raise ValueError("no such block")
    return rows(self, name, beside)

corpus.Corpus.rows = rows
"""


@pytest.fixture
def poisoned(tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with first.open("a") as file:
        file.write(_POISON)
    monkeypatch.setenv("STUMBLED", str(tmp_path / "stumbled"))
    return tmp_path


def work(folder: Path, out: Path, **given: object) -> dict[str, str]:
    """By id, why articles were set aside."""
    tables = ("articles", "blocks", "problems")
    options = {"events": "each", "progress": False, **given}
    run([str(folder)], str(out), tables=tables, **options)  # type: ignore[arg-type]
    told = [row for row in rows(out, "problems") if row["severity"] != "notice"]
    return {row["article_id"] or Path(row["path"]).stem: row["message"] for row in told}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("text", "timeout", "told"),
    [
        ("It dies of this.", 60, "ended the process (signal 9)"),
        ("It hangs on this.", 12, "did not end within 12 seconds"),
        ("It raises at this.", 60, "RecursionError"),
        ("It stumbles once.", 60, None),
    ],
    ids=["killed", "hangs", "raises", "once only"],
)
def test_a_poison_article(
    poisoned: Path, written: Callable[..., Path], text: str, timeout: float, told: str | None
) -> None:
    folder = written(6)
    (folder / "a0003.txt").write_text(text)
    found = work(folder, poisoned / "out", timeout=timeout, retries=0 if "hangs" in text else 1)
    assert set(found) == ({"a0003"} if told else set())
    assert told is None or told in found["a0003"]
    ids = [row["article_id"] for row in rows(poisoned / "out", "articles")]
    assert ids == [f"a{at:04}" for at in range(6) if at != 3 or not told]


def test_nothing_is_imported_from_the_folder_of_the_articles(
    written: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(2)
    for name in ("queue", "signal", "workbench", "spacy"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    monkeypatch.delenv("PYTHONPATH")
    monkeypatch.chdir(folder)
    assert work(Path(), tmp_path / "out", workers=1) == {}
    assert [row["path"] for row in rows(tmp_path / "out", "articles")] == ["a0000.txt", "a0001.txt"]
    assert not (tmp_path / "run").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_an_event_that_cannot_be_compared_is_worked_apart(poisoned: Path, written: Callable[..., Path]) -> None:
    folder = written(1)
    for name in ("one", "two", "bad"):
        (folder / f"{name}.txt").write_text(f"The {name} flood\n\nTwelve people died, said {name}.\n")
    found = work(folder, poisoned / "out", events="folder")
    assert "exit status 4" in found["one"]
    assert "not compared" in found["one"]
    assert "no such block" in found["bad"]
    assert [row["article_id"] for row in rows(poisoned / "out", "blocks") if row["role"] == "headline"] == [
        "a0000",
        "one",
        "two",
    ]
