"""The notebooks in a real browser: all cells run, controls change what is shown, and keys stay in the controls."""

from typing import Any

from workbench.read import read

DROP = """() => { const data = new DataTransfer();
  data.items.add(new File(["Storm over the bay\\n\\nTwo roads are closed, the council said.\\n"], "bay.txt"));
  document.querySelector('.wb-drop').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true})); }"""


def wait_for_status(page: Any, text: str) -> None:
    """Wait until the table says `text`, such as "1 of 5": it comes from Python, so the state has changed there."""
    page.locator(".wb-status", has_text=text).first.wait_for()


def total(page: Any) -> int:
    """How many rows there are before anything is filtered; also where JupyterLab does not draw what is out of sight."""
    return int(page.locator(".wb-status").first.text_content().split(" of ")[1].split(",")[0])


def first_cells(page: Any, column: int) -> list[str]:
    return page.locator(f".wb-view tr[data-id] td:nth-child({column})").all_inner_texts()


def type_commands(page: Any) -> None:
    """Type what JupyterLab would take for commands: insert, delete, merge, change the kind of a cell."""
    for key in ("b", "a", "d", "d", "x", "m", "y"):
        page.keyboard.press(key)


def test_start(opened: Any, folder: Any) -> None:
    page = opened.run("00-start.ipynb").page
    cells, articles = opened.cells(), len(read(folder / "seeds").articles)
    wait_for_status(page, f"{articles} of {articles}")

    find = page.locator(".wb-find").first
    find.fill("zzz no such source")
    wait_for_status(page, f"0 of {articles}")
    assert page.locator(".wb-empty").first.is_visible()
    find.fill("")
    wait_for_status(page, f"{articles} of {articles}")

    page.locator("tr[data-id]").first.click()
    page.locator(".wb-view .wb-article .wb-block").first.wait_for()
    page.get_by_role("button", name="Only what was set aside").first.click()
    page.wait_for_function("() => !document.querySelector('.wb-view .wb-article .wb-block:not(.wb-aside)')")
    type_commands(page)  # the chip has the focus
    page.locator("tr[data-id]").first.focus()
    type_commands(page)

    unnamed = page.locator('.wb-edit:not([value]), .wb-edit[value=""]').first
    unnamed.click()
    type_commands(page)
    assert "baddxmy" in unnamed.input_value()
    page.keyboard.press("Enter")
    page.locator(".wb-detail", has_text="named by ").first.wait_for()

    page.evaluate(DROP)
    wait_for_status(page, "1 of 1")
    page.locator("tr[data-id]", has_text="Storm over the bay").first.wait_for()
    path = page.locator(".wb-view .widget-text input").first
    path.fill("../seeds")
    page.keyboard.press("Enter")
    wait_for_status(page, f"{articles} of {articles}")

    path = page.locator(".wb-view .widget-text input").first
    path.fill("../no-such-folder")
    page.keyboard.press("Enter")
    page.locator(".wb-problem", has_text="no-such-folder").first.wait_for()
    wait_for_status(page, f"{articles} of {articles}")
    assert opened.cells() == cells
    assert not opened.elsewhere
    assert not opened.errors

    page.evaluate("async () => { await window.jupyterapp.commands.execute('docmanager:save'); }")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    saved = (folder / "notebooks" / "00-start.ipynb").read_text(encoding="utf-8")
    assert "application/vnd.jupyter.widget-state+json" not in saved  # nor what was added or typed
    assert "wb-twin" in saved


def test_quantities(opened: Any) -> None:
    page = opened.run("01-figures.ipynb").page
    view = page.locator(".wb-view").first
    view.scroll_into_view_if_needed()
    view.locator(".wb-status", has_text=" of ").wait_for()
    cells, quantities = opened.cells(), total(view)
    wait_for_status(view, f"{quantities} of {quantities}")

    chip = view.locator('.wb-chip[data-group="verdict"]').nth(1)
    count = chip.locator(".wb-count").text_content()
    chip.click()
    wait_for_status(view, f"{count} of {quantities}")
    type_commands(page)
    view.get_by_role("button", name="All").first.click()
    wait_for_status(view, f"{quantities} of {quantities}")

    row = view.locator("tr[data-id]").first
    row.click()
    view.locator(".wb-detail .wb-statements mark").first.wait_for()
    picture = view.locator(".wb-detail .wb-picture img").first
    picture.wait_for()
    assert picture.get_attribute("alt")
    row.focus()
    page.keyboard.press("ArrowDown")
    view.locator('tr[data-id]:nth-child(2)[aria-selected="true"]').first.wait_for()
    page.keyboard.press("ArrowUp")
    view.locator('tr[data-id]:nth-child(1)[aria-selected="true"]').first.wait_for()
    type_commands(page)

    view.get_by_role("button", name="Correct…").click()
    name = view.get_by_role("textbox", name="Name", exact=True)
    name.fill("a name of our own")
    name.press("Enter")
    view.locator("tr[data-id]", has_text="A name of our own").first.wait_for()
    view.locator(".wb-decide-said", has_text="renamed").wait_for()
    view.get_by_role("button", name="Undo").first.click()
    view.locator(".wb-decide-said", has_text="Undone:").wait_for()
    assert opened.cells() == cells
    assert not opened.elsewhere
    assert not opened.errors


