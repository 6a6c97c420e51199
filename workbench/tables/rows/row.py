"""A row: a plain dictionary with the columns that ``schemas`` promises, ready for JSON."""

from collections.abc import Sequence
from typing import Any

from workbench.model import Fact, Passage

Row = dict[str, Any]
_ELSE = {"decided": "machine"}


def complete(rows: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """The rows with exactly the columns `names`, in that order; what a row lacks is null.

    Where nobody has decided anything, a row is the machine's.

    >>> complete([{"b": 2}], ["a", "b", "decided"])
    [{'a': None, 'b': 2, 'decided': 'machine'}]
    """
    return [{name: row.get(name, _ELSE.get(name)) for name in names} for row in rows]


def at(passage: Passage) -> Row:
    """Where something stands."""
    return {"article_id": passage.article_id, "start": passage.start, "end": passage.end}


def place(passage: Passage) -> Row:
    """Where something stands, and the characters there."""
    return {**at(passage), "surface": passage.surface}


def value(fact: Fact | None) -> str | None:
    """What is known, without how; None where nothing is."""
    return fact.value if fact else None
