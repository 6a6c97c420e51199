"""A paragraph that several articles print is read once, and each gets its own places, speakers and things counted."""

import pytest

from workbench.extract import figures, stated
from workbench.extract.words import Words
from workbench.language import parse
from workbench.model import Article, Block, Figure, Quote, QuoteKind, Role

SHARED = "The strike closed 14 schools; 9 were shut on Monday too."


def article(name: str, *lines: str) -> Article:
    text, blocks, at = "\n\n".join(lines), [], 0
    for line in lines:
        blocks.append(Block(at, at + len(line), Role.BODY))
        at += len(line) + 2
    return Article(name, text, tuple(blocks), f"{name}.txt", "", "utf-8")


ARTICLES = (
    article("a", SHARED, "Another 5 followed."),
    article("b", "Unions counted 300 teachers on the street.", SHARED, "Another 5 followed."),
    article("c", "Unions counted 300 teachers on the street.", "Another 5 followed.", SHARED),
)


def told(found: list[Figure]) -> list[tuple[str, int, str, str | None, str | None]]:
    return [(one.passage.article_id, one.passage.start, one.passage.surface, one.counted, one.speaker) for one in found]


def test_what_is_found_is_what_each_article_alone_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = list(parse(ARTICLES))
    quote = Quote(ARTICLES[1].passage(44, 44 + len(SHARED)), QuoteKind.DIRECT, "q", speaker="Ana Ruiz")
    spoken = {"b": (quote,)}
    alone = [told(list(figures.find(one, spoken.get(one.article.article_id, ())))) for one in parsed]
    read: list[str] = []

    def noted(words: Words) -> list[stated.Found]:
        read.append(words.text)
        return stated.stated_in(words)

    monkeypatch.setattr(figures, "stated_in", noted)
    blocks: figures.Blocks = {}
    found = [told(list(figures.find(one, spoken.get(one.article.article_id, ()), blocks))) for one in parsed]
    assert found == alone
    assert sorted(read) == sorted({part.text for one in parsed for part in one.parts})
    assert [one[4] for one in found[1]] == [None, "Ana Ruiz", "Ana Ruiz", None]
    counted = [{one[2]: one[3] for one in some} for some in found]
    assert counted[0]["14"] == counted[2]["14"] == "schools"
    for some in found:
        assert all(ARTICLES["abc".index(one[0])].text.startswith(one[2], one[1]) for one in some)
