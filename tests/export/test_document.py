"""The briefing as a document: each format opened again with its library, twice the same bytes, hostile text inert."""

import hashlib
import io
import json
import re
import zipfile

import openpyxl
import pytest
from lxml import html as parser

import workbench as wb
from workbench.briefing import items
from workbench.errors import MissingPackage, OptionError
from workbench.export import zipped
from workbench.export.document import FORMATS, Briefing, draft, native, written
from workbench.export.document.blocks import LEGEND, Grid, Para, Picture
from workbench.export.document.resolve import resolve

HOSTILE = "=HYPERLINK(1)<script>alert(1)</script>\x00\x0b\ud800\u202e [x](javascript:1) `|*"
LONG = "antidisestablishment" * 200
TEXTS = {
    "Harbour Post": "Ferry sinks off Kalmar\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, the "
    "coast guard said. “The sea was a wall of water,” said captain Ana Petrović. The notorious owner paid nothing.\n\n"
    "Rescue teams searched all night.\n",
    "Вестник": "Aurora ferry lost\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, according to the "
    "harbour authority. “The sea was a wall of black water,” said captain Ana Petrović. Капитан жив.\n\n"
    "Insurers expect losses of 12 million euros.\n",
    "Island Radio": "More than 40 saved\n\nMore than 40 passengers of the ferry Aurora were rescued on Monday. "
    f"A leaflet on board read {HOSTILE}. The ship carried 7 lorries.\n",
}


@pytest.fixture(scope="module")
def corpus():
    rows = [{"text": text, "source": source, "published": "2024-11-05"} for source, text in TEXTS.items()]
    return wb.load(rows, progress=False)


@pytest.fixture(scope="module")
def briefing(corpus):
    own = (items.Heading("Our view"), items.Text(f"I doubt {HOSTILE} Čapek.\n\nСомневаюсь."))
    table = items.Table(
        "picked", ("what", "=1+1"), ((HOSTILE, 1), (LONG, None), ("ok", 2.5)), "Picked: a/b", items.Maker.ANALYST
    )
    return draft(corpus).add(*own, table, at=1)


@pytest.fixture(scope="module")
def made(briefing, corpus):
    return resolve(briefing, corpus)


@pytest.fixture(scope="module")
def folder(made, tmp_path_factory):
    place = tmp_path_factory.mktemp("documents")
    written.write_all(made, place, FORMATS)
    return place


def points(made):
    return [block for block in made.blocks if isinstance(block, Para) and block.point]


def test_the_draft_says_what_is_established_and_cites_it(made):
    said = [(one.text, one.numbers) for one in points(made)]
    agreed = next((text, numbers) for text, numbers in said if "42" in text and "rescued" in text.casefold())
    cited = [made.cited(number) for number in agreed[1]]
    assert {one.source for one in cited} >= {"Harbour Post", "Вестник"}
    assert all(one.passages and one.paragraph >= 1 and len(one.sha256) == 64 for one in cited)


def test_every_statement_of_the_draft_has_a_citation(made):
    assert points(made)
    assert [one.text for one in points(made) if not one.numbers] == []


def test_citations_are_numbered_source_by_source_in_the_order_of_the_text(made, corpus):
    assert [one.number for one in made.citations] == list(range(1, len(made.citations) + 1))
    order = [one.article_id for one in corpus.documents]
    places = [(order.index(one.article_id), one.start) for one in made.citations]
    assert places == sorted(places)
    assert [one.source for one in made.sources] == list(dict.fromkeys(one.source for one in made.citations))


def test_every_citation_is_a_sentence_with_its_passages_marked(made, corpus):
    for one in made.citations:
        text = corpus.document(one.article_id).text
        assert all(one.start <= start < end <= one.end for start, end, _ in one.passages)
        assert any(cited for _, cited in one.pieces)
        plain = " ".join(text[one.start : one.end].split())
        assert " ".join(one.text.split()) == plain or "…" in one.text or HOSTILE[:10] in plain


def test_statements_about_one_sentence_have_one_number(corpus):
    sentence = "The ferry Aurora sank on Monday and 42 passengers were rescued, the coast guard said."
    article = next(one for one in corpus.documents if sentence in one.text)
    at = article.text.index(sentence)
    places = [(article.article_id, at + start, at + end) for start, end in ((4, 16), (36, 38), (36, 38))]
    said = Briefing("x", tuple(items.Statement(f"{n}.", (place,)) for n, place in enumerate(places)))
    made = resolve(said, corpus)
    assert [one.numbers for one in points(made)] == [(1,), (1,), (1,)]
    assert made.citations[0].pieces == (
        ("The ", False),
        ("ferry Aurora", True),
        (" sank on Monday and ", False),
        ("42", True),
        (" passengers were rescued, the coast guard said.", False),
    )


