"""Events: which articles of many tell of one thing that happened. `group` is the one entry for articles at hand.

    terms      a text as terms with their weight, in any language;  records  what is kept of an article
    weights    what each term tells, learned from the articles;     nearest  the likeliest others, through an index
    linking    groups by average likeness and date;                 few      the prior for a small folder
    labels     what to call an event

The way of topic detection and tracking (Allan et al. 1998; Yang et al. 1998): weighted terms, a likeness that fades
with the days between two articles, groups by average linkage. Candidates come from an index of rare terms with short
lists, as in first story detection (Petrović et al. 2010): the work grows with the number of articles, not its square.
No parse, no model, no network, no word list of a language but English.

For many articles that must not all be held, there is the streaming face. It takes light records, one by one and in any
order, and keeps about two kilobytes of each:

    grouper = Grouper()
    for article in reader:            # a first pass, which drops the texts
        grouper.add(light(article.article_id, article.text, published="2025-12-13", source="Herald"))
    event_of = {each: event.event_id for event in grouper.events() for each in event.article_ids}

The result does not depend on the order in which they come. Where they come in order of their days, `release(before)`
gives up the events that are over and forgets their articles: what is held is then bounded by the articles of the last
WINDOW days.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from workbench.events import few, labels, linking, nearest, records
from workbench.events.few import FEW
from workbench.events.linking import Cluster
from workbench.events.nearest import WINDOW
from workbench.events.records import Light, light
from workbench.events.weights import Counts
from workbench.model import Article
from workbench.model.events import Event

__all__ = ["FEW", "LEAST", "WINDOW", "Event", "Grouper", "Light", "group", "light"]

#: Articles are of one event where they are alike by so much on average; in a small folder, by a little less.
LEAST, LEAST_OF_FEW = 0.25, 0.22
#: Less likeness than this between two articles is not looked at.
LEAST_TRIED = 0.15


def group(articles: Iterable[Article]) -> tuple[Event, ...]:
    """The events that `articles` tell of, in order of their first day (undated ones last), then of their ids.

    Every article is of exactly one event. Up to FEW articles are taken to be of one event unless they are clearly of
    several (`few`). The result does not depend on the order of the articles.

    >>> group([])
    ()
    """
    grouper = Grouper()
    for article in articles:
        grouper.add(records.of(article))
    return grouper.events()


def as_one(articles: Iterable[Article]) -> Event:
    """All `articles` as one event, whatever they tell of.

    Raises ValueError where there is none.
    """
    grouper = Grouper()
    for article in articles:
        grouper.add(records.of(article))
    return grouper.whole()


class Grouper:
    """Articles as they come, and the events among them."""

    def __init__(self) -> None:
        self._held: list[Light] = []
        self._counts = Counts()
        self._given_up = 0

    def __len__(self) -> int:
        return len(self._held)

    def add(self, record: Light) -> None:
        """Take in an article."""
        self._counts.add(record.terms)
        shared = tuple(map(sys.intern, record.terms.words))  # a word of many articles is held once
        self._held.append(replace(record, terms=replace(record.terms, words=shared)))

    def events(self) -> tuple[Event, ...]:
        """The events among the articles that are held, in order of their first day."""
        held = sorted(self._held, key=_order)
        clusters, odd = self._grouped(held)
        return _told(clusters, held, odd)

    def whole(self) -> Event:
        """All articles that are held as one event.

        Raises ValueError where there is none.
        """
        held = sorted(self._held, key=_order)
        if not held:
            raise ValueError("There is no article.")
        vectors = [self._counts.vector(record.terms) for record in held]
        every = ((0, at) for at in range(1, len(held)))
        clusters = linking.link(vectors, [record.day for record in held], (), LEAST, every)
        return _told(clusters, held, [])[0]

    def release(self, before: str) -> tuple[Event, ...]:
        """The events that no article published on `before` (ISO 8601) or later can be of; their articles are forgotten.

        For articles that come in order of their days. Undated articles are held with the event that they are of.

        Raises ValueError for a date that is none.
        """
        open_from = date.fromisoformat(before[:10]).toordinal() - WINDOW
        held = sorted(self._held, key=_order)
        clusters, _ = self._grouped(held, few_too=False)
        over = [cluster for cluster in clusters if cluster.last is not None and cluster.last < open_from]
        gone = {held[at].article_id for cluster in over for at in cluster.members}
        self._held = [record for record in held if record.article_id not in gone]
        self._given_up += len(gone)
        return _told(over, held, [])

    def _grouped(self, held: list[Light], few_too: bool = True) -> tuple[list[Cluster], list[int]]:
        small = few_too and not self._given_up and len(held) <= FEW
        vectors = [self._counts.vector(record.terms) for record in held]
        days = [record.day for record in held]
        least = LEAST_OF_FEW if small else LEAST
        alike = nearest.pairs(vectors, days, self._counts, LEAST_TRIED)
        clusters = linking.link(vectors, days, alike, least, _same(held))
        if not small or len(clusters) < 2:
            return clusters, []
        return few.settle(clusters, [record.language for record in held])


def _order(record: Light) -> tuple[bool, int, str]:
    return record.day is None, record.day or 0, record.article_id


def _same(held: list[Light]) -> Iterator[tuple[int, int]]:
    """The articles that say the same as another, by their places."""
    places = {record.article_id: at for at, record in enumerate(held)}
    for at, record in enumerate(held):
        if record.same_as in places:
            yield places[record.same_as], at


def _told(clusters: list[Cluster], held: list[Light], odd: list[int]) -> tuple[Event, ...]:
    """The groups as events, called by words that set each apart; by its days too, where words do not."""
    called = list(labels.labels(clusters, held))
    found = []
    for cluster, label in zip(clusters, called, strict=True):
        some = [held[at] for at in cluster.members]
        ids = sorted(record.article_id for record in some)
        days = [record.day for record in some if record.day is not None]
        first, last = (date.fromordinal(min(days)), date.fromordinal(max(days))) if days else (None, None)
        if called.count(label) > 1 or not label:
            label = " ".join(part for part in (label, f"({first or ids[0]})") if part)
        found.append(
            Event(
                f"e:{ids[0]}",
                label,
                tuple(ids),
                tuple(sorted({record.source for record in some if record.source})),
                first.isoformat() if first else None,
                last.isoformat() if last else None,
                tuple(sorted(held[at].article_id for at in odd if at in cluster.members)),
            )
        )
    return tuple(sorted(found, key=lambda event: (event.start_date or "9999", event.event_id)))
