"""The briefing as PDF, through ReportLab: pure Python, no system library, its layout engine splits text and tables.

Letters are DejaVu Sans, which matplotlib brings: Latin with every accent, Greek, Cyrillic. They are embedded.
"""

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export.document import typeset
from workbench.export.document.blocks import APPENDIX, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.resolve import fitting, image
from workbench.export.printable import line

_MOST_CELL = 1_500  # characters of a cell: a row must fit on a page
_SMALL = 'color="#5b6570" size="7.5"'


def content(made: Made, template: Path | str | None = None) -> bytes:
    """The PDF file.

    Raises OptionError for a template: a PDF has none.
    """
    if template is not None:
        raise OptionError("A PDF takes no template: give one for .pptx or .docx only, and print that.")
    sink = io.BytesIO()
    typeset.build(sink, made.title, made.foot, _Paper(made).story())
    return sink.getvalue()


class _Paper:
    """The blocks as what ReportLab flows over pages."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.styles = typeset.styles()
        self.tables = self.charts = 0

    def story(self) -> list[Any]:
        """Everything in order, then the passages."""
        found = [self._say("Title", escape(self.made.title)), self._say("Mute", escape(self.made.legend))]
        blocks = self.made.blocks
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            match block:
                case Head(text, level, _):
                    found.append(self._say("Heading1" if level == 1 else "Heading2", escape(text)))
                case Para():
                    found.append(self._para(block, leads=isinstance(after, Picture | Grid)))
                case Picture():
                    found += self._picture(block)
                case Grid():
                    found += self._grid(block)
        return [*found, *self._appendix()]

    def _say(self, style: str, markup: str) -> Any:
        return typeset.paragraph(markup, self.styles[style])

    def _para(self, block: Para, *, leads: bool) -> Any:
        said = f"<b>{escape(block.opening)}</b>" if block.opening else ""
        said += f"<i>{escape(block.text)}</i>" if block.maker is Maker.ANALYST else escape(block.text)
        said += escape(block.spoken)
        said += f"<font {_SMALL}>{escape(block.closing)}</font>" if block.closing else ""
        said += "".join(f' <a href="#cite{n}"><font {_SMALL}>[{n}]</font></a>' for n in block.numbers)
        if block.under:
            return self._say("Under", said)
        plain = "Lead" if leads else "Normal"  # what is said of a chart or table stands above it
        style = "Analyst" if block.maker is Maker.ANALYST else "Point" if block.point else plain
        return self._say(style, f"<bullet>•</bullet>{said}" if style == "Point" else said)

    def _picture(self, block: Picture) -> list[Any]:
        self.charts += 1
        caption = " ".join(part for part in (f"Chart {self.charts}: {block.title}.", block.caption) if part)
        return typeset.picture(image(block.axes), fitting(block.axes), self._say("Mute", escape(caption)))

    def _grid(self, block: Grid) -> list[Any]:
        self.tables += 1
        whose = ", by the analyst" if block.maker is Maker.ANALYST else ""
        caption = self._say("Caption", escape(f"Table {self.tables}{whose}: {block.title}"))
        texts = [[line(shown(value))[:_MOST_CELL] for value in row] for row in block.first(MOST_ROWS)]
        head = [line(name)[:_MOST_CELL] for name in block.columns]
        rows = [[self._say("Head", escape(name)) for name in head]]
        rows += [[self._say("Cell", escape(text)) for text in row] for row in texts]
        table = typeset.table(rows, typeset.widths(head, texts))
        rest = block.rest(MOST_ROWS)
        return [caption, table, *([self._say("Mute", escape(rest))] if rest else [])]

    def _appendix(self) -> list[Any]:
        found = [self._say("Heading1", APPENDIX)] if self.made.sources else []
        for one in self.made.sources:
            details = f' <font {_SMALL} face="DejaVu">{escape(one.details)}</font>'
            found.append(self._say("Source", escape(one.source) + details))
            found += [self._passage(citation) for citation in one.citations]
        return found

    def _passage(self, one: Citation) -> Any:
        said = "".join(f"<b>{escape(text)}</b>" if cited else escape(text) for text, cited in one.pieces)
        return self._say("Passage", f'<a name="cite{one.number}"/><b>[{one.number}]</b> ¶{one.paragraph} {said}')
