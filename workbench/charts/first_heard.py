"""Where in each article each voice first speaks: a strip a source, from its first word to its last, a mark a voice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import palette, unread
from workbench.charts.records import each
from workbench.charts.sheet import BODY, SMALL, Sheet, Words, colour, source_line, style, theme, width
from workbench.charts.speakers import SPOKEN
from workbench.model import PROSE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLUMNS = ("article_id", "label", "position", "speaker", "at", "reported")
TITLE = "When each voice is first heard in each article"
MOST_SOURCES, MOST_LANES = 25, 6
_LANE, _PAD, _FOOT, _MARK = 0.23, 0.16, 0.36, 0.1  # inches
_PROSE = frozenset(role.value for role in PROSE)
_LONGEST = 30  # characters of a speaker's name


def data(articles: pd.DataFrame, blocks: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """A row a source and named speaker: the share of the source's prose (0 to 1) that stands before the first quote.

    `reported`: the voice is first heard in reported speech. A source in which nobody is heard has one row without
    speaker. Words set aside (furniture, credits) do not count.
    """
    labels = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    heard = quotes[quotes["kind"].isin([*SPOKEN, "embed", "indirect"]) & quotes["speaker"].notna()]
    rows: list[tuple[Any, ...]] = []
    for position, article in enumerate(each(articles)):
        own = blocks[blocks["article_id"] == article.article_id]
        prose = [(block.start, block.end) for block in each(own) if block.role in _PROSE]
        total = max(1, _words_before(article.text, prose, len(article.text)))
        known = (article.article_id, labels[article.article_id], position)
        first: dict[str, Any] = {}
        for quote in sorted(each(heard[heard["article_id"] == article.article_id]), key=lambda one: one.start):
            first.setdefault(quote.speaker, quote)
        rows += [
            (*known, name, _words_before(article.text, prose, one.start) / total, one.kind == "indirect")
            for name, one in first.items()
        ] or [(*known, None, None, None)]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    return made.astype({"speaker": "string", "at": "Float64", "reported": "boolean"})


def _words_before(text: str, prose: Iterable[tuple[int, int]], offset: int) -> int:
    """The words of the `prose` that begin before `offset`."""
    return sum(len(text[start : min(end, offset)].split()) for start, end in prose if start < offset)


@dataclass(frozen=True, slots=True)
class _Voice:
    """A mark: where it stands and on which lane, its words, and on which side of it they stand."""

    x: float
    lane: int
    said: str
    before: bool
    reported: bool


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: at most 25 sources; voices for which there is no room are counted in words."""
    with style(theme()):
        sources = [rows for _, rows in data.groupby("position", sort=True)][:MOST_SOURCES]
        names = [str(rows["label"].iloc[0]) for rows in sources]
        left = max((width(name, BODY, bold=True) for name in names), default=0) + 0.3
        wide = Sheet.width_for(ax)
        plans = [_lanes(rows, left, wide - 0.1) for rows in sources]
        heard = bool(data["speaker"].notna().any())
        tall = sum(_height(plan) for plan, _ in plans) + _FOOT if heard else 0.8
        sheet = Sheet(ax, tall, _words(data, len(sources), sum(missing for _, missing in plans)))
        if not heard:
            sheet.say_empty("Nobody who is named is heard in these articles.")
            return sheet.ax  # type: ignore[no-any-return]
        top = 0.0
        for rows, (plan, _) in zip(sources, plans, strict=True):
            _strip(sheet, rows, plan, left, top)
            top += _height(plan)
        _scale(sheet, left, top)
        return sheet.ax  # type: ignore[no-any-return]


def _height(plan: list[_Voice]) -> float:
    return (max((voice.lane for voice in plan), default=0) + 1) * _LANE + _PAD


