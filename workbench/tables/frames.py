"""Rows to DataFrames: every column typed as its schema says, also when the table is empty."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from workbench.tables.rows import Row
from workbench.tables.schema import Column, Kind
from workbench.tables.schemas import SCHEMAS

#: The pandas type of each kind of column; all of them hold missing values as <NA> or None, never as "unknown".
DTYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
    "list": "object",
}


def frame(name: str, rows: Sequence[Row]) -> pd.DataFrame:
    """The table `name` as a DataFrame, shape (rows, columns of the schema).

    >>> frame("problems", []).columns.tolist()
    ['path', 'article_id', 'severity', 'message']
    """
    return pd.DataFrame({column.name: _series(column, rows) for column in SCHEMAS[name].columns})


def _series(column: Column, rows: Sequence[Row]) -> "pd.Series[Any]":
    dtype: Any = DTYPES[column.kind]
    absent: list[Any] | None = [] if column.kind == "list" else None
    return pd.Series([absent if row.get(column.name) is None else row[column.name] for row in rows], dtype=dtype)
