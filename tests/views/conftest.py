"""What the tests of the views share: the two articles on a ferry as a corpus."""

import pytest
from view_corpus import FERRY, HARBOUR, Made, article, corpus_of, figure, quote

from workbench.corpus import Corpus
from workbench.model import Bound, FigureKind, Measure, Problem, QuoteKind, Role, Severity


@pytest.fixture
def made() -> Made:
    ferry, harbour = article("ferry_1", FERRY, None), article("harbour_2", HARBOUR, "Harbour News")
    count, about = FigureKind.COUNT, Measure(250, None, None, approximate=True, bound=Bound.ABOUT)
    figures = (
        figure(ferry, "300", count, Measure(300, 300, 300, bound=Bound.EXACT)),
        figure(ferry, "6 knots", FigureKind.MEASURE, Measure(6, 6, 6, "knots", bound=Bound.EXACT), in_quote=True),
        figure(ferry, "9 hours", FigureKind.DURATION, Measure(9, 9, 9, "hours", bound=Bound.EXACT)),
        figure(harbour, "Hundreds", FigureKind.VAGUE, Measure(None, 200, None)),
        figure(harbour, "250", count, about, counted="people", speaker="coastguard"),
    )
    quotes = (
        quote(ferry, "We hit sand at 6 knots.", QuoteKind.DIRECT, "Ines Moro", "Capt. Ines Moro", cue="said"),
        quote(harbour, "all of them calm", QuoteKind.PARTIAL, None, "a coastguard", cue="said", via="radio"),
    )
    problem = Problem("news/empty.txt", None, Severity.ERROR, "The file is empty: nothing was read.")
    return Made(corpus_of((ferry, harbour), figures, quotes, (problem,)), ferry, harbour)


@pytest.fixture
def nothing() -> Corpus:
    """An article in which there is no figure and no quote."""
    return corpus_of([article("plain", (("Fog\n", Role.BODY, None, None),), None)])


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts have their own tests; without them a view is built in no time."""
    from workbench.markup import Html

    monkeypatch.setattr("workbench.views.picture.of", lambda draw: Html('<img alt="chart">'))
    monkeypatch.setattr("workbench.views.picture.image", lambda draw, theme: Html('<img alt="chart">'))
