"""Deciding in JupyterLab: by keys and by buttons, kept at once, seen in every view; no key reaches the notebook."""

from typing import Any

from tests.browser.conftest import write_notebook

TEXT = "Ferry sinks\n\nThe ferry Astra sank and 40 people drowned, <img src=x onerror=alert(1)> Mara Lindqvist said.\n"


def test_decide_by_keys_and_buttons(opened: Any, folder: Any) -> None:
    articles = folder / "ferry"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT)
    (articles / "b.txt").write_text("Ferry\n\nAt least 42 people drowned on the ferry Astra, Mara Lindqvist said.\n")
    load = "import workbench as wb\ncorpus = wb.load('../ferry', progress=False, analyst='Ada <b>Lund</b>')"
    write_notebook(folder / "notebooks" / "deciding.ipynb", load, "wb.views.Figures(corpus)", "wb.views.Names(corpus)")
    page = opened.run("deciding.ipynb").page
    count = opened.cells()
    figures = page.locator(".wb-view").nth(0)
    rows, said = figures.locator("tr[data-id]"), figures.locator(".wb-decide-said")
    forty = figures.locator("tr[data-id]", has_text="40").first

    forty.click()
    page.keyboard.press("x")  # a command of JupyterLab elsewhere; here nothing
    page.keyboard.press("Shift+C")
    forty.locator(".wb-badge", has_text="confirmed").wait_for()
    forty.focus()
    page.keyboard.press("Shift+E")
    value = figures.get_by_label("Value")
    value.wait_for()
    value.fill("41")
    page.keyboard.press("Enter")
    said.get_by_text("value: 40 → 41").wait_for()
    assert "Kept in" in said.inner_text()
    forty.locator(".wb-badge", has_text="corrected").wait_for()

    shown = rows.count()
    figures.get_by_role("button", name="Reject").click()
    figures.locator(".wb-status", has_text="1 rejected, left out").wait_for()
    assert rows.count() == shown - 1
    figures.get_by_role("button", name="Undo", exact=False).first.click()
    said.get_by_text("Undone:").wait_for()
    forty.click()
    figures.get_by_role("button", name="History").click()
    past = figures.locator(".wb-decide-past li")
    past.first.wait_for()
    assert "Ada <b>Lund</b>" in past.first.inner_text()
    figures.get_by_role("button", name="History").press("Escape")
    figures.locator(".wb-decide-form").wait_for(state="hidden")
    assert len(list(articles.glob(".workbench-decisions.*.jsonl"))) == 1
    assert (opened.cells(), opened.dialogs, opened.elsewhere, opened.errors) == (count, [], [], [])
