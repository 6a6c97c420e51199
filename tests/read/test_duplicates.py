"""Which articles say the same as an earlier one, and which only look like it."""

import random

import pytest

from workbench.model import Article
from workbench.read.duplicates import mark
from workbench.read.layout import divide

WORDS = [
    "flood",
    "river",
    "village",
    "road",
    "bridge",
    "army",
    "officials",
    "said",
    "people",
    "homes",
    "water",
    "rescue",
    "night",
    "morning",
    "hospital",
    "rain",
    "damage",
    "crops",
    "valley",
    "governor",
    "minister",
    "aid",
    "tents",
    "food",
    "school",
    "north",
    "south",
    "storm",
    "warning",
    "weather",
    "dam",
    "power",
    "lines",
    "train",
]


def story(seed: int, paragraphs: int = 8, words: int = 30) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "." for _ in range(paragraphs)]


def article(article_id: str, *paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    return Article(article_id, text, divide(text), f"{article_id}.txt", "0" * 64, "utf-8")


def marked(*articles: Article) -> list[str | None]:
    return [entry.duplicate_of for entry in mark(articles)]


BASE = story(1)

SAME = [
    pytest.param(BASE, id="identical"),
    pytest.param([line.upper().replace(".", " !") for line in BASE], id="case and punctuation"),
    pytest.param([line.replace(" ", "  ") for line in BASE], id="white space"),
    pytest.param(["Governor Tours Flooded Valley", *BASE], id="with a headline"),
    pytest.param([*BASE, story(2, 1)[0]], id="a paragraph more"),
    pytest.param(BASE[:-1], id="a paragraph less"),
]
OTHER = [
    pytest.param(story(3), id="another story"),
    pytest.param(BASE[:3], id="cut to its first paragraphs"),
    pytest.param([*BASE[:4], *story(4, 4)], id="half of it shared"),
]


@pytest.mark.parametrize("paragraphs", SAME)
def test_same(paragraphs: list[str]) -> None:
    assert marked(article("a", *BASE), article("b", *paragraphs)) == [None, "a"]
    assert marked(article("b", *paragraphs), article("a", *BASE)) == [None, "b"]


@pytest.mark.parametrize("paragraphs", OTHER)
def test_other(paragraphs: list[str]) -> None:
    assert marked(article("a", *BASE), article("b", *paragraphs)) == [None, None]
    assert marked(article("b", *paragraphs), article("a", *BASE)) == [None, None]


def test_another_headline_on_the_same_text() -> None:
    one, two = article("a", "Floods Cut Off Valley", *BASE), article("b", "Army Sent to Stricken North", *BASE)
    assert marked(one, two) == [None, "a"]


def test_short_texts_only_when_identical() -> None:
    first = article("a", "Nine people were hurt when a bus overturned near Lima on Friday.")
    same = article("b", "Nine people were hurt when a bus overturned near Lima on Friday")
    other = article("c", "Ten people were hurt when a bus overturned near Lima on Friday.")
    assert marked(first, same, other) == [None, "a", None]


def test_empty_texts_are_not_duplicates() -> None:
    assert marked(article("a", ""), article("b", ""), article("c", " ... ")) == [None, None, None]


def test_a_duplicate_points_at_the_first() -> None:
    assert marked(*(article(name, *BASE) for name in "abc")) == [None, "a", "a"]


def test_a_stock_phrase_joins_nothing() -> None:
    phrase = " ".join(story(9, 1))
    many = [article(f"n{seed}", *story(seed), phrase) for seed in range(10, 110)]
    assert set(marked(*many)) == {None}


def test_finds_the_pairs_among_many() -> None:
    many = [article(f"n{seed}", *story(seed)) for seed in range(20, 220)]
    again = [article(f"m{seed}", *story(seed)[:-1], "An agency reported it first.") for seed in range(20, 220)]
    assert marked(*many, *again) == [None] * 200 + [f"n{seed}" for seed in range(20, 220)]


def test_another_number_makes_another_story() -> None:
    told = story(7, paragraphs=10)
    first = article("first", *told, "The minister said 12 people had died.")
    same = article("same", *told, "The minister said 12 people had died.", "Rain is due.")
    later = article("later", *told, "The minister said 13 people had died.")
    assert [one.duplicate_of for one in mark([first, same, later])] == [None, "first", None]
