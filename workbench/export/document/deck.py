"""Slides through python-pptx: where things stand, how they look, nothing about what they say."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.errors import OptionError
from workbench.export import files
from workbench.export.document import slide_looks as looks
from workbench.export.document.blocks import Bars
from workbench.export.document.slide_looks import EMU
from workbench.export.document.slide_room import SUB, Box, Line, title
from workbench.export.zipped import fixed

_WIDE, _HIGH = 13.333, 7.5  # 16:9
_MARGIN = 0.6
_NUMBER = 13  # the type of the placeholder for a slide's number


class Deck:
    """A presentation, from the template or from nothing."""

    def __init__(self, template: Path | str | None = None) -> None:
        self.presentation = _open(template)
        self.own = template is None
        if self.own:
            _widen(self.presentation)
        self.wide = self.presentation.slide_width / EMU
        self.high = self.presentation.slide_height / EMU
        self.first, self.layout = _layouts(self.presentation)
        self.head, self.box = self._rooms()

    def _rooms(self) -> tuple[Box, Box]:
        """Where the title and the content stand: with a template, where its layouts have them."""
        head = Box(_MARGIN, 0.4, self.wide - 2 * _MARGIN, 0.95)
        found = None if self.own else _placeholder(self.layout)
        titled = _box(found)
        if titled and titled.top + titled.height < self.high * 0.4:
            head = titled
        top = head.top + head.height + 0.15
        room = Box(head.left, top, head.width, self.high - top - 0.5)
        for layout in () if self.own else self.presentation.slide_layouts:
            body = _box(next((one for one in layout.placeholders if one.placeholder_format.idx == 1), None))
            fits = body and body.top >= head.top + head.height - 0.05 and body.width > self.wide * 0.6
            if body and fits and body.height > self.high * 0.45:
                return head, body
        return head, room

    def front(self, name: str, lines: Sequence[Line]) -> Any:
        """The first slide: the title, and what is said at once."""
        slide = self.presentation.slides.add_slide(self.first)
        wide = self.wide - 2 * _MARGIN
        if slide.shapes.title is not None:
            text, size = title(name, wide)
            looks.say(slide.shapes.title.text_frame, text, size * 1.2, bold=self.own)
            if self.own:
                looks.place(slide.shapes.title, Box(_MARGIN, 1.3, wide, 1.4))
        for one in list(slide.placeholders):
            if one.placeholder_format.idx != 0:
                one._element.getparent().remove(one._element)
        shape = _box(slide.shapes.title)
        top = min(self.high * 0.72, max(2.9, shape.top + shape.height + 0.1 if shape else 0))
        self._fill(looks.frame(slide, Box(_MARGIN, top, wide, self.high - top - 0.3)), lines)
        return slide

    def slide(self, name: str) -> Any:
        """A slide with this title."""
        slide = self.presentation.slides.add_slide(self.layout)
        for one in list(slide.placeholders):
            if one.placeholder_format.idx != 0:
                one._element.getparent().remove(one._element)
        text, size = title(name, self.head.width - 0.2)
        shape = slide.shapes.title
        if shape is None:
            looks.say(looks.frame(slide, self.head), text, size, bold=True)
        else:
            looks.say(shape.text_frame, text, size, bold=self.own)
            if self.own:
                looks.place(shape, self.head)
        self._number(slide)
        return slide

    def _number(self, slide: Any) -> None:
        """The slide's number, where the template has it."""
        own = next((one for one in self.layout.placeholders if one.placeholder_format.type == _NUMBER), None)
        box = _box(own) if own is not None and not self.own else None
        box = box or Box(self.wide - _MARGIN - 1, self.high - 0.42, 1, 0.3)
        looks.number(looks.frame(slide, box))

    def text(self, slide: Any, lines: Sequence[Line]) -> None:
        """Paragraphs, in one box."""
        self._fill(looks.frame(slide, self.box), lines)

    @staticmethod
    def _fill(frame: Any, lines: Sequence[Line]) -> None:
        from pptx.util import Pt

        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
            paragraph.space_after = Pt(line.size * 0.4)
            if line.point or line.under:
                looks.bullet(paragraph, under=line.under)
            for one in line.runs:
                size = line.size * 0.75 if one.mute else line.size
                bold = one.bold or line.size == SUB
                looks.run(paragraph, one.text, size, bold=bold, italic=one.italic, mute=one.mute)

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
        looks.describe(shape, *said)

    def bars(self, slide: Any, bars: Bars, said: tuple[str, str], below: float) -> None:
        """A chart of the presentation's own: stacked bars, which can be edited there; `said` and `below` as above."""
        from pptx.chart.data import CategoryChartData
        from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
        from pptx.util import Inches, Pt

        data = CategoryChartData(number_format="#,##0")
        data.categories = list(bars.categories)
        for series in bars.series:
            data.add_series(series.name, [value or None for value in series.values])
        box = self.box
        place = (box.left, box.top + below, box.width, box.height - below)
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *map(Inches, place), data)
        looks.describe(frame, *said)
        chart = frame.chart
        chart.has_title, chart.has_legend = False, True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.font.size = Pt(12)
        looks.axes(chart, bars.axis)
        looks.colour(chart.plots[0], bars if self.own else None)

    def table(
        self, slide: Any, rows: Sequence[tuple[Sequence[str], float]], widths: Sequence[float], below: float
    ) -> None:
        """A table of the presentation's own, its first row the head; with a template, in the colours of its text."""
        from pptx.util import Inches

        high = sum(height for _, height in rows)
        place = (self.box.left, self.box.top + below, sum(widths), high)
        frame = slide.shapes.add_table(len(rows), len(widths), *map(Inches, place))
        table = frame.table
        table.horz_banding = False
        if not self.own:
            looks.plain_table(frame)
        for at, width in enumerate(widths):
            table.columns[at].width = Inches(width)
        for at, (texts, height) in enumerate(rows):
            table.rows[at].height = Inches(height)
            for cell, text in zip(table.rows[at].cells, texts, strict=True):
                looks.cell(cell, text, head=at == 0, own=self.own)

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


def _box(shape: Any) -> Box | None:
    """Where a shape stands, in inches; None where it does not say."""
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)
