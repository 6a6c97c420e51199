"""The agreement matrix as a file: a row a quantity, a column a source, empty where a source is silent."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.charts import source_labels
from workbench.citing import sources
from workbench.export.tables import csv_lines
from workbench.tables import matrix
from workbench.tables.schemas import Column

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_FIXED = ("quantity_id", "label", "unit", "verdict", "decided")


def content(corpus: "Corpus") -> Iterator[bytes]:
    """The matrix as CSV."""
    names = source_labels({one.article_id: one.source.value if one.source else None for one in corpus.documents})
    columns = sources.columns(names, _FIXED)
    quantities = corpus.rows("quantities")
    decided = {row["quantity_id"]: row.get("decided") for row in quantities}
    rows = [
        {
            "quantity_id": line.quantity.quantity_id,
            "label": line.quantity.label,
            "unit": line.quantity.unit,
            "verdict": line.quantity.verdict.value,
            "decided": decided.get(line.quantity.quantity_id) or "machine",
            **{columns[key]: cell.text for key, cell in line.cells.items()},
        }
        for line in matrix.read(corpus.documents, corpus.rows("figures"), quantities)
    ]
    return csv_lines([Column(name, "text", "") for name in (*_FIXED, *columns.values())], rows)
