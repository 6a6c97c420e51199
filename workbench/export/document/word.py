"""The briefing as DOCX: headings, real tables, captions, and numbered citations that lead to their passages."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export import files
from workbench.export.document.blocks import LEGEND, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.resolve import fitting, image
from workbench.export.document.slide_room import widths
from workbench.export.printable import line
from workbench.export.zipped import fixed

if TYPE_CHECKING:
    from docx.document import Document

_WIDEST, _TALLEST = 6.3, 8.4  # inches of a picture, where the page gives no less
_MUTE = "5B6570"


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
        self.bookmarks = 0
        self.tables = 0
        self.room = self._room()
        if self.plain:
            self._style()

    def content(self) -> bytes:
        """Everything in order, then the passages."""
        self._paragraph("Title").add_run(self.made.title)
        self._muted(LEGEND)
        for block in self.made.blocks:
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
            _font(styles[name], "Calibri")
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
        self._paragraph(f"Heading {min(level, 9)}").add_run(text)

    def _muted(self, text: str) -> None:
        self._run(self._paragraph("Normal"), text, mute=True, small=True)

    def _para(self, block: Para) -> None:
        paragraph = self._paragraph(*(("List Bullet",) if block.point else ()), "Normal")
        if block.opening:
            paragraph.add_run(block.opening).bold = True
        run = paragraph.add_run(block.text)
        run.italic = block.maker is Maker.ANALYST or None
        if block.speaker is not None:
            paragraph.add_run(f" – {block.speaker or 'speaker not named'}")
        if block.closing:
            self._run(paragraph, block.closing, mute=True)
        for number in block.numbers:
            paragraph.add_run(" ")
            self._link(paragraph, number)

    def _run(self, paragraph: Any, text: str, *, mute: bool = False, small: bool = False, bold: bool = False) -> Any:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(text)
        run.bold = bold or None
        if mute:
            run.font.color.rgb = RGBColor.from_string(_MUTE)
        if small:
            run.font.size = Pt(9)
        return run

    def _link(self, paragraph: Any, number: int) -> None:
        """[n], which leads to the passage."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"cite{number}")
        link.append(self._run(paragraph, f"[{number}]", mute=True, small=True)._r)
        paragraph._p.append(link)

    def _picture(self, block: Picture) -> None:
        from docx.shared import Inches

        wide, tall = fitting(block.axes)
        scale = min(self.room[0] / wide, self.room[1] / tall)
        paragraph = self._paragraph("Normal")
        paragraph.paragraph_format.keep_with_next = True
        drawn = io.BytesIO(image(block.axes))
        shape = paragraph.add_run().add_picture(drawn, width=Inches(wide * scale))
        properties = shape._inline.docPr
        properties.set("descr", block.alt)
        properties.set("name", block.title)
        caption = f"{block.title}. {block.caption}".strip() if block.caption else f"{block.title}."
        self._paragraph("Caption", "Normal").add_run(f"Chart: {caption}")

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
        for column, wide in zip(table.columns, widths(head, texts, self.room[0]), strict=False):
            column.width = Inches(wide)
        _fill(table.rows[0], head, table.columns, bold=True)
        _repeat(table.rows[0])
        for row in texts:
            _fill(table.add_row(), row, table.columns)
        self._muted(block.rest(MOST_ROWS))

    def _appendix(self) -> None:
        if not self.made.citations:
            return
        self._heading("Passages cited", 1)
        for citation in self.made.citations:
            self._citation(citation)
        self._muted(self.made.foot)

    def _citation(self, citation: Citation) -> None:
        paragraph = self._paragraph("Normal")
        self._bookmark(paragraph, citation.number)
        self._run(paragraph, f"[{citation.number}] ", bold=True, small=True)
        self._run(paragraph, citation.before, small=True)
        self._run(paragraph, citation.passage, small=True, bold=True)
        self._run(paragraph, f"{citation.after} ", small=True)
        self._run(paragraph, f"{citation.full}.", small=True, mute=True)

    def _bookmark(self, paragraph: Any, number: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.bookmarks += 1
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(name)
            element.set(qn("w:id"), str(self.bookmarks))
            if name == "w:bookmarkStart":
                element.set(qn("w:name"), f"cite{number}")
            paragraph._p.append(element)

    def _properties(self) -> None:
        core, when = self.document.core_properties, files.fixed_time().replace(tzinfo=None)
        core.title, core.author, core.last_modified_by = self.made.title[:255], "Analyst workbench", "Analyst workbench"
        core.created = core.modified = when
        core.revision, core.comments = 1, ""


def _texts(block: Grid) -> tuple[list[str], list[list[str]]]:
    """The head and the rows that a page shows, as text."""
    return [line(name) for name in block.columns], [[line(shown(one)) for one in row] for row in block.first(MOST_ROWS)]


def _fill(row: Any, values: list[str], columns: Any, *, bold: bool = False) -> None:
    from docx.shared import Pt

    for cell, value, column in zip(row.cells, values, columns, strict=False):
        cell.width = column.width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(value)
        run.font.size, run.bold = Pt(8.5), bold or None


def _font(style: Any, name: str) -> None:
    """The font of a style for every script: a theme's own would come before it."""
    from docx.oxml.ns import qn

    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _repeat(row: Any) -> None:
    """The row stands again at the head of each page that the table runs over."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


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
