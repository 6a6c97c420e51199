"""Word choice: the alternatives for one thing or act, in small invented articles on one event each."""

from collections import defaultdict

import pytest

from workbench.corpus import Corpus
from workbench.model import Article, Block, Device, Role, Voice, Wording


def corpus(*texts: str) -> Corpus:
    return Corpus(
        Article(name, text, (Block(0, len(text), Role.BODY),), f"{name}.txt", name * 8, "utf-8", language="en")
        for name, text in zip("abcdef", texts, strict=False)
    )


def choices(*texts: str) -> dict[str, dict[str, set[str]]]:
    """By concept and article: the words as they stand."""
    made = corpus(*texts)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word in made.framing.choices:
        assert (
            made.document(word.passage.article_id).text[word.passage.start : word.passage.end] == word.passage.surface
        )
        assert word.device is Device.CHOICE
        found[str(word.concept)][word.passage.article_id].add(word.passage.surface)
    return {concept: dict(uses) for concept, uses in found.items()}


def chosen(found: dict[str, dict[str, set[str]]], *wanted: tuple[str, str]) -> bool:
    """Whether one concept has all the words wanted, each in its article."""
    return any(all(words in uses.get(name, ()) for name, words in wanted) for uses in found.values())


COUNTED = [
    pytest.param(
        "The company dismissed 340 workers on Monday.",
        "The company dismissed 340 loyal employees on Monday.",
        [("a", "workers"), ("b", "loyal employees")],
        id="layoffs",
    ),
    pytest.param(
        "The coastguard rescued 57 migrants from the boat on Friday.",
        "The coastguard rescued 57 refugees from the boat on Friday.",
        [("a", "migrants"), ("b", "refugees")],
        id="rescue",
    ),
]


@pytest.mark.parametrize(("a", "b", "wanted"), COUNTED)
def test_what_is_counted_by_one_quantity(a: str, b: str, wanted: list[tuple[str, str]]) -> None:
    assert chosen(choices(a, b), *wanted)


def test_only_the_noun_at_the_number_is_counted() -> None:
    found = choices(
        "A quake hit the island on Sunday, injuring five people and damaging houses. Five hurt, the mayor said.",
        "The quake injured five villagers on Sunday. Many houses fell.",
    )
    words = {word for uses in found.values() for some in uses.values() for word in some}
    assert words.isdisjoint({"damaging houses", "houses", "hurt"})


def test_what_is_counted_is_found_where_it_stands_without_a_number() -> None:
    found = choices(
        "The coastguard rescued 57 migrants on Friday. The exhausted migrants were taken to port.",
        "The coastguard rescued 57 refugees on Friday. They are safe.",
    )
    assert chosen(found, ("a", "migrants"), ("a", "exhausted migrants"), ("b", "refugees"))


ACTS = [
    pytest.param(
        "The council lifted the ban on Monday.",
        "The council partially eased the ban on Monday.",
        [("a", "lifted"), ("b", "partially eased")],
        id="ban",
    ),
    pytest.param(
        "The navy freed the hostages.",
        "The hostages were released by the navy.",
        [("a", "freed"), ("b", "released")],
        id="passive",
    ),
    pytest.param(
        "The ministry agreed to lift the sanctions.",
        "The easing of the sanctions was announced.",
        [("a", "agreed to lift"), ("b", "easing")],
        id="noun-and-chain",
    ),
]


@pytest.mark.parametrize(("a", "b", "wanted"), ACTS)
def test_verbs_for_one_act_on_one_object(a: str, b: str, wanted: list[tuple[str, str]]) -> None:
    assert chosen(choices(a, b), *wanted)


def test_opposite_acts_are_no_alternatives() -> None:
    found = choices("The council lifted the ban on Monday.", "The council imposed the ban in March.")
    assert not chosen(found, ("a", "lifted"), ("b", "imposed"))


def test_what_one_thing_is_called_in_sentences_of_like_content() -> None:
    found = choices(
        "Lithuania closed the airport in Vilnius on Sunday after weather balloons crossed the border from Belarus.",
        "The airport in Vilnius closed on Sunday because smuggling balloons had crossed the border from Belarus.",
    )
    assert found["balloon"] == {"a": {"weather balloons"}, "b": {"smuggling balloons"}}


def test_names_tell_things_apart() -> None:
    found = choices(
        "In the marathon on Sunday, Kenyan runners crossed the bridge in the city before noon.",
        "In the marathon on Sunday, Ethiopian runners crossed the bridge in the city before noon.",
    )
    assert "runner" not in found


