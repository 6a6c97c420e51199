"""Where in each article a name or word stands: a strip a source from its first word to its last, a stroke a mention."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import palette, unread
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
    unshown,
    unshown_sources,
    width,
)
from workbench.model import PROSE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.corpus import Corpus
    from workbench.model import Article

COLUMNS = ("name", "rank", "article_id", "source", "position", "at")
MOST_NAMES, MOST_SOURCES = 10, 12
TITLE = "Where in each article each name stands"
_ALL_SHOWN, _MOST_STRIPS = 6, 60
_LANE, _HEAD, _GAP, _FOOT = 0.19, 0.24, 0.12, 0.36  # inches


def data(
    articles: "Sequence[Article]", mentions: Iterable[tuple[str, str, int]], most: int = MOST_NAMES
) -> pd.DataFrame:
    """A row a mention, with COLUMNS; `mentions` are (name, article_id, start) and come in any order.

    `at` is the share of the article's prose (0 to 1) before it; mentions outside the prose are left out. The `most`
    names that most sources have come first. ``attrs`` name all sources, in order.
    """
    labels = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    places = {article_id: at for at, article_id in enumerate(labels)}
    scales = {article.article_id: _Scale(article) for article in articles}
    found: dict[str, list[tuple[str, float]]] = {}
    for name, article_id, start in mentions:
        at = scales[article_id].at(start)
        if at is not None:
            found.setdefault(name, []).append((article_id, at))
    ranked = sorted(found, key=lambda name: (-len({key for key, _ in found[name]}), -len(found[name]), name))
    rows = [
        (name, rank, article_id, labels[article_id], places[article_id], at)
        for rank, name in enumerate(ranked[:most])
        for article_id, at in sorted(found[name], key=lambda one: (places[one[0]], one[1]))
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs = {"sources": list(labels.values()), "names": len(found)}
    return frame


def of(corpus: "Corpus", words: Sequence[str] | None = None) -> pd.DataFrame:
    """The names of most sources, or the `words` (whole words, capitals make no difference), for the chart."""
    if words is None:
        mentions = ((one.canonical, one.passage.article_id, one.passage.start) for one in corpus.naming.mentions)
        return data(corpus.documents, mentions)
    found = (
        (word, article.article_id, match.start())
        for word in words
        for article in corpus.documents
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", article.text, re.IGNORECASE)
    )
    return data(corpus.documents, found, most=len(words))


class _Scale:
    """The prose of an article as one stretch: offsets to shares of it."""

    def __init__(self, article: "Article") -> None:
        self._blocks = [(block.start, block.end) for block in article.blocks if block.role in PROSE]
        self._total = max(1, sum(end - start for start, end in self._blocks))

    def at(self, offset: int) -> float | None:
        before = 0
        for start, end in self._blocks:
            if start <= offset < end:
                return (before + offset - start) / self._total
            before += end - start
        return None


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives, for at most 12 sources and about 60 strips; what is left out is said.

    Of more than 6 sources a name shows those only that have it.
    """
    with style(theme()):
        names = dict(list(enumerate(data.attrs.get("sources", [])))[:MOST_SOURCES])
        shown = data[data["position"].isin(list(names))]
        groups = _within([rows for _, rows in shown.groupby("rank", sort=True)], len(names))
        lanes = [_lanes(rows, names) for rows in groups]
        high = [_HEAD + len(some) * _LANE + _GAP for some in lanes]
        sheet = Sheet(ax, sum(high) + _FOOT if groups else 0.8, _words(data, len(names), len(groups)))
        if not groups:
            sheet.say_empty("Nothing to place was found in these articles.")
            return sheet.ax  # type: ignore[no-any-return]
        left = min(sheet.width * 0.3, max(width(name, SMALL) for name in names.values()) + 0.3)
        for at, rows in enumerate(groups):
            _strips(sheet, rows, lanes[at], left, sum(high[:at]))
        _scale(sheet, left, sum(high))
        return sheet.ax  # type: ignore[no-any-return]


def _lanes(rows: pd.DataFrame, names: dict[int, str]) -> dict[int, str]:
    """The sources that a name has strips for: all, or where there are many those that have it."""
    there = set(rows["position"])
    return names if len(names) <= _ALL_SHOWN else {at: name for at, name in names.items() if at in there}


def _within(groups: list[pd.DataFrame], sources: int) -> list[pd.DataFrame]:
    """As many names as there is room for, the first at least."""
    kept: list[pd.DataFrame] = []
    strips = 0
    for rows in groups:
        strips += sources if sources <= _ALL_SHOWN else rows["position"].nunique()
        if kept and strips > _MOST_STRIPS:
            break
        kept.append(rows)
    return kept


def _strips(sheet: Sheet, rows: pd.DataFrame, names: dict[int, str], left: float, top: float) -> None:
    """The strips of one name, one below the other."""
    sheet.text(0, top + _HEAD / 2, fit(str(rows["name"].iloc[0]), sheet.width, BODY, bold=True), weight="bold")
    for lane, (position, name) in enumerate(names.items()):
        y = top + _HEAD + lane * _LANE
        ink = palette.look(position, theme()).colour
        sheet.text(left - 0.12, y + _LANE / 2, fit(name, left - 0.2, SMALL), SMALL, color=ink, ha="right")
        right = sheet.width - 0.45
        sheet.ax.plot([left, right], [y + _LANE / 2] * 2, color=colour("line"), lw=0.7, zorder=0)
        own = rows[rows["position"] == position]
        for row in each(own):
            x = left + row.at * (right - left)
            sheet.ax.plot([x, x], [y + 0.025, y + _LANE - 0.025], color=ink, lw=2, solid_capstyle="butt", zorder=2)
        count = str(len(own)) if len(own) else unread.silence(name, "–", "?")
        sheet.text(sheet.width - 0.1, y + _LANE / 2, count, SMALL, color=colour("mute"), ha="right")


def _scale(sheet: Sheet, left: float, y: float) -> None:
    right = sheet.width - 0.45
    sheet.ax.plot([left, right], [y + 0.04] * 2, color=colour("line"), lw=1)
    for share, align in ((0, "left"), (50, "center"), (100, "right")):
        x = left + share / 100 * (right - left)
        sheet.ax.plot([x, x], [y + 0.04, y + 0.09], color=colour("mute"), lw=1)
        sheet.text(x, y + 0.2, f"{share}%", SMALL, ha=align, color=colour("mute"))


def _words(data: pd.DataFrame, sources: int, shown: int) -> Words:
    every = list(data.attrs.get("sources", []))
    if data.empty:
        return Words(TITLE, "", source_line(every))
    said = "A stroke is a mention, from the article’s beginning (0%) to its end (100%); the number counts them."
    total = data.attrs.get("names", 0)
    if sources > _ALL_SHOWN:
        said += " Only sources that have the name."
    if total > shown:
        said += f" The {shown} names that most sources have are shown, {unshown(total - shown)}."
    if len(every) > sources:
        said += unshown_sources(len(every) - sources, len(every))
    told = []
    for (name, source), rows in data.groupby(["name", "source"], sort=False):
        told.append(f"{name} in {source}: {', '.join(f'{at:.0%}' for at in rows['at'])}")
    return Words(TITLE, said, source_line(every), "; ".join(told))
