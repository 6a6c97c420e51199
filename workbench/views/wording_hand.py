"""The controls that change the word lists: a word added, the selected one taken out, a change taken back."""

from typing import TYPE_CHECKING

import ipywidgets

from workbench.errors import OptionError
from workbench.lexicons.wordlists import given
from workbench.markup import tag
from workbench.model import Device
from workbench.views.edited import Hand, on_enter, pick, row, text

if TYPE_CHECKING:
    from workbench.views.loaded import Loaded

_FIRST = ("Choose a change …", ())
DEVICES = (Device.LOADED, Device.INTENSIFIER, Device.HEDGE, Device.REPORTING_VERB)


class WordingHand(Hand):
    """Controls for the lists, open or not, whatever is selected. They call the view, no more."""

    def __init__(self, view: "Loaded") -> None:
        self._view = view
        self.words = text("Word or phrase", "such as so-called", "330px")
        self.device = pick("as", "190px", [(device.value, device) for device in DEVICES])
        known = sorted({term.concept for term in given() if term.concept})
        self.concept = ipywidgets.Combobox(
            description="about",
            placeholder="anything (optional)",
            options=known,
            ensure_option=False,
            style={"description_width": "initial"},
            layout={"width": "240px"},
        )
        self.chosen = ipywidgets.HTML()
        self.mine = pick("Changes so far", "460px")
        on_enter(self.words, lambda: self.guarded(self._add))
        self.out = self.button("Take out", view.remove)
        self.back = self.button("Take back", self._back)
        rows = [
            row(self.words, self.device, self.concept, self.button("Add", self._add, "90px")),
            row(self.chosen, self.out),
            row(self.mine, self.back),
        ]
        super().__init__("Edit word lists", rows)

    def _add(self) -> None:
        self._view.add(self.words.value, self.device.value, concept=self.concept.value)
        self.words.value = self.concept.value = ""

    def _back(self) -> None:
        if not self.mine.value:
            raise OptionError("Choose the change to take back first.")
        self._view.take_back(*self.mine.value)

    def _keep(self) -> None:
        self._view.keep()

    def show(self) -> None:
        """Let the controls fit the row that is selected, and list the changes."""
        one = self._view.entry
        said = tag("span", "Selected: ", tag("b", f"“{one[0]}”"), f" ({one[1].value})") if one else None
        self.chosen.value = str(said or tag("span", "Click a row to take its word out of the lists.", class_="wb-cite"))
        self.out.disabled = one is None
        made = self._view.own.list_changes
        self.mine.options = [_FIRST, *((what, (words, device)) for words, device, what in reversed(made))]
        self.mine.value = _FIRST[1]
        self.mine.disabled = self.back.disabled = not made
        self.say(self._view, self._view.changes)
