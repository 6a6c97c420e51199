"""The difference of two sources, below the reader: a table whose rows lead to both passages."""

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts.palette import cut
from workbench.citing.say import count
from workbench.errors import OptionError
from workbench.markup import Html, tag
from workbench.model import Passage
from workbench.views import twin
from workbench.views.grid import Cell, Column, Line
from workbench.views.reading import difference
from workbench.views.reading.difference import Row, Spans

if TYPE_CHECKING:
    from workbench.views.reader import Reader

_WORDS = 220
_TONES = {difference.DIFFERENT: "conflict", difference.EQUAL: "agree"}
_COLUMNS = ("kind", "what", "standing", "first", "second", "note")


def rows(reader: "Reader") -> list[Row]:
    """What the reference and ``versus`` have, and not; nothing where there is one article.

    Raises OptionError while no two sources are chosen.
    """
    state = reader.state
    if len(reader.corpus.documents) < 2:
        return []
    if not state.versus or state.versus == state.reference:
        raise OptionError("Set reader.versus to the source that the reference is to be compared with.")
    return difference.compare(reader.corpus, reader.linked, state.reference, state.versus)


def frame(reader: "Reader") -> pd.DataFrame:
    """The rows as a table; the index holds what ``reader.active`` takes."""
    some = rows(reader)
    data = [
        (one.kind, one.name, _standing(reader, one), _plain(one.a), _plain(one.b), one.note or None) for one in some
    ]
    index = pd.Index([one.link for one in some], dtype="object", name="link")
    return pd.DataFrame(data, columns=list(_COLUMNS), index=index)


def columns(reader: "Reader") -> tuple[Column, ...]:
    """What it is, how the two stand, and both passages."""
    names, colours, state = reader.sources.names, reader.sources.colours, reader.state
    return (
        Column("name", "What", "24%"),
        *(Column(key, names.get(key, ""), "33%", colour=colours.get(key)) for key in (state.reference, state.versus)),
        Column("note", "How they differ"),
    )


def lines(reader: "Reader") -> list[Line]:
    """The rows under a heading for each way to stand."""
    made: list[Line] = []
    some = rows(reader)
    counts = Counter(one.standing for one in some)
    last = ""
    for one in some:
        if one.standing != last:
            last = one.standing
            head = Cell(_heading(reader, last), strong=True, sub=str(counts[last]), tone=_TONES.get(last))
            made.append(Line(f"group:{last}", group=head))
        cells = (Cell(cut(one.name, 90), sub=one.kind), _cell(one.a, one.in_a), _cell(one.b, one.in_b), one.note or "")
        made.append(Line(one.link, cells))
    return made


def html(reader: "Reader") -> Html:
    """The same as plain HTML."""
    return tag("div", tag("h4", summary(reader)), twin.table(columns(reader), lines(reader)))


def summary(reader: "Reader") -> str:
    """How much differs, in one line."""
    counts = Counter(one.standing for one in rows(reader))
    parts = (f"{_heading(reader, standing)}: {counts[standing]}" for standing in difference.STANDINGS)
    names, state = reader.sources.names, reader.state
    total = count(sum(counts.values()), "figure, quote or claim").replace("claims", "claim")
    return f"{names[state.reference]} against {names[state.versus]}, {total} · {' · '.join(parts)}"


def _heading(reader: "Reader", standing: str) -> str:
    names, state = reader.sources.names, reader.state
    return {
        difference.DIFFERENT: "both, differently",
        difference.EQUAL: "both, equally",
        difference.FIRST: f"only {names[state.reference]}",
        difference.SECOND: f"only {names[state.versus]}",
    }[standing]


def _standing(reader: "Reader", one: Row) -> str:
    return _heading(reader, one.standing)


def _cell(passage: Passage | None, differing: Spans) -> Cell:
    """The words of a side, those that the other does not have marked."""
    if passage is None:
        return Cell("–", dim=True)
    text = passage.surface[:_WORDS]
    inside = ((max(0, start - passage.start), min(len(text), end - passage.start)) for start, end in differing)
    more = "…" if len(passage.surface) > _WORDS else ""
    return Cell(text.replace("\n", " ") + more, marks=tuple(sorted(one for one in inside if one[0] < one[1])))


def _plain(passage: Passage | None) -> str | None:
    return " ".join(passage.surface.split()) if passage else None
