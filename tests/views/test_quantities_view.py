"""Quantities: the matrix and its cells, filters, the panel, corrections by hand; on corpora made by hand."""

import dataclasses
import re

import pytest
from view_corpus import article, corpus_of, figure, reviewed

from workbench.compare import verdicts
from workbench.compare.entities import Naming
from workbench.compare.quantities import Comparison
from workbench.compare.regroup import quantity_of
from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.model import (
    Bound,
    Entity,
    FigureKind,
    FigurePair,
    Measure,
    Mention,
    NameKind,
    Quantity,
    Relation,
    Role,
    Verdict,
)
from workbench.views import Quantities
from workbench.views.quantity_state import State, apply, number_in

COUNT, HOURS = FigureKind.COUNT, FigureKind.DURATION


def exact(value: float, unit: str | None = None) -> Measure:
    return Measure(value, value, value, unit, bound=Bound.EXACT)


def body(*lines: str) -> list[tuple[str, Role, None, None]]:
    return [(f"{line}\n", Role.BODY, None, None) for line in lines]


NORTH = body(
    "Flood: 123 homes lost.", "More than 100 homes were lost. Repairs take 9 hours, Ada Lind said.", "Lind saw it."
)
SOUTH = body("The flood took 123 homes.", "Mayor Oda and 13 others fled. Repairs take 12 hours.")
EAST = body("A small number of homes burned.", "Fourteen people fled, “about 14”.")


@pytest.fixture
def corpus() -> Corpus:
    north, south, east = (
        article("north", NORTH, "The North"),
        article("south", SOUTH, None),
        article("east", EAST, "East"),
    )
    above = Measure(100, 100, None, bound=Bound.ABOVE)
    n123, n100 = (
        figure(north, "123", COUNT, exact(123), counted="homes"),
        figure(north, "100", COUNT, above, counted="homes"),
    )
    n9 = figure(north, "9 hours", HOURS, exact(9, "hour"), speaker="Ada Lind")
    s123, s13 = figure(south, "123", COUNT, exact(123)), figure(south, "13", COUNT, exact(13))
    s14 = figure(south, "Mayor Oda and 13 others", COUNT, exact(14), implied=True)
    s12 = figure(south, "12 hours", HOURS, exact(12, "hour"))
    e0 = figure(east, "A small number", FigureKind.VAGUE, Measure(None, None, None), counted="homes")
    e14 = figure(east, "Fourteen", COUNT, exact(14), counted="people")
    groups = {
        "q:homes": ("homes lost", (n123, n100, s123)),
        "q:fled": ("people who fled", (s14, e14)),
        "q:hours": ("hours of repairs", (n9, s12)),
        "q:others": ("others", (s13,)),
        "q:burned": ("homes burned", (e0,)),
    }
    quantities = tuple(quantity_of(key, label, figures) for key, (label, figures) in groups.items())
    pairs = (FigurePair("q:hours", n9.figure_id, s12.figure_id, Verdict.CONFLICT, "other crews"),)
    relations = (
        Relation("r1", "1 + 13 = 14", True, (s13.figure_id, s14.figure_id), "those named and the others"),
        Relation("r2", "9 + 12 = 21 > 20", None, (n9.figure_id, s12.figure_id), "is it the same work?"),
    )
    made = corpus_of((north, south, east), (n123, n100, n9, s123, s13, s14, s12, e0, e14))
    made.__dict__["comparison"] = Comparison(quantities, pairs, relations)
    return made


@pytest.fixture
def view(corpus: Corpus) -> Quantities:
    return Quantities(reviewed(corpus))


def test_frame_is_the_matrix(view: Quantities) -> None:
    frame = view.frame
    assert list(frame.columns[:7]) == ["quantity", "unit", "kind", "verdict", "The North", "south", "East"]
    assert list(frame.index) == ["q:hours", "q:homes", "q:fled", "q:others", "q:burned"]
    told = (
        frame[["The North", "south", "East"]].astype(object).where(frame[["The North", "south", "East"]].notna(), None)
    )
    assert told.to_numpy().tolist() == [
        ["9 hours", "12 hours", None],
        ["123", "123", None],
        [None, "1 + 13 = 14", "14"],
        [None, "13", None],
        [None, None, "“A small number”"],
    ]
    assert frame["verdict"].tolist() == ["conflict", "agree", "agree", "single-source", "single-source"]
    assert frame.loc["q:hours", "origins"] == "Ada Lind"
    assert "text" not in frame


