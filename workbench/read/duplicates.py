"""Articles that say the same: the one wire story in several outlets, under another headline or with a paragraph more."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.model import Article


def mark(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order, `duplicate_of` set on each that says the same as an earlier one."""
    first: dict[str, str] = {}
    found = []
    for article in articles:
        key = " ".join("".join(c if c.isalnum() else " " for c in article.text.casefold()).split())
        same = first.setdefault(key, article.article_id) if key else article.article_id
        found.append(article if same == article.article_id else replace(article, duplicate_of=same))
    return tuple(found)
