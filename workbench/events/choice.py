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


def limited(
    articles: Sequence[Article], problems: Iterable[Problem], wanted: str
) -> tuple[tuple[Article, ...], tuple[Problem, ...], Event]:
    """The articles of the event that `wanted` names, with what could not be read as it should be, and the event.

    Raises OptionError, which lists the events, where there is none, or several.
    """
    if wanted == ALL:
        return tuple(articles), tuple(problems), as_one(articles)
    event = choose(group(articles), wanted)
    elsewhere = {article.article_id for article in articles}.difference(event.article_ids)
    return only(articles, event), tuple(one for one in problems if one.article_id not in elsewhere), event


def choose(found: Sequence[Event], wanted: str) -> Event:
    """The event that `wanted` names: by its id, by its label, or by a part of one label only, whatever its case.

    Raises OptionError, which lists the events, where there is none, or several.
    """
    same = [one for one in found if one.event_id == wanted] or [one for one in found if one.label == wanted]
    if len(same) == 1:
        return same[0]
    part = " ".join(wanted.casefold().split())
    fits = [one for one in found if part and part in one.label.casefold()]
    if len(fits) == 1:
        return fits[0]
    how = "several events are" if fits else "no event is"
    raise OptionError(f"Of these articles, {how} called {wanted!r}: choose one of {listed(fits or found)}.")


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
        if word.isalnum() and sum(word.casefold() in one.label.casefold() for one in found) == 1:
            return word
    return largest.event_id


def _many(articles: Sequence[str]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles):,} articles"
