"""Words changed in the views: the result follows at once, everywhere, is kept with the articles, and can be undone."""

import gc
import json
from pathlib import Path

import pytest

import workbench as wb
from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.lexicons.kept import FILE_NAME
from workbench.lexicons.wordlists import WordLists

EAST = "A <b>so-called</b> deal\n\nThe regime freed the hostages on Monday in a stitch-up. The KRBN (.*) board met.\n"
WEST = "A deal\n\nThe hostages were released on Monday, reportedly by a stubborn general. He insisted talks go on.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "east.txt").write_text(EAST)
    (tmp_path / "west.txt").write_text(WEST)
    return tmp_path


@pytest.fixture
def corpus(folder: Path) -> Corpus:
    return wb.load(folder, progress=False)


@pytest.fixture
def loaded(corpus: Corpus) -> wb.views.Loaded:
    return wb.views.Loaded(corpus)


@pytest.fixture
def choices(corpus: Corpus) -> wb.views.Choices:
    return wb.views.Choices(corpus)


ACT = "free + hostages"


def surfaces(corpus: Corpus, device: str) -> list[str]:
    return [row["surface"] for row in corpus.rows("wording") if row["device"] == device]


# -- word lists ---------------------------------------------------------------------------------------------------


def test_an_added_phrase_is_a_row_and_in_the_table_and_in_other_views(loaded: wb.views.Loaded) -> None:
    other = wb.views.Loaded(loaded.corpus)
    assert other.widget is not None and loaded.widget is not None
    before = len(other.grid.rows)
    assert not loaded.corpus.wording["surface"].eq("stitch-up").any()
    loaded.add("Stitch Up", device="loaded", concept="blame")
    assert loaded.selected == "loaded: Stitch Up"
    assert loaded.frame.loc["loaded: Stitch Up", "east"] == "stitch-up"
    assert loaded.corpus.wording["surface"].eq("stitch-up").any()
    assert list(other.frame.index) == list(loaded.frame.index)
    assert len(other.grid.rows) == before + 1
    assert loaded.changes == ["added “Stitch Up” to loaded words"]
    assert loaded.message.startswith("Added “Stitch Up” to the loaded words: 1 place in 1 of 2 articles.")


def test_the_selected_word_goes_in_one_click(loaded: wb.views.Loaded) -> None:
    assert loaded.widget is not None
    loaded.selected = "loaded: regime"
    assert "“regime”" in loaded._hand.chosen.value
    loaded._hand.out.click()
    assert "loaded: regime" not in loaded.frame.index
    assert "regime" not in surfaces(loaded.corpus, "loaded")
    assert loaded.selected == ""
    assert loaded._hand.out.disabled
    assert loaded.changes == ["took “regime” out of loaded words"]


def test_typed_and_added_by_the_button_and_taken_back(loaded: wb.views.Loaded) -> None:
    assert loaded.widget is not None
    hand = loaded._hand
    hand.words.value, hand.device.label = "talks", "hedge"
    hand.guarded(hand._add)
    assert "hedge: talks" in loaded.frame.index
    assert hand.words.value == ""
    hand.mine.index = 1
    hand.back.click()
    assert "hedge: talks" not in loaded.frame.index
    assert loaded.changes == []


def test_what_is_refused_stays_typed_and_says_why_escaped(loaded: wb.views.Loaded) -> None:
    assert loaded.widget is not None
    hand = loaded._hand
    hand.words.value = "<b>\x00</b>"
    hand.guarded(hand._add)
    assert "cannot be seen" in hand.said.value and "<b>\\" not in hand.said.value
    assert "&lt;b&gt;" in hand.said.value
    assert hand.words.value == "<b>\x00</b>"
    assert loaded.changes == []


@pytest.mark.parametrize(
    "words",
    [pytest.param("(.*)", id="regex"), pytest.param("", id="empty"), pytest.param("x" * 5000, id="long")],
)
def test_hostile_words_are_refused_and_nothing_changes(loaded: wb.views.Loaded, words: str) -> None:
    before = list(loaded.frame.index)
    with pytest.raises(OptionError):
        loaded.add(words)
    assert list(loaded.frame.index) == before
    assert not (loaded.corpus.origin[0] / FILE_NAME).exists()


