"""How the words of two renderings lie along one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare.alignment import Alignment, Block, align
from workbench.compare.rendering import words


def lay(a: str, b: str) -> Alignment:
    return align(words(a, 0, len(a)), words(b, 0, len(b)))


def test_what_stands_whole_in_the_other_is_found_where_it_is_whole():
    laid = lay("the crops will fail", "the rain came and the crops will fail")
    assert laid.blocks == (Block(0, 4, 4, 8),)
    assert (laid.share, laid.run, laid.inner) == (1.0, 4, ())


def test_joined_words_are_one_block_among_others():
    laid = lay("our health care workers", "our healthcare workers")
    assert laid.blocks == (Block(0, 1, 0, 1), Block(1, 3, 1, 2, spelt=True), Block(3, 4, 2, 3))
    assert laid.respelt
    assert laid.gaps == ()


def test_small_words_far_away_are_shared_by_chance():
    laid = lay("the x1 x2 x3 x4 x5 bridge over Lake Tana collapsed", "the bridge over Lake Tana collapsed")
    assert laid.run == 5
    far = lay("the y1 y2 y3 y4 bridge over Lake Tana collapsed", "the z1 z2 z3 z4 bridge over Lake Tana collapsed")
    assert far.blocks[0] == Block(5, 10, 5, 10)


def test_words_moved_are_found_once():
    laid = lay("in the spring of next year the port opens", "the port opens in the spring of next year")
    assert [(block.a2 - block.a1) for block in (*laid.blocks, *laid.moved)] == [6, 3]


def test_nothing_shared():
    laid = lay("one", "two")
    assert (laid.blocks, laid.share, laid.run, laid.density) == ((), 0.0, 0, 0.0)


@pytest.mark.parametrize("size", [300, 3000])
def test_long_quotes_are_aligned_too(size):
    one = " ".join(f"w{at % 97}" for at in range(size))
    laid = lay(one + " left", one + " right")
    assert laid.run == size


STOCK = st.sampled_from(["the", "dam", "will", "hold", "holds", "organised", "organized", "no", "not"])
SOME = st.lists(STOCK, max_size=12).map(" ".join)


@given(SOME, SOME)
def test_blocks_are_in_order_and_hold_the_same_words(a, b):
    laid = lay(a, b)
    at = (0, 0)
    for block in laid.blocks:
        assert at <= (block.a1, block.b1)
        assert block.a1 < block.a2
        assert block.b1 < block.b2
        at = (block.a2, block.b2)
        assert "".join(w.key for w in laid.a[block.a1 : block.a2]) == "".join(
            w.key for w in laid.b[block.b1 : block.b2]
        )
    covered = sum(block.a2 - block.a1 for block in laid.blocks) + sum(gap.a2 - gap.a1 for gap in laid.gaps)
    assert covered == len(laid.a)
    assert 0 <= laid.share <= 1
