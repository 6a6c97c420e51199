"""Names: every form in every source, why they are one, what else may be, the mentions; on corpora made by hand."""

import re
from dataclasses import replace

import pytest
from view_corpus import article, corpus_of, reviewed

from workbench.compare.entities import Naming
from workbench.compare.rejoin import Change, rejoin
from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.model import Article, Check, CheckKind, Entity, Mention, NameKind, Passage, Role, Severity
from workbench.views import Names
from workbench.views.names import State

ORG, PERSON = NameKind.ORGANISATION, NameKind.PERSON


def body(*lines: str) -> list[tuple[str, Role, None, None]]:
    return [(f"{line}\n", Role.BODY, None, None) for line in lines]


NORTH = [*body("Ayşe Öz wins the cup.", "Öz thanked Unesco. Öz left."), ("A. Oz at dusk\n", Role.CAPTION, None, None)]
SOUTH = body("The <b>UNESCO</b> cup went to Ayse Oz.")


def passages(of: Article, surface: str) -> list[Passage]:
    return [of.passage(found.start(), found.end()) for found in re.finditer(rf"\b{surface}\b", of.text)]


@pytest.fixture
def corpus() -> Corpus:
    north, south = article("north", NORTH, "The North"), article("south", SOUTH, None)
    forms = {
        ("person:ayse-oz", PERSON, "Ayşe Öz"): [(north, "Ayşe Öz"), (south, "Ayse Oz")],
        ("person:a-oz", PERSON, "A. Oz"): [(north, r"A\. Oz")],
        ("organisation:unesco", ORG, "UNESCO"): [(north, "Unesco"), (south, "UNESCO")],
    }
    mentions = [
        Mention(passage, kind, key, name)
        for (key, kind, name), some in forms.items()
        for of, form in some
        for passage in passages(of, form)
    ]
    mentions += [Mention(one, PERSON, "person:ayse-oz", "Ayşe Öz") for one in passages(north, "Öz")[1:]]
    entities = (
        Entity("organisation:unesco", ORG, "UNESCO", ("UNESCO", "Unesco"), None, ("north", "south")),
        Entity("person:a-oz", PERSON, "A. Oz", ("A. Oz",), None, ("north",)),
        Entity(
            "person:ayse-oz",
            PERSON,
            "Ayşe Öz",
            ("Öz", "Ayse Oz", "Ayşe Öz"),
            "they differ by accents",
            ("north", "south"),
        ),
    )
    at = (passages(north, r"A\. Oz")[0], passages(north, "Ayşe Öz")[0])
    check = Check("name-1", CheckKind.NAME, Severity.NOTICE, "Are A. Oz and Ayşe Öz one person?", (), at)
    made = corpus_of((north, south))
    made.__dict__["naming"] = Naming(entities, tuple(mentions), (check,))
    return made


@pytest.fixture
def view(corpus: Corpus) -> Names:
    return Names(reviewed(corpus))


def test_frame_has_every_form_in_every_source(view: Names) -> None:
    frame = view.frame
    assert list(frame.columns[:4]) == ["name", "kind", "The North", "south"]
    assert list(frame.index) == ["person:ayse-oz", "organisation:unesco", "person:a-oz"]
    assert frame.loc["person:ayse-oz", ["The North", "south"]].tolist() == ["Öz 2, Ayşe Öz 1", "Ayse Oz 1"]
    assert frame.loc["person:ayse-oz", ["sources", "mentions", "forms"]].tolist() == [2, 4, 3]
    assert frame.loc["person:ayse-oz", "variants"] == "Öz, Ayse Oz, Ayşe Öz"
    assert frame["south"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ["person:ayse-oz", "organisation:unesco", "person:a-oz"], id="all"),
        pytest.param({"find": "öz"}, ["person:ayse-oz"], id="a form"),
        pytest.param({"find": "ACCENTS"}, ["person:ayse-oz"], id="the reason"),
        pytest.param({"kind": ("organisation",)}, ["organisation:unesco"], id="a kind"),
        pytest.param({"source": ("south",)}, ["person:ayse-oz", "organisation:unesco"], id="a source"),
        pytest.param({"only": ("merged",)}, ["person:ayse-oz"], id="merged"),
        pytest.param({"only": ("several forms",)}, ["person:ayse-oz", "organisation:unesco"], id="several forms"),
        pytest.param({"only": ("open question",)}, ["person:ayse-oz", "person:a-oz"], id="open question"),
        pytest.param({"find": "zz", "only": ("merged",)}, [], id="nothing fits"),
        pytest.param({"sort": "name"}, ["person:a-oz", "person:ayse-oz", "organisation:unesco"], id="by name"),
    ],
)
def test_apply(view: Names, changes: dict, expected: list[str]) -> None:
    assert list(view.apply(State(**changes), view.whole).index) == expected


