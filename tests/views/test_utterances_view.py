"""Utterances: the list, filters, persons, the renderings stacked with their differences; on corpora made by hand."""

import dataclasses
import re

import pytest
from view_corpus import article, corpus_of, quote

from workbench.compare.entities import Naming
from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.model import (
    EditKind,
    Entity,
    Fidelity,
    Mention,
    NameKind,
    QuoteKind,
    QuotePair,
    Role,
    Utterance,
    WordEdit,
)
from workbench.views import Utterances
from workbench.views.differences import Change, agreed, lay, mirrored, shown, told
from workbench.views.utterances import State

DIRECT, INDIRECT = QuoteKind.DIRECT, QuoteKind.INDIRECT


def body(*lines: str) -> list[tuple[str, Role, None, None]]:
    return [(f"{line}\n", Role.BODY, None, None) for line in lines]


NORTH = body("The team lost.", "Ada Lind said: “It was a very good match, we will organize another one.” She left.")
SOUTH = body("“It was a positive match,” Lind said, who via radio said that they would organise another one.", "Fog.")
EAST = body("Adda Lind said: “We will organise another one.” “Never again <b>,” a fan said.")


def passage(of, surface):
    start = of.text.index(surface)
    return of.passage(start, start + len(surface))


@pytest.fixture
def corpus() -> Corpus:
    north, south, east = article("north", NORTH, "The North"), article("south", SOUTH, None), article("east", EAST, "E")
    lind = {"speaker_id": "person:ada-lind"}
    n1 = quote(
        north,
        "It was a very good match, we will organize another one.",
        DIRECT,
        "Ada Lind",
        "Ada Lind",
        cue="said",
        **lind,
    )
    s1 = quote(south, "It was a positive match,", DIRECT, "Ada Lind", "Lind", cue="said", **lind)
    s2 = quote(south, "they would organise another one", INDIRECT, "Ada Lind", None, cue="said", via="radio", **lind)
    e1 = quote(east, "We will organise another one.", DIRECT, "Tom Oda", "Adda Lind", cue="said")
    e2 = quote(east, "Never again <b>,", DIRECT, None, "a fan", cue="said")

    def edit(kind: EditKind, a=None, b=None, outside=False) -> WordEdit:
        return WordEdit(kind, a, b, outside)

    altered = (
        edit(EditKind.REPLACED, passage(north, "very good"), passage(south, "positive")),
        edit(EditKind.DROPPED, passage(north, "we will organize another one")),
    )
    sense = (
        edit(EditKind.DROPPED, passage(north, "It was a very good match")),
        edit(EditKind.REPLACED, passage(north, "we will"), passage(south, "they would")),
        edit(EditKind.SPELT, passage(north, "organize"), passage(south, "organise")),
    )
    trimmed = (  # the other way round: side a is the trimmed one
        edit(EditKind.ADDED, None, passage(north, "It was a very good match")),
        edit(EditKind.SPELT, passage(east, "organise"), passage(north, "organize")),
    )
    match, crowd = "u-match", "u-crowd"
    pairs = (
        QuotePair(match, n1.quote_id, s1.quote_id, Fidelity.ALTERED, altered),
        QuotePair(
            match, n1.quote_id, s2.quote_id, Fidelity.ALTERED, sense, None, "south reports it without quote marks."
        ),
        QuotePair(match, e1.quote_id, n1.quote_id, Fidelity.TRIMMED, trimmed, "E: Tom Oda; The North: Ada Lind"),
    )
    utterances = (
        Utterance(crowd, (e2.quote_id,), ("east",)),
        Utterance(
            match, tuple(q.quote_id for q in (e1, n1, s1, s2)), ("east", "north", "south"), "Ada Lind", Fidelity.ALTERED
        ),
    )
    made = corpus_of((north, south, east), quotes=(n1, s1, s2, e1, e2))
    made.__dict__["voiced_quotes"] = made.quote_records
    made.__dict__["quote_groups"] = (utterances, pairs)
    entity = Entity(
        "person:ada-lind",
        NameKind.PERSON,
        "Ada Lind",
        ("Ada Lind", "Lind", "Adda Lind"),
        "one letter apart",
        ("east", "north", "south"),
    )
    at = [(north, "Ada Lind"), (south, "Lind"), (east, "Adda Lind")]
    mentions = tuple(Mention(passage(of, name), NameKind.PERSON, entity.entity_id, "Ada Lind") for of, name in at)
    made.__dict__["naming"] = Naming((entity,), mentions, ())
    return made


@pytest.fixture
def view(corpus: Corpus) -> Utterances:
    return Utterances(corpus)


