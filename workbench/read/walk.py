"""From paths to raw files: folders in a stable order, one file at a time, and a problem for what cannot be opened."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.model import Problem, Severity
from workbench.read import archive, formats, sources
from workbench.read.draft import Raw, counted, too_large

_SYSTEM = ("thumbs.db", "desktop.ini")


def shown(path: Path | str) -> str:
    """`path` as it is shown and stored: file names that are no UTF-8 keep what can be kept of them."""
    return os.fspath(path).encode("utf-8", "replace").decode("utf-8")


def files(folder: Path) -> Iterator[Path | Problem]:
    """The files below `folder` that are read, sorted by path, each folder once; and notices on what was passed over.

    Hidden files, `sources.csv` and the pictures and scripts that a browser saves beside a page are no articles.
    """
    passed: dict[str, list[Path]] = {}
    for found in _below(folder, set()):
        if isinstance(found, Problem) or formats.is_read(found.suffix.lower()):
            yield found
        else:
            passed.setdefault(found.suffix.lower(), []).append(found)
    for suffix, paths in sorted(passed.items()):
        kind = f"end in {suffix}" if suffix else "have no ending"
        names = ", ".join(shown(path.name) for path in paths[:3]) + (" ..." if len(paths) > 3 else "")
        message = f"{counted(len(paths), 'file')} of a kind that is not read ({kind}: {names}): save as text to read."
        yield Problem(shown(folder), None, Severity.NOTICE, message)


def _below(folder: Path, visited: set[str]) -> Iterator[Path | Problem]:
    visited.add(os.path.realpath(folder))
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield Problem(
            shown(folder), None, Severity.ERROR, f"This folder cannot be opened ({error.strerror or error}): {_RIGHTS}"
        )
        return
    pages = {child.stem for child in children if child.suffix.lower() in (".html", ".htm", ".xhtml")}
    for child in children:
        if child.name.startswith((".", "~$")) or child.name.lower() in (*_SYSTEM, sources.FILE_NAME, "__macosx"):
            continue
        if not child.is_dir():
            yield child
        elif child.name.endswith(("_files", "_Dateien", "_fichiers")) and child.name.rpartition("_")[0] in pages:
            message = (
                "This folder holds what a browser saved beside a page, and was passed over: move articles out of it."
            )
            yield Problem(shown(child), None, Severity.NOTICE, message)
        elif os.path.realpath(child) not in visited:
            yield from _below(child, visited)


_RIGHTS = "ask for the right to read it, or copy it elsewhere."


@dataclass
class Opener:
    """Opens files within a limit of size in bytes; keeps each folder's sources.csv, and yields its problems once."""

    limit: int
    _stated: dict[Path, sources.Stated] = field(default_factory=dict)

    def open(self, path: Path) -> Iterator[Raw | Problem]:
        """The raw file at `path`, or those inside it where it is a zip archive; or the problem that kept it unread."""
        place = shown(path)
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                yield _error(place, "This is no ordinary file (a pipe or a device), so it was not opened: remove it.")
                return
            if path.suffix.lower() == formats.ARCHIVE:
                yield from archive.members(str(path), place, self.limit)
                return
            if status.st_size > self.limit:
                yield _error(place, too_large(status.st_size, self.limit))
                return
            data = path.read_bytes()
        except OSError as error:
            yield _error(place, _why(path, error))
            return
        yield from self._unseen(path.parent)
        yield Raw(place, shown(path.name), data, self._stated[path.parent].of(path.name))

    def _unseen(self, folder: Path) -> Iterator[Problem]:
        """Reads the folder's sources.csv on first sight of the folder, and yields what is wrong with it."""
        if folder in self._stated:
            return
        self._stated[folder] = sources.Stated()
        listing = folder / sources.FILE_NAME
        try:
            if not listing.is_file():
                return
            if listing.stat().st_size > self.limit:
                yield _error(shown(listing), "This sources.csv is too large to be one, so it was not read: shorten it.")
                return
            names = [child.name for child in folder.iterdir() if child.name != sources.FILE_NAME]
            self._stated[folder] = sources.read(listing.read_bytes(), shown(listing), names)
        except OSError as error:
            yield _error(shown(listing), _why(listing, error))
        yield from self._stated[folder].problems


def _why(path: Path, error: OSError) -> str:
    if path.is_symlink() and not path.exists():
        return "This is a link to a file that is not there: mend or remove it."
    if isinstance(error, PermissionError):
        return f"This file cannot be opened (permission denied): {_RIGHTS}"
    return f"This file cannot be opened ({error.strerror or error}): copy it elsewhere, or remove it."


def _error(path: str, message: str) -> Problem:
    return Problem(path, None, Severity.ERROR, message)
