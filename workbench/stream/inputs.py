"""From what the analyst named to files, in a stable order, one at a time: none is opened but a folder's sources.csv."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.errors import SourceError
from workbench.model import Fact, Problem, Severity
from workbench.read import archive, formats, given, sources, walk
from workbench.read.draft import Raw, counted, too_large
from workbench.stream import places
from workbench.stream.places import State

Stated = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it is listed: its place, its state, and what a sources.csv beside it states of it."""

    place: str
    state: State
    stated: Stated = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.place.replace(os.sep, "/").rpartition("/")[2]

    @property
    def shown(self) -> str:
        """The file as problems and tables name it."""
        return walk.shown(self.place)


def listed(named: Sequence[str]) -> Iterator[Input | Problem]:
    """The files that `named` paths, globs and addresses name, and a problem for what cannot be listed.

    Raises SourceError for a path that does not exist, OptionError for an address that may not be opened.
    """
    for one in named:
        yield from _remote(one) if places.is_address(one) else _Local().below(one)


class _Local:
    """Files of this machine; each folder's sources.csv is read once, when the first file of the folder is met."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._stated = sources.Stated()

    def below(self, named: str) -> Iterator[Input | Problem]:
        pattern = any(mark in named for mark in "*?[") and not Path(named).exists()
        for item in given.items(named if pattern else Path(named)):
            if isinstance(item, Path):
                yield from self._file(item)
            elif isinstance(item, Problem):
                yield item

    def _file(self, path: Path) -> Iterator[Input | Problem]:
        try:
            state = places.state(str(path))
        except OSError as error:
            message = f"This file cannot be opened ({error.strerror or error}): copy it elsewhere, or remove it."
            yield Problem(walk.shown(path), None, Severity.ERROR, message)
            return
        if path.parent != self._folder:
            self._folder, self._stated = path.parent, _stated_in(path.parent)
            yield from self._stated.problems
        yield Input(str(path), state, self._stated.of(path.name))


def _stated_in(folder: Path) -> sources.Stated:
    listing = folder / sources.FILE_NAME
    try:
        if not listing.is_file():
            return sources.Stated()
        names = [child.name for child in folder.iterdir() if child.name != sources.FILE_NAME]
        return sources.read(listing.read_bytes(), walk.shown(listing), names)
    except OSError as error:
        message = f"This file cannot be opened ({error.strerror or error}): ask for the right to read it."
        return sources.Stated(problems=(Problem(walk.shown(listing), None, Severity.ERROR, message),))


def _remote(address: str) -> Iterator[Input | Problem]:
    """The files below an address, sorted by their paths; those of a kind that is not read are counted."""
    file_system, path = places.opened(address.rstrip("/"))
    before = address.rstrip("/").removesuffix(path)  # with the host, which paths within the file system lack
    if any(mark in path for mark in "*?["):
        found = dict(file_system.glob(path, detail=True))
    else:
        found = dict(file_system.find(path, detail=True))
    if not found:
        raise SourceError(f"There is no file at {address}: check its name and where it lies.")
    passed: Counter[str] = Counter()
    stated: dict[str, sources.Stated] = {}
    for name in sorted(name for name, told in found.items() if told.get("type") != "directory"):
        whole = PurePosixPath(name)
        inside = name.removeprefix(path).split("/")
        if any(part.startswith((".", "~$")) for part in inside) or whole.name.lower() == sources.FILE_NAME:
            continue
        if not formats.is_read(whole.suffix.lower()):
            passed[whole.suffix.lower()] += 1
            continue
        above = str(whole.parent)
        if above not in stated:
            stated = {above: _stated_at(file_system, before, above, found)}
            yield from stated[above].problems
        yield Input(f"{before}{name}", places.state_of(found[name]), stated[above].of(whole.name))
    for ending, number in sorted(passed.items()):
        message = (
            f"{counted(number, 'file')} of a kind that is not read ({ending or 'no ending'}): save as text to read."
        )
        yield Problem(address, None, Severity.NOTICE, message)


def _stated_at(file_system: Any, before: str, folder: str, found: Mapping[str, Any]) -> sources.Stated:
    listing = f"{folder}/{sources.FILE_NAME}"
    if listing not in found:
        return sources.Stated()
    names = [
        PurePosixPath(name).name for name in found if str(PurePosixPath(name).parent) == folder and name != listing
    ]
    return sources.read(file_system.cat_file(listing), f"{before}{listing}", names)


def opened(
    place: str, limit: int, *, stated: Stated | None = None, members: frozenset[str] | None = None
) -> Iterator[Raw | Problem]:
    """The file at `place`, or those in it where it is a zip archive: of these only `members`, unless that is None.

    `limit` is the size in bytes above which a file is set aside. What cannot be opened is a problem.
    """
    one = Input(place, State(0, ""))
    zipped = one.name.lower().endswith(formats.ARCHIVE)
    try:
        if not places.is_address(place):
            known = next(_checked(place, limit, zipped), None)
            if known is not None:
                yield known
                return
            source: str | bytes = place if zipped else places.read(place)
        else:
            size = places.state(place).size
            if size > limit * (archive.MAX_TOTAL if zipped else 1):
                yield Problem(one.shown, None, Severity.ERROR, too_large(size, limit))
                return
            source = places.read(place)
    except OSError as error:
        message = f"This file cannot be opened ({error.strerror or error}): copy it elsewhere, or remove it."
        yield Problem(one.shown, None, Severity.ERROR, message)
        return
    if zipped:
        yield from archive.members(source, one.shown, limit, members)
    elif isinstance(source, bytes):
        yield Raw(one.shown, walk.shown(one.name), source, stated or {})


def _checked(place: str, limit: int, zipped: bool) -> Iterator[Problem]:
    """The problem with a file of this machine that is not even to be opened."""
    path = Path(place)
    if not path.is_file():
        path.stat()  # which says why, where it is not there
        message = "This is no ordinary file (a pipe or a device), so it was not opened: remove it."
        yield Problem(walk.shown(path), None, Severity.ERROR, message)
    elif not zipped and (size := path.stat().st_size) > limit:
        yield Problem(walk.shown(path), None, Severity.ERROR, too_large(size, limit))
