"""A small table for the browser: wraps text, sorts, selects, edits, works by keyboard; article text stays text."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from workbench.charts.palette import shorten

_HERE = Path(__file__).parent

#: Rows sent at a time: enough to scan, little enough to arrive at once whatever the size of the table.
PAGE = 100
_LONGEST_HEAD = 22  # characters of a source's name above its column


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the frame, its heading, and how it is laid out. An `editable` one holds a text field."""

    name: str
    label: str
    width: str | None = None
    align: str = "left"
    editable: bool = False
    colour: str | None = None  # of the source that the column is about
    title: str | None = None  # the heading in full, where it is shortened

    @classmethod
    def of_source(cls, name: str, called: str, colour: str | None) -> "Column":
        """The column of a source, headed with what it is called, as far as a heading has room."""
        return cls(name, shorten(called, _LONGEST_HEAD), colour=colour, title=called)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: text with marked spans, a quieter line below, badges, a swatch of the source's colour.

    `tone` names the verdict whose colour the text takes: agree, compatible, conflict or single-source.
    `value` and `hint` are for editable columns: what the field holds, and what it shows while it is empty.
    `title` is said when the pointer rests on the cell: what is cut, or what was looked for in vain.
    """

    text: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    sub: str | None = None
    badges: tuple[str, ...] = ()
    colour: str | None = None
    strong: bool = False
    dim: bool = False
    tone: str | None = None
    value: str | None = None
    hint: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its id and its cells; or, with `group`, a heading over the rows that follow."""

    id: str
    cells: tuple[Cell | str | None, ...] = ()
    group: Cell | None = None


# Read field by field: asdict() copies deeply, which for a page of a wide table takes longer than all else.
_COLUMN, _CELL = (tuple(field.name for field in fields(kind)) for kind in (Column, Cell))
_NOTHING: tuple[object, ...] = (None, (), False)


class Grid(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """The table. Python decides order and pages; the browser tells what was clicked, sorted or typed."""

    _esm = _HERE / "grid.js"

    label = traitlets.Unicode("Table").tag(sync=True)
    columns = traitlets.List().tag(sync=True)
    rows = traitlets.List().tag(sync=True)
    empty = traitlets.Unicode("").tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    sort = traitlets.Unicode("").tag(sync=True)
    descending = traitlets.Bool(False).tag(sync=True)
    sortable = traitlets.Bool(True).tag(sync=True)  # where the rows have an order of their own, they keep it
    selected = traitlets.Unicode("").tag(sync=True)
    page = traitlets.Int(0).tag(sync=True)
    pages = traitlets.Int(1).tag(sync=True)
    edited = traitlets.Dict().tag(sync=True)

    def __init__(self, columns: tuple[Column, ...], label: str) -> None:
        super().__init__(columns=headed(columns), label=label)

    def show(
        self,
        lines: list[Line],
        *,
        page: int,
        total: int,
        status: str,
        empty: str,
        columns: tuple[Column, ...] | None = None,
    ) -> None:
        """Show these lines, which are page number `page` of a table of `total` rows, below these columns."""
        with self.hold_sync():
            if columns is not None:
                self.columns = headed(columns)
            self.empty = empty
            self.status = status
            self.pages = pages(total)
            self.page = page
            self.rows = [_plain(line) for line in lines]


def headed(columns: Iterable[Column]) -> list[dict[str, Any]]:
    """The columns as data for the browser."""
    return [{name: getattr(column, name) for name in _COLUMN} for column in columns]


def pages(total: int) -> int:
    """How many pages `total` rows take, at least one.

    >>> pages(0), pages(100), pages(101)
    (1, 1, 2)
    """
    return max(1, -(-total // PAGE))


def _plain(line: Line) -> dict[str, Any]:
    """The line as data for the browser, without the fields that say nothing."""
    if line.group is not None:
        return {"id": line.id, "group": _compact(line.group)}
    return {"id": line.id, "cells": [_compact(cell) if isinstance(cell, Cell) else cell for cell in line.cells]}


def _compact(cell: Cell) -> dict[str, Any]:
    return {name: value for name in _CELL if (value := getattr(cell, name)) not in _NOTHING}
