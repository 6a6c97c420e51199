"""What a cell of the matrix says: as stated, with its sign, implied totals as sums; rows back to records."""

import pytest

from workbench.compare.regroup import quantity_of
from workbench.model import Article, Block, Bound, Figure, FigureKind, Measure, Role
from workbench.tables import matrix, records
from workbench.tables import rows as to_rows
from workbench.tables.wording import stated

COUNT, VAGUE = FigureKind.COUNT, FigureKind.VAGUE


def figure(text: str, surface: str, measure: Measure, kind: FigureKind = COUNT, **more: object) -> Figure:
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "0", "utf-8")
    start = text.index(surface)
    return Figure(article.passage(start, start + len(surface)), kind, measure, **more)


@pytest.mark.parametrize(
    ("surface", "measure", "kind", "expected"),
    [
        pytest.param("1,200", Measure(1200, 1200, 1200, bound=Bound.EXACT), COUNT, "1,200", id="digits as printed"),
        pytest.param("nine", Measure(9, 9, 9, bound=Bound.EXACT), COUNT, "9", id="words as digits"),
        pytest.param("2.5 million", Measure(2.5e6, 2.5e6, None, bound=Bound.ABOVE), COUNT, "> 2.5 million", id="bound"),
        pytest.param("fifty", Measure(50, None, None, approximate=True), COUNT, "≈ 50", id="approximate"),
        pytest.param("40 to 60", Measure(None, 40, 60), COUNT, "40–60", id="range"),
        pytest.param("dozens", Measure(None, 24, None), VAGUE, "“dozens”", id="vague"),
        pytest.param("thousands", Measure(None, 1000, 10000), VAGUE, "“thousands”", id="vague with a range"),
        pytest.param("3", Measure(3, 3, 3, "%", bound=Bound.EXACT), FigureKind.PERCENT, "3%", id="per cent"),
        pytest.param("3%", Measure(3, 3, 3, "%", bound=Bound.EXACT), FigureKind.PERCENT, "3%", id="per cent printed"),
    ],
)
def test_stated(surface: str, measure: Measure, kind: FigureKind, expected: str) -> None:
    assert stated(figure(f"So {surface} it was.", surface, measure, kind)) == expected


@pytest.mark.parametrize(
    ("text", "whole", "part", "bound", "expected"),
    [
        pytest.param("Ann and 13 others left.", "Ann and 13 others", ("13", 13), Bound.EXACT, "1 + 13 = 14", id="sum"),
        pytest.param(
            "Ann and over 13 others left.",
            "Ann and over 13 others",
            ("13", 13),
            Bound.ABOVE,
            "1 + > 13 = > 14",
            id="sum of a bound",
        ),
        pytest.param("Ann and Bob left.", "Ann and Bob", None, Bound.EXACT, "14", id="no stated part"),
    ],
)
def test_an_implied_total_is_shown_as_its_sum(text, whole, part, bound, expected) -> None:
    high = 14 if bound is Bound.EXACT else None
    implied = figure(text, whole, Measure(14, 14, high, bound=bound), implied=True)
    inside = [figure(text, part[0], Measure(part[1], part[1], high, bound=bound))] if part else []
    assert stated(implied, [*inside, implied]) == expected


def test_lines_put_first_what_most_sources_speak_to() -> None:
    text = "One 7 here.\n"
    articles = [Article(n, text, (Block(0, len(text), Role.BODY),), "", "", "utf-8") for n in "abc"]

    def said(at: int, value: float) -> Figure:
        return Figure(articles[at].passage(4, 5), COUNT, Measure(value, value, value, bound=Bound.EXACT))

    alone = quantity_of("q:alone", "alone", [said(0, 1)])
    torn = quantity_of("q:torn", "torn", [said(0, 2), said(1, 3)])
    agreed = quantity_of("q:agreed", "agreed", [said(0, 4), said(2, 4)])
    wide = quantity_of("q:wide", "wide", [said(0, 5), said(1, 5), said(2, 5)])
    made = matrix.lines([alone, agreed, torn, wide], [])
    assert [line.quantity.quantity_id for line in made] == ["q:wide", "q:torn", "q:agreed", "q:alone"]
    assert {key: cell.verdict.value for key, cell in made[1].cells.items()} == {"a": "conflict", "b": "conflict"}
    assert made[3].cells["a"].verdict.value == "single-source"


def test_a_copy_has_a_cell_but_no_voice() -> None:
    text = "One 7 here.\n"
    articles = [Article(n, text, (Block(0, len(text), Role.BODY),), "", "", "utf-8") for n in "ab"]
    seven = Measure(7, 7, 7, bound=Bound.EXACT)
    figures = [Figure(article.passage(4, 5), COUNT, seven) for article in articles]
    quantity = quantity_of("q", "boats", figures, frozenset("b"))
    assert (quantity.verdict.value, quantity.sources) == ("single-source", ("a",))
    (line,) = matrix.lines([quantity], figures, copies=frozenset("b"))
    assert {key: (cell.text, cell.verdict.value) for key, cell in line.cells.items()} == {
        "a": ("7", "single-source"),
        "b": ("7", "agree"),
    }


def test_rows_and_records_say_the_same() -> None:
    one = figure("Some 40 to 60 ships.", "40 to 60", Measure(None, 40, 60, "ships"), speaker="Lee", in_quote=True)
    article = Article("a", "Some 40 to 60 ships.", (Block(0, 20, Role.BODY),), "a.txt", "0", "utf-8")
    known = records.figures(to_rows.figures([one]), {"a": article})
    assert known == {one.figure_id: one}
    quantity = quantity_of("q", "ships", [one])
    assert records.quantities(to_rows.quantities([quantity]), known) == (quantity,)
