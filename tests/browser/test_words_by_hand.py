"""Words changed by hand in JupyterLab: typed, kept beside the articles, heeded at once, and taken back."""

import json
from typing import Any

from tests.browser.conftest import write_notebook


def test_word_lists_and_choices(opened: Any, folder: Any) -> None:
    articles = folder / "harbour"
    articles.mkdir()
    (articles / "a.txt").write_text("Strike\n\nThe stubborn dockers freed the ferries in a stitch-up on Monday.\n")
    (articles / "b.txt").write_text("Strike\n\nThe ferries were released on Monday, reportedly by the dockers.\n")
    cells = ("import workbench as wb\ncorpus = wb.load('../harbour', progress=False)", "wb.views.Loaded(corpus)")
    write_notebook(folder / "notebooks" / "hand.ipynb", *cells, "wb.views.Choices(corpus)")
    page = opened.run("hand.ipynb").page
    count = opened.cells()
    loaded, choices = page.locator(".wb-view").nth(0), page.locator(".wb-view").nth(1)

    loaded.get_by_text("Edit word lists").click()
    words = loaded.get_by_label("Word or phrase")
    words.click()
    page.keyboard.type("stitch-up")  # s, t, h, u would be commands of JupyterLab
    page.keyboard.press("Enter")
    loaded.locator('tr[data-id="loaded: stitch-up"][aria-selected="true"]').wait_for()
    page.wait_for_function("field => field.value === ''", arg=words.element_handle())
    loaded.get_by_text("The word lists are kept in").wait_for()
    kept = json.loads((articles / ".workbench-wordlists.json").read_text())
    assert [one["words"] for one in kept["added"]] == ["stitch-up"]

    loaded.get_by_role("button", name="Take out").click()
    loaded.locator('tr[data-id="loaded: stitch-up"]').wait_for(state="detached")
    loaded.get_by_role("button", name="Undo change").click()
    loaded.locator('tr[data-id="loaded: stitch-up"]').wait_for()

    choices.get_by_text("Say what counts as one").click()
    choices.get_by_label("New thing").fill("who")
    choices.get_by_label("words", exact=True).fill("<b>, docker")
    choices.get_by_role("button", name="Make").click()
    choices.locator('tr[data-id="who"][aria-selected="true"]').wait_for()
    choices.locator(".wb-changes", has_text="made “who” of “<b>”, “docker”").wait_for()
    assert opened.cells() == count
    assert not opened.elsewhere
    assert not opened.errors
