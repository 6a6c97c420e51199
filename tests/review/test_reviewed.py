"""Decisions on a corpus: applied everywhere, told in the tables, taken back, and the same after reading again."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import workbench as wb
from workbench.errors import OptionError
from workbench.review import Reviewed, load
from workbench.review.journal import Journal

NORTH = """Ferry sinks off Port Anders

Police chief Mara Jensen said on Monday that 40 people were on board the ferry when it sank.

“We will search all night,” Jensen said. Divers found 12 bodies near the pier.

The brutal storm closed the harbour, and at least 300 passengers were stranded.
"""
SOUTH = """Forty on sunken ferry, say police

The ferry carried 42 people, police chief Mara Jansen told reporters.

“We will search all of the night,” Jansen said. Rescuers found 12 bodies, according to the mayor, Olaf Brandt.
"""
TABLES = ("figures", "quantities", "figure_pairs", "quotes", "utterances", "quote_pairs", "names", "entities", "labels")
TABLES += ("wording", "claims", "checks", "articles", "decisions")


def write(folder: Path) -> Path:
    (folder / "north.txt").write_text(NORTH)
    (folder / "south.txt").write_text(SOUTH)
    return folder


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> wb.Corpus:
    return load(write(tmp_path_factory.mktemp("machine")), progress=False).machine


@pytest.fixture
def corpus(machine, tmp_path) -> Reviewed:
    return Reviewed(machine, Journal(tmp_path, "Ada"))


def again(corpus: Reviewed, analyst: str = "Ada") -> Reviewed:
    return Reviewed(corpus.machine, Journal(corpus.journal.folder, analyst))


def key(corpus, surface: str, article_id: str = "north") -> str:
    return next(
        one.figure_id
        for one in corpus.figure_records
        if one.passage.surface == surface and one.passage.article_id == article_id
    )


def row(corpus, table: str, **wanted):
    return next(one for one in corpus.rows(table) if all(one[name] == value for name, value in wanted.items()))


def test_without_decisions_the_tables_are_the_machines(corpus) -> None:
    for name in TABLES:
        assert corpus.rows(name) == corpus.machine.rows(name)
    assert {one["decided"] for one in corpus.rows("figures")} == {"machine"}


def test_a_figure_corrected_rejected_and_added(corpus) -> None:
    forty, bound, twelve = key(corpus, "40"), key(corpus, "300"), key(corpus, "12")
    corpus.decide("correct", "figure", forty, value=42, reason="the mayor's list")
    corpus.decide("correct", "figure", bound, bound="=")
    corpus.decide("reject", "figure", twelve)
    corpus.decide("confirm", "figure", key(corpus, "42", "south"))
    start = NORTH.index("all night")
    corpus.decide(
        "add", "figure", article_id="north", start=start, end=start + 3, value=1, unit="night", counted="search"
    )
    forty_row = row(corpus, "figures", figure_id=forty)
    assert [forty_row[name] for name in ("value", "low", "high", "bound", "decided")] == [42, 42, 42, "=", "corrected"]
    bound_row = row(corpus, "figures", figure_id=bound)
    assert [bound_row[name] for name in ("value", "low", "high", "bound", "decided")] == [
        300,
        300,
        300,
        "=",
        "corrected",
    ]
    added = row(corpus, "figures", surface="all")
    assert (added["decided"], added["unit"], added["quantity_id"]) == ("added", "night", f"q:{added['figure_id']}")
    assert twelve not in {one["figure_id"] for one in corpus.rows("figures")}
    assert all(twelve not in one["figure_ids"] for one in corpus.rows("quantities"))
    counts = corpus.review.counts()["figures"]
    assert (counts["corrected"], counts["confirmed"], counts["added"], counts["rejected"]) == (2, 1, 1, 1)
    machine = row(corpus.machine, "figures", figure_id=forty)
    assert (machine["value"], machine["decided"]) == (40, "machine")


def test_a_correction_changes_the_verdict(corpus) -> None:
    forty = key(corpus, "40")
    corpus.decide("correct", "figure", forty, value=42)
    quantity = row(corpus, "quantities", quantity_id=row(corpus, "figures", figure_id=forty)["quantity_id"])
    other = row(corpus, "figures", surface="42")["quantity_id"]
    if quantity["quantity_id"] != other:
        corpus.decide("correct", "quantity", quantity["quantity_id"], other=other)
    quantity = row(corpus, "quantities", quantity_id=quantity["quantity_id"])
    assert (quantity["verdict"], quantity["best"], quantity["decided"]) == ("agree", 42, "corrected")
    corpus.decide("correct", "quantity", quantity["quantity_id"], label="people on the ferry")
    corpus.decide("correct", "quantity", quantity["quantity_id"], figure_ids=[forty])
    assert row(corpus, "quantities", label="people on the ferry")["verdict"] == "single-source"
    corpus.decide("correct", "figure", forty, quantity_id=quantity["quantity_id"])
    assert row(corpus, "quantities", label="people on the ferry")["verdict"] == "agree"
    for name in TABLES:
        assert again(corpus).rows(name) == corpus.rows(name), name
    assert not corpus.review.orphans


def test_a_quote_corrected_by_speaker_and_span(corpus) -> None:
    quote = next(one for one in corpus.quote_records if one.passage.surface.startswith("We will search all night"))
    corpus.decide("correct", "quote", quote.quote_id, speaker="Olaf Brandt", reason="heard on tape")
    told = row(corpus, "quotes", quote_id=quote.quote_id)
    brandt = next(one.entity_id for one in corpus.naming.entities if one.canonical == "Olaf Brandt")
    assert (told["speaker"], told["speaker_id"], told["decided"]) == ("Olaf Brandt", brandt, "corrected")
    start = quote.passage.start
    corpus.decide("correct", "quote", quote.quote_id, start=start + 3, end=start + 14)
    told = row(corpus, "quotes", article_id="north", start=start + 3)
    assert (told["surface"], told["speaker"], told["decided"]) == ("will search", "Olaf Brandt", "corrected")
    corpus.decide("correct", "quote", told["quote_id"], kind="partial")
    assert row(corpus, "quotes", quote_id=told["quote_id"])["kind"] == "partial"
    assert again(corpus).rows("quotes") == corpus.rows("quotes")
    corpus.undo(), corpus.undo(), corpus.undo()
    assert corpus.rows("quotes") == corpus.machine.rows("quotes")


def test_utterances_grouped_and_taken_apart(corpus) -> None:
    first, second = (
        next(
            one.quote_id
            for one in corpus.quote_records
            if one.passage.article_id == name and "search" in one.passage.surface
        )
        for name in ("north", "south")
    )
    of = {key: one.utterance_id for one in corpus.quote_groups[0] for key in one.quote_ids}
    if of[first] != of[second]:
        corpus.decide("correct", "utterance", of[first], group=[second])
    joined = row(corpus, "utterances", utterance_id=row(corpus, "quotes", quote_id=first)["utterance_id"])
    assert {first, second} <= set(joined["quote_ids"]) and joined["fidelity"]
    corpus.decide("correct", "utterance", joined["utterance_id"], ungroup=[second])
    apart = row(corpus, "utterances", utterance_id=row(corpus, "quotes", quote_id=second)["utterance_id"])
    assert second in apart["quote_ids"] and first not in apart["quote_ids"] and apart["decided"] == "corrected"
    corpus.decide("correct", "utterance", apart["utterance_id"], group=[first])
    pair = row(corpus, "quote_pairs", quote_a=first, quote_b=second)
    assert pair["relation"] and pair["utterance_id"] == apart["utterance_id"]
    assert again(corpus).rows("utterances") == corpus.rows("utterances")


def test_names_renamed_merged_split_and_mentions_moved(corpus) -> None:
    brandt = next(one for one in corpus.naming.entities if one.canonical == "Olaf Brandt")
    jensen = next(one for one in corpus.naming.entities if "Mara Jensen" in one.variants)
    corpus.decide("correct", "entity", brandt.entity_id, canonical="Mayor Brandt")
    assert row(corpus, "names", surface="Olaf Brandt")["canonical"] == "Mayor Brandt"
    corpus.decide("correct", "entity", jensen.entity_id, other=brandt.entity_id)
    assert "Olaf Brandt" in row(corpus, "entities", entity_id=jensen.entity_id)["variants"]
    corpus.decide("reject", "entity", jensen.entity_id, variant="Olaf Brandt", reason="another man")
    assert "Olaf Brandt" not in row(corpus, "entities", entity_id=jensen.entity_id)["variants"]
    mention = row(corpus, "names", surface="Jensen")
    mark = f"north:n{mention['start']}-{mention['end']}"
    corpus.decide("correct", "name", mark, canonical="Una Jensen", kind="person")
    assert row(corpus, "names", start=mention["start"], article_id="north")["canonical"] == "Una Jensen"
    assert row(corpus, "entities", canonical="Una Jensen")["decided"] == "corrected"
    for name in TABLES:
        assert again(corpus).rows(name) == corpus.rows(name), name
    assert not corpus.review.orphans


def test_labels_words_claims_checks_and_sources(corpus) -> None:
    word = row(corpus, "wording", surface="brutal")
    mark = f"north:w{word['start']}-{word['end']}:{word['device']}"
    corpus.decide("reject", "wording", mark)
    assert "brutal" not in {one["surface"] for one in corpus.rows("wording")}
    label = corpus.framing.labels[0]
    place = f"{label.passage.article_id}:l{label.passage.start}-{label.passage.end}:{label.kind.value}"
    corpus.decide("correct", "label", place, voice="quoted")
    assert row(corpus, "labels", start=label.passage.start, surface=label.passage.surface)["decided"] == "corrected"
    claim = corpus.framing.claims[0]
    corpus.decide("correct", "claim", claim.claim_id, label="the ferry sank")
    assert row(corpus, "claims", claim_id=claim.claim_id)["label"] == "the ferry sank"
    corpus.decide("add", "claim", passages=[("north", 0, 11)], label="a ferry sank")
    assert row(corpus, "claims", label="a ferry sank")["decided"] == "added"
    corpus.decide("correct", "source", "north", source="The Northern Post")
    assert row(corpus, "articles", article_id="north")["source"] == "The Northern Post"
    for check in corpus.check_records[:1]:
        corpus.decide("correct", "check", check.check_id, answer="two lists")
        assert row(corpus, "checks", check_id=check.check_id)["answer"] == "two lists"
        corpus.decide("reject", "check", check.check_id)
        assert check.check_id not in {one["check_id"] for one in corpus.rows("checks")}
    assert not corpus.review.orphans
    for name in TABLES:
        assert again(corpus).rows(name) == corpus.rows(name), name


def test_memos_grades_and_history(corpus) -> None:
    forty = key(corpus, "40")
    corpus.memo("figure", forty, "ask the harbour office")
    corpus.grade("source", "north", reliability="B")
    corpus.grade("figure", forty, credibility=3)
    corpus.grade("source", "north", reliability="C")
    corpus.decide("confirm", "figure", forty)
    corpus.undo()
    assert corpus.review.grades("source", "north") == {"Ada": {"reliability": "C"}}
    assert corpus.review.grades("figure", forty) == {"Ada": {"credibility": "3"}}
    assert [one.after["memo"] for one in corpus.review.memos("figure", forty)] == ["ask the harbour office"]
    assert len(corpus.review.history("figure", forty)) == 4
    assert row(corpus, "figures", figure_id=forty)["decided"] == "machine"
    with pytest.raises(OptionError, match="grade"):
        corpus.grade("source", "north", reliability="G")


@pytest.mark.parametrize(
    ("given", "changes"),
    [
        pytest.param(("bless", "figure", "x"), {}, id="action"),
        pytest.param(("confirm", "weather", "x"), {}, id="layer"),
        pytest.param(("confirm", "figure", "north:f1-2"), {}, id="no such figure"),
        pytest.param(("correct", "figure", None), {}, id="nothing changes"),
        pytest.param(("correct", "figure", None), {"colour": "red"}, id="no such column"),
        pytest.param(("correct", "figure", None), {"bound": "!"}, id="no such bound"),
        pytest.param(("correct", "figure", None), {"value": "many"}, id="no number"),
        pytest.param(("correct", "figure", None), {"start": 5, "end": 9000}, id="no such place"),
        pytest.param(("add", "figure", ""), {"value": 3}, id="added nowhere"),
        pytest.param(("add", "figure", ""), {"article_id": "north", "start": "1", "end": None}, id="added badly"),
        pytest.param(("correct", "source", "north"), {"source": " "}, id="no name"),
    ],
)
def test_what_cannot_be_is_refused_and_not_kept(corpus, given, changes) -> None:
    action, layer, named = given
    with pytest.raises(OptionError):
        corpus.decide(action, layer, key(corpus, "40") if named is None else named, **changes)
    assert corpus.journal.entries == () and not corpus.rows("decisions")


def test_watchers_hear_of_changes(corpus) -> None:
    heard: list[int] = []
    stop = corpus.watch(lambda: heard.append(len(corpus.rows("decisions"))))
    corpus.decide("confirm", "figure", key(corpus, "40"))
    corpus.undo()
    stop()
    corpus.redo()
    assert heard == [1, 0]


def test_a_deleted_line_leaves_one_orphan_and_nothing_moved(tmp_path) -> None:
    corpus = load(write(tmp_path), progress=False, analyst="Ada")
    gone, kept = key(corpus, "12"), key(corpus, "12", "south")
    corpus.decide("correct", "figure", gone, value=13)
    corpus.decide("correct", "figure", key(corpus, "300"), value=310)
    corpus.decide("correct", "figure", kept, counted="dead")
    (tmp_path / "north.txt").write_text(NORTH.replace(" Divers found 12 bodies near the pier.", ""))
    after = load(tmp_path, progress=False, analyst="Ada")
    assert [(one["status"], one["target"]) for one in after.rows("decisions")] == [
        ("orphan", gone),
        ("applied", corpus.review.decisions[1].target.key),
        ("applied", kept),
    ]
    assert row(after, "figures", surface="300")["value"] == 310
    assert sorted(one["value"] for one in after.rows("figures") if one["surface"] == "12") == [12]
    assert 13 not in {one["value"] for one in after.rows("figures")}
    assert "no longer in the article" in after.rows("decisions")[0]["note"]


def test_decisions_follow_a_text_that_moved(tmp_path) -> None:
    corpus = load(write(tmp_path), progress=False, analyst="Ada")
    quote = next(one for one in corpus.quote_records if one.passage.surface.startswith("We will search all night"))
    corpus.decide("correct", "figure", key(corpus, "40"), value=41)
    corpus.decide("correct", "quote", quote.quote_id, start=quote.passage.start, end=quote.passage.end - 6)
    quantity = row(corpus, "figures", surface="40")["quantity_id"]
    corpus.decide("correct", "quantity", quantity, label="people aboard")
    (tmp_path / "north.txt").write_text(NORTH.replace("Port Anders", "Port Anders, dozens missing"))
    after = load(tmp_path, progress=False, analyst="Bo")
    assert not after.review.orphans
    assert row(after, "figures", surface="40")["value"] == 41
    assert row(after, "quotes", surface=NORTH[quote.passage.start : quote.passage.end - 6])["decided"] == "corrected"
    assert row(after, "quantities", label="people aboard")["figure_ids"]


def test_rejecting_one_merge_splits_the_mentions_everywhere(seeds, tmp_path) -> None:
    machine = getattr(seeds, "machine", seeds)
    corpus = Reviewed(machine, Journal(tmp_path, "Ada"))
    corpus.decide("reject", "entity", "person:john-coale", variant="John Cole", reason="not proved to be one")
    for now in (corpus, again(corpus, "Bo")):
        named = Counter(
            one["canonical"] for one in now.rows("names") if one["canonical"] in ("John Coale", "John Cole")
        )
        assert named == {"John Coale": 12, "John Cole": 5}
        speakers = {one["article_id"][:3]: one["speaker"] for one in now.rows("quotes") if one["speaker"] in named}
        assert speakers["004"] == "John Cole" and set(speakers.values()) == set(named)
        assert {one["canonical"] for one in now.rows("entities")} >= set(named)
        ids = {one["entity_id"] for one in now.rows("names") if one["canonical"] in named}
        assert {one["entity_id"] for one in now.rows("labels") if one["canonical"] in named} <= ids
    corpus.undo()
    assert corpus.rows("names") == machine.rows("names")


OPS = st.tuples(st.sampled_from(["confirm", "value", "reject", "name", "rename", "undo", "redo"]), st.integers(0, 50))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OPS, max_size=12))
def test_any_sequence_of_decisions_replays_as_it_was(machine, tmp_path_factory, ops) -> None:
    corpus = Reviewed(machine, Journal(tmp_path_factory.mktemp("p"), "Ada"))
    for op, number in ops:
        figures, entities = corpus.figure_records, corpus.naming.entities
        figure, entity = figures[number % len(figures)] if figures else None, entities[number % len(entities)]
        try:
            if op in ("undo", "redo"):
                getattr(corpus, op)()
            elif op == "rename":
                corpus.decide("correct", "entity", entity.entity_id, canonical=f"Name {number}")
            elif op == "name":
                other = entities[(number + 1) % len(entities)]
                corpus.decide("correct", "entity", entity.entity_id, other=other.entity_id)
            elif figure and op == "value":
                corpus.decide("correct", "figure", figure.figure_id, value=number)
            elif figure:
                corpus.decide(op, "figure", figure.figure_id)
        except OptionError:
            continue
    replayed = again(corpus, "Bo")
    for name in ("figures", "quantities", "figure_pairs", "quotes", "names", "entities", "decisions"):
        assert replayed.rows(name) == corpus.rows(name)
    kept = {one["figure_id"] for one in corpus.rows("figures")}
    assert all(set(one["figure_ids"]) <= kept for one in corpus.rows("quantities"))
    for _ in range(len(corpus.review.decisions)):
        corpus.undo()
    for name in ("figures", "quantities", "quotes", "names", "entities"):
        assert corpus.rows(name) == machine.rows(name)


def test_sums_and_conflicts_are_made_anew(tmp_path) -> None:
    (tmp_path / "one.txt").write_text("Blaze\n\nThe fire hurt 12 people, including two children and ten adults.\n")
    (tmp_path / "two.txt").write_text("Fire\n\nThe fire hurt 12 people in the warehouse, the mayor said.\n")
    corpus = load(tmp_path, progress=False)

    def told() -> tuple[list[str], list[str]]:
        found = corpus.comparison
        return [one.expression for one in found.relations], [one.message for one in found.checks]

    before = told()
    assert any("2 + 10" in one for one in before[0]) and not before[1]
    ten = next(one.figure_id for one in corpus.figure_records if one.passage.surface == "ten")
    corpus.decide("correct", "figure", ten, value=9)
    assert any("2 + 9" in one for one in told()[0]) and not any("2 + 10" in one for one in told()[0])
    corpus.undo()
    assert told() == before
    twelve = next(one.figure_id for one in corpus.figure_records if one.passage.article_id == "two")
    corpus.decide("correct", "figure", twelve, value=15)
    assert any("cannot all be true" in one for one in told()[1])
    corpus.undo()
    assert told() == before
