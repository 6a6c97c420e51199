"""What grouping into events needs of each article, as it passes between processes, and the events that come of it."""

import json
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.events import Grouper, Light
from workbench.events.records import of
from workbench.events.terms import Terms
from workbench.model import Article
from workbench.stream.manifest import FOLDER
from workbench.stream.places import Folder
from workbench.stream.task import line

_FILE = f"{FOLDER}/events.json"


def told(article: Article) -> list[Any]:
    """What grouping needs of an article, as JSON says it."""
    light = of(article)
    terms = light.terms
    return [
        light.article_id,
        light.day,
        light.source,
        [list(terms.keys), list(terms.weights), list(terms.common), list(terms.words)],
    ]


def light(given: Sequence[Any]) -> Light:
    """The record that `told` told."""
    article_id, day, source, (keys, weights, common, words) = given
    return Light(
        article_id, Terms(array("I", keys), array("f", weights), array("f", common), tuple(words)), day, source
    )


@dataclass(frozen=True, slots=True)
class Grouped:
    """By article_id the event; by event what it is called and which of its articles are odd; articles set aside."""

    event_of: dict[str, str] = field(default_factory=dict)
    labels: list[tuple[str, str, list[str]]] = field(default_factory=list)
    aside: dict[str, str] = field(default_factory=dict)


def grouped(lights: Iterable[Light], aside: dict[str, str]) -> Grouped:
    """The events among the articles of these records, in whatever order they come."""
    grouper = Grouper()
    for one in lights:
        grouper.add(one)
    found = Grouped(aside=aside)
    for event in grouper.events():
        found.event_of.update(dict.fromkeys(event.article_ids, event.event_id))
        found.labels.append((event.event_id, event.label, list(event.odd)))
    return found


class Keep:
    """Where the events that a run found are kept for one that goes on; `basis` is what they depend on but articles."""

    def __init__(self, out: Folder, basis: str, resume: bool) -> None:
        self._out, self._basis, self._resume = out, basis, resume

    def of(self, digest: str, find: Callable[[], Grouped]) -> Grouped:
        """The events that an earlier run found among the articles with this digest, else those that `find` finds."""
        known = self._known(f"{self._basis} {digest}") if self._resume else None
        if known is not None:
            return known
        found = find()
        told = {
            "of": f"{self._basis} {digest}",
            "event_of": dict(sorted(found.event_of.items())),
            "labels": found.labels,
            "aside": dict(sorted(found.aside.items())),
        }
        self._out.put(_FILE, line(told))
        return found

    def _known(self, wanted: str) -> Grouped | None:
        try:
            known = json.loads(self._out.get(_FILE) or b"{}")
            if known.get("of") != wanted:
                return None
            labels = [(event, label, odd) for event, label, odd in known["labels"]]
            return Grouped(known["event_of"], labels, known["aside"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
