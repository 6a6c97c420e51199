"""Views follow decisions: what they made of the corpus is made anew, and what is looked at stays where it still is."""

import asyncio
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from workbench.review import Reviewed
from workbench.review.decision import BESIDE, Decision, Layer
from workbench.views.grid import Cell, Line

#: Layers that few views show; decisions on the others can change anything.
_NARROW = frozenset({Layer.CHECK, Layer.LABEL, Layer.WORDING, Layer.CLAIM})
#: What stays when the rest is made anew: widgets.
_WIDGETS = frozenset({"bar", "grid", "widget", "companions", "_opener", "_chooser"})
_SIGNS = {"confirmed": "✓ confirmed", "corrected": "✎ corrected", "added": "+ added"}


class Following:
    """What a view does once something is decided, in it or elsewhere; a view calls :meth:`follow` when it has a corpus.

    `layers` are those of its rows and their parts, the rows' own first; `heeds_too` are others that few views show.
    """

    layers: ClassVar[tuple[Layer, ...]] = ()
    heeds_too: ClassVar[frozenset[Layer]] = frozenset()
    filters: tuple[str, ...]
    acting = False  # while something is decided in this very view
    _state: Any
    _built: bool
    _last: Any
    _painted: Any

    @property
    def reviewed(self) -> Reviewed | None:
        """The corpus, where decisions can be made on it."""
        corpus = getattr(self, "corpus", None)
        return corpus if isinstance(corpus, Reviewed) else None

    def follow_decisions(self) -> None:
        """Show every decision on the corpus from now on, as long as somebody holds this view."""
        corpus, held = self.reviewed, weakref.ref(self)
        if corpus is None:
            return
        last = weakref.ref(corpus)

        def call() -> None:
            view, there = held(), last()
            if view is not None and there is not None and view.reviewed is there:
                view.take_in(there.last)

        weakref.finalize(self, corpus.watch(call))

    def take_in(self, last: Decision | None) -> None:
        """Something was decided; several things, where `last` is None."""
        layer = last.target.layer if last else None
        if layer in _NARROW and layer not in {*self.layers, *self.heeds_too}:
            return
        if last is None or last.kind not in BESIDE:
            self.renew()
            if self._built:
                charts.add(self)
        self._painted = None
        if self.acting:
            self._show()
        elif self._built:
            tables.add(self)

    def renew(self) -> None:
        """Make anew, late, what was made of the corpus; what is chosen stays where it is still there."""
        place = self._place()
        for name in list(vars(self)):
            if isinstance(getattr(type(self), name, None), cached_property) and name not in _WIDGETS:
                del vars(self)[name]
        self._last = self._painted = None
        self._state = self._settled(self._state, place)

    def _settled(self, state: Any, place: int) -> Any:
        """The state without what is no longer there; the row that took the place of the one decided on here."""
        kept: dict[str, Any] = {
            name: tuple(value for value in chosen if value in self._options(name))
            for name in self.filters
            if (chosen := getattr(state, name))
        }
        if state.sort and state.sort not in self.whole.columns:
            kept["sort"] = ""
        if not state.selected or state.selected in self.whole.index:
            return replace(state, **kept)
        self._state = replace(state, **kept, selected="")
        index = self._shown().index
        there = self.acting and place >= 0 and len(index)
        return replace(self._state, selected=str(index[min(place, len(index) - 1)]) if there else "")

    def _place(self) -> int:
        """The place of the selected row among those shown; -1 where it is not shown."""
        if not self.acting or not self._state.selected:
            return -1
        return int(self._shown().index.get_indexer(pd.Index([self._state.selected], dtype="object"))[0])

    def catch_up(self) -> None:
        """Show what was decided elsewhere."""
        self._show()

    def redraw(self) -> None:
        """Draw the chart of the whole anew."""
        self._picture.value = str(self.picture())

    # -- what the table says of decisions -----------------------------------------------------------------------------

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """By row: what was decided on it; where its parts are decided on, how many of them and how."""
        corpus = self.reviewed
        return corpus.review.marks(self.layers[0].value) if corpus and self.layers else {}

    def marked(self, lines: Iterable[Line]) -> list[Line]:
        """The lines with what was decided on each, as badges."""
        marks = self.marks()
        return [_marked(line, marks[line.id]) if marks.get(line.id) else line for line in lines]

    def left_out(self) -> str:
        """How many rows an analyst rejected; empty where none."""
        gone = self.rejected()
        return f"{gone:,} rejected, left out" if gone else ""

    def rejected(self) -> int:
        """How many of what the rows are made of were rejected."""
        corpus = self.reviewed
        return corpus.review.rejected(self.layers[0].value) if corpus and self.layers else 0

    # -- what the view has --------------------------------------------------------------------------------------------

    whole: Any
    _picture: Any
    picture: Callable[[], Any]
    _options: Callable[[str], list[str]]
    _shown: Callable[[], pd.DataFrame]
    _show: Callable[[], None]


def gathered(marks: Mapping[str, tuple[str, ...]], parts: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The `marks` of the `parts` of rows (their keys, by row), counted.

    >>> gathered({"a": ("confirmed",), "b": ("confirmed", "memo")}, {"one": ["a", "b", "c"], "two": ["d"]})
    {'one': ('2 confirmed', '1 memo')}
    """
    if not marks:
        return {}
    counts = {row: Counter(word for key in keys for word in marks.get(key, ())) for row, keys in parts.items()}
    return {row: tuple(f"{number} {word}" for word, number in some.items()) for row, some in counts.items() if some}


def _marked(line: Line, words: tuple[str, ...]) -> Line:
    """The line with these badges in its first cell that holds text."""
    cells = list(line.cells)
    at = next((at for at, cell in enumerate(cells) if isinstance(cell, Cell) and cell.value is None), None)
    if at is None:
        return line
    cell = cells[at]
    assert isinstance(cell, Cell)
    cells[at] = replace(cell, badges=(*cell.badges, *(_SIGNS.get(word, word) for word in words)))
    return replace(line, cells=tuple(cells))


def in_kernel() -> bool:
    """Whether there is a loop to come back in: in a notebook there is, in a test or a script there is none."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def soon(do: Callable[[], None], seconds: float = 0.05) -> "asyncio.TimerHandle | None":
    """Do it a little later, once what is at hand is shown; without a kernel, at once."""
    try:
        return asyncio.get_running_loop().call_later(seconds, do)
    except RuntimeError:
        do()
        return None


class Later:
    """Views that have something to do once nothing more is decided: one after the other, so that clicks come between.

    Without a kernel it is done at once.
    """

    def __init__(self, do: Callable[[Following], None], pause: float, between: float) -> None:
        self._do, self._pause, self._between = do, pause, between
        self._waiting: dict[int, weakref.ref[Following]] = {}
        self._timer: asyncio.TimerHandle | None = None

    def add(self, view: Following) -> None:
        """Let `view` do it, once."""
        self._waiting[id(view)] = weakref.ref(view)
        self._arm(self._pause)

    def _arm(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = soon(self._next, seconds)

    def _next(self) -> None:
        self._timer = None
        while self._waiting:
            view = self._waiting.pop(next(iter(self._waiting)))()
            if view is not None:
                self._do(view)
                break
        if self._waiting:
            self._arm(self._between)


#: The rows are shown first: their chart comes once there is a moment.
first = Later(lambda view: view.redraw(), 0.1, 0.05)
#: Tables follow at once; charts, which take longest, once there is a moment.
tables = Later(lambda view: view.catch_up(), 0.05, 0.02)
charts = Later(lambda view: view.redraw(), 1.5, 0.3)
