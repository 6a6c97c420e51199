"""Notebooks are thin, and their stored outputs are true references (nbval compares nothing in a stripped notebook)."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
IGNORED = {"nbval-ignore-output", "nbval-skip"}
COMPARED = {"text/html", "application/json", "image/svg+xml"}
BANNED_NODES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.For, ast.While, ast.With, ast.Try),
)
#: What differs from machine to machine or from run to run.
MACHINE = re.compile(
    r"/(?:home|root|Users|tmp|work|usr|opt|var|private)/\w|[A-Z]:\\\\|\bsite-packages\b|\b(?:CPU times|Wall time)\b"
    r"|<[\w.]+ (?:object )?at 0x|ipykernel_\d"
)


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]


def outputs_as_text(cell: nbformat.NotebookNode) -> str:
    parts = []
    for output in cell.outputs:
        parts.append(output.get("text", ""))
        parts += [data for kind, data in output.get("data", {}).items() if not kind.startswith("image/png")]
    return "\n".join(map(str, parts))


def is_compared(cell: nbformat.NotebookNode) -> bool:
    """Whether nbval really compares something of this cell's outputs."""
    if IGNORED & set(cell.metadata.get("tags", [])) or "NBVAL_" in cell.source:
        return False
    return any(output.output_type == "stream" or COMPARED & set(output.get("data", {})) for output in cell.outputs)


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS][:3] == ["00-start", "01-figures", "02-quotes"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_run_from_top_to_bottom(self, path: Path) -> None:
        counts = [cell.execution_count for cell in code_cells(path)]
        assert counts == list(range(1, len(counts) + 1)), "stale or stripped: run make notebooks"

    def test_something_is_compared(self, path: Path) -> None:
        cells = code_cells(path)
        assert sum(map(is_compared, cells)) >= 3, "nbval would compare next to nothing"
        ignored = [cell for cell in cells if IGNORED & set(cell.metadata.get("tags", [])) or "NBVAL_" in cell.source]
        assert len(ignored) <= max(1, len(cells) // 5)

    def test_no_errors(self, path: Path) -> None:
        kinds = {(output.output_type, output.get("name")) for cell in code_cells(path) for output in cell.outputs}
        assert "error" not in {kind for kind, _ in kinds}
        assert ("stream", "stderr") not in kinds

    def test_nothing_of_this_machine(self, path: Path) -> None:
        for cell in code_cells(path):
            assert not (found := MACHINE.search(outputs_as_text(cell))), found
        book = nbformat.read(path, 4)
        assert "widgets" not in book.metadata
        assert book.metadata.kernelspec.name == "python3"

    def test_cells_are_thin(self, path: Path) -> None:
        for cell in code_cells(path):
            assert len(cell.source.splitlines()) <= 10
            nodes = list(ast.walk(ast.parse(cell.source)))
            assert not [type(node).__name__ for node in nodes if isinstance(node, BANNED_NODES)]
            assert "%" not in cell.source.split("\n")[0][:1]
            assert not re.search(r"with out|\.capture\(|interact\(|interactive_output", cell.source)

    def test_each_cell_is_introduced(self, path: Path) -> None:
        kinds = [cell.cell_type for cell in nbformat.read(path, 4).cells]
        assert kinds[0] == "markdown"
        assert all(before == "markdown" for before, after in pairwise(kinds) if after == "code")

    def test_the_next_step_is_named(self, path: Path) -> None:
        """Whoever opens a notebook learns that it wants to be run, where the others are, and what comes next."""
        cells = nbformat.read(path, 4).cells
        every = sorted(one.name for one in path.parent.glob("*.ipynb"))
        assert "Run All Cells" in cells[0].source
        assert sorted(re.findall(r"\]\(([\w-]+\.ipynb)\)", cells[0].source)) == [
            one for one in every if one != path.name
        ]
        following = [one for one in every if one > path.name][:1]
        assert cells[-1].cell_type == "markdown"
        assert re.findall(r"\]\(([\w-]+\.ipynb)\)", cells[-1].source) == following

    def test_each_widget_has_its_twin(self, path: Path) -> None:
        cells = code_cells(path)
        for number, cell in enumerate(cells):
            if "wb.views." in cell.source:
                shown = [output.get("data", {}) for output in cell.outputs]
                assert any("wb-twin" in data.get("text/html", "") for data in shown), "the exported page would be empty"
                assert any(map(is_compared, cells[number + 1 : number + 4]))
