"""Decisions on whom several events name: each stays with its event, whatever is read beside it, now or later."""

from collections.abc import Callable
from pathlib import Path

import pytest

import workbench as wb
from workbench.errors import OptionError
from workbench.model import Mention
from workbench.review import Reviewed

STORM = (
    "Storm Orla shuts Kestrel Bay\n\nStorm Orla took 40 roofs in Kestrel Bay on Monday. Minister Ruth Calder flew to "
    "the harbour. “We will rebuild the pier,” said Ruth Calder. Harbour master Tilda Roe closed the pier.",
    "Kestrel Bay counts storm damage\n\nForty roofs are gone in Kestrel Bay after storm Orla, harbour master Tilda Roe "
    "said. Ruth Calder promised money for the broken pier in the harbour.",
)
TRIAL = (
    "Banker Emil Torvik jailed in Lund Hill fraud\n\nA court in Lund Hill jailed Emil Torvik for five years for fraud "
    "at Norrbank. “The sentence is just,” said Ruth Calder. Judge Paula Wint spoke of greed at Norrbank.",
    "Torvik to appeal Norrbank verdict\n\nEmil Torvik will appeal, his lawyer said in Lund Hill. Judge Paula Wint had "
    "given him five years for the fraud at Norrbank. Ruth Calder would not comment on Torvik.",
)
#: An event that comes first, once its articles are there: whoever it names takes the plain id.
FIRE = (
    "Fire guts Abbey Mill\n\nA fire gutted the Abbey Mill in Dorne on Sunday. Ruth Calder came to Dorne. Fire chief "
    "Hale Munn said the blaze began in the loft of the mill.",
    "Abbey Mill fire began in loft\n\nThe blaze at the Abbey Mill in Dorne began in the loft, chief Hale Munn said. "
    "Ruth Calder saw the mill on Sunday.",
)
CALDER = "person:ruth-calder"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, texts in (("storm", STORM), ("trial", TRIAL)):
        write(tmp_path, name, texts)
    return tmp_path


def write(folder: Path, name: str, texts: tuple[str, ...]) -> None:
    for at, text in enumerate(texts, start=1):
        (folder / f"{name}_{at}.txt").write_text(text, encoding="utf-8")


def load(folder: Path, event: str | None = None) -> Reviewed:
    return wb.load(folder, progress=False, analyst="Ada Lund", event=event)


def named(corpus: Reviewed) -> dict[str, str]:
    """What each entity that articles call Ruth Calder is called, by the first of its articles."""
    some = (one for one in corpus.naming.entities if "Ruth Calder" in one.variants)
    return {one.article_ids[0].partition("_")[0]: one.canonical for one in some}


def calder(corpus: Reviewed, name: str) -> str:
    """The id of Ruth Calder in an event."""
    (found,) = {
        one.entity_id
        for one in corpus.naming.mentions
        if one.passage.article_id.startswith(name) and one.passage.surface == "Ruth Calder"
    }
    return found


def mention(corpus: Reviewed, article_id: str, surface: str) -> str:
    found = (one.passage for one in corpus.naming.mentions if one.passage.article_id == article_id)
    at = next(one for one in found if one.surface == surface)
    return f"{article_id}:n{at.start}-{at.end}"


def rename(corpus: Reviewed) -> None:
    corpus.decide("correct", "entity", calder(corpus, "trial"), canonical="Ruth Calder MP")


def confirm(corpus: Reviewed) -> None:
    corpus.decide("confirm", "entity", calder(corpus, "trial"))
    corpus.memo("entity", calder(corpus, "trial"), "seen at court")


def move(corpus: Reviewed) -> None:
    """The judge of one article is held to be Ruth Calder, by her id."""
    key = mention(corpus, "trial_1", "Paula Wint")
    corpus.decide("correct", "name", key, entity_id=calder(corpus, "trial"))


def move_by_name(corpus: Reviewed) -> None:
    key = mention(corpus, "trial_1", "Paula Wint")
    corpus.decide("correct", "name", key, canonical="Ruth Calder", kind="person")


def moved(corpus: Reviewed) -> bool:
    (found,) = [one for one in corpus.naming.mentions if mention_key(one) == mention(corpus, "trial_1", "Paula Wint")]
    return found.entity_id == calder(corpus, "trial") and found.canonical == "Ruth Calder"


def mention_key(one: Mention) -> str:
    return f"{one.passage.article_id}:n{one.passage.start}-{one.passage.end}"


