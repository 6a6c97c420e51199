"""PDF documents, by pypdf (the extra `pdf`): the text of every page, in the order in which it is drawn."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from workbench.errors import MissingPackage
from workbench.model import Fact
from workbench.read.decode import newlines, oddities
from workbench.read.draft import Draft, Raw, UnreadableError

_PLACEHOLDER = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|qxd|html?)\b|^\W*$", re.IGNORECASE)


def read(raw: Raw) -> Iterator[Draft]:
    """The article of a PDF document. Its lines are kept as they stand on the page, and a blank line parts two pages.

    Raises UnreadableError for a damaged or locked document and for one that holds pictures of text, and MissingPackage.
    """
    try:
        import pypdf
    except ImportError as error:
        raise MissingPackage("pypdf", "pdf", "Reading PDF documents") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a document is said as a problem
    try:
        document = pypdf.PdfReader(io.BytesIO(raw.data))
        if document.is_encrypted and not document.decrypt(""):
            raise UnreadableError("is locked by a password: open it with the password and save it without one.")
        pages, lost = _pages(document)
    except pypdf.errors.DependencyError as error:
        raise UnreadableError("is locked in a way that pypdf alone cannot open: save it without a password.") from error
    except pypdf.errors.PyPdfError as error:
        raise UnreadableError(f"is a damaged or cut-off PDF ({error}): get it anew.") from error
    text = newlines("\n\n".join(page for page in pages if page.strip()))
    if not text.strip():
        raise UnreadableError("holds no text, only pictures of it: run text recognition (OCR) on it first.")
    warnings = oddities(text)
    if lost:
        warnings.append(f"{lost} of its {len(pages) + lost} pages could not be read: get the document anew.")
    yield Draft(text, "pdf", facts=dict(_facts(document)), warnings=tuple(warnings))


def _pages(document: Any) -> tuple[list[str], int]:
    """The text of each page that can be read, and how many cannot."""
    texts, lost = [], 0
    for page in document.pages:
        try:
            texts.append("\n".join(line.rstrip(" ") for line in page.extract_text().split("\n")))
        except Exception:  # a page's content may fail in any way; the other pages are still good
            lost += 1
    return texts, lost


def _facts(document: Any) -> Iterator[tuple[str, Fact]]:
    """Title and author, where the document's properties name real ones."""
    try:
        stated = document.metadata or {}
        found = {"headline": stated.get("/Title"), "byline": stated.get("/Author")}
    except Exception:  # damaged properties are no reason to lose the text
        return
    for name, value in found.items():
        value = " ".join(str(value or "").split())
        if len(value) > 3 and not _PLACEHOLDER.search(value):
            yield name, Fact(value, "the PDF's properties")
