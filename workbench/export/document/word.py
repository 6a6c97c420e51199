"""The briefing as DOCX: headings, real tables, captions, and numbered citations that lead to their passages."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export import files
from workbench.export.document.blocks import (
    APPENDIX,
    MOST_ROWS,
    Block,
    Citation,
    Grid,
    Head,
    Made,
    Para,
    Picture,
    shown,
)
from workbench.export.document.resolve import fitting, image
from workbench.export.document.slide_room import TABLE, widths
from workbench.export.document.word_parts import bookmark, field, fill, link, repeat, soften, typeface
from workbench.export.printable import line
from workbench.export.zipped import fixed

if TYPE_CHECKING:
    from docx.document import Document

_WIDEST, _TALLEST = 6.3, 8.4  # inches of a picture, where the page gives no less
_MUTE = "5B6570"
_SMALLER = 8.5 / TABLE  # letters of a table here, beside those of a slide, for which columns are measured
#: Characters of an alternative text: a screen reader reads all of it.
MOST_ALT = 1_200


def content(made: Made, template: Path | str | None = None) -> bytes:
    """The DOCX file; with `template`, in the styles, margins, headers and footers of that one.

    Raises OptionError where the template is no DOCX file.
    """
    return _Word(made, template).content()


class _Word:
    """One file in the making."""

    def __init__(self, made: Made, template: Path | str | None) -> None:
        self.made = made
        self.document = _open(template)
        self.plain = template is None
        self.bookmarks = self.tables = self.charts = 0
        self.sections = 0
        self.next: Block | None = None
        self.room = self._room()
        if self.plain:
            self._style()

    def content(self) -> bytes:
        """Everything in order, then the passages."""
        self._paragraph("Title").add_run(self.made.title)
        self._muted(self.made.legend)
        lead = next((at for at, one in enumerate(self.made.blocks) if not isinstance(one, Para)), 0)
        for at, block in enumerate(self.made.blocks):
            if at == lead:  # what is said at once stands above the contents
                self._contents()
            self.next = self.made.blocks[at + 1] if at + 1 < len(self.made.blocks) else None
            match block:
                case Head(text, level, _):
                    self._heading(text, level)
                case Para():
                    self._para(block)
                case Picture():
                    self._picture(block)
                case Grid():
                    self._grid(block)
        self._appendix()
        self._properties()
        sink = io.BytesIO()
        self.document.save(sink)
        return fixed(sink.getvalue())

    def _room(self) -> tuple[float, float]:
        section = self.document.sections[0]
        wide = (section.page_width - section.left_margin - section.right_margin) / 914_400
        tall = (section.page_height - section.top_margin - section.bottom_margin) / 914_400
        return min(_WIDEST, wide), min(_TALLEST, tall - 0.8)

    def _style(self) -> None:
        from docx.shared import Inches, Pt, RGBColor

        styles = self.document.styles
        styles["Normal"].font.size = Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption"):
            typeface(styles[name], "Calibri")
        for name in ("Title", "Heading 1", "Heading 2", "Caption"):
            styles[name].font.color.rgb = RGBColor.from_string("1B1F24" if name != "Caption" else _MUTE)
        styles["Caption"].font.bold = False
        styles["Title"].font.size = Pt(24)
        for section in self.document.sections:
            section.left_margin = section.right_margin = Inches(1)
        self.room = self._room()

    def _paragraph(self, *styles: str) -> Any:
        """A paragraph in the first of `styles` that the template has."""
        known = {style.name for style in self.document.styles}
        return self.document.add_paragraph(style=next((name for name in styles if name in known), None))

    def _heading(self, text: str, level: int) -> None:
        paragraph = self._paragraph(f"Heading {min(level, 9)}")
        if level == 1:
            self.sections += 1
            self._bookmark(paragraph, f"section{self.sections}")
        paragraph.add_run(text)

    def _muted(self, text: str) -> None:
        if text:
            self._run(self._paragraph("Normal"), text, mute=True, small=True)

    def _contents(self) -> None:
        """A table of contents, true as it stands since it has no page numbers; Word can bring it up to date."""
        heads = [block.text for block in self.made.blocks if isinstance(block, Head) and block.level == 1]
        heads += [APPENDIX] if self.made.citations else []
        if len(heads) < 2:
            return
        self._run(self._paragraph("TOC Heading", "Normal"), "Contents", bold=True)
        for at, text in enumerate(heads):
            paragraph = self._paragraph("TOC 1", "Normal")
            paragraph.paragraph_format.space_after = 0 if at < len(heads) - 1 else None
            if not at:
                field(paragraph, "begin", ' TOC \\o "1-1" \\h \\n \\z ')
            link(paragraph, f"section{at + 1}", self._run(paragraph, text))
            if at == len(heads) - 1:
                field(paragraph, "end")

    def _para(self, block: Para) -> None:
        styles = ("List Bullet 2", "List Bullet") if block.under else ("List Bullet",) if block.point else ()
        paragraph = self._paragraph(*styles, "Normal")
        listed = isinstance(self.next, Para) and self.next.point
        if not block.point and (listed or isinstance(self.next, Picture | Grid)):
            paragraph.paragraph_format.keep_with_next = True  # what is said of a chart, table or list stands above it
        if block.opening:
            paragraph.add_run(block.opening).bold = True
        run = paragraph.add_run(block.text)
        run.italic = block.maker is Maker.ANALYST or None
        if block.spoken:
            paragraph.add_run(block.spoken)
        if block.closing:
            self._run(paragraph, block.closing, mute=True)
        for number in block.numbers:
            paragraph.add_run(" ")
            link(paragraph, f"cite{number}", self._run(paragraph, f"[{number}]", mute=True, small=True))

    def _run(self, paragraph: Any, text: str, *, mute: bool = False, small: bool = False, bold: bool = False) -> Any:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(text)
        run.bold = bold or None
        if mute:
            run.font.color.rgb = RGBColor.from_string(_MUTE)
        if small:
            run.font.size = Pt(9)
        return run

    def _picture(self, block: Picture) -> None:
        from docx.shared import Inches

        wide, tall = fitting(block.axes)
        scale = min(self.room[0] / wide, self.room[1] / tall)
        paragraph = self._paragraph("Normal")
        paragraph.paragraph_format.keep_with_next = True
        drawn = io.BytesIO(image(block.axes))
        shape = paragraph.add_run().add_picture(drawn, width=Inches(wide * scale))
        properties = shape._inline.docPr
        properties.set("descr", block.alt[:MOST_ALT])
        properties.set("name", block.title)
        self.charts += 1
        caption = f"Chart {self.charts}: {block.title}. {block.caption}".strip()
        self._paragraph("Caption", "Normal").add_run(caption)

    def _grid(self, block: Grid) -> None:
        from docx.shared import Inches

        self.tables += 1
        caption = self._paragraph("Caption", "Normal")
        caption.paragraph_format.keep_with_next = True
        whose = ", by the analyst" if block.maker is Maker.ANALYST else ""
        caption.add_run(f"Table {self.tables}{whose}: {block.title}")
        styles = {style.name for style in self.document.styles}
        table = self.document.add_table(rows=1, cols=max(1, len(block.columns)))
        table.style = "Table Grid" if "Table Grid" in styles else None
        head, texts = _texts(block)
        table.autofit = False
        if self.plain:
            soften(table)
        for column, wide in zip(table.columns, widths(head, texts, self.room[0] / _SMALLER), strict=False):
            column.width = Inches(wide * _SMALLER)
        fill(table.rows[0], head, table.columns, bold=True)
        repeat(table.rows[0])
        for row in texts:
            fill(table.add_row(), row, table.columns)
        self._muted(block.rest(MOST_ROWS))

    def _appendix(self) -> None:
        if self.made.citations:
            self._heading(APPENDIX, 1)
        for one in self.made.sources:
            head = self._paragraph("Heading 2")
            head.add_run(one.source)
            self._run(head, f"  {one.details}", mute=True, small=True).bold = False
            for citation in one.citations:
                self._citation(citation)
        self._muted(self.made.foot)

    def _citation(self, citation: Citation) -> None:
        paragraph = self._paragraph("Normal")
        self._bookmark(paragraph, f"cite{citation.number}")
        self._run(paragraph, f"[{citation.number}] ", bold=True, small=True)
        self._run(paragraph, f"¶{citation.paragraph} ", small=True, mute=True)
        for text, cited in citation.pieces:
            self._run(paragraph, text, small=True, bold=cited)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self.bookmarks += 1
        bookmark(paragraph, name, self.bookmarks)

    def _properties(self) -> None:
        core, when = self.document.core_properties, files.fixed_time().replace(tzinfo=None)
        core.title, core.author, core.last_modified_by = self.made.title[:255], "Analyst workbench", "Analyst workbench"
        core.created = core.modified = when
        core.revision, core.comments = 1, ""


def _texts(block: Grid) -> tuple[list[str], list[list[str]]]:
    """The head and the rows that a page shows, as text."""
    return [line(name) for name in block.columns], [[line(shown(one)) for one in row] for row in block.first(MOST_ROWS)]


def _open(template: Path | str | None) -> "Document":
    import docx

    if template is None:
        return docx.Document()
    try:
        document = docx.Document(str(template))
    except Exception as error:  # whatever a file of somebody's may be
        raise OptionError(
            f"{template} cannot serve as a template ({type(error).__name__}): give a .docx file."
        ) from error
    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    return document
