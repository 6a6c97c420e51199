"""The command that opens JupyterLab: it is built, not run (the browser tests run a server)."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.lab import command, environment


def test_opens_the_first_notebook_of_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/00-start.ipynb").write_text("{}")
    monkeypatch.chdir(tmp_path)
    made = command()
    assert f"--ServerApp.root_dir={tmp_path}" in made
    assert "--LabApp.default_url=/lab/tree/notebooks/00-start.ipynb" in made


def test_without_notebooks_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("workbench.lab._FIRST", Path("notebooks/no-such.ipynb"))
    with pytest.raises(SourceError, match="folder of the project"):
        command()


def test_environment_names_the_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert environment(Path("mine"))["WORKBENCH_SOURCE"] == str(tmp_path / "mine")
    assert set(environment(None)) == {"WORKBENCH_SESSION"}
    assert environment(None) != environment(None), "each run keeps its own"


def test_settings_are_shipped_and_quiet() -> None:
    overrides = json.loads((files("workbench.lab") / "settings/overrides.json").read_text())
    assert overrides["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert overrides["@jupyter-widgets/jupyterlab-manager:plugin"]["saveState"] is False
    config = (files("workbench.lab") / "jupyter_server_config.py").read_text()
    assert 'ip = "127.0.0.1"' in config
    assert "token" not in "".join(line for line in config.splitlines() if not line.startswith("#"))
