"""The agreement matrix as a file: a column a source, text that is no formula, what was decided."""

import csv
import io

from workbench.compare.regroup import quantity_of
from workbench.corpus import Corpus
from workbench.export import agreement
from workbench.model import Article, Block, Bound, Fact, Figure, FigureKind, Measure, Relation, Role
from workbench.tables import rows as to_rows
from workbench.tables.schemas import SCHEMAS


def of(values: dict[str, tuple[float, Bound]], label: str = "boats lost", note: str = "the parts fit") -> Corpus:
    """A corpus in which each source states one number of boats."""
    figures, articles = [], []
    for at, (name, (value, bound)) in enumerate(values.items()):
        text = f"Storm\n{value} boats were lost.\n"
        blocks = (Block(0, 6, Role.HEADLINE), Block(6, len(text), Role.BODY))
        one = Article(f"a{at}", text, blocks, "a.txt", "0", "utf-8", source=Fact(name, "sources.csv"))
        high = value if bound is Bound.EXACT else None
        measure = Measure(value, value, high, bound=bound)
        figures.append(Figure(one.passage(6, 6 + len(str(value))), FigureKind.COUNT, measure))
        articles.append(one)
    made = Corpus(articles)
    relation = Relation("r", f"1 + 6 = {note}", None, (figures[0].figure_id,), note)
    given = {
        "figures": to_rows.figures(figures),
        "quantities": to_rows.quantities([quantity_of("q", label, figures)]),
        "relations": to_rows.relations([relation]),
        "articles": to_rows.articles(articles),
    }
    made.rows = lambda name, beside=None: to_rows.complete(given.get(name, []), SCHEMAS[name].names)
    return made


def test_matrix_file():
    made = of({"=cmd()": (7, Bound.EXACT), "verdict": (5, Bound.ABOVE)})
    rows = list(csv.reader(io.StringIO(b"".join(agreement.content(made)).decode("utf-8-sig"))))
    assert rows == [
        ["quantity_id", "label", "unit", "verdict", "decided", "'=cmd()", "verdict (source)"],
        ["q", "boats lost", "", "compatible", "machine", "7", "> 5"],
    ]
