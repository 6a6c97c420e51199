"""From articles to a briefing in a browser: read side by side, put right, take back, restart, pick, export, open."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import IDLE, PROJECT, write_notebook

CELLS = (
    "import workbench as wb\ncorpus = wb.load('../walk', progress=False, analyst='Ada Lund')",
    "wb.views.Quotes(corpus)",
    "wb.views.Figures(corpus)",
    "wb.views.Names(corpus)",
    "wb.views.Briefing(corpus)",
    "wb.views.Reader(corpus)",
)
RESTART = "async () => { await window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart(); }"
RUN = "async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }"
QUOTE = "I think this is a very good step"


class Walk:
    """The notebook with its views, by name."""

    def __init__(self, page: Any) -> None:
        self.page = page
        views = page.locator(".wb-view")
        self.quotes, self.figures, self.names, self.briefing = (views.nth(number) for number in range(4))

    def correct(self, view: Any, row: Any) -> Any:
        """Open the form that corrects a row."""
        row.click()
        view.get_by_role("button", name="Correct…").click()
        form = view.locator(".wb-decide-form")
        form.wait_for()
        return form

    def send(self, view: Any) -> None:
        view.locator(".wb-decide-go").click()
        view.locator(".wb-decide-said", has_text="Kept in").wait_for()

    @property
    def quote(self) -> Any:
        return self.quotes.locator("tr[data-id]", has_text=QUOTE).first

    @property
    def figure(self) -> Any:
        return self.figures.locator("tr[data-id]", has_text="430").first

    def named(self, name: str, mentions: int) -> Any:
        """The row of a name, which has so many mentions."""
        self.names.get_by_placeholder("Find").fill(name)
        every = self.names.locator("tr[data-id]")
        every.filter(has_not_text=name).first.wait_for(state="detached")  # found, or a click may hit what is replaced
        rows = every.filter(has_text=name)
        row = rows.filter(has_text=f"{mentions} mentions").first
        row.wait_for()
        return row

    def decided(self) -> None:
        """What was decided shows: a speaker and a quantity corrected; a merge rejected, and that taken back."""
        self.quote.locator(".wb-badge", has_text="corrected").wait_for()
        self.quotes.locator("tr[data-id]", has_text=QUOTE).filter(has_text="Keith Kellogg").wait_for()
        self.figure.locator(".wb-badge", has_text="corrected").wait_for()
        self.named("John Coale", 17)

    def restart(self) -> None:
        self.page.evaluate(RESTART)
        self.page.wait_for_function(IDLE)
        self.page.evaluate(RUN)
        self.page.wait_for_function(IDLE)
        self.briefing.locator(".wb-bar").wait_for()


@pytest.fixture
def walk(opened: Any, folder: Path) -> Walk:
    shutil.copytree(PROJECT / "seeds", folder / "walk", ignore=shutil.ignore_patterns(".*"))
    write_notebook(folder / "notebooks" / "walk.ipynb", *CELLS)
    return Walk(opened.run("walk.ipynb").page)


@pytest.mark.slow
def test_from_articles_to_a_briefing(walk: Walk, opened: Any, folder: Path) -> None:
    follow(walk)
    put_right(walk)
    walk.restart()
    walk.decided()
    pick(walk)
    export(walk)
    open_each(folder / "walk-out")
    assert (opened.elsewhere, opened.errors, opened.dialogs) == ([], [], [])


def follow(walk: Walk) -> None:
    """A number that is clicked in one article is found in the others, or is said not to be there."""
    texts = walk.page.locator(".wb-reader .wb-text")
    texts.nth(2).locator("mark", has_text="114").first.click()
    walk.page.wait_for_function("() => document.querySelector('.wb-told').textContent.includes('sources')")
    for column in (0, 3):
        texts.nth(column).locator(".wb-seg.on").first.wait_for()
    walk.page.locator(".wb-silent, .wb-none-here:not([hidden])").first.wait_for()


def put_right(walk: Walk) -> None:
    form = walk.correct(walk.quotes, walk.quote)
    form.get_by_label("Speaker").fill("Keith Kellogg")
    walk.send(walk.quotes)
    form = walk.correct(walk.figures, walk.figure)
    form.get_by_label("Quantity").select_option(index=1)
    walk.send(walk.figures)

    form = walk.correct(walk.names, walk.named("John Coale", 17))
    others = form.locator("fieldset", has_text="Not the same").locator("label", has_text="Gaya One")
    for number in range(others.count()):
        others.nth(number).locator("input").check()
    walk.send(walk.names)
    walk.named("John Coale", 12)
    walk.named("John Cole", 5)
    walk.names.get_by_role("button", name="Undo").click()
    walk.decided()


def pick(walk: Walk) -> None:
    walk.quote.click()
    walk.quotes.get_by_role("button", name="Add to briefing").click()
    walk.quotes.locator(".wb-said", has_text="(1 item in the briefing)").wait_for()
    for number, view in ((2, walk.quotes), (3, walk.figures)):
        view.get_by_role("button", name="Add chart").click()
        view.locator(".wb-said", has_text=f"({number} items in the briefing)").wait_for()
    walk.briefing.locator("tr[data-id]").nth(2).wait_for()


def export(walk: Walk) -> None:
    for form in ("Markdown", "Charts as pictures"):
        walk.briefing.get_by_label(form).check()
    walk.briefing.get_by_label("Folder").fill("../walk-out")
    walk.page.keyboard.press("Tab")
    walk.briefing.get_by_role("button", name="Export").click()
    walk.briefing.get_by_text("Written:").wait_for()
    assert walk.briefing.locator(".wb-export .wb-problem").count() == 0


def open_each(out: Path) -> None:
    """Each file opens, and says the quote, who says it by now, and that the analyst said so."""
    from docx import Document
    from openpyxl import load_workbook
    from pptx import Presentation
    from pypdf import PdfReader

    slides = [shape for slide in Presentation(out / "briefing.pptx").slides for shape in slide.shapes]
    workbook = load_workbook(out / "briefing.xlsx")
    cells = (cell for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    said = {
        "pptx": " ".join(shape.text_frame.text for shape in slides if shape.has_text_frame),
        "docx": " ".join(part.text for part in Document(out / "briefing.docx").paragraphs),
        "xlsx": " ".join(map(str, cells)),
        "pdf": " ".join(page.extract_text() for page in PdfReader(out / "briefing.pdf").pages),
        "html": (out / "briefing.html").read_text(),
        "md": (out / "briefing.md").read_text(),
    }
    for form, text in said.items():
        plain = " ".join(text.split())
        assert "very good step" in plain and "Keith Kellogg" in plain and "corrected" in plain, form
    assert (
        sum(shape.shape_type is not None and "PICTURE" in str(shape.shape_type) for shape in slides)
        + sum(shape.has_chart for shape in slides)
        >= 2
    )
    assert len(list((out / "charts").glob("*.*"))) == 6
