"""The charts of words and of voices count what they say they count."""

import built
import pytest

from workbench import charts
from workbench.charts import speakers, words


def test_words_by_role_add_up_to_the_articles_table():
    corpus = built.corpus(4)
    made = words.data(corpus.articles, corpus.blocks)
    prose = made[made["group"] != "set aside"].groupby("article_id")["words"].sum()
    assert prose.to_dict() == corpus.articles.set_index("article_id")["words"].to_dict()
    assert made[made["group"] == "set aside"]["words"].tolist() == [3, 3, 3, 3]


def test_voices_count_quoted_words_and_leave_the_rest_to_the_narrator():
    corpus = built.corpus(4)
    made = speakers.data(corpus.articles, corpus.quotes)
    last = made[made["article_id"] == "doc03"]
    last = dict(zip(last["speaker"].fillna("?"), last["words"], strict=True))
    assert last == {"Ana Petrova": 7, "?": 3, "Neighbour 3": 1}
    said = [text.get_text() for text in charts.voices(corpus).texts]
    narrated = int(corpus.articles.set_index("article_id").loc["doc03", "words"]) - 11
    assert f"narrator {narrated}" in said and "not named 3" in said


def test_a_quote_within_a_quote_counts_once():
    corpus = built.corpus(1)
    outer = corpus.given["quotes"][0]
    corpus.given["quotes"].append(
        outer | {"start": outer["start"] + 8, "surface": "never seen", "end": outer["start"] + 18}
    )
    assert speakers.data(corpus.articles, corpus.quotes)["words"].sum() == 10


@pytest.mark.parametrize("kind", ["indirect", "title"])
def test_what_is_not_between_marks_as_speech_is_no_voice(kind):
    corpus = built.corpus(1)
    corpus.given["quotes"] = [row | {"kind": kind} for row in corpus.given["quotes"]]
    assert speakers.data(corpus.articles, corpus.quotes)["words"].sum() == 0


def test_a_speaker_keeps_the_fill_in_every_source():
    ax = charts.voices(built.corpus(5))
    fills = [patch.get_facecolor() for patch in ax.patches if not patch.get_hatch()]
    assert fills.count(fills[0]) == 5
