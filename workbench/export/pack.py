"""The briefing pack: a folder with a page to read, and the charts, tables, notebooks and provenance behind it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import charts
from workbench.export import agreement, files, provenance, story
from workbench.export import notebooks as papers
from workbench.export.charts import save
from workbench.export.document import written
from workbench.export.tables import csv_lines, write
from workbench.tables.schemas import SCHEMAS, Column

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.export.document import Briefing

#: The formats of the document that a pack has unless told otherwise: those that cost little and need no extra.
FORMATS = ("html", "md", "xlsx")

#: The charts of a pack: file name and function.
CHARTS: dict[str, Callable[[Any], Any]] = {
    "quantities": charts.quantities,
    "agreement": charts.agreement,
    "corpus": charts.corpus,
    "figures": charts.figures,
    "voices": charts.voices,
    "coverage": charts.coverage,
    "origins": charts.origins,
    "labels": charts.labels,
    "choices": charts.choices,
    "distinctive": charts.distinctive,
    "timeline": charts.timeline,
}


def briefing(
    corpus: "Corpus",
    out: Path | str,
    *,
    notebooks: Path | str | list[Path] | list[str] | None = None,
    formats: Sequence[str] = FORMATS,
    picked: "Briefing | None" = None,
    template: Path | str | None = None,
) -> list[Path]:
    """Write the briefing pack to the folder `out` and return the paths written, index.html first.

    `notebooks` is a folder of notebooks, or a list of them, to run and enclose as pages; they read the files
    that the corpus was loaded from, and are left out, with a word, where it was not loaded from files. `formats` are
    those of the briefing as a document (pptx, docx, pdf, html, xlsx, md) beside the page: what the analyst `picked`,
    else a draft; `template` is the organisation's own .pptx or .docx as its base. Two runs on the same articles write
    the same bytes. Files that an earlier run left there, and that nobody changed, are removed where this run does not
    write them.

    Raises OptionError where `out` cannot be written to or a format is unknown, MissingPackage where a format needs a
    package that is not installed, SourceError where there is no notebook at `notebooks`.
    """
    wanted = written.known(formats, template)
    folder = files.folder(out)
    drawn = {name: draw(corpus) for name, draw in CHARTS.items()}
    made = [path for name, chart in drawn.items() for path in save(chart, folder / "charts" / name)]
    made += [_shown(chart, folder / "charts" / f"{name}.csv") for name, chart in drawn.items() if name != "agreement"]
    made.append(files.put(folder / agreement.NAME, agreement.content(corpus)))
    tables = {name: corpus.rows(name) for name in SCHEMAS if name in corpus.computed}
    made += write(tables, folder / "tables", ("csv", "xlsx"))
    made += _document(corpus, folder, wanted, picked, template)
    pages, failed = _notebooks(notebooks, folder, corpus.origin) if notebooks is not None else ([], {})
    made += pages
    dark = _dark(corpus)
    listed = [path.relative_to(folder).as_posix() for path in made]
    html = story.page(corpus, {name: story.Picture(drawn[name], dark[name]) for name in drawn}, listed, failed)
    index = files.put(folder / "index.html", html.encode("utf-8", "replace"))
    whole = [index, *made]
    options = {
        "charts": list(CHARTS),
        "tables": ["csv", "xlsx"],
        "notebooks": [path.stem for path in pages],
        "formats": list(wanted),
    }
    for path in provenance.stale(folder, whole):
        path.unlink()
    content = provenance.record(corpus, folder, whole, options)
    return [*whole, files.put(folder / provenance.NAME, content)]


def _document(
    corpus: "Corpus",
    folder: Path,
    formats: Sequence[str],
    picked: "Briefing | None",
    template: Path | str | None,
) -> list[Path]:
    """The briefing as a document, looked up once for all formats."""
    if not formats:
        return []
    from workbench.export.document.drafted import draft
    from workbench.export.document.resolve import resolve

    made = resolve(picked or draft(corpus), corpus)
    return written.write_all(made, folder, formats, template=template)


def _shown(chart: Any, path: Path) -> Path:
    """The table that a chart shows, as a file beside it."""
    frame = charts.data(chart)
    assert frame is not None  # every chart of a pack is one of ours
    columns = [Column(str(name), "text", "") for name in frame.columns]
    rows = (dict(zip(map(str, frame.columns), row, strict=True)) for row in frame.itertuples(index=False, name=None))
    return files.put(path, csv_lines(columns, rows))


def _dark(corpus: "Corpus") -> Mapping[str, Any]:
    with charts.style("dark"):
        return {name: draw(corpus) for name, draw in CHARTS.items()}


def _notebooks(
    where: Path | str | list[Path] | list[str], folder: Path, articles: Sequence[Path]
) -> tuple[list[Path], dict[str, list[str]]]:
    """The pages of the notebooks, and what went wrong in them, by notebook."""
    pages, failed = [], {}
    if not articles:
        why = "it was not run: the articles were not loaded from files or folders, which a notebook could read again"
        return [], {path.stem: [why] for path in papers.find(where)}
    target = files.folder(folder / "notebooks")
    for path in papers.find(where):
        notebook = papers.run(path, articles)
        html = papers.page(notebook, path.stem)
        pages.append(files.put(target / f"{path.stem}.html", html.encode("utf-8", "replace")))
        if errors := papers.failures(notebook):
            failed[path.stem] = errors
    return pages, failed
