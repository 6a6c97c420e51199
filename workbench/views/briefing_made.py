"""What can be done with a briefing, without a widget: items by their numbers, title, undo, the draft, exports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.briefing import items, store
from workbench.briefing.pages import Page, keyed
from workbench.citing.say import count
from workbench.errors import OptionError
from workbench.export.document.drafted import draft
from workbench.export.document.resolve import CHARTS
from workbench.views import briefing_files
from workbench.views.base import View

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: What can be written in an item, by its kind; the others are looked up when the briefing is written.
FIELDS: dict[type[Any], tuple[str, ...]] = {
    items.Heading: ("title", "level"),
    items.Text: ("text",),
    items.Chart: ("title", "caption"),
    items.Table: ("title",),
}


class Making:
    """A briefing on `corpus`, in `store`."""

    corpus: "Corpus"
    store: store.Store

    # -- what it holds ---------------------------------------------------------------------------------------------

    @property
    def briefing(self) -> items.Briefing:
        """What is written when it is exported."""
        page = self.store.page
        return replace(page.briefing, title=self.title)

    @property
    def title(self) -> str:
        """The title; set it to give another."""
        return store.title_of(self.store.page, self.corpus)

    @title.setter
    def title(self, title: str) -> None:
        self.store.edit(lambda page: replace(page, title=" ".join(title.split())), "title")

    def number(self, key: str) -> int:
        """The number of the item with this key."""
        return self.store.page.keys.index(key) + 1

    def _key(self, number: int) -> str:
        keys = self.store.page.keys
        if not 1 <= number <= len(keys):
            raise OptionError(f"There is no item {number}: the briefing has {count(len(keys), 'item')}.")
        return keys[number - 1]

    # -- changing it -----------------------------------------------------------------------------------------------

    def add(self, *things: "items.Item | items.Briefing | View[Any] | str", after: int | None = None) -> None:
        """Add items: as values, those of a view's selected row, all of another briefing, or words of your own.

        They go to the end, or behind the item number `after`. What is in the briefing already is not added again.

        Raises OptionError for a chart that there is not, and for a view in which nothing is selected.
        """
        new = tuple(item for thing in things for item in _items(thing))
        self.store.add(*new, after=self._key(after) if after is not None else "")

    def move(self, number: int, to: int) -> None:
        """Give the item `number` the number `to`. Raises OptionError where there is no such item."""
        key = self._key(number)
        self.store.edit(lambda page: page.move(key, to - 1))

    def remove(self, number: int) -> None:
        """Take the item `number` out. Raises OptionError where there is no such item."""
        key = self._key(number)
        self.store.edit(lambda page: page.without(key))

    def edit(self, number: int, **fields: Any) -> None:
        """Write in the item `number`: its ``title``, ``caption``, ``text`` or ``level``, whichever it has.

        Raises OptionError where there is no such item, or it has no such field.
        """
        key = self._key(number)
        item: Any = dict(self.store.page.entries)[key]
        offered = FIELDS.get(type(item), ())
        if wrong := [name for name in fields if name not in offered]:
            has = f"it has {', '.join(offered)}" if offered else "it is looked up in the articles"
            raise OptionError(f"There is no {wrong[0]} to write in item {number}, a {type(item).__name__}: {has}.")
        named = {
            "text" if isinstance(item, items.Heading) and name == "title" else name: one for name, one in fields.items()
        }
        made = replace(item, **named)
        self.store.edit(lambda page: page.put(key, made), f"{key} {' '.join(sorted(named))}")

    def draft(self) -> None:
        """Begin with the workbench's own draft; what was picked already and is not in it stays behind it."""
        made = draft(self.corpus)
        entries = keyed(made.items)

        def begun(page: Page) -> Page:
            rest = tuple(one for one in page.entries if one[1] not in made.items)
            return replace(page, title=page.title or made.title, entries=(*entries, *rest))

        self.store.edit(begun)

    def undo(self) -> None:
        """Take the last change back. Raises OptionError where there is none."""
        self.store.undo()

    def redo(self) -> None:
        """Take the last undoing back. Raises OptionError where there is none."""
        self.store.redo()

    def export(
        self,
        folder: Path | str,
        formats: Sequence[str] = briefing_files.FORMATS,
        template: Path | str | None = None,
    ) -> list[Path]:
        """Write the briefing to `folder` and return the paths written.

        `formats` are pptx, docx, pdf, html, xlsx, md, and charts for a folder of them as PNG, SVG and PDF; `template`
        is the organisation's own .pptx or .docx.

        Raises OptionError for another format and for a folder among the articles, MissingPackage where one is missing.
        """
        return briefing_files.write(self.briefing, self.corpus, folder, formats, template)


def _items(thing: "items.Item | items.Briefing | View[Any] | str") -> Iterator[items.Item]:
    """The items that a thing stands for."""
    if isinstance(thing, str):
        yield items.Text(thing)
    elif isinstance(thing, items.Briefing):
        yield from thing.items
    elif isinstance(thing, View):
        subject = thing.subject()
        if subject is None or not subject.items:
            raise OptionError(f"No row is selected in {thing.title}: select one, or give an item.")
        yield from subject.items
    elif isinstance(thing, items.Chart) and thing.name not in CHARTS:
        raise OptionError(f"There is no chart {thing.name!r}; the charts are {', '.join(CHARTS)}.")
    else:
        yield thing
