"""What all views share: a frozen state that callbacks only replace, a table, a detail panel, a twin in plain HTML."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

import ipywidgets
import pandas as pd

from workbench.briefing.items import Chart
from workbench.errors import OptionError
from workbench.markup import Html
from workbench.views import companions, steady
from workbench.views.bar import Action, Bar, Group
from workbench.views.following import Following, first, in_kernel
from workbench.views.grid import PAGE, Column, Grid, Line
from workbench.views.keyguard import KeyGuard
from workbench.views.painting import Painting
from workbench.views.setting import Setting
from workbench.views.subject import Subject
from workbench.views.subjects import Subjects
from workbench.views.table_state import TableState
from workbench.views.telling import Telling

S = TypeVar("S", bound=TableState)


class View(Telling, Painting, Following, ABC, Generic[S]):
    """One view: `state` says what is shown, `frame` is what is shown, `selected` is the row that is looked at.

    Set a field of the state to drive the view from the next cell. Where there is no kernel, ``html()`` stands in.
    """

    title: str
    columns: tuple[Column, ...]
    filters: tuple[str, ...] = ()  # fields of the state that hold the values chosen of a column; none means all
    choices: Mapping[str, tuple[str, ...]] = MappingProxyType({})  # fields that hold one of a few words
    known: Mapping[str, tuple[str, ...]] = MappingProxyType({})  # what a filter can ask for though no row here has it
    placeholder = "Find …"
    drawn = ""  # the chart of ``workbench.charts`` that goes with the view
    detail_first = "Click a row to see it in its place."

    find = Setting[str]()
    sort = Setting[str]()
    descending = Setting[bool]()
    selected = Setting[str]()
    page = Setting[int]()

    def __init__(self, state: S) -> None:
        self._state = state
        self._last: tuple[S, pd.DataFrame] | None = None

    # -- the state ----------------------------------------------------------------------------------------------------

    @property
    def state(self) -> S:
        """What the view shows at present; frozen."""
        return cast(S, self._state)

    def change(self, **changes: Any) -> None:
        """Replace fields of the state and show the result; the page goes back to the first unless it is given.

        Raises OptionError for a value that the field cannot have.
        """
        for name in changes.keys() & {*self.filters, *self.choices}:
            values = self._options_given(name, changes[name])
            changes[name] = values if name in self.filters else values[0]
        if not changes.keys() <= {"selected", "page"}:
            changes.setdefault("page", 0)
        if "selected" in changes:
            changes["selected"] = changes["selected"] or ""
        if changes.get("selected") and changes["selected"] not in self.whole.index:
            raise OptionError(
                f"There is no row {changes['selected']!r} here; the index of .frame holds the ids there are."
            )
        if changes.get("sort") and changes["sort"] not in self.whole.columns:
            raise OptionError(f"There is no column {changes['sort']!r} here; there is {', '.join(self.whole.columns)}.")
        new = replace(cast(Any, self._state), **changes)
        if new == self._state:
            return
        self._state = new
        if changes.keys() == {"selected"}:
            self._state = replace(cast(Any, new), page=self._page_of(new.selected))
        self._show()

    def _page_of(self, row: str) -> int:
        """The page that holds the row; the present one where the row is not shown."""
        places = self._shown().index.get_indexer(pd.Index([row], dtype="object"))
        return int(places[0]) // PAGE if places[0] >= 0 else self._state.page

    def reset(self) -> None:
        """Show everything again: nothing looked for, nothing chosen, nothing selected."""
        self._state = self._state.__class__(**self._kept())
        self._show()

    def _kept(self) -> dict[str, Any]:
        """Fields of the state that :meth:`reset` leaves as they are."""
        return {}

    def _options_given(self, name: str, given: str | Sequence[str] | None) -> tuple[str, ...]:
        values = () if given is None else (given,) if isinstance(given, str) else tuple(given)
        there = list(dict.fromkeys((*self._options(name), *self.known.get(name, ()))))
        for value in values:
            if value not in there:
                raise OptionError(f"There is no {name} {value!r} here; there is {', '.join(there) or 'none at all'}.")
        return values

    def _options(self, name: str) -> list[str]:
        """The values that the filter or choice `name` can take."""
        if name in self.choices:
            return list(self.choices[name])
        return list(dict.fromkeys(self.whole[name].dropna())) if name in self.whole else []

    # -- what a view says of itself -----------------------------------------------------------------------------------

    @property
    @abstractmethod
    def whole(self) -> pd.DataFrame:
        """All rows, before anything is filtered; the index holds the ids."""

    @abstractmethod
    def apply(self, state: S, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of `frame` that `state` shows, in its order. Pure."""

    @property
    def frame(self) -> pd.DataFrame:
        """The rows that are shown, in the order in which they are shown."""
        return self._shown().copy()

    @property
    def first(self) -> str:
        """The id of the first row shown; empty where there is none."""
        return str(self._shown().index[0]) if len(self._shown()) else ""

    def _shown(self) -> pd.DataFrame:
        """The rows shown; the same object as before while only the selection or the page moves."""
        key = replace(cast(Any, self._state), selected="", page=0)
        if self._last is None or self._last[0] != key:
            self._last = (key, self.apply(self._state, self._sifted()))
        return self._last[1]

    def _sifted(self) -> pd.DataFrame:
        """What :meth:`apply` looks at."""
        return self.whole

    @abstractmethod
    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """The rows of `frame` as the table shows them."""

    @abstractmethod
    def heading(self) -> str:
        """One line on what there is and what stands out."""

    @abstractmethod
    def detail(self) -> Html:
        """The row that is selected, in its place; empty where none is."""

    @abstractmethod
    def empty(self) -> str:
        """A sentence that helps, for when the table has no rows."""

    def groups(self) -> tuple[Group, ...]:
        """The filters offered."""
        return ()

    def actions(self) -> tuple[Action, ...]:
        """The actions offered. A later view adds its own here; they stand at the right of the find box."""
        return ()

    def clip(self) -> str:
        """What an action that copies puts on the clipboard."""
        return ""

    def act(self, name: str) -> None:
        """Do what the action `name` stands for; one that only copies needs nothing here."""

    @cached_property
    def subjects(self) -> Subjects:
        """What the rows are to the analyst."""
        return Subjects(cast(Any, self).corpus)

    def subject(self) -> Subject | None:
        """What the selected row is to the analyst; None where none is, or where it is nothing by itself."""
        return None

    def chart(self) -> Chart | None:
        """The chart that goes with what is shown, for a briefing; None where there is none."""
        return Chart(self.drawn) if self.drawn else None

    def picture(self) -> Html:
        """A chart of the whole, as HTML; empty where there is none."""
        return Html("")

    # -- the widget ---------------------------------------------------------------------------------------------------

    @cached_property
    def bar(self) -> Bar:
        """Find, filters, actions."""
        bar = Bar(placeholder=self.placeholder)
        bar.observe(lambda _: self._told(find=bar.find), "find")
        bar.observe(lambda _: self._told(**bar.chosen), "chosen")
        bar.observe(lambda _: self._press(bar.pressed.get("name", "")), "pressed")
        return bar

    @cached_property
    def grid(self) -> Grid:
        """The table."""
        grid = Grid(self.columns, self.title)
        grid.observe(lambda _: self._told(selected=grid.selected), "selected")
        grid.observe(lambda _: self._told(page=grid.page), "page")
        grid.observe(lambda _: self._told(sort=grid.sort, descending=grid.descending), ["sort", "descending"])
        return grid

    @cached_property
    def widget(self) -> ipywidgets.VBox:
        """The view as a widget, made when it is first shown."""
        self._head, self._detail, self._picture = (ipywidgets.HTML() for _ in range(3))
        own = self.parts()
        at = own.index(self._detail) if self._detail in own else len(own)
        near = [one.widget for one in self.companions if getattr(one, "near", False)]
        below = [one.widget for one in self.companions if one.widget not in near]
        parts = [KeyGuard(), self._head, *own[:at], *near, *own[at:], *below]
        box = ipywidgets.VBox(parts, layout=ipywidgets.Layout(overflow="visible"))
        box.add_class("wb-view")
        self._built = True
        self._show()
        first.add(self)
        if in_kernel():
            steady.settle(getattr(self, "corpus", None) or self)
        return box

    def parts(self) -> list[ipywidgets.Widget]:
        """What stands below the heading, from top to bottom."""
        return [self.bar, self.grid, self._detail, self._picture]

    @cached_property
    def companions(self) -> tuple[companions.Companion, ...]:
        """What every view offers beside its own."""
        return companions.of(self)

    def _press(self, name: str) -> None:
        if not any(one.press(name) for one in self.companions):
            self.act(name)

    def _told(self, **changes: Any) -> None:
        """The browser changed something (and not we ourselves, while showing a state)."""
        if not self._showing:
            self.change(**changes)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """The widget for JupyterLab, the twin for everything else."""
        bundle = dict(self.widget._repr_mimebundle_())
        return bundle | {"text/html": str(self.html()), "text/plain": self.summary()}
