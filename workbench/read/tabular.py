"""Tables of articles: CSV, JSON, Parquet, Excel, DataFrames, dictionaries; columns are found by their names."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from workbench.errors import MissingPackage
from workbench.model import Fact
from workbench.read import archive
from workbench.read.decode import decode, newlines, oddities
from workbench.read.draft import Draft, Raw, UnreadableError, counted
from workbench.read.stamps import iso

#: What a column may be called, the better of two first; capitals, spaces, hyphens and underscores do not matter.
COLUMNS: Mapping[str, Sequence[str]] = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "fulltext",
        "articletext",
        "articlebody",
        "maintext",
        "bodytext",
        "story",
    ),
    "headline": ("headline", "title"),
    "source": ("source", "outlet", "publisher", "sourcename", "newspaper", "sitename", "publication"),
    "published": ("published", "date", "publishedat", "datepublished", "publisheddate", "publicationdate", "pubdate"),
    "url": ("url", "link"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
    "note": ("note", "notes"),
    "name": ("articleid", "id", "docid", "documentid", "file", "filename"),
}
#: Where a JSON file wraps its list of articles in a dictionary, the names under which it may be.
_LISTS = ("articles", "items", "data", "documents", "results", "rows")
_UNPACKED = 1_000_000_000  # what an Excel file may unpack to, in bytes


def drafts(
    rows: Iterable[Mapping[Any, Any]], columns: Iterable[str], stem: str, encoding: str = "utf-8"
) -> Iterator[tuple[int, Draft]]:
    """The articles of a table with their rows' numbers, from 1; rows without a text are passed over with a warning.

    `stem` begins the name of an article whose row has no id. Raises UnreadableError where there is no column of text.
    """
    names = list(columns)
    found = find_columns(names)
    if "text" not in found:
        listed = ", ".join(names[:20]) or "none"
        raise UnreadableError(
            f"has no column of texts; its columns are {listed}: call the one that holds the texts `text`."
        )
    table = list(rows)
    width = max(3, len(str(len(table))))
    empty = 0
    for number, row in enumerate(table, 1):
        cells = {str(name): value for name, value in row.items()}
        text = newlines(_cell(cells.get(found["text"])))
        if not text.strip():
            empty += 1
            continue
        warnings = oddities(text)
        facts = dict(_facts(cells, found, warnings))
        name = facts.pop("name").value if "name" in facts else f"{stem}-{number:0{width}}"
        yield number, Draft(text, encoding, (), facts, tuple(warnings), name)
    if empty == len(table):
        raise UnreadableError(
            f"has nothing in its column {found['text']!r}: check that it is the one that holds the texts."
        )
    if empty:
        raise UnreadableError(f"has {counted(empty, 'row')} without a text, passed over: fill or remove what is empty.")


def find_columns(names: Iterable[str]) -> dict[str, str]:
    """Which of the columns `names` is which field of an article.

    >>> find_columns(["Outlet", "Full Text", "Published_At", "n"])
    {'text': 'Full Text', 'source': 'Outlet', 'published': 'Published_At'}
    """
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault("".join(c for c in str(name).casefold() if c.isalnum()), name)
    found = {
        field: next((plain[known] for known in knowns if known in plain), None) for field, knowns in COLUMNS.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def _facts(cells: Mapping[str, Any], found: Mapping[str, str], warnings: list[str]) -> Iterator[tuple[str, Fact]]:
    for field, column in found.items():
        if field == "text" or not (value := " ".join(_cell(cells.get(column)).split())):
            continue
        if field == "published":
            stated, value = value, iso(value) or ""
            if not value:
                warnings.append(
                    f"The date {stated[:60]!r} in the column {column!r} is not clear: write it as 2025-12-31."
                )
                continue
        yield field, Fact(value, f"the column {column!r} of the table")


def _cell(value: Any) -> str:  # noqa: PLR0911 - one kind of value a line
    """A cell as text: empty for a missing value (None, NaN, NaT), and its name for a thing that has one."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _cell(value.get("name"))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_cell, value)))
    if value is None or value != value or str(value) in ("NaT", "<NA>"):  # noqa: PLR0124 - only NaN differs from itself
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def read_delimited(raw: Raw) -> Iterator[Draft]:
    """The articles of a CSV or TSV file, whose first line names its columns: by commas, semicolons, tabs or bars."""
    import pandas as pd

    decoded = decode(raw.data)
    header = decoded.text.partition("\n")[0]
    if not header.strip():
        raise UnreadableError("is empty, or its first line is: begin it with a line that names the columns.")
    delimiter = "\t" if raw.suffix == ".tsv" else max(",;\t|", key=header.count)
    options: dict[str, Any] = {"sep": delimiter, "dtype": str, "keep_default_na": False, "lineterminator": "\n"}
    skipped = False
    try:
        table = pd.read_csv(io.StringIO(decoded.text), index_col=False, **options)
    except pd.errors.ParserError:
        table = pd.read_csv(io.StringIO(decoded.text), index_col=False, on_bad_lines="skip", **options)
        skipped = True
    for _, draft in drafts(table.to_dict("records"), list(table.columns), raw.stem, decoded.encoding):
        yield draft
    if skipped:
        raise UnreadableError(
            "has rows with more cells than its first line, which were passed over: put texts in quote marks."
        )


