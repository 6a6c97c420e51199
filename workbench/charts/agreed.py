"""The agreement matrix: a row a quantity, a column a source, each cell what the source states and how that stands.

A verdict is told by its symbol, its word and its colour, so that a copy in grey says the same.
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.patches import Rectangle

from workbench.charts import palette, unread
from workbench.charts.bars import blend
from workbench.charts.heads import Heads, heads
from workbench.charts.records import each
from workbench.charts.selection import VERDICTS
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
from workbench.compare.labels import unit_words
from workbench.tables import matrix
from workbench.tables.rows import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from workbench.model import Article

COLUMNS = (
    "quantity_id",
    "rank",
    "label",
    "unit",
    "verdict",
    "article_id",
    "source",
    "position",
    "text",
    "also",
    "stands",
)
MOST_QUANTITIES, MOST_SOURCES = 30, 12
_INKS = {
    "light": {"agree": "#00694f", "compatible": "#0a62a5", "conflict": "#b3261e", "single-source": "#6b5900"},
    "dark": {"agree": "#35c495", "compatible": "#6cbdf0", "conflict": "#ff8a80", "single-source": "#d9c24a"},
}
_SHARE = {"agree": 0.2, "compatible": 0.12, "conflict": 0.26, "single-source": 0.0}
_VERDICT, _LEAST_LABEL, _MOST_CELL, _NARROW = 1.12, 1.9, 1.3, 0.8  # inches
_TINY = 6.5
_SYMBOLS = tuple(words[0] for words in VERDICTS.values())
_ROUND = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBER_END = re.compile(r"(–|(?<=\d,\d\d\d),)(?=\d)")
_SHORT = {" million": "M", " billion": "bn", " trillion": "tn"}


def data(articles: "Sequence[Article]", figures: Sequence[Row], quantities: Sequence[Row]) -> pd.DataFrame:
    """A row a quantity and source that speaks to it, with COLUMNS; ``attrs`` name all sources, in order.

    `figures` and `quantities` are rows of these tables. `stands` is the verdict on the one source's statement beside
    those of the others.
    """
    names = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    places = {article_id: at for at, article_id in enumerate(names)}
    rows = [
        (
            *(line.quantity.quantity_id, rank, line.quantity.label, line.quantity.unit, line.quantity.verdict.value),
            *(cell.article_id, names[cell.article_id], places[cell.article_id]),
            *(cell.text, ", ".join(cell.also), cell.verdict.value),
        )
        for rank, line in enumerate(matrix.read(articles, figures, quantities))
        for cell in sorted(line.cells.values(), key=lambda cell: places[cell.article_id])
    ]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    made.attrs = {"sources": list(names.values())}
    return made


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything goes, in inches: the room for labels, the width of a column, the height of heads and rows."""

    label: float
    cell: float
    head: float
    row: float
    heads: Heads

    @property
    def narrow(self) -> bool:
        """Whether symbol and value stand one above the other."""
        return self.cell < _NARROW

    def left(self, at: int) -> float:
        """Where column number `at` begins."""
        return self.label + _VERDICT + at * self.cell


def draw(data: pd.DataFrame, ax: "Axes | None" = None, most: int = MOST_QUANTITIES) -> "Axes":
    """Draw what :func:`data` gives, at most `most` quantities and 12 sources; the title says what is left out."""
    with style(theme()):
        sources = _sources(data)
        shown = data[(data["rank"] < min(most, MOST_QUANTITIES)) & data["position"].isin(list(sources))]
        quantities = [rows for _, rows in shown.groupby("rank", sort=True)]
        plan = _plan(quantities, list(sources.values()), Sheet.width_for(ax))
        tall = plan.head + len(quantities) * plan.row + 0.05 if quantities else 0.8
        sheet = Sheet(ax, tall, _words(data, sources, len(quantities)))
        if not quantities:
            sheet.say_empty("No figures to compare were found in these articles.")
            return sheet.ax  # type: ignore[no-any-return]
        sheet.heads = plan.head
        _heads(sheet, plan, sources)
        for at, rows in enumerate(quantities):
            _row(sheet, plan, sources, rows, plan.head + at * plan.row)
        return sheet.ax  # type: ignore[no-any-return]


