"""How much fits on a slide: everything is measured, in a font wider than those that offices use, before it is set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.charts import sheet

#: Points: text, a heading within a slide, tables, the passages at the end.
TEXT, SUB, TABLE, SMALL = 15.0, 17.0, 11.0, 10.5
_LEADING = 1.22
_NARROWEST = 0.62  # inches of a column
#: A word of more characters than these may be broken anywhere: a hash, an address.
BREAK = 36
_WORD = 1.7  # inches of a word that is not broken
_PAD = 0.2  # inches beside the text of a cell, both sides together


@dataclass(frozen=True, slots=True)
class Box:
    """Where content stands on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    mute: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a slide: its runs, and how it looks."""

    runs: tuple[Run, ...]
    size: float = TEXT
    point: bool = False
    numbers: tuple[int, ...] = ()
    under: bool = False  # a remark on the point above

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


def lines(text: str, inches: float, size: float) -> list[str]:
    """`text` as lines of at most `inches`."""
    return sheet.wrap(text, inches, size).split("\n")


def tall(count: int, size: float) -> float:
    """How high so many lines are, in inches."""
    return count * size * _LEADING / 72


def height(line: Line, inches: float) -> float:
    """How high a paragraph is, with the space below it."""
    room = inches - (0.53 if line.under else 0.25 if line.point else 0)
    size = line.size * (1.08 if any(run.bold for run in line.runs) else 1)
    return tall(len(lines(line.text, room, size)), line.size) + line.size * 0.45 / 72


def pieces(line: Line, box: Box) -> Iterator[Line]:
    """The paragraph, in parts where it is higher than a whole slide."""
    if height(line, box.width) <= box.height:
        yield line
        return
    most = max(1, int((box.height - 0.15) / tall(1, line.size)))
    wrapped = lines(line.text, box.width - 0.3, line.size * 1.08)
    for at in range(0, len(wrapped), most):
        run = Run(" ".join(wrapped[at : at + most]), italic=any(run.italic for run in line.runs))
        yield Line((run,), line.size, line.point and not at, line.numbers)


def title(text: str, inches: float) -> tuple[str, float]:
    """A title on at most two lines, and its size in points; cut where even small letters do not do."""
    for size in (26.0, 22.0, 18.0):
        wrapped = lines(text, inches, size * 1.08)
        if len(wrapped) <= 2:
            return text, size
    return sheet.fit(" ".join(lines(text, inches, 18 * 1.08)[:2]), 1.85 * inches, 18, True), 18.0


def widths(columns: Sequence[str], rows: Sequence[Sequence[str]], inches: float) -> list[float]:
    """How wide each column is: as its longest cell wants, within the room, none too narrow."""
    cells = [[column, *(row[at] for row in rows if at < len(row))] for at, column in enumerate(columns)]
    words = [max((word for cell in some for word in cell.split()), key=len, default="") for some in cells]
    wanted = []
    for some, word in zip(cells, words, strict=True):
        longest = max(sheet.width(cell[:60], TABLE, True) for cell in some) + _PAD
        wanted.append(max(_NARROWEST, longest if len(word) <= BREAK else min(longest, _WORD)))
    total = sum(wanted)
    if total <= inches:
        return [width * min(1.4, inches / total) for width in wanted]
    least = [max(_NARROWEST, min(_WORD, sheet.width(word[:40], TABLE, True) + _PAD)) for word in words]
    return shared(wanted, least, inches)


def shared(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """`room` shared out among columns: each has the least that it needs, and of the rest as much as it wants more.

    >>> shared([4.0, 2.0], [1.0, 1.0], 4.0)
    [2.5, 1.5]
    """
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    over = [max(0.0, want - need) for want, need in zip(wanted, least, strict=True)]
    spare = (room - sum(least)) / (sum(over) or 1.0)
    return [need + more * spare for need, more in zip(least, over, strict=True)]


def cell(text: str, inches: float, most: float) -> tuple[str, float]:
    """The text of a cell, cut to `most` inches of height, and the height that it takes."""
    wrapped = lines(text, inches - _PAD, TABLE * 1.08)
    fitting = max(1, int(most / tall(1, TABLE)))
    if len(wrapped) > fitting:
        text = f"{' '.join(wrapped[: fitting - 1])} …" if fitting > 1 else "…"
        wrapped = wrapped[:fitting]
    return text, tall(len(wrapped), TABLE) + 0.12
