"""The words of many sources: a row a person or thing, in it only the sources that have words, name above words.

The form that the matrix of words takes where there are more sources than a page has room for columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.sheet import BODY, LINE, SMALL, Sheet, colour, fit, style, theme, wrap
from workbench.charts.vocabulary import Titles, explained

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS, MOST_SOURCES, MOST_LINES, _ACROSS = 12, 10, 4, 5
_LABEL, _PAD, _NAME, _BETWEEN = 1.55, 0.08, 0.19, 0.07  # inches
_SIZE, _BOLD = 8.0, 1.15  # points; how much wider bold letters are


@dataclass(frozen=True, slots=True)
class _Row:
    """A row laid out: its heading, bands of sources side by side, how tall each band is, and how many are left out."""

    head: str
    bands: tuple[tuple[tuple[int, str, str], ...], ...]  # position, name, words in lines
    tall: tuple[float, ...]
    more: int

    @property
    def height(self) -> float:
        """Inches from the line above to the line below."""
        head = (self.head.count("\n") + 1) * BODY * LINE / 72
        return max(head, sum(self.tall) + (_NAME if self.more else 0)) + 2 * _PAD


def draw(data: pd.DataFrame, titles: Titles, ax: "Axes | None" = None) -> "Axes":
    """Draw what ``vocabulary.data`` gives: at most 12 rows, and 10 sources in each; what is left out is said."""
    with style(theme()):
        wide = Sheet.width_for(ax)
        cell = (wide - _LABEL) / _ACROSS
        groups = [rows for _, rows in data.groupby("rank", sort=True)][:MOST_ROWS]
        rows = [_laid_out(some, cell) for some in groups]
        sheet = Sheet(ax, sum(row.height for row in rows) + 0.4, explained(data, titles, None, len(rows)))
        if not rows:
            sheet.say_empty(titles.empty)
            return sheet.ax  # type: ignore[no-any-return]
        sheet.text(0, 0.2, titles.row, SMALL, color=colour("mute"))
        top = 0.34
        for row in rows:
            sheet.ax.plot([0, sheet.width], [top, top], color=colour("line"), lw=0.7, zorder=0)
            _row(sheet, row, top + _PAD, cell)
            top += row.height
        return sheet.ax  # type: ignore[no-any-return]


def _laid_out(rows: pd.DataFrame, cell: float) -> _Row:
    cells = [
        (row.position, str(row.source), _cut(wrap(row.words, cell - 0.12, _SIZE).split("\n"), cell - 0.12))
        for row in each(rows.head(MOST_SOURCES))
    ]
    bands = tuple(tuple(cells[at : at + _ACROSS]) for at in range(0, len(cells), _ACROSS))
    tall = tuple(
        _NAME + max(said.count("\n") + 1 for *_, said in band) * _SIZE * LINE / 72 + _BETWEEN for band in bands
    )
    head = wrap(str(rows["name"].iloc[0]), (_LABEL - 0.15) / _BOLD, BODY)
    return _Row(head, bands, tall, max(0, len(rows) - MOST_SOURCES))


def _cut(lines: Sequence[str], room: float) -> str:
    """The lines, the last one cut where there are too many."""
    kept = list(lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        kept[-1] = fit(f"{kept[-1]} {lines[MOST_LINES]}", room, _SIZE)
    return "\n".join(kept)


def _row(sheet: Sheet, row: _Row, top: float, cell: float) -> None:
    sheet.text(0, top, row.head, BODY, weight="bold", va="top")
    for band, tall in zip(row.bands, row.tall, strict=True):
        for at, (position, name, words) in enumerate(band):
            left = _LABEL + at * cell
            ink = palette.look(position, theme()).colour
            shown = fit(palette.shorten(name, 22), cell - 0.1, _SIZE, bold=True)
            sheet.text(left, top + 0.015, shown, _SIZE, weight="bold", color=ink, va="top")
            sheet.text(left, top + _NAME, words, _SIZE, va="top")
        top += tall
    if row.more:
        more = f"and {row.more:,} more source{'' if row.more == 1 else 's'}"
        sheet.text(_LABEL, top, more, _SIZE, va="top", color=colour("mute"))
