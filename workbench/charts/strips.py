"""One strip of the chart of figures: its heading, a row a source, a mark a statement, and its own scale."""

from collections.abc import Iterable

import pandas as pd

from workbench.charts import palette
from workbench.charts.marks import ARROW, Mark, Scale, said, scale_of
from workbench.charts.records import each
from workbench.charts.selection import VERDICTS
from workbench.charts.sheet import BODY, SMALL, Sheet, colour, fit, theme, width
from workbench.tables.wording import number

LANE, HEAD, FOOT = 0.27, 0.4, 0.44  # inches: a row of marks, the line above a group and the scale below it


def lanes(marks: list[Mark]) -> int:
    """How many lanes the marks of one source take."""
    return max(mark.lane for mark in marks) + 1


def height(plan: dict[int, list[Mark]], head: float = HEAD) -> float:
    """How tall a strip is, in inches."""
    return head + sum(lanes(marks) for marks in plan.values()) * LANE + FOOT


def standing(rows: pd.DataFrame) -> str:
    """How many sources speak to a group, and their verdict."""
    first = rows.iloc[0]
    count = int(first["sources"])
    words = f"{count} source{'' if count == 1 else 's'}"
    known = count > 1 and first["verdict"] in VERDICTS
    return f"{words}   {VERDICTS[first['verdict']]}" if known else words


def told(groups: Iterable[pd.DataFrame], *, named: bool = True) -> str:
    """What the marks say, in words: for whoever does not see them."""
    parts = []
    for rows in groups:
        by_source: dict[str, list[str]] = {}
        for row in each(rows):
            by_source.setdefault(row.label, []).append(said(row))
        words = "; ".join(f"{label} {', '.join(some)}" for label, some in by_source.items())
        parts.append(f"{rows['heading'].iloc[0]}: {words}" if named else words)
    return ". ".join(parts)


def strip(
    sheet: Sheet,
    rows: pd.DataFrame,
    plan: dict[int, list[Mark]],
    left: float,
    top: float,
    *,
    begin: float = 0.0,
    right: float | None = None,
    head: float = HEAD,
) -> None:
    """Draw one group: its heading (none where `head` leaves no room), a row a source, its scale.

    `left` is where the marks begin, `begin` and `right` the edges of the strip, all in inches.
    """
    right = sheet.width if right is None else right
    scale = scale_of(rows, left, right)
    if head >= HEAD:
        _heading(sheet, rows, top, begin=begin, right=right, head=head)
    names = dict(zip(rows["position"], rows["label"], strict=True))
    y = top + head
    bottom = y + sum(lanes(marks) for marks in plan.values()) * LANE
    agreed = _agreed(rows)
    for value in agreed:
        sheet.ax.plot([scale.at(value)] * 2, [y, bottom], color=colour("mute"), lw=0.9, ls=(0, (3, 3)), zorder=1)
    for position, marks in plan.items():
        look = palette.look(position, theme())
        sheet.text(left - 0.25, y + LANE / 2, names[position], weight="bold", color=look.colour, ha="right")
        for mark in marks:
            _put(sheet, mark, look, y + (mark.lane + 0.5) * LANE)
        y += lanes(marks) * LANE
    if any(mark.placed for marks in plan.values() for mark in marks):
        _axis(sheet, rows, scale, bottom, agreed)
        if scale.logarithmic:
            sheet.text(right, bottom + 0.18, "logarithmic scale", SMALL, ha="right", color=colour("mute"))


def _heading(sheet: Sheet, rows: pd.DataFrame, top: float, *, begin: float, right: float, head: float) -> None:
    """What is counted, by how many sources, and the verdict; on two lines where one is too short."""
    heading, words = str(rows["heading"].iloc[0]), standing(rows)
    wide, middle = width(heading, BODY, bold=True), top + HEAD / 2
    if head > HEAD:
        sheet.text(begin, middle, fit(heading, right - begin, BODY, bold=True), weight="bold")
        sheet.text(begin, middle + 0.2, words, SMALL, color=colour("mute"))
        return
    sheet.text(begin, middle, heading, weight="bold")
    sheet.text(begin + wide + 0.12, middle, words, SMALL, color=colour("mute"))


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


def _agreed(rows: pd.DataFrame) -> list[float]:
    """The values that two or more sources state exactly."""
    exact = rows[(rows["bound"] == "=").fillna(False) & rows["value"].notna()]
    counts = exact.groupby("value")["article_id"].nunique()
    shared = counts[counts > 1].sort_values(ascending=False, kind="stable")
    return [float(value) for value in shared.index]
