"""Of the quotes of one utterance the one to name it by: what its sources share, not what one of them adds."""

import re
from collections.abc import Iterable

from workbench.model import Quote, QuoteKind

_WORD = re.compile(r"[^\W_]+")


def fullest(quotes: Iterable[Quote]) -> Quote:
    """The quote that holds most of what several articles quote and least besides; of one article its longest.

    Words between quote marks come before reported speech. At least one quote is needed. Takes time in proportion to the
    length of the quotes.
    """
    some = list(quotes)
    words = [frozenset(_WORD.findall(quote.passage.surface.casefold())) for quote in some]
    having: dict[str, set[str]] = {}
    for quote, own in zip(some, words, strict=True):
        for word in own:
            having.setdefault(word, set()).add(quote.passage.article_id)
    several = len({quote.passage.article_id for quote in some}) > 1

    def rank(at: int) -> tuple[bool, int, int, int]:
        quote, own = some[at], words[at]
        shared = sum(len(having[word]) - 1 for word in own) if several else 0
        besides = sum(len(having[word]) == 1 for word in own) if several else 0
        return quote.kind is not QuoteKind.INDIRECT, shared, -besides, len(quote.passage.surface)

    return some[max(range(len(some)), key=rank)]
