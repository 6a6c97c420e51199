"""Where bytes come from and go to: folders of this machine, and what fsspec opens by its address (s3, gs, hdfs ...).

The one owner of fsspec. Only what the analyst names is opened; the web is not (``http`` and the like are refused).
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from workbench.errors import MissingPackage, OptionError
from workbench.export import files

#: Addresses that are pages or services of the web: nothing is ever fetched from there.
_WEB = frozenset({"http", "https", "ftp", "ftps", "github", "git", "gist", "dbfs", "jupyter", "data"})
_TEMPORARY = ".part"


@dataclass(frozen=True, slots=True)
class State:
    """How a file is known without reading it: its size in bytes, and its time of change or its tag."""

    size: int
    stamp: str


def is_address(place: str) -> bool:
    """Whether `place` is an address such as ``s3://bucket/articles``, and not a path.

    >>> is_address("memory://a"), is_address("articles/a.txt")
    (True, False)
    """
    return "://" in place


def stays_here(place: str) -> bool:
    """Whether only this process can see `place`, as it is with ``memory://``."""
    return place.startswith("memory://")


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises MissingPackage without fsspec, OptionError where the address is none that may be opened.
    """
    scheme = address.partition("://")[0].lower()
    if scheme in _WEB or "::" in address:
        raise OptionError(
            f"{address!r} is on the web, and nothing is ever fetched: save the files and give their folder."
        )
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingPackage("fsspec", "cluster", f"Opening {address}") from error
    try:
        found: tuple[Any, str] = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise OptionError(f"{address!r} cannot be opened ({' '.join(str(error).split())}).") from error
    return found


def state(place: str) -> State:
    """The state of the file at `place`. Raises OSError where there is none."""
    if is_address(place):
        file_system, path = opened(place)
        return state_of(file_system.info(path))
    known = Path(place).stat()
    return State(known.st_size, str(known.st_mtime_ns))


def state_of(told: dict[str, Any]) -> State:
    """The state of a file from what its file system tells of it, each under names of its own."""
    names = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "modified", "created")
    stamp = next((told[name] for name in names if told.get(name)), "")
    return State(int(told.get("size") or 0), str(stamp))


def read(place: str) -> bytes:
    """The bytes of the file at `place`. Raises OSError where it cannot be read."""
    if is_address(place):
        file_system, path = opened(place)
        content: bytes = file_system.cat_file(path)
        return content
    return Path(place).read_bytes()


def digest(place: str) -> str:
    """The SHA-256 of the file at `place`, read a piece at a time. Raises OSError."""
    if not is_address(place):
        with Path(place).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    file_system, path = opened(place)
    with file_system.open(path, "rb") as file:
        made = hashlib.sha256()
        while piece := file.read(1 << 20):
            made.update(piece)
        return made.hexdigest()


class Folder(Protocol):
    """A folder that is written to: files appear in it by name, such as ``figures/part-00000.jsonl``."""

    def put(self, name: str, content: bytes) -> None: ...  # noqa: D102
    def get(self, name: str) -> bytes | None: ...  # noqa: D102
    def sizes(self, below: str) -> Iterator[tuple[str, int]]: ...  # noqa: D102
    def remove(self, name: str) -> None: ...  # noqa: D102


class LocalFolder:
    """A folder of this machine, or one that it shares with others. A file appears whole or not at all."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def put(self, name: str, content: bytes) -> None:
        """Write the file `name`. Raises OSError where that is not possible."""
        whole = self._path / name
        files.folder(whole.parent)
        files.put(whole, content)

    def get(self, name: str) -> bytes | None:
        """The content of the file `name`; None where there is none."""
        try:
            return (self._path / name).read_bytes()
        except FileNotFoundError:
            return None

    def sizes(self, below: str) -> Iterator[tuple[str, int]]:
        """The names and sizes of the files in the folder `below`, in no order; pieces of a killed run are removed."""
        if not (self._path / below).is_dir():
            return
        with os.scandir(self._path / below) as found:
            for entry in found:
                if entry.name.startswith(".part-") and entry.name.endswith(_TEMPORARY):
                    Path(entry.path).unlink(missing_ok=True)
                elif entry.is_file():
                    yield f"{below}/{entry.name}", entry.stat().st_size

    def remove(self, name: str) -> None:
        """Remove the file `name`, where it is there."""
        (self._path / name).unlink(missing_ok=True)


class RemoteFolder:
    """A folder at an address that fsspec opens. Each file is put in one piece."""

    def __init__(self, address: str) -> None:
        self._files, self._path = opened(address)

    def put(self, name: str, content: bytes) -> None:
        """Write the file `name`. Raises OSError where that is not possible."""
        whole = f"{self._path}/{name}"
        self._files.makedirs(str(PurePosixPath(whole).parent), exist_ok=True)
        self._files.pipe_file(whole, content)

    def get(self, name: str) -> bytes | None:
        """The content of the file `name`; None where there is none."""
        try:
            content: bytes = self._files.cat_file(f"{self._path}/{name}")
        except FileNotFoundError:
            return None
        return content

    def sizes(self, below: str) -> Iterator[tuple[str, int]]:
        """The names and sizes of the files in the folder `below`, in no order."""
        self._files.invalidate_cache()
        try:
            told = self._files.ls(f"{self._path}/{below}", detail=True)
        except FileNotFoundError:
            return
        for one in told:
            if one["type"] == "file":
                yield f"{below}/{PurePosixPath(one['name']).name}", int(one["size"] or 0)

    def remove(self, name: str) -> None:
        """Remove the file `name`, where it is there."""
        if self._files.exists(f"{self._path}/{name}"):
            self._files.rm_file(f"{self._path}/{name}")


def folder(place: str) -> Folder:
    """The folder at `place`, to write to. Raises MissingPackage and OptionError as `opened` does."""
    return RemoteFolder(place) if is_address(place) else LocalFolder(place)
