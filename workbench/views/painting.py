"""How a view's widget comes to show its state: what answers the analyst first, what goes with it after that."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from workbench.markup import Html, tag
from workbench.views.bar import Action, Group
from workbench.views.grid import PAGE, Column, Line, pages
from workbench.views.subject import Subject


class Painting:
    """What shows a state; the view says what there is to show."""

    title: str
    detail_first: str
    filters: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    columns: tuple[Column, ...]
    state: Any
    whole: Any
    bar: Any
    grid: Any
    companions: Any
    _state: Any
    _head: Any
    _detail: Any

    _built = False
    _showing = False
    _painted: tuple[pd.DataFrame, int] | None = None
    _offered: tuple[pd.DataFrame, dict[str, list[Any]]] | None = None
    _looked_at: tuple[Subject | None] | None = None

    def _show(self) -> None:
        """Let the widget, where there is one, show the state."""
        if not self._built or self._showing:
            return
        self._showing = True
        try:
            self._show_all()
        finally:
            self._showing, self._looked_at = False, None

    def _show_all(self) -> None:
        """The rows and what is selected first: the analyst waits for these. Then what can be done with them."""
        shown, state = self._shown(), self.state
        page = max(0, min(state.page, pages(len(shown)) - 1))
        new = self._painted is None or self._painted[0] is not shown or self._painted[1] != page
        if new:
            self._paint(shown, page)
        self.grid.sort, self.grid.descending = state.sort, state.descending
        self.grid.selected = state.selected
        detail = self._seen() or tag("p", self.detail_first if len(shown) else "", class_="wb-cite")
        self._detail.value = str(tag("div", detail, class_="wb-detail"))
        if new:
            self._paint_around(shown, page)
        beside = (action for one in self.companions for action in one.actions())
        self.bar.actions = [asdict(action) for action in (*self.actions(), *beside)]
        self.bar.chosen = self._chosen_values()
        self.bar.find, self.bar.clip = state.find, self.clip()
        for one in self.companions:
            one.show()

    def _seen(self) -> Html:
        """The row that is selected, as the widget shows it at once."""
        return self.detail()

    def _paint(self, shown: pd.DataFrame, page: int) -> None:
        """Let the table show these rows: not needed while only the selection moves."""
        lines = self.marked(self.lines(shown.iloc[page * PAGE : (page + 1) * PAGE]))
        turn = f", page {page + 1} of {pages(len(shown))}" if pages(len(shown)) > 1 else ""
        gone = f" · {self.left_out()}" if self.left_out() else ""
        status = f"{len(shown):,} of {len(self.whole):,}{turn}{gone}"
        heads = tuple(self.columns)
        self.grid.show(lines, page=page, total=len(shown), status=status, empty=self.empty(), columns=heads)

    def _paint_around(self, shown: pd.DataFrame, page: int) -> None:
        """Let heading and filters go with the rows: filters are made anew only with other rows or another choice."""
        whole, chosen = self.whole, self._chosen_values()
        known = self._painted is not None and self._offered is not None and self._offered[0] is whole
        if not known or self._offered is None or self._offered[1] != chosen:
            self._offered = (whole, chosen)
            self.bar.groups = [group.plain for group in self.groups()]
        self._painted = (shown, page)
        self._head.value = str(tag("div", tag("h2", self.title), tag("p", self.heading()), class_="wb-head"))

    def _chosen_values(self) -> dict[str, list[Any]]:
        """What is chosen of each filter and choice."""
        single = {name: [getattr(self._state, name)] for name in self.choices}
        return {name: list(getattr(self._state, name)) for name in self.filters} | single

    def looked_at(self) -> Subject | None:
        """What the selected row is to the analyst: made once while a state is shown, though several ask for it."""
        if not self._showing:
            return self.subject()
        if self._looked_at is None:
            self._looked_at = (self.subject(),)
        return self._looked_at[0]

    # -- what the view has --------------------------------------------------------------------------------------------

    _shown: Callable[[], pd.DataFrame]
    lines: Callable[[pd.DataFrame], list[Line]]
    marked: Callable[[Iterable[Line]], list[Line]]
    left_out: Callable[[], str]
    empty: Callable[[], str]
    heading: Callable[[], str]
    groups: Callable[[], tuple[Group, ...]]
    actions: Callable[[], tuple[Action, ...]]
    clip: Callable[[], str]
    detail: Callable[[], Html]
    subject: Callable[[], Subject | None]
