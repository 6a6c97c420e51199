"""Word documents, by python-docx (the extra `office`): paragraphs and tables in reading order."""

import io
import re
from collections.abc import Iterator
from typing import Any

from workbench.errors import MissingPackage
from workbench.model import Fact, Role
from workbench.read import archive
from workbench.read.decode import newlines, oddities
from workbench.read.draft import Draft, Raw
from workbench.read.joining import Paragraph, joined

#: What a paragraph's style says of its role; style names are Word's own, in any of its languages, by their English ids.
_STYLES = (
    (re.compile(r"^title$", re.IGNORECASE), Role.HEADLINE),
    (re.compile(r"^subtitle$", re.IGNORECASE), Role.STANDFIRST),
    (re.compile(r"^heading ?\d", re.IGNORECASE), Role.SUBHEADING),
    (re.compile(r"^caption$", re.IGNORECASE), Role.CAPTION),
)
_UNPACKED = 500_000_000  # what a document may unpack to, in bytes


def read(raw: Raw) -> Iterator[Draft]:
    """The article of a Word document: a paragraph a line, a blank line between two; a table's row is a line, with tabs.

    Raises UnreadableError for a damaged or locked document, and MissingPackage.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingPackage("python-docx", "office", "Reading Word documents") from error
    archive.refuse_unsafe_office(raw.data, _UNPACKED)
    document = docx.Document(io.BytesIO(raw.data))
    text, known = joined(_pieces(document))
    yield Draft(text, "docx", known, dict(_facts(document)), tuple(oddities(text)))


def _pieces(document: Any) -> Iterator[Paragraph]:
    headed = False
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            yield from (Paragraph("\t".join(_cells(row))) for row in part.rows)
            continue
        style = part.style.name if part.style is not None else ""
        role = next((role for pattern, role in _STYLES if pattern.match(style)), None)
        if role is Role.SUBHEADING and not headed:
            role = Role.HEADLINE if style.endswith("1") else role  # many titles are set as the first "Heading 1"
        headed = headed or bool(part.text.strip())
        yield Paragraph(newlines(part.text), role, f"set in the style {style!r}" if role else None)


def _cells(row: Any) -> Iterator[str]:
    """The cells' texts on one line; a cell that spans several columns is one."""
    seen: set[int] = set()
    for cell in row.cells:
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield " ".join(cell.text.split())


def _facts(document: Any) -> Iterator[tuple[str, Fact]]:
    title = " ".join((document.core_properties.title or "").split())
    if title and title.lower() != "word document":
        yield "headline", Fact(title, "the document's properties")
