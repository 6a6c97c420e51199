"""Events: the articles of a corpus that tell of one thing that happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Articles on one event. `label` is made of words that they share and that set the event apart.

    `sources` are the outlets, as far as known; `start_date` and `end_date` the first and last day on which an article
    was published, ISO 8601, None where no article tells its day. `odd` are articles that are here only because a small
    folder is taken to be about one event: they have next to nothing in common with the others.
    """

    event_id: str
    label: str
    article_ids: tuple[str, ...]
    sources: tuple[str, ...] = ()
    start_date: str | None = None
    end_date: str | None = None
    odd: tuple[str, ...] = ()
