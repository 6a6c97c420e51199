"""A folder of entries. An entry is whole or not there, whoever writes it and whenever they are stopped."""

import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

#: Names another folder for the cache, or `off` for none.
VARIABLE = "WORKBENCH_CACHE"
#: Bytes that a shelf holds at most; the entries unused for longest go first.
MOST_BYTES = 500_000_000
#: What is kept free when a shelf is tidied, so that this is seldom needed.
_SPARE = 0.2
#: Bytes written by a process before it looks whether the shelf is full.
_BETWEEN = 20_000_000
_SUM = 4  # bytes of the checksum before the content
_OFF = frozenset({"off", "no", "none", "0"})


class Shelf:
    """The entries in `folder`. What cannot be read or written is as if it were not there: a cache is never an error."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder, self._most = folder, most_bytes
        self._written = _BETWEEN  # so that the first writing of a process looks
        self._broken = False

    def get(self, key: str, name: str) -> memoryview | None:
        """The content of an entry; None where there is none, or where it is not what was written."""
        path = self._path(key, name)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        content = memoryview(whole)[_SUM:]
        if _sum(content) != whole[:_SUM]:
            return None
        with suppress(OSError):
            os.utime(path.parent)  # used just now
        return content

    def put(self, key: str, name: str, content: bytes) -> None:
        """Keep an entry; nothing happens where that is not possible."""
        if self._broken or len(content) > self._most * _SPARE:
            return
        path = self._path(key, name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(prefix="new-", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_sum(content) + content)
                Path(made).replace(path)
            except BaseException:
                Path(made).unlink(missing_ok=True)
                raise
        except OSError:  # a full disk, a folder that may not be written to: this process goes without
            self._broken = True
            return
        self._written += len(content)
        if self._written >= _BETWEEN:
            self._written = 0
            self._tidy()

    def _path(self, key: str, name: str) -> Path:
        return self.folder / key[:2] / key / name

    def _keys(self) -> Iterator[Path]:
        for some in self.folder.glob("[0-9a-f][0-9a-f]"):
            yield from some.iterdir()

    def _tidy(self) -> None:
        """Let the keys go that were unused for longest, until there is room again."""
        with suppress(OSError):  # another process tidies as well
            sizes = {}
            for key in self._keys():
                sizes[key] = (key.stat().st_mtime_ns, sum(entry.stat().st_size for entry in os.scandir(key)))
            total = sum(size for _, size in sizes.values())
            if total <= self._most:
                return
            for key, (_, size) in sorted(sizes.items(), key=lambda item: item[1]):
                _remove(key)
                total -= size
                if total <= self._most * (1 - _SPARE):
                    return


def _sum(content: bytes | memoryview) -> bytes:
    """Against disks and halves of files, not against people: whoever can write here could write any sum."""
    return zlib.crc32(content).to_bytes(_SUM, "big")


def _remove(key: Path) -> None:
    with suppress(OSError):
        for entry in list(key.iterdir()):
            entry.unlink(missing_ok=True)
        key.rmdir()


def of_user() -> Shelf | None:
    """The shelf of this user, in the cache folder of the system; None where ``WORKBENCH_CACHE`` says so."""
    named = os.environ.get(VARIABLE, "").strip()
    if named.lower() in _OFF:
        return None
    return Shelf(Path(named) if named else Path(platformdirs.user_cache_dir("analyst-workbench", appauthor=False)))
