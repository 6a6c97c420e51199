"""Rows to the files of a partition: ``DIR/<table>/part-00000.jsonl``; an empty one has its columns, too."""

from workbench.export.parquet import parquet
from workbench.export.tables import jsonl
from workbench.stream.analysis import Rows, columns
from workbench.stream.manifest import part
from workbench.stream.places import Folder
from workbench.stream.task import Options


def write(out: Folder, number: int, rows: Rows, options: Options) -> dict[str, int]:
    """Write the tables of the partition `number`; by name of file, its size.

    `rows` is emptied on the way. Raises OSError where a file cannot be written, MissingPackage for Parquet without
    pyarrow.
    """
    sizes = {}
    for table in options.tables:
        head, some = columns(table), rows.pop(table)
        content = parquet(head, some) if options.form == "parquet" else b"".join(jsonl(head, some))
        name = f"{table}/{part(number)}.{options.form}"
        out.put(name, content)
        sizes[name] = len(content)
    return sizes
