"""What the page of a pack says of the pack: files that could not be read, notebooks that stopped, and what is where."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.export.document.web import table_row
from workbench.export.provenance import NAME
from workbench.markup import Html, join, tag

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Problems listed; the table has them all.
_MOST = 60
_FOLDERS = {
    "this folder": "The briefing in other formats; the hash of every file, versions and options (provenance.json).",
    "charts": "Each chart to paste (PNG, 300 dots an inch; SVG; PDF) and what it shows (CSV).",
    "tables": "Everything that was found, a row each: to filter (tables.xlsx) or to compute with (CSV).",
    "notebooks": "The notebooks as pages, with all figures, quotes, names and claims in their sentences.",
}


def sections(corpus: "Corpus", listed: Sequence[str], failed: Mapping[str, Sequence[str]]) -> list[tuple[str, Html]]:
    """The sections: their headings, and what stands below; `listed` are the pack's files, `failed` the notebooks'
    errors."""
    problems = join(_problems(corpus, failed))
    return [*([("Problems", problems)] if problems else []), ("Files of this pack", _files(listed))]


def _problems(corpus: "Corpus", failed: Mapping[str, Sequence[str]]) -> Iterator[Html]:
    rows = corpus.rows("problems")
    if rows:
        head = table_row("th", ("Severity", ""), ("File", ""), ("What happened, and what to do", ""))
        lines = (
            table_row("td", (row["severity"], ""), (row["path"] or row["article_id"], ""), (row["message"], "text"))
            for row in rows[:_MOST]
        )
        yield tag("table", tag("thead", head), tag("tbody", *lines))
        if len(rows) > _MOST:
            link = tag("a", "tables/problems.csv", href="tables/problems.csv")
            yield tag("p", f"The first {_MOST} of {len(rows):,}; all of them: ", link, ".", class_="mute")
    for name, errors in failed.items():
        yield tag("p", tag("span", f"Notebook {name}", class_="error"), f" stopped: {' '.join(errors)[:300]}")


def _files(listed: Sequence[str]) -> Html:
    """The files by folder; those that differ in their ending only stand together."""
    folders: dict[str, dict[str, list[str]]] = {}
    for path in sorted([*listed, NAME], key=lambda path: path.count("/")):  # this folder's own first
        folder, _, name = path.rpartition("/")
        stem = name.rpartition(".")[0]
        folders.setdefault(folder or "this folder", {}).setdefault(stem, []).append(path)
    parts = []
    for folder, stems in folders.items():
        about = _FOLDERS.get(folder, "Charts of this briefing.")
        links = (_linked(stem, paths) for stem, paths in stems.items())
        parts.append(tag("dt", folder) + tag("dd", tag("p", about, class_="mute"), tag("p", join(links, " · "))))
    return tag("dl", *parts, class_="files")


def _linked(stem: str, paths: Sequence[str]) -> Html:
    if len(paths) == 1:
        return tag("a", paths[0].rpartition("/")[2], href=paths[0])
    endings = join((tag("a", path.rpartition(".")[2], href=path) for path in paths), " ")
    return tag("span", f"{stem} (", endings, ")")
