"""Choosing an event in the first notebook, in a real browser: the list says what there is, the others read it."""

from pathlib import Path
from typing import Any

from tests.browser.conftest import write_notebook

TEXTS = {
    "storm_1": "Storm Orla shuts Kestrel Bay\n\n2031-05-02\n\nStorm Orla took 40 roofs in Kestrel Bay on Monday. “We "
    "will rebuild the pier,” said harbour master Tilda Roe. Waves broke the old pier of Kestrel Bay.",
    "storm_2": "Kestrel Bay counts storm damage\n\n2031-05-03\n\nForty roofs are gone in Kestrel Bay after storm Orla. "
    "“The pier will be rebuilt,” said Tilda Roe, the harbour master.",
    "vote_1": "Darian Pell wins Morwen vote\n\n2031-05-02\n\nDarian Pell of the Orchard Party won the vote in Morwen "
    "with 52 per cent. “We want a recount,” said rival Lisbet Crane.",
    "vote_2": "Recount in Morwen\n\n2031-05-04\n\nThe vote in Morwen will be counted again, as Lisbet Crane had asked. "
    "“Let them count,” said Darian Pell of the Orchard Party.",
}


def test_the_event_chosen_is_what_the_other_notebooks_read(opened: Any, folder: Path) -> None:
    (folder / "news").mkdir()
    for name, text in TEXTS.items():
        (folder / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    page = opened.run("00-start.ipynb").page
    events = page.locator(".wb-view .widget-dropdown select").first
    assert not events.is_visible()  # the seeds are of one event

    page.locator(".wb-view .widget-text input").first.fill("../news")
    page.keyboard.press("Enter")
    page.locator(".wb-status", has_text="4 of 4").first.wait_for()
    events.wait_for()
    offered = [told.replace("\xa0", " ") for told in events.locator("option").all_inner_texts()]
    assert offered[0] == "All events (2)"
    assert offered[1].startswith("Kestrel Bay, ")
    assert offered[1].endswith(" (2 articles, 2031-05-02 to 2031-05-03)")
    assert offered[2].endswith(" (2 articles, 2031-05-02 to 2031-05-04)")

    events.select_option(index=2)
    page.locator(".wb-said", has_text="The other notebooks now read Morwen").first.wait_for()

    page.evaluate("async () => { await window.jupyterapp.commands.execute('docmanager:save'); }")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    cell = "import workbench as wb\nwb.views.Start(wb.default_source())"
    write_notebook(folder / "notebooks" / "another.ipynb", cell)
    page = opened.run("another.ipynb").page
    page.locator(".wb-status", has_text="2 of 2").first.wait_for()
    assert page.locator("tr[data-id]", has_text="Recount in Morwen").count() == 1
    assert page.locator("tr[data-id]", has_text="Kestrel Bay").count() == 0
    assert not opened.elsewhere
    assert not opened.errors
