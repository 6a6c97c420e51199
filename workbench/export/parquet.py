"""Parquet, where pyarrow is installed."""

import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.errors import MissingPackage
from workbench.export.cells import plain
from workbench.tables.schemas import Column


def parquet(head: Sequence[Column], rows: Iterable[Any]) -> bytes:
    """The table as a Parquet file, each column typed as its schema says, also when it is empty.

    Raises MissingPackage where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet as pq
    except ImportError as error:
        raise MissingPackage("pyarrow", "parquet", "Writing Parquet") from error

    place = pa.struct([("article_id", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
    listed = list(rows)
    arrays = {}
    for column in head:
        values = [plain(row.get(column.name), column) for row in listed]
        if column.kind != "list":
            made = [_scalar(value, column.kind) for value in values]
            arrays[column.name] = pa.array(made, type=types[column.kind])
        elif column.name == "passages":
            arrays[column.name] = pa.array(values, type=pa.list_(place))
        else:
            texts = [[_text(item) for item in value] for value in values]
            arrays[column.name] = pa.array(texts, type=pa.list_(pa.string()))
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays), sink, compression="zstd")
    return sink.getvalue()


def _scalar(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "number":
        return float(value)
    return _text(value) if kind == "text" else value


def _text(value: Any) -> str:
    """`value` as text that UTF-8 can carry: half of a surrogate pair becomes a replacement mark."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
