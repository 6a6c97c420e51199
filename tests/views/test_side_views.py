"""The views with a column a source: what stands in their cells, what filters them, what their panels open."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from framing_corpus import EAST, at, built
from view_corpus import article, corpus_of

from workbench import views
from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.lexicons.own import Own
from workbench.model import Voice
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Sides, Use, counted, render, told

ALL = (
    views.Headlines,
    views.Labels,
    views.Choices,
    views.Loaded,
    views.Claims,
    views.Checks,
    views.Timeline,
    views.Shared,
    views.Origins,
    views.Distinctive,
)


@pytest.fixture
def corpus() -> Corpus:
    return built()


@pytest.fixture
def labels(corpus: Corpus) -> views.Labels:
    return views.Labels(corpus)


def test_labels_by_source(labels: views.Labels) -> None:
    assert list(labels.frame.index) == ["person:lund", "unnamed:it"]
    assert labels.frame.loc["person:lund", ["The East", "west"]].tolist() == [
        "minister\u00a02",
        "leading engineer",
    ]
    assert labels.frame.at["unnamed:it", "The East"] == "“triumph”"
    assert labels.frame["west"].isna().tolist() == [False, True]
    assert (
        labels.heading()
        == "4 labels of 2 people and things · 3 in the sources' own words · 1 labelled by several sources"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"find": "ENGINEER"}, ["person:lund"], id="a label"),
        pytest.param({"find": "lund"}, ["person:lund", "unnamed:it"], id="a name, or who says it"),
        pytest.param({"source": ("west",)}, ["person:lund"], id="a source"),
        pytest.param({"voice": "quoted"}, ["unnamed:it"], id="a voice"),
        pytest.param({"kind": "person"}, ["person:lund"], id="a kind"),
        pytest.param({"find": "zz"}, [], id="nothing fits"),
        pytest.param({"sort": "name", "descending": True}, ["unnamed:it", "person:lund"], id="order"),
    ],
)
def test_narrowing(labels: views.Labels, changes: dict, expected: list[str]) -> None:
    labels.change(**changes)
    assert list(labels.frame.index) == expected


def test_a_row_that_the_voices_chosen_do_not_have_is_let_go_of(labels: views.Labels) -> None:
    labels.selected = "person:lund"
    labels.voice = "quoted"
    assert labels.selected == ""
    assert labels.detail() == ""


def test_the_panel_has_every_use_in_its_sentence_escaped(labels: views.Labels) -> None:
    labels.selected = "person:lund"
    html = str(labels.detail())
    assert "&lt;b&gt;stubborn&lt;/b&gt; <mark>minister</mark> Ada Lund" in html
    assert "<mark>a leading engineer</mark>" in html
    assert "No label in" not in html
    labels.selected = "unnamed:it"
    assert "quoted: Ada Lund" in str(labels.detail())
    assert "<b>No label in: </b>west." in str(labels.detail())


def test_copy_tells_where(labels: views.Labels) -> None:
    labels.selected = "person:lund"
    assert labels.clip() == ("Ada Lund. The East: minister\u00a02 (first in ¶2); west: leading engineer (first in ¶1).")


def test_an_unknown_voice_is_refused(labels: views.Labels) -> None:
    with pytest.raises(OptionError, match="narrator, quoted, reported"):
        labels.voice = "loud"


def test_headlines_tell_who_does_what_and_what_is_left_out(corpus: Corpus) -> None:
    heads = views.Headlines(corpus)
    assert heads.frame["name"].tolist() == ["Headline", "Who does what", "Dam opens"]
    assert heads.frame["The East"].tolist() == ["Dam opens", "Dam → opens", "opens"]
    assert heads.frame["west"].fillna("").tolist() == ["Lund, a leading engineer", "", "below: opened"]
    assert heads.heading() == "2 of 2 articles with a headline · 1 thing that some leave out"


def test_word_choice(corpus: Corpus) -> None:
    choices = views.Choices(corpus)
    assert choices.frame.loc["the dam", ["The East", "west"]].tolist() == ["dam", "barrage"]
    assert choices.heading() == "1 thing or act for which the sources choose different words"


def test_loaded_words_by_device_and_voice(corpus: Corpus) -> None:
    loaded = views.Loaded(corpus)
    assert list(loaded.frame.index) == ["loaded: stubborn", "loaded: triumph", "intensifier: leading"]
    assert loaded.heading() == "2 loaded words, 1 of them in the sources' own voice · 1 intensifier"
    loaded.voice = "narrator"
    assert list(loaded.frame.index) == ["loaded: stubborn", "intensifier: leading"]


def test_claims_by_prominence(corpus: Corpus) -> None:
    claims = views.Claims(corpus)
    both, single = claims.lines(claims.whole)
    assert [cell.text for cell in both.cells] == ["Fishers protested", "▪", "■", "–"]
    assert [cell.text for cell in single.cells] == ["It is a triumph", "“", "·", "Ada Lund"]
    assert claims.heading() == "2 claims in 2 sources · 1 told by all · 1 by one source only"
    claims.selected = "k2"
    html = str(claims.detail())
    assert "Looked for: triumph." in html
    assert "Told by 1 source, on the word of 1 named origin: Ada Lund." in html


def test_graver_questions_first(corpus: Corpus) -> None:
    checks = views.Checks(corpus)
    assert list(checks.frame.index) == ["c-1", "name-1"]
    assert checks.frame.loc["c-1", ["The East", "west"]].tolist() == ["dam", "barrage"]
    assert checks.heading() == "2 questions: 1 on scope, 1 on names"


def test_timeline_tells_where_sources_differ(corpus: Corpus) -> None:
    timeline = views.Timeline(corpus)
    line = timeline.lines(timeline.whole)[0]
    assert (line.cells[0].text, line.cells[0].sub) == ("2024-05-03 to 2024-05-04", "opened the dam · ▲ 3 or 4 May")
    assert timeline.heading() == "1 dated event · 1 dated by several sources · ▲ 1 dated differently"
    timeline.selected = "h1"
    assert "the Monday before the article&#39;s date" in str(timeline.detail())


def test_shared_text_and_origins(corpus: Corpus) -> None:
    shared = views.Shared(corpus)
    assert shared.frame["kind"].tolist() == ["word for word", "nearly"]
    assert shared.frame.iloc[0][["The East", "west"]].tolist() == ["opened the", "opened the"]
    origins = views.Origins(corpus)
    assert origins.frame.loc["radio east", "The East"] == "Radio East"
    assert origins.heading() == "1 origin named · 0 by several sources"


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.__name__)
def test_every_view_has_a_widget_and_a_twin(corpus: Corpus, view: type[SideView]) -> None:
    made = view(corpus)
    made.selected = made.first
    assert made.widget is not None
    html = str(made.html())
    assert "wb-twin" in html and "<script" not in html and "<b>stubborn" not in html
    assert made.summary().startswith(made.title)
    assert made.clip()
    made.find = "there is nothing like this"
    assert made.frame.empty and made.empty()


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.__name__)
def test_nothing_to_show(view: type[SideView]) -> None:
    plain = corpus_of([article("plain", EAST[:1], None)])
    names = ("labels", "choices", "wording", "claims", "timeline", "reuse", "origins", "distinctive", "headlines")
    plain.__dict__["framing"] = SimpleNamespace(**dict.fromkeys(names, ()), own=Own())
    plain.__dict__["check_records"] = ()
    made = view(plain)
    assert made.frame.empty and made.empty() and made.heading()
    assert made.widget is not None


def test_what_is_written_with_a_capital_counts_as_one(corpus: Corpus) -> None:
    east = corpus.document("east")
    uses = [Use("The minister", at(east, "The minister")), Use("the minister", at(east, "minister"))]
    assert counted(uses) == [("the minister", 2)]
    assert told(uses) == "the minister\u00a02"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"only": "all sources"}, ["k1"], id="all"),
        pytest.param({"only": "one source"}, ["k2"], id="one"),
        pytest.param({"only": ("all sources", "one source")}, ["k1", "k2"], id="either"),
        pytest.param({"only": "several"}, [], id="neither all nor one"),
        pytest.param({"silent": "west"}, ["k2"], id="a silent source"),
        pytest.param({"silent": "The East"}, [], id="a source that is never silent"),
    ],
)
def test_claims_by_who_tells_them(corpus: Corpus, changes: dict, expected: list[str]) -> None:
    claims = views.Claims(corpus)
    claims.change(**changes)
    assert list(claims.frame.index) == expected


def test_the_filters_offered_are_those_there_are(corpus: Corpus) -> None:
    groups = {group.name: [option.label for option in group.options] for group in views.Claims(corpus).groups()}
    assert groups["only"] == ["all sources", "one source"]
    assert groups["silent"] == ["The East", "west"]
    assert "silent" not in {group.name for group in views.Labels(corpus).groups()}


def test_an_unknown_spread_is_refused(corpus: Corpus) -> None:
    with pytest.raises(OptionError, match="all sources, several, one source"):
        views.Claims(corpus).only = "none"


@pytest.mark.parametrize(
    ("view", "row", "expected"),
    [
        pytest.param(views.Claims, "k2", "Silent: west. Looked for: triumph.", id="claims"),
        pytest.param(views.Loaded, "loaded: stubborn", "Not in: west. Looked for: “stubborn”", id="loaded"),
        pytest.param(views.Labels, "unnamed:it", "No label in: west. Looked for: titles, roles", id="labels"),
    ],
)
def test_a_silent_cell_says_what_was_looked_for(corpus: Corpus, view: type[SideView], row: str, expected: str) -> None:
    made = view(corpus)
    line = next(line for line in made.lines(made.whole) if line.id == row)
    assert line.cells[2].dim
    assert line.cells[2].title.startswith(expected)


def test_uses_in_one_sentence_are_one_line_of_the_panel(corpus: Corpus) -> None:
    east = corpus.document("east")
    uses = (Use("opened", at(east, "opened")), Use("dam", at(east, "dam", 0)), Use("minister", at(east, "minister")))
    sides = Sides(corpus, (Row("r", "R", "", uses),))
    html = str(render(sides, sides.by_key["r"], "Silent"))
    assert html.count("<li>") == 1
    assert html.count("<mark>") == 3


def test_an_article_that_repeats_another_is_no_source_and_not_silent(corpus: Corpus) -> None:
    copied = replace(corpus.document("west"), duplicate_of="east")
    corpus.__dict__["documents"] = (corpus.document("east"), copied)
    claims = views.Claims(corpus)
    single = next(line for line in claims.lines(claims.whole) if line.id == "k2")
    assert single.cells[2].text == "="
    assert single.cells[0].sub == "1 of 1 source"
    claims.selected = "k2"
    assert "west repeats The East, and counts as no source." in str(claims.detail())
    assert "Silent" not in str(claims.detail())


def test_a_long_variant_is_cut_within_its_marks(labels: views.Labels, corpus: Corpus) -> None:
    said = "a very long label " * 8
    cell = labels.cell([Use(said.strip(), at(corpus.document("east"), "minister"), Voice.QUOTED)])
    assert cell.text.startswith("“a very") and cell.text.endswith("…”") and len(cell.text) < 70
    assert said.strip() in cell.title
