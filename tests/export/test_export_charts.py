"""Charts as files: the same bytes on every run, text that is text, fonts inside."""

import re

import built
import pytest

from workbench import charts
from workbench.errors import OptionError
from workbench.export import save


def test_png_svg_and_pdf_are_the_same_on_a_second_run(tmp_path):
    runs = [save(charts.figures(built.corpus(5)), tmp_path / run / "figures") for run in "ab"]
    assert [path.name for path in runs[0]] == ["figures.png", "figures.svg", "figures.pdf"]
    assert [path.read_bytes() for path in runs[0]] == [path.read_bytes() for path in runs[1]]


def test_the_png_has_300_dots_an_inch(tmp_path):
    from PIL import Image

    chart = charts.corpus(built.corpus(2))
    (path,) = save(chart, tmp_path / "corpus", ["png"])
    with Image.open(path) as picture:
        assert picture.size[0] == round(chart.figure.get_figwidth() * 300)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert "Software" not in picture.info


def test_text_in_the_svg_is_text_with_a_second_font(tmp_path):
    (path,) = save(charts.corpus(built.corpus(12)), tmp_path / "corpus", ["svg"])
    svg = path.read_text("utf-8")
    assert ">Кронштадтский…порта</text>" in svg and "Harbour &amp; Coast &lt;Weekly&gt;</text>" in svg
    assert "'DejaVu Sans', Verdana, sans-serif" in svg and "<title>Words by source. " in svg
    assert not re.search(r"\d{4}-\d\d-\d\dT|<script|matplotlib\.org", svg)


def test_the_pdf_carries_its_font_and_no_time(tmp_path):
    (path,) = save(charts.corpus(built.corpus(2)), tmp_path / "corpus", ["pdf"])
    pypdf = pytest.importorskip("pypdf")
    document = pypdf.PdfReader(path)
    assert "Кронштадтский…порта" in document.pages[0].extract_text()
    fonts = [font.get_object() for font in document.pages[0]["/Resources"]["/Font"].values()]
    assert fonts and all("DejaVuSans" in font["/BaseFont"] and font["/Subtype"] != "/Type3" for font in fonts)
    assert "/CreationDate" not in (document.metadata or {})


def test_a_figure_does_as_well_and_a_dot_in_the_name_stays(tmp_path):
    (path,) = save(charts.corpus(built.corpus(1)).figure, tmp_path / "v1.2", ["png"])
    assert path.name == "v1.2.png"


def test_wrong_options_are_said_so(tmp_path):
    with pytest.raises(OptionError, match="no picture format 'gif'; the formats are png, svg, pdf"):
        save(charts.corpus(built.corpus(1)), tmp_path / "x", ["gif"])
    with pytest.raises(OptionError, match="A str is no chart"):
        save("chart", tmp_path / "x")
