"""The command that serves the notebooks: how it is built; and, where Voila is installed, that it asks for its token."""

import os
import subprocess
import time
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import pytest

from workbench.errors import MissingPackage, OptionError
from workbench.lab import app

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def voila(monkeypatch: pytest.MonkeyPatch) -> None:
    """Voila, installed or not, is there to be found."""
    monkeypatch.setattr("workbench.lab.app.find_spec", lambda name: object())


def test_serves_the_notebooks_of_this_folder_on_loopback(
    voila: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/00-start.ipynb").write_text("{}")
    monkeypatch.chdir(tmp_path)
    made = app.command()
    assert made[1:4] == ["-m", "voila", str(tmp_path / "notebooks")]
    assert "--Voila.ip=127.0.0.1" in made and "--port=8866" in made
    assert "--Voila.ip=0.0.0.0" in app.command("0.0.0.0", 80)


def test_the_token_is_new_each_time_and_no_argument(voila: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    one, other = app.environment(), app.environment(PROJECT / "seeds")
    assert len(one[app.TOKEN_VARIABLE]) > 20
    assert one[app.TOKEN_VARIABLE] != other[app.TOKEN_VARIABLE]
    assert other["WORKBENCH_SOURCE"] == str(PROJECT / "seeds")
    assert not [part for part in app.command() if "token" in part.lower()]


def test_without_voila_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.lab.app.find_spec", lambda name: None)
    with pytest.raises(MissingPackage, match=r"voila.*analyst-workbench\[app\]"):
        app.command()


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:9/?token=t"),
        ("::1", "http://[::1]:9/?token=t"),
        ("desk", "http://desk:9/?token=t"),
    ],
)
def test_the_link_can_be_opened(host: str, address: str) -> None:
    assert app.link(host, 9, "t") == address


def test_a_port_that_is_taken() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OptionError, match=f"port {port}"):
            app.free("127.0.0.1", port)


def test_nothing_is_asked_of_other_hosts() -> None:
    rules = (Path(app.__file__).with_name("voila.py")).read_text()
    assert "default-src 'self'" in rules and "connect-src 'self' blob: data:" in rules
    assert "http" not in rules.split("headers")[1]


@pytest.mark.skipif(find_spec("voila") is None, reason="voila is not installed: pip install analyst-workbench[app]")
def test_it_starts_and_keeps_its_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    port = app.free(app.LOOPBACK, None)
    home = {name: str(tmp_path / name) for name in ("JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR")}
    given = {**os.environ, **home, **app.environment(PROJECT / "seeds", "secret-of-this-test")}
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(app.command(port=port), env=given, stdout=log, stderr=subprocess.STDOUT)
        try:
            closed = _answer(f"http://127.0.0.1:{port}/", server)
            assert "/login" in closed.url
            opened = _answer(f"http://127.0.0.1:{port}/?token=secret-of-this-test", server)
            assert "/login" not in opened.url
            page = opened.read().decode()
            steps = [page.index(f"/voila/render/{one.name}") for one in sorted((PROJECT / "notebooks").glob("*.ipynb"))]
            assert steps == sorted(steps) and "Quotes and names" in page and "Select items" not in page
            assert "default-src 'self'" in opened.headers["Content-Security-Policy"]
        finally:
            server.terminate()
            server.wait(20)


def _answer(address: str, server: "subprocess.Popen[bytes]") -> "urllib.response.addinfourl":
    until = time.monotonic() + 90
    while True:
        try:
            return urllib.request.urlopen(address, timeout=10)
        except OSError:
            assert server.poll() is None and time.monotonic() < until, "Voila did not start"
            time.sleep(0.3)
