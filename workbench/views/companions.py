"""What every view offers beside its own: each a companion, which looks at the view's subject and never at its rows."""

from typing import Any, Protocol

import ipywidgets

from workbench.views.bar import Action


class Companion(Protocol):
    """Buttons for the bar, and a widget below the view that follows its subject."""

    @property
    def widget(self) -> ipywidgets.Widget:
        """What stands below the view."""

    def actions(self) -> tuple[Action, ...]:
        """The buttons that it adds to the bar; each name is its own."""

    def press(self, name: str) -> bool:
        """Do what the button `name` stands for; whether it is one of its own."""

    def show(self) -> None:
        """Fit the subject of the view as it is now."""


def of(view: Any) -> tuple[Companion, ...]:
    """The companions of a view."""
    from workbench.views import reading_along
    from workbench.views.deciding import Deciding
    from workbench.views.picking import Picking  # each looks at views, which are made of what stands above

    return (Deciding(view), Picking(view), reading_along.of(view))
