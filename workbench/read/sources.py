"""A `sources.csv` beside articles: what the analyst, or whoever gathered them, states about each file of the folder."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from workbench.model import Fact, Problem, Severity
from workbench.read.decode import decode
from workbench.read.draft import UnreadableError
from workbench.read.stamps import iso

FILE_NAME = "sources.csv"
#: The columns that are understood, besides `file`.
COLUMNS = ("source", "published", "url", "note", "byline", "headline", "language")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a folder's sources.csv states about its files, by the file's name, and what is wrong with it."""

    files: Mapping[str, Mapping[str, Fact]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def of(self, name: str) -> Mapping[str, Fact]:
        """What is stated about the file called `name`."""
        return self.files.get(name, {})


def read(data: bytes, path: str, names: Iterable[str]) -> Stated:
    """What the sources.csv with these bytes states about the files called `names`, the other files of its folder.

    A row may give a file's name with or without its ending. A row that names no file, or gives no true date, is a
    problem.
    """
    try:
        rows = list(_rows(decode(data).text))
    except (UnreadableError, csv.Error) as error:
        return Stated(problems=(_problem(path, Severity.WARNING, f"This sources.csv cannot be read: it {error}"),))
    if rows and "file" not in rows[0]:
        message = (
            f"This sources.csv has no column `file`; it has {', '.join(rows[0]) or 'none'}: name the files in one."
        )
        return Stated(problems=(_problem(path, Severity.WARNING, message),))
    known, files, problems = _by_key(names), {}, []
    for number, row in enumerate(rows, 2):
        name = known.get(_key(row["file"]))
        if name is None:
            message = (
                f"Row {number} of this sources.csv names {row['file']!r}, which is no file of its folder: correct it."
            )
            problems.append(_problem(path, Severity.NOTICE, message))
            continue
        basis = f"row {number} of {FILE_NAME}"
        facts = {column: Fact(row[column], basis) for column in COLUMNS if row.get(column)}
        if (stated := facts.get("published")) and (day := iso(stated.value)) is None:
            del facts["published"]
            message = f"Row {number} of this sources.csv gives {stated.value!r} as the date: write it as 2025-12-31."
            problems.append(_problem(path, Severity.WARNING, message))
        elif stated and day:
            facts["published"] = Fact(day, basis)
        files[name] = facts
    return Stated(files, tuple(problems))


def _rows(text: str) -> Iterator[dict[str, str]]:
    """The rows as dictionaries without white space at the edges, by the columns' names in small letters."""
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval=""):
        cells = {str(name).strip().lower(): value for name, value in row.items() if name is not None}
        if any(cells.values()):
            yield {name: " ".join((value or "").split()) for name, value in cells.items()}


def _by_key(names: Iterable[str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(_key(name.rpartition(".")[0] or name), name)
    return known | {_key(name): name for name in names}


def _key(name: str) -> str:
    return normalize("NFC", name.strip().replace("\\", "/").removeprefix("./")).casefold()


def _problem(path: str, severity: Severity, message: str) -> Problem:
    return Problem(path, None, severity, message)
