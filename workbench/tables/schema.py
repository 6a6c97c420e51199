"""What a table is: its name, its columns, their kinds and meanings."""

from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "number", "flag", "list"]


class Column(NamedTuple):
    """A column: its name, the kind of its values and what it says."""

    name: str
    kind: Kind
    meaning: str


class Schema(NamedTuple):
    """A table: its name, what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def schema(name: str, row: str, *columns: str) -> Schema:
    """A schema from lines like ``"start:integer first character, from 0"``; the kind is text where none is given."""
    made = []
    for line in columns:
        head, _, meaning = line.partition(" ")
        column, _, kind = head.partition(":")
        made.append(Column(column, kind or "text", meaning))  # type: ignore[arg-type]
    return Schema(name, row, tuple(made))


SPAN = (
    "article_id the article",
    "start:integer first character, from 0, in Unicode code points of the article's text",
    "end:integer the character after the last",
)
SURFACE = (*SPAN, "surface the characters that stand there")
ROLE = "role role of the block that it stands in"
DECIDED = "decided machine, confirmed, corrected or added: on whose word it stands"
