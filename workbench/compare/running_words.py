"""The words of an article's prose, with borders where a run of shared words must end: blocks and quotations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.compare.spelling import key
from workbench.model import PROSE, Article, Quote, QuoteKind, Role

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|\w+(?:['’ʼ]\w+)*", re.UNICODE)
_CLOSED = re.compile(r"[.!?…][\"”»'’)\]]*\s+(?=[\"“„«'‘(\[]*[^\W_a-z])")
_TITLES = frozenset({Role.HEADLINE, Role.SUBHEADING})
_OWN = frozenset({QuoteKind.INDIRECT, QuoteKind.TITLE})


class Word(NamedTuple):
    """A word at its place, and the key that all its spellings share."""

    start: int
    end: int
    key: str
    capital: bool  # whether its capital tells that it is a name: not at the start of a sentence, nor in a title


def pieces(article: Article, quotes: Iterable[Quote] = ()) -> Iterator[tuple[Role, list[list[Word]]]]:
    """Each piece of the prose of `article` between block borders and quotations: its role, its words by sentence."""
    marked = sorted(quote.passage.span for quote in quotes if quoted(quote))
    nth = 0
    for block in article.blocks:
        if block.role not in PROSE or block.repeat_of is not None:
            continue
        titled = block.role in _TITLES and _titled(article.text[block.start : block.end])
        start = block.start
        while nth < len(marked) and marked[nth].end <= block.start:
            nth += 1
        while nth < len(marked) and marked[nth].start < block.end:
            yield block.role, _split(article.text, start, max(start, marked[nth].start), titled)
            start = max(start, min(marked[nth].end, block.end))
            if marked[nth].end > block.end:
                break
            nth += 1
        yield block.role, _split(article.text, start, block.end, titled)


def quoted(quote: Quote) -> bool:
    """Whether a quote's words stand between marks; what is reported indirectly is in the article's own words."""
    return quote.kind not in _OWN


def _split(text: str, start: int, end: int, titled: bool) -> list[list[Word]]:
    """The sentences of ``text[start:end]`` as words."""
    found: list[list[Word]] = []
    at = start
    for closed in [*(match.end() for match in _CLOSED.finditer(text, start, end)), end]:
        words = [Word(*match.span(), *_read(match.group())) for match in _WORD.finditer(text, at, closed)]
        if titled:
            words = [word._replace(capital=False) for word in words]
        if words:
            words[0] = words[0]._replace(capital=False)
            found.append(words)
        at = closed
    return found


@lru_cache(maxsize=1 << 16)
def _read(surface: str) -> tuple[str, bool]:
    """The key of a word, and whether it has a capital; a name in capitals is the name."""
    made = key(surface)
    return made.casefold() if len(made) > 4 else made, surface[0].isupper()


def _titled(block: str) -> bool:
    """Whether most words of a block have a capital, so that none tells a name."""
    words: Sequence[str] = [word for word in _WORD.findall(block) if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.6 * len(words)
