"""INTERIM."""

from collections.abc import Iterator, Sequence

from workbench.language import Parsed
from workbench.model import Figure, Quote


def find(parsed: Parsed, quotes: Sequence[Quote] = ()) -> Iterator[Figure]:
    """INTERIM: nothing yet."""
    yield from ()
