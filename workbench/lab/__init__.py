"""JupyterLab as the workbench opens it: on this machine only, with a token, without news, at the first notebook."""

import sys
from pathlib import Path

from workbench.errors import SourceError
from workbench.settings import SOURCE_VARIABLE

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
        f"--ServerApp.root_dir={_root()}",
        f"--LabApp.default_url=/lab/tree/{_FIRST.as_posix()}",
    ]


def environment(path: Path | None = None) -> dict[str, str]:
    """What to add to the environment so that the notebooks read the articles at `path`; nothing for None."""
    return {} if path is None else {SOURCE_VARIABLE: str(path.resolve())}


def _root() -> Path:
    """The folder that holds ``notebooks/``: this one, else the one beside the package (a clone)."""
    for folder in (Path.cwd(), Path(__file__).resolve().parents[2]):
        if (folder / _FIRST).is_file():
            return folder
    raise SourceError(f"There is no {_FIRST} here: run this in the folder of the project, where the notebooks are.")
