"""A briefing while somebody works on it: items under keys that stay, and the pages that it went through."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias
from uuid import uuid4

from workbench.briefing.items import Briefing, Item, as_dict, item_of

#: Steps that can be undone.
MOST = 100


@dataclass(frozen=True, slots=True)
class Page:
    """The briefing at one moment: a title, and items each under a key that it keeps while it is moved and rewritten.

    >>> from workbench.briefing.items import Heading, Text
    >>> page = Page().add(Heading("What happened"), Text("I doubt it."))
    >>> page.move(page.keys[1], 0).briefing.items[0].text
    'I doubt it.'
    """

    title: str = ""
    entries: tuple[tuple[str, Item], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the items, in order."""
        return tuple(key for key, _ in self.entries)

    @property
    def briefing(self) -> Briefing:
        """The page as a briefing to be written."""
        return Briefing(self.title, tuple(item for _, item in self.entries))

    def add(self, *items: Item, after: str = "") -> "Page":
        """With `items` behind the one with the key `after`; at the end where there is none of that key."""
        place = self.keys.index(after) + 1 if after in self.keys else len(self.entries)
        new = tuple((uuid4().hex[:8], item) for item in items)
        return replace(self, entries=(*self.entries[:place], *new, *self.entries[place:]))

    def without(self, key: str) -> "Page":
        """Without the item `key`."""
        return replace(self, entries=tuple(one for one in self.entries if one[0] != key))

    def move(self, key: str, to: int) -> "Page":
        """With the item `key` at the place `to`, counted from 0; as it is where there is no such item."""
        moved = [one for one in self.entries if one[0] == key]
        rest = self.without(key).entries
        place = max(0, min(to, len(rest)))
        return replace(self, entries=(*rest[:place], *moved, *rest[place:]))

    def put(self, key: str, item: Item) -> "Page":
        """With `item` in the place of the item `key`; at the end where that is gone: nothing written is lost."""
        if key not in self.keys:
            return replace(self, entries=(*self.entries, (key, item)))
        return replace(self, entries=tuple((name, item if name == key else one) for name, one in self.entries))


Step: TypeAlias = Callable[["History"], "History"]


@dataclass(frozen=True, slots=True)
class History:
    """The pages of a briefing, the present one at `at`; what was undone stands behind it.

    `mark` names what the last change was made of: changes with one mark, such as letters typed, are one step.
    """

    pages: tuple[Page, ...] = (Page(),)
    at: int = 0
    mark: str = ""

    @property
    def page(self) -> Page:
        """The briefing as it is now."""
        return self.pages[self.at]

    def then(self, page: Page, mark: str = "") -> "History":
        """With `page` as the present one; as it is where nothing changed."""
        if page == self.page:
            return self
        again = bool(mark) and mark == self.mark and self.at > 0
        kept = self.pages[: self.at + (0 if again else 1)]
        pages = (*kept, page)[-MOST:]
        return History(pages, len(pages) - 1, mark)

    def step(self, by: int) -> "History":
        """One page back (-1) or forth (1); as it is at either end."""
        return History(self.pages, max(0, min(self.at + by, len(self.pages) - 1)))

    def as_dict(self) -> dict[str, Any]:
        """As JSON can hold it: each item once, however many pages have it."""
        items: dict[str, dict[str, Any]] = {}
        names: dict[Item, str] = {}

        def named(item: Item) -> str:
            if item not in names:
                plain = as_dict(item)
                text = json.dumps(plain, ensure_ascii=False, sort_keys=True)
                names[item] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
                items[names[item]] = plain
            return names[item]

        pages = [
            {"title": page.title, "items": [[key, named(item)] for key, item in page.entries]} for page in self.pages
        ]
        return {"at": self.at, "pages": pages, "items": items}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "History":
        """What :meth:`as_dict` gave. Raises KeyError, TypeError or ValueError where it is none."""
        items = {name: item_of(one) for name, one in stored["items"].items()}
        pages = tuple(
            Page(_text(one["title"]), tuple((_text(key), items[name]) for key, name in one["items"]))
            for one in stored["pages"]
        )
        at = stored["at"]
        if not pages or not isinstance(at, int) or not 0 <= at < len(pages):
            raise ValueError("it has no present page")
        return cls(pages, at)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where there should be text")
    return value
