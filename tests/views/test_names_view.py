"""Names: every form in every source, why they are one, what else may be, the mentions; on corpora made by hand."""

import re

import pytest
from view_corpus import article, corpus_of

from workbench.compare.entities import Naming
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
        Entity("person:ayse-oz", PERSON, "Ayşe Öz", ("Ayşe Öz", "Öz"), "they differ by accents", ("north", "south")),
    )
    at = (passages(north, r"A\. Oz")[0], passages(north, "Ayşe Öz")[0])
    check = Check("name-1", CheckKind.NAME, Severity.NOTICE, "Are A. Oz and Ayşe Öz one person?", (), at)
    made = corpus_of((north, south))
    made.__dict__["naming"] = Naming(entities, tuple(mentions), (check,))
    return made


@pytest.fixture
def view(corpus: Corpus) -> Names:
    return Names(corpus)


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
    assert len(box.children) == 7


def test_no_names(nothing: Corpus) -> None:
    nothing.__dict__["naming"] = Naming((), (), ())
    view = Names(nothing)
    assert view.heading() == "no names in 1 article"
    assert "No names were found" in str(view.html())
