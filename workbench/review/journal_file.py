"""The file of a journal: lines are only ever added to it, each written through to the disk before it counts.

A line that a crash left half written stays in the file as a line of its own, which readers pass over: nothing is taken
away, and nothing that comes after is lost.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.review import lock
from workbench.review.decision import MOST_BYTES, Entry, entry_id, from_line, to_line

_SECONDS = 5.0
_FLAGS = os.O_CLOEXEC if hasattr(os, "O_CLOEXEC") else 0
_FLAGS |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that cannot be read: its number, and why."""

    number: int
    why: str
    last: bool  # the end of the file, half written


class JournalFile:
    """One journal on the disk, read as far as it has grown; `entries` are its good lines, `bad` the others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: list[Entry] = []
        self.bad: list[Bad] = []
        self.ids: set[str] = set()
        self._seen = (0, 0, 0)  # inode, bytes, lines
        self._tail = False  # the last entry stands in a line without its end

    def refresh(self) -> bool:
        """Read what was added since, or everything where the file is another one; whether there was anything new.

        Raises OSError where it cannot be read. A file that is not there is empty.
        """
        try:
            descriptor = os.open(self.path, os.O_RDONLY | _FLAGS)
        except FileNotFoundError:
            return self._restart()
        try:
            return self._read(descriptor)
        finally:
            os.close(descriptor)

    def append(self, wanted: Iterable[Entry]) -> int:
        """Add the entries of `wanted` that the file does not have, and say how many those are.

        Raises OSError where they cannot be kept; the file is then as it was.
        """
        fresh = not self.path.exists()
        descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _FLAGS, 0o644)
        try:
            with lock.held(descriptor, seconds=_SECONDS):
                self._read(descriptor)
                lines = [to_line(entry) for entry in wanted if entry_id(entry) not in self.ids]
                if lines:
                    self._write(descriptor, b"".join(lines))
        finally:
            os.close(descriptor)
        if fresh:
            _keep_folder(self.path.parent)
        return len(lines)

    def _write(self, descriptor: int, lines: bytes) -> None:
        size = os.fstat(descriptor).st_size
        if size and _byte(descriptor, size - 1) != b"\n":
            lines = b"\n" + lines
        try:
            left = memoryview(lines)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        except OSError:
            with suppress(OSError):  # our own lines, of which nobody was told; never more than those
                os.ftruncate(descriptor, size)
            raise
        self._read(descriptor)

    def _read(self, descriptor: int) -> bool:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("it is no ordinary file")
        inode, at, _ = self._seen
        if inode != status.st_ino or status.st_size < at:
            self._restart()
        _, at, number = self._seen
        if status.st_size == at:
            return False
        if self.bad and self.bad[-1].last:
            self.bad.pop()
        if self._tail:
            self.ids.discard(entry_id(self.entries.pop()))
            self._tail = False
        os.lseek(descriptor, at, os.SEEK_SET)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            while line := file.readline(MOST_BYTES + 2):
                number += 1
                whole = line.endswith(b"\n")
                if not whole and len(line) > MOST_BYTES:
                    whole = _skip(file)
                    self.bad.append(Bad(number, "it is too long", last=not whole))
                elif line.strip():
                    self._take(line, number, whole)
                if whole:
                    self._seen = (status.st_ino, file.tell(), number)
        if self._seen[0] != status.st_ino:
            self._seen = (status.st_ino, 0, 0)
        return True

    def _take(self, line: bytes, number: int, whole: bool) -> None:
        try:
            entry = from_line(line)
            self.entries.append(entry)
            self.ids.add(entry_id(entry))
            self._tail = not whole
        except ValueError as error:
            self.bad.append(Bad(number, " ".join(str(error).split())[:160], last=not whole))

    def _restart(self) -> bool:
        had = bool(self.entries or self.bad)
        self.entries, self.bad, self.ids, self._seen, self._tail = [], [], set(), (0, 0, 0), False
        return had


def _byte(descriptor: int, at: int) -> bytes:
    os.lseek(descriptor, at, os.SEEK_SET)
    return os.read(descriptor, 1)


def _skip(file: object) -> bool:
    """Pass over the rest of a line; whether it has an end."""
    while piece := file.readline(MOST_BYTES):  # type: ignore[attr-defined]
        if piece.endswith(b"\n"):
            return True
    return False


def _keep_folder(folder: Path) -> None:
    """Write the folder itself through to the disk: the name of a new file is kept there."""
    with suppress(OSError):  # not every system lets a folder be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
