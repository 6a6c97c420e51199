"""Figures: what is found, filtered and sorted, what the selected one shows, and how the widget follows the state."""

import dataclasses

import pytest

from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.views import Figures
from workbench.views.figures import State, apply, prepare


def test_frame_has_each_figure_in_its_sentence(made) -> None:
    frame = prepare(made.corpus)
    assert frame["stated"].tolist() == ["300", "6 knots", "9 hours", "Hundreds", "≈ 250"]
    for _, row in frame.iterrows():
        assert (
            row["sentence"][row["at"] : row["to"]] == made.corpus.document(row["article_id"]).text[row.start : row.end]
        )
    assert frame["sentence"].iloc[2] == "Rescue took 9 hours."
    assert frame["source"].tolist() == ["ferry_1"] * 3 + ["Harbour News"] * 2
    assert frame["paragraph"].tolist() == [1, 3, 3, 1, 2]
    assert frame["voice"].tolist() == ["narrator", "quoted", "narrator", "narrator", "reported"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ["300", "6 knots", "9 hours", "Hundreds", "≈ 250"], id="all, in reading order"),
        pytest.param({"find": "ABOARD"}, ["300", "≈ 250"], id="a word, capitals or not"),
        pytest.param({"find": "took rescue"}, ["9 hours"], id="all the words"),
        pytest.param({"find": "coastguard people"}, ["≈ 250"], id="words of different columns"),
        pytest.param({"find": "("}, [], id="no pattern"),
        pytest.param({"kind": ("count",)}, ["300", "≈ 250"], id="a kind"),
        pytest.param({"kind": ("vague", "duration")}, ["9 hours", "Hundreds"], id="two kinds"),
        pytest.param({"source": ("Harbour News",), "kind": ("count",)}, ["≈ 250"], id="kind and source"),
        pytest.param({"unit": ("knots",)}, ["6 knots"], id="a unit"),
        pytest.param({"voice": ("quoted", "reported")}, ["6 knots", "≈ 250"], id="voices"),
        pytest.param({"sort": "value"}, ["6 knots", "9 hours", "≈ 250", "300", "Hundreds"], id="by value, none last"),
        pytest.param(
            {"sort": "value", "descending": True},
            ["300", "≈ 250", "9 hours", "6 knots", "Hundreds"],
            id="by value, the greatest first",
        ),
        pytest.param({"sort": "stated"}, ["300", "6 knots", "9 hours", "Hundreds", "≈ 250"], id="by text"),
    ],
)
def test_apply(made, changes: dict, expected: list[str]) -> None:
    frame = prepare(made.corpus)
    before = frame.copy()
    assert apply(State(**changes), frame)["stated"].tolist() == expected
    assert frame.equals(before)


def test_state_is_frozen_and_settable_from_python(made) -> None:
    view = Figures(made.corpus)
    view.find = "aboard"
    view.source = "Harbour News"
    assert view.state == State(find="aboard", source=("Harbour News",))
    assert view.frame["stated"].tolist() == ["≈ 250"]
    view.selected = view.first
    assert view.selected == view.frame.index[0] == "harbour_2:f29-32"
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.state.find = "x"
    view.source = None
    assert view.source == ()
    view.reset()
    assert view.state == State()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        pytest.param("kind", "weight", "there is count, measure, duration, vague", id="kind"),
        pytest.param("source", "BBC", "ferry_1, Harbour News", id="source"),
        pytest.param("selected", "no-such", "index of .frame", id="row"),
        pytest.param("sort", "colour", "there is source, stated", id="column"),
    ],
)
def test_impossible_values_are_refused(made, name: str, value: str, message: str) -> None:
    view = Figures(made.corpus)
    with pytest.raises(OptionError, match=message):
        setattr(view, name, value)
    assert view.state == State()


def test_detail_marks_the_figure_in_its_paragraph(made) -> None:
    view = Figures(made.corpus)
    assert view.detail() == ""
    view.selected = "ferry_1:f117-124"
    shown = str(view.detail())
    assert "at <mark>6 knots</mark>.” Rescue" in shown
    assert "¶3 of 5" in shown
    assert "not named here" in shown
    assert view.clip() == (
        "6 knots: “Capt. Ines Moro said: “We hit sand at 6 knots.”” "
        "[ferry_1, “Ferry aground with 300 aboard”, ¶3, ferry_1.txt characters 117–124]"
    )


def test_summary_says_what_is_shown(made) -> None:
    view = Figures(made.corpus)
    view.kind = "count"
    view.find = "aboard"
    assert view.summary() == (
        "Figures: 5 figures in 2 of 2 articles · 2 not exact (more than, about, a range, a vague word)"
        " · 2 quoted or reported\n"
        "Shown: 2 of 5 (find 'aboard'; kind count)."
    )


def test_widget_follows_the_state_and_the_state_the_widget(made) -> None:
    view = Figures(made.corpus)
    bundle = view._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/plain"] == view.summary()
    assert [row["id"] for row in view.grid.rows] == list(view.frame.index)

    view.find = "aboard"
    assert view.bar.find == "aboard"
    assert view.grid.status == "2 of 5"
    view.bar.find = ""
    view.bar.chosen = {**view.bar.chosen, "kind": ["count"]}
    assert view.state == State(kind=("count",))
    view.grid.set_state({"sort": "value", "descending": True})  # as a click in the browser does
    assert (view.sort, view.descending) == ("value", True)
    view.grid.selected = view.frame.index[1]
    assert view.frame.loc[view.selected, "stated"] == "≈ 250"
    assert "<mark>250</mark>" in view._detail.value


def test_marks_in_cells_are_the_statement(made) -> None:
    view = Figures(made.corpus)
    cells = [line.cells[3] for line in view.lines(view.frame)]
    marked = [cell.text[cell.marks[0][0] : cell.marks[0][1]] for cell in cells]
    assert marked == ["300", "6 knots", "9 hours", "Hundreds", "250"]


def test_twin_shows_the_table_and_the_selected_figure(made) -> None:
    view = Figures(made.corpus)
    view.selected = view.first
    shown = str(view.html())
    assert shown.count("<tr>") == 1 + 5
    assert "Ferry aground with <mark>300</mark> aboard" in shown


def test_empty_corpora_get_a_sentence(nothing: Corpus, made) -> None:
    view = Figures(nothing)
    assert view._repr_mimebundle_()["text/plain"].startswith("Figures: no figures in 1 article")
    assert "No figures were found" in view.grid.empty
    assert view.first == ""
    assert view.frame.columns.tolist() == Figures(made.corpus).frame.columns.tolist()
    other = Figures(made.corpus)
    other.find = "zzz"
    assert "take a word out" in str(other.html())


def test_pages(made) -> None:
    figures = list(made.corpus.figure_records) * 50
    made.corpus.__dict__["figure_records"] = tuple(figures)
    view = Figures(made.corpus)
    view._repr_mimebundle_()
    assert (len(view.grid.rows), view.grid.pages, view.grid.status) == (100, 3, "250 of 250, page 1 of 3")
    view.grid.page = 2
    assert (len(view.grid.rows), view.page) == (50, 2)
    view.find = "rescue took"
    assert (view.page, view.grid.page, view.grid.status) == (0, 0, "50 of 250")
