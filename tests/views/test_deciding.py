"""Deciding through views: what is pressed becomes a decision that every view and table follows, and that lasts."""

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest
from view_corpus import reviewed

import workbench as wb
from workbench import views
from workbench.review import Reviewed, load

NORTH = (
    "Ferry sinks off Larne\n\n"
    "The ferry Astra sank on Monday and 40 people drowned, Mara Lindqvist said.\n\n"
    "“We will search all night,” Lindqvist, the chief coastguard, told reporters.\n\n"
    "The harbour master Olaf Brandt and a former captain, Una Dahl, waited.\n\n"
    "The crew counted 40 drowned. <img src=x onerror=alert(1)>\n"
)
SOUTH = (
    "Ferry disaster\n\n"
    "At least 42 people drowned when the ferry Astra sank on Monday, Mara Lindkvist said.\n\n"
    "“We will search all night,” Lindkvist, the chief coastguard, said on Monday.\n\n"
    "The brutal sea took the ferry.\n"
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "south.txt").write_text(SOUTH, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def read(texts: Path) -> Reviewed:
    """Read once; each test undoes what it decided."""
    return load(texts, progress=False, analyst="Ada")


@pytest.fixture
def corpus(read: Reviewed) -> Any:
    yield read
    read.sign("Ada")
    while read.journal.undoable:
        read.undo()


def control(view: Any) -> Any:
    return view.companions[0]


def press(view: Any, **content: Any) -> str:
    control(view).hear(content)
    return control(view).widget.said


def built(view: Any) -> Any:
    assert control(view).widget in view.widget.children
    return view


def told(view: Any, key: str) -> tuple[str, ...]:
    return tuple(
        badge
        for line in view.written(200)
        if line.id == key
        for cell in line.cells
        for badge in getattr(cell, "badges", ())
    )


def test_a_figure_is_confirmed_corrected_rejected_and_brought_back(corpus: Reviewed) -> None:
    view = built(views.Figures(corpus))
    key = view.selected = next(one.figure_id for one in corpus.figure_records if one.passage.surface == "40")
    strip = control(view).widget
    assert (strip.badges, strip.analyst, strip.undo) == (["machine"], "Ada", "")
    assert press(view, do="confirm", reason="seen").startswith("Confirmed “40” in north. Kept in ")
    assert told(view, key)[-1] == "✓ confirmed" and strip.badges == ["confirmed"]
    press(view, do="open", form="correct")
    assert [field["name"] for field in strip.fields][:3] == ["value", "bound", "low"]
    said = press(view, do="correct", changes={"value": "41", "bound": "=", "counted": "the drowned"}, reason="list")
    assert "value: 40 → 41; what is counted: people → the drowned" in said and strip.form == ""
    assert corpus.figures.set_index("figure_id").loc[key, ["value", "high", "decided"]].tolist() == [
        41,
        41,
        "corrected",
    ]
    assert view.frame.loc[key, "counted"] == "the drowned"
    first, second = list(view.frame.index[:2])
    view.selected = first
    press(view, do="reject", row=first)
    assert first not in view.frame.index and view.selected == second
    assert "1 rejected, left out" in view.grid.status and "1 rejected, left out" in view.summary()
    assert press(view, do="undo").startswith("Undone: rejected") and strip.redo.startswith("rejected")
    assert list(view.frame.index[:2]) == [first, second] and view.left_out() == ""


def test_the_row_that_was_seen_is_decided_on_whatever_arrives_first(corpus: Reviewed) -> None:
    view = built(views.Figures(corpus))
    one, other = list(view.frame.index[:2])
    view.selected = one
    press(view, do="confirm", row=other)
    assert view.selected == other and set(corpus.review.marks("figure")) == {other}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"value": "forty"}, "Value: 'forty' is no number", id="no number"),
        pytest.param({"value": "40"}, "Nothing was changed", id="nothing changed"),
        pytest.param({"bound": "≈"}, "there is no '≈' to choose", id="no such choice"),
        pytest.param({"span": "words that are not there"}, "do not stand at this place", id="other words"),
    ],
)
def test_what_cannot_be_is_said_and_the_form_stays(corpus: Reviewed, changes: dict[str, str], message: str) -> None:
    view = views.Figures(corpus)
    view.selected = next(one.figure_id for one in corpus.figure_records if one.passage.surface == "40")
    press(view, do="open", form="correct")
    assert message in press(view, do="correct", changes=changes)
    assert control(view).widget.bad and control(view).widget.form == "correct" and not corpus.journal.live


