"""What the analyst changed about words, kept beside the articles: second writers, broken files, full disks."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import durable
from workbench.errors import LexiconError, OptionError
from workbench.lexicons import kept
from workbench.lexicons.concepts import Change, change, pairs, told
from workbench.lexicons.edits import Edits, rebase
from workbench.lexicons.entered import entered
from workbench.lexicons.own import Own
from workbench.lexicons.wordlists import WordLists, devices_of, taken_back, with_entry, without_entry
from workbench.model import Device


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / kept.FILE_NAME


def names(path: Path) -> list[str]:
    return [one.name for one in path.parent.iterdir()]


def added(own: Own | Edits) -> list[str]:
    edits = own.edits if isinstance(own, Own) else own
    return [term.words for term in edits.lists.added]


# -- what is typed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("", "at least one letter", id="empty"),
        pytest.param(" \n\t ", "at least one letter", id="white-space"),
        pytest.param("***", "at least one letter", id="signs-only"),
        pytest.param("x" * 10_000, "too long", id="very-long"),
        pytest.param("so\x00called", r"cannot be seen \(U\+0000\)", id="control"),
        pytest.param("so\u202ecalled", r"cannot be seen \(U\+202E\)", id="turned-round"),
        pytest.param("so\ud800called", r"cannot be seen \(U\+D800\)", id="half-a-character"),
        pytest.param(3, "is text", id="number"),
        pytest.param(None, "is text", id="nothing"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_short_sentence(text: object, why: str) -> None:
    with pytest.raises(OptionError, match=why) as raised:
        entered(text)  # type: ignore[arg-type]
    assert len(str(raised.value)) < 200
    str(raised.value).encode()


@pytest.mark.parametrize("text", ["a.*b", "(?:x", "[z-", "C++", "naïve", "می‌خواهم", "50%"])
def test_what_can_be_meant_stays_as_it_is_typed(text: str) -> None:
    assert entered(f"  {text} ") == text
    assert [term.words for term in with_entry(WordLists(), text).added] == [text]


@pytest.mark.parametrize(
    ("kind", "given_", "why"),
    [
        pytest.param("make", {"label": "x", "words": ""}, "at least one word", id="no-words"),
        pytest.param("make", {"words": "a"}, "is no name", id="no-name"),
        pytest.param("make", {"label": "x" * 500, "words": "a"}, "too long", id="long-name"),
        pytest.param("make", {"label": "x", "words": [f"w{n}" for n in range(99)]}, "too many at", id="many-words"),
        pytest.param("make", {"label": "x", "words": "a b c d e f g h i j k l m n"}, "many words", id="long-phrase"),
        pytest.param("act", {"words": ("lift", "Lift")}, "two different", id="one-verb-twice"),
        pytest.param("act", {"words": ("lift the ban", "ease")}, "is no verb", id="no-verb"),
        pytest.param("paint", {}, "no change 'paint'", id="no-kind"),
    ],
)
def test_changes_that_cannot_be(kind: str, given_: dict[str, object], why: str) -> None:
    with pytest.raises(OptionError, match=why):
        change(kind, **given_)  # type: ignore[arg-type]


def test_verbs_of_one_act() -> None:
    acts = [change("act", words="to phase out, Scrap"), change("make", label="x", words="y")]
    assert pairs(acts) == (("phase out", "scrap"),)
    assert told(acts[0]) == "“phase out” and “scrap” count as one act"


# -- keeping ------------------------------------------------------------------------------------------------------


def some_edits() -> Edits:
    lists = without_entry(with_entry(WordLists(), "land grab", concept="blame"), "regime")
    choices = (
        change("make", label="the strikers", words=["walkers", "pickets"]),
        change("act", words=("axe", "scrap")),
        change("merge", "a", other="b"),
    )
    return Edits(lists, choices)


def test_all_kinds_of_changes_are_read_as_they_were_kept(path: Path) -> None:
    said = kept.save(some_edits(), path)
    assert said.path == path
    assert kept.load(path) == some_edits()
    assert names(path) == [kept.FILE_NAME]


def test_a_file_of_the_first_version_is_read(path: Path) -> None:
    first = {
        "workbench_wordlists": 1,
        "added": [{"words": "sham", "device": "loaded", "concept": None, "class": "noun"}],
        "removed": [{"device": "hedge", "words": "perhaps"}],
    }
    path.write_text(json.dumps(first))
    edits = kept.load(path)
    assert (added(edits), edits.lists.removed, edits.choices) == (["sham"], {(Device.HEDGE, ("perhaps",))}, ())


def test_keys_that_are_not_known_stay(path: Path) -> None:
    kept.save(some_edits(), path)
    data = json.loads(path.read_text())
    data["team"] = {"lead": "Ana"}
    data["added"][0]["note"] = "asked for by the desk"
    data["choices"][1]["by"] = "Ana"
    path.write_text(json.dumps(data))
    own = Own(path)
    own.use(with_entry(own.edits.lists, "puppet"))
    after = json.loads(path.read_text())
    assert after["team"] == {"lead": "Ana"}
    assert after["added"][0]["note"] == "asked for by the desk"
    assert after["choices"][1] == {"kind": "act", "words": ["axe", "scrap"], "by": "Ana"}
    assert [one["words"] for one in after["added"]] == ["land grab", "puppet"]


def test_two_analysts_lose_nothing(path: Path) -> None:
    ana, ben = Own(path), Own(path)
    ana.use(with_entry(ana.edits.lists, "sham"))
    ben.use(with_entry(ben.edits.lists, "puppet"))
    assert "Somebody else changed it meanwhile" in ben.kept.message
    ana.choose(change("act", words=("axe", "scrap")))
    ben.use(without_entry(ben.edits.lists, "regime"))
    ana.undo_list()
    both = kept.load(path)
    assert added(both) == ["puppet"]
    assert both.lists.removed == {(Device.LOADED, ("regime",))}
    assert pairs(both.choices) == (("axe", "scrap"),)
    assert added(ben) == ["puppet"]
    assert added(ana) == []


def test_a_file_that_went_away_is_written_whole_again(path: Path) -> None:
    own = Own(path)
    own.use(with_entry(own.edits.lists, "sham"))
    path.unlink()
    own.use(with_entry(own.edits.lists, "puppet"))
    assert added(kept.load(path)) == ["sham", "puppet"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"added": [', id="half-written"),
        pytest.param("[" * 100_000, id="too-deep"),
        pytest.param('{"added": [], "removed": [], "choices": [{"kind": "paint"}]}', id="no-such-change"),
        pytest.param('{"added": [], "removed": [], "choices": [{"kind": "make", "words": "x"}]}', id="words-no-list"),
        pytest.param('{"added": [], "removed": [{"device": "loaded", "words": 4}]}', id="words-no-text"),
        pytest.param(
            '{"added": [{"words": "a\\u0000b", "device": "loaded", "class": "noun"}], "removed": []}', id="hidden"
        ),
    ],
)
def test_a_broken_file_is_moved_aside_and_never_lost(path: Path, text: str) -> None:
    path.write_text(text)
    own = Own(path)
    assert own.problem is not None
    assert "moved aside, not written over" in own.problem
    assert path.read_text() == text  # reading changes nothing
    own.use(with_entry(own.edits.lists, "sham"))
    assert f"{kept.FILE_NAME}.broken" in own.kept.message
    assert path.with_name(f"{kept.FILE_NAME}.broken").read_text() == text
    assert added(kept.load(path)) == ["sham"]
    path.write_text("{ again")
    own.use(with_entry(own.edits.lists, "puppet"))
    assert path.with_name(f"{kept.FILE_NAME}.broken1").read_text() == "{ again"
    assert added(kept.load(path)) == ["sham", "puppet"]


def test_a_file_of_a_newer_workbench_is_left_alone(path: Path) -> None:
    text = json.dumps({"workbench_wordlists": 99, "added": [], "removed": []})
    path.write_text(text)
    own = Own(path)
    assert "newer workbench" in str(own.problem)
    own.use(with_entry(own.edits.lists, "sham"))
    assert "newer workbench" in own.kept.message
    assert own.kept.path is None
    assert added(own) == ["sham"]
    assert path.read_text() == text


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_loses_nothing_in_the_session_and_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Own(path)
    own.use(with_entry(own.edits.lists, "sham"))
    with monkeypatch.context() as patched:
        patched.setattr(durable.os, "fsync", _full)
        said = own.use(with_entry(own.edits.lists, "puppet"))
        own.choose(change("act", words=("axe", "scrap")))
    assert "No space left on device" in said.message
    assert "make room" in said.message
    assert said.path is None
    assert own.unkept
    assert added(own) == ["sham", "puppet"]
    assert added(kept.load(path)) == ["sham"]  # the old file is whole
    assert names(path) == [kept.FILE_NAME]  # and no draft is left
    assert own.keep().path == path
    assert not own.unkept
    assert kept.load(path) == own.edits


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    own = Own(tmp_path / "no folder" / kept.FILE_NAME)
    own.use(with_entry(own.edits.lists, "sham"))
    assert "as long as this session" in own.kept.message
    assert added(own) == ["sham"]
    assert own.unkept


def test_in_memory_there_is_nothing_to_keep_it_in() -> None:
    own = Own(None)
    said = own.use(with_entry(own.edits.lists, "sham"))
    assert (said.path, "came from memory" in said.message, own.unkept) == (None, True, False)


def test_what_is_not_to_be_kept_is_not_kept_later_either(path: Path) -> None:
    own = Own(path)
    own.use(with_entry(own.edits.lists, "sham"), keep=False)
    assert not path.exists()
    own.use(with_entry(own.edits.lists, "puppet"))
    assert added(own) == ["sham", "puppet"]
    assert added(kept.load(path)) == ["puppet"]


def test_nothing_changed_writes_no_file(path: Path) -> None:
    own = Own(path)
    own.use(with_entry(own.edits.lists, "sham"), keep=False)
    own.undo_list()
    own.keep()
    assert not path.exists()


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.save(some_edits(), path)
    before = path.read_bytes()

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", refuse)
        own = Own(path)
        assert "Permission denied" in str(own.problem)
        own.use(with_entry(own.edits.lists, "sham"))
        assert "Permission denied" in own.kept.message
    assert path.read_bytes() == before
    assert own.keep().path == path
    assert added(kept.load(path)) == ["land grab", "sham"]


def test_a_bad_kind_of_file_is_a_lexicon_error(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match="mend the file"):
        kept.load(path)


# -- undo ---------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["sham", "puppet", "regime", "so called", "key", "perhaps", "land grab", "claim"])
DEVICES = st.sampled_from([Device.LOADED, Device.HEDGE, Device.INTENSIFIER, Device.REPORTING_VERB])
STEPS = st.lists(st.tuples(st.sampled_from(["add", "remove", "back", "undo"]), WORDS, DEVICES), max_size=12)


def _step(own: Own, what: str, words: str, device: Device) -> None:
    do = {"add": with_entry, "remove": without_entry, "back": taken_back}
    if what == "undo":
        own.undo_list()
        return
    try:
        own.use(do[what](own.edits.lists, words, device))
    except OptionError:
        return


@settings(max_examples=120, deadline=None)
@given(steps=STEPS)
def test_undo_gives_back_the_start_after_any_steps(steps: list[tuple[str, str, Device]]) -> None:
    own = Own()
    seen = [own.edits.lists]
    for what, words, device in steps:
        before = own.edits.lists
        _step(own, what, words, device)
        if what == "add":
            assert device in devices_of(own.edits.lists, words)
        if what != "undo" and own.edits.lists != before:
            seen.append(own.edits.lists)
        elif what == "undo" and len(seen) > 1:
            seen.pop()
        assert own.edits.lists == seen[-1]
    while own.undo_list():
        pass
    assert own.edits.lists == WordLists()


@settings(max_examples=80, deadline=None)
@given(mine=STEPS, theirs=STEPS)
def test_what_two_analysts_add_is_all_there(
    mine: list[tuple[str, str, Device]], theirs: list[tuple[str, str, Device]]
) -> None:
    ana, ben = Own(), Own()
    for step in mine:
        _step(ana, *step)
    for step in theirs:
        _step(ben, *step)
    both = rebase(ben.edits, Edits(), ana.edits)
    keys = {term.key for term in both.lists.added}
    assert {term.key for term in ana.edits.lists.added} <= keys
    taken = ana.edits.lists.removed
    assert {term.key for term in ben.edits.lists.added} - taken <= keys
    assert ana.edits.lists.removed <= both.lists.removed
    assert not keys & both.lists.removed
    assert rebase(both, ana.edits, ana.edits) == both


CHANGES = st.builds(
    lambda words, label: change("make", label=label, words=words),
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2),
    st.sampled_from(["x", "y", "z"]),
)


@given(before=st.lists(CHANGES, max_size=4), more=st.lists(CHANGES, max_size=4), back=st.integers(0, 6))
def test_changes_of_choices_go_onto_what_others_did(before: list[Change], more: list[Change], back: int) -> None:
    others = change("make", label="others", words="d")
    now = (*before, *more)[: max(0, len(before) + len(more) - back)]
    both = rebase(Edits(choices=(*before, others)), Edits(choices=tuple(before)), Edits(choices=tuple(now)))
    assert others in both.choices
    assert set(now) <= set(both.choices)