def _sources(data: pd.DataFrame) -> dict[int, str]:
    """The sources shown, by position: where there are too many, those that speak to most quantities."""
    names = dict(enumerate(data.attrs.get("sources", [])))
    if len(names) > MOST_SOURCES:
        counts = data.groupby("position").size()
        best = sorted(names, key=lambda at: (-int(counts.get(at, 0)), at))[:MOST_SOURCES]
        names = {at: names[at] for at in sorted(best)}
    return names


def _plan(quantities: Sequence[pd.DataFrame], names: Sequence[str], wide: float) -> _Plan:
    longest = max((width(_label(rows), BODY, bold=True) for rows in quantities), default=0) + 0.15
    label = min(longest if len(names) > 6 else max(longest, _LEAST_LABEL), wide * (0.34 if len(names) <= 6 else 0.22))
    cell = min(max(_MOST_CELL, wide * 0.15), max(0.3, (wide - label - _VERDICT) / max(1, len(names))))
    made = heads(names, cell)
    return _Plan(label, cell, made.height, 0.46 if cell < _NARROW else 0.34, made)


def _heads(sheet: Sheet, plan: _Plan, sources: dict[int, str]) -> None:
    sheet.text(0, plan.head - 0.14, "What is counted", SMALL, color=colour("mute"))
    sheet.text(plan.label, plan.head - 0.14, "Verdict", SMALL, color=colour("mute"))
    for at, position in enumerate(sources):
        plan.heads.draw(sheet, at, position, plan.left(at) + plan.cell / 2, plan.head)


def _row(sheet: Sheet, plan: _Plan, sources: dict[int, str], rows: pd.DataFrame, top: float) -> None:
    middle = top + plan.row / 2
    verdict = str(rows["verdict"].iloc[0])
    sheet.ax.plot([0, plan.left(len(sources))], [top, top], color=colour("line"), lw=0.7, zorder=0)
    said, size = _label_fitted(_label(rows), plan.label - 0.12)
    sheet.text(0, middle, said, size, weight="bold", va="center" if "\n" in said else "center_baseline")
    sheet.text(plan.label, middle, VERDICTS[verdict], SMALL, weight="bold", color=_INKS[theme()][verdict])
    cells = {row.position: row for row in each(rows)}
    for at, (position, name) in enumerate(sources.items()):
        if position in cells:
            _cell(sheet, plan, cells[position], plan.left(at), top)
        else:
            nothing = unread.silence(name, "–", "?")
            sheet.text(plan.left(at) + plan.cell / 2, middle, nothing, SMALL, color=colour("mute"), ha="center")


def _cell(sheet: Sheet, plan: _Plan, cell: Any, left: float, top: float) -> None:
    middle, centre = top + plan.row / 2, left + plan.cell / 2
    ink, share = _INKS[theme()][cell.stands], _SHARE[cell.stands]
    edge = {"edgecolor": ink, "linewidth": 1.4} if cell.stands == "conflict" else {"edgecolor": "none"}
    face = blend(ink, share)
    box = (left + 0.03, top + 0.03), plan.cell - 0.06, plan.row - 0.06
    sheet.ax.add_patch(Rectangle(*box, facecolor=face, zorder=0.5, **edge))
    symbol = VERDICTS[cell.stands].split(" ", 1)[0]
    if plan.narrow:
        said, size = _fitted(cell.text, plan.cell - 0.07)
        two = "\n" in said
        sheet.text(centre, middle - (0.135 if two else 0.1), symbol, 7.0, color=ink, ha="center")
        sheet.text(centre, middle + 0.07, said, size, ha="center", va="center" if two else "center_baseline")
        return
    said, size = _fitted(f"{symbol} {cell.text}", plan.cell - 0.12)
    sheet.text(centre, middle, said, size, ha="center", va="center" if "\n" in said else "center_baseline")


