"""Tables to one XLSX workbook that an analyst can sort and filter, and in which no text becomes a formula."""

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from workbench.export.cells import is_formula, plain
from workbench.export.printable import printable
from workbench.export.zipped import fixed
from workbench.tables.schemas import Column

#: Excel's own limits: characters a cell (counted as UTF-16 has them), rows a sheet.
LONGEST = 32_767
MOST_ROWS = 1_048_576

#: Text longer than this is not wrapped: a row as high as a page hides its neighbours.
_WRAPPED = 400
_NARROWEST, _WIDEST = 9, 60

_HEAD_FONT = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="E8ECF0")
_TOP = Alignment(vertical="top")
_WRAP = Alignment(vertical="top", wrap_text=True)


def workbook(tables: Mapping[str, tuple[Sequence[Column], Sequence[Mapping[str, Any]]]]) -> bytes:
    """One sheet a table: header frozen and filterable, columns as wide as their text, text wrapped, times fixed.

    Text is always text, never a formula; control characters, which XLSX cannot hold, show as ␀, ␁ ...; a text too long
    for a cell is cut and says so.
    """
    book = Workbook(write_only=True)
    for name, (head, rows) in tables.items():
        _sheet(book, name, head, rows)
    if not tables:
        book.create_sheet("empty")
    book.properties.creator = "workbench"
    sink = io.BytesIO()
    book.save(sink)
    return fixed(sink.getvalue())


def cell_text(text: str) -> str:
    """`text` as an XLSX cell can hold it.

    >>> cell_text("a\\x00b")
    'a␀b'
    """
    text = printable(text)
    if len(text) * 2 <= LONGEST or _units(text) <= LONGEST:
        return text
    notice = f" … [cut here: the whole text has {len(text):,} characters; see the CSV or JSON lines file]"
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(notice))].decode("utf-16-le", "ignore")
    return kept + notice


def _sheet(book: Workbook, name: str, head: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
    sheet = book.create_sheet(name)
    shown = rows[: MOST_ROWS - 2] if len(rows) >= MOST_ROWS else rows
    values = [[_value(plain(row.get(column.name), column)) for column in head] for row in shown]
    sheet.freeze_panes = "A2"
    for at, column in enumerate(head):
        sheet.column_dimensions[get_column_letter(at + 1)].width = _width(column.name, [row[at] for row in values])
    if head:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(values) + 1}"
    sheet.append([_head_cell(sheet, column.name) for column in head])
    for row in values:
        sheet.append([_cell(sheet, value) for value in row])
    if len(shown) < len(rows):
        sheet.append([_cell(sheet, f"[cut here: {len(rows):,} rows in all; see the CSV or JSON lines file]")])


def _value(value: Any) -> Any:
    """What the cell holds: text as XLSX can hold it, a list as text."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value) or None
    elif isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False, default=str)
    elif value is not None and not isinstance(value, str | int | float):
        value = str(value)
    return cell_text(value) if isinstance(value, str) else value


def _cell(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with: openpyxl takes "=..." for a formula, "#N/A" for an error
        cell.quotePrefix = is_formula(value)  # so that it stays text when somebody edits the cell
        if len(value) <= _WRAPPED:
            cell.alignment = _WRAP
    return cell


def _head_cell(sheet: Any, name: str) -> Any:
    cell = _cell(sheet, name)
    cell.font, cell.fill = _HEAD_FONT, _HEAD_FILL
    return cell


def _width(name: str, values: Sequence[Any]) -> float:
    """As wide as the longest line of text (of those seen first), within limits."""
    lines = [len(line) for value in values[:500] if value is not None for line in str(value)[:2000].split("\n")]
    return min(_WIDEST, max(_NARROWEST, len(name) + 4, *lines, 0) + 1)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