def test_sections_without_content_have_no_heading():
    alone = wb.load([{"text": "Nothing happened in the village today.\n"}], progress=False)
    heads = [item.text for item in draft(alone).items if isinstance(item, items.Heading)]
    assert "The sources" in heads and "What differs, and how" not in heads and "Who is quoted" not in heads


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes_twice(form, briefing, corpus, folder, tmp_path, monkeypatch):
    again = written.write(briefing, corpus, tmp_path / f"briefing.{form}")[0]
    assert (
        hashlib.sha256(again.read_bytes()).hexdigest() == hashlib.sha256((folder / again.name).read_bytes()).hexdigest()
    )


@pytest.mark.parametrize("form", ["pptx", "docx", "xlsx"])
def test_zips_carry_the_time_that_is_stated(form, corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    small = Briefing("Ferry", (items.Text("Mine."),))
    with zipfile.ZipFile(written.write(small, corpus, tmp_path / f"a.{form}")[0]) as file:
        assert {member.date_time for member in file.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert b"2023-11-14T22:13:20Z" in file.read("docProps/core.xml")


def slides(folder):
    from pptx import Presentation

    return list(Presentation(str(folder / "briefing.pptx")).slides)


def texts(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_slides_have_titles_charts_tables_and_sources_in_their_notes(folder):
    found = slides(folder)
    titles = [slide.shapes.title.text_frame.text for slide in found]
    assert titles[0].startswith("Briefing") and "What is established" in titles and "Passages cited" in titles
    charts = [shape.chart for slide in found for shape in slide.shapes if shape.has_chart]
    assert [series.name for series in charts[0].plots[0].series][:1] == ["Ana Petrović"]
    assert list(charts[0].plots[0].categories) == list(TEXTS)
    assert any(shape.has_table for slide in found for shape in slide.shapes)
    established = found[titles.index("What is established")]
    assert "[1] Harbour Post" in established.notes_slide.notes_text_frame.text
    pictures = [shape for slide in found for shape in slide.shapes if shape.shape_type == 13]
    assert pictures and all(shape._element.xpath(".//p:cNvPr/@descr")[0] for shape in pictures)


def test_charts_on_slides_can_be_read_and_say_no_title_twice(folder):
    """Letters are drawn in points of their own: on the slide they are hardly smaller, and charts use its width."""
    found = [(slide, shape) for slide in slides(folder) for shape in slide.shapes if shape.shape_type == 13]
    scales = {}
    for slide, shape in found:
        drawn = shape.image.size[0] / shape.image.dpi[0]
        scales[slide.shapes.title.text_frame.text] = shape.width / 914_400 / drawn
        assert drawn > 9.5, "drawn for a page, not for a slide"
    assert scales["What the sources agree on and where they differ"] > 1.1
    assert min(scales.values()) > 0.7


def test_a_chart_drawn_for_a_slide_leaves_its_title_to_the_slide(corpus):
    from workbench.charts import agreement, sheet

    with sheet.spread(10.5, titled=False):
        wide = agreement(corpus)
    said = [text.get_text() for text in wide.texts]
    assert wide.workbench_words.title not in said and any(wide.workbench_words.subtitle in text for text in said)
    assert wide.figure.get_figwidth() == 10.5
    plain = agreement(corpus)
    assert plain.workbench_words.title in [text.get_text() for text in plain.texts]
    assert plain.figure.get_figwidth() == sheet.WIDTH


def test_nothing_runs_over_a_slide(folder):
    from pptx import Presentation

    wide, high = (Presentation(str(folder / "briefing.pptx")).slide_width, 6_858_000)
    for slide in slides(folder):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= wide + 9_525 and shape.top + shape.height <= high + 9_525


def test_text_of_a_slide_is_measured_to_its_box():
    from workbench.export.document import slide_room as room

    box = room.Box(0, 0, 6, 3)
    whole = room.Line((room.Run("one two three four five " * 150),), point=True)
    parts = list(room.pieces(whole, box))
    assert len(parts) > 1 and all(room.height(part, box.width) <= box.height for part in parts)
    assert " ".join(part.text for part in parts).split() == whole.text.split()


def test_the_word_file_has_headings_tables_and_links_that_lead_somewhere(folder):
    import docx

    file = docx.Document(str(folder / "briefing.docx"))
    heads = [one.text for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert "Our view" in heads and "Passages cited" in heads
    assert file.tables[0].rows[0].cells[0].text == "what"
    body = file.element.body
    marks = set(body.xpath(".//w:bookmarkStart/@w:name"))
    anchors = set(body.xpath(".//w:hyperlink/@w:anchor"))
    assert anchors and anchors <= marks
    assert all(body.xpath(".//wp:docPr/@descr"))


def test_the_pdf_can_be_read_in_every_script(folder):
    import pypdf

    file = pypdf.PdfReader(folder / "briefing.pdf")
    text = " ".join(page.extract_text() for page in file.pages)
    assert "Сомневаюсь" in text and "Petrović" in text and "Čapek" in text and "Вестник" in text
    assert "What is established" in [one["/Title"] for one in file.outline if not isinstance(one, list)]
    fonts = {str(font) for page in file.pages for font in page["/Resources"]["/Font"]}
    assert fonts and file.metadata.title.startswith("Briefing")
    assert "/JavaScript" not in str(file.trailer["/Root"]) and "/OpenAction" not in file.trailer["/Root"]


def test_the_page_runs_and_fetches_nothing(folder):
    tree = parser.fromstring((folder / "briefing.html").read_text("utf-8"))
    assert not tree.xpath("//script | //iframe | //object | //@onclick | //@onerror")
    assert all(src.startswith("data:") for src in tree.xpath("//@src"))
    links = tree.xpath("//a/@href")
    assert links and all(tree.get_element_by_id(link[1:]) is not None for link in links)


def test_markdown_shows_hostile_text_as_it_is(folder):
    import mistune

    source = (folder / "briefing.md").read_text("utf-8")
    tree = parser.fromstring(mistune.html(source))
    assert not tree.xpath("//script")
    assert all(link.startswith("#cite") for link in tree.xpath("//a/@href"))
    assert all((folder / path).is_file() for path in tree.xpath("//img/@src"))
    assert "<script>alert(1)</script>" in tree.text_content()


def test_the_workbook_keeps_text_text_and_says_who_made_what(folder):
    book = openpyxl.load_workbook(folder / "briefing.xlsx")
    assert book.sheetnames[:3] == ["briefing", "citations", "Picked a b"]
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)
    head, *rows = book["briefing"].iter_rows(values_only=True)
    made_by = {row[head.index("text")]: row[head.index("made_by")] for row in rows}
    assert made_by["Сомневаюсь."] == "analyst" and made_by["What is established"] == "machine"


def whole_text(folder, form):
    """All that a reader of the file sees, without its notes."""
    if form == "pptx":
        return "\n".join(map(texts, slides(folder)))
    if form == "docx":
        import docx

        return "\n".join(one.text for one in docx.Document(str(folder / "briefing.docx")).paragraphs)
    if form == "pdf":
        import pypdf

        return " ".join(page.extract_text() for page in pypdf.PdfReader(folder / "briefing.pdf").pages)
    return parser.fromstring((folder / "briefing.html").read_text("utf-8")).text_content()


@pytest.mark.parametrize("form", ["pptx", "docx", "pdf", "html"])
def test_the_analysts_words_say_that_they_are(form, folder):
    text = " ".join(whole_text(folder, form).split())
    assert "Analyst: Сомневаюсь." in text and " ".join(LEGEND.split())[:60] in text


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_forbidden_characters_are_shown_by_signs(form, folder):
    text = whole_text(folder, form)
    assert "␀␋�" in text and "\u202e" not in text and "<script>alert(1)</script>" in text


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_template_is_the_base(form, corpus, tmp_path):
    import docx
    import pptx

    base, out = tmp_path / f"ours.{form}", tmp_path / f"made.{form}"
    opened = pptx.Presentation() if form == "pptx" else docx.Document()
    if form == "pptx":
        opened.slides.add_slide(opened.slide_layouts[0]).shapes.title.text = "Old slide"
    else:
        opened.add_paragraph("Old text")
        opened.sections[0].header.paragraphs[0].text = "Our house"
    opened.save(str(base))
    written.write(Briefing("Ferry", (items.Heading("One"), items.Text("Mine."))), corpus, out, template=base)
    if form == "pptx":
        again = pptx.Presentation(str(out))
        assert (again.slide_width, again.slide_height) == (9_144_000, 6_858_000)
        assert "Old slide" not in "".join(map(texts, again.slides)) and len(again.slides) == 2
    else:
        again = docx.Document(str(out))
        assert again.sections[0].header.paragraphs[0].text == "Our house"
        assert "Old text" not in [one.text for one in again.paragraphs]


def test_what_cannot_serve_is_said_before_anything_is_written(corpus, tmp_path, monkeypatch):
    broken = tmp_path / "ours.docx"
    broken.write_bytes(b"no zip")
    small = Briefing("Ferry")
    with pytest.raises(OptionError, match="cannot serve as a template"):
        written.write(small, corpus, tmp_path / "a.docx", template=broken)
    with pytest.raises(OptionError, match=r"There is no template '.*gone\.docx': check its name"):
        written.write(small, corpus, tmp_path / "a.docx", template=tmp_path / "gone.docx")
    with pytest.raises(OptionError, match="serves no format"):
        written.write(small, corpus, tmp_path / "a.md", template=broken)
    with pytest.raises(OptionError, match="no briefing format 'gif'"):
        written.write(small, corpus, tmp_path / "a.gif")
    with pytest.raises(OptionError, match="no chart 'pie'"):
        written.write(Briefing("x", (items.Chart("pie"),)), corpus, tmp_path / "a.md")
    monkeypatch.setattr(written, "find_spec", lambda name: None)
    with pytest.raises(MissingPackage, match=r'pip install "analyst-workbench\[office\]"'):
        written.write(small, corpus, tmp_path / "a.pptx")
    assert [path.name for path in tmp_path.iterdir()] == ["ours.docx"]


def test_picked_items_are_looked_up_when_they_are_written(corpus):
    figure = next(row for row in corpus.rows("figures") if row["surface"] == "7")
    quote = next(row for row in corpus.rows("quotes") if row["speaker"])
    picked = Briefing(
        "Picked", (items.Figure(figure["figure_id"]), items.Quote(quote["quote_id"]), items.Claim("gone"))
    )
    first, second, third = resolve(picked, corpus).blocks
    assert first.text.startswith("Island Radio: 7") and len(first.numbers) == 1
    assert second.speaker == quote["speaker"] and len(second.numbers) == 1
    assert "no longer found" in third.text and third.numbers == ()


def test_a_briefing_survives_json(briefing):
    assert Briefing.of(json.loads(json.dumps(briefing.as_dict()))) == briefing
    with pytest.raises(OptionError, match="no stored briefing"):
        Briefing.of({"title": "x", "items": [{"item": "Nothing"}]})


def test_tables_are_picked_by_name_and_columns(corpus):
    picked = items.table(corpus, "figures", ("surface", "counted"), title="Numbers")
    assert picked.columns == ("surface", "counted") and ("7", "lorries") in [row[:2] for row in picked.rows]
    with pytest.raises(OptionError, match="no column 'nope'"):
        items.table(corpus, "figures", ("nope",))


def test_what_the_analyst_did_is_said():
    row = Para("x", items.Maker.MACHINE, status="corrected")
    assert row.said == "x (corrected by the analyst)" and Para("x", items.Maker.ANALYST).said == "Analyst: x"


def test_native_charts_have_the_numbers_of_the_drawn_ones(corpus):
    bars = native.corpus(corpus)
    words = sum(row["words"] for row in corpus.rows("articles"))
    kept = [series for series in bars.series if series.name != "set aside"]
    assert bars.categories == tuple(TEXTS) and sum(sum(series.values) for series in kept) == words


def test_a_workbook_within_a_presentation_has_the_fixed_time_too():
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("docProps/core.xml", "<c>2026-01-02T03:04:05Z</c>")
    with zipfile.ZipFile(outer, "w") as file:
        file.writestr("ppt/a.xlsx", inner.getvalue())
    with zipfile.ZipFile(io.BytesIO(zipped.fixed(outer.getvalue()))) as file:
        held = file.read("ppt/a.xlsx")
    with zipfile.ZipFile(io.BytesIO(held)) as within:
        assert re.search(rb"\d{4}-\d\d-\d\d", within.read("docProps/core.xml"))[0] == b"1980-01-01"


def test_a_chart_too_tall_for_a_slide_is_cut_with_its_heads(corpus):
    from workbench.export.document.resolve import image
    from workbench.export.document.slide_parts import parts

    axes = wb.charts.coverage(corpus)
    wide, high = axes.figure.get_size_inches()
    whole = parts(image(axes), axes, (wide * 2, high * 2))
    cut = parts(image(axes), axes, (12, high / 2.5))
    assert len(whole) == 1 and whole[0][1] == (wide, high)
    assert len(cut) > 1 and sum(size[1] for _, size in cut) > high  # the heads stand on each
    assert all(drawn.startswith(b"\x89PNG") for drawn, _ in cut)


def test_all_kinds_of_blocks_are_in_the_draft(made):
    assert {type(block) for block in made.blocks} >= {Para, Picture, Grid}
