"""The package's modules compiled, as pip leaves them when it installs the package.

Where PYTHONDONTWRITEBYTECODE is set, as in many containers, and the package is installed as editable, Python compiles
each module anew in every process: half a second that nobody who has installed the workbench waits for.
"""

import compileall
from importlib.util import find_spec
from pathlib import Path


def package() -> None:
    """Compile what has changed of it, beside its sources."""
    spec = find_spec("workbench")
    if spec and spec.origin:
        compileall.compile_dir(Path(spec.origin).parent, quiet=2)
