"""Anchors: a passage with its surroundings, found again in an article that has changed, or not at all.

Rather an orphan than a lookalike: a passage counts as found only where its text and what stands around it agree, and at
one place alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workbench.model import Article, Passage
from workbench.review.decision import Anchor

#: How much of the surroundings an anchor keeps, in characters, on either side.
AROUND = 32
#: How much of an article's opening stands for the whole of it.
_OPENING = 80


def make(article: Article, start: int, end: int) -> Anchor:
    """The anchor of ``[start, end)`` in `article`.

    Raises ValueError for an impossible span.
    """
    exact = article.passage(start, end).surface
    before, behind = article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND]
    return Anchor(article.article_id, article.sha256, exact, before, behind, start, end)


def of(passage: Passage, articles: Mapping[str, Article]) -> Anchor:
    """The anchor of a passage; `articles` by id."""
    return make(articles[passage.article_id], passage.start, passage.end)


def opening(article: Article) -> Anchor:
    """What stands for the whole article: its first characters, with those behind them.

    Raises ValueError where the article is empty.
    """
    start = len(article.text) - len(article.text.lstrip())
    return make(article, start, min(start + _OPENING, len(article.text)))


class Places:
    """The articles in which anchors are looked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = {article.article_id: article for article in articles}
        by_hash: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles.values():
            by_hash[article.sha256].append(article)
        self._alone = {key: found[0] for key, found in by_hash.items() if len(found) == 1}
        self._found: dict[Anchor, Passage | None] = {}

    def find(self, anchor: Anchor) -> Passage | None:
        """Where the anchored passage stands now; None where it is gone, changed, or one of several that look alike."""
        if anchor not in self._found:
            self._found[anchor] = self._look(anchor)
        return self._found[anchor]

    def _look(self, anchor: Anchor) -> Passage | None:
        named = self.articles.get(anchor.article_id)
        if named is None or named.sha256 != anchor.sha256:  # a file that has another name by now is the same article
            named = self._alone.get(anchor.sha256, named)
        if named is None:
            return None
        whole = anchor.prefix + anchor.exact + anchor.suffix
        at = anchor.start - len(anchor.prefix)
        if named.sha256 == anchor.sha256 and at >= 0 and named.text.startswith(whole, at):
            return named.passage(anchor.start, anchor.end)
        found = named.text.find(whole)
        if found < 0 or named.text.find(whole, found + 1) >= 0:
            return None
        start = found + len(anchor.prefix)
        return named.passage(start, start + len(anchor.exact))
