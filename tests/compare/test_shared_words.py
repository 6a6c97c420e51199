"""What an utterance is called by: words that its sources share."""

import pytest

from workbench.compare.shared_words import fullest
from workbench.model import Passage, Quote, QuoteKind


def quote(article_id: str, start: int, words: str, kind: QuoteKind = QuoteKind.DIRECT) -> Quote:
    passage = Passage(article_id, start, start + len(words), words)
    return Quote(passage, kind, f"{article_id}:{start}")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        pytest.param(
            [
                ("a", "We take no chances with gas"),
                ("a", "Nobody goes back before the air is clean again"),
                ("b", "We take no chances"),
            ],
            "We take no chances",
            id="a longer sentence that one source alone has",
        ),
        pytest.param(
            [
                ("a", "The bridge will open in May, not a day later"),
                ("b", "will open in May"),
                ("c", "The bridge will open in May"),
            ],
            "The bridge will open in May",
            id="what most share",
        ),
        pytest.param([("a", "No."), ("a", "We shall appeal")], "We shall appeal", id="one source: its longest"),
        pytest.param([("a", "Ça suffit"), ("b", "ça suffit")], "Ça suffit", id="capitals"),
    ],
)
def test_named_by_what_is_shared(said: list[tuple[str, str]], named: str) -> None:
    quotes = [quote(article_id, at * 100, words) for at, (article_id, words) in enumerate(said)]
    assert fullest(quotes).passage.surface == named


def test_words_between_marks_come_before_reported_ones() -> None:
    told = [quote("a", 0, "the dam is safe for now", QuoteKind.INDIRECT), quote("b", 0, "the dam is safe")]
    told += [quote("c", 0, "the dam is safe for now", QuoteKind.INDIRECT)]
    assert fullest(told).passage.article_id == "b"
