"""The briefing pack: everything in it, nothing that acts, the same bytes twice."""

import json
import shutil
from pathlib import Path

import built
import nbformat
import pytest
from lxml import html as parser
from test_export_notebooks import HOSTILE, inert

from workbench.errors import OptionError
from workbench.export import briefing, provenance
from workbench.export.pack import CHARTS, FORMATS
from workbench.model import Problem, Severity
from workbench.tables.schemas import SCHEMAS


def page(folder):
    return (folder / "index.html").read_text("utf-8")


def said(folder):
    return " ".join(parser.fromstring(page(folder)).text_content().split())


def bytes_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack") / "briefing"
    return folder, briefing(built.corpus(5), folder)


def test_the_pack_has_what_it_promises(pack):
    folder, written = pack
    names = {path.relative_to(folder).as_posix() for path in written}
    charts = {f"charts/{name}.{form}" for name in CHARTS for form in ("png", "svg", "pdf", "csv")}
    computed = built.corpus(1).computed
    assert {"articles", "figures", "quotes", "quantities"} <= computed < set(SCHEMAS), "empty promises stay out"
    tables = {f"tables/{name}.csv" for name in computed} | {"tables/tables.xlsx"}
    document = {f"briefing.{form}" for form in FORMATS if form != "html"}
    drawn = {name for name in names if name.startswith("briefing-charts/") and name.endswith(".png")}
    assert document == {"briefing.md", "briefing.xlsx"} and drawn == {"briefing-charts/agreement.png"}
    assert names == {"index.html", "provenance.json"} | charts | tables | document | drawn
    assert written[0].name == "index.html" and all(path.is_file() for path in written)


def test_the_page_stands_on_its_own(pack):
    folder, _ = pack
    inert(page(folder))
    tree = parser.fromstring(page(folder))
    links = [link.get("href") for link in tree.findall(".//a")]
    assert all((folder / link).is_file() for link in links if not link.startswith("#"))
    assert all(tree.get_element_by_id(link[1:]) is not None for link in links if link.startswith("#"))
    pictures = tree.findall(".//img")
    assert pictures and all(picture.get("alt") for picture in pictures)
    assert len(tree.findall(".//picture/source")) == len(pictures)


def test_the_page_tells_what_is_in_the_articles(pack):
    text = said(pack[0])
    assert "5 articles" in text and "Files of this pack" in text and "Problems" not in text
    assert "Кронштадтский" in text and "Storm floods harbour 1" in text and "2024-11-02" in text


def test_problems_are_listed(tmp_path):
    problem = Problem("a/b.pdf", None, Severity.ERROR, "b.pdf is cut short; fetch it again.")
    briefing(built.corpus(1, problems=(problem,)), tmp_path)
    assert "b.pdf is cut short; fetch it again." in said(tmp_path)


def test_two_runs_give_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("object()"), nbformat.v4.new_markdown_cell("# Hi")]
    )
    nbformat.write(notebook, tmp_path / "n.ipynb")
    corpus = built.corpus(2)
    corpus.origin = (tmp_path,)
    for run in "ab":
        briefing(corpus, tmp_path / run, notebooks=tmp_path / "n.ipynb")
    first, second = bytes_of(tmp_path / "a"), bytes_of(tmp_path / "b")
    assert "notebooks/n.html" in first and first == second


def test_provenance_names_every_file_with_its_hash(pack):
    folder, written = pack
    record = json.loads((folder / "provenance.json").read_text("utf-8"))
    assert {entry["path"]: entry["sha256"] for entry in record["files"]} == {
        path.relative_to(folder).as_posix(): provenance.digest(path) for path in written[:-1]
    }
    assert [article["sha256"] for article in record["articles"]] == [a.sha256 for a in built.corpus(5).documents]
    assert record["packages"]["matplotlib"] and record["options"]["charts"] == list(CHARTS)


def test_what_an_earlier_run_left_is_removed_unless_somebody_changed_it(tmp_path, pack):
    folder = tmp_path / "again"
    shutil.copytree(pack[0], folder)
    record = json.loads((folder / "provenance.json").read_text("utf-8"))
    for name in ("old.html", "edited.html"):
        (folder / name).write_text("x")
        record["files"].append({"path": name, "sha256": provenance.digest(folder / name), "bytes": 1})
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    record["files"].append({"path": "../outside.txt", "sha256": provenance.digest(outside), "bytes": 1})
    (folder / "provenance.json").write_text(json.dumps(record))
    (folder / "edited.html").write_text("mine")
    (folder / "notes.txt").write_text("mine")
    briefing(built.corpus(1), folder)
    assert not (folder / "old.html").exists()
    assert (folder / "edited.html").exists() and (folder / "notes.txt").exists() and outside.exists()


