"""Files that hold what a person did: written whole and through to the disk, and never written over where unreadable."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def put(path: Path, content: bytes) -> None:
    """Write beside the file, through to the disk, then put it in its place; the draft goes where that fails.

    Raises OSError where the folder cannot be written to or the disk is full; the file is then as it was before.
    """
    draft = path.with_name(f"{path.name}.{uuid4().hex[:8]}.part")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> Path:
    """Give the file another name, one that nothing has, and return it. Raises OSError where that cannot be."""
    names = (path.with_name(f"{path.name}.broken{at or ''}") for at in range(1000))
    free = next((name for name in names if not name.exists()), None)
    if free is None:
        raise OSError(f"there are too many broken files beside {path.name}")
    path.rename(free)
    return free
