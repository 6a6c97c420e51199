"""What the surroundings say: which folder of articles the notebooks read when nobody names one."""

import os
from pathlib import Path

from workbench.errors import SourceError

#: The environment variable that names the folder (several paths parted as in PATH); ``workbench lab PATH`` and
#: ``workbench brief PATH...`` set it.
SOURCE_VARIABLE = "WORKBENCH_SOURCE"
_SEEDS = "seeds"


def default_source() -> Path | list[Path]:
    """What the notebooks read: what WORKBENCH_SOURCE names, else ``seeds`` here or in a folder above.

    A list where the variable names several paths. The path is relative where it can be, so that a notebook shows the
    same on every machine.
    Raises SourceError where there is neither.
    """
    named = os.environ.get(SOURCE_VARIABLE)
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
