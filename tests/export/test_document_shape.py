"""What each file is to those who open it: headings, navigation, alternative texts, the organisation's own template."""

import io
import re
import zipfile
from itertools import pairwise

import openpyxl
import pytest
from lxml import html as parser

import workbench as wb
from workbench.briefing import items
from workbench.export.document import Briefing, draft, written
from workbench.export.document.resolve import resolve

LONG = "The Lindholm Letter from the Outer Skerries and the Surrounding Municipalities"
TEXTS = {
    "Harbour Post": "Ferry sinks off Kalmar\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, the "
    "coast guard said. “The sea was a wall of water,” said captain Ana Petrović.\n\nThe notorious owner left.\n",
    "Вестник": "Aurora ferry lost\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, according to the "
    "harbour authority. “The sea was a wall of black water,” said captain Ana Petrović. Капитан жив.\n",
    "=SUM(A1)": "More than 40 saved\n\nMore than 40 passengers of the ferry Aurora were rescued on Monday. The ship "
    "carried 7 lorries.\n",
    LONG: "Seven of ours\n\nThe ferry carried 9 lorries, the harbour master said. 42 passengers were rescued.\n",
}
INK, PAPER, ACCENT = "F5F0E6", "12263A", "E07A5F"


@pytest.fixture(scope="module")
def made():
    rows = [{"text": text, "source": source, "published": "2024-11-05"} for source, text in TEXTS.items()]
    corpus = wb.load(rows, progress=False)
    view = (items.Heading("Our view"), items.Text("I doubt it."), items.Chart("voices"), items.Chart("figures"))
    kept = [item for item in draft(corpus).items if not isinstance(item, items.Chart)]  # charts take long to draw
    return resolve(Briefing("Ferry", (*kept, *view)), corpus)


@pytest.fixture(scope="module")
def folder(made, tmp_path_factory):
    place = tmp_path_factory.mktemp("shape")
    written.write_all(made, place, ("docx", "pdf", "html", "xlsx", "md"))
    return place


def test_the_page_has_one_title_headings_in_order_and_tables_with_heads(folder):
    tree = parser.fromstring((folder / "briefing.html").read_text("utf-8"))
    assert tree.get("lang") == "en" and len(tree.findall(".//h1")) == 1 and tree.findall(".//main")
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(image.get("alt") for image in tree.iter("img"))
    for table in tree.iter("table"):
        assert table.find("caption") is not None and table.xpath(".//thead//th[@scope='col']")
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_the_page_has_a_picture_for_dark_screens(folder):
    source = (folder / "briefing.html").read_text("utf-8")
    pictures = parser.fromstring(source).findall(".//picture")
    assert pictures and all(
        one.find("source").get("media") == "screen and (prefers-color-scheme: dark)"
        and one.find("source").get("srcset") != one.find(".//img").get("src")
        for one in pictures
    )
    assert "@media print" in source and "prefers-color-scheme:dark" in source.replace(" ", "")


def test_the_word_file_has_contents_that_lead_to_its_sections(folder):
    import docx

    file = docx.Document(str(folder / "briefing.docx"))
    body = file.element.body
    assert [one.text.split()[0] for one in body.xpath(".//w:instrText")] == ["TOC"]
    ends = [one.get(one.keys()[0]) for one in body.xpath(".//w:fldChar")]
    assert ends == ["begin", "separate", "end"]
    heads = [one.text for one in file.paragraphs if one.style.name == "Heading 1"]
    links = body.xpath(".//w:hyperlink[starts-with(@w:anchor,'section')]")
    listed = ["".join(link.xpath(".//w:t/text()")) for link in links]
    assert listed == heads and "Our view" in heads
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert all(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in file.tables)
    assert all(name and alt for name, alt in ((one.get("name"), one.get("descr")) for one in body.xpath(".//wp:docPr")))


def test_the_pdf_has_an_outline_numbers_and_its_own_letters(folder):
    import pypdf

    file = pypdf.PdfReader(folder / "briefing.pdf")
    titles = [one["/Title"] for one in file.outline if not isinstance(one, list)]
    assert "Our view" in titles and titles[-1] == "Passages cited"
    for number, page in enumerate(file.pages, 1):
        assert str(number) in page.extract_text().split("\n")
    text = " ".join(" ".join(page.extract_text() for page in file.pages).split())
    assert "Вестник" in text and "Petrović" in text and "=SUM(A1)" in text and LONG in text
    found = [font.get_object() for page in file.pages for font in page["/Resources"]["/Font"].values()]
    fonts = {str(font["/BaseFont"]): font for font in found}
    used = [font for name, font in fonts.items() if "DejaVu" in name]
    assert used and all("/FontFile2" in font["/FontDescriptor"] for font in used)


def test_the_workbook_can_be_filtered_and_holds_text_as_text(folder):
    book = openpyxl.load_workbook(folder / "briefing.xlsx")
    assert book.sheetnames[0] == "briefing" and book.sheetnames[-1] == "about" and "Articles read" in book.sheetnames
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert "=SUM(A1)" in {cell.value for cell in cells} and not [cell for cell in cells if cell.data_type == "f"]
    assert all(9 <= one.width <= 61 for sheet in book for one in sheet.column_dimensions.values())


