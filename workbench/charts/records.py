"""The rows of a table one by one, with None for what is missing: <NA> has no truth value."""

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of `frame`, with its columns as attributes and None for every missing value.

    >>> [row.b for row in each(pd.DataFrame({"a": [1, 2], "b": pd.array(["x", None], dtype="string")}))]
    ['x', None]
    """
    columns = [
        [None if missing else value for value, missing in zip(column.astype(object), column.isna(), strict=True)]
        for _, column in frame.items()
    ]
    kind = _row(tuple(map(str, frame.columns)))
    yield from map(kind, frame.index, *columns)


@lru_cache(maxsize=64)
def _row(columns: tuple[str, ...]) -> Any:
    """To make such a type takes longer than a chart's rows do."""
    return namedtuple("Row", ("Index", *columns), rename=True)
