"""Decisions in exports: what was corrected shows in every format, what was rejected is counted, memos stand beside."""

import json

import openpyxl
import pytest
from lxml import html as parser

import workbench as wb
from workbench.briefing import items
from workbench.export import briefing as pack
from workbench.export.document import FORMATS, Briefing, decided, draft, written
from workbench.export.document.resolve import resolve

TEXTS = {
    "north.txt": "Ferry sinks off Kalmar\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, the coast "
    "guard said. “The sea was a wall of water,” said captain Ana Petrović.\n\nThe ship carried 7 lorries.\n",
    "south.txt": "Aurora ferry lost\n\nThe ferry Aurora sank on Monday and 42 passengers were rescued, according to "
    "the harbour authority. “It was dark,” said captain Ana Petrović.\n\nInsurers expect losses of 12 million euros.\n",
}


def figure(corpus, surface, article="north"):
    return next(r for r in corpus.rows("figures") if r["surface"] == surface and r["article_id"].startswith(article))


def decide(folder):
    """Two analysts' decisions on the ferry: a correction, a rejection, a memo, grades, a difference, an orphan."""
    ada = wb.load(folder, progress=False, analyst="Ada Lund")
    lorries, losses = figure(ada, "7")["figure_id"], figure(ada, "12 million", "south")["figure_id"]
    ada.decide("correct", "figure", lorries, value=9, reason="a slip of the pen")
    ada.decide("reject", "figure", losses)
    ada.memo("figure", lorries, "The shipping list says <nine>.")
    ada.grade("figure", lorries, reliability="B", credibility=2)
    ada.grade("source", "north", reliability="C")
    quote = next(row for row in ada.rows("quotes") if "dark" in row["surface"])
    ada.decide("reject", "quote", quote["quote_id"])
    ben = wb.load(folder, progress=False, analyst="Ben Okoro")
    ben.decide("correct", "figure", lorries, value=8)
    return wb.load(folder, progress=False, analyst="Ada Lund"), lorries


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("ferry")
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def decisions(folder):
    return decide(folder)


@pytest.fixture(scope="module")
def picked(decisions):
    return Briefing("Ferry", (items.Heading("Cargo"), items.Figure(decisions[1]), items.Text("My view.")))


@pytest.fixture(scope="module")
def out(decisions, picked, tmp_path_factory):
    place = tmp_path_factory.mktemp("out")
    written.write_all(resolve(picked, decisions[0]), place, FORMATS)
    return place


def text_of(path):
    """All that a reader of the file sees, without the notes of slides."""
    form = path.suffix
    if form == ".pptx":
        from pptx import Presentation

        shapes = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes if shape.has_text_frame]
        said = "\n".join(shape.text_frame.text for shape in shapes)
    elif form == ".docx":
        import docx

        said = "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    elif form == ".pdf":
        import pypdf

        said = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    elif form == ".xlsx":
        book = openpyxl.load_workbook(path)
        said = "\n".join(str(c.value) for sheet in book for row in sheet for c in row if c.value is not None)
    elif form == ".html":
        said = parser.fromstring(path.read_text("utf-8")).text_content()
    else:
        import mistune

        said = parser.fromstring(mistune.html(path.read_text("utf-8"))).text_content()
    return " ".join(said.split())


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_what_was_decided(form, out):
    text = text_of(out / f"briefing.{form}")
    assert "Left out: 1 figure and 1 quote rejected by the analyst." in text
    assert "7 (lorries), read as 8" in text and "The shipping list says <nine>." in text
    assert "B2" in text and "usually reliable, probably true" in text and "B usually reliable" in text
    assert "Analysts differ – Ada Lund: value 9; Ben Okoro: value 8. Shown as Ben Okoro has it" in text
    assert "because: a slip of the pen" in text
    assert "What the analyst decided" in text and "by Ada Lund and Ben Okoro" in text


@pytest.mark.parametrize("form", [one for one in FORMATS if one != "xlsx"])
def test_words_of_an_analyst_are_told_from_the_machines_without_colour(form, out):
    text = text_of(out / f"briefing.{form}")
    assert "(corrected by the analyst)" in text and "Analyst: My view." in text and "Analyst Ada Lund: The ship" in text