def test_a_picture_of_each_chart_stands_beside_the_markdown(folder):
    links = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (folder / "briefing.md").read_text("utf-8"))
    assert len(links) == 2 == len(set(links)) and all((folder / link).is_file() for link in links)


def template() -> io.BytesIO:
    """An organisation's own: dark, with its colours, and its title and text where no other has them."""
    import pptx
    from pptx.util import Inches

    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    for shape in made.slide_master.placeholders:
        box = {1: (1.5, 0.6, 11, 0.9), 2: (1.5, 1.8, 11, 4.8)}.get(int(shape.placeholder_format.type))
        if box:
            shape.left, shape.top, shape.width, shape.height = map(Inches, box)
    plain, out = io.BytesIO(), io.BytesIO()
    made.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w") as sink:
        for name in source.namelist():
            data = source.read(name)
            if name == "ppt/theme/theme1.xml":
                for slot, colour in (("dk1", INK), ("lt1", PAPER), ("accent1", ACCENT)):
                    new = f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'.encode()
                    data = re.sub(rf"<a:{slot}>.*?</a:{slot}>".encode(), new, data, flags=re.DOTALL)
            sink.writestr(name, data)
    return out


def test_slides_stand_in_the_rooms_and_colours_of_the_template(made, tmp_path):
    from pptx import Presentation
    from pptx.util import Inches

    base = tmp_path / "ours.pptx"
    base.write_bytes(template().getvalue())
    written.write_all(made, tmp_path, ("pptx",), template=base)
    file = Presentation(str(tmp_path / "briefing.pptx"))
    assert (file.slide_width, file.slide_height) == (Inches(13.333), Inches(7.5))
    theme = next(part for part in file.part.package.iter_parts() if str(part.partname) == "/ppt/theme/theme1.xml")
    assert all(colour.encode() in theme.blob for colour in (INK, PAPER, ACCENT))
    tables = charts = 0
    for slide in list(file.slides)[1:]:
        assert slide.shapes.title.text_frame.text and slide.has_notes_slide
        for shape in slide.shapes:
            if shape.is_placeholder or shape.top > Inches(6.9):  # the title, the slide's number
                continue
            assert shape.left >= Inches(1.49) and shape.top >= Inches(1.79)
            assert shape.left + shape.width <= Inches(12.51) and shape.top + shape.height <= Inches(6.61)
            assert b"srgbClr" not in shape._element.xml.encode() if shape.has_text_frame else True
            tables += shape.has_table
            if shape.has_chart:
                charts += 1
                assert shape._element.xpath(".//p:cNvPr/@descr")[0]
                assert "<a:srgbClr" not in "".join(ser.xml for ser in shape.chart.plots[0]._element.xpath("c:ser"))
    assert tables and charts


def test_what_a_slide_cites_stands_in_its_notes(made, tmp_path):
    from pptx import Presentation

    written.write_all(made, tmp_path, ("pptx",))
    slides = list(Presentation(str(tmp_path / "briefing.pptx")).slides)
    appendix = next(at for at, one in enumerate(slides) if one.shapes.title.text_frame.text == "Passages cited")
    for slide in slides[:appendix]:
        boxes = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        cited = set(re.findall(r"\[(\d+)\]", "\n".join(boxes)))
        assert cited <= set(re.findall(r"^\[(\d+)\]", slide.notes_slide.notes_text_frame.text, re.MULTILINE))
    assert all(slide.shapes._spTree.xpath(".//a:fld[@type='slidenum']") for slide in slides[1:])


@pytest.mark.parametrize("epoch", [None, "1700000000"])
def test_the_same_inputs_give_the_same_bytes(epoch, made, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    small = [block for block in made.blocks if not hasattr(block, "axes") or block.name == "voices"]
    less = type(made)(made.title, tuple(small), made.citations, made.foot, made.left_out, made.sources)
    runs = [written.write_all(less, tmp_path / run, written.FORMATS) for run in "ab"]
    assert [path.read_bytes() for path in runs[0]] == [path.read_bytes() for path in runs[1]]


def test_the_word_file_says_the_lead_before_its_contents_and_keeps_lists_with_what_leads_to_them(folder):
    import docx

    paragraphs = docx.Document(str(folder / "briefing.docx")).paragraphs
    texts = [one.text for one in paragraphs]
    assert next(at for at, text in enumerate(texts) if "articles of 2024-11-05" in text or "4 articles" in text) < (
        texts.index("Contents")
    )
    led = [one for one, after in pairwise(paragraphs) if "List" in after.style.name and one.style.name == "Normal"]
    assert led and all(one.paragraph_format.keep_with_next for one in led)


def test_columns_of_a_word_table_are_as_wide_as_what_they_hold(folder):
    import docx

    table = next(
        one for one in docx.Document(str(folder / "briefing.docx")).tables if "SHA-256" in one.rows[0].cells[-1].text
    )
    wide = dict(
        zip((cell.text for cell in table.rows[0].cells), (cell.width for cell in table.rows[0].cells), strict=True)
    )
    assert wide["Headline"] > 1.3 * wide["Words"]
    assert "w:insideV" in table._tbl.xml and 'w:color="C9D1D8"' in table._tbl.xml
