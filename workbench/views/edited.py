"""A side view whose rows change with what the analyst says of words; and the frame of the controls by which they do."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

import ipywidgets

from workbench.errors import WorkbenchError
from workbench.lexicons.own import Own
from workbench.markup import Html, tag
from workbench.views.bar import Action
from workbench.views.by_hand import listed
from workbench.views.side_view import SideView

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Seconds in which what was typed follows the key that ended it.
_PAUSE = 0.2
UNDO = Action("undo", "Undo change", "Take the last change by hand back")
_ROW = {"flex_flow": "row wrap", "align_items": "center", "margin": "2px 0"}
_LABEL = {"description_width": "initial"}


class EditedView(SideView):
    """A side view that follows the analyst's changes of words, whichever view they are made in."""

    #: The parts of the changes that its rows are made of.
    heeds: ClassVar[frozenset[str]]
    #: What is made of the rows, and made anew.
    made_of: ClassVar[tuple[str, ...]] = ("_all",)
    _hand: "Hand | None" = None

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(corpus)
        self.message = ""
        self.own.watch(self)

    @property
    def own(self) -> Own:
        """What the analyst changed about words in this corpus."""
        return self.corpus.framing.own

    def follow(self, part: str) -> None:
        """Show the rows anew where this part of the changes is what they are made of."""
        if part not in self.heeds:
            return
        for name in self.made_of:
            self.__dict__.pop(name, None)
        self._last = None
        if self.state.selected and self._row is None:
            self._state = replace(cast(Any, self._state), selected="")
        self._show()

    def keep(self) -> None:
        """Try again to keep beside the articles what could not be kept."""
        self._tell(self.own.keep().message)

    def _tell(self, message: str, select: str = "") -> None:
        """Say what was done, and look at the row that it made or changed."""
        self.message = message
        if select and select in self.whole.index:
            self.change(selected=select)
        if self._hand is not None:
            self._hand.show()

    def _show_all(self) -> None:
        super()._show_all()
        if self._hand is not None:
            self._hand.show()


class EditableView(EditedView):
    """An edited view in which the changes are made: with undo, a list of what was changed, and controls below."""

    @property
    @abstractmethod
    def changes(self) -> list[str]:
        """The changes made by hand, in words."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self.changes)

    @abstractmethod
    def undo(self) -> None:
        """Take the last change back."""

    @abstractmethod
    def hand(self) -> "Hand":
        """The controls below the table."""

    def actions(self) -> tuple[Action, ...]:
        """Undo the last change; copy the row that is selected."""
        return (replace(UNDO, disabled=not self.can_undo), *super().actions())

    def act(self, name: str) -> None:
        """Undo; copying needs nothing here."""
        if name == "undo":
            self.undo()

    def html(self) -> Html:
        """The view without a kernel, with the changes made by hand."""
        return Html("").join([super().html(), listed(self.changes)])

    def summary(self) -> str:
        """What the view shows, in a few lines of text, with the changes made by hand."""
        made = [f"By hand: {'; '.join(self.changes)}."] if self.changes else []
        return "\n".join([super().summary(), *made])

    def parts(self) -> list[ipywidgets.Widget]:
        """The bar, the key, the table, the selected row, and the controls."""
        self._hand = self.hand()
        return [*super().parts(), self._hand]


class Hand(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Rows of controls under a title, the changes made so far, and what became of the last one."""

    def __init__(self, title: str, rows: Sequence[Any]) -> None:
        self.box = ipywidgets.Accordion([ipywidgets.VBox(rows)], titles=(title,), selected_index=None)
        self.said = ipywidgets.HTML()
        self.again = self.button("Keep again", self._keep)
        super().__init__([self.box, self.said, self.again])
        self.add_class("wb-hand")

    def show(self) -> None:
        """Let the controls fit what is selected."""
        raise NotImplementedError

    def _keep(self) -> None:
        raise NotImplementedError

    def say(self, view: EditedView, changes: Sequence[str]) -> None:
        """List the changes and say where the last was kept."""
        told = tag("p", view.message, class_="wb-cite", role="status") if view.message else Html("")
        self.said.value = str(Html("").join([listed(changes), told]))
        self.again.layout.display = "" if view.own.unkept else "none"

    def button(self, verb: str, do: Callable[[], None], width: str = "140px") -> Any:
        """A button; what is wrong is said below, and what was typed stays."""
        button = ipywidgets.Button(description=verb, layout={"width": width})
        button.on_click(lambda _: self.guarded(do))
        return button

    def guarded(self, do: Callable[[], None]) -> None:
        """Do it, or say why not."""
        try:
            do()
        except WorkbenchError as error:
            self.said.value = str(tag("p", str(error), class_="wb-problem", role="status"))


def row(*controls: Any) -> Any:
    """Controls beside one another, on several lines where there is little room."""
    return ipywidgets.HBox(controls, layout=ipywidgets.Layout(**_ROW))


def text(label: str, hint: str = "", width: str = "320px") -> Any:
    """A field to type into; what is typed is sent whole when it is left, so that a click never overtakes its end."""
    return ipywidgets.Text(
        description=label, placeholder=hint, style=_LABEL, layout={"width": width}, continuous_update=False
    )


def pick(label: str, width: str = "320px", options: Sequence[Any] = ()) -> Any:
    """A list to choose one of."""
    return ipywidgets.Dropdown(description=label, options=options, style=_LABEL, layout={"width": width})


def on_enter(field: Any, do: Callable[[], None]) -> None:
    """Do it when Enter is pressed in the field; the browser tells of the key first and of what was typed then."""

    def soon() -> None:
        try:
            asyncio.get_running_loop().call_later(_PAUSE, do)
        except RuntimeError:  # no kernel: nothing is on its way
            do()

    field.on_msg(lambda _, content, __: soon() if content.get("event") == "submit" else None)
