"""The examples in docstrings run and give what they say."""

import doctest
import importlib
import pkgutil

import pytest

import workbench

MODULES = ["workbench", *(found.name for found in pkgutil.walk_packages(workbench.__path__, "workbench."))]
#: Read by Jupyter, not imported.
NO_MODULE = {"workbench.lab.jupyter_server_config", "workbench.lab.voila"}


@pytest.mark.parametrize("name", [name for name in MODULES if name not in NO_MODULE])
def test_examples_run(name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(request.config.rootpath)
    outcome = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert outcome.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    found = [test for name in MODULES if name not in NO_MODULE for test in finder.find(importlib.import_module(name))]
    assert sum(len(test.examples) for test in found) > 100
