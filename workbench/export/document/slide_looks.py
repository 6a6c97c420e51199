"""How things on slides look: boxes, runs of text, points, cells of tables, axes and colours of native charts."""

from typing import Any

from workbench.export.document.blocks import Bars
from workbench.export.document.slide_room import TABLE, Box

INK, MUTE, SOFT = "1B1F24", "5B6570", "E8ECF0"
EMU = 914_400
_STYLE_ID = "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
#: Characters of an alternative text: a screen reader reads all of it.
MOST_ALT = 1_200


def place(shape: Any, box: Box) -> None:
    """Put the shape there."""
    from pptx.util import Inches

    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def frame(slide: Any, box: Box) -> Any:
    """An empty text box without padding, whose text is never shrunk."""
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Inches

    frame = slide.shapes.add_textbox(
        Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)
    ).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def say(frame: Any, text: str, size: float, *, bold: bool) -> None:
    """One line in a frame that may hold a prompt."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    frame.clear()
    frame.word_wrap = True
    frame.margin_left = 0 if bold else frame.margin_left
    if bold:
        frame.paragraphs[0].alignment, frame.vertical_anchor = PP_ALIGN.LEFT, MSO_ANCHOR.MIDDLE
    run = frame.paragraphs[0].add_run()
    run.text = text
    look(run, size, bold=bold)


def run(
    paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, mute: bool = False
) -> None:
    """A stretch of text at the end of the paragraph."""
    added = paragraph.add_run()
    added.text = text
    look(added, size, bold=bold, italic=italic, mute=mute)


def look(run: Any, size: float, *, bold: bool = False, italic: bool = False, mute: bool = False) -> None:
    """Size and weight of a run; what is muted is a shade of the text's own colour, whatever the template's is."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    run.font.size, run.font.bold, run.font.italic = Pt(size), bold or None, italic or None
    if mute:
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        run.font.color.brightness = 0.35


def number(frame: Any) -> None:
    """The number of the slide, which stays true when slides are moved."""
    from lxml import etree
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml.ns import qn

    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    found = etree.SubElement(paragraph._p, qn("a:fld"))
    found.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    found.set("type", "slidenum")
    etree.SubElement(found, qn("a:rPr")).set("sz", "1000")
    etree.SubElement(found, qn("a:t")).text = "‹#›"


def bullet(paragraph: Any, *, under: bool = False) -> None:
    """A point of a list, its lines hung; or a remark under one."""
    from lxml import etree
    from pptx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(round((0.5 if under else 0.22) * EMU)))
    properties.set("indent", str(round(-0.22 * EMU)))
    etree.SubElement(properties, qn("a:buChar")).set("char", "–" if under else "•")


def describe(shape: Any, name: str, alt: str) -> None:
    """Name and alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", alt[:MOST_ALT])


def axes(chart: Any, said: str) -> None:
    """Sources from top to bottom, the scale below them with what it counts."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    chart.category_axis.reverse_order = True  # the first source on top, as in every other chart
    chart.category_axis.format.line.color.rgb = RGBColor.from_string(MUTE)
    values = chart.value_axis
    values._element.xpath("c:crosses")[0].set("val", "max")  # the scale stays below: python-pptx has no word for it
    values.has_title = True
    values.axis_title.text_frame.text = said
    values.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(SOFT)


def colour(plot: Any, bars: Bars | None) -> None:
    """The colours that these series have in all our charts; without them, those of the template."""
    from pptx.dml.color import RGBColor

    plot.gap_width, plot.overlap = 45, 100
    if bars is None:
        return
    for series, known in zip(plot.series, bars.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(known.colour.lstrip("#")[:6].upper())


def plain_table(frame: Any) -> None:
    """The style of tables that has lines and text in the text's own colour: it can be read on any background."""
    frame._element.graphic.graphicData.tbl.tblPr.find(_STYLE_ID).text = "{5940675A-B579-460E-94D1-54222C63F5DA}"


def cell(cell: Any, text: str, *, head: bool, own: bool) -> None:
    """A cell of a table; only in a deck of our own with our colours."""
    from pptx.dml.color import RGBColor
    from pptx.util import Inches

    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    look(run, TABLE, bold=head)
    if own:
        run.font.color.rgb = RGBColor.from_string(INK)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(SOFT if head else "FFFFFF")
