"""What a row of a view is to the analyst: something to decide on, to read in its articles, to pick for a briefing."""

from dataclasses import dataclass
from typing import Any

from workbench.briefing.items import Item
from workbench.model import Passage


@dataclass(frozen=True, slots=True)
class Field:
    """One column of an item that the analyst can correct: as ``corpus.decide`` takes it, and as it is now.

    `kind` is text (`options` are proposed), number, choice (one of `options`), many (some of `options`) or span (the
    words of the passage, to be cut or widened). `called` are the words for the `options`, where these are ids.
    """

    name: str
    label: str
    value: Any = None
    kind: str = "text"
    options: tuple[str, ...] = ()
    hint: str = ""
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """The selected row: what it is called, its `layer` and `key` for ``corpus.decide`` (empty: nothing to decide on),

    the fields that can be corrected, every passage of it in reading order, and the items that a briefing has of it.
    `parts` are what it is made of, each to be decided on by itself: the statements of a quantity, the labels of a
    person, the quotes of an utterance.
    """

    name: str
    layer: str = ""
    key: str = ""
    fields: tuple[Field, ...] = ()
    passages: tuple[Passage, ...] = ()
    items: tuple[Item, ...] = ()
    parts: tuple["Subject", ...] = ()