def test_a_row_tells_forms_reason_and_question(view: Names) -> None:
    line = view.lines(view.whole)[0]
    assert (line.cells[0].text, line.cells[0].sub) == ("Ayşe Öz", "person · 4 mentions · 3 forms")
    assert (line.cells[1].text, line.cells[1].sub) == ("Öz\u00a02", "also Ayşe Öz\u00a01")
    why = line.cells[3]
    assert (why.text, why.sub, why.badges) == ("merged", "they differ by accents", ("open question",))
    assert view.lines(view.whole)[2].cells[2] is None


def test_heading_counts(view: Names) -> None:
    told = "7 mentions · 2 persons · 1 organisation · 2 named in several ways · ▲ 1 open question"
    assert view.heading() == told


def test_panel_has_the_mentions_in_their_sentences(view: Names) -> None:
    view.selected = "person:a-oz"
    html = str(view.detail())
    assert "What else could be the same" in html
    assert "▲ Are A. Oz and Ayşe Öz one person?" in html
    assert '<mark>A. Oz</mark> at dusk <span class="wb-badge">caption</span>' in html
    view.selected = "organisation:unesco"
    html = str(view.detail())
    assert "What else could be the same" not in html
    assert "The &lt;b&gt;<mark>UNESCO</mark>&lt;/b&gt; cup" in html


def test_copy_names_each_source_and_paragraph(view: Names) -> None:
    assert view.clip() == ""
    view.selected = "person:ayse-oz"
    assert view.clip() == (
        "Ayşe Öz (person). The North: Öz 2, Ayşe Öz 1 (first in ¶1); south: Ayse Oz 1 (first in ¶1)."
        " Merged: they differ by accents."
    )


def test_filters_are_offered_with_their_counts(view: Names) -> None:
    offered = {group.name: [(one.value, one.count) for one in group.options] for group in view.groups()}
    assert offered == {
        "kind": [("person", 2), ("organisation", 1)],
        "source": [("The North", 3), ("south", 2)],
        "only": [("several forms", 2), ("merged", 1), ("open question", 2)],
    }
    with pytest.raises(OptionError, match="The North, south"):
        view.source = "BBC"


def test_the_static_view_lists_the_questions(view: Names) -> None:
    html = str(view.html())
    assert "Questions" in html and "one person?" in html and "wb-twin" in html


def test_the_widget_follows_the_state(view: Names) -> None:
    box = view.widget
    view.selected = "person:a-oz"
    assert "<mark>A. Oz</mark>" in view._detail.value
    assert len(box.children) == 7 + len(view.companions)


def test_no_names(nothing: Corpus) -> None:
    nothing.__dict__["naming"] = Naming((), (), ())
    view = Names(nothing)
    assert view.heading() == "no names in 1 article"
    assert "No names were found" in str(view.html())


def shape(view: Names) -> dict[str, tuple[str, int, tuple[str, ...]]]:
    """By entity_id: canonical name, mentions, sources; the entities and their mentions must tell the same."""
    found = {}
    for one in view.naming.entities:
        own = [each for each in view.naming.mentions if each.entity_id == one.entity_id]
        assert {each.canonical for each in own} == {one.canonical}
        assert {each.kind for each in own} == {one.kind}
        assert {each.passage.article_id for each in own} == set(one.article_ids)
        assert {each.passage.surface for each in own} == set(one.variants)
        found[one.entity_id] = (one.canonical, len(own), one.article_ids)
    return found


def test_same_makes_one_of_two_and_undo_takes_it_back(view: Names) -> None:
    before = shape(view)
    view.selected = "person:ayse-oz"
    view.same("person:a-oz")
    assert shape(view)["person:ayse-oz"] == ("Ayşe Öz", 5, ("north", "south"))
    assert "person:a-oz" not in view.frame.index
    assert view.selected == "person:ayse-oz"
    assert view.naming.checks == ()
    assert view.frame.loc["person:ayse-oz", "reason"] == "they differ by accents; Ayşe Öz = A. Oz: by hand"
    assert view.changes == ["merged “Ayşe Öz” (with “A. Oz”)"]
    assert "By hand: merged “Ayşe Öz” (with “A. Oz”)." in view.summary()
    assert view.written(1)[0].cells[0].badges == ("✎ corrected",)
    view.undo()
    assert (shape(view), view.changes, len(view.naming.checks)) == (before, [], 1)
    view.undo()
    assert shape(view) == before


