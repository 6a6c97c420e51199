"""Sums, parts and totals among figures."""

from collections.abc import Iterator, Sequence

from workbench.compare.frames import Frame
from workbench.model import Quantity, Relation


def relations(frames: Sequence[Frame], quantities: Sequence[Quantity]) -> Iterator[Relation]:
    """Nothing yet."""
    yield from ()
