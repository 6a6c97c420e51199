"""What every view offers beside its own: each a companion, which looks at the view's subject and never at its rows."""

from collections.abc import Callable
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


_kinds: tuple[Callable[[Any], Companion], ...] = ()


def offer(*kinds: Callable[[Any], Companion]) -> None:
    """Say what makes the companions of every view, in the order in which they stand: the package does, once.

    They are handed in, since each looks at views, which stand above this module.
    """
    global _kinds  # noqa: PLW0603 - set once, when the package is imported
    _kinds = kinds


def of(view: Any) -> tuple[Companion, ...]:
    """The companions of a view."""
    return tuple(kind(view) for kind in _kinds)
