"""The lowest versions that pyproject.toml allows, as constraints for pip: `make lowest` runs the tests with them.

    python tests/lowest.py > lowest.txt

Linters and what only types need are left out: they do not run there.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_LEFT_OUT = {"analyst-workbench", "mypy", "pandas-stubs", "ruff"}


def pins(pyproject: str) -> Iterator[str]:
    """A line a package that the text of a pyproject.toml gives a lower end: its name and that version."""
    project = tomllib.loads(pyproject)["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    for requirement in asked:
        found = re.match(r"([\w.-]+)(?:\[[^\]]*\])?>=([\w.]+)", requirement)
        if found and found[1] not in _LEFT_OUT:
            yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    for line in pins((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")):
        sys.stdout.write(line + "\n")
