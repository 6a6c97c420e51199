"""The row above every table: a find box, filters as chips, actions; in the same place in all views."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import anywidget
import traitlets

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Option:
    """One chip: its value, what it is called, how many rows have it, and the colour of its swatch."""

    value: str
    label: str
    count: int | None = None
    colour: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The chips of one filter. `many`: several can be chosen at once, or none for all; else exactly one is."""

    name: str
    label: str
    options: tuple[Option, ...]
    many: bool = True

    @property
    def plain(self) -> dict[str, Any]:
        """The group as data for the browser."""
        some = [{name: getattr(option, name) for name in _OPTION} for option in self.options]
        return {"name": self.name, "label": self.label, "options": some, "many": self.many}


@dataclass(frozen=True, slots=True)
class Action:
    """A button at the right; one that `copies` puts the bar's `clip` on the clipboard; one that `leads` on to a field

    lets go of the focus, so that a space typed there never presses it again.
    """

    name: str
    label: str
    title: str | None = None
    copies: bool = False
    disabled: bool = False
    leads: bool = False


_OPTION = tuple(field.name for field in fields(Option))  # asdict() copies deeply: slow for hundreds of sources
COPY = Action("copy", "Copy with citation", "Put the selected row on the clipboard, with where to find it", copies=True)


class Bar(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """Find, filters, actions. Its traits mirror a view's state; it decides nothing."""

    _esm = _HERE / "bar.js"

    find = traitlets.Unicode("").tag(sync=True)
    placeholder = traitlets.Unicode("Find …").tag(sync=True)
    groups = traitlets.List().tag(sync=True)
    chosen = traitlets.Dict().tag(sync=True)
    actions = traitlets.List().tag(sync=True)
    clip = traitlets.Unicode("").tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    pressed = traitlets.Dict().tag(sync=True)
    most_chips = traitlets.Int(8).tag(sync=True)  # a filter with more options becomes a list
