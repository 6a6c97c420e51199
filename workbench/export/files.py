"""Writing files whole or not at all, and the one time that exports carry."""

import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import OptionError

#: The earliest time that a zip member can carry, used where SOURCE_DATE_EPOCH is not set.
_ZERO = datetime(1980, 1, 1, tzinfo=UTC)


def folder(path: Path | str) -> Path:
    """The folder `path`, made if need be.

    Raises OptionError where it cannot be made.
    """
    made = Path(path)
    if made.exists() and not made.is_dir():
        raise OptionError(f"Nothing can be written to {made}, which is a file: name a folder.")
    try:
        made.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"Nothing can be written to {made}: {error.strerror}; name another folder.") from error
    return made


def put(path: Path, content: bytes | Iterable[bytes]) -> Path:
    """Write `content` to `path` through a temporary file beside it, so that nobody ever sees half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in (content,) if isinstance(content, bytes) else content:
                file.write(part)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def fixed_time() -> datetime:
    """The time that exports carry instead of the clock's: SOURCE_DATE_EPOCH, else the first of January 1980.

    Raises OptionError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not stated:
        return _ZERO
    try:
        return max(datetime.fromtimestamp(int(stated), UTC), _ZERO)
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError(
            f"SOURCE_DATE_EPOCH is {stated!r}, which is no number of seconds; correct or unset it."
        ) from error


def _umask() -> int:
    """The process's umask: it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
