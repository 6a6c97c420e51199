"""The briefing view: its items by their numbers, what each shows, what is written in them, undo, exports."""

from pathlib import Path

import pytest
from view_corpus import Made

from workbench.briefing import items, store
from workbench.errors import MissingPackage, OptionError
from workbench.export.document.resolve import CHARTS
from workbench.markup import Html
from workbench.views import briefing_files
from workbench.views.briefing import Briefing
from workbench.views.figures import Figures

WHERE = ("ferry_1", 0, 5)


@pytest.fixture
def view(made: Made) -> Briefing:
    """A heading, a figure, a chart and a table."""
    view = Briefing(made.corpus, keep=False)
    rows = items.Table("boats", ("name", "length"), (("=Ada", 30), ("<b>Bo</b>", None)), "Boats")
    figure = items.Figure(next(iter(Figures(made.corpus).whole.index)))
    view.add(items.Heading("What happened"), figure, items.Chart("figures"), rows)
    return view


def order(view: Briefing) -> list[str]:
    return list(view.frame["kind"])


def test_each_item_says_what_it_shows(view: Briefing) -> None:
    assert order(view) == ["heading", "figure", "chart", "table"]
    says = list(view.frame["says"])
    assert says[0] == "What happened" and "300" in says[1] and says[3] == "Boats · 2 rows"
    assert list(view.frame["cited"]) == [0, 1, 0, 0]
    assert list(view.frame["whose"]) == ["analyst", "machine", "machine", "machine"]
    assert "4 items: 1 heading · 1 figure · 1 chart · 1 table; 1 passage cited" in view.summary()


def test_order_removal_undo_and_redo(view: Briefing) -> None:
    view.move(4, 1)
    assert order(view) == ["table", "heading", "figure", "chart"]
    view.remove(2)
    assert order(view) == ["table", "figure", "chart"]
    view.undo()
    view.undo()
    assert order(view) == ["heading", "figure", "chart", "table"]
    view.redo()
    assert order(view)[0] == "table"


def test_words_of_ones_own_between_items(view: Briefing) -> None:
    view.add("I doubt it.\n\nBoth can be right.", after=1)
    assert list(view.frame["says"])[1] == "I doubt it. Both can be right."
    view.edit(2, text="I doubt the 300.")
    view.edit(4, title="Aboard", caption="At noon")
    assert list(view.frame["whose"])[1:4] == ["analyst", "machine", "analyst"]
    assert view.briefing.items[3] == items.Chart("figures", (), "Aboard", "At noon")
    view.title = "  Ferry   aground "
    assert view.title == view.briefing.title == "Ferry aground"


@pytest.mark.parametrize(
    ("do", "why"),
    [
        (lambda view: view.move(9, 1), "no item 9: the briefing has 4 items"),
        (lambda view: view.remove(0), "no item 0"),
        (lambda view: view.edit(2, text="so"), "looked up in the articles"),
        (lambda view: view.edit(1, caption="so"), "no caption to write in item 1, a Heading: it has title, level"),
        (lambda view: view.add(items.Chart("pie")), "no chart 'pie'"),
        (lambda view: view.add(Figures(view.corpus)), "No row is selected in Figures"),
        (lambda view: view.export("x", formats=("ppt",)), "no briefing format 'ppt'"),
        (lambda view: view.export("x", formats=()), "No format is chosen"),
        (lambda view: view.change(selected="nothing"), "no row 'nothing'"),
    ],
    ids=["number", "zero", "looked up", "field", "chart", "view", "format", "none", "row"],
)
def test_what_cannot_be_is_said(view: Briefing, do: object, why: str) -> None:
    with pytest.raises(OptionError, match=why):
        do(view)


def test_the_selected_row_of_a_view_can_be_added(view: Briefing) -> None:
    figures = Figures(view.corpus)
    figures.selected = str(figures.whole.index[1])
    view.add(figures)
    assert view.briefing.items[-1] == items.Figure(figures.selected)


def test_the_order_is_that_of_the_briefing_whatever_is_sorted_by(view: Briefing) -> None:
    view.change(sort="says", descending=True)
    assert order(view) == ["heading", "figure", "chart", "table"]
    view.find = "boats"
    assert order(view) == ["table"] and list(view.frame.index) == [4]


def test_the_buttons_move_and_remove_what_is_selected(view: Briefing) -> None:
    assert {one.name for one in view.actions() if one.disabled} == {"up", "down", "remove", "redo"}
    view.selected = 3
    view.act("up")
    assert order(view)[1] == "chart" and view.summary().startswith(view.title)
    assert view.bar.said == "Item 3 is item 2 now."
    view.act("up")
    view.act("up")
    assert order(view)[0] == "chart"
    view.act("remove")
    assert order(view) == ["heading", "figure", "table"]
    assert view.selected_words().startswith("item 1, heading")


def test_writing_from_the_widget_is_kept_letter_by_letter(view: Briefing) -> None:
    assert view.widget.children
    view.selected = 1
    view.act("text")
    editor = view._editor
    assert editor.fields["text"].layout.display == "" and editor.fields["caption"].layout.display == "none"
    for text in ("I", "I d", "I doubt it"):
        editor.fields["text"].value = text
        assert view.briefing.items[1].text == text
    view.act("undo")
    assert view.briefing.items[1].text == "" and editor.fields["text"].value == ""
    view.act("redo")
    assert editor.fields["text"].value == "I doubt it"
    view._name.value = "Ferry"
    assert view.title == "Ferry"


