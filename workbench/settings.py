"""What the surroundings say: which folder of articles the notebooks read when nobody names one."""

import os
from pathlib import Path

from workbench.errors import SourceError

#: The environment variable that names the folder (several paths parted as in PATH); ``workbench lab PATH`` and
#: ``workbench brief PATH...`` set it.
SOURCE_VARIABLE = "WORKBENCH_SOURCE"
#: The environment variable that names the file in which a run of ``workbench lab`` keeps what 00-start last opened, so
#: that the other notebooks read the same. Without it nothing is kept.
SESSION_VARIABLE = "WORKBENCH_SESSION"
_SEEDS = "seeds"


def default_source() -> Path | list[Path]:
    """What the notebooks read: what 00-start last opened in this run of ``workbench lab``, else what WORKBENCH_SOURCE
    names, else ``seeds`` here or in a folder above.

    A list where the variable names several paths. The path is relative where it can be, so that a notebook shows the
    same on every machine.
    Raises SourceError where there is neither.
    """
    named = _remembered() or os.environ.get(SOURCE_VARIABLE)
    if named:
        paths = [Path(path) for path in named.split(os.pathsep) if path]
        return paths[0] if len(paths) == 1 else paths
    here = Path()
    for above in (here, Path(".."), Path("../..")):
        if (above / _SEEDS).is_dir():
            return above / _SEEDS
    raise SourceError(
        f"There is no folder {_SEEDS} here or above: "
        f"name a folder of articles in the environment variable {SOURCE_VARIABLE}."
    )


def remember(source: object) -> None:
    """Keep the folder or file `source` for the other notebooks of this run of ``workbench lab``; else do nothing."""
    session = os.environ.get(SESSION_VARIABLE)
    if session and isinstance(source, str | Path) and Path(source).exists():
        Path(session).write_text(str(Path(source).resolve()), encoding="utf-8")


def _remembered() -> str | None:
    """What was kept, where it is still there."""
    session = os.environ.get(SESSION_VARIABLE)
    if not session or not Path(session).is_file():
        return None
    kept = Path(session).read_text(encoding="utf-8")
    return kept if kept and Path(kept).exists() else None
