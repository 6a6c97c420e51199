"""The controls that put names right by hand: two that are the same, one that is two, a question answered with no."""

from typing import TYPE_CHECKING, Any

import ipywidgets

from workbench.errors import WorkbenchError
from workbench.markup import tag
from workbench.views.by_hand import listed
from workbench.views.namings import others

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.views.names import Names

_ROW = {"flex_flow": "row wrap", "align_items": "center", "margin": "2px 0"}
_MOST = 400  # names offered: the open questions first, then those like it


class NamingHand(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Controls for the selected name; hidden while none is selected. They call the view, no more."""

    def __init__(self, view: "Names") -> None:
        self._view = view
        self.other = ipywidgets.Dropdown(description="Another", layout={"width": "420px"})
        self.uses = ipywidgets.SelectMultiple(description="Forms", rows=4, layout={"width": "420px"})
        self.said = ipywidgets.HTML()
        self.same = self._button("Same person", lambda: view.same(self.other.value or ""))
        self.distinct = self._button("Two persons", lambda: view.distinct(self.other.value or ""))
        self.apart = self._button("Not the same person", lambda: view.apart(self.uses.value))
        rows = [
            ipywidgets.HBox([self.other, self.same, self.distinct], layout=ipywidgets.Layout(**_ROW)),
            ipywidgets.HBox([self.uses, self.apart], layout=ipywidgets.Layout(**_ROW)),
        ]
        self.box = ipywidgets.Accordion([ipywidgets.VBox(rows)], titles=("Correct by hand",), selected_index=None)
        super().__init__([self.box, self.said])
        self.add_class("wb-hand")

    def _button(self, verb: str, do: "Callable[[], None]") -> Any:
        button = ipywidgets.Button(description=verb, layout={"width": "170px"})

        def press(_: Any) -> None:
            try:
                do()
            except WorkbenchError as error:
                self.said.value = str(tag("p", str(error), class_="wb-problem"))

        button.on_click(press)
        return button

    def show(self) -> None:
        """Let the controls fit the name that is selected."""
        named, key = self._view.named, self._view.state.selected
        self.box.layout.display = "" if key else "none"
        self.said.value = str(listed(self._view.changes))
        if not key:
            return
        kind = "person" if named.entities[key].kind.value == "person" else "name"
        self.same.description, self.apart.description = f"Same {kind}", f"Not the same {kind}"
        self.distinct.description = f"Two {kind}s"
        asked, like = others(named, key)
        offered = [(f"▲ {named.entities[each].canonical}", each) for each in asked]
        offered += [(named.entities[each].canonical, each) for each in like[:_MOST]]
        self.other.options = [("Choose a name …", ""), *offered]
        self.other.value = asked[0] if asked else ""
        self.uses.options = [
            (f"{named.sources.names[article_id]}: {form} {count}", (article_id, form))
            for article_id, forms in named.uses.get(key, {}).items()
            for form, count in sorted(forms.items())
        ]
        self.uses.value = ()
