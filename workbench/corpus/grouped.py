"""The events that the articles of a corpus tell of, each article of one: they are compared within it."""

from dataclasses import replace

from workbench.cache import remembered
from workbench.events import choice, group
from workbench.model import Article, Event, Problem


class ByEvent:
    """What a corpus knows of the events that its articles tell of.

    `event` is the one that all are taken to be of (None: they are grouped); `elsewhere` are articles of other events.
    """

    documents: tuple[Article, ...]
    event: Event | None
    elsewhere: frozenset[str]

    @remembered(lambda: tuple[Event, ...])
    def event_records(self) -> tuple[Event, ...]:
        """The events that the articles tell of; each article is of one."""
        return (self.event,) if self.event else group(self.documents)

    @property
    def limited_to(self) -> str:
        """What `event` must be for ``load`` to give these articles again: empty where nothing was chosen."""
        if self.event is None:
            return ""
        return self.event.event_id if self.elsewhere else choice.ALL

    @property
    def _compared(self) -> list[tuple[str, ...]]:
        """The articles that are compared with one another: by event, each in the order of the corpus."""
        event_of = self.event_of
        together: dict[str, list[str]] = {event.event_id: [] for event in self.event_records}
        for article in self.documents:
            together[event_of[article.article_id]].append(article.article_id)
        return [tuple(some) for some in together.values()] or [()]

    @property
    def event_of(self) -> dict[str, str]:
        """By article_id: the event that it is of."""
        return {article_id: event.event_id for event in self.event_records for article_id in event.article_ids}

    def events_noticed(self) -> tuple[Problem, ...]:
        """What an analyst must know where the articles are of several events."""
        told, by_id = [], {article.article_id: article for article in self.documents}
        for notice in choice.notices(self.event_records):
            article = by_id.get(notice.article_id or "")
            if article is None:
                told.append(notice)
            elif article.served:  # one in another language shares few words with the others whatever it tells of
                told.append(replace(notice, path=article.path))
        return tuple(told)