def test_the_reading_follows(view: Briefing) -> None:
    assert view.widget.children
    pieces = view._preview._pieces
    assert len(pieces) == 4
    view.edit(1, title="<b>Bold</b>")
    shown = [one.value for one in view._preview._pieces.values()]
    assert "&lt;b&gt;Bold" in shown[0] and "[1]" in shown[1] and "<img" in shown[2] and "&lt;b&gt;Bo" in shown[3]


def test_without_a_kernel_it_reads_as_a_page(view: Briefing) -> None:
    html = str(view.html())
    assert "wb-twin" in html and "Chart: What each source states" in html and "Passages cited (1)" in html
    assert "<b>Bo</b>" not in html


def test_a_trial_changes_nothing(view: Briefing) -> None:
    trial = view.trial()
    trial.remove(1)
    trial.title = "Other"
    assert len(view.frame) == 4 and len(trial.frame) == 3 and view.title != "Other"


def test_the_draft_comes_first_and_what_was_picked_stays(view: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    made = items.Briefing("Drafted", (items.Heading("Sources"), items.Chart("figures")))
    monkeypatch.setattr("workbench.views.briefing_made.draft", lambda corpus: made)
    view.draft()
    assert order(view) == ["heading", "chart", "heading", "figure", "table"]
    assert view.title == "Drafted"
    view.undo()
    assert len(view.frame) == 4


def test_two_views_of_one_corpus_show_one_briefing(made: Made) -> None:
    one, other = Briefing(made.corpus), Briefing(made.corpus)
    assert other.widget.children
    one.add("so")
    assert other.briefing == one.briefing and len(other.grid.rows) == 1
    assert Briefing(made.corpus, keep=False).frame.empty


def test_every_chart_that_a_briefing_can_hold_has_words() -> None:
    assert set(CHARTS) == set(items.CHART_WORDS)


def test_an_empty_briefing_says_what_to_do(made: Made) -> None:
    view = Briefing(made.corpus, keep=False)
    assert "Add to briefing" in str(view.html()) and "nothing in it yet" in view.summary()


def test_exports_and_their_places(view: Briefing, tmp_path: Path) -> None:
    paths = view.export(tmp_path / "out", formats=("html", "md", "xlsx", "charts"))
    names = sorted(str(path.relative_to(tmp_path / "out")) for path in paths)
    assert names == [
        "briefing-charts/figures.png",
        "briefing.html",
        "briefing.md",
        "briefing.xlsx",
        "charts/01-figures.pdf",
        "charts/01-figures.png",
        "charts/01-figures.svg",
    ]
    assert all(path.stat().st_size for path in paths)


def test_nothing_is_written_among_the_articles(view: Briefing, tmp_path: Path) -> None:
    view.corpus.origin = (tmp_path,)
    with pytest.raises(OptionError, match="among the articles"):
        view.export(tmp_path / "out", formats=("md",))
    assert not (tmp_path / "out").exists()


def test_a_missing_package_is_one_sentence_and_keeps_nothing_else_back(
    view: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def known(formats: tuple[str, ...], template: object = None) -> tuple[str, ...]:
        if "pptx" in formats:
            raise MissingPackage("python-pptx", "office", "Writing a PPTX file")
        return formats

    monkeypatch.setattr("workbench.views.briefing_files.written.known", known)
    assert view.widget.children
    export = view._export
    export.folder.value = str(tmp_path)
    for form, box in export.formats.items():
        box.value = form in ("pptx", "md")
    told: list[str] = []
    export.said.observe(lambda change: told.append(change["new"]), "value")
    export.press()
    assert "Writing: Markdown (.md) …" in told[-2]
    assert "needs the package python-pptx" in export.said.value and "briefing.md" in export.said.value
    assert (tmp_path / "briefing.md").exists() and not export.button.disabled


def test_nothing_to_write_is_said_and_writes_nothing(view: Briefing, tmp_path: Path) -> None:
    empty = view.trial()
    while len(empty.frame):
        empty.remove(empty.frame.index[0])
    assert empty.widget.children
    export = empty._export
    export.folder.value = str(tmp_path / "out")
    export.press()
    assert "Nothing is in the briefing yet" in export.said.value
    empty.add("Mine.")
    for box in export.formats.values():
        box.value = False
    export.press()
    assert "choose at least one kind" in export.said.value and not (tmp_path / "out").exists()


def test_what_fails_is_said_and_a_template_that_serves_nothing_too(view: Briefing, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = briefing_files.attempt(view.briefing, view.corpus, str(tmp_path / "file"), ("md",), None)
    assert not done.paths and "is a file" in done.failed[0]
    done = briefing_files.attempt(view.briefing, view.corpus, str(tmp_path), ("md",), "ours.odp")
    assert "serves no format" in done.failed[0]
    assert "wb-problem" in briefing_files.listed(done)


def test_a_chart_whose_quantity_is_gone_keeps_nothing_else_back(view: Briefing, tmp_path: Path) -> None:
    view.remove(3)
    view.add(items.Chart("figures", (("quantity", "q:gone"),)))
    view.export(tmp_path, formats=("md",))
    text = (tmp_path / "briefing.md").read_text()
    assert "no longer found in the articles" in text and "What happened" in text


def test_where_it_is_kept_is_said(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store.Store(tmp_path / "b.json")
    monkeypatch.setattr("workbench.views.briefing.store.of", lambda corpus: kept)
    view = Briefing(made.corpus)
    view.add("so")
    assert f"Kept in {tmp_path / 'b.json'}." in view.detail()
    (tmp_path / "b.json").write_text("{")
    kept.refresh()
    assert "cannot be read" in view.detail() and isinstance(view.detail(), Html)
