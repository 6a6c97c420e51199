"""Comparisons grow with the number of quotes, not with its square."""

import random

import pytest
from quoting import article

from workbench.compare import matching, renderings
from workbench.compare.blocking import NEIGHBOURS, candidates
from workbench.compare.rendering import words
from workbench.compare.renderings import Renderings, Said
from workbench.model import Quote, QuoteKind


def texts(count: int, opening: str = "") -> list[str]:
    """Invented statements, every third of which two articles render, with one word changed."""
    chance = random.Random(7)
    small = ["the", "of", "to", "and", "we", "that", "is", "it", "will", "not"]
    made = []
    for number in range(count):
        stock = [*small * 4, *(f"word{chance.randrange(4000)}" for _ in range(60))]
        said = [*opening.split(), *chance.sample(stock, 14)]
        made.append(" ".join(said))
        if number % 3 == 0:
            made.append(" ".join([*said[:-2], "changed", said[-1]]))
    return made[:count]


def pair_count(made: list[str]) -> int:
    return len(candidates([words(text, 0, len(text)) for text in made]))


@pytest.mark.parametrize("opening", ["", "we must rebuild the harbour"], ids=["apart", "one crowd"])
def test_candidates_grow_with_the_number_of_quotes(opening):
    few, many = pair_count(texts(300, opening)), pair_count(texts(1200, opening))
    assert few > 0
    assert many <= 6 * few
    assert many <= 1200 * NEIGHBOURS * 2


def test_a_sentence_that_all_quote_is_aligned_once(monkeypatch):
    aligned = []
    real = renderings.align

    def counting(a, b):
        if [word.key for word in a] != [word.key for word in b]:
            aligned.append((a, b))
        return real(a, b)

    monkeypatch.setattr(renderings, "align", counting)
    made = [article(f"a{at:03}", "We must rebuild the old harbour.") for at in range(60)]
    said = [Said(Quote(one.passage(0, 31), QuoteKind.DIRECT, "q"), one, words(one.text, 0, 31)) for one in made]
    assert len(matching.matches(Renderings(said))) == 60 * 59 // 2
    assert aligned == []


def test_candidates_do_not_depend_on_the_order():
    made = texts(120, "we must rebuild the harbour")
    forward = candidates([words(text, 0, len(text)) for text in made])
    backward = candidates([words(text, 0, len(text)) for text in reversed(made)])
    last = len(made) - 1
    assert sorted((last - two, last - one) for one, two in backward) == forward