def test_words_of_a_quote_are_cut_and_its_history_goes_along(corpus: Reviewed) -> None:
    view = built(views.Quotes(corpus))
    quote = next(one for one in corpus.quote_records if one.passage.surface.startswith("We will search"))
    view.selected = quote.quote_id
    press(view, do="correct", changes={"speaker": "Olaf Brandt"})
    press(view, do="correct", changes={"span": "search all night"})
    start = quote.passage.start + len("We will ")
    now = next(one for one in corpus.quote_records if one.passage.start == start)
    assert now.passage.surface == "search all night" and now.speaker == "Olaf Brandt"
    view.selected = now.quote_id
    press(view, do="open", form="history")
    past = control(view).widget.history
    assert [one["what"] for one in past] == ["corrected", "corrected"]
    assert past[1]["change"].endswith("→ Olaf Brandt") and past[0]["who"] == "Ada" and past[0]["when"].endswith(" UTC")
    press(view, do="undo", id=past[1]["id"])
    assert next(one for one in corpus.quote_records if one.passage.start == start).speaker != "Olaf Brandt"


def test_parts_of_a_row_are_decided_on_by_themselves(corpus: Reviewed) -> None:
    view = built(views.Labels(corpus))
    view.selected = view.first
    strip = control(view).widget
    one = view.subject().parts[0]
    press(view, do="confirm")
    assert told(view, view.selected) == ("1 confirmed",)
    kind = "status" if one.fields[0].value != "status" else "role"
    press(view, do="correct", changes={"kind": kind})
    row = next(row for row in corpus.rows("labels") if row["start"] == one.passages[0].start and row["kind"] == kind)
    assert row["decided"] == "corrected" and strip.badges == ["corrected"]
    press(view, do="reject")
    assert view.left_out() == "1 rejected, left out"
    assert not [row for row in corpus.rows("labels") if row["start"] == one.passages[0].start and row["kind"] == kind]


def test_words_of_the_lists_change_their_sort(corpus: Reviewed) -> None:
    view = views.Loaded(corpus)
    view.selected = "loaded: brutal"
    assert "sort of word: loaded → hedge" in press(view, do="correct", changes={"device": "hedge"})
    assert [row["device"] for row in corpus.rows("wording") if row["surface"] == "brutal"] == ["hedge"]


def test_memo_and_grades_stand_apart(corpus: Reviewed) -> None:
    view = built(views.Figures(corpus))
    key = view.selected = view.first
    assert press(view, do="memo", text="  ") == "A memo needs at least one word."
    press(view, do="memo", text="ask the harbour")
    press(view, do="open", form="grade")
    sides = control(view).widget.grades["sides"]
    assert [side["label"] for side in sides] == ["Reliability of north", "Credibility of this"]
    assert sides[0]["options"][0] == ["A", "completely reliable"] and sides[1]["options"][5] == [
        "6",
        "truth cannot be judged",
    ]
    assert press(view, do="grade") == "Choose a grade: a letter for the source, a number for what it says."
    press(view, do="grade", reliability="B", credibility="2")
    assert told(view, key)[-2:] == ("memo", "graded 2")
    assert corpus.review.grades("source", "north") == {"Ada": {"reliability": "B"}}
    assert view.whole["value"].equals(views.Figures(corpus.machine).whole["value"])


def test_all_views_follow_one_another(corpus: Reviewed) -> None:
    names, quotes, said = views.Names(corpus), views.Quotes(corpus), views.Utterances(corpus)
    for view in (names, quotes, said):
        built(view)
    key = names.selected = next(one for one in names.frame.index if "Lindqvist" in names.frame.loc[one, "variants"])
    assert "Lindkvist" in names.frame.loc[key, "variants"]
    uses = next(field for field in names.subject().fields if field.name == "uses")
    south = [use for use, words in zip(uses.options, uses.called, strict=True) if "Lindkvist" in words]
    press(names, do="correct", changes={"uses": south}, reason="two people")
    apart = names.frame[names.frame["name"].str.contains("Lindkvist")]
    assert len(apart) == 1 and "Lindkvist" not in names.frame.loc[key, "variants"]
    assert "Mara Lindkvist" in set(quotes.frame["speaker"].dropna())
    assert any("Lindkvist" in row["cells"][2]["text"] for row in quotes.grid.rows if row.get("cells"))
    assert "Mara Lindkvist" in set(said.frame["speaker"].dropna())
    assert {row["decided"] for row in corpus.rows("names") if "Lindkvist" in row["surface"]} == {"corrected"}
    assert names.changes[0].startswith("taken apart “Mara Lind")
    names.undo()
    assert names.changes == [] and "Lindkvist" in names.frame.loc[key, "variants"]


