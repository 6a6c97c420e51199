from dataclasses import replace

import pytest

from workbench.model import Article, Block, DateMention, Fact, Role, by_article


def article(text: str, *cuts: tuple[int, int, Role]) -> Article:
    return Article("a", text, tuple(Block(*cut) for cut in cuts), "a.txt", "0" * 64, "utf-8")


TWO = article("Fire in port\n\nTwo ships burnt.\n", (0, 14, Role.HEADLINE), (14, 31, Role.BODY))


def test_a_passage_is_cut_from_the_text() -> None:
    passage = TWO.passage(14, 17)
    assert passage.surface == "Two" == TWO.text[passage.start : passage.end]
    assert passage.span == (14, 17)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_impossible_passages_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no stretch of a"):
        TWO.passage(start, end)


def test_blocks_are_found_by_offset() -> None:
    assert TWO.block_at(0).role is Role.HEADLINE
    assert TWO.block_at(13).role is Role.HEADLINE
    assert TWO.block_at(14).role is Role.BODY
    assert [TWO.paragraph_at(at) for at in (0, 13, 14, 30)] == [1, 1, 2, 2]
    assert TWO.ink(TWO.blocks[0]) == (0, 12)


def test_an_article_is_called_by_its_source_else_by_its_stem() -> None:
    assert TWO.name == "a"
    named = Article("a", "x", (), "a.txt", "", "utf-8", source=Fact("The Herald", "sources.csv"))
    assert named.name == "The Herald"


def test_records_are_told_apart_by_article_in_their_order() -> None:
    dates = [
        DateMention(replace(TWO, article_id=named).passage(*at), None, None, "")
        for named, at in (("b", (0, 4)), ("a", (14, 17)), ("b", (14, 17)))
    ]
    assert by_article(dates) == {"b": [dates[0], dates[2]], "a": [dates[1]]}
    assert by_article([]) == {}
