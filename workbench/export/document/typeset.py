"""Pages of a PDF: fonts, styles, tables and pictures that fit, numbers at the foot."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workbench.charts import sheet
from workbench.export import files
from workbench.export.document.slide_room import BREAK, shared

_MARGIN = 54.0  # points
_WIDE, _HIGH = 595.28, 841.89  # A4
ROOM = _WIDE - 2 * _MARGIN
_WORD = 92.0  # points of a word that is not broken
_TALLEST = _HIGH - 2 * _MARGIN - 140
_INK, _MUTE, _LINE, _SOFT = "#1b1f24", "#5b6570", "#d9dee3", "#f4f6f8"
_FACES = {
    "DejaVu": "DejaVuSans.ttf",
    "DejaVu-Bold": "DejaVuSans-Bold.ttf",
    "DejaVu-Italic": "DejaVuSans-Oblique.ttf",
    "DejaVu-BoldItalic": "DejaVuSans-BoldOblique.ttf",
}


@cache
def _fonts() -> None:
    import matplotlib as mpl
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    for name, file in _FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily("DejaVu", *_FACES)


def styles() -> dict[str, Any]:
    """The styles of a briefing, by name."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    _fonts()
    plain = {"fontName": "DejaVu", "fontSize": 9.5, "leading": 13.5, "textColor": HexColor(_INK), "spaceAfter": 5}
    plain |= {"splitLongWords": 1, "bulletFontName": "DejaVu", "bulletFontSize": 9.5}
    small = {"fontSize": 7.5, "leading": 10.2}
    bold = {"fontName": "DejaVu-Bold", "keepWithNext": 1}
    looks: dict[str, dict[str, Any]] = {
        "Normal": {},
        "Lead": {"keepWithNext": 1},
        "Title": bold | {"fontSize": 20, "leading": 25, "spaceAfter": 8, "keepWithNext": 0},
        "Heading1": bold | {"fontSize": 14, "leading": 18, "spaceBefore": 14, "spaceAfter": 5},
        "Heading2": bold | {"fontSize": 10.5, "leading": 14, "spaceBefore": 8, "spaceAfter": 3},
        "Mute": {"fontSize": 8, "leading": 11, "textColor": HexColor(_MUTE)},
        "Caption": {"fontSize": 8, "leading": 11, "textColor": HexColor(_MUTE), "spaceBefore": 3, "keepWithNext": 1},
        "Point": {"leftIndent": 11, "bulletIndent": 0},
        "Analyst": {"leftIndent": 8, "borderColor": HexColor("#8250df"), "borderWidth": 0.8, "borderPadding": 4}
        | {"spaceBefore": 6, "spaceAfter": 9, "rightIndent": 5},
        "Under": {"leftIndent": 22, "fontSize": 8.5, "leading": 12, "spaceAfter": 4},
        "Source": bold | {"fontSize": 9, "leading": 12.5, "spaceBefore": 8, "spaceAfter": 3},
        "Cell": small | {"spaceAfter": 0},
        "Head": small | {"spaceAfter": 0, "fontName": "DejaVu-Bold"},
        "Passage": small | {"spaceAfter": 3, "leftIndent": 11},
    }
    return {name: ParagraphStyle(name, **(plain | look)) for name, look in looks.items()}


def paragraph(markup: str, style: Any) -> Any:
    """A paragraph; `markup` has its text escaped already."""
    from reportlab.platypus import Paragraph

    return Paragraph(markup, style)


def picture(image: bytes, size: tuple[float, float], caption: Any) -> list[Any]:
    """A picture as wide as the page, or as high, with its caption below."""
    from reportlab.platypus import Image

    scale = min(ROOM / size[0], _TALLEST / size[1], 72)
    drawn = Image(io.BytesIO(image), size[0] * scale, size[1] * scale)
    drawn.keepWithNext = 1  # with its caption, and with the heading above it, which says the same of itself
    return [drawn, caption]


def widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column is: as its longest cell wants, within the page."""
    cells = [[name, *(row[at] for row in rows if at < len(row))] for at, name in enumerate(head)]
    words = [max((word for text in some for word in text.split()), key=len, default="") for some in cells]
    wanted = []
    for some, word in zip(cells, words, strict=True):
        longest = max(sheet.width(text[:70], 7.5, True) * 72 for text in some) + 10
        wanted.append(longest if len(word) <= BREAK else min(longest, _WORD))
    if sum(wanted) <= ROOM:
        return wanted
    least = [max(30.0, min(_WORD, sheet.width(word[:40], 7.5, True) * 72 + 10)) for word in words]
    return shared(wanted, least, ROOM)


def table(rows: list[list[Any]], wide: Sequence[float]) -> Any:
    """A table whose head stands on each page that it runs over."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import LongTable, TableStyle

    looks = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(_LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(_SOFT)),
        *((side, (0, 0), (-1, -1), 4) for side in ("LEFTPADDING", "RIGHTPADDING")),
        *((side, (0, 0), (-1, -1), 3) for side in ("TOPPADDING", "BOTTOMPADDING")),
    ]
    made = LongTable(rows, colWidths=list(wide), repeatRows=1, splitInRow=1, hAlign="LEFT", spaceAfter=10)
    made.setStyle(TableStyle(looks))
    return made


def build(sink: io.BytesIO, title: str, foot: str, story: list[Any]) -> None:
    """Flow `story` over pages; each has a number and the foot, and headings become the outline."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    class Pages(BaseDocTemplate):  # type: ignore[misc]
        """Adds each heading to the outline."""

        def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - ReportLab calls it so
            name = getattr(getattr(flowable, "style", None), "name", "")
            if name in ("Heading1", "Heading2"):
                self.outlined = getattr(self, "outlined", 0) + 1
                key = f"h{self.outlined}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(flowable.getPlainText(), key, 0 if name == "Heading1" else 1)

    def ornament(canvas: Any, pages: Any) -> None:
        canvas.setFont("DejaVu", 7)
        canvas.setFillColor(_MUTE)
        canvas.drawString(_MARGIN, 30, foot)
        canvas.drawRightString(_WIDE - _MARGIN, 30, str(pages.page))

    frame = Frame(_MARGIN, _MARGIN, ROOM, _HIGH - 2 * _MARGIN, 0, 0, 0, 0)
    pages = Pages(sink, pagesize=(_WIDE, _HIGH), title=title, author="Analyst workbench", invariant=1, lang="en")
    pages.addPageTemplates(PageTemplate("page", [frame], onPage=ornament))
    pages.creator = pages.producer = "Analyst workbench"
    pages.build(story, canvasmaker=_dated)


def _dated(*given: Any, **named: Any) -> Any:
    """A canvas with the fixed time in place of the clock's."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(*given, **named)
    stamp = canvas._doc._timeStamp
    when = files.fixed_time()
    stamp.t, stamp.lt, stamp.YMDhms = when.timestamp(), when.timetuple(), tuple(when.timetuple())[:6]
    stamp.dhh = stamp.dmm = 0
    return canvas
