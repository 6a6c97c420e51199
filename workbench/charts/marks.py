"""Statements in their places: where each stands on its scale, in inches, and on which lane; nothing is drawn here."""

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

import pandas as pd
from matplotlib.ticker import MaxNLocator

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.sheet import SMALL, width
from workbench.tables.wording import number

ARROW = 0.5  # inches
_BESIDE = 1.9  # inches right of a scale, for the words beside its last mark
_RATIO = 8  # from here on a scale is logarithmic: else the small values would lie on top of each other
_BEFORE = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ "}


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in its place: where it is, which way it is open, what is said beside it and on which lane."""

    x: float
    low: float
    high: float
    open_to: int  # -1 down, 1 up, 0 closed
    hollow: bool
    text: str
    text_at: float
    lane: int
    placed: bool  # False for words without a number


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to inches, along one group's own line."""

    low: float
    high: float
    left: float
    right: float

    @property
    def logarithmic(self) -> bool:
        """Whether equal steps are equal ratios: where the highest value is many times the lowest."""
        return self.low > 0 and self.high / self.low >= _RATIO

    def at(self, value: float) -> float:
        """Where `value` stands, in inches."""
        low, high, here = (
            (log10(x) for x in (self.low, self.high, value)) if self.logarithmic else (self.low, self.high, value)
        )
        return self.left + (here - low) / (high - low) * (self.right - self.left)

    def ticks(self, whole: bool) -> list[float]:
        """Round values along the line."""
        if not self.logarithmic:
            return [float(value) for value in MaxNLocator(4, integer=whole).tick_values(self.low, self.high)]
        powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        tens = [10.0**power for power in powers]
        return tens if len(tens) > 4 else [*tens, *(step * ten for ten in tens for step in (5, 2))]


def plan(rows: pd.DataFrame, left: float, wide: float) -> dict[int, list[Mark]]:
    """The marks of each source (by its position in the corpus), none touching another."""
    scale = scale_of(rows, left, wide)
    return {
        int(str(position)): _lay([_mark(row, scale, wide) for row in each(some)])
        for position, some in rows.groupby("position", sort=True)
    }


def scale_of(rows: pd.DataFrame, left: float, wide: float) -> Scale:
    """The scale of a group whose marks stand between `left` and `wide`, in inches."""
    values = pd.concat([rows["value"], rows["low"], rows["high"]]).dropna().astype(float)
    low, high = (values.min(), values.max()) if len(values) else (0.0, 1.0)
    if low == high:
        low, high = low - max(abs(low) * 0.2, 1), high + max(abs(high) * 0.2, 1)
    down = rows["bound"].isin(["<", "<="]).any()
    return Scale(float(low), float(high), left + (ARROW + 0.2 if down else 0.15), wide - _beside_room(left, wide))


def _beside_room(left: float, wide: float) -> float:
    """Inches right of a scale, for the words beside its last mark: less where there is little room."""
    return min(_BESIDE, max(1.0, 0.35 * (wide - left)))


def _mark(row: Any, scale: Scale, wide: float) -> Mark:
    low, value, high = (None if one is None else float(one) for one in (row.low, row.value, row.high))
    numbers = [one for one in (low, value, high) if one is not None]
    if not numbers:
        vague = f"“{palette.shorten(row.surface, 40)}” (no number)"
        return Mark(scale.left, scale.left, scale.left, 0, False, vague, scale.left - 0.1, 0, placed=False)
    point = value if value is not None else (low if low is not None else high)
    x = scale.at(point or 0.0)
    ends = (scale.at(low), scale.at(high)) if value is None and low is not None and high is not None else (x, x)
    open_to = (high is None) - (low is None)
    words, begins = _beside(
        row, ends[0] - (ARROW if open_to < 0 else 0), ends[1] + (ARROW if open_to > 0 else 0), scale, wide
    )
    return Mark(x, *ends, open_to, bool(row.approximate) or row.bound == "~", words, begins, 0, placed=True)


def _beside(row: Any, begin: float, end: float, scale: Scale, wide: float) -> tuple[str, float]:
    """What is said beside a mark and where it begins: right of it, else left of it, else shorter."""
    for words in (said(row), said(row, notes=False), said(row, notes=False, longest=14)):
        if end + 0.14 + width(words, SMALL) <= wide:
            return words, end + 0.14
        if begin - 0.14 - width(words, SMALL) >= scale.left - 0.1:
            return words, begin - 0.14 - width(words, SMALL)
    return words, max(scale.left, wide - width(words, SMALL))


def said(row: Any, *, notes: bool = True, longest: int = 28) -> str:
    """The figure as stated, with a sign for its bound, its unit and (in `notes`) who says it."""
    surface = palette.shorten(row.surface, longest)
    if row.implied and row.value is not None:  # no number stands in the text: the words it follows from are too long
        text = _BEFORE.get(row.bound, "") + number(float(row.value))
    elif row.value is None:
        text = f"“{surface}”" if row.kind == "vague" else surface
    else:
        text = _BEFORE.get(row.bound, "") + surface
    if row.unit == "%" and not any(sign in row.surface for sign in ("%", "per")):
        text += "%"
    more = [] if row.speaker is None or not notes else [palette.cut(str(row.speaker), 24)]
    more += ["implied"] if row.implied is True else []
    more += [f"×{row.times}"] if row.times > 1 else []
    return f"{text} ({', '.join(more)})" if more else text


def _lay(marks: list[Mark]) -> list[Mark]:
    """The marks, each on the first lane where neither it nor its words meet another."""
    lanes: list[list[tuple[float, float]]] = []
    laid = []
    for mark in sorted(marks, key=lambda mark: (not mark.placed, mark.x)):
        edges = (min(mark.low, mark.text_at) - 0.16, max(mark.high, mark.text_at + width(mark.text, SMALL)) + 0.16)
        edges = (edges[0] - (ARROW if mark.open_to < 0 else 0), edges[1])
        for at in range(len(lanes) + 1):
            if at == len(lanes):
                lanes.append([])
            if all(edges[1] <= start or edges[0] >= end for start, end in lanes[at]):
                lanes[at].append(edges)
                break
        values = {name: getattr(mark, name) for name in Mark.__slots__}
        laid.append(Mark(**(values | {"lane": at})))
    return laid
