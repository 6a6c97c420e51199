"""Rows of stacked bars with their labels on them: what the charts of words and of voices have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.patches import Rectangle

from workbench.charts.sheet import BODY, SMALL, Sheet, colour, width

ROW, BAR = 0.5, 0.28  # inches: from row to row, and the bar's height
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
        right = {"ha": "right"}
        sheet.text(left - _GAP, middle - step / 2, bar.label, weight="bold", color=bar.ink, **right)
        if bar.note:
            sheet.text(left - _GAP, middle + step / 2 + 0.02, bar.note, SMALL, color=colour("mute"), **right)
        end = left
        for segment in bar.segments:
            _segment(sheet, segment, end, middle, segment.value * scale)
            end += segment.value * scale
        beside = _beside(bar, scale, room * 0.5) if bar.total else nothing
        sheet.text(end + (_PAD if bar.total else 0), middle, beside, SMALL, color=colour("mute"))


def blend(front: str, share: float) -> str:
    """`front` over the paper, at this share: a paler shade of a source's own colour."""
    over, under = mpl.colors.to_rgb(front), mpl.colors.to_rgb(colour("paper"))
    return str(mpl.colors.to_hex([share * a + (1 - share) * b for a, b in zip(over, under, strict=True)]))


def readable(fill: str) -> str:
    """Black or white, whichever stands out more on `fill`."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in mpl.colors.to_rgb(fill)]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.06 else "#14181c"


def _segment(sheet: Sheet, segment: Segment, x: float, middle: float, wide: float) -> None:
    if not segment.value:
        return
    line = {"edgecolor": colour("paper") if not segment.hatch else colour("mute"), "linewidth": 0.8}
    box = Rectangle((x, middle - BAR / 2), wide, BAR, facecolor=segment.fill, hatch=segment.hatch or None, **line)
    sheet.ax.add_patch(box)
    if _fits(segment, wide):
        backed = {"bbox": {"facecolor": segment.fill, "edgecolor": "none", "pad": 1.2}} if segment.hatch else {}
        sheet.text(x + _PAD, middle, segment.label, SMALL, color=readable(segment.fill), **backed)


def _fits(segment: Segment, wide: float) -> bool:
    return width(segment.label, SMALL) + 2 * _PAD <= wide


def _beside(bar: Bar, scale: float, most: float) -> str:
    """The labels that do not fit into their parts, as many as there is room for."""
    small = [part for part in bar.segments if part.value and not _fits(part, part.value * scale)]
    said = " · ".join(part.label for part in small)
    for kept in range(len(small) - 1, -1, -1):
        if width(said, SMALL) <= most:
            break
        rest = small[kept:]
        more = f"{len(rest)} more {sum(part.value for part in rest):,.0f}"
        said = " · ".join([*(part.label for part in small[:kept]), more])
    return said


def _scale(bars: Sequence[Bar], room: float) -> float:
    """Inches a unit, so that the longest bar with the labels beside it just fits."""
    filled = [bar for bar in bars if bar.total]
    if not filled:
        return 0.0
    scale = room / max(bar.total for bar in filled)
    for _ in range(8):  # a shorter bar may push out one more label
        need = [(room - _PAD - width(_beside(bar, scale, room * 0.5), SMALL)) / bar.total for bar in filled]
        if min(need) >= scale:
            break
        scale = min(need)
    return scale