def test_looser_statements_of_a_source_stand_below_the_best(view: Quantities) -> None:
    cell = view.lines(view.whole)[1].cells[2]
    assert (cell.text, cell.sub, cell.tone) == ("123", "also >\u00a0100", None)


def test_a_conflict_is_marked_by_symbol_word_and_tone(view: Quantities) -> None:
    line = view.lines(view.whole)[0]
    assert (line.cells[1].text, line.cells[1].tone) == ("▲ conflict", "conflict")
    assert line.cells[1].badges == ("question",)
    assert [line.cells[at].text for at in (2, 3)] == ["▲\u00a09 hours", "▲\u00a012 hours"]
    assert line.cells[4] is None


def test_heading_counts_everything(view: Quantities) -> None:
    assert view.heading() == (
        "3 articles · 9 figures · 5 quantities"
        " · ● 2 agree · ◐ 0 compatible · ▲ 1 conflict · ○ 2 one source · 1 question"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ["q:hours", "q:homes", "q:fled", "q:others", "q:burned"], id="all"),
        pytest.param({"verdict": ("agree",)}, ["q:homes", "q:fled"], id="a verdict"),
        pytest.param(
            {"verdict": ("conflict", "single-source")}, ["q:hours", "q:others", "q:burned"], id="two verdicts"
        ),
        pytest.param({"kind": ("duration",)}, ["q:hours"], id="a kind"),
        pytest.param({"source": ("East",)}, ["q:fled", "q:burned"], id="a source"),
        pytest.param({"source": ("East", "The North")}, ["q:hours", "q:homes", "q:fled", "q:burned"], id="one of two"),
        pytest.param({"find": "LIND"}, ["q:hours"], id="a name in the sentence"),
        pytest.param({"find": "fled oda"}, ["q:fled", "q:others"], id="words of the sentence"),
        pytest.param({"find": "("}, [], id="no pattern"),
        pytest.param(
            {"sort": "south"}, ["q:hours", "q:others", "q:fled", "q:homes", "q:burned"], id="by a source's value"
        ),
        pytest.param(
            {"sort": "south", "descending": True},
            ["q:homes", "q:fled", "q:others", "q:hours", "q:burned"],
            id="the greatest first, the silent last",
        ),
        pytest.param({"sort": "quantity"}, ["q:burned", "q:homes", "q:hours", "q:others", "q:fled"], id="by name"),
    ],
)
def test_apply(view: Quantities, changes: dict, expected: list[str]) -> None:
    frame = view.whole
    before = frame.copy()
    assert list(apply(State(**changes), frame, view.measured.column_of).index) == expected
    assert frame.equals(before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123", 123),
        ("> 1,234.5", 1234.5),
        ("≈ 1.5 million", 1.5e6),
        ("1 + 113 = 114", 114),
        ("45–60", 60),
        ("“a few”", None),
        ("1.2.3", None),
    ],
)
def test_number_in(text: str, expected: float | None) -> None:
    assert number_in(text) == expected


def test_state_is_frozen_and_settable(view: Quantities) -> None:
    view.verdict = "agree"
    view.source = "East"
    assert view.state == State(verdict=("agree",), source=("East",))
    assert list(view.frame.index) == ["q:fled"]
    view.selected = view.first
    assert view.selected == "q:fled"
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.state.find = "x"
    view.reset()
    assert view.state == State()
    with pytest.raises(OptionError, match="The North, south, East"):
        view.source = "BBC"


def test_panel_shows_every_statement_in_its_sentence(view: Quantities) -> None:
    view.selected = "q:hours"
    shown = str(view.detail())
    assert "▲ conflict" in shown
    assert "they cannot all be true" in shown
    assert "“Repairs take <mark>9 hours</mark>, Ada Lind said.”" in shown
    assert '<span class="wb-badge">Ada Lind</span>' in shown
    assert "¶2" in shown
    words = re.sub(r"<[^>]+>", "", shown)
    assert "▲ conflict other crews: 9 hours in The North beside 12 hours in south" in words
    assert view.clip().splitlines()[0] == "Hours of repairs: ▲ conflict. The North 9 hours; south 12 hours."