def test_a_notebook_that_stops_is_told_on_the_page(tmp_path):
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1/0")]), tmp_path / "n.ipynb")
    corpus = built.corpus(1)
    corpus.origin = (tmp_path,)
    briefing(corpus, tmp_path / "out", notebooks=[tmp_path / "n.ipynb"])
    assert "Notebook n stopped: ZeroDivisionError: division by zero" in said(tmp_path / "out")


def test_an_empty_corpus_still_gives_a_pack(tmp_path):
    briefing(built.corpus(0), tmp_path)
    text = said(tmp_path)
    assert "0 articles" in text and "How the numbers were made" in text and "What is established" not in text


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(OptionError, match="Nothing can be written to"):
        briefing(built.corpus(1), tmp_path / "taken" / "briefing")


def hostile(payload):
    """A corpus that carries the payload wherever an article's text can end up."""
    corpus = built.corpus(2, extra=payload, problems=(Problem(payload, payload, Severity.WARNING, payload),))
    for row in corpus.given["quotes"]:
        row.update(speaker=payload, cue=payload, via=payload)
    for row in corpus.given["figures"]:
        row.update(speaker=payload, counted=f"boats {payload}", unit=payload)
    ids = [row["figure_id"] for row in corpus.given["figures"]]
    quantity = {"quantity_id": "q", "label": payload, "verdict": "conflict", "origins": [payload], "figure_ids": ids}
    corpus.given["quantities"] = [{**quantity, "sources": [row["article_id"] for row in corpus.given["figures"]]}]
    corpus.given["relations"] = [{"expression": payload, "holds": None, "figure_ids": ids, "note": payload}]
    for row in corpus.given["figures"]:
        row["quantity_id"] = "q"
    return corpus


def test_hostile_text_cannot_act_anywhere_on_the_page(tmp_path):
    payload = " ".join(HOSTILE) + "\"'><b onmouseover=alert(1)>=cmd|' /C calc'!A0"
    briefing(hostile(payload), tmp_path)
    inert(page(tmp_path))
    assert "<script>alert(1)</script>" in said(tmp_path)
    for svg in (tmp_path / "charts").glob("*.svg"):
        assert "<script>" not in svg.read_text("utf-8")


@pytest.mark.browser
def test_hostile_text_does_nothing_in_chromium(tmp_path):
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Chromium is not installed at /usr/bin/chromium")
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    briefing(hostile("".join(HOSTILE)), tmp_path)
    asked, dialogs = [], []
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((tmp_path / "index.html").as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        drawn = tab.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 100)")
        browser.close()
    assert dialogs == [] and drawn
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == []


FLOOD = "The river rose by two metres on Monday, the council said."


def test_enclosed_notebooks_read_the_articles_of_the_corpus(tmp_path):
    import nbformat
    from nbformat.v4 import new_code_cell, new_notebook

    import workbench as wb
    from workbench.export import notebooks

    articles = tmp_path / "mine"
    articles.mkdir()
    (articles / "flood.txt").write_text(FLOOD, encoding="utf-8")
    notebook = new_notebook(
        cells=[new_code_cell("import workbench as wb\nprint(wb.load(wb.default_source()).documents)")]
    )
    nbformat.write(notebook, tmp_path / "one.ipynb")

    wb.export.briefing(wb.load(articles), tmp_path / "out", notebooks=[tmp_path / "one.ipynb"])
    assert "two metres" in (tmp_path / "out" / "notebooks" / "one.html").read_text(encoding="utf-8")

    other = "Mira Varga's Green Alliance won the vote in Lutenia on Sunday with 41 per cent."
    for name in ("vote", "ballot"):
        (articles / f"{name}.txt").write_text(f"Varga wins in Lutenia\n\n{other}", encoding="utf-8")
    (articles / "rain.txt").write_text(f"Rain in the hills\n\n{FLOOD}", encoding="utf-8")
    one = wb.load(articles, event="Varga")
    run = notebooks.run(tmp_path / "one.ipynb", one.origin, one.limited_to)
    assert "41 per cent" in str(run.cells) and "two metres" not in str(run.cells)

    memory = wb.load("The river rose by two metres on Monday, the council said.\n\nNobody was hurt.")
    wb.export.briefing(memory, tmp_path / "other", notebooks=[tmp_path / "one.ipynb"])
    assert not (tmp_path / "other" / "notebooks").exists()
    assert "could read again" in (tmp_path / "other" / "index.html").read_text(encoding="utf-8")