def _lanes(rows: pd.DataFrame, left: float, right: float) -> tuple[list[_Voice], int]:
    """The marks of one source, each on the first lane on which its words have room; and for how many there is none."""
    taken: list[list[tuple[float, float]]] = []
    placed: list[_Voice] = []
    missing = 0
    for row in sorted(each(rows.dropna(subset=["speaker"])), key=lambda row: (row.at, row.speaker)):
        x, said = left + row.at * (right - left), palette.cut(row.speaker, _LONGEST)
        wide = width(said, SMALL) + _MARK + 0.06
        before = x + wide > right
        room = (x - wide, x + _MARK) if before else (x - _MARK, x + wide)
        free = (at for at, lane in enumerate(taken) if all(room[1] <= a or room[0] >= b for a, b in lane))
        lane = next(free, len(taken))
        if lane >= MOST_LANES or room[0] < left - _MARK - 0.01:
            missing += 1
            continue
        taken += [[]] if lane == len(taken) else []
        taken[lane].append((room[0] - 0.04, room[1] + 0.04))
        placed.append(_Voice(x, lane, said, before, bool(row.reported)))
    return placed, missing


def _strip(sheet: Sheet, rows: pd.DataFrame, plan: list[_Voice], left: float, top: float) -> None:
    look = palette.look(int(rows["position"].iloc[0]), theme())
    tall = _height(plan)
    sheet.ax.plot([0, sheet.width], [top, top], color=colour("line"), lw=0.7, zorder=0)
    label: dict[str, Any] = {"weight": "bold", "color": look.colour, "ha": "right"}
    sheet.text(left - 0.25, top + (_PAD + _LANE) / 2, str(rows["label"].iloc[0]), **label)
    if not plan:
        sheet.text(
            left,
            top + tall / 2,
            unread.silence(str(rows["label"].iloc[0]), "nobody who is named is heard"),
            SMALL,
            color=colour("mute"),
        )
    for voice in plan:
        y = top + _PAD / 2 + (voice.lane + 0.5) * _LANE
        sheet.ax.plot([voice.x] * 2, [top, y], color=look.colour, lw=0.6, alpha=0.5, zorder=0.5)
        face = colour("paper") if voice.reported else look.colour
        sheet.ax.scatter([voice.x], [y], s=34, facecolors=face, edgecolors=look.colour, linewidths=1.4, zorder=2)
        side, step = ("right", -_MARK) if voice.before else ("left", _MARK)
        back = {"facecolor": colour("paper"), "edgecolor": "none", "pad": 0.4}
        sheet.text(voice.x + step, y, voice.said, SMALL, ha=side, bbox=back, zorder=1)


def _scale(sheet: Sheet, left: float, y: float) -> None:
    right = sheet.width - 0.1
    sheet.ax.plot([left, right], [y + 0.04] * 2, color=colour("line"), lw=1)
    for share in (0, 25, 50, 75, 100):
        x = left + share / 100 * (right - left)
        sheet.ax.plot([x, x], [y + 0.04, y + 0.09], color=colour("mute"), lw=1)
        align = "right" if share == 100 else "center"
        sheet.text(x + (0.1 if share == 100 else 0), y + 0.2, f"{share}%", SMALL, ha=align, color=colour("mute"))


def _words(data: pd.DataFrame, shown: int, missing: int) -> Words:
    labels = list(dict.fromkeys(data["label"]))
    every = data["position"].nunique()
    voices = data["speaker"].dropna().nunique()
    if not voices:
        return Words(TITLE, "", source_line(labels))
    said = f"{voices:,} voice{'' if voices == 1 else 's'}, each placed by the share of the article before it."
    said += " Filled: in its own words, between quote marks; hollow: reported."
    if every > shown:
        said += f" The first {shown} of {every:,} articles are shown."
    if missing:
        said += f" {missing:,} more voice{' has' if missing == 1 else 's have'} no room here."
    return Words(TITLE, said, source_line(labels), _told(data))


def _told(data: pd.DataFrame) -> str:
    found: dict[str, list[str]] = {}
    for row in each(data.dropna(subset=["speaker"]).sort_values(["position", "at"], kind="stable")):
        found.setdefault(row.label, []).append(f"{row.speaker} {row.at:.0%}{' reported' if row.reported else ''}")
    return ". ".join(f"{label}: {', '.join(some)}" for label, some in found.items())
