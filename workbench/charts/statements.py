"""The chart of the figures: what each source states, in its place on a scale and as it is stated.

An exact figure is a filled mark, "about" a hollow one, "more than" an arrow that starts at the number and has no end,
a range a bar; words without a number stand in words.
"""

from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts.marks import plan
from workbench.charts.selection import MOST_ROWS, data
from workbench.charts.sheet import BODY, Sheet, Words, source_line, style, theme, width
from workbench.charts.strips import HEAD, height, lanes, standing, strip, told

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["data", "draw"]

_ALONE = 0.08  # inches above the strip of a chart that shows one quantity: its title says what it is


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: a strip a group, a row a source, a mark a statement, each with its own words."""
    with style(theme()):
        labels = list(dict.fromkeys(data.sort_values("position")["label"]))
        left = max((width(label, BODY, bold=True) for label in labels), default=0) + 0.25
        wide = Sheet.width_for(ax)
        groups = [(rows, plan(rows, left, wide)) for _, rows in data.groupby("group", sort=False)]
        groups = _as_many_as_fit(groups)
        alone = bool(groups) and data.attrs.get("alone", False)
        head = _ALONE if alone else HEAD
        tall = sum(height(marked, head) for _, marked in groups) if groups else 0.8
        shown = [rows for rows, _ in groups]
        sheet = Sheet(ax, tall, _words_alone(shown[0], labels) if alone else _words(data, shown, labels))
        if not groups:
            sheet.say_empty("No figures to compare were found in these articles.")
        top = 0.0
        for rows, marked in groups:
            strip(sheet, rows, marked, left, top, head=head)
            top += height(marked, head)
        return sheet.ax  # type: ignore[no-any-return]


def _as_many_as_fit(groups: list[Any]) -> list[Any]:
    """The first groups, as many as one chart holds, one at least."""
    kept: list[Any] = []
    taken = 0
    for rows, marked in groups:
        taken += sum(lanes(marks) for marks in marked.values())
        if kept and taken > MOST_ROWS:
            break
        kept.append((rows, marked))
    return kept


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
    return Words("What the sources count, as each states it", said, source_line(labels), told(shown))


def _words_alone(rows: pd.DataFrame, labels: list[str]) -> Words:
    """The words around the chart of one quantity: its name is the title."""
    return Words(str(rows["heading"].iloc[0]), standing(rows), source_line(labels), told([rows], named=False))
