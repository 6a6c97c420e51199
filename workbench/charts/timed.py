"""When things happened: time runs down, a lane a source; marks for dates, bars for stretches, a triangle for a dissent.

An event has a row, so that its words can be read however close two dates lie; a line parts the years.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import palette
from workbench.charts.happened import data, worded
from workbench.charts.heads import Heads, heads
from workbench.charts.records import each
from workbench.charts.sheet import (
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
    wrap,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["data", "draw"]

MOST_EVENTS, MOST_SOURCES = 26, 12
TITLE = "When it happened, as each source dates it"
EMPTY = "No dated events were found in these articles."
_ROW, _LINE, _LANE, _MOST_LANE = 0.28, 0.16, 0.34, 1.0  # inches
_STEPS = (0.0, -0.09, 0.09)  # beside the middle of a lane, for stretches that overlap


@dataclass(frozen=True, slots=True)
class _Row:
    """An event on the chart: where its row begins and ends, its words in lines, and when it begins."""

    top: float
    bottom: float
    said: str
    begins: str
    rows: pd.DataFrame

    @property
    def middle(self) -> float:
        """The middle of the row."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is shown and where, in inches: the events, the sources (position, name), the room for each."""

    events: tuple[int, ...]
    sources: tuple[tuple[int, str], ...]
    when: float
    lane: float
    head: float
    heads: Heads

    def middle(self, at: int) -> float:
        """The middle of lane number `at`."""
        return self.when + (at + 0.5) * self.lane

    @property
    def words(self) -> float:
        """Where the words of the events begin."""
        return self.when + len(self.sources) * self.lane + 0.12


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 26 events and 12 sources; what is left out is said below the title."""
    with style(theme()):
        wide = Sheet.width_for(ax)
        plan = _plan(data, wide)
        shown = _rows(data, plan, wide)
        sheet = Sheet(ax, shown[-1].bottom + 0.1 if shown else 0.8, _words(data, plan))
        if not plan.events:
            sheet.say_empty(EMPTY)
            return sheet.ax  # type: ignore[no-any-return]
        sheet.heads = plan.head
        _heads(sheet, plan, shown[-1].bottom)
        for at, row in enumerate(shown):
            _row(sheet, plan, row, shown[at - 1] if at else None)
        _stretches(sheet, plan, shown)
        return sheet.ax  # type: ignore[no-any-return]


def _plan(data: pd.DataFrame, wide: float) -> _Plan:
    names = dict(zip(data["position"].tolist(), data["source"].tolist(), strict=True))
    if len(names) > MOST_SOURCES:
        dated = data.groupby("position")["order"].nunique()
        best = sorted(names, key=lambda at: (-int(dated.get(at, 0)), at))[:MOST_SOURCES]
        names = {at: names[at] for at in best}
    events = _chosen(data[data["position"].isin(names)])
    firsts = data[data["order"].isin(events)].drop_duplicates("order")
    whens = [worded(row.start_date, row.end_date) for row in each(firsts)]
    when = min(max((width(said, SMALL) for said in whens), default=0) + 0.15, wide * 0.26)
    room = min(_MOST_LANE, max(_LANE, (wide * 0.55 - when) / max(1, len(names))))
    level = heads(names.values(), room)
    widest = max((width(name, SMALL, bold=True) for name in level.said), default=0)
    lane = _LANE if level.upright else min(room, max(widest + 0.14, _LANE))
    lane = min(lane, (wide * 0.62 - when) / max(1, len(names)))
    sources = tuple(sorted(names.items()))
    made = heads((name for _, name in sources), lane)
    return _Plan(tuple(events), sources, when, lane, made.height, made)


def _rows(data: pd.DataFrame, plan: _Plan, wide: float) -> list[_Row]:
    """The events one below the other, each as tall as its words, which have two lines at most."""
    made: list[_Row] = []
    top = plan.head
    for order in plan.events:
        rows = data[data["order"] == order]
        first = next(each(rows.head(1)))
        said = f"▲ {_differing(rows)}: {first.label}" if first.differs else first.label
        lines = wrap(said, max(1.0, wide - plan.words), SMALL).split("\n")
        if len(lines) > 2:
            lines = [lines[0], fit(f"{lines[1]} {lines[2]}", max(1.0, wide - plan.words), SMALL)]
        tall = _ROW + _LINE * (len(lines) - 1)
        made.append(_Row(top, top + tall, "\n".join(lines), first.start_date or first.end_date or "", rows))
        top += tall
    return made


def _chosen(data: pd.DataFrame) -> list[int]:
    """The events to show: those that differ, then those of most sources, then those next to the time of most."""
    if data.empty:
        return []
    sizes = data.groupby("order").agg(
        sources=("position", "nunique"), differs=("differs", "first"), start=("start_date", "first")
    )
    main = str(sizes.sort_values("sources", ascending=False)["start"].iloc[0] or "")
    ranked = sorted(
        (int(order), int(row.sources), bool(row.differs), _shared(str(row.start or ""), main))
        for order, row in zip(sizes.index, each(sizes), strict=True)
    )
    ranked.sort(key=lambda one: (not one[2], -one[1], -one[3], -one[0]))
    return sorted(one[0] for one in ranked[:MOST_EVENTS])


def _shared(a: str, b: str) -> int:
    """How many characters two dates share from the left: year, month, day."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _heads(sheet: Sheet, plan: _Plan, bottom: float) -> None:
    sheet.text(0, plan.head - 0.14, "When", SMALL, color=colour("mute"))
    sheet.text(plan.words, plan.head - 0.14, "What happened, in a source's words", SMALL, color=colour("mute"))
    for at, (position, _) in enumerate(plan.sources):
        plan.heads.draw(sheet, at, position, plan.middle(at), plan.head)
        sheet.ax.plot([plan.middle(at)] * 2, [plan.head, bottom], color=colour("line"), lw=0.8, zorder=0)


