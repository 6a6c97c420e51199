"""The chart of the figures: what each source states, in its place on a scale and as it is stated.

An exact figure is a filled mark, "about" a hollow one, "more than" an arrow that starts at the number and has no end,
a range a bar; words without a number stand in words.
"""

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.ticker import MaxNLocator

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.selection import MOST_ROWS, VERDICTS, data
from workbench.charts.sheet import BODY, SMALL, Sheet, Words, colour, source_line, style, theme, width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["data", "draw"]

LANE, HEAD, FOOT = 0.27, 0.4, 0.44  # inches: a row of marks, the line above a group and the scale below it
ARROW = 0.5
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


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: a strip a group, a row a source, a mark a statement, each with its own words."""
    with style(theme()):
        labels = list(dict.fromkeys(data.sort_values("position")["label"]))
        left = max((width(label, BODY, bold=True) for label in labels), default=0) + 0.25
        wide = Sheet.width_for(ax)
        groups = [(rows, _plan(rows, left, wide)) for _, rows in data.groupby("group", sort=False)]
        groups = _as_many_as_fit(groups)
        tall = sum(_height(plan) for _, plan in groups) if groups else 0.8
        sheet = Sheet(ax, tall, _words(data, [rows for rows, _ in groups], labels))
        if not groups:
            sheet.say_empty("No figures to compare were found in these articles.")
        top = 0.0
        for rows, plan in groups:
            _strip(sheet, rows, plan, left, top)
            top += _height(plan)
        return sheet.ax  # type: ignore[no-any-return]


def _as_many_as_fit(groups: list[Any]) -> list[Any]:
    """The first groups, as many as one chart holds, one at least."""
    kept: list[Any] = []
    lanes = 0
    for rows, plan in groups:
        lanes += sum(_lanes(marks) for marks in plan.values())
        if kept and lanes > MOST_ROWS:
            break
        kept.append((rows, plan))
    return kept


def _plan(rows: pd.DataFrame, left: float, wide: float) -> dict[int, list[Mark]]:
    """The marks of each source (by its position in the corpus), none touching another."""
    scale = _scale(rows, left, wide)
    return {
        int(str(position)): _lay([_mark(row, scale, wide) for row in each(some)])
        for position, some in rows.groupby("position", sort=True)
    }


def _scale(rows: pd.DataFrame, left: float, wide: float) -> Scale:
    values = pd.concat([rows["value"], rows["low"], rows["high"]]).dropna().astype(float)
    low, high = (values.min(), values.max()) if len(values) else (0.0, 1.0)
    if low == high:
        low, high = low - max(abs(low) * 0.2, 1), high + max(abs(high) * 0.2, 1)
    down = rows["bound"].isin(["<", "<="]).any()
    return Scale(float(low), float(high), left + (ARROW + 0.2 if down else 0.15), wide - 1.9)


def _mark(row: Any, scale: Scale, wide: float) -> Mark:
    low, value, high = (None if number is None else float(number) for number in (row.low, row.value, row.high))
    numbers = [number for number in (low, value, high) if number is not None]
    if not numbers:
        said = f"“{palette.shorten(row.surface, 40)}” (no number)"
        return Mark(scale.left, scale.left, scale.left, 0, False, said, scale.left - 0.1, 0, placed=False)
    point = value if value is not None else (low if low is not None else high)
    x = scale.at(point or 0.0)
    ends = (scale.at(low), scale.at(high)) if value is None and low is not None and high is not None else (x, x)
    open_to = (high is None) - (low is None)
    said, begins = _beside(
        row, ends[0] - (ARROW if open_to < 0 else 0), ends[1] + (ARROW if open_to > 0 else 0), scale, wide
    )
    return Mark(x, *ends, open_to, bool(row.approximate) or row.bound == "~", said, begins, 0, placed=True)


def _beside(row: Any, begin: float, end: float, scale: Scale, wide: float) -> tuple[str, float]:
    """What is said beside a mark and where it begins: right of it, else left of it, else shorter."""
    for said in (_said(row), _said(row, notes=False), _said(row, notes=False, longest=14)):
        if end + 0.14 + width(said, SMALL) <= wide:
            return said, end + 0.14
        if begin - 0.14 - width(said, SMALL) >= scale.left - 0.1:
            return said, begin - 0.14 - width(said, SMALL)
    return said, max(scale.left, wide - width(said, SMALL))


def _said(row: Any, *, notes: bool = True, longest: int = 28) -> str:
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
    said = [] if row.speaker is None or not notes else [palette.cut(str(row.speaker), 24)]
    said += ["implied"] if row.implied is True else []
    said += [f"×{row.times}"] if row.times > 1 else []
    return f"{text} ({', '.join(said)})" if said else text


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


def _lanes(marks: list[Mark]) -> int:
    return max(mark.lane for mark in marks) + 1


def _height(plan: dict[int, list[Mark]]) -> float:
    return HEAD + sum(_lanes(marks) for marks in plan.values()) * LANE + FOOT


def _strip(sheet: Sheet, rows: pd.DataFrame, plan: dict[int, list[Mark]], left: float, top: float) -> None:
    """One group: its heading, a row a source, its scale."""
    scale = _scale(rows, left, sheet.width)
    first = rows.iloc[0]
    count = int(first["sources"])
    sheet.text(0, top + HEAD / 2, str(first["heading"]), weight="bold")
    beside = width(str(first["heading"]), BODY, bold=True) + 0.12
    said = f"{count} source{'' if count == 1 else 's'}"
    if count > 1 and first["verdict"] in VERDICTS:
        said += f"   {VERDICTS[first['verdict']]}"
    sheet.text(beside, top + HEAD / 2, said, SMALL, color=colour("mute"))
    names = dict(zip(rows["position"], rows["label"], strict=True))
    y = top + HEAD
    bottom = y + sum(_lanes(marks) for marks in plan.values()) * LANE
    agreed = _agreed(rows)
    for value in agreed:
        sheet.ax.plot([scale.at(value)] * 2, [y, bottom], color=colour("mute"), lw=0.9, ls=(0, (3, 3)), zorder=1)
    for position, marks in plan.items():
        look = palette.look(position, theme())
        sheet.text(left - 0.25, y + LANE / 2, names[position], weight="bold", color=look.colour, ha="right")
        for mark in marks:
            _put(sheet, mark, look, y + (mark.lane + 0.5) * LANE)
        y += _lanes(marks) * LANE
    if any(mark.placed for marks in plan.values() for mark in marks):
        _axis(sheet, rows, scale, bottom, agreed)


def _put(sheet: Sheet, mark: Mark, look: palette.Look, y: float) -> None:
    """Draw one mark and its words."""
    if mark.placed and mark.low != mark.high:
        sheet.ax.plot([mark.low, mark.high], [y, y], color=look.colour, lw=5, solid_capstyle="butt", zorder=2)
    elif mark.placed:
        if mark.open_to:
            tip = mark.x + mark.open_to * ARROW
            arrow = {"arrowstyle": "-|>", "color": look.colour, "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
            sheet.ax.annotate("", (tip, y), (mark.x, y), arrowprops=arrow, zorder=2)
        face = colour("paper") if mark.hollow or mark.open_to else look.colour
        edge = {"edgecolors": look.colour, "linewidths": 1.6, "linestyles": (0, (1.6, 1)) if mark.hollow else "-"}
        sheet.ax.scatter([mark.x], [y], s=62, marker=look.marker, facecolors=face, zorder=3, **edge)
    back = {"facecolor": colour("paper"), "edgecolor": "none", "pad": 0.8}
    sheet.text(mark.text_at, y, mark.text, SMALL, style="normal" if mark.placed else "italic", bbox=back, zorder=2.5)


def _axis(sheet: Sheet, rows: pd.DataFrame, scale: Scale, y: float, agreed: list[float]) -> None:
    """The group's own scale; values on which sources agree are named on it, others where there is room."""
    sheet.ax.plot([scale.left, scale.right], [y + 0.04] * 2, color=colour("line"), lw=1, zorder=1)
    whole = (pd.concat([rows["value"], rows["low"], rows["high"]]).dropna() % 1 == 0).all()
    taken: list[tuple[float, float]] = []
    ticks = [*agreed, *scale.ticks(bool(whole))]
    for at, value in enumerate(ticks):
        if not scale.low - 1e-9 <= value <= scale.high + 1e-9:
            continue
        half = width(number(value), SMALL) / 2 + 0.08
        x = scale.at(value)
        if all(x + half <= start or x - half >= end for start, end in taken):
            taken.append((x - half, x + half))
            ink = colour("ink" if at < len(agreed) else "mute")
            sheet.ax.plot([x, x], [y + 0.04, y + 0.08], color=ink, lw=1)
            sheet.text(x, y + 0.18, number(value), SMALL, ha="center", color=ink)
    if scale.logarithmic:
        sheet.text(sheet.width, y + 0.18, "logarithmic scale", SMALL, ha="right", color=colour("mute"))