def test_apart_makes_two_of_one(view: Names, corpus: Corpus) -> None:
    view.selected = "person:ayse-oz"
    view.apart([("south", "Ayse Oz")])
    assert view.selected == "person:ayse-oz:apart:south"
    assert shape(view)["person:ayse-oz"] == ("Ayşe Öz", 3, ("north",))
    assert shape(view)["person:ayse-oz:apart:south"] == ("Ayse Oz", 1, ("south",))
    assert view.changes == ["taken apart “Ayşe Öz” (not the same: Ayse Oz (south))"]
    assert view.named.entities["person:ayse-oz:apart:south"].reason == "apart by hand"
    assert len(corpus.naming.entities) == 3, "the machine's own naming stays"
    view.reset()
    assert len(view.changes) == 1


def test_what_else_could_be_the_same_is_markup(view: Names) -> None:
    view.selected = "person:a-oz"
    assert "<h4>What else could be the same</h4><ul" in str(view.detail())
    assert "Markup(" not in str(view.detail())


def test_what_is_apart_can_be_one_again(view: Names) -> None:
    view.apart([("south", "Ayse Oz")], "person:ayse-oz")
    view.same("person:ayse-oz:apart:south", "person:ayse-oz")
    assert shape(view)["person:ayse-oz"] == ("Ayşe Öz", 4, ("north", "south"))


def test_taken_apart_the_rest_goes_by_a_name_that_it_has(view: Names) -> None:
    view.apart([("north", "Ayşe Öz"), ("south", "Ayse Oz")], "person:ayse-oz")
    assert shape(view)["person:ayse-oz"] == ("Öz", 2, ("north",))
    assert shape(view)["person:ayse-oz:apart:north"] == ("Ayse Oz", 2, ("north", "south"))


def test_two_persons_answers_the_question(view: Names) -> None:
    before = shape(view)
    view.selected = "person:a-oz"
    view.distinct("person:ayse-oz")
    assert (shape(view), view.naming.checks) == (before, ())
    assert view.changes == ["rejected “Are A. Oz and Ayşe Öz one person?”"]
    assert "Questions" not in str(view.html())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(Change("same", "person:x", other="person:a-oz"), "no (name|entity) 'person:x'", id="no such name"),
        pytest.param(Change("same", "person:a-oz", other="person:a-oz"), "same as itself", id="itself"),
        pytest.param(Change("apart", "person:a-oz", uses=()), "some, not all|which forms", id="nothing"),
        pytest.param(Change("apart", "person:a-oz", uses=(("north", "A. Oz"),)), "some, not all", id="all"),
        pytest.param(Change("apart", "person:a-oz", uses=(("south", "Oz"),)), "some, not all", id="not in it"),
    ],
)
def test_changes_that_do_not_fit(corpus: Corpus, view: Names, change: Change, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        rejoin(corpus.naming, [change])
    act = {"same": view.same, "apart": lambda _, one: view.apart(change.uses, one)}
    with pytest.raises(OptionError, match=message):
        act[change.kind](change.other, change.entity_id)
    assert view.changes == []


def test_nothing_is_asked_of_what_is_two(view: Names) -> None:
    with pytest.raises(OptionError, match="Nothing is asked of"):
        view.distinct("organisation:unesco", "person:a-oz")
    assert view.changes == []


def test_a_machines_corpus_is_not_decided_on(corpus: Corpus) -> None:
    with pytest.raises(OptionError, match=r"Decisions need a corpus of wb\.load"):
        Names(corpus).same("person:a-oz", "person:ayse-oz")


def test_the_same_forms_are_taken_apart_once(corpus: Corpus) -> None:
    change = Change("apart", "person:ayse-oz", uses=(("south", "Ayse Oz"),))
    with pytest.raises(OptionError, match="some, not all"):
        rejoin(corpus.naming, [change, change])


def test_nothing_selected_nothing_corrected(view: Names) -> None:
    with pytest.raises(OptionError, match="Select a name first"):
        view.same("person:a-oz")


def test_hostile_names_are_escaped_where_corrections_are_told(corpus: Corpus) -> None:
    naming = corpus.naming
    entities = [replace(one, canonical=f"<script>{one.canonical}") for one in naming.entities]
    mentions = [replace(one, canonical=f"<script>{one.canonical}") for one in naming.mentions]
    corpus.__dict__["naming"] = Naming(tuple(entities), tuple(mentions), naming.checks)
    view = Names(reviewed(corpus))
    view.same("person:a-oz", "person:ayse-oz")
    assert "&lt;script&gt;A. Oz" in str(view.html())
    assert "<script>" not in str(view.html())
