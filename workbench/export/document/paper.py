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
from workbench.export.document.blocks import LEGEND, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
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
        self.tables = 0

    def story(self) -> list[Any]:
        """Everything in order, then the passages."""
        found = [self._say("Title", escape(self.made.title)), self._say("Mute", escape(LEGEND))]
        for block in self.made.blocks:
            match block:
                case Head(text, level, _):
                    found.append(self._say("Heading1" if level == 1 else "Heading2", escape(text)))
                case Para():
                    found.append(self._para(block))
                case Picture():
                    found += self._picture(block)
                case Grid():
                    found += self._grid(block)
        if self.made.citations:
            found.append(self._say("Heading1", "Passages cited"))
            found += [self._passage(one) for one in self.made.citations]
        return found

    def _say(self, style: str, markup: str) -> Any:
        return typeset.paragraph(markup, self.styles[style])

    def _para(self, block: Para) -> Any:
        said = f"<b>{escape(block.opening)}</b>" if block.opening else ""
        said += f"<i>{escape(block.text)}</i>" if block.maker is Maker.ANALYST else escape(block.text)
        said += f" – {escape(block.speaker or 'speaker not named')}" if block.speaker is not None else ""
        said += f"<font {_SMALL}>{escape(block.closing)}</font>" if block.closing else ""
        said += "".join(f' <a href="#cite{n}"><font {_SMALL}>[{n}]</font></a>' for n in block.numbers)
        style = "Analyst" if block.maker is Maker.ANALYST else "Point" if block.point else "Normal"
        return self._say(style, f"<bullet>•</bullet>{said}" if style == "Point" else said)

    def _picture(self, block: Picture) -> list[Any]:
        caption = self._say("Mute", escape(" ".join(p for p in (f"Chart: {block.title}.", block.caption) if p)))
        return typeset.picture(image(block.axes), fitting(block.axes), caption)

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

    def _passage(self, one: Citation) -> Any:
        said = f'<a name="cite{one.number}"/><b>[{one.number}]</b> {escape(one.before)}<b>{escape(one.passage)}</b>'
        return self._say("Passage", f"{said}{escape(one.after)} <font {_SMALL}>{escape(one.full)}.</font>")
