"""Rows to DataFrames: every column typed as its schema says, also when the table is empty."""

from collections.abc import Sequence

import pandas as pd

from workbench.tables.rows import Row
from workbench.tables.schemas import SCHEMAS, Kind

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
    columns = {
        column.name: pd.array([row.get(column.name) for row in rows], dtype=DTYPES[column.kind])
        if column.kind != "list"
        else pd.Series([row.get(column.name) or [] for row in rows], dtype="object")
        for column in SCHEMAS[name].columns
    }
    return pd.DataFrame(columns)
