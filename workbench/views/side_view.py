"""A view with a column a source: what filters it, what its cells show, what its panel opens."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.charts.palette import shorten
from workbench.markup import Html, tag
from workbench.model import Voice
from workbench.views import by_hand, narrow, sided
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.setting import Setting
from workbench.views.sided import Row, Sides, Use

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_FOUND_IN = ("name", "text")
#: Variants that a cell lists; the panel has all.
_IN_CELL = 5


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; kinds, sources, voices chosen (none means all); order; selection."""

    find: str = ""
    kind: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame, column_of: dict[str, str]) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order; `column_of` maps the names of sources to columns. Pure."""
    kept = narrow.choose(narrow.find(frame, state.find, _FOUND_IN), {"kind": state.kind})
    if state.source:
        kept = kept[kept[[column_of[name] for name in state.source]].notna().any(axis=1)]
    return narrow.order(kept, state.sort, state.descending)


class SideView(View[State]):
    """A matrix of rows by sources. Settable: ``find``, ``kind``, ``source``, ``voice``, ``sort``, ``selected``."""

    row_label = "Who or what"
    silence = "Silent"
    legend = sided.LEGEND
    filters: tuple[str, ...] = ("kind", "source", "voice")
    kind = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    voice = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self._sides: Sides | None = None

    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """What the matrix holds, in its order."""

    @cached_property
    def _all(self) -> tuple[Row, ...]:
        return self.rows()

    @property
    def sides(self) -> Sides:
        """The rows by source, in the voices that the state shows."""
        if self._sides is None or self._sides.voices != self.state.voice or self._sides.rows is not self._all:
            self._sides = Sides(self.corpus, self._all, self.state.voice)
        return self._sides

    @property
    def whole(self) -> pd.DataFrame:
        """All rows in the voices chosen."""
        return self.sides.frame

    @property
    def frame(self) -> pd.DataFrame:
        """The matrix as it is shown: a column a source, None where a source is silent."""
        return self._shown().drop(columns="text")

    @property
    def column_of(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return {self.sides.sources.names[key]: column for key, column in self.sides.columns.items()}

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The row's name, then a column a source."""
        called = self.sides.sources
        middle = (
            Column(column, shorten(called.names[key], 15), colour=called.colours.get(key))
            for key, column in self.sides.columns.items()
        )
        return (Column("name", self.row_label), *middle)

    def _options(self, name: str) -> list[str]:
        if name == "voice":
            return [voice.value for voice in Voice]
        return list(self.column_of) if name == "source" else super()._options(name)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.column_of)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each row with what every source has of it."""
        return [self._line(self.sides.by_key[key]) for key in map(str, frame.index)]

    def _line(self, row: Row) -> Line:
        uses = self.sides.uses(row)
        cells = (self.cell(uses[key]) if uses.get(key) else None for key in self.sides.columns)
        return Line(row.key, (Cell(row.name, strong=True, sub=row.sub or None), *cells))

    def cell(self, uses: list[Use]) -> Cell:
        """What a cell shows of a source's uses: each variant, with how often it is used."""
        counted = sided.counted(uses)
        words = [f"{text}\u00a0{count}" if count > 1 else text for text, count in counted[:_IN_CELL]]
        return Cell(" · ".join(words), sub=f"and {len(counted) - _IN_CELL} more" if len(counted) > _IN_CELL else None)

    def groups(self) -> tuple[Group, ...]:
        """Filters by kind, by source and by voice; one without a choice is left out."""
        whole, sides = self.whole, self.sides
        some = tuple(
            Option(name, name, int(whole[column].notna().sum()), sides.sources.colour_of(name))
            for name, column in self.column_of.items()
        )
        there = [use.voice.value for row in self._all for use in row.uses]
        said = tuple(Option(voice.value, voice.value, there.count(voice.value)) for voice in Voice)
        made = (Group("voice", "Voice", tuple(one for one in said if one.count)), Group("source", "Source", some))
        shown = tuple(one for one in made if len(one.options) > 1 or getattr(self.state, one.name))
        return (*narrow.groups(whole, self.state, {"kind": "Kind"}, sides.sources.colour_of), *shown)

    def actions(self) -> tuple[Action, ...]:
        """Copy the row that is selected."""
        return (replace(COPY, disabled=not self._row),)

    @property
    def _row(self) -> Row | None:
        return self.sides.by_key.get(self.state.selected)

    def clip(self) -> str:
        """The selected row in plain text, with where to find it in each source."""
        return sided.cited(self.sides, self._row) if self._row else ""

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
        self.grid.add_class("wb-wide")
        key = [ipywidgets.HTML(str(tag("p", self.legend, class_="wb-cite")))] if self.legend else []
        return [by_hand.Look(), self.bar, *key, self.grid, self._detail]