def test_voices_are_kept_apart() -> None:
    made = corpus(
        "The navy freed the hostages.",
        '"We released the hostages," said Ana Brandt.',
    )
    said = {word.passage.surface: (word.voice, word.speaker) for word in made.framing.choices}
    assert said == {"freed": (Voice.NARRATOR, None), "released": (Voice.QUOTED, "Ana Brandt")}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((), id="none"),
        pytest.param(("The council lifted the ban and eased the ban.",), id="one-article"),
        pytest.param(("The council lifted the ban.", "The council lifted the ban."), id="the-same-words"),
    ],
)
def test_no_choice(texts: tuple[str, ...]) -> None:
    assert choices(*texts) == {}


def test_rows_of_the_table_hold_choices_and_listed_words() -> None:
    made = corpus("The regime freed the hostages.", "The hostages were released.")
    devices = {row["surface"]: row["device"] for row in made.rows("wording")}
    assert devices == {"regime": "loaded", "freed": "choice", "released": "choice"}


def test_an_edited_list_changes_the_table_at_once_and_nothing_else() -> None:
    from workbench.lexicons.wordlists import with_entry, without_entry

    made = corpus("The regime freed the hostages in a stitch-up.")
    before = made.framing.acts
    assert [row["surface"] for row in made.rows("wording")] == ["regime"]
    said = made.framing.use(with_entry(without_entry(made.framing.word_lists, "regime"), "stitch-up"))
    assert (said.path, [row["surface"] for row in made.rows("wording")]) == (None, ["stitch-up"])
    assert made.framing.acts is before


def _surfaces(words: tuple[Wording, ...]) -> list[str]:
    return [word.passage.surface for word in words]


def test_order_of_the_articles_does_not_matter() -> None:
    a, b = "The navy freed the hostages.", "The navy released the hostages."
    assert sorted(_surfaces(corpus(a, b).framing.choices)) == sorted(_surfaces(corpus(b, a).framing.choices))


def _choices(made: Corpus) -> list[str]:
    return [row["surface"] for row in made.rows("wording") if row["device"] == "choice"]


@pytest.mark.parametrize(
    ("a", "b", "pair", "chosen_words"),
    [
        pytest.param("shelved", "torpedoed", ("shelve", "torpedo"), ["shelved", "torpedoed"], id="verbs"),
        pytest.param("shelved", "drew up", ("draw up", "shelving"), ["shelved", "drew up"], id="particle-and-form"),
        pytest.param("shelved", "handed over", ("shelve", "hand over"), ["shelved", "handed over"], id="known"),
    ],
)
def test_verbs_that_the_analyst_counts_as_one_act_are_one(
    a: str, b: str, pair: tuple[str, str], chosen_words: list[str]
) -> None:
    from workbench.lexicons.concepts import change

    made = corpus(f"The council {a} the merger on Monday.", f"The board {b} the merger in June.")
    assert _choices(made) == []
    assert [claim for claim in made.framing.claims if claim.kind == "act"] == []
    made.framing.own.choose(change("act", words=pair))
    assert _choices(made) == chosen_words
    assert [claim.article_ids for claim in made.framing.claims if claim.kind == "act"] == [("a", "b")]
    made.framing.own.undo_choice()
    assert _choices(made) == []
    assert [claim for claim in made.framing.claims if claim.kind == "act"] == []


def test_opposites_are_one_act_where_the_analyst_says_so() -> None:
    from workbench.lexicons.concepts import change

    made = corpus("The council lifted the ban on Monday.", "The council imposed the ban in March.")
    made.framing.own.choose(change("act", words=("lift", "impose")))
    assert _surfaces(made.framing.choices) == ["lifted", "imposed"]


def test_a_change_that_no_longer_fits_is_a_problem_told_once_and_stays() -> None:
    from workbench.lexicons.concepts import change

    made = corpus("The navy freed the hostages.", "The navy released the hostages.")
    made.framing.own.choose(change("merge", "boats", other="ships"))
    assert _surfaces(made.framing.choices) == ["freed", "released"]
    made.framing.own.choose(change("make", label="whom", words="hostage"))
    assert _surfaces(made.framing.choices) == ["freed", "released", "hostages", "hostages"]
    assert made.problems["message"].str.contains("no longer fits").tolist() == [True]
    assert len(made.framing.own.choice_changes) == 2
    assert _surfaces(made.framing.choices_as_found) == ["freed", "released"]
