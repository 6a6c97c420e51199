"""The controls by which the analyst says which words count as one thing or act."""

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets

from workbench.markup import tag
from workbench.views.edited import Hand, on_enter, pick, row, text

if TYPE_CHECKING:
    from workbench.views.choices import Choices

_MOST = 400  # things and words offered
_FIRST = ("Choose another one …", "")


class ChoicesHand(Hand):
    """Controls for the selected thing, for new ones and for verbs of one act. They call the view, no more."""

    def __init__(self, view: "Choices") -> None:
        self._view = view
        self.name = text("Name", width="380px")
        self.other = pick("Another", "380px")
        self.some = ipywidgets.SelectMultiple(
            description="Its words", rows=5, style={"description_width": "initial"}, layout={"width": "380px"}
        )
        self.label = text("split off as", "a name (optional)", "260px")
        self.more = text("More words", "parted by commas", "380px")
        self.new, self.words = text("New thing", "its name", "260px"), text("words", "parted by commas", "330px")
        self.verb, self.twin = text("Verb", "such as scrap", "220px"), text("is the same as", "such as axe", "260px")
        merge, split, out = (
            self.button(verb, do, "110px")
            for verb, do in (("Merge in", self._merge), ("Split off", self._split), ("Take out", self._out))
        )
        self.buttons = (self.button("Rename", self._rename, "110px"), merge, split, out)
        self.plus = self.button("Add", self._more, "110px")
        self.hint = ipywidgets.HTML(str(tag("span", "Click a row to change what it counts.", class_="wb-cite")))
        for field, do in ((self.name, self._rename), (self.more, self._more), (self.words, self._make)):
            on_enter(field, partial(self.guarded, do))
        on_enter(self.twin, lambda: self.guarded(self._act))
        self.own = ipywidgets.VBox(
            [
                row(self.name, self.buttons[0]),
                row(self.other, merge),
                row(self.some, self.label, split, out),
                row(self.more, self.plus),
            ]
        )
        rows = [
            self.hint,
            self.own,
            row(self.new, self.words, self.button("Make", self._make, "110px")),
            row(self.verb, self.twin, self.button("Count as one act", self._act)),
        ]
        super().__init__("Say what counts as one", rows)

    def _rename(self) -> None:
        self._view.rename(self.name.value)

    def _merge(self) -> None:
        self._view.merge(self.other.value or "")

    def _split(self) -> None:
        self._view.split(self.some.value, self.label.value)
        self.label.value = ""

    def _out(self) -> None:
        self._view.take_out(self.some.value)

    def _more(self) -> None:
        self._view.add(self.more.value)
        self.more.value = ""

    def _make(self) -> None:
        self._view.make(self.new.value, self.words.value)
        self.new.value = self.words.value = ""

    def _act(self) -> None:
        self._view.same_act(self.verb.value, self.twin.value)
        self.verb.value = self.twin.value = ""

    def _keep(self) -> None:
        self._view.keep()

    def show(self) -> None:
        """Let the controls fit the thing that is selected, and list the changes."""
        key = self._view.state.selected
        self.own.layout.display = "" if key else "none"
        self.hint.layout.display = "none" if key else ""
        if key:
            self.name.value = key
            others = [str(name) for name in self._view.whole.index if name != key][:_MOST]
            self.other.options = [_FIRST, *((name, name) for name in others)]
            self.other.value = ""
            words = list(self._view.words(key).items())[:_MOST]
            self.some.options = [(f"{word} {uses}", word) for word, uses in words]
            self.some.value = ()
        self.say(self._view, self._view.changes)
