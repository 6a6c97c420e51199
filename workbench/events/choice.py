"""Which event is meant: all articles together, or the one that an analyst names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.errors import OptionError
from workbench.events import as_one, group
from workbench.model import Article, Problem, Severity
from workbench.model.events import Event

#: What an analyst says for all articles as one event.
ALL = "*"
_LISTED = 12
_ID = "e:"


def limited(
    articles: Sequence[Article], problems: Iterable[Problem], wanted: str
) -> tuple[tuple[Article, ...], tuple[Problem, ...], Event]:
    """The articles of the event that `wanted` names, with what could not be read as it should be, and the event.

    Raises OptionError, which lists the events, where there is none, or several.
    """
    if wanted == ALL and articles:
        return tuple(articles), tuple(problems), as_one(articles)
    event = choose(group(articles), wanted)
    elsewhere = {article.article_id for article in articles}.difference(event.article_ids)
    return only(articles, event), tuple(one for one in problems if one.article_id not in elsewhere), event


def choose(found: Sequence[Event], wanted: str) -> Event:
    """The event that `wanted` names: its id, its label, or words or a part of one label only, whatever their case.

    The id of an event names one of its articles, and goes on to mean the event of that article when others come.

    Raises OptionError, which lists the events, where there is none, or several.
    """
    part = " ".join(wanted.casefold().split())
    if not found:
        raise OptionError(f"There is no article here, and so no event {wanted!r}.")
    if not part:
        raise OptionError(f'event="" names no event: choose one of {listed(found)}; or "{ALL}" for all as one.')
    for fits in (
        [one for one in found if wanted in (one.event_id, one.label)],
        [one for one in found if wanted.startswith(_ID) and wanted.removeprefix(_ID) in one.article_ids],
        [one for one in found if part in (one.event_id.casefold(), one.label.casefold())],
        [one for one in found if _words(wanted) <= _words(one.label)],
        [one for one in found if part in one.label.casefold()],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise OptionError(f"{wanted!r} could be {len(fits)} events, so say more of one: {listed(fits)}.")
    raise OptionError(f"No event of these articles is called {wanted!r}: choose one of {listed(found)}.")


def _words(label: str) -> set[str]:
    return set(label.casefold().replace(",", " ").split())


def listed(found: Sequence[Event]) -> str:
    """The events in words, those with most articles first."""
    first = sorted(found, key=lambda one: (-len(one.article_ids), one.event_id))
    told = "; ".join(f"{one.label} ({_many(one.article_ids)})" for one in first[:_LISTED])
    return told + (f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else "")


def only(articles: Iterable[Article], event: Event) -> tuple[Article, ...]:
    """The articles of an event, in their order; one that repeats an article that is not among them is no duplicate."""
    wanted = frozenset(event.article_ids)
    kept = [article for article in articles if article.article_id in wanted]
    known = {article.article_id for article in kept}
    return tuple(article if article.duplicate_of in known else replace(article, duplicate_of=None) for article in kept)


def notices(found: Sequence[Event]) -> tuple[Problem, ...]:
    """What an analyst must know where articles are of several events, or some seem to be of another one."""
    told = []
    if len(found) > 1:
        message = (
            f"These articles look like {len(found)} events: {listed(found)}. Each is compared within itself: choose "
            f'one with load(..., event="{_shortest(found)}"), or take all as one with load(..., event="{ALL}").'
        )
        told.append(Problem(None, None, Severity.NOTICE, message))
    for event in found:
        for article_id in event.odd:
            message = "This article has next to nothing in common with the others: check that it is about their event."
            told.append(Problem(None, article_id, Severity.NOTICE, message))
    return tuple(told)


def _shortest(found: Sequence[Event]) -> str:
    """A word that names the event with most articles, and no other; else its id."""
    largest = max(found, key=lambda one: (len(one.article_ids), one.event_id))
    for word in largest.label.split(", "):
        if word.replace(" ", "").isalnum() and sum(word.casefold() in one.label.casefold() for one in found) == 1:
            return word
    return largest.event_id


def _many(articles: Sequence[str]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles):,} articles"
