"""Articles, their blocks, the events that they tell of and the problems of reading them, to rows."""

from collections.abc import Iterable, Mapping

from workbench.model import PROSE, Article, Event, Problem
from workbench.tables.rows.row import Row, value


def articles(articles: Iterable[Article], event_of: Mapping[str, str] | None = None) -> list[Row]:
    """A row an article; `event_of` maps article_id to event_id where articles were grouped."""
    events = event_of or {}
    return [
        {
            "article_id": article.article_id,
            "source": value(article.source),
            "headline": article.headline,
            "byline": value(article.byline),
            "dateline": value(article.dateline),
            "published": value(article.published),
            "language": article.language,
            "words": words(article),
            "path": article.path,
            "sha256": article.sha256,
            "encoding": article.encoding,
            "text": article.text,
            "url": article.url,
            "note": article.note,
            "duplicate_of": article.duplicate_of,
            "served": article.served,
            "source_basis": article.source.basis if article.source else None,
            "published_basis": article.published.basis if article.published else None,
            "event_id": events.get(article.article_id),
        }
        for article in articles
    ]


def events(events: Iterable[Event], articles: Iterable[Article]) -> list[Row]:
    """A row an event, with the sources as `articles` name them."""
    source_of = {article.article_id: value(article.source) for article in articles}
    return [
        {
            "event_id": event.event_id,
            "label": event.label,
            "articles": len(event.article_ids),
            "sources": sorted({source for one in event.article_ids if (source := source_of.get(one))}),
            "start_date": event.start_date,
            "end_date": event.end_date,
            "article_ids": list(event.article_ids),
        }
        for event in events
    ]


def words(article: Article) -> int:
    """The number of words, split at white space, in the article's prose: furniture, credits and bylines left out."""
    return sum(len(article.text[block.start : block.end].split()) for block in article.blocks if block.role in PROSE)


def problems(problems: Iterable[Problem]) -> list[Row]:
    """A row a problem."""
    return [
        {
            "path": problem.path,
            "article_id": problem.article_id,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        for problem in problems
    ]


def blocks(articles: Iterable[Article]) -> list[Row]:
    """A row a block, in reading order."""
    return [
        {
            "article_id": article.article_id,
            "start": block.start,
            "end": block.end,
            "role": block.role.value,
            "reason": block.reason,
            "repeat_of": block.repeat_of,
        }
        for article in articles
        for block in article.blocks
    ]