def test_the_workbook_says_of_each_row_who_decided(out):
    head, *rows = openpyxl.load_workbook(out / "briefing.xlsx")["briefing"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert (
        next(row for row in told if row["kind"] == "statement" and "read as 8" in row["text"])["decided"] == "corrected"
    )
    memo = next(row for row in told if row["text"].startswith("The shipping list"))
    assert memo["kind"] == "remark" and memo["made_by"] == "analyst Ada Lund"


@pytest.mark.parametrize("form", FORMATS)
def test_a_change_of_a_decision_shows_in_every_format_and_nothing_else_does(form, folder, picked, out, tmp_path):
    """The same decisions, read again, give the same bytes; one more gives others."""
    again = wb.load(folder, progress=False, analyst="Ada Lund")
    same = written.write(picked, again, tmp_path / f"briefing.{form}")[0]
    assert same.read_bytes() == (out / same.name).read_bytes()
    memory = wb.load([{"id": k.removesuffix(".txt"), "text": t} for k, t in TEXTS.items()], progress=False)
    lorries = figure(memory, "7")["figure_id"]
    small = Briefing("Ferry", (items.Figure(lorries),))
    before = text_of(written.write(small, memory, tmp_path / f"before.{form}")[0])
    memory.decide("correct", "figure", lorries, value=11)
    after = text_of(written.write(small, memory, tmp_path / f"after.{form}")[0])
    assert "read as 11" in after and "read as" not in before and "corrected" in after


def test_a_draft_tells_what_a_number_rests_on_and_grades_its_sources(decisions):
    corpus = decisions[0]
    made = resolve(draft(corpus), corpus)
    table = next(block for block in made.blocks if getattr(block, "title", "") == "Articles read")
    lorries = next(block for block in made.blocks if getattr(block, "text", "") == "The ship carried 7 lorries.")
    assert lorries.closing == " (1 of 1 figure corrected by the analyst)"
    assert table.columns[1] == "Grade" and [row[1] for row in table.rows] == ["C", None]
    rescued = figure(corpus, "42")
    corpus.decide("confirm", "figure", rescued["figure_id"])
    try:
        said = [one.said for one in resolve(draft(corpus), corpus).blocks if getattr(one, "rests", "")]
        assert any("1 of 2 figures confirmed by the analyst" in one for one in said)
    finally:
        corpus.undo()


def test_figures_whose_quantities_are_merged_are_not_corrected_themselves():
    """What was put together is said of the quantity; its numbers stand as the machine read them."""
    told = "OSLO, May 3 (Northern Press) - The bridge fell. Some 40 cars sank.", "The harbour lost 60 boats."
    texts = [{"id": key, "text": text} for key, text in zip("ab", told, strict=True)]
    corpus = wb.load(texts, progress=False, event="*")
    cars, boats = (figure(corpus, number, article)["quantity_id"] for number, article in (("40", "a"), ("60", "b")))
    corpus.decide("correct", "quantity", cars, other=boats)
    kept = next(row["quantity_id"] for row in corpus.rows("quantities") if len(row["figure_ids"]) == 2)
    blocks = resolve(Briefing("Bridge", (items.Quantity(kept),)), corpus).blocks
    said = next(block for block in blocks if hasattr(block, "rests"))
    assert not said.rests and "Northern Press (agency)" in said.said


def test_a_pack_states_decisions_journals_and_counts(decisions, tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.export.pack.CHARTS", {})
    pack(decisions[0], tmp_path, formats=("md",))
    told = json.loads((tmp_path / "provenance.json").read_text("utf-8"))["decisions"]
    assert told["analysts"] == ["Ada Lund", "Ben Okoro"]
    assert told["rows"]["figures"]["rejected"] == 1 and told["rows"]["figures"]["corrected"] == 1
    assert [len(one["sha256"]) for one in told["journals"]] == [64, 64]
    assert told["memos"][0]["memo"] == "The shipping list says <nine>." and told["grades"][0]["credibility"] == "2"
    assert told["differences"][0]["analysts"] == ["Ada Lund", "Ben Okoro"]
    table = (tmp_path / "tables" / "decided.csv").read_text("utf-8-sig").splitlines()
    assert table[0] == "table,machine,confirmed,corrected,added,rejected"
    assert any(row.startswith("quotes,") and row.endswith(",1") for row in table)


def test_what_has_lost_its_passage_is_said_to_be_without_effect(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    first = wb.load(tmp_path, progress=False, analyst="Ada Lund")
    first.decide("correct", "figure", figure(first, "7")["figure_id"], value=9)
    (tmp_path / "north.txt").write_text(TEXTS["north.txt"].replace("7 lorries", "lorries"), encoding="utf-8")
    after = wb.load(tmp_path, progress=False, analyst="Ada Lund")
    text = "\n".join(one.text for one in resolve(Briefing("x"), after).blocks)
    assert "Without effect" in text and "Figure “7” in north – value 9 by Ada Lund" in text


def test_without_decisions_nothing_is_said_of_them():
    alone = wb.load([{"text": "Nothing happened in the village today.\n"}], progress=False)
    made = resolve(Briefing("x"), alone)
    assert made.blocks == () and made.left_out == ""


@pytest.mark.parametrize(
    ("grade", "said"), [("B2", "usually reliable, probably true"), ("F", "reliability cannot be judged")]
)
def test_grades_in_words(grade, said):
    assert decided.meant(grade) == said


def test_a_picked_table_says_which_rows_are_decided_on(decisions):
    corpus, lorries = decisions
    picked = items.table(corpus, "figures", ("figure_id", "surface"))
    assert picked.columns == ("figure_id", "surface", "decided")
    assert {row[0]: row[2] for row in picked.rows}[lorries] == "corrected"
    assert items.table(corpus, "names", ("surface",)).columns == ("surface",)
