"""The briefing as PPTX: text measured and split over slides, native charts where there are, sources in the notes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from workbench.briefing.items import Maker
from workbench.export.document.blocks import LEGEND, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.deck import Deck
from workbench.export.document.resolve import image
from workbench.export.document.slide_parts import parts
from workbench.export.document.slide_room import SMALL, SUB, TABLE, TEXT, Line, Run, cell, height, pieces, widths
from workbench.export.printable import line

#: Rows and columns of a table on slides.
MOST_ROWS, MOST_COLUMNS = 60, 14
_ABOVE = 0.8  # inches of text above a chart


def content(made: Made, template: Path | str | None = None) -> bytes:
    """The PPTX file; with `template`, on its slide size, master and layouts (its own slides are left out).

    Raises OptionError where the template is no PPTX file.
    """
    return _Slides(made, Deck(template)).content()


class _Slides:
    """One presentation in the making: paragraphs wait until a slide is full."""

    def __init__(self, made: Made, deck: Deck) -> None:
        self.made = made
        self.deck = deck
        self.section = made.title
        self.parts = 0  # slides of this section so far
        self.waiting: list[Line] = []

    def content(self) -> bytes:
        """Everything in order, then the passages."""
        self.deck.front(self.made.title, [LEGEND, self.made.foot])
        for block in self.made.blocks:
            match block:
                case Head(text, 1, _):
                    self._section(text)
                case Head(text, _, _):
                    self._put(Line((Run(text, bold=True),), SUB))
                case Para():
                    self._put(_line(block))
                case Picture():
                    self._picture(block)
                case Grid():
                    self._grid(block)
        if self.made.citations:
            self._section("Passages cited")
            for citation in self.made.citations:
                self._put(_passage(citation))
        self._flush()
        return self.deck.content(self.made.title)

    def _section(self, title: str) -> None:
        self._flush()
        self.section, self.parts = title, 0

    def _title(self) -> str:
        self.parts += 1
        return self.section if self.parts == 1 else f"{self.section} ({self.parts})"

    def _put(self, line: Line) -> None:
        """Add a paragraph; what no longer fits goes to the next slide, and a heading goes with what follows it."""
        for piece in pieces(line, self.deck.box):
            used = sum(height(one, self.deck.box.width) for one in self.waiting)
            if self.waiting and used + height(piece, self.deck.box.width) > self.deck.box.height:
                heading = self.waiting.pop() if self.waiting[-1].size == SUB and len(self.waiting) > 1 else None
                self._flush()
                self.waiting = [heading] if heading else []
            self.waiting.append(piece)

    def _flush(self) -> None:
        if self.waiting:
            slide = self.deck.slide(self._title())
            self.deck.text(slide, self.waiting)
            self._notes(slide, (number for one in self.waiting for number in one.numbers))
            self.waiting = []

    def _notes(self, slide: Any, numbers: Iterable[int], *more: str) -> None:
        """The sources of a slide, for whoever speaks to it."""
        cited = [self.made.cited(number) for number in dict.fromkeys(numbers)]
        told = [f"[{one.number}] {one.full}: “{one.passage}”" for one in cited]
        self.deck.notes(slide, "\n".join([*more, *(["Sources:"] if told else []), *told, self.made.foot]))

    def _picture(self, block: Picture) -> None:
        """The chart; a few lines that wait stand above it, a tall one goes over several slides."""
        if block.bars:
            self._flush()
            slide = self.deck.slide(block.title)
            self.deck.bars(slide, block.bars, block.title, block.alt)
            self._notes(slide, (), block.alt, *([block.caption] if block.caption else []))
            return
        above = self._above()
        high = sum(height(one, self.deck.box.width) for one in above)
        cut = parts(image(block.axes), block.axes, (self.deck.box.width, self.deck.box.height - high))
        for at, (drawn, size) in enumerate(cut):
            slide = self.deck.slide(f"{block.title}{f' ({at + 1})' if at else ''}")
            if above and not at:
                self.deck.text(slide, above)
            self.deck.picture(slide, drawn, size, said=(block.title, block.alt), below=0 if at else high)
            numbers = [number for one in above for number in one.numbers] if not at else []
            self._notes(slide, numbers, block.alt, *([block.caption] if block.caption else []))

    def _above(self) -> list[Line]:
        """The lines that wait, where they are few enough to stand above a chart; else they get their slide."""
        if sum(height(one, self.deck.box.width) for one in self.waiting) <= _ABOVE:
            above, self.waiting = self.waiting, []
            return above
        self._flush()
        return []

    def _grid(self, block: Grid) -> None:
        """The table, split over slides, its head on each."""
        self._flush()
        columns = [line(name) for name in block.columns[:MOST_COLUMNS]]
        rows = [[line(shown(value)) for value in row[:MOST_COLUMNS]] for row in block.first(MOST_ROWS)]
        breadths = widths(columns, rows, self.deck.box.width)
        whose = "Analyst: " if block.maker is Maker.ANALYST else ""
        note = block.rest(MOST_ROWS)
        note += (
            f" The first {MOST_COLUMNS} of {len(block.columns)} columns." if len(block.columns) > MOST_COLUMNS else ""
        )
        pages = self._pages(columns, rows, breadths)
        for at, page in enumerate(pages):
            slide = self.deck.slide(f"{whose}{block.title}{f' ({at + 1})' if at else ''}")
            self.deck.table(slide, page, breadths)
            self._notes(slide, (), *([note.strip()] if note and at == len(pages) - 1 else []))

    def _pages(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], breadths: Sequence[float]
    ) -> list[list[tuple[list[str], float]]]:
        """Rows as they fit on slides: each the texts of its cells and its height, the head first."""
        room = self.deck.box.height
        head = _row(columns, breadths, room / 3)
        pages, used = [[head]], head[1]
        for row in rows:
            fitted = _row(row, breadths, room - head[1] - 0.3)
            if used + fitted[1] > room and len(pages[-1]) > 1:
                pages.append([head])
                used = head[1]
            pages[-1].append(fitted)
            used += fitted[1]
        return pages


def _row(texts: Sequence[str], breadths: Sequence[float], most: float) -> tuple[list[str], float]:
    cells = [cell(text, width, most) for text, width in zip(texts, breadths, strict=False)]
    return [text for text, _ in cells], max((tall for _, tall in cells), default=TABLE / 72)


def _line(block: Para) -> Line:
    runs = [Run(block.opening, bold=True)] if block.opening else []
    runs.append(Run(block.text, italic=block.maker is Maker.ANALYST))
    if block.speaker is not None:
        runs.append(Run(f" – {block.speaker or 'speaker not named'}"))
    runs += [Run(block.closing, mute=True)] if block.closing else []
    runs += [Run(" " + "".join(f"[{number}]" for number in block.numbers), mute=True)] if block.numbers else []
    return Line(tuple(runs), TEXT, block.point, block.numbers)


def _passage(one: Citation) -> Line:
    runs = (
        Run(f"[{one.number}] {one.short}: ", bold=True),
        Run(one.before),
        Run(one.passage, bold=True),
        Run(one.after),
    )
    return Line(runs, SMALL)
