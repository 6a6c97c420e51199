"""A matrix of words: a row a person, thing or act, a column a source, in each cell the words that the source uses.

Words that are not the source's own stand within marks: “quoted”, ‹reported›. So a copy in grey says the same.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.sheet import (
    BODY,
    LINE,
    SMALL,
    Sheet,
    Words,
    colour,
    fit,
    source_line,
    style,
    theme,
    unshown,
    width,
    wrap,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.tables.rows import Row

COLUMNS = ("key", "rank", "name", "article_id", "source", "position", "words", "uses")
MOST_ROWS, MOST_SOURCES, MOST_LINES = 14, 7, 7
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)
MARKS = {"narrator": ("", ""), "quoted": ("“", "”"), "reported": ("‹", "›")}
_LABEL, _LONGEST, _PAD = 1.55, 18, 0.08  # inches; characters; inches
_SIZE, _BOLD = 8.0, 1.15  # points; how much wider bold letters are


@dataclass(frozen=True, slots=True)
class Titles:
    """What the chart is called, what its rows are called, and what it says where it has none."""

    title: str
    row: str
    rows: str
    empty: str


LABELS = Titles("What each source calls them", "Who or what", "people and things", "No labels were found.")
CHOICES = Titles(
    "Different words for one thing", "One thing or act", "things and acts", "No two sources use other words for it."
)


def data(articles: pd.DataFrame, rows: "Sequence[Row]", key: str, names: Mapping[str, str]) -> pd.DataFrame:
    """A row a `key` and source that has words for it, with COLUMNS; what most sources have words for comes first.

    `rows` are rows of the tables ``labels`` or ``wording``; `key` is their column that says what the words are about,
    and `names` what it is called. ``attrs`` name all sources, in order.
    """
    sources = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    places = {article_id: at for at, article_id in enumerate(sources)}
    found: dict[str, dict[str, Counter[str]]] = {}
    for row in rows:
        if row[key] in names:
            before, after = MARKS["reported" if row.get("reported") else row["voice"]]
            said = " ".join(row["surface"].split())
            if key == "entity_id":
                said = _ARTICLE.sub("", said)  # "the envoy" and "envoy" are one label
            count = found.setdefault(row[key], {}).setdefault(row["article_id"], Counter())
            count[f"{before}{said}{after}"] += 1
    ranked = sorted(found, key=lambda one: (-len(found[one]), -sum(c.total() for c in found[one].values()), one))
    made = [
        (one, rank, names[one], article_id, sources[article_id], places[article_id], _told(count), count.total())
        for rank, one in enumerate(ranked)
        for article_id, count in sorted(found[one].items(), key=lambda item: places[item[0]])
    ]
    frame = pd.DataFrame(made, columns=list(COLUMNS))
    frame.attrs = {"sources": list(sources.values())}
    return frame


def _told(count: Counter[str]) -> str:
    """The words, those used most first; written with a capital and without are one."""
    merged: Counter[str] = Counter()
    form: dict[str, str] = {}
    for said, number in count.items():
        kept = form.setdefault(said.casefold(), said)
        merged[kept] += number
    return " · ".join(f"{said} {number}" if number > 1 else said for said, number in merged.most_common())


def draw(data: pd.DataFrame, titles: Titles, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 14 rows; what is left out is said below the title.

    More than 7 sources are not set in columns, but named in each row that they have words for.
    """
    from workbench.charts import flowed  # which needs this module

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
            head = fit(palette.shorten(name, _LONGEST), cell - 0.1, SMALL, bold=True)
            sheet.text(_LABEL + at * cell, 0.2, head, SMALL, weight="bold", color=ink)
        top = 0.34
        for head, cells, high in zip(heads, lines, tall, strict=True):
            sheet.ax.plot([0, sheet.width], [top, top], color=colour("line"), lw=0.7, zorder=0)
            sheet.text(0, top + _PAD, head, BODY, weight="bold", va="top")
            for at, position in enumerate(shown):
                words = cells.get(position, "–")
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


def explained(data: pd.DataFrame, titles: Titles, sources: int | None, shown: int) -> Words:
    """Title, key, what is left out and the rows in words; `sources` None: only those are named that have words."""
    every: list[Any] = data.attrs.get("sources", [])
    total = data["key"].nunique()
    if not total:
        return Words(titles.title, "", source_line(every))
    key = "Plain: the source’s own words; “…” quoted; ‹…› reported speech; a number: how often."
    if total > shown:
        key += f" The {shown} {titles.rows} that most sources have words for are shown, {unshown(total - shown)}."
    if sources is None:
        key += " A source that is not named in a row has no words for it."
    told = "; ".join(f"{row.name}, {row.source}: {row.words}" for row in each(data[data["rank"] < shown]))
    return Words(titles.title, key, source_line(every), told)
