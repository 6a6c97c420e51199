"""The chart of the figures: what each source states, in its place on a scale and as it is stated.

An exact figure is a filled mark, "about" a hollow one, "more than" an arrow that starts at the number and has no end, a range
a bar; words without a number stand in words.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.ticker import MaxNLocator

from workbench.charts import palette
from workbench.charts.selection import MOST_ROWS, data
from workbench.charts.sheet import BODY, SMALL, Sheet, Words, colour, source_line, style, theme, width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["data", "draw"]

LANE, HEAD, FOOT = 0.27, 0.4, 0.44  # inches: a row of marks, the line above a group and the scale below it
ARROW = 0.5
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

    def at(self, value: float) -> float:
        """Where `value` stands, in inches."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


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
    kept, lanes = [], 0
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
        int(position): _lay([_mark(row, scale, wide) for row in _plain(some).itertuples()])
        for position, some in rows.groupby("position", sort=True)
    }


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with None for what is missing: <NA> has no truth value."""
    return rows.astype(object).where(rows.notna(), None)


def _scale(rows: pd.DataFrame, left: float, wide: float) -> Scale:
    values = pd.concat([rows["value"], rows["low"], rows["high"]]).dropna().astype(float)
    low, high = (values.min(), values.max()) if len(values) else (0.0, 1.0)
    if low == high:
        low, high = low - max(abs(low) * 0.2, 1), high + max(abs(high) * 0.2, 1)
    down = rows["bound"].isin(["<", "<="]).any()
    return Scale(float(low), float(high), left + (ARROW + 0.2 if down else 0.15), wide - 1.9)


def _mark(row: Any, scale: Scale, wide: float) -> Mark:
    low, value, high = (None if number is None else float(number) for number in (row.low, row.value, row.high))
    said = _said(row)
    numbers = [number for number in (low, value, high) if number is not None]
    if not numbers:
        said = f"“{palette.shorten(row.surface, 40)}” (no number)"
        return Mark(scale.left, scale.left, scale.left, 0, False, said, scale.left - 0.1, 0, placed=False)
    point = value if value is not None else (low if low is not None else high)
    x = scale.at(point or 0.0)
    ends = (scale.at(low), scale.at(high)) if value is None and low is not None and high is not None else (x, x)
    open_to = (high is None) - (low is None)
    reach = ends[1] + (ARROW if open_to > 0 else 0) + 0.14
    if reach + width(said, SMALL) > wide:
        said = palette.shorten(said, 20)
    begins = reach if reach + width(said, SMALL) <= wide else min(ends) - 0.14 - width(said, SMALL)
    return Mark(x, *ends, open_to, bool(row.approximate) or row.bound == "~", said, begins, 0, placed=True)


def _said(row: Any) -> str:
    """The figure as stated, with a sign for its bound, its unit and who says it."""
    surface = palette.shorten(row.surface, 28)
    if row.value is None:
        text = f"“{surface}”" if row.kind == "vague" else surface
    else:
        text = _BEFORE.get(row.bound, "") + surface
    if row.unit == "%" and not any(sign in row.surface for sign in ("%", "per")):
        text += "%"
    notes = [] if row.speaker is None else [palette.shorten(str(row.speaker), 20)]
    notes += ["implied"] if row.implied is True else []
    notes += [f"×{row.times}"] if row.times > 1 else []
    return f"{text} ({', '.join(notes)})" if notes else text


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
    sheet.text(beside, top + HEAD / 2, f"{count} source{'' if count == 1 else 's'}", SMALL, color=colour("mute"))
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
        edge = {"edgecolors": look.colour, "linewidths": 1.6, "linestyles": ":" if mark.hollow else "-"}
        sheet.ax.scatter([mark.x], [y], s=62, marker=look.marker, facecolors=face, zorder=3, **edge)
    back = {"facecolor": colour("paper"), "edgecolor": "none", "pad": 0.8}
    sheet.text(mark.text_at, y, mark.text, SMALL, style="normal" if mark.placed else "italic", bbox=back, zorder=2.5)


def _axis(sheet: Sheet, rows: pd.DataFrame, scale: Scale, y: float, agreed: list[float]) -> None:
    """The group's own scale; values on which sources agree are named on it, others where there is room."""
    sheet.ax.plot([scale.left, scale.right], [y + 0.04] * 2, color=colour("line"), lw=1, zorder=1)
    whole = (pd.concat([rows["value"], rows["low"], rows["high"]]).dropna() % 1 == 0).all()
    taken: list[tuple[float, float]] = []
    ticks = [*agreed, *MaxNLocator(4, integer=bool(whole)).tick_values(scale.low, scale.high)]
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


def _agreed(rows: pd.DataFrame) -> list[float]:
    """The values that two or more sources state exactly."""
    exact = rows[(rows["bound"] == "=").fillna(False) & rows["value"].notna()]
    counts = exact.groupby("value")["article_id"].nunique()
    return [float(value) for value, count in counts.items() if count > 1]  # type: ignore[arg-type]


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
    if not shown:
        said = ""
    elif shared:
        said = f"{groups:,} things are counted, {shared:,} of them by two or more sources"
        said += f"; the {len(shown)} that most sources count are shown." if len(shown) < shared else ", shown here."
    else:
        said = f"{groups:,} things are counted, none by two sources; {len(shown)} are shown."
    said += " Grouped by the noun counted: one strip may hold different quantities." if shown else ""
    return Words("What the sources count, as each states it", said, source_line(labels))
