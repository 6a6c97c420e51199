"""Utterances: quotes of several articles that render the same words, and how faithful each rendering is."""

from collections.abc import Mapping, Sequence

from workbench.model import Article, Quote, QuotePair, Utterance


def group(
    quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
    """Each thing said once, and every pair of renderings that two of `articles` (by id) give of it."""
    return (), ()
