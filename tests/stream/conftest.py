"""Small articles on many subjects, and what a folder of parts holds."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Told = dict[str, bytes]

_STORIES = (
    "Flood hits {town}\n\nAt least {n} people died in {town}, the mayor said.\n",
    "Council of {town} votes\n\nThe council of {town} approved the budget by {n} votes to 9 on Monday.\n",
    "{town} beat rivals\n\n“We scored {n} goals this season,” the coach of {town} said.\n",
    "Factory in {town} to close\n\nThe maker of pumps will cut {n} jobs, Ada Lund, its head, told reporters.\n",
)
_TOWNS = ("Orsund", "Velm", "Karrow", "Tisbury", "Halden")


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes so many small articles into a folder, and returns it."""

    def write(count: int, name: str = "articles", folders: int = 1) -> Path:
        for number in range(count):
            folder = tmp_path / name / (f"event{number % folders}" if folders > 1 else "")
            folder.mkdir(parents=True, exist_ok=True)
            text = _STORIES[number % len(_STORIES)].format(n=12 + number, town=_TOWNS[number % len(_TOWNS)])
            (folder / f"a{number:04}.txt").write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture(autouse=True)
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What every process of the test runs first: the code has one version, also where somebody is editing it."""
    found = tmp_path / "first" / "sitecustomize.py"
    found.parent.mkdir()
    found.write_text(
        "from workbench.stream import cluster, running\ncluster.version = running.version = lambda: 'steady'\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(found.parent), prepend=os.pathsep)
    for module in ("running", "cluster"):
        monkeypatch.setattr(f"workbench.stream.{module}.version", lambda: "steady")
    return found


def content(folder: Path) -> Told:
    """By name, what the files below a folder hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, from all its parts."""
    parts = sorted((folder / table).glob("part-*.jsonl"))
    return [json.loads(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
