"""The matrix as a pandas Styler: what it shows, and that hostile text stays text."""

import dataclasses
import re

from view_corpus import article, corpus_of, figure

from workbench.compare.quantities import Comparison
from workbench.compare.regroup import quantity_of
from workbench.corpus import Corpus
from workbench.model import Bound, FigureKind, Measure, Role
from workbench.views import matrix_style

PAYLOAD = '<script>alert("1")</script>'


def corpus(label: str, source: str) -> Corpus:
    one = article("one", [("7 boats sank.\n", Role.BODY, None, None)], source)
    two = article("two", [("More than 8 boats sank.\n", Role.BODY, None, None)], None)
    three = article("three", [("Fog.\n", Role.BODY, None, None)], None)
    count, above = FigureKind.COUNT, Measure(8, 8, None, bound=Bound.ABOVE)
    figures = (figure(one, "7", count, Measure(7, 7, 7, bound=Bound.EXACT)), figure(two, "8", count, above))
    made = corpus_of((one, two, three), figures)
    made.__dict__["comparison"] = Comparison((dataclasses.replace(quantity_of("q", "boats", figures), label=label),))
    return made


def test_shows_verdicts_values_and_silence() -> None:
    html = matrix_style(corpus("boats that sank", "The Quay")).to_html()
    cells = [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>.*?</t[dh]>", html)]
    assert cells == [
        *("What is counted", "Verdict", "The Quay", "two", "three"),
        *("boats that sank", "▲ conflict", "7", "&gt; 8", "–"),
    ]


def test_hostile_text_is_escaped() -> None:
    html = matrix_style(corpus(PAYLOAD, PAYLOAD)).to_html()
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 2


def test_same_corpus_same_html() -> None:
    assert matrix_style(corpus("boats", "Q")).to_html() == matrix_style(corpus("boats", "Q")).to_html()
