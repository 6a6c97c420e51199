"""A matrix of words: a row a person, thing or act, a column a source, in each cell the words that the source uses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import flowed, palette, unread
from workbench.charts.records import each
from workbench.charts.sheet import BODY, LINE, SMALL, Sheet, colour, fit_name, style, theme, width, wrap
from workbench.charts.vocabulary import Titles, explained

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS, MOST_SOURCES, MOST_LINES = 14, 7, 7
_LABEL, _LONGEST, _PAD = 1.55, 26, 0.08  # inches; characters; inches
_SIZE, _BOLD = 8.0, 1.15  # points; how much wider bold letters are


def draw(data: pd.DataFrame, titles: Titles, ax: "Axes | None" = None) -> "Axes":
    """Draw what ``vocabulary.data`` gives: at most 14 rows; what is left out is said below the title.

    More than 7 sources are not set in columns, but named in each row that they have words for.
    """
    if len(data.attrs.get("sources", [])) > MOST_SOURCES:
        return flowed.draw(data, titles, ax)
    with style(theme()):
        shown = dict(enumerate(data.attrs.get("sources", [])))
        groups = [rows for _, rows in data.groupby("rank", sort=True)][:MOST_ROWS]
        wide = Sheet.width_for(ax)
        cell = (wide - _LABEL) / max(1, len(shown))
        lines = [_lines(rows, cell) for rows in groups]
        heads = [wrap(str(rows["name"].iloc[0]), (_LABEL - 0.15) / _BOLD, BODY) for rows in groups]
        tall = [_height(head, cells) for head, cells in zip(heads, lines, strict=True)]
        sheet = Sheet(ax, 0.34 + sum(tall) + 0.05 if groups else 0.8, explained(data, titles, len(shown), len(groups)))
        if not groups:
            sheet.say_empty(titles.empty)
            return sheet.ax  # type: ignore[no-any-return]
        sheet.heads = 0.34
        sheet.text(0, 0.2, titles.row, SMALL, color=colour("mute"))
        for at, (position, name) in enumerate(shown.items()):
            ink = palette.look(position, theme()).colour
            head = fit_name(palette.shorten(name, _LONGEST), cell - 0.1, SMALL, bold=True)
            sheet.text(_LABEL + at * cell, 0.2, head, SMALL, weight="bold", color=ink)
        top = 0.34
        for head, cells, high in zip(heads, lines, tall, strict=True):
            sheet.ax.plot([0, sheet.width], [top, top], color=colour("line"), lw=0.7, zorder=0)
            sheet.text(0, top + _PAD, head, BODY, weight="bold", va="top")
            for at, (position, name) in enumerate(shown.items()):
                words = cells.get(position, unread.silence(name, "–", "?"))
                ink = colour("ink" if position in cells else "mute")
                sheet.text(_LABEL + at * cell, top + _PAD + 0.015, words, _SIZE, va="top", color=ink)
            top += high
        return sheet.ax  # type: ignore[no-any-return]


def _lines(rows: pd.DataFrame, cell: float) -> dict[int, str]:
    """The words of each source, by position, broken to the room of a cell and cut after some lines."""
    made: dict[int, str] = {}
    for row in each(rows):
        lines = wrap(row.words, cell - 0.12, _SIZE).split("\n")
        cut = lines[:MOST_LINES]
        if len(lines) > MOST_LINES:
            last = cut[-1]
            while last and width(f"{last} …", _SIZE) > cell - 0.12:
                last = last[:-1].rstrip()
            cut[-1] = f"{last} …"
        made[row.position] = "\n".join(cut)
    return made


def _height(head: str, cells: Mapping[int, str]) -> float:
    most = max([said.count("\n") + 1 for said in cells.values()], default=1) * _SIZE
    return max(most, (head.count("\n") + 1) * BODY) * LINE / 72 + 2 * _PAD
