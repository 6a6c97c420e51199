"""Articles that say the same: the one wire story in several outlets, under another headline or with a paragraph more.

Two articles are the same where, of the runs of five words in their text (headline, furniture and the like left out),
nine in ten of the shorter one's stand in the longer one too, and six in ten of all that either has are shared: a
story cut to its first paragraphs is not its duplicate. Nor is one that gives another number: an update, or a
contradiction, is what the analyst looks for. Case, punctuation and white space do not count. Texts under forty words
are duplicates only when they are identical. The decision on two articles does not depend on their order; of more than
two, each is compared with those that are no duplicates themselves, and belongs to the first that it fits.
"""

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.model import PROSE, Article, Role

CONTAINED = 0.9  # of the shorter one's runs of words, the share that the longer one has
ALIKE = 0.6  # of all their runs of words, the share that both have
SHORT = 40  # words
_RUN = 5  # words
_SKETCH = 32  # of an article's runs, the few by which it is looked up
_CROWD = 40  # articles looked up under one run; more share it only where it is a stock phrase

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def mark(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order, `duplicate_of` set on each that says the same as an earlier one.

    The work grows with the number of articles, not with its square: articles are looked up by identical text, and by a
    sketch of the few runs of words whose checksums are lowest.
    """
    seen = _Seen()
    return tuple(
        article if (first := seen.first_like(article)) is None else replace(article, duplicate_of=first)
        for article in articles
    )


@dataclass(slots=True)
class _Seen:
    """The articles so far that are no duplicates, by their whole text and by their sketch."""

    by_text: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    runs: list[tuple[str, frozenset[int], frozenset[str]]] = field(default_factory=list)
    by_run: dict[int, list[int]] = field(default_factory=dict)

    def first_like(self, article: Article) -> str | None:
        """The id of the first article that says the same; None, and the article is remembered, where there is none."""
        folded = " ".join(_WORD.findall(article.text.casefold()))
        if not folded:
            return None
        same = self.by_text.setdefault(zlib.crc32(folded.encode("utf-8", "replace")), [])
        for other, text in same:
            if text == folded:
                return other
        runs = _runs(article)
        numbers = _numbers(article)
        near = self._near(runs, numbers)
        first = None if near is None else self.runs[near][0]
        same.append((first or article.article_id, folded))
        if first is None and runs:
            self._remember(article.article_id, runs, numbers)
        return first

    def _near(self, runs: frozenset[int], numbers: frozenset[str]) -> int | None:
        counted = Counter(number for run in sorted(runs)[:_SKETCH] for number in self.by_run.get(run, ()))
        fits = sorted(number for number, shared in counted.items() if shared >= min(3, len(runs)))
        for number in fits:
            _, others, stated = self.runs[number]
            if (numbers <= stated or stated <= numbers) and alike(runs, others):
                return number
        return None

    def _remember(self, article_id: str, runs: frozenset[int], numbers: frozenset[str]) -> None:
        for run in sorted(runs)[:_SKETCH]:
            known = self.by_run.setdefault(run, [])
            if len(known) < _CROWD:
                known.append(len(self.runs))
        self.runs.append((article_id, runs, numbers))


def alike(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two texts, as sets of runs of words, are the same but for a little.

    >>> alike(frozenset(range(100)), frozenset(range(5, 105))), alike(frozenset(range(100)), frozenset(range(300)))
    (True, False)
    """
    fewer, more = sorted((len(a), len(b)))
    if fewer < ALIKE * more:  # however many of the one are in the other
        return False
    shared = len(a & b)
    return bool(shared) and shared >= CONTAINED * min(len(a), len(b)) and shared >= ALIKE * len(a | b)


def _prose(article: Article) -> str:
    """The article's own text: without its headline, which each outlet writes anew."""
    roles = PROSE - {Role.HEADLINE}
    return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role in roles)


def _numbers(article: Article) -> frozenset[str]:
    """The numbers in digits that the article's own text gives."""
    return frozenset(_NUMBER.findall(_prose(article)))


def _runs(article: Article) -> frozenset[int]:
    """The checksums of the runs of words in the article's own text; none where it is short."""
    words = _WORD.findall(_prose(article).casefold())
    if len(words) < SHORT:
        return frozenset()
    return frozenset(
        zlib.crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "replace")) for at in range(len(words) - _RUN + 1)
    )
