"""What every test may use: the seeds, read once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import workbench as wb

# The same examples in every run, and no clock: a busy machine must not turn a test red.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("steady")

# What a test is about must happen in it; tests of the cache name a folder of their own.
os.environ["WORKBENCH_CACHE"] = "off"

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds_folder() -> str:
    return str(ROOT / "seeds")


@pytest.fixture(scope="session")
def seeds(seeds_folder: str) -> wb.Corpus:
    return wb.load(seeds_folder, progress=False)