def _agreed(rows: pd.DataFrame) -> list[float]:
    """The values that two or more sources state exactly."""
    exact = rows[(rows["bound"] == "=").fillna(False) & rows["value"].notna()]
    counts = exact.groupby("value")["article_id"].nunique()
    shared = counts[counts > 1].sort_values(ascending=False, kind="stable")
    return [float(value) for value in shared.index]


def number(value: float) -> str:
    """`value` as one reads it.

    >>> number(1500000), number(12500), number(0.25)
    ('1.5 million', '12,500', '0.25')
    """
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.4g}"


def _words(data: pd.DataFrame, shown: list[pd.DataFrame], labels: list[str]) -> Words:
    groups, shared = data.attrs.get("groups", len(shown)), data.attrs.get("shared", 0)
    things = f"{groups:,} thing{' is' if groups == 1 else 's are'} counted"
    if not shown:
        said = ""
    elif shared:
        said = f"{things}, {shared:,} of them by two or more sources" if groups > 1 else f"{things}"
        said += f"; {len(shown)} are shown, conflicts first." if len(shown) < shared else "."
    else:
        said = (
            f"{things}, none by two sources; {len(shown)} of them shown." if groups > 1 else f"{things}, by one source."
        )
    if shown and data.attrs.get("by_noun"):
        said += " Grouped by the noun counted: one strip may hold different quantities."
    return Words("What the sources count, as each states it", said, source_line(labels))
