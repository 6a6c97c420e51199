"""A briefing put together in JupyterLab: picked, written in, moved, taken back, exported; hostile text is text."""

import json
from typing import Any

import pytest

from tests.browser.conftest import write_notebook

EVIL = "<img src=x onerror=window.__ran=1><script>window.__ran=1</script>"


@pytest.mark.slow
def test_from_a_row_to_a_file(opened: Any, folder: Any) -> None:
    articles = folder / "tides"
    articles.mkdir()
    (articles / "a.txt").write_text(f"Flood\n\nThe mayor said 120 homes were lost {EVIL} on Monday.\n")
    (articles / "b.txt").write_text("Flood\n\nOfficials said 120 homes were lost on Monday.\n")
    cells = ("import workbench as wb\ncorpus = wb.load('../tides', progress=False)", "wb.views.Figures(corpus)")
    write_notebook(folder / "notebooks" / "tides.ipynb", *cells, "wb.views.Briefing(corpus)")
    page = opened.run("tides.ipynb").page
    count = opened.cells()
    figures, briefing = page.locator(".wb-view").nth(0), page.locator(".wb-view").nth(1)

    figures.locator("tr[data-id]").first.click()
    figures.get_by_role("button", name="Add to briefing").click()
    figures.locator(".wb-said", has_text="(1 item in the briefing)").wait_for()
    figures.get_by_role("button", name="Add table").click()
    briefing.locator("tr[data-id]").nth(1).wait_for()

    briefing.locator("tr[data-id]").first.click()
    button = briefing.get_by_role("button", name="New text")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.type("I doubt it: dd b a.")  # d d, b and a would be commands of JupyterLab
    briefing.locator(".wb-reading", has_text="Analyst: I doubt it: dd b a.").wait_for()
    (kept,) = articles.glob(".workbench-briefing.*.json")
    assert "I doubt it: dd b a." in kept.read_text()

    up = briefing.get_by_role("button", name="Move up")
    up.focus()
    page.keyboard.press("Enter")
    briefing.locator("tr[data-id]:first-child", has_text="I doubt it").wait_for()
    assert page.evaluate("() => document.activeElement.textContent") == "Move up", "to be pressed again"
    briefing.get_by_role("button", name="Undo").click()
    briefing.locator("tr[data-id]:nth-child(2)", has_text="I doubt it").wait_for()

    for form in ("PowerPoint", "Word", "PDF", "Excel"):
        briefing.get_by_label(form).uncheck()
    briefing.get_by_label("Markdown").check()
    briefing.get_by_label("Folder").fill("../tides-out")
    page.keyboard.press("Tab")
    briefing.get_by_role("button", name="Export").click()
    briefing.get_by_text("Written: 2 files").wait_for()
    assert "I doubt it: dd b a." in (folder / "tides-out" / "briefing.md").read_text()
    assert len(json.loads(kept.read_text())["pages"][-1]["items"]) == 3

    assert page.evaluate("() => window.__ran") is None
    assert briefing.locator("script, img:not([src^='data:image/png'])").count() == 0
    assert opened.cells() == count
    assert not opened.elsewhere
    assert not opened.errors