def _row(sheet: Sheet, plan: _Plan, row: _Row, above: _Row | None) -> None:
    first = next(each(row.rows.head(1)))
    new_year = above is None or row.begins[:4] != above.begins[:4]
    shade, heavy = (colour("mute"), 1.0) if new_year else (colour("line"), 0.5)
    when = worded(first.start_date, first.end_date)
    again = above is not None and when == worded(*next(each(above.rows.head(1)))[3:5])
    sheet.ax.plot([plan.when if again else 0, sheet.width], [row.top] * 2, color=shade, lw=heavy, zorder=0)
    if not again:
        sheet.text(0, row.top + _ROW / 2, fit(when, plan.when - 0.08, SMALL), SMALL)
    sheet.text(plan.words, row.middle, row.said, SMALL, va="center")
    lanes = {position: lane for lane, (position, _) in enumerate(plan.sources)}
    for one in each(row.rows.drop_duplicates(["position", "relation"])):
        if one.position in lanes and one.relation != "stretch":
            _mark(sheet, plan.middle(lanes[one.position]), row.middle, one)


def _differing(rows: pd.DataFrame) -> str:
    """The dates that sources give one event, each once."""
    given = rows[rows["relation"] != "stretch"]
    days = [worded(row.own_start, row.own_end) for row in each(given.drop_duplicates("own_start"))]
    return " or ".join(dict.fromkeys(days))


def _mark(sheet: Sheet, x: float, y: float, row: Any) -> None:
    """A disc for the date that most give, a ring for one that is less or more exact, a triangle for another."""
    hue = palette.look(row.position, theme()).colour
    shape, size = ("^", 70) if row.relation == "other" else ("o", 46)
    face = colour("paper") if row.relation == "part" else hue
    sheet.ax.scatter([x], [y], s=size, marker=shape, facecolors=face, edgecolors=hue, linewidths=1.5, zorder=3)


def _stretches(sheet: Sheet, plan: _Plan, shown: Sequence[_Row]) -> None:
    """A bar for each stretch of time, from its row down to the last that begins in it; an arrow where it is open."""
    lanes = {position: lane for lane, (position, _) in enumerate(plan.sources)}
    taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, row in enumerate(shown):
        for one in each(row.rows[row.rows["relation"] == "stretch"].drop_duplicates(["position"])):
            if one.position not in lanes:
                continue
            last = _last(at, one.own_end, shown) if one.own_start else at
            steps = range(len(_STEPS))
            free = (s for s in steps if all(last < a or at > b for a, b in taken.get((one.position, s), [])))
            step = next(free, 0)
            taken.setdefault((one.position, step), []).append((at, last))
            x = plan.middle(lanes[one.position]) + _STEPS[step] * min(1.0, plan.lane / _LANE)
            _bar(sheet, x, row.top + 0.05, shown[last].bottom - 0.05, one)


def _last(at: int, end: str | None, shown: Sequence[_Row]) -> int:
    """The last row that begins within a stretch from row `at`."""
    if not end:
        return at
    return max((n for n in range(at, len(shown)) if shown[n].begins[: len(end)] <= end), default=at)


def _bar(sheet: Sheet, x: float, top: float, bottom: float, row: Any) -> None:
    hue = palette.look(row.position, theme()).colour
    sheet.ax.plot([x, x], [top, bottom], color=hue, lw=4, alpha=0.45, solid_capstyle="butt", zorder=1)
    for y, closed, way in ((top, row.own_start, "^"), (bottom, row.own_end, "v")):
        if closed:
            sheet.ax.plot([x - 0.06, x + 0.06], [y, y], color=hue, lw=1.8, zorder=2)
        else:
            sheet.ax.scatter([x], [y], s=26, marker=way, facecolors=hue, edgecolors="none", zorder=2)


def _words(data: pd.DataFrame, plan: _Plan) -> Words:
    labels = list(data.attrs.get("sources") or dict.fromkeys(data["source"]))
    if not plan.events:
        return Words(TITLE, "", source_line(labels))
    every, sources = data["order"].nunique(), data["position"].nunique()
    several = int((data.groupby("order")["position"].nunique() > 1).sum())
    differ = data.dropna(subset=["differs"])["order"].nunique()
    said = f"{every:,} dated event{'' if every == 1 else 's'}, {several:,} by several sources, {differ:,} differently. "
    said += _legend(data[data["order"].isin(plan.events)])
    if every > len(plan.events):
        said += f" {every - len(plan.events):,} events are not shown; the table timeline has them."
    if sources > len(plan.sources):
        said += unshown_sources(sources - len(plan.sources), sources)
    return Words(TITLE, said, source_line(labels), _told(data, plan.events))


def _legend(data: pd.DataFrame) -> str:
    """What the marks mean that are on the chart."""
    means: Mapping[str, str] = {
        "same": "● the date that most give",
        "part": "○ one more or less exact",
        "other": "▲ a date that excludes it",
        "stretch": "bar: a stretch of time, an arrow where it is open",
    }
    there = set(data["relation"])
    return "; ".join(said for relation, said in means.items() if relation in there) + "."


def _told(data: pd.DataFrame, events: Sequence[int]) -> str:
    """The rows in words."""
    parts = []
    for _, rows in data[data["order"].isin(events)].groupby("order", sort=True):
        first = next(each(rows.head(1)))
        given = [f"{row.source} “{row.surface}”" for row in each(rows.drop_duplicates("position"))]
        parts.append(f"{worded(first.start_date, first.end_date)}: {first.label} ({', '.join(given)})")
    return "; ".join(parts)
