"""What each source is called: short, on one line, and no two alike; and whose reading a chart shows."""

import pytest

import workbench as wb
from workbench import charts
from workbench.charts.palette import cut, shorten, source_labels


@pytest.mark.parametrize(
    ("sources", "labels"),
    [
        ({"a": "Reuters", "b": None}, ["Reuters", "b"]),
        ({"a": "Reuters", "b": "Reuters"}, ["Reuters (a)", "Reuters (b)"]),
        ({"a": "  "}, ["a"]),
        ({"one\ntwo": None}, ["one two"]),
        ({"b": "a", "a": None}, ["a (b)", "a"]),
    ],
    ids=["plain", "one outlet twice", "blank", "line end", "a source named like a file"],
)
def test_labels(sources, labels):
    assert list(source_labels(sources).values()) == labels


def test_long_names_stay_apart():
    stem = "storm_coverage_of_the_northern_coast_{}_final_version_of_the_editors"
    made = source_labels({stem.format(at): None for at in range(20)})
    assert len(set(made.values())) == 20
    assert max(map(len, made.values())) <= 29


def test_one_outlet_many_times_stays_apart():
    made = source_labels({f"a_long_stem_{at}_of_some_file": "The Northern Weekly Chronicle" for at in range(9)})
    assert len(set(made.values())) == 9


def test_shorten_keeps_both_ends_and_cut_the_beginning():
    assert shorten("abcdefghij", 5) == "ab…ij"
    assert cut("Ministry of Agriculture and Fisheries", 24) == "Ministry of Agriculture…"
    assert shorten("short", 5) == cut("short", 5) == "short"


@pytest.mark.parametrize(
    ("name", "longest", "kept"),
    [
        pytest.param("Transport Briefing International", 26, "Transport…International", id="between words"),
        pytest.param(
            "Ledger and Advertiser (incorporating the Echo), Weekend", 30, "Ledger and…the Echo), Weekend", id="marks"
        ),
        pytest.param("Northernmost-Skerries-Intelligencer", 20, "Northernmo…lligencer", id="no space"),
        pytest.param("A Supercalifragilistic-Expialidocious-Gazette B", 24, None, id="too little would be left"),
    ],
)
def test_names_are_cut_between_words_where_enough_is_left(name, longest, kept):
    made = shorten(name, longest)
    assert len(made) <= longest and (made == kept if kept else made.startswith("A Superc"))


def test_the_foot_says_whose_reading_a_chart_shows():
    texts = {"a": "Storm\n\n7 boats were lost.", "b": "Storm\n\n9 boats were lost."}
    corpus = wb.load([{"id": key, "text": text} for key, text in texts.items()], progress=False)
    assert charts.describe(charts.figures(corpus)).endswith(", machine reading.")
    figure = corpus.rows("figures")[0]["figure_id"]
    corpus.memo("figure", figure, "Look again.")
    assert charts.describe(charts.figures(corpus)).endswith(", machine reading.")
    corpus.decide("correct", "figure", figure, value=8)
    assert charts.describe(charts.figures(corpus)).endswith(", machine reading with 1 decision by analysts.")
