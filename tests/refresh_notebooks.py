"""Run notebooks in a fresh kernel and store their outputs: the references that nbval compares with.

    python tests/refresh_notebooks.py notebooks/*.ipynb            store
    python tests/refresh_notebooks.py --check notebooks/*.ipynb    store nothing; exit 1 where something would change

Stored is only what is the same on every machine: no times, no widget ids, cells numbered in order. Pictures are stored,
but a picture alone never makes a notebook stale.
"""

import argparse
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

METADATA = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"
PICTURES = ("image/png", "image/jpeg")


def run(path: Path) -> nbformat.NotebookNode:
    """The notebook, executed in its folder and made stable."""
    book = nbformat.read(path, 4)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    NotebookClient(
        book,
        timeout=300,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    book.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(book.cells):
        cell["id"] = f"c{number:03d}"
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in ("tags",) if key in cell.metadata})
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return book


def without_pictures(book: nbformat.NotebookNode) -> str:
    """The notebook as text, its pictures left out."""
    copy = nbformat.from_dict(book)
    for cell in copy.cells:
        for output in cell.get("outputs", []):
            for kind in PICTURES:
                output.get("data", {}).pop(kind, None)
    return str(nbformat.writes(copy))


def main() -> int:
    """Refresh or check the notebooks named."""
    parser = argparse.ArgumentParser(description="Run notebooks and store their outputs.")
    parser.add_argument("--check", action="store_true", help="store nothing; exit with 1 where something would change")
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    for name in ("WORKBENCH_SOURCE", "WORKBENCH_SESSION"):  # the references are those of seeds/
        os.environ.pop(name, None)
    stale = []
    for path in options.notebooks:
        before = without_pictures(nbformat.read(path, 4))
        book = run(path.resolve())
        if without_pictures(book) == before:
            print(f"{path}: as stored")
            continue
        stale.append(path)
        if not options.check:
            nbformat.write(book, path)
        print(f"{path}: {'would change' if options.check else 'stored anew'}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
