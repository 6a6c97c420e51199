"""Every chart, with any number of sources and whatever names: nothing overlaps, nothing is cut, nothing leaks."""

import built
import matplotlib as mpl
import numpy as np
import pytest
from drawn import assert_apart, texts
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from workbench import charts
from workbench.charts import bars, palette, sheet
from workbench.errors import OptionError

CHARTS = {"corpus": charts.corpus, "figures": charts.figures, "voices": charts.voices}
TITLES = {"corpus": "Words by source", "figures": "What the sources count, as each states it"}
TITLES["voices"] = "Who is heard: quoted words by speaker"


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("sources", [0, 1, 2, 5, 12, 45])
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_overlaps_or_is_cut(name, sources, theme):
    with charts.style(theme):
        ax = CHARTS[name](built.corpus(sources))
    assert_apart(ax)


@pytest.mark.parametrize("name", CHARTS)
def test_title_and_source_line_say_what_is_shown(name):
    ax = CHARTS[name](built.corpus(2))
    said = [text for text, _ in texts(ax)]
    assert isinstance(ax, Axes) and TITLES[name] in said
    assert any(text.startswith("Source: 2 articles (The Morning Chronicle, Кронштадтск") for text in said)
    assert charts.describe(ax).startswith(TITLES[name] + ". ")
    assert repr(ax) == f"<Chart: {TITLES[name]}>"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("corpus", "There are no articles, so there is nothing to count."),
        ("figures", "No figures to compare were found in these articles."),
        ("voices", "There are no articles, so nobody is quoted."),
    ],
)
def test_an_empty_chart_says_so(name, sentence):
    assert sentence in [text for text, _ in texts(CHARTS[name](built.corpus(0)))]


def test_articles_without_quotes_say_so():
    corpus = built.corpus(2)
    corpus.given["quotes"] = []
    assert "No quoted words were found in these articles." in [text for text, _ in texts(charts.voices(corpus))]


@pytest.mark.parametrize("name", CHARTS)
def test_it_draws_on_the_axes_that_it_is_given(name):
    figure = Figure(figsize=(16, 12))
    given = figure.add_axes((0.1, 0.2, 0.8, 0.6))
    assert CHARTS[name](built.corpus(3), ax=given) is given
    assert "The Morning Chronicle" in [text for text, _ in texts(given)]
    assert charts.describe(given).startswith(TITLES[name])


def test_settings_and_pyplot_stay_as_they_were():
    pyplot = pytest.importorskip("matplotlib.pyplot")
    before, open_before = dict(mpl.rcParams), pyplot.get_fignums()
    for draw in CHARTS.values():
        draw(built.corpus(2))
    with pytest.raises(RuntimeError), charts.style("dark"):
        raise RuntimeError
    assert dict(mpl.rcParams) == before and pyplot.get_fignums() == open_before
    assert sheet.theme() == "light"


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_the_same_whatever_the_caller_has_set(name):
    corpus = built.corpus(2)
    plain = charts.image(CHARTS[name](corpus), "svg")
    with mpl.rc_context({"font.size": 30, "font.family": "monospace", "savefig.transparent": True, "axes.grid": True}):
        assert charts.image(CHARTS[name](corpus), "svg") == plain


def test_in_a_notebook_a_chart_shows_itself():
    data, metadata = charts.corpus(built.corpus(1))._repr_png_()
    assert data.startswith(b"\x89PNG") and metadata["alt"].startswith("Words by source.")


@pytest.mark.parametrize("theme", palette.THEMES)
def test_the_background_is_opaque(theme):
    with charts.style(theme):
        ax = charts.corpus(built.corpus(1))
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    assert np.asarray(canvas.buffer_rgba())[..., 3].min() == 255


def test_an_unknown_theme_is_said_so():
    with pytest.raises(OptionError, match="no theme 'sepia'; the themes are light, dark"), charts.style("sepia"):
        pass


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("position", range(6))
def test_a_source_can_be_read_in_its_colour(theme, position):
    with charts.style(theme):
        paper = sheet.colour("paper")
    colour = palette.look(position, theme).colour
    assert bars.contrast(colour, paper) >= 4.5
    assert bars.contrast(bars.readable(colour), colour) >= 4.5
    fill = palette.tint(position, theme)[0]
    assert bars.contrast(bars.readable(fill), fill) >= 4.5


def test_thirty_six_sources_are_told_apart():
    looks = [palette.look(at) for at in range(36)]
    assert len({(look.colour, look.hatch) for look in looks}) == 36
    assert len({look.marker for look in looks[:12]}) == 12


def test_a_source_keeps_its_colour_in_every_chart():
    corpus = built.corpus(3)
    expected = charts.source_colours(corpus.articles["article_id"])
    labels = charts.source_labels(dict(zip(corpus.articles["article_id"], corpus.articles["source"], strict=True)))
    for draw in CHARTS.values():
        inks = {text.get_text(): to_hex(text.get_color()) for text in draw(corpus).texts}
        assert {key: inks[label] for key, label in labels.items()} == expected