DECIDED: dict[str, tuple[Callable[[Reviewed], None], Callable[[Reviewed], bool]]] = {
    "renamed": (rename, lambda corpus: named(corpus)["trial"] == "Ruth Calder MP"),
    "confirmed": (
        confirm,
        lambda corpus: "memo" in corpus.review.marks("entity")[calder(corpus, "trial")],
    ),
    "moved": (move, moved),
    "moved by name": (move_by_name, moved),
}


def holds(corpus: Reviewed, what: str) -> None:
    """What was decided on the trial holds there, and nowhere else."""
    assert DECIDED[what][1](corpus)
    assert set(corpus.decisions.status) == {"applied"}
    others = {name: called for name, called in named(corpus).items() if name != "trial"}
    assert set(others.values()) <= {"Ruth Calder"}
    for one in corpus.naming.entities:
        assert len({article_id.partition("_")[0] for article_id in one.article_ids}) == 1, one
    marked = corpus.review.marks("entity")
    assert not any(marked.get(calder(corpus, name)) for name in others)


@pytest.mark.parametrize("decided_in", [None, "e:trial_1"], ids=["of all events", "of one event"])
@pytest.mark.parametrize("what", DECIDED)
def test_a_decision_stays_with_its_event(what: str, decided_in: str | None, folder: Path) -> None:
    first = load(folder, decided_in)
    assert calder(load(folder), "trial") == f"{CALDER}@2"
    assert calder(load(folder, "e:trial_1"), "trial") == CALDER
    DECIDED[what][0](first)
    holds(first, what)
    holds(load(folder), what)  # read anew
    holds(load(folder, "e:trial_1"), what)  # its event alone
    other = load(folder, "e:storm_1")  # another event alone
    assert named(other) == {"storm": "Ruth Calder"}
    assert not len(other.decisions)
    write(folder, "abbey", FIRE)  # an event that comes before both
    more = load(folder)
    assert (calder(more, "abbey"), calder(more, "trial")) == (CALDER, f"{CALDER}@3")
    holds(more, what)
    (folder / "trial_3.txt").write_text(TRIAL[1].replace("five", "5") + " Norrbank paid.", encoding="utf-8")
    holds(load(folder), what)  # one more article of the event


def test_a_new_name_given_in_two_events_is_two(folder: Path) -> None:
    corpus = load(folder)
    for article_id, surface in (("storm_1", "Tilda Roe"), ("trial_1", "Paula Wint")):
        key = mention(corpus, article_id, surface)
        corpus.decide("correct", "name", key, canonical="Una Brandt", kind="person")
    for read in (corpus, load(folder)):
        found = {one.article_ids[0]: one.entity_id for one in read.naming.entities if one.canonical == "Una Brandt"}
        assert found == {"storm_1": "person:una-brandt:hand", "trial_1": "person:una-brandt:hand@2"}
        assert read.review.orphans == {}


def test_a_corrected_speaker_is_the_one_of_the_event(folder: Path) -> None:
    corpus = load(folder)
    said = {one.passage.article_id: one.quote_id for one in corpus.quote_records if one.kind == "direct"}
    for article_id, other in (("storm_1", "Tilda Roe"), ("trial_1", "Paula Wint")):
        corpus.decide("correct", "quote", said[article_id], speaker=other)
        corpus.decide("correct", "quote", said[article_id], speaker="Ruth Calder")
    voiced = {one.quote_id: one.speaker_id for one in corpus.voiced_quotes}
    assert voiced[said["storm_1"]] == calder(corpus, "storm") == CALDER
    assert voiced[said["trial_1"]] == calder(corpus, "trial") == f"{CALDER}@2"


def test_nothing_is_decided_across_events(folder: Path) -> None:
    corpus = load(folder)
    across = (
        ("entity", CALDER, {"other": f"{CALDER}@2"}),
        ("name", mention(corpus, "storm_1", "Tilda Roe"), {"entity_id": f"{CALDER}@2"}),
    )
    for layer, key, changes in across:
        with pytest.raises(OptionError, match=r'two events.*event="\*"'):
            corpus.decide("correct", layer, key, **changes)
    assert corpus.review.orphans == {}


def test_what_was_decided_on_all_as_one_event_is_told_where_they_are_several(folder: Path) -> None:
    whole = load(folder, "*")
    figures = [next(one.figure_id for one in whole.figure_records if one.figure_id.startswith(at)) for at in ("s", "t")]
    first, second = (whole.comparison.quantity_of[one] for one in figures)
    whole.decide("correct", "quantity", first, other=second)
    assert whole.decisions.status.tolist() == ["applied"]
    parted = load(folder)
    assert parted.decisions.status.tolist() == ["orphan"]
    assert "in several events by now" in parted.decisions.note[0]
    assert parted.faults == []