def test_sums_and_questions_stand_below(view: Quantities) -> None:
    words = re.sub(r"<[^>]+>", "", str(view.html()))
    assert "Sums that hold1 + 13 = 14: those named and the others (south ¶2)" in words
    assert "Questions9 + 12 = 21 &gt; 20: is it the same work? (The North ¶2, south ¶2)" in words


def test_rename(view: Quantities) -> None:
    view.rename("repair time", "q:hours")
    assert view.frame.loc["q:hours", "quantity"] == "repair time"
    assert view.changes == ["renamed “hours of repairs” (label: hours of repairs → repair time)"]
    with pytest.raises(OptionError, match="at least one word"):
        view.rename("  ", "q:hours")


def test_merge_gives_a_new_verdict_and_undo_takes_it_back(view: Quantities) -> None:
    before = view.frame
    view.selected = "q:homes"
    view.merge("q:hours")
    assert view.selected == "q:homes"
    # one article now says 123 and 9 of one thing: whatever another source says, they cannot both be true
    assert view.frame.loc["q:homes", ["verdict", "statements"]].tolist() == ["conflict", 5]
    assert "q:hours" not in view.frame.index
    assert view.changes == ["merged “homes lost” (with “hours of repairs”)"]
    view.find = "homes"
    view.reset()
    assert len(view.changes) == 1, "corrections outlast a reset of the filters"
    view.undo()
    assert view.frame.equals(before)
    assert view.changes == []
    view.undo()


