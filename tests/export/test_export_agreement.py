"""The section on agreement and the matrix as a file: sentences from the data, cited; hostile text stays text."""

import csv
import io

import pytest
from lxml import html as parser
from test_agreement import corpus

from workbench.compare.regroup import quantity_of
from workbench.corpus import Corpus
from workbench.export import agreement
from workbench.export.told import Told
from workbench.model import Article, Block, Bound, Fact, Figure, FigureKind, Measure, Relation, Role
from workbench.tables import rows as to_rows
from workbench.tables.schemas import SCHEMAS

PAYLOAD = '<img src=x onerror="alert(1)">'


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


def said(made: Corpus) -> str:
    return " ".join(parser.fromstring(f"<div>{agreement.section(Told(made))}</div>").text_content().split())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(
            {"North": (7, Bound.EXACT), "South": (7, Bound.EXACT)},
            "● What they agree on 1Boats lost: both sources say 7. [North ¶2] [South ¶2]",
            id="agree",
        ),
        pytest.param(
            {"North": (7, Bound.EXACT), "South": (9, Bound.EXACT)},
            "▲ Where they conflict 1Boats lost: North says 7; South says 9; they cannot all be true. [North ¶2]",
            id="conflict",
        ),
        pytest.param(
            {"North": (7, Bound.EXACT), "South": (5, Bound.ABOVE)},
            "◐ What can all be true 1Boats lost: North says 7; South says more than 5; all can be true.",
            id="compatible",
        ),
        pytest.param({"North": (7, Bound.EXACT)}, "No two sources speak to the same quantity.", id="one source"),
    ],
)
def test_sentences(values, expected):
    assert expected.replace("both sources", "North and South") in said(of(values))


def test_questions_are_asked_with_their_places():
    assert "Questions1 + 6 = is it so?: is it so? [North ¶2]" in said(of({"North": (7, Bound.EXACT)}, note="is it so?"))


def test_hostile_text_is_text():
    made = of({PAYLOAD: (7, Bound.EXACT), "South": (7, Bound.EXACT)}, label=PAYLOAD, note=PAYLOAD)
    assert "<img" not in str(agreement.section(Told(made)))


def test_matrix_file():
    made = of({"=cmd()": (7, Bound.EXACT), "verdict": (5, Bound.ABOVE)})
    rows = list(csv.reader(io.StringIO(b"".join(agreement.content(made)).decode("utf-8-sig"))))
    assert rows == [
        ["quantity_id", "label", "unit", "verdict", "'=cmd()", "verdict (source)"],
        ["q", "boats lost", "", "compatible", "7", "> 5"],
    ]


def test_many_sources():
    made = corpus(12, 30)
    made_rows = made.rows
    made.rows = lambda name, beside=None: made_rows(name) if name in {"figures", "quantities"} else []
    assert said(made).count("they cannot all be true") == 30
