"""The charts of framing, with any number of sources and names: nothing overlaps, nothing is cut, all is told."""

import dataclasses
import itertools

import built
import pandas as pd
import pytest
from drawn import assert_apart, texts

from workbench import charts
from workbench.charts import apart, covered, dependence, palette, strokes, vocabulary, worded

LONG = "the long-serving, twice re-elected and lately much criticised president of the harbour authority"
ORIGINS = [f"Harbour Office of the District Number {n}" for n in range(24)]


def articles(sources):
    return [built.article(at, built.NAMES[at % len(built.NAMES)], f" {at}") for at in range(sources)]


def frame(given):
    rows = [{"article_id": a.article_id, "source": a.source.value if a.source else None} for a in given]
    return pd.DataFrame(rows, columns=["article_id", "source"])


def words(given, rows):
    made = []
    for at, article in enumerate(given):
        for n in range(rows):
            voice = ("narrator", "quoted", "reported")[n % 3]
            some = [f"envoy {n}", LONG, "Chief of the Office"][: 1 + (at + n) % 3]
            made += [{"key": f"k{n}", "article_id": article.article_id, "voice": voice, "surface": s} for s in some]
    names = {f"k{n}": f"Oluwaseun Adeyemi-Grünwald the {n}th of the Upper Harbour" for n in range(rows)}
    return vocabulary.data(frame(given), made, "key", names)


def claims(given, rows):
    ids = [article.article_id for article in given]
    made = [
        {
            "claim_id": f"c{n}",
            "label": f"{LONG} was told {n} times",
            "sources": ids[n % 4 :],
            "origins": ORIGINS[: n % 3],
        }
        for n in range(rows)
        if ids[n % 4 :]
    ]
    kinds = ("lead", "later", "quoted")
    how = {(c["claim_id"], key): (kinds[at % 3], 0.4) for c in made for at, key in enumerate(c["sources"])}
    return covered.data(given, made, how)


def places(given, rows):
    mentions = [
        (f"Name number {n} of the Harbour and the Coast and the Sea beyond it", article.article_id, 5 + 9 * n)
        for article in given
        for n in range(rows)
    ]
    return strokes.data(given, mentions)


def links(given, rows):
    ids = [article.article_id for article in given]
    origins = [
        {"article_id": key, "entity_id": None, "name": ORIGINS[(at + n) % len(ORIGINS)]}
        for at, key in enumerate(ids)
        for n in range(rows)
    ]
    shared = [{"article_a": a, "article_b": b, "near": False, "tokens": 9} for a, b in itertools.pairwise(ids)]
    return dependence.data(given, origins, shared)


def distinct(given, rows):
    found = [
        {"article_id": a.article_id, "word": f"incomprehensibility{n}", "count": 12 + n, "elsewhere": n}
        | {"per_thousand": 1.5, "z": 4.0 - n / 10}
        for a in given
        for n in range(rows)
    ]
    return apart.data(given, found)


CHARTS = {
    "labels": lambda given, rows: worded.draw(words(given, rows), vocabulary.LABELS),
    "coverage": lambda given, rows: covered.draw(claims(given, rows)),
    "barcode": lambda given, rows: strokes.draw(places(given, rows)),
    "origins": lambda given, rows: dependence.draw(links(given, rows)),
    "distinctive": lambda given, rows: apart.draw(distinct(given, rows)),
}
TITLES = {
    "labels": vocabulary.LABELS.title,
    "coverage": covered.TITLE,
    "barcode": strokes.TITLE,
    "origins": dependence.TITLE,
    "distinctive": apart.TITLE,
}
SAID = {
    "labels": "Oluwaseun Adeyemi-Grünwald",
    "coverage": "was told 2 times",
    "barcode": "Name number 1",
    "origins": "names Harbour Office of the District Number 2 (1)",
    "distinctive": "incomprehensibility0 12 to 0",
}


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize(("sources", "rows"), [(0, 0), (1, 1), (2, 3), (5, 6), (12, 12), (30, 30)])
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_overlaps_or_is_cut(name, sources, rows, theme):
    with charts.style(theme):
        ax = CHARTS[name](articles(sources), rows)
    assert_apart(ax)


@pytest.mark.parametrize("name", CHARTS)
def test_what_is_shown_is_told_in_words(name):
    ax = CHARTS[name](articles(3), 5)
    told = charts.describe(ax)
    assert told.startswith(f"{TITLES[name]}. ")
    assert SAID[name] in told
    assert "Source: 3 articles" in told


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_chart_says_so(name):
    ax = CHARTS[name](articles(2), 0)
    shown = [said for said, _ in texts(ax)]
    if name == "origins":  # the two share text all the same
        assert any("9 words" in said for said in shown)
    else:
        assert any(said.endswith(("found.", "articles.", "more.")) for said in shown)


def test_what_is_left_out_is_said():
    subtitle = charts.describe(CHARTS["coverage"](articles(14), 40))
    assert "The 28 claims that most sources tell are shown, 12 more are not." in subtitle
    assert "2 of 14 sources are not shown." in subtitle


def test_words_with_and_without_a_capital_are_one():
    given = articles(1)
    rows = [
        {"key": "k", "article_id": given[0].article_id, "voice": "narrator", "surface": surface}
        for surface in ("The envoy", "the  envoy", "a diplomat")
    ]
    made = vocabulary.data(frame(given), rows, "key", {"k": "K"})
    assert made["words"].tolist() == ["The envoy 2 · a diplomat"]


def test_a_mention_outside_the_prose_is_no_stroke():
    article = articles(1)[0]
    made = strokes.data([article], [("a", article.article_id, 0), ("a", article.article_id, len(article.text) - 2)])
    assert made["at"].tolist() == [0.0]


def test_of_many_sources_a_row_names_those_only_that_have_words():
    given = articles(9)
    rows = [
        {"key": "k", "article_id": given[at].article_id, "voice": "narrator", "surface": f"envoy {at}"} for at in (2, 7)
    ]
    made = vocabulary.data(frame(given), rows, "key", {"k": "K"})
    ax = worded.draw(made, vocabulary.LABELS)
    shown = " ".join(said for said, _ in texts(ax))
    assert "envoy 2" in shown and "envoy 7" in shown
    assert shown.count("–") == 0
    assert "A source that is not named in a row has no words for it." in charts.describe(ax)


def test_of_many_sources_a_name_has_strips_for_those_only_that_have_it():
    given = articles(9)
    made = strokes.data(given, [("Ada", given[at].article_id, 5) for at in (0, 4)])
    assert [said for said, _ in texts(strokes.draw(made))].count("1") == 2
    few = strokes.data(given[:5], [("Ada", given[0].article_id, 5)])
    assert [said for said, _ in texts(strokes.draw(few))].count("–") == 4


def test_a_source_that_repeats_another_is_not_drawn_as_silent():
    given = articles(2)
    copied = dataclasses.replace(given[1], duplicate_of=given[0].article_id)
    row = {"claim_id": "c", "label": "a claim", "sources": [given[0].article_id], "origins": []}
    ax = covered.draw(covered.data([given[0], copied], [row], {}))
    assert [said for said, _ in texts(ax)].count("=") == 1
    assert " repeats " in charts.describe(ax)
