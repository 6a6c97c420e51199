"""What every test may use: the seeds, read once."""

from pathlib import Path

import pytest

import workbench as wb

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds_folder() -> str:
    return str(ROOT / "seeds")


@pytest.fixture(scope="session")
def seeds(seeds_folder: str) -> wb.Corpus:
    return wb.load(seeds_folder, progress=False)
