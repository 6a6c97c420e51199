"""The controls that put a quantity right by hand: a new name, another quantity merged in, statements split off."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets

from workbench.errors import WorkbenchError
from workbench.markup import Html, tag
from workbench.tables.wording import stated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.views.quantities import Quantities

_HERE = Path(__file__).parent
_ROW = {"flex_flow": "row wrap", "align_items": "center", "margin": "2px 0"}


class Look(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """An invisible child that brings the look of the matrix."""

    _esm = "export default { render() {} };"
    _css = _HERE / "matrix.css"


class ByHand(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Three rows of controls for the selected quantity; hidden while none is selected. They call the view, no more."""

    def __init__(self, view: "Quantities") -> None:
        self._view = view
        self.name = ipywidgets.Text(description="Name", continuous_update=False, layout={"width": "420px"})
        self.other = ipywidgets.Dropdown(description="Another", layout={"width": "420px"})
        self.some = ipywidgets.SelectMultiple(description="Statements", rows=4, layout={"width": "620px"})
        self.said = ipywidgets.HTML()
        rows = [
            self._row(self.name, "Rename", lambda: view.rename(self.name.value)),
            self._row(self.other, "Merge in", lambda: view.merge(self.other.value or "")),
            self._row(self.some, "Split off", lambda: view.split(self.some.value)),
        ]
        self.box = ipywidgets.Accordion([ipywidgets.VBox(rows)], titles=("Correct by hand",), selected_index=None)
        super().__init__([self.box, self.said])
        self.add_class("wb-hand")

    def _row(self, control: Any, verb: str, do: "Callable[[], None]") -> Any:
        button = ipywidgets.Button(description=verb, layout={"width": "100px"})

        def press(_: Any) -> None:
            try:
                do()
            except WorkbenchError as error:
                self.said.value = str(tag("p", str(error), class_="wb-problem"))

        button.on_click(press)
        return ipywidgets.HBox([control, button], layout=ipywidgets.Layout(**_ROW))

    def show(self) -> None:
        """Let the controls fit the quantity that is selected."""
        measured, key = self._view.measured, self._view.state.selected
        self.box.layout.display = "" if key else "none"
        self.said.value = str(listed(self._view.changes))
        if not key:
            return
        one = measured.quantities[key]
        self.name.value = one.label
        others = [(_short(other.label), name) for name, other in measured.quantities.items() if name != key]
        self.other.options = [("Choose a quantity …", ""), *others]
        self.other.value = ""
        beside = measured.figures.values()
        self.some.options = [
            (
                f"{measured.sources.names[figure.passage.article_id]} ¶{measured.place_of(figure).paragraph}: "
                f"{stated(figure, beside)} · {_short(' '.join(measured.place_of(figure).sentence.split()))}",
                figure.figure_id,
            )
            for figure in one.figures
        ]
        self.some.value = ()


def listed(changes: "Sequence[str]") -> Html:
    """The corrections made by hand, as a list; nothing where there is none."""
    if not changes:
        return Html("")
    return tag("p", tag("b", "Corrected by hand: "), "; ".join(changes), ".", class_="wb-cite wb-changes")


def _short(text: str, longest: int = 70) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
