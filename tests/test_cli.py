"""The command line as a shell sees it: files written, what goes where, exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import workbench
from workbench.tables.schemas import SCHEMAS


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text("Flood hits town\n\nAt least 12 people died, the mayor said.\n", encoding="utf-8")
    (made / "two.txt").write_text("“We lost 12 people,” the mayor said on Monday.\n", encoding="utf-8")
    return made


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"workbench {workbench.__version__}\n")


@pytest.mark.parametrize("command", [[], ["tables"], ["brief"], ["lab"]], ids=lambda one: one[0] if one else "all")
def test_help_shows_examples(command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout or not command


def test_tables_writes_every_table(folder: Path, tmp_path: Path) -> None:
    done = run("tables", folder, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "quiet in pipes"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.jsonl" for name in SCHEMAS}
    lines = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == ["one", "two"]
    assert json.loads(lines[0])["text"] == (folder / "one.txt").read_text(encoding="utf-8")
    assert list(json.loads(lines[0])) == list(SCHEMAS["articles"].names)
    assert (tmp_path / "out" / "utterances.jsonl").exists()


def test_only_and_format(folder: Path, tmp_path: Path) -> None:
    done = run("tables", folder, "--out", tmp_path / "out", "--only", "blocks,articles", "--format", "csv,jsonl")
    assert done.returncode == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"blocks.csv", "blocks.jsonl", "articles.csv", "articles.jsonl"}


def test_an_option_given_twice_counts_twice(folder: Path, tmp_path: Path) -> None:
    given = ("--only", "blocks", "--only", "articles", "--format", "csv", "--format", "jsonl")
    done = run("tables", folder, "--out", tmp_path / "out", *given)
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"blocks.csv", "blocks.jsonl", "articles.csv", "articles.jsonl"}


def test_a_copy_of_an_article_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "again.txt").write_bytes((folder / "one.txt").read_bytes())
    done = run("tables", folder, "--out", tmp_path / "out", "--only", "articles")
    assert done.returncode == 0
    assert "notice: one: This says the same as again: the two count as one source." in done.stderr.splitlines()


def test_of_very_many_copies_some_are_told(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        (folder / f"again{number:02}.txt").write_bytes((folder / "one.txt").read_bytes())
    done = run("tables", folder, "--out", tmp_path / "out", "--only", "articles")
    assert sum("the two count as one source" in line for line in done.stderr.splitlines()) == 20
    assert "… and 10 more copies: see the articles table." in done.stderr


def test_only_nothing_is_everything(folder: Path, tmp_path: Path) -> None:
    done = run("tables", folder, "--out", tmp_path / "out", "--only", "")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.jsonl" for name in SCHEMAS}


@pytest.mark.parametrize("name", ["REPORT.TXT", "noext"])
def test_lab_opens_whatever_can_be_read(tmp_path: Path, name: str) -> None:
    from workbench.cli import _holds_articles

    (tmp_path / name).write_text("The bridge fell.\n", encoding="utf-8")
    _holds_articles(tmp_path / name)
    if name == "REPORT.TXT":
        _holds_articles(tmp_path)


def test_a_bad_file_is_told_and_the_rest_is_done(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    done = run("tables", folder, "--out", tmp_path / "out", "--only", "articles,problems")
    assert done.returncode == 0
    assert "empty.txt" in done.stderr
    problems = [json.loads(line) for line in (tmp_path / "out" / "problems.jsonl").read_text().splitlines()]
    assert len(problems) == 1
    assert "empty" in problems[0]["message"]
    assert len((tmp_path / "out" / "articles.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["tables", "nowhere", "--out", "x"], 1, "nowhere"),
        (["tables", ".", "--out", "x", "--only", "figuers"], 2, "There is no table 'figuers'; choose from articles"),
        (["tables", ".", "--out", "x", "--format", "doc"], 2, "There is no format 'doc'; choose from jsonl"),
        (["tables", "--out", "x"], 2, "Missing argument"),
        (["lab", "nowhere"], 1, "There is nothing at nowhere"),
        (["lab", "."], 1, "There is no article in ."),
        (["app", "."], 1, "There is no article in ."),
        (["frobnicate"], 2, "No such command"),
    ],
    ids=[
        "no-path",
        "no-table",
        "no-format",
        "no-argument",
        "lab-no-path",
        "lab-no-article",
        "app-no-article",
        "no-command",
    ],
)
def test_mistakes_are_one_sentence(arguments: list[str], status: int, says: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_folder_without_articles_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("tables", tmp_path / "empty", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_the_cache_can_be_gone_without(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Ferry sinks\n\nAt least 31 people died when the ferry Alba sank.\n", encoding="utf-8"
    )
    surroundings = {**os.environ, "WORKBENCH_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "workbench.cli", "tables", str(tmp_path / "one.txt"), "--out", str(tmp_path / "t")]
    command += ["--only", "figures"]
    subprocess.run([*command, "--no-cache"], check=True, env=surroundings)
    assert not (tmp_path / "cache").exists()
    first = (tmp_path / "t" / "figures.jsonl").read_bytes()
    for _ in range(2):
        subprocess.run(command, check=True, env=surroundings)
        assert (tmp_path / "t" / "figures.jsonl").read_bytes() == first
    assert (tmp_path / "cache").is_dir()
