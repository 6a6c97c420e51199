"""What the reader is made of, part by part: segments, layout, likeness, finding, what is said."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_corpus import FERRY, HARBOUR, article

from workbench.model import Block, Passage, Reuse, Role
from workbench.model.articles import Article
from workbench.spans import Span
from workbench.views.reading import finding, following, gathering, layout, segments, told
from workbench.views.reading.likeness import Likeness
from workbench.views.reading.marks import Link, Mark, Marked

Two = tuple[Article, Article, Marked]
SPAN = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: Span(one[0], one[0] + one[1]))
SPANS = st.lists(SPAN)
TEXT = st.text(alphabet="ab 😀\u0301é\n<>&", min_size=1, max_size=60)
PLAIN = (Role.BODY, None, None)


@given(start=st.integers(0, 20), length=st.integers(1, 40), spans=SPANS)
def test_segments_part_a_block_and_lose_nothing(start: int, length: int, spans: list[Span]) -> None:
    end = start + length
    made = list(segments.segments(start, end, spans))
    assert [one.start for one in made] == [start, *(one.end for one in made[:-1])] and made[-1].end == end
    for at, span in enumerate(spans):
        wanted = set(range(max(start, span.start), min(end, span.end)))
        assert {point for one in made if at in one.marks for point in range(one.start, one.end)} == wanted


@given(text=TEXT, cuts=st.sets(st.integers(1, 59)), spans=SPANS)
def test_an_article_is_laid_out_whole(text: str, cuts: set[int], spans: list[Span]) -> None:
    borders = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    roles = (Role.BODY, Role.CAPTION, Role.HEADLINE)
    blocks = tuple(Block(a, b, roles[at % 3]) for at, (a, b) in enumerate(pairwise(borders)))
    made = Article("a", text, blocks, "a.txt", "0", "utf-8")
    inside = sorted((one for one in spans if one.end <= len(text)), key=lambda one: (one.start, -one.end))
    marks = [Mark(made.passage(one.start, one.end), "figures", str(at), f"l{at}") for at, one in enumerate(inside)]
    shown = [each for stretch in layout.lay(made, marks) for each in stretch.paragraphs]
    inked = [made.ink(block) for block in blocks if made.ink(block).start < made.ink(block).end]
    assert [one.ink for one in shown] == inked
    for paragraph in shown:
        assert "".join(text[one.start : one.end] for one in paragraph.segments) == text[slice(*paragraph.ink)]
        for at, mark in enumerate(marks):
            covered = sum(one.end - one.start for one in paragraph.segments if at in one.marks)
            ink, own = paragraph.ink, mark.passage
            assert covered == max(0, min(own.end, ink.end) - max(own.start, ink.start))


def test_furniture_captions_and_repeats_are_folded_away() -> None:
    made = layout.lay(article("ferry", FERRY, None), [])
    assert [one.folded for one in made] == ["", "furniture folded away (1)", "", "caption folded away (2)"]
    assert [each.number for one in made for each in one.paragraphs] == [1, 2, 3, 4, 5]


def mark(of: Article, words: str, layer: str, link: str) -> Mark:
    start = of.text.index(words)
    return Mark(of.passage(start, start + len(words)), layer, f"{link}@{start}", link)


@pytest.fixture
def two() -> Two:
    ferry, harbour = article("ferry", FERRY, "Ferry Times"), article("harbour", HARBOUR, "Harbour News")
    marks = (
        mark(ferry, "300", "figures", "figure:aboard"),
        mark(harbour, "250", "figures", "figure:aboard"),
        mark(ferry, "9 hours", "figures", "figure:hours"),
        mark(ferry, "We hit sand at 6 knots", "quotes", "utterance:sand"),
        mark(ferry, "6 knots", "figures", "figure:knots"),
    )
    return ferry, harbour, Marked(marks, {"figure:aboard": "people aboard"})


@pytest.mark.parametrize(
    ("align", "now", "link"),
    [
        ("figure", "", "figure:knots"),
        ("utterance", "", "utterance:sand"),
        ("figure", "figure:knots", "utterance:sand"),
        ("figure", "utterance:sand", "figure:knots"),
    ],
)
def test_a_click_means_the_align_first_and_then_the_next(two: Two, align: str, now: str, link: str) -> None:
    ferry, _, marked = two
    at = ferry.text.index("6 knots")
    spot = ("ferry", at, at + 7)
    links = [one.link for one in marked.at(*spot)]
    assert following.clicked(marked, links, align, now, spot) == link


def test_walking_follows_the_reference_and_what_is_shared(two: Two) -> None:
    ferry, harbour, marked = two
    likeness = Likeness((ferry, harbour))
    assert following.walk(marked, likeness, "figure", ferry) == ["figure:aboard"]
    assert following.walk(marked, likeness, "utterance", ferry) == ["utterance:sand"]
    assert following.walk(marked, likeness, "claim", ferry) == []
    texts = following.walk(marked, likeness, "text", harbour)
    assert texts[0] == "like:harbour:0-23" and len(texts) == 2
    steps = ["a", "b", "c"]
    assert following.beside(steps, marked, "c", None, 1) == "a"
    assert following.beside(steps, marked, "", None, -1) == "c"
    assert following.beside([], marked, "", None, 1) == ""


def test_passages_handed_on_find_their_link(two: Two) -> None:
    _, _, marked = two
    aboard = marked.links["figure:aboard"]
    assert marked.held(aboard.passages) == aboard
    assert marked.held([Passage("ferry", 0, 2, "Fe")]) is None


def test_the_likest_paragraph_shares_rare_words() -> None:
    raised = ("Divers raised the sunken trawler near Oban harbour.\n", *PLAIN)
    since = ("The trawler, sunken since May, was raised near Oban harbour by divers.\n", *PLAIN)
    one = article("one", (("Sports day was sunny.\n", *PLAIN), raised), None)
    two = article("two", (since, ("Rain is coming.\n", *PLAIN)), None)
    found = Likeness((one, two)).counterparts(one, 30, 34)
    assert [(each.article_id, each.surface[:7]) for each in found] == [("one", "Divers "), ("two", "The tra")]
    assert [each.article_id for each in Likeness((one, two)).counterparts(one, 0, 4)] == ["one"]


def test_find_counts_in_every_article_and_offsets_are_code_points() -> None:
    one = article("one", (("😀 A ferry\nran. FERRY  ran\n", Role.BODY, None, None),), None)
    found = finding.find([one], "ferry ran")
    assert [each.surface for each in found["one"]] == ["ferry\nran", "FERRY  ran"]
    assert finding.find([one], " ") == {} and finding.find([one], "(") == {"one": []}


def test_texts_that_lie_on_each_other_are_one() -> None:
    a, b, c = Passage("a", 0, 40, "x"), Passage("b", 5, 45, "x"), Passage("c", 0, 30, "x")
    near, far = Passage("a", 2, 42, "x"), Passage("a", 100, 140, "x")
    groups = gathering.together([Reuse(a, b, 8), Reuse(near, c, 8), Reuse(far, Passage("c", 50, 90, "x"), 8)])
    assert [{one.article_id for one in group} for group in groups] == [{"a", "b", "c"}, {"a", "c"}]


@pytest.mark.parametrize(
    ("layer", "articles", "silent", "sentence"),
    [
        ("figures", "ab", "c", "“114 sent” is given in two sources. C does not say it."),
        ("figures", "a", "bc", "“114 sent” is given in A alone. B and C do not say it."),
        ("names", "abc", "", "“114 sent” is named in three sources. No source is without it."),
        ("like", "a", "b", "“114 sent” is followed in A alone. B has no counterpart."),
    ],
)
def test_who_has_it_and_who_not(layer: str, articles: str, silent: str, sentence: str) -> None:
    link = Link("x", layer, "114 sent", tuple(Passage(key, 0, 3, "114") for key in articles))
    assert told.sentence(link, {"a": "A", "b": "B", "c": "C"}, list(silent)) == sentence
