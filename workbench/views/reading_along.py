"""From every view into the reader, and from the reader into the other views; and back to the row one came from."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets
import traitlets

from workbench.errors import WorkbenchError
from workbench.views.bar import Action

if TYPE_CHECKING:
    from workbench.views.base import View
    from workbench.views.reader import Reader

_READ, _OPEN = "read along", "open in"
#: Characters of a title on a button.
_LONGEST = 60


class Back(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """A button that leads back: it brings what it opened into sight, and later the row that it was opened from."""

    _esm = Path(__file__).with_name("reading_back.js")

    label = traitlets.Unicode("").tag(sync=True)  # empty: nothing is open
    times = traitlets.Int(0).tag(sync=True)  # how often something was opened


class Beside:
    """A companion that opens another view below its own, made when it is first asked for."""

    def __init__(self, view: Any) -> None:
        self._view: View[Any] = view
        self._close: Callable[[], None] = lambda: None

    @cached_property
    def widget(self) -> ipywidgets.VBox:
        """The button that leads back, and below it what was opened."""
        self.back = Back()
        self.back.on_msg(lambda *_: self.close())
        box = ipywidgets.VBox([self.back], layout=ipywidgets.Layout(overflow="visible"))
        box.add_class("wb-beside")
        return box

    @property
    def opened(self) -> bool:
        """Whether something is open."""
        return len(self.widget.children) > 1

    def actions(self) -> tuple[Action, ...]:
        """The button in the bar."""
        return ()

    def press(self, name: str) -> bool:
        """Whether `name` is its button; then what it opens is opened."""
        return False

    def show(self) -> None:
        """Nothing follows: what is open stays as it is until it is asked for again."""

    follow = show

    def _open(self, view: "View[Any]") -> None:
        view.within = True  # type: ignore[attr-defined]  # it leads back, and no further in
        self.widget.children = (self.back, view.widget)
        title = self._view.title
        self.back.label = f"◀ Back to {title if len(title) <= _LONGEST else title[:_LONGEST]}"
        self.back.times += 1

    def close(self) -> None:
        """Fold away what is open."""
        self.widget.children = (self.back,)
        self.back.label = ""


class ReadingAlong(Beside):
    """“Read side by side”, in every view whose rows have passages."""

    @cached_property
    def reader(self) -> "Reader":
        """The reader of this view."""
        from workbench.views.reader import Reader

        return Reader(self._view.corpus)  # type: ignore[attr-defined]  # every view that has a subject has one

    def actions(self) -> tuple[Action, ...]:
        """The button, which needs a row with passages."""
        if getattr(self._view, "within", False) or getattr(self._view, "corpus", None) is None:
            return ()
        subject = self._view.looked_at()
        nothing = subject is None or not subject.passages
        return (
            Action(_READ, "Read side by side", "Read the selected row in its articles, side by side", disabled=nothing),
        )

    def press(self, name: str) -> bool:
        """Open the reader at the passages of the selected row."""
        if name != _READ:
            return False
        subject = self._view.looked_at()
        if subject is None or not subject.passages:
            self._view.bar.said = "Select a row first: then it can be read in its articles."
            return True
        if self.__dict__.get("reader") is not None and self.reader.corpus is not self._view.corpus:  # type: ignore[attr-defined]
            del self.__dict__["reader"]  # 00-start has opened other articles since
        self.reader.go(subject.passages, subject.name)
        self._open(self.reader)
        return True


class OpeningIn(Beside):
    """“Open in …”, in the reader: what is followed, in the view whose row it is."""

    def __init__(self, view: Any) -> None:
        super().__init__(view)
        self._views: dict[str, View[Any]] = {}

    def actions(self) -> tuple[Action, ...]:
        """The button, which needs something that another view has a row of."""
        if getattr(self._view, "within", False):
            return ()
        title = self._goal[0] if self._goal else "another view"
        return (Action(_OPEN, f"Open in {title}", "Show what is followed in its table", disabled=self._goal is None),)

    @property
    def _goal(self) -> tuple[str, str, str] | None:
        """The title of the view, its class, and the row."""
        sort, _, key = self._view.state.selected.partition(":")
        if sort not in _GOALS:
            return None
        title, name = _GOALS[sort]
        return title, name, key

    def press(self, name: str) -> bool:
        """Open the view with the row selected."""
        if name != _OPEN:
            return False
        if self._goal is None:
            self._view.bar.said = "Follow a figure, a quote, a name or a claim first."
            return True
        _, kind, key = self._goal
        try:
            view = self._made(kind)
            view.reset()
            view.change(selected=key)
        except WorkbenchError:
            self._view.bar.said = "That view has no row for it."
            return True
        self._open(view)
        return True

    def _made(self, kind: str) -> "View[Any]":
        from workbench import views

        if kind not in self._views:
            self._views[kind] = getattr(views, kind)(self._view.corpus)  # type: ignore[attr-defined]
        return self._views[kind]


#: Which view has a row for what is followed, by the sort of its link.
_GOALS: Mapping[str, tuple[str, str]] = {
    "figure": ("Quantities", "Quantities"),
    "utterance": ("Quotes, side by side", "Utterances"),
    "name": ("Names", "Names"),
    "label": ("Labels", "Labels"),
    "claim": ("Claims", "Claims"),
}


def of(view: Any) -> Beside:
    """Reading along from a view; from the reader, opening the others."""
    return OpeningIn(view) if getattr(view, "reads", False) else ReadingAlong(view)