def test_signs_in_words_are_plain_signs(loaded: wb.views.Loaded) -> None:
    loaded.add("b.ard")
    assert "stands nowhere" in loaded.message
    assert "loaded: b.ard" not in loaded.frame.index
    loaded.add("<i>board</i>")
    assert "<i>" not in str(loaded.html())


def test_a_name_is_found_where_its_capital_is_typed(loaded: wb.views.Loaded) -> None:
    loaded.add("KRBN", device="loaded")
    assert loaded.frame.loc["loaded: KRBN", "east"] == "KRBN"


def test_reporting_verbs_once(loaded: wb.views.Loaded) -> None:
    assert loaded.frame.loc["reporting verb: insist", "uses"] == 1
    loaded.add("insist", device="reporting_verb")
    assert loaded.frame.loc["reporting verb: insist", "uses"] == 1
    loaded.remove("insist")
    assert "reporting verb: insist" not in loaded.frame.index


@pytest.mark.parametrize(
    ("do", "why"),
    [
        pytest.param(lambda view: view.add("sad", device="smell"), "no list of 'smell' words; there are", id="device"),
        pytest.param(lambda view: view.add("sad", device="choice"), "found by comparing", id="choice"),
        pytest.param(lambda view: view.remove("zebra"), "not in the list", id="not-there"),
        pytest.param(lambda view: view.remove(), "Select a row first", id="nothing-selected"),
        pytest.param(lambda view: view.take_back("regime", "loaded"), "as it came", id="not-changed"),
    ],
)
def test_what_cannot_be_done(loaded: wb.views.Loaded, do: object, why: str) -> None:
    with pytest.raises(OptionError, match=why):
        do(loaded)  # type: ignore[operator]


def test_a_word_of_several_lists_must_be_told(loaded: wb.views.Loaded) -> None:
    loaded.add("regime", device="hedge")
    with pytest.raises(OptionError, match="several lists"):
        loaded.remove("regime")
    loaded.remove("regime", device="hedge")
    assert "loaded: regime" in loaded.frame.index


def test_undo_goes_back_step_by_step(loaded: wb.views.Loaded) -> None:
    start = list(loaded.frame.index)
    loaded.add("stitch-up")
    loaded.remove("regime")
    loaded.act("undo")
    assert "loaded: regime" in loaded.frame.index and "loaded: stitch-up" in loaded.frame.index
    loaded.undo()
    loaded.undo()
    assert list(loaded.frame.index) == start
    assert loaded.own.edits.lists == WordLists()
    assert all(action.disabled for action in loaded.actions() if action.name == "undo")


def test_kept_with_the_articles(loaded: wb.views.Loaded, folder: Path) -> None:
    loaded.add("stitch-up")
    loaded.remove("regime", keep=False)
    again = wb.load(folder, progress=False)
    assert len(again) == 2 and again.problems.empty
    assert "stitch-up" in surfaces(again, "loaded") and "regime" in surfaces(again, "loaded")
    assert wb.views.Loaded(again).changes == ["added “stitch-up” to loaded words"]
    assert "By hand: added" in wb.views.Loaded(again).summary()
    assert "added “stitch-up”" in str(wb.views.Loaded(again).html())


def test_a_broken_file_is_a_problem_and_the_views_go_on(folder: Path) -> None:
    (folder / FILE_NAME).write_text("{")
    corpus = wb.load(folder, progress=False)
    loaded = wb.views.Loaded(corpus)
    loaded.add("stitch-up")
    assert "mend the file" in corpus.problems.loc[0, "message"]
    assert (folder / f"{FILE_NAME}.broken").read_text() == "{"
    assert "nothing in it is lost" in loaded.message
    assert len(wb.load(folder, progress=False)) == 2


