"""PDF and Word documents, each built in the test."""

import io

import docx
import pypdf
import pytest

from workbench.model import Article, Problem
from workbench.read import read

STORY = "The orchestra will play in the old harbour on Friday, its director said."
GOOD = {"name": "good.txt", "content": b"The vote was counted on Sunday night, officials said."}


def pdf(*pages: list[str], info: str = "") -> bytes:
    """A PDF with a page for each list of lines, written by hand: objects, their offsets, and the trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources {font} >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    return f"{out}startxref\n{out.index('xref')}\n%%EOF\n".encode("latin-1")


def locked(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def load(name: str, data: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    found = read([GOOD, {"name": name, "content": data}])
    others = [article for article in found.articles if article.article_id != "good"]
    return (others[0] if others else None), found.problems


def test_a_pdf() -> None:
    data = pdf(
        ["Harbour concert on Friday", STORY, "Tickets are re-"],
        ["quired, he added."],
        info="/Title (Harbour concert) /Author (A. Roy)",
    )
    article, problems = load("a.pdf", data)
    assert article is not None and problems == ()
    assert article.text == f"Harbour concert on Friday\n{STORY}\nTickets are re-\n\nquired, he added."
    assert article.byline and (article.byline.value, article.byline.basis) == ("A. Roy", "the PDF's properties")
    assert (article.headline, article.encoding) == ("Harbour concert", "pdf")


@pytest.mark.parametrize(
    "info", ["/Title (Microsoft Word - draft.docx)", "/Title (untitled)", "/Title ()", "/Title 7", ""]
)
def test_titles_that_programs_invent_are_no_headline(info: str) -> None:
    article, _ = load("a.pdf", pdf([STORY], info=info))
    assert article is not None and article.headline is None


def test_a_pdf_with_an_owner_but_no_password_is_read() -> None:
    article, problems = load("a.pdf", locked(pdf([STORY]), ""))
    assert article is not None and article.text == STORY and problems == ()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(locked(pdf([STORY]), "secret"), "password", id="locked"),
        pytest.param(pdf([STORY])[:200], "PDF", id="cut off"),
        pytest.param(pdf([]), "OCR", id="no text"),
        pytest.param(b"%PDF-1.4\n" + b"<<" * 50_000, "PDF", id="nested"),
        pytest.param(pdf([STORY]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "", id="pages in a circle"),
    ],
)
def test_pdfs_that_cannot_be_read(data: bytes, word: str) -> None:
    article, problems = load("a.pdf", data)
    assert article is None and len(problems) == 1
    assert word in problems[0].message


def word(*paragraphs: tuple[str, str], table: list[list[str]] | None = None, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document() -> None:
    data = word(
        ("Title", "Harbour concert on Friday"), ("Subtitle", "It is free."), ("Normal", STORY), ("Normal", ""),
        ("Heading 2", "How to get there"), ("Normal", "By boat,\nor on foot."), ("Caption", "The quay at night."),
        table=[["Seats", "400"], ["Boats", "3"]],
    )  # fmt: skip
    article, problems = load("a.docx", data)
    assert article is not None and problems == ()
    assert article.text == (
        f"Harbour concert on Friday\n\nIt is free.\n\n{STORY}\n\nHow to get there\n\nBy boat,\nor on foot.\n\n"
        "The quay at night.\n\nSeats\t400\n\nBoats\t3"
    )
    assert {
        article.text[slice(*article.ink(block))]: block.role.value for block in article.blocks if block.role != "body"
    } == {
        "Harbour concert on Friday": "headline",
        "It is free.": "standfirst",
        "How to get there": "subheading",
        "The quay at night.": "caption",
    }
    assert article.headline == "Harbour concert on Friday"


def test_a_first_heading_is_the_headline() -> None:
    article, _ = load("a.docx", word(("Heading 1", "Harbour concert"), ("Normal", STORY), ("Heading 1", "More")))
    assert article is not None
    assert [block.role.value for block in article.blocks] == ["headline", "body", "subheading"]


def test_a_locked_or_old_word_document() -> None:
    article, problems = load("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert article is None and "password" in problems[0].message
