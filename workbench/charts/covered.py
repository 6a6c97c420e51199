"""What is told where: a row a claim, a column a source, a symbol for how prominently; readable in grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.patches import Rectangle

from workbench.charts import palette, unread
from workbench.charts.heads import Heads, heads
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
    wrap,
)
from workbench.compare import prominence
from workbench.compare.prominence import Prominence

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.corpus import Corpus
    from workbench.model import Article
    from workbench.tables.rows import Row

COLUMNS = ("claim_id", "rank", "label", "article_id", "source", "position", "how", "at", "origins")
MOST_CLAIMS, MOST_SOURCES = 28, 12
TITLE = "What is told where"
_SIDE = {Prominence.LEAD.value: 0.17, Prominence.LATER.value: 0.09}  # inches
_ROW, _ORIGINS = 0.31, 1.7
_WIDE = 9.5  # inches: a sheet as wide as a slide
_LARGE, _SMALLER = 9.5, 8.0  # points


def data(
    articles: "Sequence[Article]", claims: "Sequence[Row]", how: Mapping[tuple[str, str], tuple[str, float]]
) -> pd.DataFrame:
    """A row a claim and source that has it, with COLUMNS; what most sources tell comes first.

    `claims` are rows of that table; `how` says for a claim_id and article_id how prominently (lead, later, quoted) and
    at which share of the text (0 to 1) it first stands. ``attrs`` name all sources, in order.
    """
    names = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    places = {article_id: at for at, article_id in enumerate(names)}
    ranked = sorted(claims, key=lambda row: -len(row["sources"]))
    made = [
        (
            *(claim["claim_id"], rank, claim["label"], article_id, names[article_id], places[article_id]),
            *how.get((claim["claim_id"], article_id), (Prominence.LATER.value, 1.0)),
            "; ".join(claim["origins"]),
        )
        for rank, claim in enumerate(ranked)
        for article_id in sorted(claim["sources"], key=places.__getitem__)
    ]
    frame = pd.DataFrame(made, columns=list(COLUMNS))
    copies = {places[a.article_id]: names.get(a.duplicate_of, "another") for a in articles if a.duplicate_of}
    frame.attrs = {"sources": list(names.values()), "copies": copies}
    return frame


def of(corpus: "Corpus") -> pd.DataFrame:
    """The claims of `corpus` for the chart, with how prominently each source has them."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for claim in corpus.framing.claims:
        for article_id in claim.article_ids:
            own = [passage for passage in claim.passages if passage.article_id == article_id]
            if own:
                how, share = prominence.of(corpus.document(article_id), own, corpus.framing.voices_of[article_id])
                found[claim.claim_id, article_id] = (how.value, share)
    return data(corpus.documents, corpus.rows("claims"), found)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything goes, in inches: the sources shown, the room for claims, the width of a column, the heads."""

    names: Mapping[int, str]
    label: float
    cell: float
    head: float
    heads: Heads

    def centre(self, at: int) -> float:
        """The middle of column number `at`."""
        return self.label + (at + 0.5) * self.cell

    @property
    def right(self) -> float:
        """Where the origins begin."""
        return self.label + len(self.names) * self.cell + 0.12


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 28 claims and 12 sources; what is left out is said below the title."""
    with style(theme()):
        claims = [rows for _, rows in data.groupby("rank", sort=True)][:MOST_CLAIMS]
        plan = _plan(dict(list(enumerate(data.attrs.get("sources", [])))[:MOST_SOURCES]), Sheet.width_for(ax))
        tall = plan.head + len(claims) * _ROW + 0.05 if claims else 0.8
        sheet = Sheet(ax, tall, _words(data, len(plan.names), len(claims)))
        if not claims:
            sheet.say_empty("No claims were found in these articles.")
            return sheet.ax  # type: ignore[no-any-return]
        sheet.heads = plan.head
        _heads(sheet, plan)
        for at, rows in enumerate(claims):
            _row(sheet, plan, rows, plan.head + at * _ROW, data.attrs.get("copies", {}))
        return sheet.ax  # type: ignore[no-any-return]


def _plan(names: Mapping[int, str], wide: float) -> _Plan:
    cell = min(0.56 if wide < _WIDE else 0.95, wide * (0.45 if wide < _WIDE else 0.38) / max(1, len(names)))
    made = heads(names.values(), cell)
    return _Plan(names, wide - len(names) * cell - _ORIGINS, cell, made.height, made)


def _heads(sheet: Sheet, plan: _Plan) -> None:
    sheet.text(0, plan.head - 0.14, "Claim", SMALL, color=colour("mute"))
    sheet.text(plan.right, plan.head - 0.14, "Origins named", SMALL, color=colour("mute"))
    for at, position in enumerate(plan.names):
        plan.heads.draw(sheet, at, position, plan.centre(at), plan.head)


def _row(sheet: Sheet, plan: _Plan, rows: pd.DataFrame, top: float, copies: Mapping[int, str]) -> None:
    middle = top + _ROW / 2
    sheet.ax.plot([0, sheet.width], [top, top], color=colour("line"), lw=0.7, zorder=0)
    first = rows.iloc[0]
    said = f"{str(first['label'])[:1].upper()}{str(first['label'])[1:]}"
    lines, size = _fitted(said, plan.label - 0.12)
    sheet.text(0, middle, lines, size, va="center" if "\n" in lines else "center_baseline")
    by_position = {row.position: row for row in each(rows)}
    for at, position in enumerate(plan.names):
        row, centre = by_position.get(position), plan.centre(at)
        if row is None:
            silent = "=" if position in copies else unread.silence(plan.names[position], "·", "?")
            sheet.text(centre, middle, silent, BODY, color=colour("mute"), ha="center")
        elif row.how == Prominence.QUOTED.value:
            sheet.text(centre, middle + 0.05, "“", BODY * 1.5, weight="bold", ha="center")
        else:
            side = _SIDE[row.how]
            box = Rectangle((centre - side / 2, middle - side / 2), side, side, facecolor=colour("ink"), zorder=2)
            sheet.ax.add_patch(box)
    origins = fit(str(first["origins"]) or "–", _ORIGINS - 0.14, 8.0)
    sheet.text(plan.right, middle, origins, 8.0, color=colour("mute"))


def _fitted(text: str, room: float) -> tuple[str, float]:
    """A claim in one line, else in two smaller ones, the second cut where it must be; and the size of its letters."""
    if width(text, _LARGE) <= room:
        return text, _LARGE
    first, *rest = wrap(text, room, _SMALLER).split("\n")
    return (f"{first}\n{fit(' '.join(rest), room, _SMALLER)}" if rest else first), _SMALLER


def _words(data: pd.DataFrame, sources: int, shown: int) -> Words:
    every = list(data.attrs.get("sources", []))
    total = data["claim_id"].nunique()
    if not total:
        return Words(TITLE, "", source_line(every))
    said = "Large square: headline, summary or first three paragraphs; small: later; “ only in a quote; dot: silent."
    for position, other in data.attrs.get("copies", {}).items():
        said += f" = {every[position]} repeats {other}."
    if total > shown:
        said += f" The {shown} claims that most sources tell are shown, {unshown(total - shown)}."
    if len(every) > sources:
        said += unshown_sources(len(every) - sources, len(every))
    told = "; ".join(
        f"{rows['label'].iloc[0]}: {', '.join(f'{row.source} {row.how}' for row in each(rows))}"
        for _, rows in data[data["rank"] < shown].groupby("rank", sort=True)
    )
    return Words(TITLE, said, source_line(every), told)
