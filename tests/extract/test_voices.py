"""Whose words stand at a place."""

import pytest

from workbench.extract.voices import Voices
from workbench.model import Article, Block, Quote, QuoteKind, Role, Voice

TEXT = 'The mayor said the bridge was "a shame" for the city. The "Old Bridge" stays closed.'
ARTICLE = Article("a", TEXT, (Block(0, len(TEXT), Role.BODY),), "a.txt", "0", "utf-8")


def quote(words: str, kind: QuoteKind, speaker: str | None = None) -> Quote:
    start = TEXT.index(words)
    return Quote(ARTICLE.passage(start, start + len(words)), kind, words, speaker)


QUOTES = [
    quote('the bridge was "a shame" for the city', QuoteKind.INDIRECT, "The mayor"),
    quote("a shame", QuoteKind.PARTIAL, "The mayor"),
    quote("Old Bridge", QuoteKind.TERM),
]


@pytest.mark.parametrize(
    ("words", "voice", "speaker"),
    [
        ("The mayor", Voice.NARRATOR, None),
        ("the bridge", Voice.REPORTED, "The mayor"),
        ("shame", Voice.QUOTED, "The mayor"),
        ("the city", Voice.REPORTED, "The mayor"),
        ("Old Bridge", Voice.NARRATOR, None),
        ("stays closed", Voice.NARRATOR, None),
    ],
)
def test_voice(words: str, voice: Voice, speaker: str | None) -> None:
    start = TEXT.index(words)
    assert Voices(QUOTES).at(start, start + len(words)) == (voice, speaker)


def test_no_quotes() -> None:
    assert Voices(()).at(0, 5) == (Voice.NARRATOR, None)


@pytest.mark.parametrize(("words", "marked"), [("was “a", True), ("for the city", False), ("stays closed", False)])
def test_stretches_with_words_between_marks(words: str, marked: bool) -> None:
    start = TEXT.index(words.replace("“", '"'))
    assert Voices(QUOTES).marked(start, start + len(words)) is marked


def test_no_place_between_marks_lies_in_an_unmarked_stretch() -> None:
    voices = Voices(QUOTES)
    quoted = [at for at in range(len(TEXT)) if voices.at(at, at + 1)[0] is Voice.QUOTED]
    assert quoted
    assert all(voices.marked(start, at + 1) for at in quoted for start in (0, at))
