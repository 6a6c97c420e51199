"""Who depends on whom: sources at the left, the origins that they name at the right, arcs where sources share text.

Only what the texts themselves show: an origin is named in words, shared text stands in both. What a source does not say
is not drawn.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.sheet import (
    BODY,
    SMALL,
    Sheet,
    Words,
    colour,
    fit,
    fit_name,
    source_line,
    style,
    theme,
    unshown,
    unshown_sources,
    width,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.model import Article
    from workbench.tables.rows import Row

COLUMNS = ("link", "article_id", "source", "position", "to", "to_position", "count")
TITLE = "Where the sources have it from"
MOST_ORIGINS, MOST_SOURCES = 18, 12
_ROW, _HEAD, _BOX, _ARC, _NAMES = 0.34, 0.4, 1.6, 1.1, 3.0  # inches


def data(articles: "Sequence[Article]", origins: "Sequence[Row]", reuse: "Sequence[Row]") -> pd.DataFrame:
    """A row a link, with COLUMNS: of a source to an origin that it names, or of two sources that share text.

    `origins` and `reuse` are rows of these tables; `count` is how often the origin is named, or the words shared.
    """
    names = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    places = {article_id: at for at, article_id in enumerate(names)}
    called: dict[str, str] = {}
    named: Counter[tuple[str, str]] = Counter()
    for row in origins:
        key = row["entity_id"] or row["name"].casefold()
        called.setdefault(key, row["name"])
        named[row["article_id"], key] += 1
    shared: Counter[tuple[str, str]] = Counter()
    for row in reuse:
        if not row["near"]:
            shared[row["article_a"], row["article_b"]] += row["tokens"]
    rows: list[tuple[Any, ...]] = [
        ("names", a, names[a], places[a], called[key], None, count) for (a, key), count in named.items()
    ]
    rows += [("shares", a, names[a], places[a], names[b], places[b], count) for (a, b), count in shared.items()]
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"to_position": "Int64", "count": "Int64"})
    frame.attrs = {"sources": list(names.values())}
    return frame


@dataclass(frozen=True, slots=True)
class _Side:
    """Names from top to bottom, with the height at which each stands."""

    at: dict[str, float]


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 12 sources and 18 origins; what is left out is said below the title."""
    with style(theme()):
        sources = dict(list(enumerate(data.attrs.get("sources", [])))[:MOST_SOURCES])
        named = data[(data["link"] == "names") & data["position"].isin(list(sources))]
        shares = data[(data["link"] == "shares") & data["position"].isin(list(sources))]
        shares = shares[shares["to_position"].isin(list(sources))]
        origins = _ranked(named)
        rows = max(len(sources), len(origins))
        any_link = bool(len(named) or len(shares))
        sheet = Sheet(ax, _HEAD + rows * _ROW + 0.1 if any_link else 0.8, _words(data, named, origins, len(sources)))
        if not any_link:
            sheet.say_empty("No origin is named in these articles, and no two share text outside quotes.")
            return sheet.ax  # type: ignore[no-any-return]
        left, right = _spread(list(sources.values()), rows), _spread(origins, rows)
        _links(sheet, named, left, right)
        _arcs(sheet, shares, left)
        _boxes(sheet, sources, left)
        _names(sheet, named, right)
        return sheet.ax  # type: ignore[no-any-return]


def _spread(names: list[str], rows: int) -> _Side:
    """The names over the height of `rows` rows, evenly."""
    return _Side({name: _HEAD + (at + 0.5) * rows / len(names) * _ROW for at, name in enumerate(names)})


def _ranked(named: pd.DataFrame) -> list[str]:
    """The origins shown: those that most sources name; in the order in which their lines cross least."""
    counts = named.groupby("to")["position"].agg(["nunique", "mean"])
    kept = counts.sort_values(["nunique"], ascending=False, kind="stable").head(MOST_ORIGINS)
    return [str(name) for name in kept.sort_values("mean", kind="stable").index]


