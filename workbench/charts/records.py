"""The rows of a table one by one, with None for what is missing: <NA> has no truth value."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of `frame`, with its columns as attributes and None for every missing value."""
    yield from frame.astype(object).where(frame.notna(), None).itertuples()
