"""A view with a column a source: what filters it, what its cells show, what its panel opens."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.briefing import items
from workbench.charts.palette import cut
from workbench.markup import Html, tag
from workbench.model import Voice
from workbench.views import by_hand, narrow, sided, subject_groups
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.setting import Setting
from workbench.views.side_columns import SideColumns
from workbench.views.sided import Row, Sides, Use
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_FOUND_IN = ("name", "text")
#: Variants that a cell lists; the panel has all.
_IN_CELL = 5
#: Of how many sources a row may be.
_ONLY = ("all sources", "several", "one source")


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; what is chosen of each filter (none means all); order; selection."""

    find: str = ""
    kind: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame, column_of: dict[str, str], total: int) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order; `column_of` maps the names of sources to columns. Pure.

    `total` is how many sources there are that count.
    """
    kept = narrow.choose(narrow.find(frame, state.find, _FOUND_IN), {"kind": state.kind})
    if state.source:
        kept = kept[kept[[column_of[name] for name in state.source]].notna().any(axis=1)]
    if state.silent:
        kept = kept[kept[[column_of[name] for name in state.silent]].isna().all(axis=1)]
    if state.only:
        kept = kept[spread(kept, total).isin(list(state.only))]
    return narrow.order(kept, state.sort, state.descending)


def spread(frame: pd.DataFrame, total: int) -> pd.Series:
    """Of how many of the `total` sources each row is: all sources, several or one source."""

    def word(sources: int) -> str:
        return _ONLY[2] if sources == 1 else _ONLY[0] if sources == total else _ONLY[1]

    return frame["sources"].map(word).astype("object")


class SideView(SideColumns, View[State]):
    """A matrix of rows by sources. Settable: ``find``, ``kind``, ``source``, ``voice``, ``only``, ``selected`` ...

    ``only`` takes "all sources", "several" and "one source": how many sources a row is of.
    """

    row_label = "Who or what"
    kind_label = "Kind"
    only_label = "Used by"
    silence = "Silent"
    legend = sided.LEGEND
    wordy = True  # cells hold words, and need more room than numbers and symbols
    longest = 64  # characters of a variant in a cell; the panel has it in full
    filters: tuple[str, ...] = ("kind", "source", "voice", "only")
    kind = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    voice = Setting[tuple[str, ...]]()
    only = Setting[tuple[str, ...]]()
    silent = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self._sides: Sides | None = None
        self.follow_decisions()

    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """What the matrix holds, in its order."""

    @cached_property
    def _all(self) -> tuple[Row, ...]:
        return self.rows()

    @property
    def sides(self) -> Sides:
        """The rows by source, in the voices that the state shows."""
        if self._sides is None or self._sides.rows is not self._all:
            self._voiced: dict[tuple[str, ...], Sides] = {}
        elif self._sides.voices == self.state.voice:
            return self._sides
        self._sides = self._voiced.setdefault(self.state.voice, Sides(self.corpus, self._all, self.state.voice))
        return self._sides

    @property
    def whole(self) -> pd.DataFrame:
        """All rows in the voices chosen."""
        return self.sides.frame

    @property
    def source_columns(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return self.sides.column_of

    @property
    def total(self) -> int:
        """How many sources there are that a row can be of."""
        return len(self.sides.columns)

    @property
    def named_sources(self) -> dict[str, str]:
        """What the sources are called, by article."""
        return self.sides.named

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The row's name, then a column a source."""
        called = self.sides.sources
        middle = (
            Column.of_source(self.sides.columns[key], called.names[key], called.colours.get(key))
            for key in self.with_column
        )
        return (Column("name", self.row_label), *middle)

    def _options(self, name: str) -> list[str]:
        if name == "voice":
            return [voice.value for voice in Voice]
        if name == "only":
            return list(_ONLY)
        return list(self.source_columns) if name in ("source", "silent") else super()._options(name)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.source_columns, self.total)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each row with what every source has of it."""
        return [self._line(self.sides.by_key[key]) for key in map(str, frame.index)]

    def _line(self, row: Row) -> Line:
        uses = self.sides.uses(row)
        cells = (self.cell(uses[key]) if uses.get(key) else self.none(row, key) for key in self.with_column)
        return Line(row.key, (self.head(row), *cells))

    def head(self, row: Row) -> Cell:
        """What the first cell of a row shows."""
        return Cell(row.name, strong=True, sub=row.sub or None)

    def cell(self, uses: list[Use]) -> Cell:
        """What a cell shows of a source's uses: each variant, with how often it is used."""
        counted = sided.counted(uses)
        shown = [(_short(text, self.longest), count) for text, count in counted[:_IN_CELL]]
        words = [f"{text}\u00a0{count}" if count > 1 else text for text, count in shown]
        more = f"and {len(counted) - _IN_CELL} more" if len(counted) > _IN_CELL else None
        said = list(dict.fromkeys(f"{use.shown} ({use.voice.value}: {use.speaker})" for use in uses if use.speaker))
        whole = [text for text, _ in counted if len(text) > self.longest]
        return Cell(" · ".join(words), sub=more, title="\n".join([*whole, *said][:12]) or None)

    def none(self, row: Row, article_id: str) -> Cell:
        """What a cell shows where the source has nothing: a dash, and in its title what was looked for."""
        return self.blank(article_id) or Cell("–", dim=True, title=self.sought(row, article_id))

    def sought(self, row: Row, article_id: str) -> str:
        """That a source is silent, and what was looked for in it."""
        return f"{self.silence}: {self.sides.sources.names[article_id]}. {sided.looked_for(row)}".rstrip()

    def groups(self) -> tuple[Group, ...]:
        """Filters by kind, by source and by voice; one without a choice is left out."""
        whole, sides = self.whole, self.sides
        some = tuple(
            Option(name, name, sides.having[column], sides.sources.colour_of(name))
            for name, column in self.source_columns.items()
        )
        voices = Counter(use.voice.value for row in self._all for use in row.uses)
        spreads = Counter(spread(whole, self.total))
        unknown = {sides.sources.names[key] for key in self.unread}
        silent = tuple(
            Option(one.value, one.label, len(whole) - (one.count or 0), one.colour)
            for one in some
            if one.value not in unknown
        )
        made = (
            Group("voice", "Voice", _counted([voice.value for voice in Voice], voices)),
            Group("only", self.only_label, _counted(_ONLY, spreads) if self.total > 1 else ()),
            Group("source", "Source", some),
            Group("silent", self.silence, silent),
        )
        shown = (one for one in made if one.name in self.filters)
        kept = tuple(one for one in shown if len(one.options) > 1 or getattr(self.state, one.name))
        return (*narrow.groups(whole, self.state, {"kind": self.kind_label}, sides.sources.colour_of), *kept)

    def actions(self) -> tuple[Action, ...]:
        """Copy the row that is selected."""
        return (replace(COPY, disabled=not self._row),)

    @property
    def _row(self) -> Row | None:
        return self.sides.by_key.get(self.state.selected)

    def clip(self) -> str:
        """The selected row in plain text, with where to find it in each source."""
        return sided.cited(self.sides, self._row) if self._row else ""

    def subject(self) -> Subject | None:
        """The selected row: nothing to decide on by itself, but for its parts."""
        row = self._row
        if row is None:
            return None
        by_article = self.sides.uses(row)
        passages = tuple(dict.fromkeys(use.passage for uses in by_article.values() for use in uses))
        names = self.sides.sources.names
        said = "; ".join(f"{names[key]}: {sided.told(uses)}" for key, uses in by_article.items())
        firsts = tuple(subject_groups.where(uses[0].passage) for uses in by_article.values())
        item = items.Statement(f"{row.name}. {said}".rstrip(".") + ".", firsts)
        return Subject(row.name, passages=passages, items=(item,), parts=self.parts_of(row))

    def parts_of(self, row: Row) -> tuple[Subject, ...]:
        """What is to be decided on in a row, one by one."""
        return ()

    def detail(self) -> Html:
        """Every use of the selected row in its sentence, and who is silent."""
        return sided.render(self.sides, self._row, self.silence) if self._row else Html("")

    def html(self) -> Html:
        """The view without a kernel, with the key to its marks."""
        return Html("").join([super().html(), tag("p", tag("small", self.legend)) if self.legend else ""])

    def change(self, **changes: Any) -> None:
        """Replace fields of the state and show the result; a row that the new voices do not have is let go of."""
        super().change(**changes)
        if self.state.selected and self._row is None:
            super().change(selected="")

    def parts(self) -> list[ipywidgets.Widget]:
        """The bar, the key, the table and the selected row."""
        for name in ("wb-wide", "wb-sides", *(("wb-words",) if self.wordy else ())):
            self.grid.add_class(name)
        key = [ipywidgets.HTML(str(tag("p", self.legend, class_="wb-cite")))] if self.legend else []
        return [by_hand.Look(), self.bar, *key, self.grid, self._detail]


def _counted(values: Iterable[str], counts: Mapping[str, int]) -> tuple[Option, ...]:
    """A choice for each of the `values` that there is, with how often."""
    return tuple(Option(value, value, counts[value]) for value in values if counts.get(value))


def _short(text: str, longest: int) -> str:
    """`text` cut to what a cell has room for; marks around it stay."""
    kept = cut(text, longest)
    return f"{kept}{text[-1]}" if kept != text and text[-1] in "”›" else kept
