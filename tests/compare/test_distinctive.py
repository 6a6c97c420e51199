"""Distinctive words: the measure by hand, and the words of small invented articles."""

from math import log, sqrt

import pytest

from workbench.compare.distinctive import log_odds, rank
from workbench.extract import quotes
from workbench.language import parse
from workbench.model import Article, Block, Distinction, Role


def test_by_hand() -> None:
    """Two sources: a has strike 6 of 10 words, b has it 2 of 20; together 8 of 30, which is the prior.

    In a: 6 + 8 = 14 of 10 + 30 = 40, the others 26. In the rest: 2 + 8 = 10 of 20 + 30 = 50, the others 40.
    """
    z = log_odds({"a": {"strike": 6, "wage": 4}, "b": {"strike": 2, "wage": 18}})
    delta = log(14 / 26) - log(10 / 40)
    assert delta == pytest.approx(0.76726, abs=1e-5)
    assert z["a"] == {"strike": pytest.approx(delta / sqrt(1 / 14 + 1 / 10))}
    assert z["a"]["strike"] == pytest.approx(1.8531, abs=1e-4)
    assert z["b"].keys() == {"wage"}


def test_three_sources_each_against_the_rest() -> None:
    counts = {"a": {"flood": 4, "river": 2}, "b": {"flood": 1, "river": 4}, "c": {"flood": 2, "river": 4}}
    z = log_odds(counts)
    flood = log(11 / 12) - log(10 / 18)
    assert flood == pytest.approx(log((4 + 7) / (6 + 17 - 4 - 7)) - log((3 + 7) / (11 + 17 - 3 - 7)))
    assert z["a"]["flood"] == pytest.approx(flood / sqrt(1 / 11 + 1 / 10))


@pytest.mark.parametrize(
    "counts", [{}, {"a": {"flood": 3}}, {"a": {"flood": 3}, "b": {"flood": 2}}, {"a": {}, "b": {}}]
)
def test_nothing_to_tell_apart(counts: dict[str, dict[str, int]]) -> None:
    assert not any(log_odds(counts).values())


def ranked(*texts: str, quoted: bool = False, duplicate: bool = False) -> tuple[Distinction, ...]:
    articles = [
        Article(name, text, (Block(0, len(text), Role.BODY),), name, "0", "utf-8", language="en")
        for name, text in zip("abcdef", texts, strict=False)
    ]
    if duplicate:
        articles.append(Article("z", texts[0], articles[0].blocks, "z", "0", "utf-8", duplicate_of="a"))
    parsed = list(parse(articles))
    said = {one.article.article_id: list(quotes.find(one)) for one in parsed}
    made = rank(parsed, said, quoted=quoted)
    by_id = {article.article_id: article.text for article in articles}
    assert all(by_id[at.article_id][at.start : at.end] == at.surface for one in made for at in one.passages)
    return made


GALE = "The gale tore roofs off. The gale sank boats. A gale warning was out. The mayor spoke."
CALM = "The mayor spoke of boats and roofs. The mayor thanked crews."


def test_counts_rate_and_passages() -> None:
    first = ranked(GALE, CALM)[0]
    assert (first.word, first.article_id, first.count, first.elsewhere) == ("gale", "a", 3, 0)
    assert first.per_thousand == pytest.approx(1000 * 3 / 17, abs=0.01)
    assert [(at.start, at.surface) for at in first.passages] == [(4, "gale"), (29, "gale"), (48, "gale")]


def test_a_repeated_article_has_no_say() -> None:
    assert ranked(GALE, CALM) == ranked(GALE, CALM, duplicate=True)


def test_quoted_words_are_left_out_unless_asked_for() -> None:
    text = 'The mayor met crews. "A betrayal, a betrayal of farmers," said Ana Brandt.'
    assert "betrayal" not in {one.word for one in ranked(text, CALM)}
    assert "betrayal" in {one.word for one in ranked(text, CALM, quoted=True)}


def test_function_words_and_numbers_are_no_words() -> None:
    made = ranked("The 12 of them were there with 40 goats and Mr Hill. Mr Hill took 12 goats. They were lost.", CALM)
    words = {one.word for one in made if one.article_id == "a"}
    assert words == {"goat", "Hill"}


def test_a_word_that_stands_once_is_chance() -> None:
    assert "lost" not in {one.word for one in ranked("Goats were lost. The goats strayed.", CALM)}


def test_where_the_others_have_it_is_told() -> None:
    gale = next(one for one in ranked(GALE, "A gale blew over the hills. The calm came.") if one.word == "gale")
    assert [(at.article_id, at.surface) for at in gale.others] == [("b", "gale")]


def test_where_the_others_have_it_is_told_once_and_in_full() -> None:
    """With the source that the word sets apart most: the rows of the others would repeat it."""
    made = [one for one in ranked(f"{GALE} {GALE}", GALE, CALM, CALM) if one.word == "gale"]
    assert [(one.article_id, len(one.passages), len(one.others)) for one in made] == [("a", 6, 3), ("b", 3, 0)]
    many = ranked("Gale, gale, gale, gale, gale.", *["The gale came and the calm."] * 5)
    assert [len(one.others) for one in many if one.word.lower() == "gale"] == [5]


def test_one_source_has_nothing_to_differ_from() -> None:
    assert ranked(GALE) == ()
