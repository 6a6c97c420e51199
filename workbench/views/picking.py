"""Picking for the briefing, in every view: the selected row, the view's chart, the rows that it shows."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets

from workbench.briefing import store
from workbench.briefing.items import CHART_WORDS, Item, Table
from workbench.citing.say import count
from workbench.errors import WorkbenchError
from workbench.markup import Html, tag
from workbench.views.bar import Action
from workbench.views.grid import Cell, Line

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.views.base import View

#: Rows that a table in a briefing can have; what was narrowed down to fewer says more.
MOST_ROWS = 2000
_GROUP = "Group"


class Picking:
    """Three buttons, and a line that says what is in the briefing. `view` is looked at through its public face only."""

    def __init__(self, view: Any) -> None:
        self._view: View[Any] = view
        self._corpus: Callable[[], Corpus] = lambda: view.corpus  # 00-start opens others
        self.message = ""

    @property
    def store(self) -> store.Store:
        """The analyst's briefing on these articles."""
        return store.of(self._corpus())

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """The line below the view."""
        self._line = ipywidgets.HTML()
        self.store.watch(self)
        return self._line

    def actions(self) -> tuple[Action, ...]:
        """Add the selected row; add the chart, where the view has one; add the rows shown."""
        subject = self._view.looked_at()
        nothing = subject is None or not subject.items
        added = Action(
            "pick", "Add to briefing", "Add the selected row to your briefing (06-briefing)", disabled=nothing
        )
        chart = Action("pick chart", "Add chart", "Add the chart of this view to your briefing")
        rows = Action("pick table", "Add table", "Add the rows shown, as filtered and sorted, to your briefing")
        return (added, *((chart,) if self._view.chart() else ()), rows)

    def press(self, name: str) -> bool:
        """Add what the button is for, and say so beside it."""
        if name == "pick":
            subject = self._view.looked_at()
            self.add(*(subject.items if subject else ()), name=subject.name if subject else "")
        elif name == "pick chart":
            chart = self._view.chart()
            self.add(*((chart,) if chart else ()), name=f"the chart “{CHART_WORDS[chart.name]}”" if chart else "")
        elif name == "pick table":
            self.add(table(self._view), name=f"the rows shown of {self._view.title}")
        else:
            return False
        return True

    def add(self, *items: Item, name: str) -> None:
        """Add `items` to the briefing and say what became of it."""
        if not items:
            self._say("Select a row first: then it can be added to your briefing.")
            return
        try:
            new = self.store.add(*items)
        except WorkbenchError as error:
            self._say(str(error))
            return
        self._say(told(self.store, items, new, name))

    def _say(self, message: str) -> None:
        self.message = message
        self._view.bar.said = message
        self.show()

    def show(self) -> None:
        """Say how much the briefing holds."""
        if "widget" in self.__dict__:
            self._line.value = str(line(self.store))

    follow = show


def told(kept: store.Store, items: tuple[Item, ...], new: tuple[Item, ...], name: str) -> str:
    """What was added, and how much there is now; or where it was already."""
    there = [item for _, item in kept.page.entries]
    holds = f"{count(len(there), 'item')} in the briefing"
    unkept = f" {kept.kept.message}" if kept.waiting else ""
    if not new:
        return f"Already in the briefing, as item {there.index(items[0]) + 1}: {name} ({holds}).{unkept}"
    return f"Added: {name} ({holds}).{unkept}"


def line(kept: store.Store) -> Html:
    """How much the briefing holds, and whether it is kept; nothing while there is nothing."""
    said = [f"Your briefing has {count(len(kept.page.entries), 'item')}: put it together in 06-briefing."]
    said += [kept.kept.message] if kept.waiting else []
    said += [kept.problem] if kept.problem else []
    if not kept.page.entries and len(said) == 1:
        return Html("")
    return tag("p", " ".join(said), class_="wb-cite")


def table(view: "View[Any]") -> Table:
    """The rows that `view` shows, in their order, as they are written there; headings between them as a first column.

    >>> from workbench.views.grid import Cell
    >>> words(Cell("300", badges=("implied",))), words(None)
    ('300 (implied)', None)
    """
    lines = view.written(MOST_ROWS)
    grouped = any(one.group is not None for one in lines)
    columns = tuple(column.label for column in view.columns)
    total = len(view.frame)
    title = view.title if total <= MOST_ROWS else f"{view.title} (the first {MOST_ROWS:,} of {total:,})"
    return Table(view.title, (_GROUP, *columns) if grouped else columns, tuple(_rows(lines, grouped)), title)


def _rows(lines: list[Line], grouped: bool) -> Any:
    group: str | None = None
    for one in lines:
        if one.group is not None:
            group = words(one.group)
        else:
            cells = tuple(words(cell) for cell in one.cells)
            yield (group, *cells) if grouped else cells


def words(cell: Cell | str | None) -> str | None:
    """What a cell says, in one line."""
    if not isinstance(cell, Cell):
        return cell
    text = cell.text if cell.text is not None else cell.value or cell.hint
    marks = f" ({', '.join(cell.badges)})" if cell.badges else ""
    return None if text is None else f"{text}{marks}"