def words(html: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", str(html)).split())


def test_what_several_sources_have_comes_first(view: Utterances) -> None:
    frame = view.frame
    assert list(frame.index) == ["u-match", "u-crowd"]
    assert frame.loc["u-match", ["speaker", "sources", "fidelity", "kind", "form"]].tolist() == [
        "Ada Lind",
        3,
        "altered",
        "person",
        "both",
    ]
    assert frame.loc["u-match", "named"] == "The North, south, E"
    assert frame.loc["u-match", "words"] == "It was a very good match, we will organize another one."
    assert frame.loc["u-crowd", ["sources", "kind", "form"]].tolist() == [1, "not known", "quoted"]
    assert frame["fidelity"].isna().tolist() == [False, True]
    assert "text" not in frame


def test_a_row_tells_fidelity_by_symbol_word_and_tone(view: Utterances) -> None:
    first, second = view.lines(view.whole)
    assert (first.cells[3].text, first.cells[3].tone) == ("▲ altered", "conflict")
    assert (first.cells[0].text, first.cells[0].badges) == (
        "“It was a very good match, we will organize another one.”",
        ("quoted and reported",),
    )
    assert (first.cells[2].text, first.cells[2].sub) == ("3", "The North, south, E")
    assert (second.cells[3].text, second.cells[3].tone) == ("○ one source", None)


def test_heading_counts(view: Utterances) -> None:
    assert view.heading() == "5 quotes · 2 utterances · 1 speaker · 1 in more than one source · ▲ 1 altered"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ["u-match", "u-crowd"], id="all"),
        pytest.param({"find": "POSITIVE radio"}, ["u-match"], id="words of another rendering and its way"),
        pytest.param({"find": "adda"}, ["u-match"], id="another form of the name"),
        pytest.param({"find": "["}, [], id="no pattern"),
        pytest.param({"fidelity": ("altered",)}, ["u-match"], id="a grade"),
        pytest.param({"source": ("south",)}, ["u-match"], id="a source"),
        pytest.param({"source": ("south", "E")}, ["u-match", "u-crowd"], id="one of two"),
        pytest.param({"kind": ("not known",)}, ["u-crowd"], id="a kind of speaker"),
        pytest.param({"form": ("both",)}, ["u-match"], id="quoted here, reported there"),
        pytest.param({"sort": "words", "descending": True}, ["u-crowd", "u-match"], id="by words"),
        pytest.param({"sort": "fidelity"}, ["u-match", "u-crowd"], id="by grade, what has none last"),
        pytest.param(
            {"group": "person", "sort": "words", "descending": True}, ["u-match", "u-crowd"], id="unknown speakers last"
        ),
    ],
)
def test_apply(view: Utterances, changes: dict, expected: list[str]) -> None:
    before = view.whole.copy()
    assert list(view.apply(State(**changes), view.whole).index) == expected
    assert view.whole.equals(before)


def test_the_reference_is_the_fullest_rendering_between_marks(view: Utterances) -> None:
    renderings = view.heard.renderings("u-match")
    assert [one.article.article_id for one in renderings] == ["north", "south", "east"]
    assert [one.relation for one in renderings] == [None, Fidelity.ALTERED, Fidelity.TRIMMED]
    assert [one.reported for one in renderings] == [False, True, False]


def test_panel_shows_differences_underlined_and_struck(view: Utterances) -> None:
    view.selected = "u-match"
    html = str(view.detail())
    assert '“It was a <del title="replaced">very good</del> <ins title="replaced">positive</ins> match' in html
    assert '<ins class="wb-spelt" title="spelt otherwise: organize in the reference">organise</ins>' in html
    said = words(html)
    assert "very good → positive" in said
    assert "− It was a very good match" in said
    assert "quoted here, reported there" in said
    assert "south reports it without quote marks." in said
    assert "▲ E: Tom Oda; The North: Ada Lind" in said
    assert "✂ trimmed" in said and "via radio" in said and "¶2" in said


def test_words_left_out_stand_where_the_reference_has_them(view: Utterances) -> None:
    view.selected = "u-match"
    assert "“ It was a very good match We will organise another one.”" in words(view.detail())


def test_copy_is_plain_text_with_source_and_paragraph(view: Utterances) -> None:
    assert view.clip() == "" and view.actions()[0].disabled
    view.selected = "u-match"
    first, second, _ = view.clip().splitlines()
    assert first.startswith(
        "“It was a very good match, we will organize another one.” — Ada Lind [The North, “The team lost.”, ¶2"
    )
    assert second.startswith("“It was a positive match,” … they would organise another one — Ada Lind")
    assert not re.search("</|&lt;|class=", view.clip())


def test_by_person_the_heading_has_every_form_of_the_name(corpus: Corpus) -> None:
    view = Utterances(corpus, group="person")
    headings = [line.group for line in view.lines(view.frame) if line.group]
    assert [cell.text for cell in headings] == ["Ada Lind", "Speaker not known"]
    assert headings[0].sub == "1 utterance · also “Adda Lind” (E), “Lind” (south) · merged: one letter apart"
    view.group = "utterance"
    view.reset()
    assert view.group == "person"  # as it was made


