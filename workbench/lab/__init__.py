"""JupyterLab as the workbench opens it: on this machine only, with a token, without news, at the first notebook."""

import os
import sys
import tempfile
from pathlib import Path

from workbench.errors import SourceError
from workbench.settings import SESSION_VARIABLE, SOURCE_VARIABLE

_FIRST = Path("notebooks/00-start.ipynb")
_CONFIG = Path(__file__).with_name("jupyter_server_config.py")


def command() -> list[str]:
    """The command that opens JupyterLab at the first notebook, without a shell.

    Raises SourceError where there are no notebooks, neither here nor beside the package.
    """
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--config={_CONFIG}",
        *(["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),  # a container's only user
        f"--ServerApp.root_dir={root()}",
        f"--LabApp.default_url=/lab/tree/{_FIRST.as_posix()}",
    ]


def environment(path: Path | None = None) -> dict[str, str]:
    """What to add to the environment: the articles at `path`, and a file of this run's own for what 00-start opens."""
    session = {SESSION_VARIABLE: str(Path(tempfile.mkdtemp(prefix="workbench-")) / "source")}
    return session if path is None else {SOURCE_VARIABLE: str(path.resolve()), **session}


def root() -> Path:
    """The folder that holds ``notebooks/``: this one, else the one beside the package (a clone).

    Raises SourceError where there is neither.
    """
    for folder in (Path.cwd(), Path(__file__).resolve().parents[2]):
        if (folder / _FIRST).is_file():
            return folder
    raise SourceError(f"There is no {_FIRST} here: run this in the folder of the project, where the notebooks are.")