def test_split(view: Quantities, corpus: Corpus) -> None:
    loose = next(one.figure_id for one in corpus.figure_records if one.passage.surface == "100")
    view.selected = "q:homes"
    view.split(loose, "homes lost so far")
    assert view.selected == f"q:split:{loose}"
    assert view.frame.loc[view.selected, ["quantity", "verdict", "The North"]].tolist() == [
        *("homes lost so far", "single-source", "> 100")
    ]
    assert view.frame.loc["q:homes", "statements"] == 2
    assert view.changes == ["taken apart “homes lost” (1 figure out)"]
    assert "By hand: taken apart “homes lost” (1 figure out)." in view.summary()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"other": "q:none"}, "There is no quantity 'q:none'", id="unknown"),
        pytest.param({"other": "q:homes"}, "with itself", id="itself"),
        pytest.param({"figures": ()}, "some, not all", id="nothing"),
        pytest.param({"figures": ("x",)}, "There is no figure 'x'", id="not in it"),
    ],
)
def test_a_change_that_does_not_fit_leaves_all_as_it_was(view: Quantities, change: dict, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        (view.merge if "other" in change else view.split)(**change, quantity="q:homes")
    assert (view.state, view.changes) == (State(), [])


def test_corrections_need_a_quantity(view: Quantities) -> None:
    with pytest.raises(OptionError, match="Select a quantity first"):
        view.rename("x")


def test_widget_follows_the_state_and_the_state_the_widget(view: Quantities) -> None:
    bundle = view._repr_mimebundle_()
    assert bundle["text/plain"] == view.summary()
    assert [row["id"] for row in view.grid.rows] == list(view.frame.index)
    assert [column["label"] for column in view.grid.columns[2:5]] == ["The North", "south", "East"]
    view.bar.chosen = {**view.bar.chosen, "verdict": ["agree"]}
    assert view.verdict == ("agree",)
    view.grid.selected = "q:homes"
    assert "<mark>123</mark>" in view._detail.value
    assert '<img alt="chart">' in view._detail.value
    view.rename("homes swept away")
    assert next(row for row in view.grid.rows if row["id"] == "q:homes")["cells"][0]["text"] == "Homes swept away"


def test_nothing_to_compare_is_said(nothing: Corpus) -> None:
    nothing.__dict__["comparison"] = Comparison()
    view = Quantities(nothing)
    assert view._repr_mimebundle_()["text/plain"].startswith(
        "Figures, side by side: 1 article · 0 figures · 0 quantities"
    )
    assert "No figures were found" in view.grid.empty
    assert view.first == ""


def test_twelve_sources_and_hundreds_of_quantities_are_paged() -> None:
    lines = body(*(f"Line {n}: 7 boats." for n in range(250)))
    articles = [article(f"a{at}", lines, f"Source {at}") for at in range(12)]
    figures, quantities = [], []
    for n in range(250):
        some = []
        for one in articles[: 1 + n % 12]:
            start = one.text.index(f"Line {n}: 7") + len(f"Line {n}: ")
            some.append(dataclasses.replace(figure(one, "7", COUNT, exact(7)), passage=one.passage(start, start + 1)))
        figures += some
        quantities.append(quantity_of(f"q:{n}", f"boats on line {n}", some))
    made = corpus_of(articles, figures)
    made.__dict__["comparison"] = Comparison(tuple(quantities))
    view = Quantities(made)
    view._repr_mimebundle_()
    assert (len(view.grid.rows), view.grid.pages, len(view.grid.columns)) == (100, 3, 15)
    view.selected = view.frame.index[240]
    assert view.page == 2


PAYLOAD = '<img src=x onerror="alert(1)"></script><b>'


def test_hostile_text_is_text() -> None:
    evil = article("evil", body(f"{PAYLOAD} took 7 boats."), f"{PAYLOAD}")
    seven = figure(evil, "7", COUNT, exact(7), counted=PAYLOAD, speaker=PAYLOAD)
    made = corpus_of((evil,), (seven,))
    quantity = dataclasses.replace(quantity_of("q", PAYLOAD, (seven,)), unit=PAYLOAD)
    relation = Relation("r", PAYLOAD, None, (seven.figure_id,), PAYLOAD)
    made.__dict__["comparison"] = Comparison((quantity,), (), (relation,))
    view = Quantities(reviewed(made))
    view.selected = "q"
    view._repr_mimebundle_()
    view.rename(f"{PAYLOAD}!")
    for shown in (view.html(), view._detail.value, view._notes.value, view._head.value):
        assert "<img src" not in str(shown)
        assert "</script>" not in str(shown)


def test_a_source_called_like_a_column_keeps_its_own(corpus: Corpus) -> None:
    one = article("a", body("7 boats sank."), "verdict")
    seven = figure(one, "7", COUNT, exact(7))
    made = corpus_of((one,), (seven,))
    made.__dict__["comparison"] = Comparison((quantity_of("q", "boats", (seven,)),))
    view = Quantities(made)
    assert view.frame.loc["q", ["verdict", "verdict (source)"]].tolist() == ["single-source", "7"]
    view.source = "verdict"
    assert len(view.frame) == 1


def test_groups_made_by_hand_are_judged_like_those_read(corpus: Corpus) -> None:
    for quantity in corpus.comparison.quantities:
        assert isinstance(quantity, Quantity)
        own = {}
        for one in quantity.figures:
            own.setdefault(one.passage.article_id, []).append(one)
        assert quantity.verdict is verdicts.overall([verdicts.best(some) for some in own.values()])


def test_narrowed_to_whom_the_sentences_name_and_to_a_unit(corpus: Corpus) -> None:
    north, south = corpus.document("north"), corpus.document("south")
    people = {"person:lind": (north, "Ada Lind", "Ada Lind"), "person:oda": (south, "Mayor Oda", "Oda")}
    mentions = tuple(
        Mention(of.passage(of.text.index(surface), of.text.index(surface) + len(surface)), NameKind.PERSON, key, name)
        for key, (of, surface, name) in people.items()
    )
    known = tuple(Entity(key, NameKind.PERSON, name, (name,), None, ()) for key, (_, _, name) in people.items())
    corpus.__dict__["naming"] = Naming(known, mentions, ())
    view = Quantities(corpus)
    assert view.frame["names"].fillna("").tolist() == ["Ada Lind", "", "Oda", "Oda", ""]
    offered = {group.name: [(one.value, one.count) for one in group.options] for group in view.groups()}
    assert offered["name"] == [("Oda", 2), ("Ada Lind", 1)]
    view.name = "Oda"
    assert list(view.frame.index) == ["q:fled", "q:others"]
    view.change(name=(), unit="hour")
    assert list(view.frame.index) == ["q:hours"]
    with pytest.raises(OptionError, match="no name 'Nobody'"):
        view.name = "Nobody"