def _links(sheet: Sheet, named: pd.DataFrame, left: _Side, right: _Side) -> None:
    start, end = _ARC + _BOX, sheet.width - _NAMES - 0.05
    for row in each(named):
        if row.to not in right.at:
            continue
        look = palette.look(row.position, theme())
        a, b = (start, left.at[row.source]), (end, right.at[row.to])
        heavy = 0.9 + 0.7 * min(row.count, 5)
        curve = FancyArrowPatch(
            a, b, connectionstyle="arc3,rad=0", arrowstyle="-|>", mutation_scale=9, color=look.colour, lw=heavy,
            alpha=0.75, shrinkA=1, shrinkB=3, zorder=1,
        )  # fmt: skip
        sheet.ax.add_patch(curve)


def _arcs(sheet: Sheet, shares: pd.DataFrame, left: _Side) -> None:
    for row in each(shares):
        one, other = sorted((left.at[row.source], left.at[row.to]))
        deep = min(_ARC - 0.45, 0.25 + 0.18 * (other - one))
        xs = [_ARC, _ARC - deep, _ARC - deep, _ARC]
        sheet.ax.plot(xs, [one, one + 0.06, other - 0.06, other], color=colour("ink"), lw=1.4, ls=(0, (4, 2)), zorder=1)
        back = {"facecolor": colour("paper"), "edgecolor": "none", "pad": 0.8}
        middle = (one + other) / 2
        sheet.text(_ARC - deep, middle, f"{row.count} words", SMALL, ha="center", bbox=back, zorder=3)


def _boxes(sheet: Sheet, sources: dict[int, str], left: _Side) -> None:
    sheet.text(_ARC, 0.16, "Source", SMALL, color=colour("mute"))
    for position, name in sources.items():
        look = palette.look(position, theme())
        y = left.at[name]
        box = FancyBboxPatch(
            (_ARC + 0.03, y - 0.11), _BOX - 0.06, 0.22, boxstyle="round,pad=0.01,rounding_size=0.04",
            facecolor=colour("paper"), edgecolor=look.colour, linewidth=1.4, zorder=2,
        )  # fmt: skip
        sheet.ax.add_patch(box)
        said = fit_name(name, _BOX - 0.2, SMALL, bold=True)
        sheet.text(_ARC + _BOX / 2, y, said, SMALL, weight="bold", color=look.colour, ha="center", zorder=3)


def _names(sheet: Sheet, named: pd.DataFrame, right: _Side) -> None:
    x = sheet.width - _NAMES
    sheet.text(x, 0.16, "Origin that it names", SMALL, color=colour("mute"))
    by = named.groupby("to")["position"].nunique().to_dict()
    for name, y in right.at.items():
        several = by.get(name, 0) > 1
        tail = f" ({by[name]} sources)" if several else ""
        size = BODY * 0.9
        room = _NAMES - 0.05 - width(tail, size, bold=several)
        sheet.text(x, y, f"{fit(name, room, size, bold=several)}{tail}", size, weight="bold" if several else "normal")


def _words(data: pd.DataFrame, named: pd.DataFrame, origins: list[str], shown: int) -> Words:
    every = list(data.attrs.get("sources", []))
    if data.empty:
        return Words(TITLE, "", source_line(every))
    said = "An arrow: the source names the origin, the thicker the more often. Dashed: words in a row that two share."
    total = named["to"].nunique()
    if total > len(origins):
        said += f" The {len(origins)} origins that most sources name are shown, {unshown(total - len(origins))}."
    if len(every) > shown:
        said += unshown_sources(len(every) - shown, len(every))
    told = {"names": "{0.source} names {0.to} ({0.count})", "shares": "{0.source} and {0.to} share {0.count} words"}
    return Words(TITLE, said, source_line(every), "; ".join(told[row.link].format(row) for row in each(data)))
