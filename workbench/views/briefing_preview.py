"""How the briefing reads, below the controls: a widget an item, of which only those that changed are shown anew."""

import asyncio
from typing import TYPE_CHECKING

import ipywidgets

from workbench.briefing import items
from workbench.markup import Html, tag
from workbench.views import briefing_read
from workbench.views.following import soon

if TYPE_CHECKING:
    from workbench.views.briefing import Briefing

#: Seconds without a change after which the next chart is drawn: whoever writes is not kept waiting.
_PAUSE = 0.7


class Preview(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """The briefing as it reads. Charts are drawn one by one behind everything else, and each once."""

    def __init__(self, view: "Briefing") -> None:
        self._view = view
        self._pieces: dict[str, ipywidgets.HTML] = {}
        self._drawn: dict[items.Chart, Html] = {}
        self._shown: dict[str, tuple[object, ...]] = {}  # what each piece was made of
        self._due: asyncio.TimerHandle | None = None
        self._order: tuple[str, ...] = ()
        self._head = ipywidgets.HTML()
        self._foot = ipywidgets.HTML()
        super().__init__([self._head, self._foot])
        self.add_class("wb-reading")
        self.add_class("wb-panel")

    def forget(self) -> None:
        """Draw the charts again: what they show has changed."""
        self._drawn = {}

    def show(self) -> None:
        """Let every piece read as it does by now."""
        listed = self._view.listed
        reading = briefing_read.Reading(listed, self._chart)
        entries = listed.page.entries
        self._pieces = {key: self._pieces.get(key) or ipywidgets.HTML() for key, _ in entries}
        shown, self._shown = self._shown, {}
        for key, item in entries:
            chart = self._drawn.get(_bare(item)) if isinstance(item, items.Chart) else None
            self._shown[key] = (item, listed.said.get(key), chart)
            if shown.get(key) != self._shown[key]:
                self._put(self._pieces[key], reading.piece(key, item))
        self._put(self._head, tag("h2", self._view.title) if entries else Html(""))
        self._put(self._foot, reading.ending())
        if self._order != tuple(self._pieces):
            self._order = tuple(self._pieces)
            self.children = (self._head, *self._pieces.values(), self._foot)
        self.layout.display = "" if entries else "none"
        self._draw_soon()

    @staticmethod
    def _put(piece: ipywidgets.HTML, shown: Html) -> None:
        if piece.value != str(shown):
            piece.value = str(shown)

    def _chart(self, key: str, item: items.Chart) -> Html:
        return self._drawn.get(
            _bare(item), tag("p", f"Drawing “{items.CHART_WORDS.get(item.name, item.name)}” …", class_="wb-cite")
        )

    def _left(self) -> list[items.Chart]:
        """The charts that are not drawn yet."""
        charts = (item for _, item in self._view.store.page.entries if isinstance(item, items.Chart))
        return [one for one in dict.fromkeys(map(_bare, charts)) if one not in self._drawn]

    def _draw_soon(self) -> None:
        """Draw the next chart when nothing was changed for a moment; at once where there is no kernel."""
        if self._due is not None:
            self._due.cancel()
        self._due = soon(self._draw, _PAUSE) if self._left() else None

    def _draw(self) -> None:
        self._due = None
        left = self._left()
        if left:
            self._drawn[left[0]] = briefing_read.drawn(self._view.corpus, left[0])
            self.show()


def _bare(item: items.Chart) -> items.Chart:
    """The chart without the analyst's words over and below it, which change nothing in the picture."""
    return items.Chart(item.name, item.arguments)
