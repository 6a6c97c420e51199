"""What a row of a view is to the analyst: something to decide on, to read in its articles, to pick for a briefing."""

from dataclasses import dataclass
from typing import Any

from workbench.briefing.items import Item
from workbench.model import Passage


@dataclass(frozen=True, slots=True)
class Field:
    """One column of an item that the analyst can correct: as ``corpus.decide`` takes it, and as it is now.

    `kind` is text, number, or choice (one of `options`).
    """

    name: str
    label: str
    value: Any = None
    kind: str = "text"
    options: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The selected row: what it is called, its `layer` and `key` for ``corpus.decide`` (empty: nothing to decide on),

    the fields that can be corrected, every passage of it in reading order, and the items that a briefing has of it.
    """

    name: str
    layer: str = ""
    key: str = ""
    fields: tuple[Field, ...] = ()
    passages: tuple[Passage, ...] = ()
    items: tuple[Item, ...] = ()
