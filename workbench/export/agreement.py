"""What the sources agree on and where they differ: a sentence a quantity, made from the data only, and the matrix."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench.citing import sources
from workbench.compare.sentences import sentence
from workbench.export.tables import csv_lines
from workbench.export.told import MOST, Told, counted
from workbench.markup import Html, join, tag
from workbench.tables import matrix, records
from workbench.tables.schemas import Column

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Figure

#: Where the matrix is in the pack.
NAME = "charts/agreement.csv"
_HEADS = {
    "conflict": "▲ Where they conflict",
    "agree": "● What they agree on",
    "compatible": "◐ What can all be true",
}
_FIXED = ("quantity_id", "label", "unit", "verdict")


def section(told: Told) -> Html:
    """The section of the page: conflicts first, then what is agreed on, then what fits; sums and questions."""
    corpus = told.corpus
    lines = _lines(corpus)
    shared = [line for line in lines if len(line.quantity.sources) > 1]
    parts = [_verdict(told, verdict, shared) for verdict in _HEADS]
    if not shared:
        parts = [tag("p", "No two sources speak to the same quantity.", class_="mute")]
    alone = len(lines) - len(shared)
    rest = f"{counted(alone, 'quantity', 'quantities')} in one source only. " if alone else ""
    where = tag("p", rest, "All of them: ", tag("a", NAME, href=NAME), ".", class_="mute") if lines else ""
    return join([*parts, *_sums(told), where])


def content(corpus: "Corpus") -> Iterator[bytes]:
    """The matrix as CSV: a row a quantity, a column a source, empty where a source is silent."""
    names = Told.names(corpus)
    columns = sources.columns(names, _FIXED)
    rows = [
        {
            "quantity_id": line.quantity.quantity_id,
            "label": line.quantity.label,
            "unit": line.quantity.unit,
            "verdict": line.quantity.verdict.value,
            **{columns[key]: cell.text for key, cell in line.cells.items()},
        }
        for line in _lines(corpus)
    ]
    return csv_lines([Column(name, "text", "") for name in (*_FIXED, *columns.values())], rows)


def _lines(corpus: "Corpus") -> list[matrix.Line]:
    return matrix.read(corpus.documents, corpus.rows("figures"), corpus.rows("quantities"))


def _verdict(told: Told, verdict: str, lines: Iterable[matrix.Line]) -> Html:
    some = [line for line in lines if line.quantity.verdict.value == verdict]
    if not some:
        return Html("")
    items = [tag("li", _sentence(told, line)) for line in some[:MOST]]
    return tag("h3", _HEADS[verdict], " ", tag("small", f"{len(some):,}")) + tag("ul", *items)


def _sentence(told: Told, line: matrix.Line) -> Html:
    """The sentence, and where each source's best statement stands."""
    said = sentence(line.quantity, told.labels, sources=len(told.by_id))
    cited = [_cite(told, line.cells[key].best) for key in told.by_id if key in line.cells]
    return join([said[:1].upper() + said[1:], *cited], " ")


def _cite(told: Told, figure: "Figure") -> Html:
    passage = figure.passage
    return told.cite(told.by_id[passage.article_id], passage.start, passage.end)


def _sums(told: Told) -> Iterator[Html]:
    """The sums that hold, and those that raise a question."""
    rows = told.corpus.rows("relations")
    known = records.figures(told.corpus.rows("figures"), told.by_id)
    holding = [row for row in rows if row["holds"] and "=" in row["expression"]]
    asking = [row for row in rows if not row["holds"]]
    for head, some in (("Sums that hold", holding), ("Questions", asking)):
        if some:
            items = (tag("li", _sum(told, row, known)) for row in some[:MOST])
            yield tag("h3", head) + tag("ul", *items)


def _sum(told: Told, row: Mapping[str, Any], known: "Mapping[str, Figure]") -> Html:
    places: dict[tuple[str, int], Figure] = {}
    for figure in (known[key] for key in row["figure_ids"] if key in known):
        passage = figure.passage
        places.setdefault((passage.article_id, told.by_id[passage.article_id].paragraph_at(passage.start)), figure)
    cited = [_cite(told, figure) for figure in list(places.values())[:8]]
    return join([join([tag("b", row["expression"]), f": {row['note']}"]), *cited], " ")
