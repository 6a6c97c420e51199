"""Slides through python-pptx: where things stand, how they look, nothing about what they say."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.errors import OptionError
from workbench.export import files
from workbench.export.document.blocks import Bars
from workbench.export.document.slide_room import SUB, TABLE, Box, Line, title
from workbench.export.zipped import fixed

_WIDE, _HIGH = 13.333, 7.5  # 16:9
_MARGIN = 0.6
_INK, _MUTE, _SOFT = "1B1F24", "5B6570", "E8ECF0"
_EMU = 914_400


class Deck:
    """A presentation, from the template or from nothing."""

    def __init__(self, template: Path | str | None = None) -> None:
        self.presentation = _open(template)
        self.own = template is None
        if self.own:
            _widen(self.presentation)
        self.wide = self.presentation.slide_width / _EMU
        self.high = self.presentation.slide_height / _EMU
        self.first, self.layout = _layouts(self.presentation)
        self.head, self.box = self._rooms()

    def _rooms(self) -> tuple[Box, Box]:
        """Where the title and the content stand: with a template, the title is where its layout has it."""
        found = None if self.own else _placeholder(self.layout)
        head = Box(_MARGIN, 0.4, self.wide - 2 * _MARGIN, 0.95)
        if found is not None and found.top is not None and (found.top + found.height) / _EMU < self.high * 0.4:
            head = Box(found.left / _EMU, found.top / _EMU, found.width / _EMU, found.height / _EMU)
        top = head.top + head.height + 0.15
        return head, Box(head.left, top, head.width, self.high - top - 0.5)

    def front(self, name: str, lines: Sequence[str]) -> None:
        """The first slide."""
        slide = self.presentation.slides.add_slide(self.first)
        others = [one for one in slide.placeholders if one.placeholder_format.idx != 0]
        wide = self.wide - 2 * _MARGIN
        if slide.shapes.title is not None:
            text, size = title(name, wide)
            _say(slide.shapes.title.text_frame, text, size * 1.2, bold=True)
            if self.own:
                _place(slide.shapes.title, Box(_MARGIN, 2.2, wide, 1.4))
        for one in others:
            one._element.getparent().remove(one._element)
        top = self.high * (0.52 if self.own else 0.72)
        frame = _frame(slide, Box(_MARGIN, top, wide, self.high - top - 0.3))
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
            _run(paragraph, line, 13, mute=True)

    def slide(self, name: str) -> Any:
        """A slide with this title."""
        slide = self.presentation.slides.add_slide(self.layout)
        for one in list(slide.placeholders):
            if one.placeholder_format.idx != 0:
                one._element.getparent().remove(one._element)
        text, size = title(name, self.head.width - 0.2)
        shape = slide.shapes.title
        if shape is None:
            _say(_frame(slide, self.head), text, size, bold=True)
        else:
            _say(shape.text_frame, text, size, bold=self.own)
            if self.own:
                _place(shape, self.head)
        return slide

    def text(self, slide: Any, lines: Sequence[Line]) -> None:
        """Paragraphs, in one box."""
        from pptx.util import Pt

        frame = _frame(slide, self.box)
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
            paragraph.space_after = Pt(line.size * 0.4)
            if line.point:
                _bullet(paragraph)
            for run in line.runs:
                size = line.size * 0.75 if run.mute else line.size
                _run(paragraph, run.text, size, bold=run.bold or line.size == SUB, italic=run.italic, mute=run.mute)

    def picture(
        self, slide: Any, image: bytes, size: tuple[float, float], *, said: tuple[str, str], below: float
    ) -> None:
        """A picture as large as the room allows and hardly larger than drawn, below so many inches of text.

        `said` are its name and its alternative text.
        """
        from pptx.util import Inches

        room = self.box.height - below
        scale = min(self.box.width / size[0], room / size[1], 1.25)
        wide, high = size[0] * scale, size[1] * scale
        left, top = self.box.left + (self.box.width - wide) / 2, self.box.top + below
        shape = slide.shapes.add_picture(io.BytesIO(image), Inches(left), Inches(top), Inches(wide), Inches(high))
        _describe(shape, *said)

    def bars(self, slide: Any, bars: Bars, name: str, alt: str) -> None:
        """A chart of the presentation's own: stacked bars, which can be edited there."""
        from pptx.chart.data import CategoryChartData
        from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
        from pptx.util import Inches, Pt

        data = CategoryChartData(number_format="#,##0")
        data.categories = list(bars.categories)
        for series in bars.series:
            data.add_series(series.name, [value or None for value in series.values])
        box = self.box
        place = (Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height))
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
        _describe(frame, name, alt)
        chart = frame.chart
        chart.has_title, chart.has_legend = False, True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.font.size = Pt(12)
        _axes(chart, bars.axis)
        _colour(chart.plots[0], bars)

    def table(self, slide: Any, rows: Sequence[tuple[Sequence[str], float]], widths: Sequence[float]) -> None:
        """A table of the presentation's own, its first row the head."""
        from pptx.util import Inches

        high = sum(height for _, height in rows)
        place = (Inches(self.box.left), Inches(self.box.top), Inches(sum(widths)), Inches(high))
        table = slide.shapes.add_table(len(rows), len(widths), *place).table
        table.horz_banding = False
        for at, width in enumerate(widths):
            table.columns[at].width = Inches(width)
        for at, (texts, height) in enumerate(rows):
            table.rows[at].height = Inches(height)
            for cell, text in zip(table.rows[at].cells, texts, strict=True):
                _cell(cell, text, head=at == 0)

    def notes(self, slide: Any, text: str) -> None:
        """What stands below the slide for the speaker."""
        slide.notes_slide.notes_text_frame.text = text

    def content(self, name: str) -> bytes:
        """The file: the same bytes whenever it is made."""
        core, when = self.presentation.core_properties, files.fixed_time().replace(tzinfo=None)
        core.title, core.author, core.last_modified_by = name[:255], "Analyst workbench", "Analyst workbench"
        core.created = core.modified = when
        core.revision = 1
        sink = io.BytesIO()
        self.presentation.save(sink)
        return fixed(sink.getvalue())


