"""What the state of every view has."""

from typing import Protocol


class TableState(Protocol):
    """What is looked for, the order, the page and the row that is selected."""

    @property
    def find(self) -> str: ...  # noqa: D102
    @property
    def sort(self) -> str: ...  # noqa: D102
    @property
    def descending(self) -> bool: ...  # noqa: D102
    @property
    def selected(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102
