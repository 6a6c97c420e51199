"""Picking for the briefing: the selected row, the chart, the rows shown, from any view."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from view_corpus import Made, article, corpus_of

import workbench as wb
from workbench.briefing import items, store
from workbench.corpus import Corpus
from workbench.model import Role
from workbench.views.figures import Figures
from workbench.views.grid import Cell
from workbench.views.picking import Picking, table, words
from workbench.views.quotes import Quotes


@pytest.fixture
def view(made: Made) -> Figures:
    return Figures(made.corpus)


def picked(corpus: Corpus) -> tuple[items.Item, ...]:
    return store.of(corpus).page.briefing.items


def companion(view: Figures) -> Picking:
    return next(one for one in view.companions if isinstance(one, Picking))


def test_the_selected_row_goes_into_the_briefing_once(view: Figures) -> None:
    assert next(one for one in companion(view).actions() if one.name == "pick").disabled
    view._press("pick")
    assert "Select a row first" in view.bar.said and not picked(view.corpus)
    view.selected = view.first
    view._press("pick")
    assert picked(view.corpus) == view.subject().items
    assert view.bar.said.startswith("Added: ") and "(1 item in the briefing)" in view.bar.said
    view._press("pick")
    assert view.bar.said.startswith("Already in the briefing, as item 1: ")
    assert len(picked(view.corpus)) == 1


def test_the_chart_and_what_has_none(view: Figures) -> None:
    view._press("pick chart")
    assert picked(view.corpus) == (items.Chart("figures"),)
    headlines = wb.views.Headlines(view.corpus)
    assert "pick chart" not in [one.name for one in companion(headlines).actions()]


def test_the_rows_shown_as_filtered_and_sorted(view: Figures) -> None:
    view.kind = ("count",)
    view.sort, view.descending = "stated", True
    view._press("pick table")
    (made,) = picked(view.corpus)
    assert made.columns[:2] == ("Source", "As stated")
    assert [row[1] for row in made.rows] == list(view.frame["stated"])
    assert len(made.rows) == 2


def test_headings_between_rows_are_a_column(made: Made) -> None:
    shown = table(Quotes(made.corpus))
    assert shown.columns[0] == "Group"
    assert [row[0] for row in shown.rows] == ["Ines Moro", "Speaker not known"]
    assert shown.rows[0][2] == "“We hit sand at 6 knots.”"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, None),
        ("¶3", "¶3"),
        (Cell("300", badges=("implied",)), "300 (implied)"),
        (Cell(value="BBC"), "BBC"),
        (Cell(), None),
    ],
    ids=["nothing", "text", "badge", "field", "empty"],
)
def test_a_cell_in_words(cell: Cell | str | None, said: str | None) -> None:
    assert words(cell) == said


def test_what_cannot_be_kept_is_said(view: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    kept = store.Store(tmp_path / "b.json")
    monkeypatch.setattr("workbench.views.picking.store.of", lambda corpus: kept)
    monkeypatch.setattr("workbench.durable.os.fsync", full)
    view._press("pick chart")
    assert "Added: the chart “What each source states”" in view.bar.said and "No space left" in view.bar.said
    assert kept.waiting and len(kept.page.entries) == 1


def test_the_line_below_follows_the_other_views(made: Made) -> None:
    one, other = Figures(made.corpus), Quotes(made.corpus)
    line = companion(other).widget
    assert line.value == ""
    one._press("pick chart")
    assert "1 item" in line.value


HOSTILE = '<img src=x onerror=alert(1)> & "so" 300 people'


@pytest.fixture
def hostile() -> Iterator[Corpus]:
    yield corpus_of([article("a", ((f"{HOSTILE}\n", Role.HEADLINE, None, None),), HOSTILE)])


def test_article_text_stays_text(hostile: Corpus) -> None:
    view = wb.views.Headlines(hostile)
    view._press("pick table")
    made = wb.views.Briefing(hostile)
    assert "<img" not in str(made.html()) and "&lt;img" in str(made.html())
