"""Which name, or question about names, an id means in an article of one of several events.

Whoever is named in two events is two entities there, the later one with a number behind its id (``person:ada-lund@2``).
The number depends on which events are read together, so a decision is never held by it: what counts is the rest of the
id, and the event of the article that the decision is about.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.compare.entities import Naming

_NUMBER = re.compile(r"@\d+$")


def stem(name: str) -> str:
    """An id without what parts it from the same one in another event.

    >>> stem("person:ada-lund@2"), stem("person:ada-lund")
    ('person:ada-lund', 'person:ada-lund')
    """
    return _NUMBER.sub("", name)


class Meant:
    """The ids of `naming`, by event; `event_of` tells the event of each article."""

    def __init__(self, naming: Naming, event_of: Mapping[str, str]) -> None:
        self._event_of = event_of
        self._ids: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._add((one.entity_id, one.article_ids[0]) for one in naming.entities if one.article_ids)
        self._add((one.check_id, one.passages[0].article_id) for one in naming.checks if one.passages)

    def _add(self, found: Iterable[tuple[str, str]]) -> None:
        for name, article_id in found:
            self._ids[self._event_of.get(article_id, ""), stem(name)] = name
            self._taken.add(name)

    def known(self, name: str, article_id: str) -> str:
        """What the id means in this article; as it is, where its event has nothing of the kind."""
        return self._ids.get((self._event_of.get(article_id, ""), stem(name)), name)

    def made(self, name: str, article_id: str) -> str:
        """The same; an id of its own, where only other events have it or none does: an analyst gave a new name."""
        event, first = self._event_of.get(article_id, ""), stem(name)
        if (event, first) not in self._ids:
            found, number = first, 1
            while found in self._taken:
                number += 1
                found = f"{first}@{number}"
            self._ids[event, first] = found
            self._taken.add(found)
        return self._ids[event, first]

    def row(self, row: dict[str, Any], article_id: str) -> dict[str, Any]:
        """A row of a name or a label, with the entity that is meant in its article."""
        return {**row, "entity_id": self.made(row["entity_id"], article_id)} if row.get("entity_id") else row
