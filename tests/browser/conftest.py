"""A JupyterLab of our own, as ``workbench lab`` starts it, and a page of Chromium that reaches nothing else."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from workbench.lab import command

PROJECT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
OURS = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
IDLE = """() => { const session = window.jupyterapp?.shell.currentWidget?.context?.sessionContext;
  const kernel = session?.session?.kernel;
  return !!(session?.isReady && kernel?.status === 'idle' && kernel?.connectionStatus === 'connected'); }"""
PLACES = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
    *("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
)
ERRORS = (
    '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"],'
    '.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"]'
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is on the path (on Debian: apt-get install chromium)")
    return found


def write_notebook(path: Path, *cells: str) -> None:
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}},
    )
    nbformat.write(book, path)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks and the articles: what the tests name or save changes nothing here."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "notebooks", root / "notebooks")
    shutil.copytree(PROJECT / "seeds", root / "seeds")
    return root


@pytest.fixture(scope="session")
def lab(chromium: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running JupyterLab, started with the command and the settings of ``workbench lab``."""
    home = tmp_path_factory.mktemp("jupyter")
    places = {name: str(home / name) for name in PLACES}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    before = Path.cwd()
    os.chdir(folder)
    try:
        arguments = command()
    finally:
        os.chdir(before)
    arguments += ["--no-browser", f"--port={port}", "--ServerApp.port_retries=0", "--ServerApp.allow_root=True"]
    arguments += ["--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.expose_app_in_browser=True"]
    ours = ("WORKBENCH_SOURCE", "WORKBENCH_SESSION")
    environment = {name: value for name, value in os.environ.items() if name not in ours} | places
    environment["WORKBENCH_SESSION"] = str(home / "session")  # what a notebook chooses, the others read
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            arguments, stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder, start_new_session=True
        )
        try:
            _wait(f"http://127.0.0.1:{port}/api", server, home / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait(10)


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 180
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).read()
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}") from None
            time.sleep(0.2)


class Lab:
    """A page of Chromium on our JupyterLab, what it asked of the network besides, and what it complained of."""

    def __init__(self, page: "object", address: str) -> None:
        self.page = page
        self.address = address
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []

    def saw(self, url: str) -> None:
        """Remember a request that goes elsewhere; it gets nowhere, since no name is resolved."""
        if not url.startswith(OURS):
            self.elsewhere.append(url)

    def run(self, notebook: str) -> "Lab":
        """Open the notebook, run all cells, wait until the kernel is idle again."""
        self.page.goto(f"{self.address}/lab/tree/notebooks/{notebook}?reset")
        self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook").wait_for()
        self.page.wait_for_function(IDLE)  # what the status bar says comes too early
        self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        self.page.wait_for_function(IDLE)
        bad = self.page.locator(ERRORS)
        assert bad.count() == 0, bad.all_inner_texts()
        self.page.locator(".wb-view .wb-grid").first.wait_for()
        return self

    def cells(self) -> int:
        """The number of cells of the notebook."""
        return self.page.evaluate("() => window.jupyterapp.shell.currentWidget.content.model.cells.length")


@pytest.fixture(scope="module")  # no longer: while Playwright runs, other tests would find themselves in its event loop
def browser(chromium: str) -> Iterator["object"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET), headless=True)
        yield started
        started.close()


@pytest.fixture(scope="module")
def context(browser: "object", lab: str) -> Iterator["object"]:
    """One window for all tests, so that JupyterLab's own files are fetched once."""
    made = browser.new_context(viewport={"width": 1400, "height": 1400})
    made.grant_permissions(["clipboard-read", "clipboard-write"], origin=lab)
    yield made
    made.close()


@pytest.fixture
def opened(context: "object", lab: str) -> Iterator[Lab]:
    made = Lab(context.new_page(), lab)
    made.page.set_default_timeout(120_000)
    made.page.on("request", lambda asked: made.saw(asked.url))
    made.page.on("pageerror", lambda error: made.errors.append(str(error)))
    made.page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
    yield made
    made.page.close()


if sys.platform == "win32":  # process groups and signals as used above are not there
    collect_ignore_glob = ["test_*.py"]
