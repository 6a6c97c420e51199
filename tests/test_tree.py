"""A tree says of each word what spaCy says of it."""

from collections.abc import Iterable
from typing import Any

import pytest

import workbench as wb
from workbench import language
from workbench.language.growing import Grower

TEXTS = {
    "prose": "The mayor, who had fled, said on Monday that 12 people were hurt. “Nobody,” she added, “was told.”",
    "joined": "Rescuers, medics and two of the divers found nine boats and a raft; they couldn't lift any of them!",
    "torn": "Whom did officials say rescuers found? A hearing is scheduled on the issue today, it's said.",
    "spaces": "  Two  lines \n\n of £12.5m here  ",
    "heading": "STORM HITS COAST: 40 DEAD",
    "space": " ",
    "empty": "",
}
PLAIN = "text lower_ lemma_ pos_ tag_ dep_ i idx whitespace_ n_lefts"
FLAGS = "is_alpha is_digit is_punct is_space is_stop is_currency like_num"
SEVERAL = "lefts rights children subtree ancestors conjuncts"


def numbers(words: Iterable[Any]) -> list[int]:
    return [word.i for word in words]


@pytest.fixture(params=TEXTS.values(), ids=TEXTS)
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    (doc,) = language.load().pipe([request.param])
    grower = Grower()
    return doc, grower.tree(grower.columns(doc))


def test_words(both: tuple[Any, Any]) -> None:
    doc, tree = both
    assert (tree.text, len(tree)) == (doc.text, len(doc))
    for token, word in zip(doc, tree, strict=True):
        for name in (*PLAIN.split(), *FLAGS.split()):
            assert getattr(word, name) == getattr(token, name), name
        for name in SEVERAL.split():
            assert numbers(getattr(word, name)) == numbers(getattr(token, name)), name
        assert numbers((word.head, word.left_edge, word.right_edge)) == numbers(
            (token.head, token.left_edge, token.right_edge)
        )
        assert (word.is_sent_start, word.is_sent_end) == (bool(token.is_sent_start), bool(token.is_sent_end))
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)
        assert len(word) == len(token)
        assert [word.is_ancestor(other) for other in tree] == [token.is_ancestor(other) for other in doc]


def test_stretches(both: tuple[Any, Any]) -> None:
    doc, tree = both
    assert [one.text for one in tree.sents] == [one.text for one in doc.sents]
    for start in range(len(doc)):
        for end in (start + 1, start + 3, -1, None):
            token, word = doc[start:end], tree[start:end]
            assert (word.start, word.end, word.text, len(word)) == (token.start, token.end, token.text, len(token))
            assert numbers(word) == numbers(token)
            if len(token):
                assert (word.start_char, word.end_char) == (token.start_char, token.end_char)
                assert (word.root.i, word[0].i, word[-1].i) == (token.root.i, token[0].i, token[-1].i)
                assert numbers(word[1:]) == numbers(token[1:])


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_stretches_by_character(both: tuple[Any, Any], mode: str) -> None:
    doc, tree = both
    for start in range(len(doc.text)):
        for end in range(start + 1, min(start + 12, len(doc.text) + 1)):
            token, word = (one.char_span(start, end, alignment_mode=mode) for one in (doc, tree))
            assert (word is None) == (token is None)
            if token is not None:
                assert (word.start, word.end) == (token.start, token.end)


def test_what_is_beside_nothing_raises() -> None:
    (parsed,) = wb.load("Storm hits coast\n\nNobody was hurt.", progress=False).parsed
    first = parsed.parts[0].doc[0]
    with pytest.raises(IndexError):
        first.nbor(-1)
    with pytest.raises(IndexError):
        parsed.parts[0].doc[-1].nbor()
    assert first.nbor().i == 1


def test_words_are_the_same_where_they_are_one() -> None:
    (doc,) = language.load().pipe(["Nobody was hurt."])
    grower = Grower()
    columns = grower.columns(doc)
    one, other = grower.tree(columns), grower.tree(columns)
    assert one[0] is one[0:2][0]
    assert one[0] != other[0]
    assert one[0:2] == one[0:2] != other[0:2]
    assert one.key == other.key