def test_figures(opened: Any) -> None:
    page = opened.run("01-figures.ipynb").page
    view = page.locator(".wb-view").nth(1)  # below the quantities
    view.scroll_into_view_if_needed()
    view.locator(".wb-status", has_text=" of ").wait_for()
    cells, figures = opened.cells(), total(view)
    wait_for_status(view, f"{figures} of {figures}")

    chip = view.locator('.wb-chip[data-group="kind"]').nth(1)
    count = chip.locator(".wb-count").inner_text()
    chip.click()
    wait_for_status(view, f"{count} of {figures}")
    assert chip.get_attribute("aria-pressed") == "true"
    type_commands(page)

    find = view.locator(".wb-find").first
    find.click()
    page.keyboard.type("bdd")
    wait_for_status(view, f"0 of {figures}")
    assert find.input_value() == "bdd"
    find.fill("")
    wait_for_status(view, f"{count} of {figures}")

    view.get_by_role("button", name="All").first.click()
    wait_for_status(view, f"{figures} of {figures}")
    view.locator('.wb-sort[data-column="value"]').first.click()
    view.locator('th[aria-sort="ascending"]').first.wait_for()
    view.locator('.wb-sort[data-column="value"]').first.click()
    view.locator('th[aria-sort="descending"]').first.wait_for()
    type_commands(page)

    key = view.locator("tr[data-id]").nth(2).get_attribute("data-id")
    row = view.locator(f'tr[data-id="{key}"]')  # by its id: the new order may still be on its way
    row.click()
    mark = view.locator(".wb-detail blockquote mark").first
    mark.wait_for()
    assert mark.inner_text() == row.locator("mark").inner_text()
    page.keyboard.press("Tab")
    view.locator("tr[data-id]").first.focus()
    page.keyboard.press("ArrowDown")
    view.locator('tr[data-id]:nth-child(2)[aria-selected="true"]').first.wait_for()
    type_commands(page)
    assert opened.cells() == cells
    assert not opened.elsewhere
    assert not opened.errors


def test_quotes(opened: Any) -> None:
    page = opened.run("02-quotes.ipynb").page
    cells, said = opened.cells(), total(page)
    wait_for_status(page, f"{said} of {said}")
    first = page.locator(".wb-view").first
    first.get_by_role("button", name="By person").click()
    first.locator(".wb-grouprow").first.wait_for()
    first.get_by_role("button", name="By utterance").click()
    first.locator(".wb-grouprow").first.wait_for(state="detached")
    first.locator("tr[data-id]").first.click()
    first.locator(".wb-renderings tbody tr").nth(1).wait_for()
    assert first.locator(".wb-renderings :is(ins, del)").count()

    view = page.locator(".wb-view", has=page.get_by_role("button", name="By source"))
    by_person = view.locator(".wb-grouprow").first.inner_text()
    view.get_by_role("button", name="By source").click()
    gone = "was => ![...document.querySelectorAll('.wb-grouprow')].some(row => row.innerText === was)"
    page.wait_for_function(gone, arg=by_person)

    row = view.locator("tr[data-id]").first
    row.click()
    view.locator(".wb-detail blockquote mark").first.wait_for()
    copy = view.get_by_role("button", name="Copy with citation")
    copy.click()
    view.locator(".wb-said", has_text="Copied").wait_for()
    type_commands(page)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert view.locator(".wb-detail blockquote mark").first.inner_text() in copied
    assert "¶" in copied
    assert opened.cells() == cells
    assert not opened.elsewhere
    assert not opened.errors
