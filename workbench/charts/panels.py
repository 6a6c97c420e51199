"""The small multiple of a briefing: the quantities that most sources speak to, a panel each, two side by side."""

from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import palette
from workbench.charts.marks import plan
from workbench.charts.sheet import BODY, Sheet, Words, source_line, style, theme, width
from workbench.charts.strips import HEAD, height, strip, told

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 6
_GAP, _TALLER, _LONGEST = 0.35, 0.22, 18
_NARROW = 6.0  # inches: a sheet that is not wider than this has one panel a row


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what ``selection.data`` gives: up to six groups, each with its own scale, in two columns."""
    with style(theme()):
        data = data.assign(label=data["label"].map(lambda label: palette.shorten(str(label), _LONGEST)))
        groups = [rows for _, rows in data.groupby("group", sort=False)][:MOST]
        labels = list(dict.fromkeys(data.sort_values("position")["label"]))
        columns = 1 if Sheet.width_for(ax) < _NARROW or len(groups) < 2 else 2
        wide = (Sheet.width_for(ax) - _GAP * (columns - 1)) / columns
        name = max((width(label, BODY, bold=True) for label in labels), default=0) + 0.25
        head = HEAD + _TALLER
        lines = [groups[at : at + columns] for at in range(0, len(groups), columns)]
        plans = [
            [plan(rows, at * (wide + _GAP) + name, at * (wide + _GAP) + wide) for at, rows in enumerate(line)]
            for line in lines
        ]
        tall = [max(height(marked, head) for marked in line) for line in plans]
        sheet = Sheet(ax, sum(tall) if groups else 0.8, _words(data, groups, labels))
        if not groups:
            sheet.say_empty("No figures to compare were found in these articles.")
        top = 0.0
        for line, marks, step in zip(lines, plans, tall, strict=True):
            for at, (rows, marked) in enumerate(zip(line, marks, strict=True)):
                begin = at * (wide + _GAP)
                strip(sheet, rows, marked, begin + name, top, begin=begin, right=begin + wide, head=head)
            top += step
        return sheet.ax  # type: ignore[no-any-return]


def _words(data: pd.DataFrame, shown: list[pd.DataFrame], labels: list[str]) -> Words:
    groups, shared = data.attrs.get("groups", len(shown)), data.attrs.get("shared", 0)
    said = f"{len(shown)} of {groups:,} quantities" if shown else ""
    said += (
        ", conflicts first, then what most sources speak to." if shared else ", each by one source." if shown else ""
    )
    return Words("The most widely reported numbers", said, source_line(labels), told(shown))
