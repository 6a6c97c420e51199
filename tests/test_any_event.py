"""The notebooks on events that are unlike the first users': no quotes, no figures, one article; each cell runs."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
PLAIN = {
    "a.txt": "Museum reopens its east wing\n\nThe museum reopened its east wing after years of repairs.\n",
    "b.txt": "East wing open again\n\nThe east wing of the museum is open again. Crowds came to see the halls.\n",
}
EVENTS = {
    "one-article": {"a.txt": "Rain delays market\n\nThe market opened late on Monday.\n"},
    "nothing-said-or-counted": PLAIN,
}


@pytest.mark.parametrize("articles", EVENTS.values(), ids=EVENTS)
def test_notebooks_run_on_any_event(articles: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in articles.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_SOURCE", str(tmp_path))
    # all of them in one kernel: what it takes is mostly the start
    cells = [
        nbformat.v4.new_code_cell(cell.source)
        for path in sorted(NOTEBOOKS.glob("0*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code"
    ]
    assert len(cells) > 50
    notebook = nbformat.v4.new_notebook(cells=cells)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, allow_errors=True, resources=resources).execute()
    failed = [
        f"{cell.source[:80]}: {output.ename}: {output.evalue[:200]}"
        for cell in notebook.cells
        for output in cell.outputs
        if output.output_type == "error"
    ]
    assert not failed
