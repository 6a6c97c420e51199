# The workbench's commands. Each sets up what it needs: a virtual environment in .venv, installed again only when
# pyproject.toml or constraints.txt change. `make help` lists them. Works with GNU make on Linux and macOS.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
ALONE := env -u WORKBENCH_SOURCE -u WORKBENCH_SESSION
NBVAL := --nbval --nbval-current-env --nbval-sanitize-with tests/sanitize.cfg

.PHONY: help setup brief lab test lint unit notebooks-test notebooks bench lowest lock clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

setup: $(STAMP)  ## make .venv and install the workbench in it

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The workbench needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) (a few minutes the first time) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python could not make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[test]"
	@touch $@
	@echo "Ready: $$($(BIN)/workbench --version)"

brief: setup  ## read and compare seeds/, run the notebooks, write the briefing pack to briefing/
	$(BIN)/workbench brief seeds --out briefing
	@echo "Open briefing/index.html"

lab: setup  ## open the workbench in JupyterLab
	$(BIN)/workbench lab

test: lint unit notebooks-test  ## run all tests: lint, types, pytest (with a browser where there is one), nbval

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

unit: setup
	$(ALONE) $(BIN)/python -m pytest --numprocesses auto --dist loadfile

notebooks-test: setup
	$(ALONE) $(BIN)/python -m pytest $(NBVAL) notebooks

notebooks: setup  ## run the notebooks and store their outputs, after a change that is meant to show in them
	$(BIN)/python tests/refresh_notebooks.py notebooks/*.ipynb

bench: setup  ## measure speed on this machine, beside other tools
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python tests/benchmarks/run.py

lowest:  ## run the tests with the lowest versions that pyproject.toml allows (ten minutes; CI does not)
	rm -rf build/lowest && $(PYTHON) -m venv build/lowest
	$(PYTHON) tests/lowest.py > build/lowest/pins.txt
	build/lowest/bin/python -m pip install --quiet --constraint build/lowest/pins.txt --editable ".[test,app]"
	$(ALONE) PATH="$(CURDIR)/build/lowest/bin:$$PATH" build/lowest/bin/python -m pytest --numprocesses auto --dist loadfile
	$(ALONE) build/lowest/bin/python -m pytest $(NBVAL) notebooks
	rm -rf build/lowest

lock: ## write constraints.txt anew: the newest versions that pyproject.toml allows
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --upgrade pip
	build/lock/bin/python -m pip install --quiet ".[test]"
	{ echo "# Exact versions that the workbench is tested with; written by: make lock"; \
	  build/lock/bin/python -m pip freeze --exclude analyst-workbench; } > constraints.txt
	rm -rf build/lock

clean:  ## remove what the commands made: .venv, briefing/ and caches
	rm -rf $(VENV) briefing build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
