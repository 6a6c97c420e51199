"""Who quotes whom: a row a speaker, a column a source, in each cell the words that the source quotes of the speaker.

The number says it; the shade behind it says it again, and comes out in grey as well.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.patches import Rectangle

from workbench.charts import palette, unread
from workbench.charts.bars import blend, readable
from workbench.charts.heads import Heads, heads
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
from workbench.charts.speakers import NOBODY, data

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["data", "draw"]

MOST_SPEAKERS, MOST_SOURCES = 20, 12
TITLE = "Who quotes whom: quoted words by speaker and source"
_ROW, _TOTAL, _MOST_CELL = 0.3, 0.6, 1.15  # inches
_PALEST, _STRONGEST = 0.12, 0.62  # shares of the hue; more, and no ink could be read on it


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is shown and where, in inches: speakers from top to bottom, sources (position, name), the room for each."""

    speakers: tuple[str, ...]
    sources: tuple[tuple[int, str], ...]
    label: float
    cell: float
    head: float
    heads: Heads

    def left(self, at: int) -> float:
        """Where column number `at` begins."""
        return self.label + at * self.cell


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 20 speakers and 12 sources; what is left out is said below the title."""
    with style(theme()):
        named = data.assign(speaker=data["speaker"].fillna(NOBODY))
        words = named.groupby(["speaker", "position"])["words"].sum()
        words = words[words > 0]
        plan = _plan(named, words, Sheet.width_for(ax))
        tall = plan.head + len(plan.speakers) * _ROW + 0.05 if plan.speakers else 0.8
        sheet = Sheet(ax, tall, _words(data, words, plan))
        if not plan.speakers:
            sheet.say_empty("No quoted words were found in these articles.")
            return sheet.ax  # type: ignore[no-any-return]
        _heads(sheet, plan)
        counts = _counts(words)
        for row, speaker in enumerate(plan.speakers):
            _row(sheet, plan, speaker, counts, plan.head + row * _ROW)
        return sheet.ax  # type: ignore[no-any-return]


def _counts(words: "pd.Series[Any]") -> dict[tuple[str, int], int]:
    """The words by speaker and source."""
    pairs = zip(words.index.tolist(), words.tolist(), strict=True)
    return {(str(name), int(at)): int(count) for (name, at), count in pairs}


def _plan(named: pd.DataFrame, words: "pd.Series[Any]", wide: float) -> _Plan:
    totals = words.groupby(level="speaker").sum()
    ranked = sorted(map(str, totals.index), key=lambda name: (name == NOBODY, -int(totals[name]), name))
    people = [name for name in ranked if name != NOBODY][:MOST_SPEAKERS]
    speakers = (*people, *([NOBODY] if NOBODY in ranked else []))
    names = dict(zip(named["position"].tolist(), named["label"].tolist(), strict=True))
    if len(names) > MOST_SOURCES:
        heard = words.groupby(level="position").sum()
        best = sorted(names, key=lambda at: (-int(heard.get(at, 0)), at))[:MOST_SOURCES]
        names = {at: names[at] for at in sorted(best)}
    longest = max((width(palette.cut(name, 40), BODY) for name in speakers), default=0) + 0.15
    label = min(longest, wide * 0.34)
    cell = min(max(_MOST_CELL, wide * 0.13), max(0.3, (wide - label - _TOTAL) / max(1, len(names))))
    sources = tuple(sorted(names.items()))
    made = heads((name for _, name in sources), cell)
    return _Plan(tuple(speakers), sources, label, cell, made.height, made)


def _heads(sheet: Sheet, plan: _Plan) -> None:
    sheet.text(0, plan.head - 0.14, "Speaker", SMALL, color=colour("mute"))
    for at, (position, _) in enumerate(plan.sources):
        plan.heads.draw(sheet, at, position, plan.left(at) + plan.cell / 2, plan.head)
    right = plan.left(len(plan.sources)) + _TOTAL - 0.06
    sheet.text(right, plan.head - 0.14, "Total", SMALL, color=colour("mute"), ha="right")


def _row(sheet: Sheet, plan: _Plan, speaker: str, counts: dict[tuple[str, int], int], top: float) -> None:
    middle, end = top + _ROW / 2, plan.left(len(plan.sources))
    sheet.ax.plot([0, end + _TOTAL], [top, top], color=colour("line"), lw=0.7, zorder=0)
    quiet: dict[str, Any] = {"color": colour("mute"), "style": "italic"} if speaker == NOBODY else {}
    sheet.text(0, middle, fit(palette.cut(speaker, 40), plan.label - 0.1, BODY), **quiet)
    most = max(counts.values())
    for at, (position, name) in enumerate(plan.sources):
        count = counts.get((speaker, position), 0)
        centre = plan.left(at) + plan.cell / 2
        if not count:
            sheet.text(centre, middle, unread.silence(name, "–", "?"), SMALL, color=colour("mute"), ha="center")
            continue
        face = blend(palette.look(0, theme()).colour, _PALEST + (_STRONGEST - _PALEST) * count / most)
        box = (plan.left(at) + 0.03, top + 0.03), plan.cell - 0.06, _ROW - 0.06
        sheet.ax.add_patch(Rectangle(*box, facecolor=face, edgecolor="none", zorder=0.5))
        size = next((size for size in (SMALL, 7.5, 6.5) if width(f"{count:,}", size) <= plan.cell - 0.07), 6.0)
        sheet.text(centre, middle, f"{count:,}", size, color=readable(face), ha="center")
    total = sum(count for (name, _), count in counts.items() if name == speaker)
    sheet.text(end + _TOTAL - 0.06, middle, f"{total:,}", SMALL, weight="bold", ha="right")


def _words(data: pd.DataFrame, words: "pd.Series[Any]", plan: _Plan) -> Words:
    people = data.loc[data["words"] > 0, "speaker"].dropna().nunique()
    shown = [name for name in plan.speakers if name != NOBODY]
    every = data["position"].nunique()
    labels = list(dict.fromkeys(data["label"]))
    if not plan.speakers:
        return Words(TITLE, "", source_line(labels))
    said = f"{int(words.sum()):,} quoted words of {people} speaker{'' if people == 1 else 's'}"
    said += " with a name or a role; reported speech is not counted."
    if people > len(shown):
        left = words.groupby(level="speaker").sum().drop([*plan.speakers]).sum()
        said += (
            f" The {len(shown)} most quoted are shown; {people - len(shown):,} more, of {int(left):,} words, are not."
        )
    if every > len(plan.sources):
        said += f"{unshown_sources(every - len(plan.sources), every).rstrip('.')}; totals are of all."
    return Words(TITLE, said, source_line(labels), _told(words, plan))


def _told(words: "pd.Series[Any]", plan: _Plan) -> str:
    """The cells in words."""
    parts, counts = [], _counts(words)
    for speaker in plan.speakers:
        own = {at: count for (name, at), count in counts.items() if name == speaker}
        cells = [f"{name} {own[at]:,}" for at, name in plan.sources if at in own]
        parts.append(f"{speaker}: {', '.join(cells) if cells else 'in sources that are not shown'}")
    return "; ".join(parts)
