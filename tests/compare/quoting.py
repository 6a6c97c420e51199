"""Build articles and their quotes by hand: what stands between “ and ” is a quote, ⟦ and ⟧ mark indirect speech."""

import re
from collections.abc import Iterable

from workbench.model import Article, Block, Quote, QuoteKind, Role

MARKED = re.compile(r"“(?P<direct>[^”]+)”|⟦(?P<indirect>[^⟧]+)⟧")


def article(article_id: str, text: str, duplicate_of: str | None = None) -> Article:
    block = (Block(0, len(text), Role.BODY),)
    return Article(article_id, text, block, f"{article_id}.txt", "", "utf-8", duplicate_of=duplicate_of)


def quotes(said: Article, speaker: str | None = None, *, one: bool = False) -> list[Quote]:
    """The quotes of an article, all by `speaker`; parts of one quotation where `one` is true."""
    found = []
    for number, mark in enumerate(MARKED.finditer(said.text)):
        name = mark.lastgroup or "direct"
        kind = QuoteKind.DIRECT if name == "direct" else QuoteKind.INDIRECT
        found.append(Quote(said.passage(*mark.span(name)), kind, f"{said.article_id}:{0 if one else number}", speaker))
    return found


def corpus(
    articles: Iterable[tuple[str, str | None, str]], *, one: bool = False
) -> tuple[list[Quote], dict[str, Article]]:
    """Quotes and articles by id, from (article_id, speaker, text)."""
    made = [(article(article_id, text), speaker) for article_id, speaker, text in articles]
    found = [quote for each, speaker in made for quote in quotes(each, speaker, one=one)]
    return found, {each.article_id: each for each, _ in made}
