"""Parts of a DOCX file for which python-docx has no words: fields, bookmarks, links, fonts of all scripts."""

from typing import Any


def field(paragraph: Any, end: str, code: str = "") -> None:
    """The beginning of a field with its code, or its end."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "separate") if end == "begin" else ("end",):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)
        if kind == "begin":
            said = OxmlElement("w:instrText")
            said.set(qn("xml:space"), "preserve")
            said.text = code
            paragraph.add_run()._r.append(said)


def link(paragraph: Any, to: str, run: Any) -> None:
    """Make of the run, the last of the paragraph, a link to a bookmark of the file."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:hyperlink")
    made.set(qn("w:anchor"), to)
    made.append(run._r)
    paragraph._p.append(made)


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """A place in the file that links lead to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for end in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(end)
        element.set(qn("w:id"), str(number))
        if end == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        paragraph._p.append(element)


def fill(row: Any, values: list[str], columns: Any, *, bold: bool = False) -> None:
    """Write a row of a table."""
    from docx.shared import Pt

    for cell, value, column in zip(row.cells, values, columns, strict=False):
        cell.width = column.width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(value)
        run.font.size, run.bold = Pt(8.5), bold or None


def typeface(style: Any, name: str) -> None:
    """The font of a style for every script: a theme's own would come before it."""
    from docx.oxml.ns import qn

    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def repeat(row: Any) -> None:
    """The row stands again at the head of each page that the table runs over."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def soften(table: Any) -> None:
    """Thin grey lines between the rows of a table, and none beside its cells."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "none" if side in ("left", "right", "insideV") else "single")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "C9D1D8")
        borders.append(line)
    behind = [qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook")]  # the format's own order
    first = next((child for child in table._tbl.tblPr if child.tag in behind), None)
    if first is None:
        table._tbl.tblPr.append(borders)
    else:
        first.addprevious(borders)
