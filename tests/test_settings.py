"""Which folder is read when nobody names one."""

from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.settings import SOURCE_VARIABLE, default_source, remember


@pytest.fixture(autouse=True)
def _outside_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_SESSION", raising=False)


def test_the_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SOURCE_VARIABLE, "/some/where")
    assert default_source() == Path("/some/where")


@pytest.mark.parametrize(("here", "expected"), [("", "seeds"), ("notebooks", "../seeds"), ("a/b", "../../seeds")])
def test_seeds_here_or_above(here: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / here)
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    assert default_source() == Path(expected)


def test_neither_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a/b/c")
    monkeypatch.delenv(SOURCE_VARIABLE, raising=False)
    with pytest.raises(SourceError, match=SOURCE_VARIABLE):
        default_source()


def test_the_other_notebooks_read_what_the_first_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setenv("WORKBENCH_SOURCE", str(tmp_path))
    monkeypatch.delenv("WORKBENCH_SESSION", raising=False)
    remember(mine)
    assert default_source() == tmp_path, "nothing is kept outside a run of workbench lab"
    monkeypatch.setenv("WORKBENCH_SESSION", str(tmp_path / "source"))
    assert default_source() == tmp_path
    remember(mine)
    assert default_source() == mine
    remember("the text of an article, which is no place")
    remember(tmp_path / "nowhere")
    assert default_source() == mine
    mine.rmdir()
    assert default_source() == tmp_path, "what is gone is forgotten"
