"""The paragraph of another article that shares most with a stretch of text, by words weighed for how rare they are."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.compare.rendering import words
from workbench.model import Article, Passage
from workbench.views.reading.layout import OPEN

#: The share of the words' weight that two paragraphs must have in common, and the fewest words.
_ALIKE, _FEWEST = 0.18, 3


@dataclass(frozen=True)
class Likeness:
    """The paragraphs of `articles`, read once."""

    articles: tuple[Article, ...]

    @cached_property
    def _paragraphs(self) -> dict[str, list[tuple[Passage, frozenset[str]]]]:
        return {article.article_id: list(_paragraphs(article)) for article in self.articles}

    @cached_property
    def _rare(self) -> Counter[str]:
        """In how many paragraphs each word stands."""
        some = (keys for paragraphs in self._paragraphs.values() for _, keys in paragraphs)
        return Counter(key for keys in some for key in keys)

    def read(self) -> None:
        """Read the paragraphs now, so that the first one asked about answers as fast as the next."""
        self._rare.total()

    def _weight(self, keys: Iterable[str]) -> float:
        total = sum(map(len, self._paragraphs.values()))
        return sum(math.log(1 + total / (1 + self._rare[key])) for key in sorted(keys))

    def paragraphs(self, article_id: str) -> list[Passage]:
        """The paragraphs of an article, in reading order."""
        return [passage for passage, _ in self._paragraphs[article_id]]

    def counterparts(self, article: Article, start: int, end: int) -> list[Passage]:
        """The paragraph that holds ``[start, end)``, then the likest of each other article that has one."""
        block = article.ink(article.block_at(start))
        own = article.passage(min(start, block.start), max(end, block.end))
        wanted = frozenset(_keys(article, own.start, own.end))
        found = [own]
        for other in self.articles:
            if other.article_id != article.article_id and (best := self._best(other.article_id, wanted)):
                found.append(best)
        return found

    def _best(self, article_id: str, wanted: frozenset[str]) -> Passage | None:
        scored: list[tuple[float, int, Passage]] = []
        whole = self._weight(wanted)
        for passage, keys in self._paragraphs[article_id]:
            shared = wanted & keys
            if len(shared) >= _FEWEST:
                share = self._weight(shared) / math.sqrt(max(1e-9, whole * self._weight(keys)))
                if share >= _ALIKE:
                    scored.append((-share, passage.start, passage))
        return min(scored, key=lambda one: one[:2])[2] if scored else None


def _paragraphs(article: Article) -> Iterator[tuple[Passage, frozenset[str]]]:
    for block in article.blocks:
        ink = article.ink(block)
        if block.role in OPEN and block.repeat_of is None and ink.start < ink.end:
            yield article.passage(ink.start, ink.end), frozenset(_keys(article, ink.start, ink.end))


def _keys(article: Article, start: int, end: int) -> Sequence[str]:
    """The words that tell something."""
    return [word.key for word in words(article.text, start, end) if word.weight >= 1]
