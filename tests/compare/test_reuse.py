"""What two articles share outside quotations: invented cases, exact offsets, and texts made to be slow."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench as wb
from workbench.compare import reuse, shared_runs
from workbench.model import Article, Block, Quote, QuoteKind, Role


def article(name: str, text: str, role: Role = Role.BODY) -> Article:
    return Article(name, text, (Block(0, len(text), role),) if text else (), name, "", "utf-8")


def shared(one: str, two: str, role: Role = Role.BODY) -> list[tuple[str, str, int, bool]]:
    found = reuse.find([article("a", one, role), article("b", two)])
    return [(each.a.surface, each.b.surface, each.tokens, each.near) for each in found]


CASES = {
    "storm-verbatim": (
        "Late on Monday the river burst its banks and flooded the lower town. Help came.",
        "Residents fled as the river burst its banks and flooded the lower town, it was reported.",
        [("the river burst its banks and flooded the lower town",) * 2 + (10, False)],
    ),
    "merger-spelling-and-case": (
        "The regulator will scrutinise the planned merger’s effect on labour markets, sources said.",
        "It follows that the regulator will scrutinize the planned merger's effect on labor markets.",
        [
            (
                "The regulator will scrutinise the planned merger’s effect on labour markets",
                "the regulator will scrutinize the planned merger's effect on labor markets",
                11,
                False,
            )
        ],
    ),
    "fire-a-sentence-cut-short-is-told-once": (
        "The fire began in the kitchen and spread through all nine floors, killing two cooks, the brigade said.",
        "The fire began in the kitchen and spread through all nine floors.",
        [("The fire began in the kitchen and spread through all nine floors",) * 2 + (12, False)],
    ),
    "match-seven-words-are-too-few": (
        "Norrby scored twice before the interval. The crowd rose.",
        "Yet Norrby scored twice before the interval.",
        [],
    ),
    "office-a-name-and-no-more": (
        "She joined the Federal Agency for the Protection of the Northern Sea and Coast in May.",
        "He left the Federal Agency for the Protection of the Northern Sea and Coast last year.",
        [],
    ),
    "vaccine-sentence-reworded": (
        "The ministry has ordered four million doses of the new vaccine for the winter season, officials said.",
        "The ministry ordered four million doses of the new vaccine for this winter season, officials said.",
        [
            (
                "ordered four million doses of the new vaccine for",
                "ordered four million doses of the new vaccine for",
                9,
                False,
            ),
            (
                "The ministry has ordered four million doses of the new vaccine for the winter season, officials said",
                "The ministry ordered four million doses of the new vaccine for this winter season, officials said",
                15,
                True,
            ),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected"), CASES.values(), ids=CASES)
def test_shared(one, two, expected) -> None:
    assert shared(one, two) == expected


@pytest.mark.parametrize("role", [Role.FURNITURE, Role.CREDIT, Role.BYLINE])
def test_furniture_is_no_reuse(role: Role) -> None:
    text = "please read our terms of use and tell us what you think of them"
    assert shared(text, text, role) == []
    assert len(shared(text, text, Role.CAPTION)) == 1


def test_words_between_marks_are_no_reuse() -> None:
    text = "The mayor said: “we will rebuild every house on this street before the snow comes”."
    two = [article("a", text), article("b", text)]
    start = text.index("we")
    said = {one.article_id: [Quote(one.passage(start, len(text) - 2), QuoteKind.DIRECT, "q")] for one in two}
    assert len(reuse.find(two)) == 1
    assert reuse.find(two, said) == ()


def test_a_run_ends_with_its_block() -> None:
    first, second = "the dam held all night and ", "nobody had to leave home"
    text = first + second
    blocks = (Block(0, len(first), Role.BODY), Block(len(first), len(text), Role.BODY))
    two = [Article(name, text, blocks, name, "", "utf-8") for name in "ab"]
    assert reuse.find(two) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab é“”.,'’\n", max_size=120), min_size=2, max_size=4))
def test_surfaces_stand_at_their_places_and_no_two_overlap(texts: list[str]) -> None:
    read = {str(nth): article(str(nth), text) for nth, text in enumerate(texts)}
    found = reuse.find(read.values())
    for one in found:
        for passage in (one.a, one.b):
            assert read[passage.article_id].text[passage.start : passage.end] == passage.surface
        assert one.a.article_id < one.b.article_id
    runs = [one for one in found if not one.near]
    for nth, one in enumerate(runs):
        for two in runs[:nth]:
            if (one.a.article_id, one.b.article_id) == (two.a.article_id, two.b.article_id):
                assert not one.a.span.overlaps(two.a.span)
                assert not one.b.span.overlaps(two.b.span)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcx"), max_size=30), min_size=2, max_size=3))
def test_runs_are_equal_and_maximal(texts: list[list[str]]) -> None:
    read = {str(nth): [None if word == "x" else word for word in text] for nth, text in enumerate(texts)}
    for run in shared_runs.find(read, 4):
        one, two = read[run.a], read[run.b]
        here, there = one[run.at_a : run.at_a + run.length], two[run.at_b : run.at_b + run.length]
        assert here == there
        assert None not in here
        assert run.length >= 4
        for at, to in ((run.at_a - 1, run.at_b - 1), (run.at_a + run.length, run.at_b + run.length)):
            if 0 <= at < len(one) and 0 <= to < len(two):
                assert one[at] is None or one[at] != two[to]


def test_order_plays_no_part() -> None:
    some = [
        article(name, f"{name} was there when the ferry struck the pier and sank in minutes, {name} said.")
        for name in "cab"
    ]
    assert reuse.find(some) == reuse.find(some[::-1])
    assert [(one.a.article_id, one.b.article_id) for one in reuse.find(some) if not one.near] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


@pytest.mark.parametrize(
    "text",
    ["no " * 20_000, "a b " * 10_000, "“" * 5_000 + "so be it " * 5_000, "It is so. " * 8_000],
    ids=["one-word", "two-words", "marks", "one-sentence"],
)
def test_hostile_texts_end(text: str) -> None:
    assert len(reuse.find([article("a", text), article("b", text)])) < 10


def test_a_crowd_is_linked_to_the_first_of_it() -> None:
    some = [
        article(f"{nth:03}", "The reservoir above the village was found to be empty on Friday morning.")
        for nth in range(300)
    ]
    assert {one.a.article_id for one in reuse.find(some)} == {"000"}


def test_in_a_corpus() -> None:
    corpus = wb.load("seeds", progress=False)
    assert [one.tokens for one in corpus.framing.reuse if not one.near] == [9, 12]
