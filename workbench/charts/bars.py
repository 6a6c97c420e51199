"""Rows of stacked bars with their labels on them: what the charts of words and of voices have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.patches import Rectangle

from workbench.charts import unread
from workbench.charts.sheet import BODY, SMALL, Sheet, colour, width

ROW, BAR = 0.56, 0.3  # inches: from row to row, and the bar's height
_LINES, _BESIDE = 3, 0.4  # labels beside a bar: how many lines, and what share of the room they may take
MOST = 40  # rows a chart holds; more could not be read
_GAP = 0.16
_PAD = 0.08


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: how much, what it is called, and how it is filled."""

    value: float
    label: str
    fill: str
    hatch: str = ""
    short: str = ""  # what to call it where the label does not fit


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its label, in the colour of its source, with a quieter line below it, and the parts of its bar."""

    label: str
    note: str
    ink: str
    segments: tuple[Segment, ...]

    @property
    def total(self) -> float:
        """The length of the whole bar, in what is counted."""
        return sum(segment.value for segment in self.segments)


def height(bars: Sequence[Bar]) -> float:
    """How much room the rows need, in inches."""
    return max(1, len(bars)) * ROW + 0.1


def draw_bars(sheet: Sheet, bars: Sequence[Bar], nothing: str) -> None:
    """Draw the rows; a part too small for its label is named right of the bar. `nothing` is said for an empty bar."""
    left = max((max(width(bar.label, BODY, bold=True), width(bar.note, SMALL)) for bar in bars), default=0) + _GAP
    room = sheet.width - left
    scale = _scale(bars, room)
    pitch = sheet.height / max(1, len(bars))
    for at, bar in enumerate(bars):
        middle = (at + 0.5) * pitch
        step = 0.17 if bar.note else 0
        sheet.text(left - _GAP, middle - step / 2, bar.label, weight="bold", color=bar.ink, ha="right")
        if bar.note:
            sheet.text(left - _GAP, middle + step / 2 + 0.02, bar.note, SMALL, color=colour("mute"), ha="right")
        end = left
        for segment in bar.segments:
            _segment(sheet, segment, end, middle, segment.value * scale)
            end += segment.value * scale
        beside = _beside(bar, scale, room * _BESIDE) if bar.total else unread.silence(bar.label, nothing)
        sheet.text(end + (_PAD if bar.total else 0), middle, beside, SMALL, color=colour("mute"), va="center")


def blend(front: str, share: float) -> str:
    """`front` over the paper, at this share: a paler shade of a source's own colour."""
    over, under = mpl.colors.to_rgb(front), mpl.colors.to_rgb(colour("paper"))
    return str(mpl.colors.to_hex([share * a + (1 - share) * b for a, b in zip(over, under, strict=True)]))


def readable(fill: str) -> str:
    """Black or white, whichever stands out more on `fill`."""
    return max("#ffffff", "#14181c", key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other, from 1 to 21, as WCAG counts it.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in mpl.colors.to_rgb(colour)]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def _line(segment: Segment) -> str:
    """The colour of a part's edge and hatch: the paper's, unless the part is too pale for that."""
    paper = colour("paper")
    return colour("mute") if segment.hatch and contrast(segment.fill, paper) < 2 else paper


def _segment(sheet: Sheet, segment: Segment, x: float, middle: float, wide: float) -> None:
    if not segment.value:
        return
    line: dict[str, Any] = {"edgecolor": _line(segment), "linewidth": 0.8}
    box = Rectangle((x, middle - BAR / 2), wide, BAR, facecolor=segment.fill, hatch=segment.hatch or None, **line)
    sheet.ax.add_patch(box)
    if said := _inside(segment, wide):
        backed = {"bbox": {"facecolor": segment.fill, "edgecolor": "none", "pad": 1.2}} if segment.hatch else {}
        sheet.text(x + _PAD, middle, said, SMALL, color=readable(segment.fill), **backed)


def _inside(segment: Segment, wide: float) -> str:
    """What fits into the part: its label, else its short label, else nothing."""
    fitting = (said for said in (segment.label, segment.short) if width(said, SMALL) + 2 * _PAD <= wide)
    return next(fitting, "")


def _beside(bar: Bar, scale: float, most: float) -> str:
    """The labels that do not fit into their parts, on a few lines, as many as there is room for."""
    small = [part for part in bar.segments if part.value and not _inside(part, part.value * scale)]
    lines: list[str] = []
    for at, part in enumerate(small):
        rest = small[at:]
        longer = f"{lines[-1]} · {part.label}" if lines else part.label
        more = f"{len(rest)} more {sum(one.value for one in rest):,.0f}"
        last = len(lines) == _LINES and len(rest) > 1
        if lines and width(longer + (f" · {more}" if last else ""), SMALL) <= most:
            lines[-1] = longer
        elif len(lines) < _LINES:
            lines.append(part.label)
        else:
            lines[-1] += f" · {more}"
            break
    return "\n".join(lines)


def _scale(bars: Sequence[Bar], room: float) -> float:
    """Inches a unit, so that the longest bar with the labels beside it just fits."""
    filled = [bar for bar in bars if bar.total]
    if not filled:
        return 0.0
    scale = room / max(bar.total for bar in filled)
    for _ in range(8):  # a shorter bar may push out one more label
        need = [(room - _PAD - width(_beside(bar, scale, room * _BESIDE), SMALL)) / bar.total for bar in filled]
        if min(need) >= scale:
            break
        scale = min(need)
    return scale
