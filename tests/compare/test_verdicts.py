"""What two measures of one thing are to each other, and an article's best statement."""

from dataclasses import replace

import pytest
from figure_corpus import article

from workbench.compare import verdicts
from workbench.model import Bound, Figure, Measure, Role, Verdict

AGREE, COMPATIBLE, CONFLICT = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT


def measure(mark: str) -> Measure:
    return figures(mark)[0].measure


def figures(*marks: str) -> list[Figure]:
    return article(" ".join(f"<x={mark};people>" for mark in marks), "a")[1]


@pytest.mark.parametrize(
    ("a", "b", "relation", "reason"),
    [
        pytest.param("12", "12", AGREE, "same value", id="equal"),
        pytest.param(">50", ">50", AGREE, "same words", id="same-bound"),
        pytest.param("?24", "?24", AGREE, "same words", id="same-vague-word"),
        pytest.param("60", "~60", COMPATIBLE, "approximate", id="about-the-same"),
        pytest.param("60", ">60", COMPATIBLE, "bound", id="just-more-than"),
        pytest.param("52", ">50", COMPATIBLE, "bound", id="meets-the-bound"),
        pytest.param("49", ">50", CONFLICT, "different values", id="breaks-the-bound"),
        pytest.param(">=6", ">=7", COMPATIBLE, "bound", id="two-least"),
        pytest.param("<10", ">12", CONFLICT, "different values", id="bounds-exclude-each-other"),
        pytest.param("123", "~100", COMPATIBLE, "approximate", id="round-hundred"),
        pytest.param("40", "~50", CONFLICT, "different values", id="too-far-for-about"),
        pytest.param("126", "~120", COMPATIBLE, "approximate", id="two-digits-about"),
        pytest.param("60", "?24", COMPATIBLE, "vague", id="dozens"),
        pytest.param("9", "?24", CONFLICT, "different values", id="nine-are-no-dozens"),
        pytest.param("20", "?24", COMPATIBLE, "vague", id="twenty-may-be-dozens"),
        pytest.param("9", "?", COMPATIBLE, "vague", id="a-few"),
        pytest.param("1498000", "1500000", COMPATIBLE, "rounding", id="rounded-million"),
        pytest.param("120", "123", CONFLICT, "different values", id="heads-are-not-rounded"),
        pytest.param("5", "2", CONFLICT, "different values", id="different"),
    ],
)
def test_pair(a: str, b: str, relation: Verdict, reason: str) -> None:
    assert verdicts.pair(measure(a), measure(b)) == (relation, reason)
    assert verdicts.pair(measure(b), measure(a)) == (relation, reason)


@pytest.mark.parametrize(
    ("marks", "chosen"),
    [
        pytest.param([">100", "123", "~120"], 1, id="exact-first"),
        pytest.param(["?24", ">30"], 1, id="a-bound-before-a-vague-word"),
        pytest.param(["12", "12"], 0, id="first-of-equals"),
    ],
)
def test_best(marks: list[str], chosen: int) -> None:
    some = figures(*marks)
    assert verdicts.best(some) is some[chosen]


@pytest.mark.parametrize(
    ("marks", "verdict"),
    [
        pytest.param(["12"], Verdict.SINGLE_SOURCE, id="one"),
        pytest.param(["12", "12", ">10"], AGREE, id="two-exact-and-a-looser-that-fits"),
        pytest.param(["12", ">10"], COMPATIBLE, id="only-one-exact"),
        pytest.param(["~12", "~12"], AGREE, id="the-same-words"),
        pytest.param([">12", ">12", ">12"], AGREE, id="the-same-bound"),
        pytest.param(["~12", "~12", ">10"], COMPATIBLE, id="not-all-in-the-same-words"),
        pytest.param(["12", "12", "13"], CONFLICT, id="one-differs"),
    ],
)
def test_overall(marks: list[str], verdict: Verdict) -> None:
    assert verdicts.overall(figures(*marks)) is verdict


def test_overall_needs_a_statement() -> None:
    with pytest.raises(ValueError, match="needs a statement"):
        verdicts.overall([])


@pytest.mark.parametrize(
    ("marks", "value"),
    [(["12", "12", "13"], 12), (["12", "13"], None), ([">12"], None)],
    ids=["most", "split", "none-exact"],
)
def test_common(marks: list[str], value: float | None) -> None:
    assert verdicts.common(figures(*marks)) == value


def test_a_headline_is_read_with_the_bound_that_the_text_gives() -> None:
    text = "<300;> ill\n\nOver <300=>300;people> people are ill, <300;beds> beds free."
    head, body, other = article(text, "a")[1]
    short = replace(head, role=Role.HEADLINE)
    assert [one.measure.bound for one in verdicts.meant([short, body, other])] == [
        Bound.ABOVE,
        Bound.ABOVE,
        Bound.EXACT,
    ]
    assert verdicts.meant([head, body]) == [head, body]