def test_what_could_not_be_kept_is_kept_later(loaded: wb.views.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded.widget is not None

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("workbench.durable.os.fsync", full)
        loaded.add("stitch-up")
    assert "No space left" in loaded.message
    assert "loaded: stitch-up" in loaded.frame.index
    assert loaded._hand.again.layout.display == ""
    loaded._hand.again.click()
    assert loaded._hand.again.layout.display == "none"
    assert "kept in" in loaded.message


def test_text_in_memory_says_that_nothing_is_kept() -> None:
    loaded = wb.views.Loaded(wb.load(EAST, progress=False))
    loaded.add("stitch-up")
    assert "came from memory" in loaded.message
    assert "loaded: stitch-up" in loaded.frame.index


def test_a_view_that_is_gone_is_not_told(corpus: Corpus) -> None:
    view = wb.views.Loaded(corpus)
    assert len(corpus.framing.own._followers) == 1
    del view
    gc.collect()
    assert len(corpus.framing.own._followers) == 0


# -- choices ------------------------------------------------------------------------------------------------------


def test_choices_are_changed_shown_and_kept(choices: wb.views.Choices, folder: Path) -> None:
    assert choices.widget is not None
    assert choices.words(ACT) == {"free": 1, "release": 1}
    choices.selected = ACT
    choices.rename("letting go")
    assert choices.selected == "letting go"
    choices.add("deal, talks")
    choices.take_out("deal")
    assert choices.words() == {"free": 1, "release": 1, "talks": 1}
    choices.make("who", ["regime", "general"])
    assert choices.frame.loc["who", ["east", "west"]].tolist() == ["regime", "general"]
    own = [row["lexicon"] for row in choices.corpus.rows("wording") if row["concept"] == "who"]
    assert own == ["choice: own", "choice: own"]
    choices.merge("who", "letting go")
    choices.split("regime, general", "the powerful", "letting go")
    assert list(choices.frame.index) == ["letting go", "the powerful"]
    again = wb.views.Choices(wb.load(folder, progress=False))
    assert again.changes == choices.changes and len(again.changes) == 6
    assert again.frame.equals(choices.frame)
    assert {word.concept for word in again.as_found} == {ACT}
    for _ in range(6):
        again.undo()
    assert list(again.frame.index) == [ACT]
    assert json.loads((folder / FILE_NAME).read_text())["choices"] == []


def test_the_controls_of_choices(choices: wb.views.Choices) -> None:
    assert choices.widget is not None
    hand = choices._hand
    assert hand.own.layout.display == "none"
    hand.new.value, hand.words.value = "who", "regime; general"
    hand.guarded(hand._make)
    assert choices.selected == "who"
    assert [value for _, value in hand.some.options] == ["regime", "general"]
    hand.some.value = ("regime",)
    hand.guarded(hand._out)
    assert choices.words() == {"general": 1}
    hand.name.value = ""
    hand.guarded(hand._rename)
    assert "is no name" in hand.said.value
    hand.verb.value, hand.twin.value = "insist", "free"
    hand.guarded(hand._act)
    assert choices.changes[-1] == "“insist” and “free” count as one act"
    hand.other.value = ACT
    hand.guarded(hand._merge)
    assert choices.words() == {"general": 1, "free": 1, "release": 1}
    choices.act("undo")
    assert choices.words() == {"general": 1}


def test_a_change_that_does_not_fit_is_not_kept(choices: wb.views.Choices, folder: Path) -> None:
    with pytest.raises(OptionError, match="Select a row first"):
        choices.rename("x")
    with pytest.raises(OptionError, match="stands nowhere"):
        choices.make("boats", "frigate")
    with pytest.raises(OptionError, match="no “boats”"):
        choices.merge("boats", ACT)
    assert choices.changes == []
    assert not (folder / FILE_NAME).exists()


def test_claims_follow_what_is_one_act(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Merger\n\nThe council shelved the merger on Monday.\n")
    (tmp_path / "b.txt").write_text("Merger\n\nThe board torpedoed the merger in June.\n")
    corpus = wb.load(tmp_path, progress=False)
    claims, choices = wb.views.Claims(corpus), wb.views.Choices(corpus)
    assert claims.widget is not None and len(claims.frame) == 0
    choices.same_act("shelve", "torpedo")
    assert claims.frame["kind"].tolist() == ["act"]
    assert len(claims.grid.rows) == 1
    choices.undo()
    assert len(claims.frame) == 0
