"""INTERIM."""

from collections.abc import Iterator

from workbench.language import Parsed
from workbench.model import Quote


def find(parsed: Parsed) -> Iterator[Quote]:
    """INTERIM: nothing yet."""
    yield from ()
