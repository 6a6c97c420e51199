"""What README promises is there: its Python runs, its commands and their options exist, so do the files it names."""

import re
import shutil
from pathlib import Path

import click
import matplotlib
import pytest
import typer

from workbench.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NEWS = {
    "flood-a": "Flood in Orsund\n\nA flood hit Orsund on Monday. The Orsund dam broke and 40 people fled.",
    "flood-b": "Orsund dam breaks\n\nThe flood in Orsund drove 40 people from home after the dam broke on Monday.",
    "vote-a": "Tarvia votes\n\nTarvia voted on Sunday. The Tarvian Green party won 61 seats of the assembly.",
    "vote-b": "Greens win in Tarvia\n\nThe Green party won 61 seats in the Tarvian assembly in the vote on Sunday.",
}
#: ``workbench COMMAND ...`` in code and in text, up to the end of the line or of the code.
COMMANDS = sorted(set(re.findall(r"workbench ((?:lab|brief|tables|app)\b[^`\n#]*)", README)))
COMMAND_LINE = typer.main.get_command(app)


def test_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("seeds", "news"):
        (tmp_path / folder).mkdir()
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:2]:  # as they are; all of them take long to draw
        shutil.copy(seed, tmp_path / "seeds")
    for name, text in NEWS.items():
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_CACHE", "off")
    monkeypatch.setattr("workbench.export.pack.CHARTS", {})  # tests/export draws them all
    matplotlib.use("agg")
    (code,) = (block for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "import workbench" in block)
    exec(code, {})
    assert (tmp_path / "briefing" / "index.html").is_file()
    assert len(list((tmp_path / "seeds").glob(".workbench-*"))) >= 3  # decisions, word lists and a briefing


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_options_exist(command: str) -> None:
    assert isinstance(COMMAND_LINE, click.Group | typer.core.TyperGroup)
    name, *given = command.split()
    known = {option for one in COMMAND_LINE.commands[name].params for option in (*one.opts, *one.secondary_opts)}
    assert {one for one in given if one.startswith("--")} <= known


def test_make_targets_and_files_exist() -> None:
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)`", README)) <= made
    for path in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / path).exists(), path
