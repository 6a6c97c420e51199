"""Who quotes whom, and where each voice first speaks: what is counted, what is left out, that nothing overlaps."""

import built
import pytest
from drawn import assert_apart, texts
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from workbench import charts
from workbench.charts import first_heard, palette, whom
from workbench.charts.bars import contrast
from workbench.model import Quote, QuoteKind
from workbench.tables import rows as to_rows

CHARTS = {"quoting": charts.quoting, "entrances": charts.entrances}
TITLES = {
    "quoting": "Who quotes whom: quoted words by speaker and source",
    "entrances": "When each voice is first heard in each article",
}
EMPTY = {
    "quoting": "No quoted words were found in these articles.",
    "entrances": "Nobody who is named is heard in these articles.",
}


def corpus(sources, voices=0):
    """The built corpus; with `voices`, so many more who say one word each in every article (one of them reported)."""
    made = built.corpus(sources)
    quotes = [quote for at, of in enumerate(made.documents) for quote in built.quotes(of, at)]
    for of in made.documents:
        start = of.text.index("The night")
        letters = [at for at in range(start, start + 57) if of.text[at].isalpha()]
        for n in range(voices):
            kind = QuoteKind.INDIRECT if n == 1 else QuoteKind.PARTIAL
            name = f"Spokeswoman number {n} of the Harbour"
            passage = of.passage(letters[n], letters[n] + 1)
            quotes.append(Quote(passage, kind, f"{of.article_id}:v{n}", name, cue="said"))
    made.given["quotes"] = to_rows.quotes(quotes)
    return made


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize(("sources", "voices"), [(0, 0), (1, 0), (2, 30), (5, 3), (12, 12), (45, 0)])
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_overlaps_or_is_cut(name, sources, voices, theme):
    with charts.style(theme):
        ax = CHARTS[name](corpus(sources, voices))
    assert_apart(ax)


@pytest.mark.parametrize("name", CHARTS)
def test_title_source_line_and_description(name):
    ax = CHARTS[name](corpus(2))
    said = [text for text, _ in texts(ax)]
    assert TITLES[name] in said
    assert any(text.startswith("Source: 2 articles (The Morning Chronicle, Кронштадтск") for text in said)
    assert charts.describe(ax).startswith(TITLES[name] + ". ")
    assert "Ana Petrova" in charts.describe(ax)
    assert repr(ax) == f"<Chart: {TITLES[name]}>"


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_chart_says_so(name):
    assert EMPTY[name] in [text for text, _ in texts(CHARTS[name](corpus(0)))]
    silent = corpus(2)
    silent.given["quotes"] = []
    assert EMPTY[name] in [text for text, _ in texts(CHARTS[name](silent))]


@pytest.mark.parametrize("name", CHARTS)
def test_it_draws_on_the_axes_that_it_is_given(name):
    figure = Figure(figsize=(16, 12))
    given = figure.add_axes((0.1, 0.2, 0.8, 0.6))
    assert CHARTS[name](corpus(3), ax=given) is given
    assert charts.describe(given).startswith(TITLES[name])


def test_cells_hold_the_quoted_words():
    ax = charts.quoting(corpus(2, 3))
    said = [text for text, _ in texts(ax)]
    rows = said[said.index("Total") + 1 :]
    assert rows[:4] == ["Ana Petrova", "7", "7", "14"]
    assert rows[-4:] == ["not named", "3", "3", "6"]
    assert not any("number 1 " in text for text in rows)  # only reported


def test_what_is_left_out_is_said():
    ax = charts.quoting(corpus(14, 30))
    subtitle = ax.workbench_words.subtitle
    assert "The 20 most quoted are shown; 13 more, of " in subtitle
    assert "2 of 14 sources are not shown; totals are of all." in subtitle
    assert sum(text.startswith("Spokeswoman") for text, _ in texts(ax)) == 19


@pytest.mark.parametrize("theme", palette.THEMES)
def test_more_words_stand_out_more_in_grey_and_can_be_read(theme):
    with charts.style(theme):
        ax = charts.quoting(corpus(2, 3))
    cells = {}
    for patch in ax.patches:
        inside = [t for t in ax.texts if patch.get_bbox().contains(*t.get_position())]
        cells[int(inside[0].get_text())] = patch.get_facecolor()
        assert contrast(to_rgb(inside[0].get_color()), patch.get_facecolor()[:3]) >= 4.5
    light = {count: sum(face[:3]) for count, face in cells.items()}
    assert sorted(light, key=light.get, reverse=theme == "light") == [1, 3, 7]


def test_where_a_voice_first_speaks():
    made = corpus(1, 2)
    found = first_heard.data(made.articles, made.blocks, made.quotes).set_index("speaker")
    text = made.documents[0].text
    prose = text[: text.index("Share this page")]
    before = len(prose[: prose.index("We have never")].split()) - 1  # the quote mark hangs on the word behind it
    assert found.loc["Ana Petrova", "at"] * len(prose.split()) == pytest.approx(before + 1, abs=1)
    assert not found.loc["Ana Petrova", "reported"]
    assert found.loc["Spokeswoman number 1 of the Harbour", "reported"]
    assert found["at"].between(0, 1).all()


def test_a_source_in_which_nobody_is_heard_is_said_so():
    made = corpus(2)
    made.given["quotes"] = [row for row in made.given["quotes"] if row["article_id"] == "doc00"]
    assert "nobody who is named is heard" in [text for text, _ in texts(charts.entrances(made))]


def test_voices_without_room_and_articles_left_out_are_counted():
    assert "more voice" in charts.entrances(corpus(2, 30)).workbench_words.subtitle
    assert "The first 25 of 45 articles are shown." in charts.entrances(corpus(45)).workbench_words.subtitle


def test_titles_of_works_are_nobody_s_words():
    made = corpus(1)
    for row in made.given["quotes"]:
        row["kind"] = "title"
    assert whom.data(made.articles, made.quotes)["words"].sum() == 0
