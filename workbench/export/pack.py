"""The briefing pack: a folder with a page to read, and the documents, charts, tables, notebooks and provenance."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import charts
from workbench.export import agreement, enclosed, files, provenance
from workbench.export import notebooks as papers
from workbench.export.charts import save
from workbench.export.document import web, written
from workbench.export.tables import csv_lines, write
from workbench.tables.schemas import SCHEMAS, Column

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.export.document import Briefing
    from workbench.export.document.blocks import Made

#: The formats of the briefing that a pack has unless told otherwise: those that cost little and need no extra. As HTML
#: it is the page of the pack, index.html.
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

    index.html is the briefing as a page: what the analyst `picked`, else a draft. `formats` are further ones of the
    same (pptx, docx, pdf, xlsx, md), beside it; `template` is the organisation's own .pptx or .docx as base of those.
    `notebooks` is a folder of notebooks, or a list of them, to run and enclose as pages; they read the files that the
    corpus was loaded from, and are left out, with a word, where it was not loaded from files. Two runs on the same
    articles and decisions write the same bytes. Files that an earlier run left there, and that nobody changed, are
    removed where this run does not write them.

    Raises OptionError where `out` cannot be written to or a format is unknown, MissingPackage where a format needs a
    package that is not installed, SourceError where there is no notebook at `notebooks`.
    """
    wanted = written.known(formats, template)
    folder = files.folder(out)
    drawn = {name: draw(corpus) for name, draw in CHARTS.items()}
    document = _document(corpus, picked, drawn)
    made = [path for name, chart in drawn.items() for path in save(chart, folder / "charts" / name)]
    made += [_shown(chart, folder / "charts" / f"{name}.csv") for name, chart in drawn.items() if name != "agreement"]
    made.append(files.put(files.folder(folder / "charts") / "agreement.csv", agreement.content(corpus)))
    made += write(_tables(corpus), folder / "tables", ("csv", "xlsx"))
    beside = [form for form in wanted if form != "html"]
    pictures = {name: f"charts/{name}.png" for name in drawn}
    made += written.write_all(document, folder, beside, template=template, drawn=pictures) if beside else []
    pages, failed = _notebooks(notebooks, folder, corpus) if notebooks is not None else ([], {})
    made += pages
    listed = [path.relative_to(folder).as_posix() for path in made]
    index = files.put(folder / "index.html", web.content(document, more=enclosed.sections(corpus, listed, failed)))
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


def _document(corpus: "Corpus", picked: "Briefing | None", drawn: Mapping[str, Any]) -> "Made":
    """The briefing, looked up once for all formats."""
    from workbench.export.document.drafted import draft
    from workbench.export.document.resolve import resolve

    return resolve(picked or draft(corpus), corpus, drawn)


def _tables(corpus: "Corpus") -> dict[str, list[dict[str, Any]]]:
    """All tables, and how many rows of each are the machine's, decided on, and left out."""
    tables = {name: corpus.rows(name) for name in SCHEMAS if name in corpus.computed}
    counts = provenance.counts(corpus)
    return tables | {"decided": [{"table": name, **states} for name, states in counts.items()]} if counts else tables


def _shown(chart: Any, path: Path) -> Path:
    """The table that a chart shows, as a file beside it."""
    frame = charts.data(chart)
    assert frame is not None  # every chart of a pack is one of ours
    columns = [Column(str(name), "text", "") for name in frame.columns]
    rows = (dict(zip(map(str, frame.columns), row, strict=True)) for row in frame.itertuples(index=False, name=None))
    return files.put(path, csv_lines(columns, rows))


def _notebooks(
    where: Path | str | list[Path] | list[str], folder: Path, corpus: "Corpus"
) -> tuple[list[Path], dict[str, list[str]]]:
    """The pages of the notebooks, and what went wrong in them, by notebook."""
    pages, failed = [], {}
    if not corpus.origin:
        why = "it was not run: the articles were not loaded from files or folders, which a notebook could read again"
        return [], {path.stem: [why] for path in papers.find(where)}
    target = files.folder(folder / "notebooks")
    for path in papers.find(where):
        notebook = papers.run(path, corpus.origin, corpus.limited_to)
        html = papers.page(notebook, path.stem)
        pages.append(files.put(target / f"{path.stem}.html", html.encode("utf-8", "replace")))
        if errors := papers.failures(notebook):
            failed[path.stem] = errors
    return pages, failed
