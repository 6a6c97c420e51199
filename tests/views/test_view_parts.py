"""The small parts: places, words for numbers, the page, and escaping."""

import pytest

from workbench.citing import place, say
from workbench.model import Article, Block, Role
from workbench.views import Figures, Quotes
from workbench.views.keyguard import KeyGuard

PAYLOAD = '<img src=x onerror="alert(1)"></script><b>'


def one_block(text: str) -> Article:
    return Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        pytest.param("It rained. Ten fell ill. All rest.", "Ten", "Ten fell ill.", id="middle"),
        pytest.param("Dr. Lee saw 8 of them. None died.", "8", "Dr. Lee saw 8 of them.", id="title"),
        pytest.param("The U.S. Senate passed 3 bills.", "3", "The U.S. Senate passed 3 bills.", id="initials"),
        pytest.param("“Why?” he asked. “We lost 2.” Then rain.", "2", "“We lost 2.”", id="closing marks"),
        pytest.param("Up 2.5 points. Down 1.", "2.5", "Up 2.5 points.", id="decimal point"),
        pytest.param("One. Two. Three.", "One. Two", "One. Two.", id="over two sentences"),
        pytest.param("no end here", "end", "no end here", id="no full stop"),
        pytest.param("Шторм. Погибли 5 человек. Всё.", "5", "Погибли 5 человек.", id="cyrillic"),
        pytest.param("Wait … Then 4 left! Gone.", "4", "Then 4 left!", id="dots and shout"),
    ],
)
def test_sentence(text: str, surface: str, expected: str) -> None:
    article = one_block(text)
    start = text.index(surface)
    span = place.sentence(article, article.passage(start, start + len(surface)))
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize("length", [10, 40, 80])
@pytest.mark.parametrize("word", ["alpha", "kappa", "omega"])
def test_clip_keeps_the_statement(word: str, length: int) -> None:
    text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau omega"
    start = text.index(word)
    cut, (at, to) = place.clip(text, (start, start + len(word)), length)
    assert cut[at:to] == word
    assert len(cut) <= length + len(word) + 4


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"value": 1500000, "low": 1500000, "high": 1500000, "bound": "="}, "1,500,000", id="exact"),
        pytest.param({"value": 24, "low": 24, "high": None, "bound": ">="}, "at least 24", id="at least"),
        pytest.param({"value": None, "low": 50, "high": 60}, "from 50 to 60", id="range"),
        pytest.param({"value": None, "low": 24, "high": None}, "at least 24", id="vague"),
        pytest.param({"value": None, "low": None, "high": 10}, "at most 10", id="no least"),
        pytest.param({"value": 20, "low": None, "high": None, "bound": "~", "unit": "%"}, "about 20%", id="percent"),
        pytest.param({"value": 3.5, "bound": "=", "unit": "years"}, "3.5 years", id="unit"),
        pytest.param({"value": 11, "bound": "=", "unit": "year"}, "11 years", id="several years"),
        pytest.param({"value": 1, "bound": "=", "unit": "day"}, "1 day", id="one day"),
        pytest.param({"value": float("nan"), "low": None, "high": None}, "", id="nothing known"),
    ],
)
def test_meaning(row: dict, expected: str) -> None:
    assert say.meaning(row) == expected


def test_implied_figures_are_shown_in_digits() -> None:
    row = {"surface": "the captain and over 40 others", "implied": True, "value": 41, "bound": ">"}
    assert say.stated(row) == "> 41"
    assert say.stated(row | {"implied": False, "surface": "over\n40"}) == "> over 40"


def test_every_view_has_its_guard_and_our_look(made) -> None:
    for view in (Figures(made.corpus), Quotes(made.corpus)):
        assert isinstance(view.widget.children[0], KeyGuard)
        assert "wb-view" in view.widget._dom_classes


def test_hostile_text_is_text(made) -> None:
    from dataclasses import replace

    from view_corpus import article, corpus_of, figure

    from workbench.model import Fact, FigureKind, Measure

    hostile = article(f"a{PAYLOAD}", ((f"{PAYLOAD} saw 7 {PAYLOAD}\n", Role.BODY, None, None),), PAYLOAD)
    hostile = replace(hostile, note=PAYLOAD, byline=Fact(PAYLOAD, PAYLOAD))
    seven = figure(hostile, "7", FigureKind.COUNT, Measure(7, 7, 7), counted=PAYLOAD, scope=PAYLOAD, speaker=PAYLOAD)
    view = Figures(corpus_of([hostile], [seven]))
    view.selected = view.first
    view._repr_mimebundle_()
    for shown in (view.html(), view.detail(), view._head.value, view._detail.value):
        assert "<img" not in str(shown)
        assert "<b>" not in str(shown).replace("<b>▲", "")
