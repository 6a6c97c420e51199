"""The controls that write in the selected item of a briefing: everything typed is kept as it is typed."""

from typing import TYPE_CHECKING, Any

import ipywidgets

from workbench.briefing import items
from workbench.markup import tag
from workbench.views.briefing_made import FIELDS
from workbench.views.briefing_rows import kind

if TYPE_CHECKING:
    from workbench.views.briefing import Briefing

_LEVELS = (("Section, a slide of its own", 1), ("Below a section", 2))
_WIDE = {"width": "min(760px, 100%)"}
_STYLE = {"description_width": "70px"}


class Editor(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Fields for the selected item; hidden while none is selected. They call the view, no more."""

    def __init__(self, view: "Briefing") -> None:
        self._view = view
        self._showing = False
        self.about = ipywidgets.HTML()
        typed: dict[str, Any] = {"continuous_update": True, "style": _STYLE, "layout": _WIDE}
        self.fields = {
            "title": ipywidgets.Text(description="Title", **typed),
            "level": ipywidgets.Dropdown(description="Level", options=_LEVELS, style=_STYLE, layout=_WIDE),
            "caption": ipywidgets.Text(description="Caption", placeholder="Below the chart", **typed),
            "text": ipywidgets.Textarea(
                description="Text", placeholder="Your own words; a blank line opens a new paragraph", rows=5, **typed
            ),
        }
        for name, field in self.fields.items():
            field.observe(lambda change, name=name: self._write(name, change["new"]), "value")
        super().__init__([self.about, *self.fields.values()])
        self.add_class("wb-hand")

    def show(self) -> None:
        """Let the fields fit the item that is selected."""
        key, item = self._view.chosen
        offered = FIELDS.get(type(item), ())
        self._showing = True
        try:
            for name, field in self.fields.items():
                field.layout.display = "" if name in offered else "none"
                if name in offered:
                    value = getattr(item, "text" if isinstance(item, items.Heading) and name == "title" else name)
                    if field.value != value:
                        field.value = value
        finally:
            self._showing = False
        said = tag("p", about(self._view.number(key), item), class_="wb-cite") if item is not None else ""
        self.about.value = str(said)
        self.layout.display = "" if item is not None else "none"

    def focus(self) -> None:
        """Put the cursor where the selected item is written."""
        _, item = self._view.chosen
        for name in FIELDS.get(type(item), ())[:1]:
            self.fields[name].focus()

    def _write(self, name: str, value: Any) -> None:
        if not self._showing:
            key, _ = self._view.chosen
            with self._view.typed():
                self._view.edit(self._view.number(key), **{name: value})


def about(number: int, item: items.Item) -> str:
    """What can be done with an item."""
    named = f"Item {number}, {kind(item)}"
    match item:
        case items.Chart():
            return f"{named}: without a title of yours, the chart says in its title what it shows."
        case items.Heading() | items.Text() | items.Table():
            return f"{named}."
        case items.Statement():
            return f"{named}: the sentence stays as it was picked, with its passages; add your own words below it."
    return (
        f"{named}: the sentence is made from the articles when the briefing is written. To change it, correct what "
        "it rests on, in any view; add your own words below it."
    )
