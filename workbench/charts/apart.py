"""The words that set each source apart: a panel a source, its most distinctive words with bars and counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.patches import Rectangle

from workbench.charts import palette
from workbench.charts.bars import blend
from workbench.charts.records import each
from workbench.charts.sheet import (
    BODY,
    SMALL,
    Sheet,
    Words,
    colour,
    fit,
    source_line,
    style,
    theme,
    unshown_sources,
    width,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.model import Article
    from workbench.tables.rows import Row

COLUMNS = ("article_id", "source", "position", "rank", "word", "count", "elsewhere", "per_thousand", "z")
MOST_WORDS, MOST_SOURCES, _ACROSS = 8, 12, 3
TITLE = "The words that set each source apart"
_ROW, _HEAD, _GAP = 0.24, 0.34, 0.2  # inches


def data(articles: "Sequence[Article]", distinctive: "Sequence[Row]") -> pd.DataFrame:
    """A row a source and word, with COLUMNS, the most distinctive of a source first; ``attrs`` name all sources.

    `distinctive` are rows of that table.
    """
    names = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    rows = []
    for position, (article_id, name) in enumerate(names.items()):
        own = sorted((row for row in distinctive if row["article_id"] == article_id), key=lambda row: -row["z"])
        for rank, row in enumerate(own):
            counts = (row["word"], row["count"], row["elsewhere"], row["per_thousand"], row["z"])
            rows.append((article_id, name, position, rank, *counts))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs = {"sources": list(names.values())}
    return frame


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: eight words of at most 12 sources; what is left out is said below the title."""
    with style(theme()):
        shown = data[(data["rank"] < MOST_WORDS) & (data["position"] < MOST_SOURCES)]
        panels = [rows for _, rows in shown.groupby("position", sort=True)]
        high = _HEAD + MOST_WORDS * _ROW + _GAP
        rows = -(-len(panels) // _ACROSS)
        sheet = Sheet(ax, rows * high if panels else 0.8, _words(data, len(panels)))
        if not panels:
            sheet.say_empty("Nothing to compare: it takes two articles or more.")
            return sheet.ax  # type: ignore[no-any-return]
        room = sheet.width / _ACROSS
        most = float(shown["z"].max())
        for at, own in enumerate(panels):
            _panel(sheet, own, at % _ACROSS * room, at // _ACROSS * high, room - 0.25, most)
        return sheet.ax  # type: ignore[no-any-return]


def _panel(sheet: Sheet, rows: pd.DataFrame, left: float, top: float, room: float, most: float) -> None:  # noqa: PLR0917
    position = int(rows["position"].iloc[0])
    look = palette.look(position, theme())
    name = fit(str(rows["source"].iloc[0]), room, BODY, bold=True)
    sheet.text(left, top + _HEAD / 2, name, weight="bold", color=look.colour)
    said = max(width(f"{row.count}", SMALL) for row in each(rows)) + 0.62
    for row in each(rows):
        y = top + _HEAD + row.rank * _ROW
        long = max(0.04, (room - said) * row.z / most)
        box = Rectangle((left, y + 0.025), long, _ROW - 0.05, facecolor=blend(look.colour, 0.24), zorder=1)
        sheet.ax.add_patch(box)
        sheet.text(left + 0.05, y + _ROW / 2, fit(str(row.word), room - said, SMALL), SMALL, zorder=2)
        counts = f"{row.count} : {row.elsewhere}"
        sheet.text(left + room, y + _ROW / 2, counts, SMALL, color=colour("mute"), ha="right", zorder=2)


def _words(data: pd.DataFrame, shown: int) -> Words:
    every = list(data.attrs.get("sources", []))
    if data.empty:
        return Words(TITLE, "", source_line(every))
    said = (
        "Bars: weighted log-odds against the other sources. Numbers: times in this source : times in all the others, "
        "outside quotes. A few articles prove nothing in general."
    )
    if len(every) > shown:
        said += unshown_sources(len(every) - shown, len(every))
    told = "; ".join(
        f"{rows['source'].iloc[0]}: {', '.join(f'{row.word} {row.count} to {row.elsewhere}' for row in each(rows))}"
        for _, rows in data[data["rank"] < MOST_WORDS].groupby("position", sort=True)
    )
    return Words(TITLE, said, source_line(every), told)
