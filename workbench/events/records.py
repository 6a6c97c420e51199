"""What grouping keeps of an article: its id, its day, its source and its terms, about two kilobytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.events import terms
from workbench.model import PROSE, Article

#: As many characters hold the words that are read, in any language.
_ENOUGH = 20 * terms.READ


@dataclass(frozen=True, slots=True)
class Light:
    """An article, as far as grouping needs it. `day` counts from the first of January of year 1."""

    article_id: str
    terms: terms.Terms
    day: int | None = None
    source: str | None = None
    same_as: str | None = None
    language: str | None = None


def light(
    article_id: str,
    text: str,
    *,
    published: str | None = None,
    source: str | None = None,
    same_as: str | None = None,
    language: str | None = None,
) -> Light:
    """What grouping keeps of an article with this text.

    `published` is ISO 8601, as precise as known; only a whole day counts. `same_as` is the article that says the same
    (``Article.duplicate_of``): the two are of one event whatever their days. `language` (ISO 639-1) counts in a small
    folder only: articles in two languages share few words whatever they tell of.
    """
    return Light(article_id, terms.of(text[:_ENOUGH]), day(published), source, same_as, language)


def of(article: Article) -> Light:
    """What grouping keeps of an article: its headline, then its prose; bylines, credits and furniture tell nothing."""
    return light(
        article.article_id,
        "\n".join(_prose(article)),
        published=article.published.value if article.published else None,
        source=article.source.value if article.source else None,
        same_as=article.duplicate_of,
        language=article.language,
    )


def _prose(article: Article) -> Iterator[str]:
    left = _ENOUGH
    if article.headline and article.headline not in article.text[:_ENOUGH]:
        yield article.headline
    for block in article.blocks:
        if left <= 0:
            return
        if block.role in PROSE and block.repeat_of is None:
            surface = article.text[block.start : min(block.end, block.start + left)]
            left -= len(surface)
            yield surface


def day(published: str | None) -> int | None:
    """The day that an ISO 8601 date names, counted; None where it names none.

    >>> day("2025-12-13T10:45+00:00") - day("2025-12-12"), day("2025-12"), day("soon"), day(None)
    (1, None, None, None)
    """
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
