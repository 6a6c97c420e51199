"""What the caller of `load` gave: paths, globs, texts, tables, uploads, or a list of any of these.

A string is a path where a file of that name exists. Where none does, it is the text of one article if it has several
lines, or is one line that reads as a sentence: four words or more, and either closed by a full stop or the like, or
longer than any path. Every other string is taken for a path, so that a path with a slip in it is never read as an
article.
"""

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.errors import SourceError
from workbench.model import Problem, Severity
from workbench.read import walk
from workbench.read.decode import newlines, oddities
from workbench.read.draft import Draft, Raw, UnreadableError

_LONGEST_PATH = 260
_CLOSED = (".", "!", "?", "…", '"', "”", "»", "’", "'", ")")


@dataclass(frozen=True, slots=True)
class Inline:
    """An article given in memory: its draft, and what to show where a file's path would stand."""

    draft: Draft
    path: str


def items(source: Any) -> Iterator[Path | Raw | Inline | Problem]:
    """Everything that `source` names, in order: files, uploads and articles in memory, and problems with any of it.

    Raises SourceError for a path that does not exist and for what is no source at all.
    """
    if isinstance(source, str):
        yield from _string(source)
    elif isinstance(source, os.PathLike):
        yield from _path(Path(os.fsdecode(source)))
    elif isinstance(source, Mapping):
        yield from _mapping(source)
    elif hasattr(source, "columns") and hasattr(source, "to_dict"):
        yield from _rows(source.to_dict("records"), [str(column) for column in source.columns])
    elif isinstance(source, bytes | bytearray | memoryview):
        raise SourceError("Bytes were given: decode them, or give the file's path, so that its format is known.")
    elif isinstance(source, Iterable):
        yield from _several(list(source))
    else:
        raise SourceError(
            f"A {type(source).__name__} object was given: give a path, a glob, a list of them, a table or a text."
        )


def is_text(value: str) -> bool:
    """Whether a string that names no file is the text of an article itself.

    >>> is_text("Twelve people died in the flood."), is_text("A line.\\nAnother."), is_text("articles/flood in May.txt")
    (True, True, False)
    """
    value = value.strip()
    if "\n" in value or "\r" in value:
        return True
    return len(value.split()) >= 4 and (value.endswith(_CLOSED) or len(value) > _LONGEST_PATH)


def _string(value: str) -> Iterator[Path | Raw | Inline | Problem]:
    path = Path(value).expanduser() if value.startswith("~") else Path(value)
    if value.strip() and _exists(path):
        yield from _path(path)
    elif is_text(value):
        yield Inline(
            Draft(newlines(value.removeprefix("\ufeff")), "utf-8", warnings=tuple(oddities(value))), "text given"
        )
    elif not value.strip():
        raise SourceError("An empty string was given: give a path, a glob, a table or the text of an article.")
    elif "://" in value[:12]:
        raise SourceError(f"{value!r} is a web address, and nothing is ever fetched: save the page and give the file.")
    elif glob.has_magic(value):
        found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not found:
            raise SourceError(f"No file matches {value!r}: check the pattern, and the folder that it starts from.")
        for name in found:
            yield from _path(Path(name))
    else:
        yield from _path(path)


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False  # longer than any path may be, or with a zero in it


def _path(path: Path) -> Iterator[Path | Problem]:
    if not _exists(path):
        place = "" if path.is_absolute() else f" in {walk.shown(Path.cwd())!r}"
        raise SourceError(f"There is no file or folder {walk.shown(path)!r}{place}: check its name and where it lies.")
    yield from walk.files(path) if path.is_dir() else iter((path,))


def _several(members: list[Any]) -> Iterator[Path | Raw | Inline | Problem]:
    """A list: of rows of one table where all are dictionaries, else of sources of any kind."""
    if members and all(isinstance(member, Mapping) and not _is_upload(member) for member in members):
        yield from _rows(members, list(dict.fromkeys(str(name) for member in members for name in member)))
        return
    for member in members:
        if not isinstance(member, str | os.PathLike | Mapping) and not hasattr(member, "to_dict"):
            raise SourceError(
                f"A list with a {type(member).__name__} object was given: list paths, texts or dictionaries."
            )
        yield from items(member)


def _mapping(value: Mapping[Any, Any]) -> Iterator[Raw | Inline | Problem]:
    if _is_upload(value):
        name = str(value["name"])
        yield Raw(name, name.rpartition("/")[2], bytes(value["content"]))
    else:
        yield from _rows([value], [str(name) for name in value])


def _is_upload(value: Mapping[Any, Any]) -> bool:
    """Whether this is what the notebook's upload button gives for a file: its name and its bytes."""
    return "name" in value and isinstance(value.get("content"), bytes | bytearray | memoryview)


def _rows(rows: list[Mapping[Any, Any]], columns: list[str]) -> Iterator[Inline | Problem]:
    from workbench.read import tabular

    try:
        for number, draft in tabular.drafts(rows, columns, "article"):
            yield Inline(draft, f"row {number} of the table given")
    except UnreadableError as error:
        yield Problem("table given", None, Severity.ERROR, f"The table given {error}")