def _fitted(text: str, room: float) -> tuple[str, float]:
    """What fits of a cell's text, and its size: in full, shorter, smaller, on two lines; a number is never cut."""
    symbol, _, rest = text.partition(" ") if text[:1] in _SYMBOLS else ("", "", text)
    total = rest.rpartition("= ")[2].strip()
    brief = [f"{symbol} {said}".strip() for said in (rest, total, _compact(total))]
    for said in brief:
        for size in (SMALL, 8.0, 7.0, _TINY):
            if width(said, size) <= room:
                return said, size
    for said in brief[1:]:
        broken = _NUMBER_END.sub("\\1\n", said, count=1)
        lines = broken.split("\n") if broken != said else textwrap.wrap(said, max(6, len(said) * 6 // 10))
        if len(lines) == 2 and all(width(line, _TINY) <= room for line in lines):
            return "\n".join(lines), _TINY
    return (f"{symbol} …".strip() if any(map(str.isdigit, total)) else fit(brief[1], room, _TINY)), _TINY


def _compact(text: str) -> str:
    """The text with its round numbers in short, nothing lost: 1,500,000 as 1.5M, 45,000 as 45k.

    >>> _compact("> 1,500,000"), _compact("45,000–60,000"), _compact("1,234")
    ('>1.5M', '45k–60k', '1,234')
    """
    for long, brief in _SHORT.items():
        text = text.replace(long, brief)
    return _ROUND.sub(_shorter, re.sub(r"^([≈<>≤≥]) ", r"\1", text))


def _shorter(match: "re.Match[str]") -> str:
    value = int(match.group().replace(",", ""))
    size, sign = (1_000_000, "M") if value >= 1_000_000 else (1_000, "k")
    said = f"{value / size:g}{sign}"
    return said if float(said[:-1]) * size == value and len(said) < len(match.group()) else match.group()


def _label_fitted(text: str, room: float) -> tuple[str, float]:
    """A label in one line, else in two smaller ones, the second cut where it must be."""
    if width(text, BODY, bold=True) <= room:
        return text, BODY
    words, first = text.split(" "), ""
    while words and width(f"{first} {words[0]}".strip(), 8.5, bold=True) <= room:
        first = f"{first} {words.pop(0)}".strip()
    if not first or not words:
        return fit(text, room, 8.5, bold=True), 8.5
    return f"{first}\n{fit(' '.join(words), room, 8.5, bold=True)}", 8.5


def _label(rows: pd.DataFrame) -> str:
    label, unit = str(rows["label"].iloc[0]), rows["unit"].iloc[0]
    label = " ".join(label.split())
    told = pd.isna(unit) or str(unit) in label or unit_words(str(unit))[0] in label
    said = "" if told else f" ({unit})"
    return f"{label[:1].upper()}{label[1:]}{said}"


def _words(data: pd.DataFrame, sources: dict[int, str], shown: int) -> Words:
    verdicts = data.drop_duplicates("quantity_id")["verdict"]
    marks = {name: VERDICTS[name].split(" ", 1) for name in VERDICTS}
    counts = ", ".join(f"{marks[name][0]} {n} {marks[name][1]}" for name in VERDICTS if (n := sum(verdicts == name)))
    total = len(verdicts)
    said = f"{total:,} quantit{'y' if total == 1 else 'ies'}: {counts}." if total else ""
    if total > shown and shown:
        said += f" The {shown} that most sources speak to are shown, {unshown(total - shown)}."
    every = data.attrs.get("sources", [])
    if len(every) > len(sources):
        said += unshown_sources(len(every) - len(sources), len(every))
    return Words("What the sources agree on and where they differ", said, source_line(list(every)))
