"""The reader in a real browser: a click brings the counterparts, keys walk, words are added, dark is dark."""

import os
from typing import Any

import pytest

from tests.browser.conftest import IDLE, write_notebook

EVIL = "<img src=x onerror='window.__ran=1'><script>window.__ran=1</script>"
SHOTS = os.environ.get("WORKBENCH_SHOTS")


def shoot(page: Any, name: str) -> None:
    """A picture to look at, where somebody asked for it."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png")


@pytest.fixture
def reader(opened: Any, folder: Any) -> Any:
    (folder / "evil").mkdir(exist_ok=True)
    (folder / "evil" / "a.txt").write_text(
        f"Flood {EVIL} news\n\nSome 120 {EVIL} homes were lost, Ana Okoro said.\n", "utf-8"
    )
    write_notebook(
        folder / "notebooks" / "reading.ipynb",
        "import workbench as wb\ncorpus = wb.load('../seeds', progress=False)\nreader = wb.views.Reader(corpus)",
        "reader",
        "wb.views.Reader(wb.load('../evil', progress=False))",
    )
    opened.page.set_default_timeout(30_000)
    opened.page.goto(f"{opened.address}/lab/tree/notebooks/reading.ipynb?reset")
    opened.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook").wait_for()
    opened.page.wait_for_function(IDLE)
    opened.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    opened.page.locator(".wb-col").first.wait_for()
    opened.page.locator(".wb-reader").first.scroll_into_view_if_needed()
    return opened


def test_a_click_brings_the_counterparts_and_keys_walk_on(reader: Any) -> None:
    page = reader.page
    shoot(page, "light")
    told, texts = page.locator(".wb-told").first, page.locator(".wb-text")
    mark = texts.nth(2).locator("mark.m-figures", has_text="114").first
    mark.click()
    page.wait_for_function("() => document.querySelector('.wb-told').textContent.includes('sources')")
    page.wait_for_function("() => document.querySelectorAll('.wb-text')[0].scrollTop > 0")
    assert texts.nth(0).locator(".wb-seg.on").count() and texts.nth(3).locator(".wb-seg.on").count()
    assert "do not" in page.locator(".wb-none-here").nth(1).inner_text() or page.locator(".wb-silent").count()
    page.wait_for_timeout(600)
    shoot(page, "followed")
    before = told.inner_text()
    texts.nth(2).press("n")
    page.wait_for_function("before => document.querySelector('.wb-told').textContent !== before", arg=before)
    texts.nth(0).focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.matches('mark[role=button]')")
    page.keyboard.press("/")
    page.keyboard.type("ukraine")
    page.locator(".wb-found:not([hidden])", has_text="found").first.wait_for()
    page.keyboard.press("Enter")
    shoot(page, "found")
    hostile = page.locator(".wb-reader").nth(1)
    hostile.locator("mark").first.click()
    hostile.locator(".wb-told", has_text="alone").wait_for()
    assert "<img src=x" in hostile.inner_text() and not hostile.locator("img, script").count()
    assert page.evaluate("() => window.__ran") is None
    assert not reader.errors and not reader.elsewhere


def test_words_are_selected_and_added(reader: Any) -> None:
    page = reader.page
    text = page.locator(".wb-text").first
    piece = text.locator(".wb-seg:not(mark)", has_text="negotiations").first
    piece.scroll_into_view_if_needed()
    piece.evaluate(
        """node => { const at = node.textContent.indexOf('negotiations'); const range = new Range();
        range.setStart(node.firstChild, at); range.setEnd(node.firstChild, at + 12);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    text.dispatch_event("mouseup")
    page.locator(".wb-reader").first.locator(".wb-adding button[data-layer=figure]").click()
    form = page.locator(".wb-adding[data-layer=figure]")
    form.locator("input[name=counted]").fill("talks held")
    form.get_by_role("button", name="Add", exact=True).click()
    form.locator(".wb-said", has_text="value").wait_for()
    assert form.locator("input[name=counted]").input_value() == "talks held"  # nothing typed is lost
    shoot(page, "adding")
    form.locator("input[name=value]").fill("3")
    form.get_by_role("button", name="Add", exact=True).click()
    text.locator("mark.m-figures.on", has_text="negotiations").wait_for()
    shoot(page, "added")
    assert not reader.errors and not reader.elsewhere
