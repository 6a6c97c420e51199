from hypothesis import given
from hypothesis import strategies as st

from workbench.spans import Span, is_partition, trim


def test_overlap_is_half_open() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 9).contains(Span(3, 9))
    assert not Span(0, 9).contains(Span(3, 10))
    assert Span(0, 4).shared(Span(2, 9)) == 2
    assert Span(0, 4).shared(Span(6, 9)) == 0
    assert Span(1, 4).shift(10) == Span(11, 14)
    assert Span(1, 4).length == 3


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_trim_leaves_no_edge(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    got = trim(text, Span(start, end), also=".,")
    assert start <= got.start <= got.end <= end
    cut = text[got.start : got.end]
    assert cut == text[start:end].strip() or cut == "" or (cut[0] not in ".," and cut[-1] not in ".,")
    assert cut == cut.strip()


def test_partition() -> None:
    assert is_partition([(0, 2), (2, 5)], 5)
    assert is_partition([], 0)
    assert not is_partition([(0, 2), (3, 5)], 5)
    assert not is_partition([(0, 2), (1, 5)], 5)
    assert not is_partition([(0, 2), (2, 2), (2, 5)], 5)
    assert not is_partition([(0, 5)], 6)
