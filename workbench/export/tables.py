"""Tables to files: JSON lines, CSV, one XLSX workbook, Parquet. Nothing here imports pandas.

CSV is UTF-8 **with** a byte order mark: Excel takes a CSV without one for the computer's own encoding and garbles every
name that is not plain ASCII, while pandas, R, LibreOffice and Python's ``utf-8-sig`` read the mark without noticing it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import OptionError
from workbench.export import files
from workbench.export.cells import is_formula, plain
from workbench.export.parquet import parquet
from workbench.tables.schemas import SCHEMAS, Column

Row = Mapping[str, Any]

FORMATS = ("jsonl", "csv", "xlsx", "parquet")

#: Line ends to Python and JavaScript, though not to JSON: escaped, so that a row stays on one line for every reader.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write(
    rows_by_table: Mapping[str, Sequence[Row]], out: Path | str, formats: Sequence[str] = ("jsonl",)
) -> list[Path]:
    """Write every table to the folder `out` in each of `formats`, and return the paths written.

    `jsonl`, `csv` and `parquet` give a file a table (``figures.jsonl``), `xlsx` one workbook with a sheet a table
    (``tables.xlsx``). Columns are those of ``tables.schemas``, also for an empty table. Each file appears whole or
    not at all.

    Raises OptionError for an unknown format or a table name that is no file name, MissingPackage where Parquet is
    asked for without pyarrow.
    """
    wanted = _known(formats)
    for name in rows_by_table:
        if not re.fullmatch(r"\w[\w-]{0,30}", name):
            raise OptionError(f"{name!r} cannot name a table's file; use letters, digits, _ and -, at most 31.")
    tables = {name: (columns(name, rows), rows) for name, rows in rows_by_table.items()}
    folder, written = files.folder(out), []
    for form in wanted:
        if form == "xlsx":
            from workbench.export.workbook import workbook  # openpyxl is not light

            written.append(files.put(folder / "tables.xlsx", workbook(tables)))
            continue
        for name, (head, rows) in tables.items():
            written.append(files.put(folder / f"{name}.{form}", _content(form, head, rows)))
    return written


def columns(name: str, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of the table `name`: those of its schema, then any other that `rows` hold, in order of appearance."""
    known = SCHEMAS[name].columns if name in SCHEMAS else ()
    names = {column.name for column in known}
    extra = dict.fromkeys(key for row in rows for key in row if key not in names)
    return (*known, *(Column(key, _kind(row.get(key) for row in rows), "") for key in extra))


def jsonl(head: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """A JSON object a line, in UTF-8; what is missing or no number is null.

    >>> list(jsonl([Column("low", "number", "")], [{"low": float("nan")}, {"low": 24.0}]))
    [b'{"low": null}\\n', b'{"low": 24}\\n']
    """
    for row in rows:
        record = {column.name: plain(row.get(column.name), column) for column in head}
        line = json.dumps(record, ensure_ascii=False, allow_nan=False, default=str).translate(_LINE_ENDS)
        try:
            yield line.encode() + b"\n"
        except UnicodeEncodeError:  # half of a surrogate pair: JSON can only say it escaped
            yield json.dumps(record, allow_nan=False, default=str).encode() + b"\n"


def csv_lines(head: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, with a byte order mark; lists are JSON, flags true or false, what is missing is empty.

    Text that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    buffer = io.StringIO()
    # Rows end in \r\n also because the csv module quotes a cell only for line ends that it writes itself.
    out = csv.writer(buffer, lineterminator="\r\n")
    out.writerow([_csv_cell(column.name) for column in head])
    yield b"\xef\xbb\xbf"
    for row in rows:
        out.writerow([_csv_cell(plain(row.get(column.name), column)) for column in head])
        if buffer.tell() > 1 << 16:
            yield _drain(buffer)
    yield _drain(buffer)


def _known(formats: Sequence[str]) -> tuple[str, ...]:
    asked = formats.split(",") if isinstance(formats, str) else formats
    wanted = tuple(dict.fromkeys(form.strip().lower().lstrip(".") for form in asked))
    for form in wanted:
        if form not in FORMATS:
            raise OptionError(f"There is no table format {form!r}; the formats are {', '.join(FORMATS)}.")
    return wanted


def _content(form: str, head: Sequence[Column], rows: Sequence[Row]) -> bytes | Iterator[bytes]:
    if form == "jsonl":
        return jsonl(head, rows)
    if form == "csv":
        return csv_lines(head, rows)
    return parquet(head, rows)


def _kind(values: Iterable[Any]) -> Any:
    """The kind of a column that no schema knows, from its values."""
    seen = {type(value) for value in values if value is not None}
    if seen & {list, tuple, set, frozenset}:
        return "list"
    if seen == {bool}:
        return "flag"
    if seen == {int}:
        return "integer"
    return "number" if seen and seen <= {int, float} else "text"


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def _drain(buffer: io.StringIO) -> bytes:
    content = buffer.getvalue().encode("utf-8", "backslashreplace")
    buffer.seek(0)
    buffer.truncate()
    return content
