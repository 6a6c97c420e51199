"""The agreement matrix: what its cells say, that nothing overlaps at any size, and that it says what is left out."""

import re

import built
import pytest
from drawn import assert_apart, texts

from workbench import charts
from workbench.charts import agreed, palette
from workbench.compare import verdicts
from workbench.compare.regroup import quantity_of
from workbench.corpus import Corpus
from workbench.model import Article, Block, Bound, Fact, Figure, FigureKind, Measure, Role
from workbench.tables import rows as to_rows

EXACT, ABOVE, ABOUT = Bound.EXACT, Bound.ABOVE, Bound.ABOUT
STATED = [
    ("52", Measure(52, 52, 52, bound=EXACT)),
    ("40", Measure(40, 40, None, bound=ABOVE)),
    ("a handful", Measure(None, None, None)),
    ("1,500,000", Measure(1500000, 1500000, 1500000, bound=EXACT)),
    ("fifty", Measure(50, None, None, approximate=True, bound=ABOUT)),
    ("between 45,000 and 60,000", Measure(None, 45000, 60000)),
]
UNITS = (None, "km", "%", "days")


def corpus(sources: int, quantities: int, *, silent: bool = True) -> Corpus:
    """So many sources that speak to so many quantities, in turn in all the ways that there are."""
    found: list[list[Figure]] = [[] for _ in range(quantities)]
    articles = []
    for at in range(sources):
        text = "".join(f"{STATED[(at * 5 + n) % len(STATED)][0]} boats\n" for n in range(quantities)) or "Fog\n"
        name = built.NAMES[at % len(built.NAMES)] + (f" {at}" if at >= len(built.NAMES) else "")
        block = (Block(0, len(text), Role.BODY),)
        article = Article(f"doc{at:02d}", text, block, "a.txt", "0", "utf-8", source=Fact(name, "sources.csv"))
        articles.append(article)
        start = 0
        for n in range(quantities):
            surface, measure = STATED[(at * 5 + n) % len(STATED)]
            kind = FigureKind.VAGUE if measure.value is None and measure.low is None else FigureKind.COUNT
            if not silent or n == 0 or (at + n) % 3:
                passage = article.passage(start, start + len(surface))
                unit = UNITS[n % 4]
                given = Measure(measure.value, measure.low, measure.high, unit, measure.approximate, measure.bound)
                found[n].append(Figure(passage, kind, given, counted="boats", speaker="the council"))
            start += len(surface) + len(" boats\n")
    label = "boats that were torn from their moorings in the outer harbour"
    made = Corpus(articles)
    groups = [quantity_of(f"q:{n}", label[: 12 + 5 * n % 50], some) for n, some in enumerate(found) if some]
    rows = {
        "figures": to_rows.figures(figure for group in groups for figure in group.figures),
        "quantities": to_rows.quantities(groups),
    }
    made.rows = lambda name, beside=None: rows[name]
    return made


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize(("sources", "quantities"), [(0, 0), (1, 1), (2, 3), (5, 8), (12, 30), (14, 40)], ids=str)
def test_nothing_overlaps_or_is_cut(sources, quantities, theme):
    with charts.style(theme):
        ax = charts.agreement(corpus(sources, quantities))
    assert_apart(ax)


def test_cells_say_what_the_sources_state():
    made = corpus(6, 1)
    found = agreed.data(made.documents, made.rows("figures"), made.rows("quantities"))
    assert found["text"].tolist() == ["52", "45,000–60,000", "≈ 50", "1,500,000", "“a handful”", "> 40"]
    assert found["stands"].tolist() == ["conflict"] * 4 + ["compatible"] * 2
    assert found["verdict"].unique().tolist() == ["conflict"]
    assert found["source"].tolist()[:2] == ["The Morning Chronicle", palette.shorten(built.NAMES[1], 26)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(STATED[0][1], STATED[0][1], ["agree", "agree"], id="same value"),
        pytest.param(STATED[0][1], STATED[1][1], ["compatible", "compatible"], id="more than 40 is no point at 40"),
        pytest.param(STATED[0][1], STATED[3][1], ["conflict", "conflict"], id="other value"),
        pytest.param(STATED[0][1], None, ["single-source"], id="one source"),
    ],
)
def test_how_a_cell_stands(a, b, expected):
    articles = [Article(n, "x boats\n", (Block(0, 8, Role.BODY),), "", "", "utf-8") for n in ("a", "b")]
    figures = [
        Figure(article.passage(0, 1), FigureKind.COUNT, measure)
        for article, measure in zip(articles, (a, b), strict=True)
        if measure
    ]
    quantity = quantity_of("q", "boats", figures)
    found = agreed.data(articles, to_rows.figures(figures), to_rows.quantities([quantity]))
    assert found["stands"].tolist() == expected
    assert quantity.verdict is verdicts.overall(figures)


def test_every_verdict_has_its_symbol_and_word():
    said = [text for text, _ in texts(charts.agreement(corpus(3, 4)))]
    assert "▲ conflict" in said
    assert any(text.startswith("▲ ") and re.search(r"\d", text) for text in said)
    assert said.count("–") == 3  # who is silent


def test_says_what_is_left_out():
    described = charts.describe(charts.agreement(corpus(14, 40, silent=False)))
    assert "40 quantities: " in described
    assert "The 30 that most sources speak to are shown, 10 more are not." in described
    assert "2 of 14 sources are not shown." in described


def test_nothing_found_is_said():
    said = [text for text, _ in texts(charts.agreement(corpus(2, 0)))]
    assert "No figures to compare were found in these articles." in said


def test_hostile_names_are_text():
    made = corpus(2, 2)
    rows = made.rows("quantities")
    rows[0]["label"] = "<script>$\\frac{1}{0}$ & ±"
    assert any("<script>$" in text for text, _ in texts(charts.agreement(made)))
