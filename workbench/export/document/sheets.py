"""The briefing as XLSX: its statements in order, its citations, and a sheet for each of its tables."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import OptionError
from workbench.export.document.blocks import Grid, Head, Made, Para, Picture
from workbench.export.printable import line
from workbench.export.tables import columns
from workbench.export.workbook import workbook
from workbench.tables.schemas import Column

_BRIEFING = ("section", "kind", "made_by", "status", "text", "speaker", "citations")
_CITATIONS = ("number", "source", "paragraph", "passage", "sentence", "full", "article_id", "start", "end", "sha256")
_FORBIDDEN = re.compile(r"[\\/*?:\[\]']")


def content(made: Made, template: Path | str | None = None) -> bytes:
    """The XLSX file: heads frozen, filters on, text never a formula.

    Raises OptionError for a template: a workbook has none.
    """
    if template is not None:
        raise OptionError("A workbook takes no template: give one for .pptx or .docx only.")
    sheets: dict[str, tuple[Sequence[Column], Sequence[Mapping[str, Any]]]] = {}
    _add(sheets, "briefing", _BRIEFING, list(_statements(made)))
    _add(sheets, "citations", _CITATIONS, [_cited(one) for one in made.citations])
    for block in made.blocks:
        if isinstance(block, Grid):
            names = _names(block.columns)
            _add(sheets, block.title, names, [dict(zip(names, row, strict=False)) for row in block.rows])
    return workbook(sheets)


def _statements(made: Made) -> list[dict[str, Any]]:
    section, found = "", list[dict[str, Any]]()
    for block in made.blocks:
        row: dict[str, Any] = {"made_by": "machine", "status": "machine"}
        match block:
            case Head(text, level, maker):
                section = text if level == 1 else section
                row |= {"kind": "heading", "text": text, "made_by": maker.value, "status": None}
            case Para():
                kind = "quote" if block.speaker is not None else "statement" if block.point else "text"
                numbers = " ".join(f"[{number}]" for number in block.numbers)
                row |= {"kind": kind, "text": block.text, "made_by": block.maker.value, "citations": numbers or None}
                row |= {"speaker": block.speaker or None, "status": block.status if block.point else None}
            case Picture():
                row |= {"kind": "chart", "text": block.alt}
            case Grid():
                row |= {"kind": "table", "text": block.title, "made_by": block.maker.value}
        found.append({"section": section, **row})
    return found


def _cited(one: Any) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _CITATIONS if name != "sentence"},
        "sentence": f"{one.before}{one.passage}{one.after}",
    }


def _add(sheets: dict[str, Any], title: str, names: Sequence[str], rows: list[dict[str, Any]]) -> None:
    """A sheet, its name one that Excel takes and that no other has."""
    plain = line(_FORBIDDEN.sub(" ", line(title))) or "table"
    name, at = plain[:31], 2
    while name.casefold() in {other.casefold() for other in sheets}:
        name, at = f"{plain[: 30 - len(str(at))]} {at}", at + 1
    known = {column.name: column for column in columns("", rows)}
    sheets[name] = ([known.get(key) or Column(key, "text", "") for key in names], rows)


def _names(wanted: Sequence[str]) -> list[str]:
    """The columns' names, made different where two are alike."""
    found: list[str] = []
    for name in wanted:
        again = sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(f"{name} ({again + 1})" if again else name)
    return found
