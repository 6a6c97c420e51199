"""How prominently an article has something."""

import pytest

from workbench.compare import prominence
from workbench.compare.prominence import Prominence
from workbench.extract.voices import Voices
from workbench.model import Article, Block, Quote, QuoteKind, Role

LINES = [
    ("Bridge closed\n", Role.HEADLINE),
    ("The bridge is shut.\n", Role.BODY),
    ("Cars turn back.\n", Role.BODY),
    ("Ferries run.\n", Role.BODY),
    ('The mayor spoke of "a shame" for all.\n', Role.BODY),
    ("A picture of cars\n", Role.CAPTION),
]


def made() -> Article:
    blocks, at = [], 0
    for line, role in LINES:
        blocks.append(Block(at, at + len(line), role))
        at += len(line)
    return Article("a", "".join(line for line, _ in LINES), tuple(blocks), "a.txt", "0", "utf-8")


ARTICLE = made()


def at(words: str) -> "tuple[int, int]":
    start = ARTICLE.text.index(words)
    return start, start + len(words)


VOICES = Voices([Quote(ARTICLE.passage(*at("a shame")), QuoteKind.PARTIAL, "q", "The mayor")])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["closed"], Prominence.LEAD),
        (["Ferries"], Prominence.LEAD),
        (["The mayor"], Prominence.LATER),
        (["picture"], Prominence.LATER),
        (["shame"], Prominence.QUOTED),
        (["shame", "mayor"], Prominence.LATER),
        (["picture", "shut"], Prominence.LEAD),
    ],
)
def test_prominence(words: list[str], expected: Prominence) -> None:
    found, share = prominence.of(ARTICLE, [ARTICLE.passage(*at(word)) for word in words], VOICES)
    assert found is expected
    assert share == min(at(word)[0] for word in words) / len(ARTICLE.text)
