"""Milliseconds from a user's act until the page shows the answer, in a real browser; never asserted.

JupyterLab, as ``workbench lab`` starts it, on a notebook made for the purpose: one event of 5 and of 500 articles, a
view a cell; headless Chromium types in the find box (`find`), clears it (`clear`), clicks a row (`select`), a filter, a
heading (`sort`), the next page. An answer is there once the page has drawn the last change of the table (for a row: of
the text about it); what is waited before anything is sent counts. Of three such acts, each done several times, the
longest median. In the Reader a row is a mark, a filter another article, `sort` a layer, `page` the next thing to read.

    python tests/benchmarks/clicks.py [COUNT ...] [--views Quotes Reader] [--tries 2] [--detail]
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import event
import nbformat
import psutil

from workbench import lab

VIEWS = (
    *("Quantities", "Figures", "Quotes", "Utterances", "Names", "Labels", "Choices", "Loaded", "Distinctive"),
    *("Claims", "Shared", "Origins", "Headlines", "Checks", "Timeline", "Reader"),
)
HEADS = ("find", "clear", "select", "filter", "sort", "page")
TRIES = 2
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)
_PLACES = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
    *("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
)
_IDLE = """() => { const session = window.jupyterapp?.shell.currentWidget?.context?.sessionContext;
  const kernel = session?.session?.kernel;
  return !!(session?.isReady && kernel?.status === 'idle' && kernel?.connectionStatus === 'connected'); }"""
_STARTED = "() => window.jupyterapp.shell.currentWidget.content.model.cells.get(0).executionCount > 0"
_RUN = "async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }"
_SCROLL = "async (at) => { await window.jupyterapp.shell.currentWidget.content.scrollToItem(at, 'start'); }"
_LOADED = """import workbench as wb
corpus = wb.load("../event", progress=False)
for name in wb.tables.schemas.SCHEMAS:
    corpus.rows(name)"""
#: One act: [class of the view, act, what it is done with] -> milliseconds until the last change, and of its pictures.
_ACT = Path(__file__).with_name("clicks.js").read_text(encoding="utf-8")


def table(count: int, views: Sequence[str] = VIEWS, tries: int = TRIES) -> Iterator[str]:
    """The lines of a Markdown table for one event of `count` articles. Raises OSError where there is no Chromium."""
    yield f"| {count} articles | {' | '.join(HEADS)} |"
    yield f"|---|{'---:|' * len(HEADS)}"
    for name, found in measured(count, views, tries):
        longest = {act: max((median(some) for some in tried), default=None) for act, tried in found.items()}
        cells = ["–" if longest.get(head) is None else f"{longest[head]:,.0f}" for head in HEADS]
        yield f"| {name} | {' | '.join(cells)} |"


def detailed(count: int, views: Sequence[str] = VIEWS, tries: int = TRIES) -> Iterator[str]:
    """As :func:`table`, each cell with the least beside the median, and when the picture of a row has come."""
    heads = (*HEADS, "picture")
    yield f"| {count} articles | {' | '.join(heads)} |"
    yield f"|---|{'---:|' * len(heads)}"
    for name, found in measured(count, views, tries):
        told = [
            f"{max(map(median, found[head])):,.0f} ({max(map(min, found[head])):,.0f})" if found.get(head) else "–"
            for head in heads
        ]
        yield f"| {name} | {' | '.join(told)} |"


def measured(count: int, views: Sequence[str], tries: int) -> Iterator[tuple[str, dict[str, list[list[float]]]]]:
    """By view: of each control the milliseconds of some acts, of each act as often as it was tried."""
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise FileNotFoundError(
            f"No browser to measure in: none of {', '.join(_BROWSERS)} is on the path (Debian: apt install chromium)."
        )
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="clicks-")))
        event.write(root / "event", count)
        _write_notebook(root, views)
        page = stack.enter_context(_page(browser))
        address = stack.enter_context(_server(root))
        page.goto(f"{address}/lab/tree/notebooks/00-start.ipynb?reset")
        page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook").wait_for()
        page.wait_for_function(_IDLE)
        page.evaluate(_RUN)
        page.wait_for_function(_STARTED)
        page.wait_for_function(_IDLE)
        for at, name in enumerate(views):
            page.evaluate(_SCROLL, at + 1)
            page.locator(f".bench-{name} .wb-find").first.wait_for()
            page.wait_for_timeout(1500)
            yield name, _acts(page, name, tries)


def _acts(page: Any, name: str, tries: int) -> dict[str, list[list[float]]]:
    words = ("ferry", "23", "captain")
    found: dict[str, list[list[float]]] = {}
    for act in ("find", "select", "filter", "sort", "page"):
        for given in words if act == "find" else range(3):
            times: dict[str, list[float]] = {}
            for _ in range(tries):
                for head, took in page.evaluate(_ACT, [name, act, given]).items():
                    times.setdefault(head, []).append(took)
            for head, some in times.items():
                found.setdefault(head, []).append(some)
    return found


def _write_notebook(root: Path, views: Sequence[str]) -> None:
    cells = [_LOADED]
    cells += [f'view = wb.views.{name}(corpus)\nview.widget.add_class("bench-{name}")\nview' for name in views]
    spec = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    book = nbformat.v4.new_notebook(cells=[*map(nbformat.v4.new_code_cell, cells)], metadata={"kernelspec": spec})
    (root / "notebooks").mkdir()
    nbformat.write(book, root / "notebooks" / "00-start.ipynb")


@contextmanager
def _page(browser: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=list(_QUIET), headless=True)
        try:
            page = started.new_page(viewport={"width": 1400, "height": 1400})
            page.set_default_timeout(600_000)
            yield page
        finally:
            started.close()


@contextmanager
def _server(root: Path) -> Iterator[str]:
    """The address of a JupyterLab on `root`; with it go its kernels."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [one for one in lab.command() if not one.startswith("--ServerApp.root_dir")]
    arguments += [f"--ServerApp.root_dir={root}", "--no-browser", f"--port={port}", "--ServerApp.port_retries=0"]
    arguments += ["--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.expose_app_in_browser=True"]
    ours = ("WORKBENCH_SOURCE", "WORKBENCH_SESSION")
    given = {name: value for name, value in os.environ.items() if name not in ours}
    given |= {name: str(root / name) for name in _PLACES}
    given.setdefault("WORKBENCH_CACHE", str(root / "cache"))
    with (root / "log").open("w") as log:
        server = subprocess.Popen(
            arguments, stdout=log, stderr=subprocess.STDOUT, env=given, cwd=root, start_new_session=True
        )
        try:
            _wait(f"http://127.0.0.1:{port}/api", server, root / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            _end(server)


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 180
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).read()
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise OSError(f"JupyterLab did not start: {log.read_text()[-1000:]}") from None
            time.sleep(0.2)


def _end(server: "subprocess.Popen[bytes]") -> None:
    """End the server, which ends its kernels; what is left of them after that as well."""
    try:
        there = psutil.Process(server.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        there = []
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(10)
    _, left = psutil.wait_procs(there, timeout=5)
    for one in left:
        one.kill()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", type=int, nargs="*", default=[5, 500])
    parser.add_argument("--views", nargs="+", default=VIEWS, choices=VIEWS)
    parser.add_argument("--tries", type=int, default=TRIES)
    parser.add_argument("--detail", action="store_true", help="the least beside the median, and the pictures")
    given = parser.parse_args()
    for count in given.counts or [5, 500]:
        try:
            for line in (detailed if given.detail else table)(count, given.views, given.tries):
                print(line, flush=True)
        except OSError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
