"""The structure that design and README promise: one direction of imports, one owner a heavy library, a light import."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import workbench

PACKAGE = Path(workbench.__file__).parent
# A module imports only from stages above its own; stages on one line may not import each other.
STAGES = [
    {"errors"},
    {"spans"},
    {"model", "markup", "settings", "durable", "garbage"},
    {"lexicons"},
    {"cache"},
    {"read"},
    {"events"},
    {"language"},
    {"extract"},
    {"compare"},
    {"tables"},
    {"faults"},
    {"framing"},
    {"corpus"},
    {"review"},
    {"briefing"},
    {"charts"},
    {"citing"},
    {"export"},
    {"views", "lab", "stream"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(STAGES) for name in names}
OWNERS = {
    "spacy": {"language"},
    "trafilatura": {"read"},
    "charset_normalizer": {"read"},
    "py3langid": {"read"},
    "anyascii": {"compare", "extract"},
    "pypdf": {"read"},
    "docx": {"export", "read"},
    "pptx": {"export"},
    "reportlab": {"export"},
    "matplotlib": {"charts", "export"},
    "ipywidgets": {"views"},
    "anywidget": {"views"},
    "nbclient": {"export"},
    "nbformat": {"export"},
    "bleach": {"export"},
    "mistune": {"export"},
    "openpyxl": {"export", "read"},
    "pyarrow": {"export", "read"},
    "dask": {"stream"},
    "distributed": {"stream"},
    "fsspec": {"stream"},
    "typer": {"cli"},
    "msgspec": {"cache"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it, type-checking blocks left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_upwards_only(path: Path) -> None:
    own = stage(path)
    if own == "__init__":
        return  # the package's face: lazy imports of what it exposes
    assert own in LEVEL, f"{own} has no place in the order of stages"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "workbench" or len(parts) < 2 or parts[1] not in LEVEL or parts[1] == own:
            continue
        assert LEVEL[parts[1]] < LEVEL[own], f"{own} must not import {parts[1]}: it stands above"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_heavy_library_has_its_owner(path: Path) -> None:
    for name in imported(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or stage(path) in owners, f"{name} belongs to {owners}"


def test_no_circles() -> None:
    """Outside the views, where a selected row leads from any view to any other."""
    names = {".".join(("workbench", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in MODULES}
    names = {name.removesuffix(".__init__"): path for name, path in names.items()}
    needs = {
        name: {part if part in names else part.rpartition(".")[0] for part in imported(path)} & names.keys() - {name}
        for name, path in names.items()
        if not name.startswith("workbench.views") and name != "workbench"
    }
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


def test_no_drawers() -> None:
    assert not [path.name for path in MODULES if path.stem in ("utils", "helpers", "common", "misc")]


HEAVY = ("spacy", "pandas", "numpy", "matplotlib", "ipywidgets", "trafilatura", "charset_normalizer", "typer", "rich")


def test_import_workbench_is_light() -> None:
    code = f"import sys, workbench; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_needs_no_model_and_no_pandas() -> None:
    code = (
        "import sys; from workbench.cli import app; from typer.testing import CliRunner; "
        "CliRunner().invoke(app, ['--help']); print([m for m in ('spacy', 'pandas', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names() -> None:
    assert workbench.__all__ == ["Corpus", "__version__", "charts", "default_source", "export", "load", "views"]
    for name in workbench.__all__:
        assert getattr(workbench, name) is not None
    assert dir(workbench) == sorted(workbench.__all__)


def test_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="it has Corpus"):
        _ = workbench.nothing
