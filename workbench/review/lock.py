"""One writer at a time: a lock on an open file, waited for a while, on systems that have one."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

fcntl: Any
try:
    fcntl = import_module("fcntl")
except ImportError:  # Windows
    fcntl = None

#: Errors that say "somebody else has it"; any other means that this file system has no locks at all.
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
#: Where Windows locks a byte: far behind anything that is written.
_FAR = 1 << 40


@contextmanager
def held(descriptor: int, *, seconds: float) -> Iterator[None]:
    """Hold the lock of the open file while the body runs; where the file system has no locks, run it without.

    Raises BlockingIOError where another process has the lock for longer than `seconds`.
    """
    taken = _take(descriptor, seconds)
    try:
        yield
    finally:
        if taken:
            _release(descriptor)


def _take(descriptor: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while True:
        try:
            _try(descriptor)
            return True
        except OSError as error:
            if error.errno not in _TAKEN:
                return False
            if time.monotonic() >= until:
                raise BlockingIOError(errno.EAGAIN, "another process is writing it") from error
        time.sleep(0.01)


def _try(descriptor: int) -> None:
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        _windows(descriptor, "LK_NBLCK")


def _release(descriptor: int) -> None:
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
    else:
        _windows(descriptor, "LK_UNLCK")


def _windows(descriptor: int, how: str) -> None:
    msvcrt = import_module("msvcrt")
    os.lseek(descriptor, _FAR, os.SEEK_SET)
    msvcrt.locking(descriptor, getattr(msvcrt, how), 1)