def test_quantities_are_named_merged_and_split_from_the_form(corpus: Reviewed) -> None:
    view = views.Quantities(corpus)
    key = view.selected = next(key for key, one in view.measured.quantities.items() if len(one.figures) > 1)
    some = [one.figure_id for one in view.measured.quantities[key].figures]
    said = press(view, do="correct", changes={"label": "people drowned", "figure_ids": some[1:]})
    assert said.startswith("Taken apart “people drowned”")
    assert view.frame.loc[key, ["quantity", "statements"]].tolist() == ["people drowned", 1]
    moved = {row["figure_id"]: row["decided"] for row in corpus.rows("figures")}
    assert [moved[one] for one in some] == ["machine", *["corrected"] * (len(some) - 1)]


def test_a_filter_that_nothing_fits_any_more_is_let_go(corpus: Reviewed) -> None:
    view = views.Quotes(corpus)
    view.source = "north"
    corpus.decide("correct", "source", "north", source="The Northern Post")
    assert view.state.source == () and "The Northern Post" in set(view.frame["source"])


def test_who_decides_can_change_and_nobody_undoes_anothers(corpus: Reviewed) -> None:
    view = views.Figures(corpus)
    view.selected = view.first
    press(view, do="confirm")
    press(view, do="sign", name=" Ben ")
    assert control(view).widget.analyst == "Ben" and control(view).widget.undo == ""
    assert "no decision of yours" in press(view, do="undo")
    press(view, do="correct", changes={"value": "7"})
    table = views.Decisions(corpus)
    table.status = "applied"
    assert table.frame["analyst"].tolist() == ["Ben", "Ada"]
    assert "▲ analysts differ on 1 item" in table.heading()
    assert "Where analysts differ" in str(table.html()) and table.agreement.loc["figure", "items"] == 1
    table.selected = table.frame.index[0]
    assert table.subject().items[0].text.startswith("Ben corrected “")
    table.act("undo this")
    assert corpus.review.analyst == "Ben" and table.frame["analyst"].tolist() == ["Ada"]


def test_a_machines_corpus_says_what_it_needs(made: Any) -> None:
    view = views.Figures(made.corpus)
    view.selected = view.first
    assert "wb.load" in press(view, do="confirm") and "wb.load" in control(view).widget.hint


def test_what_cannot_be_kept_is_said_and_kept_again(corpus: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.review.journal_file import JournalFile

    view = views.Figures(corpus)
    view.selected = view.first
    write = JournalFile.append

    def full(self: Any, wanted: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(JournalFile, "append", full)
    assert "No space left on device" in press(view, do="confirm")
    assert control(view).widget.waiting and control(view).widget.bad and corpus.review.marks("figure")
    monkeypatch.setattr(JournalFile, "append", write)
    assert press(view, do="keep").startswith("Kept in ") and not control(view).widget.waiting


def test_a_view_that_nobody_holds_is_let_go(made: Any) -> None:
    corpus = reviewed(made.corpus)
    held = weakref.ref(views.Figures(corpus))
    gc.collect()
    assert held() is None and not corpus._watching


def test_decisions_outlast_a_restart_and_a_deleted_line(tmp_path: Path) -> None:
    (tmp_path / "north.txt").write_text(NORTH, encoding="utf-8")
    (tmp_path / "south.txt").write_text(SOUTH, encoding="utf-8")
    corpus = wb.load(tmp_path, progress=False)
    quotes, figures = views.Quotes(corpus), views.Figures(corpus)
    quotes.selected = next(
        key for key, row in quotes.frame.iterrows() if row["article_id"] == "north" and "search" in row["quote"]
    )
    press(quotes, do="correct", changes={"speaker": "Olaf Brandt"}, reason="heard on tape")
    forty = figures.selected = next(one.figure_id for one in corpus.figure_records if one.passage.surface == "40")
    press(figures, do="correct", changes={"quantity_id": ""})
    again = wb.load(tmp_path, progress=False)
    for name in ("quotes", "figures", "quantities", "utterances", "decisions"):
        assert again.rows(name) == corpus.rows(name), name
    assert views.Quotes(again).frame.loc[quotes.selected, "speaker"] == "Olaf Brandt"
    assert next(row for row in again.rows("figures") if row["figure_id"] == forty)["decided"] == "corrected"
    kept = NORTH.replace("“We will search all night,” Lindqvist, the chief coastguard, told reporters.\n\n", "")
    (tmp_path / "north.txt").write_text(kept, encoding="utf-8")
    table = views.Decisions(wb.load(tmp_path, progress=False))
    assert table.frame["status"].tolist() == ["applied", "orphan"]
    table.selected = table.frame.index[1]
    assert "gone" in str(table.detail()) and "▲ 1 orphan" in table.heading()
