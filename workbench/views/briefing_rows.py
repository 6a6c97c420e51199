"""What each item of a briefing shows, in one line: looked up once for all of them, without drawing a chart."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from workbench.briefing import items
from workbench.briefing.pages import Page
from workbench.citing.say import count
from workbench.export.document.blocks import Block, Citation, Head, Made, Para
from workbench.export.document.resolve import resolve
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = ("number", "kind", "says", "cited", "whose")
_PARTED = items.Heading("", 9)
_LookedUp: TypeAlias = items.Statement | items.Figure | items.Quantity | items.Quote | items.Claim | items.Check
_LOOKED_UP = (items.Statement, items.Figure, items.Quantity, items.Quote, items.Claim, items.Check)


@dataclass(frozen=True)
class Listed:
    """The items of `page`, each with what it shows by now; `said` are those of them that stand on passages."""

    page: Page
    corpus: "Corpus"
    known: "tuple[tuple[_LookedUp, ...], Made] | None" = field(default=None, repr=False)  # items, and what they made

    @cached_property
    def looked_up(self) -> tuple[_LookedUp, ...]:
        """The items that are looked up in the articles."""
        return tuple(item for _, item in self.page.entries if isinstance(item, _LOOKED_UP))

    @cached_property
    def made(self) -> Made:
        """What these show, and the passages that they stand on, numbered in their order."""
        if self.known is not None and self.known[0] == self.looked_up:
            return self.known[1]
        parted = tuple(one for item in self.looked_up for one in (_PARTED, item))
        return resolve(items.Briefing("", parted), self.corpus)

    def then(self, page: Page) -> "Listed":
        """The same for another page: what stands on the same passages is not looked up again."""
        known = (self.looked_up, self.made) if "made" in self.__dict__ else self.known
        return Listed(page, self.corpus, known)

    @cached_property
    def _parts(self) -> list[list[Block]]:
        """The blocks of each item that is looked up; and at the end those that the briefing has whatever was picked."""
        parts: list[list[Block]] = [[]]
        for block in self.made.blocks:
            if isinstance(block, Head) and block.level == _PARTED.level:
                parts.append([])
            elif isinstance(block, Head) and len(parts) > len(self.looked_up):
                return [*parts[1:], [block, *self.made.blocks[self.made.blocks.index(block) + 1 :]]]
            else:
                parts[-1].append(block)
        return [*parts[1:], []]

    @cached_property
    def said(self) -> dict[str, tuple[Para, ...]]:
        """By key: the sentence of each item that is looked up, and remarks on it."""
        keys = [key for key, item in self.page.entries if isinstance(item, _LOOKED_UP)]
        return {
            key: tuple(one for one in part if isinstance(one, Para))
            for key, part in zip(keys, self._parts, strict=False)
        }

    @property
    def ending(self) -> tuple[Block, ...]:
        """What stands at the end whatever was picked: what the analysts decided."""
        return tuple(self._parts[-1])

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages cited."""
        return self.made.citations

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row an item; the index holds the keys."""
        rows = [
            (number, kind(item), self.says(key, item), self.cited(key), whose(item))
            for number, (key, item) in enumerate(self.page.entries, 1)
        ]
        index = pd.Index(self.page.keys, dtype="object")
        return pd.DataFrame(rows, columns=list(COLUMNS), index=index).astype({"number": int, "cited": int})

    def chart(self, item: items.Chart) -> str:
        """What a chart shows, in a few words, without drawing it."""
        said = items.CHART_WORDS.get(item.name, item.name)
        key = dict(item.arguments).get("quantity")
        labels = (one.label for one in self.corpus.comparison.quantities if one.quantity_id == key) if key else ()
        return ": ".join([said, *labels])

    def cited(self, key: str) -> int:
        """How many passages an item cites."""
        return len({number for one in self.said.get(key, ()) for number in one.numbers})

    def says(self, key: str, item: items.Item) -> str:
        """What the item shows, in one line."""
        match item:
            case items.Heading(text) | items.Text(text):
                return line(text)
            case items.Chart(_, _, title, caption):
                return line(" · ".join(part for part in (title or self.chart(item), caption) if part))
            case items.Table(name, _, rows, title):
                return line(f"{title or name} · {count(len(rows), 'row')}")
        para = self.said[key][0]
        return f"{para.text}{para.spoken}{para.closing}"


def kind(item: items.Item) -> str:
    """What an item is, in a word."""
    return type(item).__name__.lower()


def whose(item: items.Item) -> str:
    """Whose words it has: the machine's or the analyst's."""
    maker = getattr(item, "maker", items.Maker.MACHINE)
    own = isinstance(item, items.Chart) and bool(item.title or item.caption)
    return items.Maker.ANALYST.value if own or maker is items.Maker.ANALYST else items.Maker.MACHINE.value


def counted(number: int, kind: str) -> str:
    """A number of items of a kind.

    >>> counted(2, "quantity"), counted(1, "chart")
    ('2 quantities', '1 chart')
    """
    return f"{number:,} quantities" if kind == "quantity" and number > 1 else count(number, kind)


def short(text: str, most: int = 110) -> str:
    """`text` cut to what a line has room for."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