def read_json_lines(raw: Raw) -> Iterator[Draft]:
    """The articles of a file with one JSON object a line."""
    decoded = decode(raw.data)
    rows, bad = [], []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            rows.append(row)
        else:
            bad.append(number)
    if rows:
        yield from _of_dictionaries(rows, raw.stem, decoded.encoding)
    if bad or not rows:
        lines = ", ".join(map(str, bad[:5])) or "none has one"
        raise UnreadableError(
            f"has {counted(len(bad), 'line')} with no JSON object in it (line {lines}): write one object a line."
        )


def read_json(raw: Raw) -> Iterator[Draft]:
    """The articles of a JSON file: a list of objects, a list inside an object, or one object."""
    decoded = decode(raw.data)
    try:
        value = json.loads(decoded.text)
    except ValueError as error:
        if decoded.text.count("\n{") and decoded.text.lstrip().startswith("{"):
            yield from read_json_lines(raw)
            return
        raise UnreadableError(
            f"is no JSON ({error}): get it anew, or name it .jsonl if it has one object a line."
        ) from error
    if isinstance(value, dict):
        wrapped = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        value = [value] if wrapped is None else wrapped
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    if not rows:
        raise UnreadableError("holds no list of objects: give a list with one object an article, each with a `text`.")
    yield from _of_dictionaries(rows, raw.stem, decoded.encoding)


def _of_dictionaries(rows: list[dict[str, Any]], stem: str, encoding: str) -> Iterator[Draft]:
    for _, draft in drafts(rows, dict.fromkeys(str(name) for row in rows for name in row), stem, encoding):
        yield draft


def read_parquet(raw: Raw) -> Iterator[Draft]:
    """The articles of a Parquet file."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingPackage("pyarrow", "parquet", "Reading Parquet files") from error
    table = pq.read_table(io.BytesIO(raw.data))
    for _, draft in drafts(table.to_pylist(), table.column_names, raw.stem):
        yield draft


def read_workbook(raw: Raw) -> Iterator[Draft]:
    """The articles of an Excel file: every sheet with a column of texts. Formulas count as what they last came to."""
    import openpyxl

    archive.refuse_unsafe_office(raw.data, _UNPACKED)
    book = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True)
    several = len(book.worksheets) > 1
    barren: list[str] = []
    refusals: list[str] = []
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        header = [str(cell) if cell is not None else f"column {at}" for at, cell in enumerate(next(rows, ()), 1)]
        if several and "text" not in find_columns(header):
            barren.append(repr(sheet.title))
            continue
        stem = f"{raw.stem}-{sheet.title}" if several else raw.stem
        filled = (dict(zip(header, row, strict=False)) for row in rows if any(cell is not None for cell in row))
        try:
            for _, draft in drafts(filled, header, stem):
                yield draft
        except UnreadableError as error:
            refusals.append(str(error))
    if barren:
        them = ", ".join(barren[:10])
        refusals.append(
            f"has no column of texts in {counted(len(barren), 'sheet')} ({them}): call such a column `text`."
        )
    if refusals:
        raise UnreadableError(" It also ".join(refusals))
