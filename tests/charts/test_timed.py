"""The chart of the timeline: what its rows say, that nothing overlaps or is cut, and what is left out is said."""

import pytest
from drawn import assert_apart, texts

from workbench import charts
from workbench.charts import happened, palette, timed
from workbench.model import Article, Block, DateMention, Fact, Happening, Role

TEXT = "The dam broke. " * 40


def article(at, name="source"):
    made = Article(f"a{at:02d}", TEXT, (Block(0, len(TEXT), Role.BODY),), f"a{at}.txt", "0" * 64, "utf-8")
    return made if name is None else replace_source(made, f"{name} {at}")


def replace_source(made, name):
    return Article(*(getattr(made, key) for key in ("article_id", "text", "blocks", "path", "sha256", "encoding")),
                   source=Fact(name, "given"))  # fmt: skip


def mention(of, place, start, end):
    return DateMention(of.passage(place * 15, place * 15 + 7), start, end, "stated", kind="day")


def happening(at, label, dates, differs=None):
    start, end = dates[0].start_date, dates[0].end_date
    ids = tuple(dict.fromkeys(one.passage.article_id for one in dates))
    return Happening(f"t:{at}", start or "", end, label, ids, tuple(dates), differs)


def some(sources, events, label="The dam broke and the valley was flooded"):
    """Events dated by turns by the sources; among them stretches, open ones, and some that two date differently."""
    articles = [article(at, "A newspaper with a long name") for at in range(sources)]
    made = []
    for at in range(events):
        one, other = articles[at % sources], articles[(at + 1) % sources]
        year = f"{2000 + at}"
        match at % 5:
            case 0:
                dates, differs = [mention(one, at % 40, f"{year}-05", f"{year}-05")], None
            case 1:
                dates, differs = [mention(one, at % 40, year, f"{2000 + at + 4}")], None
            case 2:
                dates, differs = [mention(one, at % 40, year, None)], None
            case 3:
                dates = [mention(one, at % 40, f"{year}-05-01", f"{year}-05-01")]
                dates += [mention(other, at % 40, f"{year}-05-02", f"{year}-05-02")]
                differs = "1 or 2 May"
            case _:
                dates, differs = [mention(each, at % 40, year, year) for each in articles], None
        made.append(happening(at, f"{label} {at}", dates, differs))
    return articles, made


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize(("sources", "events"), [(1, 0), (1, 1), (2, 7), (5, 20), (12, 40), (30, 12)], ids=str)
def test_nothing_overlaps_or_is_cut(sources, events, theme):
    with charts.style(theme):
        ax = timed.draw(timed.data(*some(sources, events, "An event that is told in very many words " * 4)))
    assert_apart(ax)


def test_the_rows_say_who_dates_what_and_how_that_stands_to_the_others():
    one, two, three = (article(at) for at in range(3))
    dates = [
        mention(one, 0, "2024-05-01", "2024-05-01"),
        mention(two, 1, "2024-05", "2024-05"),
        mention(three, 2, "2024-05-02", "2024-05-02"),
        mention(three, 3, "2024", "2025"),
    ]
    rows = happened.data([one, two, three], [happening(0, "It broke", dates, "1 or 2 May")])
    assert list(rows.columns) == list(happened.COLUMNS)
    assert list(zip(rows["source"], rows["relation"], strict=True)) == [
        ("source 0", "same"),
        ("source 1", "part"),
        ("source 2", "other"),
        ("source 2", "stretch"),
    ]
    assert set(rows["surface"]) == {"The dam"}


def test_marks_differ_in_shape_and_not_in_colour_alone():
    ax = timed.draw(timed.data(*some(3, 4)))
    paths = {len(marks.get_paths()[0].vertices) for marks in ax.collections}
    assert len(paths) > 1
    assert "▲ 1 May 2003 or 2 May 2003: The dam broke" in " ".join(" ".join(text for text, _ in texts(ax)).split())


def test_what_is_left_out_is_said():
    words = timed.draw(timed.data(*some(14, 40))).workbench_words
    assert "14 events are not shown" in words.subtitle
    assert "2 of 14 sources are not shown" in words.subtitle


def test_no_dates_is_said_in_words():
    assert timed.EMPTY in [text for text, _ in texts(timed.draw(timed.data([], [])))]


def test_the_description_tells_every_row():
    told = charts.describe(timed.draw(timed.data(*some(2, 5))))
    assert all(f"flooded {at}" in told for at in range(5))
    assert "from 2002" in told


def test_it_is_drawn_on_axes_that_are_given():
    from matplotlib.figure import Figure

    ax = Figure(figsize=(10, 6)).add_subplot()
    assert timed.draw(timed.data(*some(2, 5)), ax) is ax


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-12-03", "2025-12-03", "3 Dec 2025"),
        ("2025", "2025", "2025"),
        ("2019-05", "2019-06", "May 2019 – Jun 2019"),
        (None, "2020-01", "until Jan 2020"),
    ],
)
def test_how_a_date_is_written(start, end, said):
    assert happened.worded(start, end) == said
