"""The twin of a table in plain HTML, without style or script: what an exported notebook shows in the widget's place."""

from collections.abc import Sequence

from workbench.markup import Html, escape, join, mark, tag
from workbench.views.grid import Cell, Column, Line

#: Rows of the table that a twin shows.
ROWS = 25
_LEFT = "text-align:left"


def table(columns: Sequence[Column], lines: Sequence[Line]) -> Html:
    """The lines as a table."""
    heads = tag("tr", *(tag("th", column.label, style=_LEFT) for column in columns))
    return tag("table", tag("thead", heads), tag("tbody", *(_row(line, len(columns)) for line in lines)))


def _row(line: Line, width: int) -> Html:
    if line.group is not None:
        words = (line.group.text, " ", tag("small", line.group.sub))
        return tag("tr", tag("th", *words, colspan=width, style=_LEFT))
    return tag("tr", *(tag("td", _content(cell), style=_LEFT) for cell in line.cells))


def _content(cell: Cell | str | None) -> Html:
    if not isinstance(cell, Cell):
        return escape("–" if cell is None else cell)
    text = mark(cell.text if cell.text is not None else cell.value or cell.hint or "–", cell.marks)
    badges = join((tag("small", f"[{badge}]") for badge in cell.badges), " ")
    words = join([part for part in (text, badges) if part], " ")
    return join([words, tag("div", tag("small", cell.sub)) if cell.sub else ""])
