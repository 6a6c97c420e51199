"""The notebooks on framing in a real browser: rows open their passages, filters narrow, article text stays text."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import write_notebook

PAYLOAD = "<img src=x onerror='window.__ran=1'>"
HOSTILE = (
    f"Minister {PAYLOAD} Ada Lund opens the notorious dam\n\nThe notorious minister {PAYLOAD} Ada Lund, a former "
    "engineer, opened the dam on 3 May 2025. Two villages were flooded, she said.\n\n"
    f"“It is {PAYLOAD} a triumph,” said Lund, the minister.\n"
)


@pytest.fixture
def framing(opened: Any) -> Any:
    return opened.run("03-framing.ipynb")


@pytest.fixture
def coverage(opened: Any) -> Any:
    return opened.run("04-coverage.ipynb")


def view_called(page: Any, title: str) -> Any:
    view = page.locator(".wb-view", has=page.get_by_role("heading", name=title, exact=True)).first
    view.scroll_into_view_if_needed()
    view.locator("tr[data-id]").first.wait_for()
    return view


def shown(view: Any) -> int:
    return int(view.locator(".wb-status").first.text_content().split(" of ")[0])


def wait_for_rows(view: Any, number: str) -> None:
    view.locator(".wb-status", has_text=f"{number} of ").first.wait_for()


def test_labels_open_their_passages_and_narrow_by_voice(framing: Any) -> None:
    page, cells = framing.page, framing.cells()
    view = view_called(page, "Names and labels, side by side")
    whole = shown(view)
    row = view.locator("tr[data-id]").first
    name = row.locator("td").first.locator(".wb-strong").inner_text()
    row.click()
    view.locator(".wb-detail .wb-statements mark").first.wait_for()
    assert view.locator(".wb-detail h3").first.inner_text().startswith(name)

    view.locator('.wb-chip[data-group="voice"]', has_text="quoted").first.click()
    view.locator('.wb-chip[data-group="voice"][aria-pressed="true"]', has_text="quoted").first.wait_for()
    page.wait_for_function(
        "([view, whole]) => +view.querySelector('.wb-status').textContent.split(' of ')[0] < whole",
        arg=[view.element_handle(), whole],
    )
    assert all("“" in row.inner_text() for row in view.locator("tr[data-id]").all())
    view.locator(".wb-group", has_text="Voice").get_by_role("button", name="All", exact=True).click()
    wait_for_rows(view, str(whole))
    assert framing.cells() == cells
    assert not framing.elsewhere
    assert not framing.errors


def test_a_dash_says_what_was_looked_for(framing: Any) -> None:
    view = view_called(framing.page, "Word choice, side by side")
    silent = view.locator("tr[data-id] td:has(.wb-dim)").first
    assert "Looked for: " in silent.get_attribute("title")


def test_claims_of_one_source_and_of_silent_ones(coverage: Any) -> None:
    page, cells = coverage.page, coverage.cells()
    view = view_called(page, "What is told where")
    chip = view.locator('.wb-chip[data-group="only"]', has_text="one source").first
    count = chip.locator(".wb-count").inner_text()
    chip.click()
    wait_for_rows(view, count)
    subs = view.locator("tr[data-id] td:first-child .wb-sub").all_inner_texts()
    assert subs and all(sub.startswith("1 of ") for sub in subs)

    view.locator("tr[data-id]").first.click()
    view.locator(".wb-detail .wb-statements mark").first.wait_for()
    told = view.locator(".wb-detail").first.inner_text()
    assert "Silent: " in told and "Looked for: " in told and "Told by 1 source" in told

    view.locator(".wb-group", has_text="Told by").get_by_role("button", name="All", exact=True).click()
    chip = view.locator('.wb-chip[data-group="silent"]').nth(1)
    count = chip.locator(".wb-count").inner_text()
    chip.click()
    wait_for_rows(view, count)
    assert coverage.cells() == cells
    assert not coverage.elsewhere
    assert not coverage.errors


def test_every_view_opens_its_passages(coverage: Any) -> None:
    titles = ("Shared text", "Where the sources say they have it from", "Questions to check", "Timeline, side by side")
    for title in titles:
        view = view_called(coverage.page, title)
        view.locator("tr[data-id]").first.click()
        view.locator(".wb-detail .wb-statements mark").first.wait_for()
    assert not coverage.elsewhere
    assert not coverage.errors


def test_hostile_text_stays_text(opened: Any, folder: Path) -> None:
    (folder / "dams").mkdir(exist_ok=True)
    for name in ("east", "west"):
        (folder / "dams" / f"{name}.txt").write_text(HOSTILE.replace("opened", f"opened in the {name}"), "utf-8")
    names = ("Headlines", "Labels", "Loaded", "Claims", "Origins", "Timeline")
    cells = [f"wb.views.{name}(corpus)" for name in names]
    write_notebook(
        folder / "notebooks" / "dams.ipynb",
        "import workbench as wb\ncorpus = wb.load('../dams', progress=False)",
        *cells,
    )
    page = opened.run("dams.ipynb").page
    for at in range(len(names)):
        view = page.locator(".wb-view").nth(at)
        view.scroll_into_view_if_needed()
        rows = view.locator("tr[data-id]")
        for row in range(min(3, rows.count())):
            rows.nth(row).locator("td").last.click()
    page.wait_for_timeout(500)
    assert page.locator(".wb-view .wb-statements mark").count()
    assert page.evaluate("() => window.__ran") is None
    assert page.locator(".wb-view .wb-grid img, .wb-view .wb-detail img:not(.wb-picture img)").count() == 0
    assert PAYLOAD in page.locator(".wb-view").first.inner_text()
    assert not opened.elsewhere
    assert not opened.errors
