"""Views of more sources than a table has room for: a column for some, the others by a filter, and it is said."""

import pytest

import workbench as wb
from workbench.views import picture
from workbench.views.side_columns import MOST


@pytest.fixture(scope="module")
def corpus() -> wb.Corpus:
    texts = [
        f"Storm hits the coast\n\nThe storm destroyed {40 + at % 2} barns, said Ana Ruiz, the mayor.\n\nRuiz left."
        for at in range(MOST + 30)
    ]
    rows = [{"id": f"a{at:03}", "source": f"Paper {at}", "text": text} for at, text in enumerate(texts)]
    return wb.load(rows, progress=False, cache=False)


@pytest.mark.parametrize("name", ["Quantities", "Names", "Labels", "Claims"])
def test_sources_beyond_the_first_have_a_column_when_they_are_chosen(corpus: wb.Corpus, name: str) -> None:
    view = getattr(wb.views, name)(corpus)
    around = len(view.columns) - MOST
    assert f"columns for the first {MOST} of {MOST + 30} sources: choose others under Source" in view.left_out()
    assert all(len(line.cells) == len(view.columns) for line in view.lines(view.whole))
    view.source = ["Paper 20", "Paper 30"]
    assert [column.label for column in view.columns if column.label.startswith("Paper")] == ["Paper 20", "Paper 30"]
    assert len(view.columns) == around + 2
    assert all(len(line.cells) == around + 2 for line in view.lines(view.whole))
    assert f"columns for 2 of {MOST + 30} sources" in view.summary()
    assert {"Paper 1", "Paper 20"} <= {str(column) for column in view.frame.columns}  # the frame has all of them


def test_no_chart_of_very_many_sources_is_drawn_unasked(corpus: wb.Corpus) -> None:
    assert len(corpus) > picture.MOST
    told = str(wb.views.Quotes(corpus).picture())
    assert "42 sources are too many" in told
    assert "wb.charts.voices(corpus)" in told


def test_the_first_renderings_are_copied_and_more_are_shown(corpus: wb.Corpus) -> None:
    rows = [{"id": f"q{at:03}", "text": "Storm\n\n“We will rebuild every barn,” said Ana Ruiz."} for at in range(70)]
    view = wb.views.Utterances(wb.load(rows, progress=False, cache=False))
    view.selected = view.first
    assert len(view.heard.printed(view.first)) == 70
    assert view.clip().count("We will rebuild every barn") == 20
    assert view.clip().endswith("… and 50 more sources: see the table quotes")
    assert str(view.detail()).count("We will rebuild every barn") == 60
    assert "… and 10 more: see the list of quotes." in str(view.detail())