def _open(template: Path | str | None) -> Any:
    import pptx

    if template is None:
        return pptx.Presentation()
    try:
        presentation = pptx.Presentation(str(template))
    except Exception as error:  # whatever a file of somebody's may be
        raise OptionError(
            f"{template} cannot serve as a template ({type(error).__name__}): give a .pptx file."
        ) from error
    listed = presentation.slides._sldIdLst
    for one in list(listed):
        presentation.part.drop_rel(one.rId)
        listed.remove(one)
    return presentation


def _widen(presentation: Any) -> None:
    """The default template is 4:3: its master and layouts are stretched to 16:9, for slides that are added later."""
    from pptx.util import Inches

    factor = Inches(_WIDE) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(_WIDE), Inches(_HIGH)
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for shape in sheet.shapes:
            if shape._element.xpath(".//a:xfrm"):
                shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)


def _layouts(presentation: Any) -> tuple[Any, Any]:
    """The layouts for the first slide and for all others: those with a title and little else."""
    layouts = list(presentation.slide_layouts)
    titled = [one for one in layouts if _placeholder(one) is not None]
    first = next((one for one in titled if str(_placeholder(one).placeholder_format.type).startswith("CENTER")), None)
    plain = sorted((one for one in titled if one is not first), key=lambda one: len(list(one.placeholders)))
    content = plain[0] if plain else layouts[-1]
    return first or content, content


def _placeholder(layout: Any) -> Any:
    """The title of a layout; None where it has none."""
    return next((one for one in layout.placeholders if one.placeholder_format.idx == 0), None)


def _place(shape: Any, box: Box) -> None:
    from pptx.util import Inches

    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def _frame(slide: Any, box: Box) -> Any:
    """An empty text box without padding, whose text is never shrunk."""
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Inches

    frame = slide.shapes.add_textbox(
        Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)
    ).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _say(frame: Any, text: str, size: float, *, bold: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    frame.clear()
    frame.word_wrap = True
    frame.margin_left = 0 if bold else frame.margin_left
    if bold:
        frame.paragraphs[0].alignment, frame.vertical_anchor = PP_ALIGN.LEFT, MSO_ANCHOR.MIDDLE
    run = frame.paragraphs[0].add_run()
    run.text = text
    _look(run, size, bold=bold)


def _run(
    paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, mute: bool = False
) -> None:
    run = paragraph.add_run()
    run.text = text
    _look(run, size, bold=bold, italic=italic, mute=mute)


def _look(run: Any, size: float, *, bold: bool = False, italic: bool = False, mute: bool = False) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    run.font.size, run.font.bold, run.font.italic = Pt(size), bold or None, italic or None
    if mute:
        run.font.color.rgb = RGBColor.from_string(_MUTE)


def _bullet(paragraph: Any) -> None:
    """A point of a list, its lines hung."""
    from lxml import etree
    from pptx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(round(0.22 * _EMU)))
    properties.set("indent", str(round(-0.22 * _EMU)))
    etree.SubElement(properties, qn("a:buChar")).set("char", "•")


def _describe(shape: Any, name: str, alt: str) -> None:
    """Name and alternative text."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", alt)


def _axes(chart: Any, said: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    chart.category_axis.reverse_order = True  # the first source on top, as in every other chart
    chart.category_axis.format.line.color.rgb = RGBColor.from_string(_MUTE)
    values = chart.value_axis
    values._element.xpath("c:crosses")[0].set("val", "max")  # the scale stays below: python-pptx has no word for it
    values.has_title = True
    values.axis_title.text_frame.text = said
    values.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(_SOFT)


def _colour(plot: Any, bars: Bars) -> None:
    from pptx.dml.color import RGBColor

    plot.gap_width, plot.overlap = 45, 100
    for series, known in zip(plot.series, bars.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(known.colour.lstrip("#")[:6].upper())


def _cell(cell: Any, text: str, *, head: bool) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Inches

    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    _look(run, TABLE, bold=head)
    run.font.color.rgb = RGBColor.from_string(_INK)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(_SOFT if head else "FFFFFF")
