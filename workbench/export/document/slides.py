"""The briefing as PPTX: text measured and split over slides, native charts where there are, sources in the notes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.briefing.items import Maker
from workbench.charts import sheet
from workbench.export.document.blocks import APPENDIX, Citation, Cited, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.deck import Deck
from workbench.export.document.resolve import fitting, image
from workbench.export.document.slide_parts import SLACK, parts
from workbench.export.document.slide_room import BREAK, SMALL, SUB, TABLE, TEXT, Line, Run, cell, height, pieces, widths
from workbench.export.printable import line

#: Rows and columns of a table on slides.
MOST_ROWS, MOST_COLUMNS = 60, 14
#: Slides of passages: more than these nobody reads from slides.
MOST_APPENDIX = 8
#: Charts that have no rows to be cut between.
WHOLE = ("origins", "voices", "quotes", "corpus", "barcode")
#: Charts of panels: inches by which a cut may move to pass between two of them.
_BETWEEN = {"quantities": 1.6}
_LARGER = 1.15  # times its size: letters that can be read from the back of a room
_LEAST = 0.8  # of its size: a chart that is to be read
_OPENING = 2.2  # inches of text on the first slide
_ABOVE = 1.25  # inches of text above a chart or a table
_REST = "All {count:,} passages stand in the notes of the slides that cite them, and in the other formats."


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
        lead = [Line((Run(self.made.legend, mute=True),), 15), Line((Run(self.made.foot, mute=True),), 15)]
        opening = [_line(one) for one in _first(self.made.blocks)]
        if sum(height(one, self.deck.box.width) for one in opening) > _OPENING:
            opening = []
        self._notes(self.deck.front(self.made.title, [*opening, *lead]), _numbers(opening))
        blocks = self.made.blocks[len(opening) :]
        for block in blocks:
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
        self._flush()
        self._appendix()
        return self.deck.content(self.made.title)

    def _appendix(self) -> None:
        """The passages, source by source, on as many slides as one can read."""
        if not self.made.citations:
            return
        self._section(APPENDIX)
        for one in self.made.sources:
            self._put(_source(one))
            for citation in one.citations:
                self._put(_passage(citation))
                if self.parts == MOST_APPENDIX:
                    self.waiting = []
                    self._put(Line((Run(_REST.format(count=len(self.made.citations))),), SMALL))
                    self._flush()
                    return
        self._flush()

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
                led = self._led()
                self.waiting, carried = self.waiting[:-led] if led else self.waiting, self.waiting[-led:] if led else []
                self._flush()
                self.waiting = carried
            self.waiting.append(piece)

    def _led(self) -> int:
        """How many of the waiting lines belong to what follows: a heading, with what is said below it of its points."""
        for led, one in enumerate(reversed(self.waiting), 1):
            if one.size in (SUB, SMALL + 1):
                return led if led < len(self.waiting) else 0
            if one.point or one.under or led > 1:
                return 0
        return 0

    def _flush(self) -> None:
        if self.waiting:
            slide = self.deck.slide(self._title())
            self.deck.text(slide, self.waiting)
            self._notes(slide, _numbers(self.waiting))
            self.waiting = []

    def _notes(self, slide: Any, numbers: Iterable[int], *more: str) -> None:
        """The sources of a slide, for whoever speaks to it."""
        cited = [self.made.cited(number) for number in dict.fromkeys(numbers)]
        told = [f"[{one.number}] {one.full}: “{one.text}”" for one in cited]
        self.deck.notes(slide, "\n".join([*more, *(["Sources:"] if told else []), *told, self.made.foot]))

    def _picture(self, block: Picture) -> None:
        """The chart; a few lines that wait stand above it, a tall one goes over several slides."""
        above, high = self._above()
        axes = block.axes if block.bars else self._spread(block)
        wide, tall = fitting(axes)
        never = block.name in WHOLE or block.name in _BETWEEN
        if above and not block.bars and never and tall * _LEAST > self.deck.box.height - high:
            self.waiting = above  # a chart that is not cut between rows would be too small below so much text
            self._flush()
            above, high = [], 0.0
        said = [block.brief, *([block.caption] if block.caption else [])]
        if block.bars:
            slide = self.deck.slide(block.title)
            self.deck.text(slide, above)
            self.deck.bars(slide, block.bars, (block.title, block.alt), high)
            self._notes(slide, _numbers(above), *said)
            return
        room = self.deck.box.width, self.deck.box.height - high
        whole = [(image(axes), (wide, tall))]
        slack = _BETWEEN.get(block.name, SLACK)
        cut = whole if block.name in WHOLE else parts(image(axes), axes, room, slack)
        for at, (drawn, size) in enumerate(cut):
            slide = self.deck.slide(f"{block.title}{f' ({at + 1})' if at else ''}")
            if not at:
                self.deck.text(slide, above)
            self.deck.picture(slide, drawn, size, said=(block.title, block.alt), below=0 if at else high)
            self._notes(slide, () if at else _numbers(above), *said)

    def _spread(self, block: Picture) -> Any:
        """The chart drawn for a slide, as wide as that is; without its title where the slide has the same."""
        words = getattr(block.axes, "workbench_words", None)
        if block.again is None or words is None:
            return block.axes
        with sheet.spread(self.deck.box.width / _LARGER, titled=words.title != block.title):
            return block.again("light")

    def _above(self) -> tuple[list[Line], float]:
        """What is said of a chart or table, where it is short enough to stand above it; other lines get a slide."""
        high = sum(height(one, self.deck.box.width) for one in self.waiting)
        said = self.waiting and not any(one.point or one.under for one in self.waiting)
        if said and high <= _ABOVE:
            above, self.waiting = self.waiting, []
            return above, high + 0.1
        self._flush()
        return [], 0.0

    def _grid(self, block: Grid) -> None:
        """The table, split over slides, its head on each."""
        above, high = self._above()
        columns = [line(name) for name in block.columns[:MOST_COLUMNS]]
        whole = [[line(shown(value)) for value in row[:MOST_COLUMNS]] for row in block.first(MOST_ROWS)]
        rows = [[_shortened(text) for text in row] for row in whole]
        breadths = widths(columns, rows, self.deck.box.width)
        whose = "Analyst: " if block.maker is Maker.ANALYST else ""
        note = block.rest(MOST_ROWS)
        note += (
            f" The first {MOST_COLUMNS} of {len(block.columns)} columns." if len(block.columns) > MOST_COLUMNS else ""
        )
        pages = self._pages(columns, rows, breadths, high)
        unsaid = (_unsaid(row) for row in whole)
        for at, page in enumerate(pages):
            slide = self.deck.slide(f"{whose}{block.title}{f' ({at + 1})' if at else ''}")
            if not at:
                self.deck.text(slide, above)
            self.deck.table(slide, page, breadths, 0 if at else high)
            told = [note.strip()] if note and at == len(pages) - 1 else []
            told += list(islice(unsaid, len(page) - 1))
            self._notes(slide, () if at else _numbers(above), *filter(None, told))

    def _pages(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], breadths: Sequence[float], above: float
    ) -> list[list[tuple[list[str], float]]]:
        """Rows as they fit on slides, on the first below the text above: each its texts and its height, head first."""
        room = self.deck.box.height
        head = _row(columns, breadths, room / 3)
        pages, used = [[head]], head[1] + above
        for row in rows:
            fitted = _row(row, breadths, room - head[1] - above - 0.3)
            if used + fitted[1] > room and len(pages[-1]) > 1:
                pages.append([head])
                used = head[1]
            pages[-1].append(fitted)
            used += fitted[1]
        return pages


def _shortened(text: str) -> str:
    """A hash or an address, of which a slide shows the beginning and its notes all; other text as it is."""
    return f"{text[:12]}…" if len(text) > BREAK and " " not in text else text


def _unsaid(row: Sequence[str]) -> str:
    """What a slide shows shortened of a row, behind what the row is about; empty where that is nothing."""
    cut = [text for text in row if text != _shortened(text)]
    return ": ".join([*row[:1], " ".join(cut)]) if cut else ""


def _row(texts: Sequence[str], breadths: Sequence[float], most: float) -> tuple[list[str], float]:
    cells = [cell(text, width, most) for text, width in zip(texts, breadths, strict=False)]
    return [text for text, _ in cells], max((tall for _, tall in cells), default=TABLE / 72)


def _first(blocks: Iterable[Any]) -> Iterator[Para]:
    """The paragraphs before anything else."""
    for one in blocks:
        if not isinstance(one, Para):
            return
        yield one


def _numbers(lines: Iterable[Line]) -> list[int]:
    return [number for one in lines for number in one.numbers]


def _line(block: Para) -> Line:
    runs = [Run(block.opening, bold=True)] if block.opening else []
    runs.append(Run(block.text, italic=block.maker is Maker.ANALYST))
    runs += [Run(block.spoken)] if block.spoken else []
    runs += [Run(block.closing, mute=True)] if block.closing else []
    runs += [Run(" " + "".join(f"[{number}]" for number in block.numbers), mute=True)] if block.numbers else []
    return Line(tuple(runs), TEXT, block.point, block.numbers, block.under)


def _source(one: Cited) -> Line:
    return Line((Run(one.source, bold=True), Run(f"  {one.details}")), SMALL + 1)


def _passage(one: Citation) -> Line:
    runs = [Run(f"[{one.number}] ", bold=True), Run(f"¶{one.paragraph} ")]
    return Line((*runs, *(Run(text, bold=cited) for text, cited in one.pieces)), SMALL)
