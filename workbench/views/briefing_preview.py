"""How the briefing reads, below the controls: a widget an item, of which only those that changed are shown anew."""

import asyncio
from typing import TYPE_CHECKING

import ipywidgets

from workbench.briefing import items
from workbench.markup import Html, tag
from workbench.views import briefing_read

if TYPE_CHECKING:
    from workbench.views.briefing import Briefing

#: Seconds between two charts, in which the browser is answered.
_PAUSE = 0.05


class Preview(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """The briefing as it reads. Charts are drawn one by one behind everything else, and each once."""

    def __init__(self, view: "Briefing") -> None:
        self._view = view
        self._pieces: dict[str, ipywidgets.HTML] = {}
        self._drawn: dict[items.Chart, Html] = {}
        self._waiting = False
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
        for key, item in entries:
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
        return self._drawn.get(_bare(item), tag("p", f"Drawing the chart {item.name} …", class_="wb-cite"))

    def _left(self) -> list[items.Chart]:
        """The charts that are not drawn yet."""
        charts = (item for _, item in self._view.store.page.entries if isinstance(item, items.Chart))
        return [one for one in dict.fromkeys(map(_bare, charts)) if one not in self._drawn]

    def _draw_soon(self) -> None:
        """Draw the next chart when the kernel has nothing else to do; at once where there is no kernel."""
        if self._waiting or not self._left():
            return
        try:
            asyncio.get_running_loop().call_later(_PAUSE, self._draw)
            self._waiting = True
        except RuntimeError:
            self._draw()

    def _draw(self) -> None:
        self._waiting = False
        left = self._left()
        if left:
            self._drawn[left[0]] = briefing_read.drawn(self._view.corpus, left[0])
            self.show()


def _bare(item: items.Chart) -> items.Chart:
    """The chart without the analyst's words over and below it, which change nothing in the picture."""
    return items.Chart(item.name, item.arguments)
