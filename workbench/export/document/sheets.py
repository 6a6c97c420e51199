"""The briefing as XLSX: what it is, its statements in order, its citations, and a sheet for each of its tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import OptionError
from workbench.export.document.blocks import LEGEND, Citation, Grid, Head, Made, Para, Picture
from workbench.export.printable import line
from workbench.export.tables import columns
from workbench.export.workbook import workbook
from workbench.tables.schemas import Column

_BRIEFING = ("section", "part", "kind", "made_by", "decided", "text", "speaker", "citations", "decided_in_detail")
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
    _add(sheets, "citations", _CITATIONS, [row for one in made.citations for row in _cited(one)])
    for block in made.blocks:
        if isinstance(block, Grid):
            names = _names(block.columns)
            _add(sheets, block.title, names, [dict(zip(names, row, strict=False)) for row in block.rows])
    _add(sheets, "about", ("what", "text"), list(_about(made)))
    return workbook(sheets)


def _about(made: Made) -> Iterator[dict[str, Any]]:
    yield {"what": "title", "text": made.title}
    yield {"what": "how to read it", "text": LEGEND}
    if made.left_out:
        yield {"what": "left out", "text": made.left_out}
    yield {"what": "made by", "text": made.foot}


def _statements(made: Made) -> Iterator[dict[str, Any]]:
    section = part = ""
    for block in made.blocks:
        row: dict[str, Any] = {"made_by": "machine"}
        match block:
            case Head(text, level, maker):
                section, part = (text, "") if level == 1 else (section, text)
                row |= {"kind": "heading", "text": text, "made_by": maker.value}
            case Para():
                row |= _said(block)
            case Picture():
                row |= {"kind": "chart", "text": block.brief}
            case Grid():
                row |= {"kind": "table", "text": block.title, "made_by": block.maker.value}
        yield {"section": section, "part": part, **row}


def _said(block: Para) -> dict[str, Any]:
    kind = "remark" if block.under else "quote" if block.speaker is not None else "statement" if block.point else "text"
    return {
        "kind": kind,
        "made_by": f"{block.maker.value} {block.by}".strip(),
        "decided": block.status if block.point else None,
        "text": block.text,
        "speaker": block.speaker or None,
        "citations": " ".join(f"[{number}]" for number in block.numbers) or None,
        "decided_in_detail": block.rests or None,
    }


def _cited(one: Citation) -> Iterator[dict[str, Any]]:
    """A row a passage; those of one sentence have one number."""
    plain = {name: getattr(one, name) for name in ("number", "source", "paragraph", "full", "article_id", "sha256")}
    for start, end, passage in one.passages:
        yield {**plain, "passage": passage, "sentence": one.text, "start": start, "end": end}


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
