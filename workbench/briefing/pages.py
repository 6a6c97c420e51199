"""A briefing while somebody works on it: items under keys that stay, and the pages that it went through."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from workbench.briefing.items import Briefing, Item, as_dict, item_of

#: Steps that can be undone.
MOST = 60


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
        return self.insert(keyed(items), after=after)

    def insert(self, entries: Iterable[tuple[str, Item]], *, after: str = "") -> "Page":
        """The same for items that have a key already: what is made anew on another page is the same there."""
        place = self.keys.index(after) + 1 if after in self.keys else len(self.entries)
        return replace(self, entries=(*self.entries[:place], *entries, *self.entries[place:]))

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


def keyed(items: Iterable[Item]) -> tuple[tuple[str, Item], ...]:
    """Each of `items` with a key of its own."""
    return tuple((uuid4().hex[:8], item) for item in items)


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

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "History":
        """What :class:`Scribe` wrote, read back. Raises KeyError, TypeError or ValueError where it is none."""
        items = {name: item_of(one) for name, one in stored["items"].items()}
        pages = tuple(
            Page(_text(one["title"]), tuple((_text(key), items[name]) for key, name in one["items"]))
            for one in stored["pages"]
        )
        at = stored["at"]
        if not pages or not isinstance(at, int) or not 0 <= at < len(pages):
            raise ValueError("it has no present page")
        return cls(pages, at)


class Scribe:
    """Writes a history as JSON, each item once however many pages have it; what it wrote before it writes no more.

    >>> made = History().then(Page("Ferry"))
    >>> History.of(json.loads(Scribe().write(made))) == made
    True
    """

    def __init__(self) -> None:
        self._items: dict[int, tuple[Item, str, str]] = {}  # by identity: pages share their items
        self._pages: dict[int, tuple[Page, str]] = {}

    def write(self, history: History, **beside: Any) -> str:
        """The history as an object of JSON, with `beside` before it."""
        self._items = {
            id(item): self._items.get(id(item)) or _written(item) for page in history.pages for _, item in page.entries
        }
        self._pages = {id(page): self._pages.get(id(page)) or (page, self._page(page)) for page in history.pages}
        pages = ", ".join(self._pages[id(page)][1] for page in history.pages)
        items = ", ".join({name: f'"{name}": {text}' for _, name, text in self._items.values()}.values())
        head = "".join(f"{json.dumps(name)}: {json.dumps(value)}, " for name, value in beside.items())
        return f'{{{head}"at": {history.at}, "pages": [{pages}], "items": {{{items}}}}}\n'

    def _page(self, page: Page) -> str:
        entries = [[key, self._items[id(item)][1]] for key, item in page.entries]
        return json.dumps({"title": page.title, "items": entries})


def _written(item: Item) -> tuple[Item, str, str]:
    """The item, its name and its JSON."""
    text = json.dumps(as_dict(item), sort_keys=True)
    return item, hashlib.sha256(text.encode()).hexdigest()[:16], text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where there should be text")
    return value