def test_what_one_source_has_is_shown_in_its_paragraph_and_escaped(view: Utterances) -> None:
    view.selected = "u-crowd"
    html = str(view.detail())
    assert "“<mark>Never again &lt;b&gt;,</mark>”" in html
    assert "<b>" not in html
    assert "<b>," not in str(view.html())


def test_the_static_view_has_the_renderings(view: Utterances) -> None:
    html = str(view.html())
    assert "<del" in html and "<ins" in html and "wb-twin" in html
    view.selected = "u-match"
    assert str(view.html()).count("wb-renderings") == 1


def test_state_is_frozen_and_wrong_values_are_told(view: Utterances) -> None:
    view.source = "south"
    assert view.state == State(source=("south",))
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.state.find = "x"
    with pytest.raises(OptionError, match="The North, south, E"):
        view.source = "BBC"
    with pytest.raises(OptionError, match="utterance, person"):
        view.group = "paragraph"


def test_the_widget_follows_the_state(view: Utterances) -> None:
    box = view.widget
    view.selected = "u-match"
    assert "wb-renderings" in view._detail.value
    view.bar.chosen = {**view.bar.chosen, "group": ["person"]}
    assert view.group == "person"
    assert "wb-view" in box._dom_classes


def test_nothing_said(nothing: Corpus) -> None:
    for name, value in {"voiced_quotes": (), "quote_groups": ((), ()), "naming": Naming((), (), ())}.items():
        nothing.__dict__[name] = value
    view = Utterances(nothing)
    assert view.heading() == "nothing is reported as said in 1 article"
    assert "Nothing is reported as said" in str(view.html())


# -- differences --------------------------------------------------------------------------------------------------


TEXT = "we will hold fair polls in May"


@pytest.mark.parametrize(
    ("changes", "expected", "listed"),
    [
        pytest.param([], TEXT, [], id="none"),
        pytest.param(
            [Change(8, 8, EditKind.DROPPED, "soon")],
            'we will <del title="left out">soon</del> hold fair polls in May',
            ["− soon"],
            id="left out",
        ),
        pytest.param(
            [Change(0, 0, EditKind.DROPPED, "So")],
            f'<del title="left out">So</del> {TEXT}',
            ["− So"],
            id="at the start",
        ),
        pytest.param(
            [Change(30, 30, EditKind.DROPPED, "or June", True)],
            f'{TEXT} <del title="just outside the quote marks">or June</del>',
            ["− or June (just outside the marks)"],
            id="at the end, outside the marks",
        ),
        pytest.param(
            [Change(13, 17, EditKind.ADDED)],
            'we will hold <ins title="added">fair</ins> polls in May',
            ["+ fair"],
            id="added",
        ),
        pytest.param(
            [Change(24, 30, EditKind.MOVED, "in May")],
            'we will hold fair polls <ins class="wb-moved" title="moved">in May</ins>'
            '<small class="wb-cite"> ⇄ moved</small>',
            ["⇄ moved: in May"],
            id="moved",
        ),
        pytest.param(
            [Change(13, 17, EditKind.BRACKETED, "just")],
            'we will hold <del title="the article&#39;s own, in brackets">just</del> '
            '<ins title="the article&#39;s own, in brackets">fair</ins> polls in May',
            ["just → fair"],
            id="in brackets",
        ),
    ],
)
def test_shown_and_told(changes: list[Change], expected: str, listed: list[str]) -> None:
    assert str(shown(TEXT, 0, len(TEXT), changes)) == expected
    assert told(TEXT, changes) == listed


def test_a_change_is_laid_behind_the_word_before_it() -> None:
    one = article("a", body("Tax cuts, he said, will help the poor and old."), None)
    two = article("b", body("The tax cuts will help the old."), None)
    dropped = WordEdit(EditKind.DROPPED, passage(one, "he said"), None)
    late = WordEdit(EditKind.DROPPED, passage(one, "poor and"), None)
    whole = (
        (one, passage(one, "Tax cuts, he said, will help the poor and old")),
        (two, passage(two, "tax cuts will help the old")),
    )
    changes = lay((dropped, late), *whole)
    assert str(shown(two.text, 4, 30, changes)) == (
        'tax cuts <del title="left out">he said</del> will help the <del title="left out">poor and</del> old'
    )
    assert mirrored((dropped,)) == (WordEdit(EditKind.ADDED, None, passage(one, "he said")),)


def test_a_word_that_one_part_of_the_reference_has_is_no_difference() -> None:
    first = (Change(0, 2, EditKind.ADDED), Change(3, 7, EditKind.ADDED))
    second = (Change(3, 7, EditKind.REPLACED, "can"), Change(8, 12, EditKind.ADDED))
    assert agreed([first, second]) == (Change(3, 7, EditKind.ADDED), Change(3, 7, EditKind.REPLACED, "can"))
    assert agreed([]) == ()
