"""Articles in a language that the extractors do not serve: nothing is looked for in them, so they are not silent."""

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import Article

_NAMED = 4
#: What the sources are called in which nothing was looked for, while a chart is drawn.
NAMES: ContextVar[frozenset[str]] = ContextVar("NAMES", default=frozenset())
#: What a chart says in the place of such a source.
INSTEAD = "not in English: nothing was looked for"


def of(articles: "Iterable[Article]") -> tuple[str, ...]:
    """The article_ids of those that no extractor serves, in their order."""
    return tuple(article.article_id for article in articles if not article.served)


def told(names: Sequence[str]) -> str:
    """That nothing was looked for in these sources; empty where there are none.

    >>> told(["Le Courrier"])
    'Le Courrier is not in English: nothing was looked for in it.'
    >>> told([str(at) for at in range(9)])
    '0, 1, 2, 3 and 5 more are not in English: nothing was looked for in them.'
    """
    if not names:
        return ""
    if len(names) == 1:
        return f"{names[0]} is not in English: nothing was looked for in it."
    *some, last = names if len(names) <= _NAMED else (*names[:_NAMED], f"{len(names) - _NAMED:,} more")
    return f"{', '.join(some)} and {last} are not in English: nothing was looked for in them."


def among(labels: Iterable[str]) -> str:
    """What to say of those of the `labels` of a chart in which nothing was looked for."""
    return told([label for label in labels if label in NAMES.get()])


def silence(label: str, words: str, instead: str = INSTEAD) -> str:
    """What a chart says where the source of this label has nothing: `words`, or `instead` if nothing was looked for."""
    return instead if label in NAMES.get() else words
