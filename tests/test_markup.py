"""Whatever is put into a page shows its very characters and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from workbench.markup import escape, join, mark, tag


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        pytest.param("7 died", [(0, 1)], "<mark>7</mark> died", id="first"),
        pytest.param("rose 3%", [(5, 7)], "rose <mark>3%</mark>", id="last"),
        pytest.param("2 of 9", [(5, 6), (0, 1)], "<mark>2</mark> of <mark>9</mark>", id="any order"),
        pytest.param("abc", [(0, 2), (1, 3)], "<mark>ab</mark><mark>c</mark>", id="overlap"),
        pytest.param("abc", [(-4, 1), (2, 99)], "<mark>a</mark>b<mark>c</mark>", id="outside"),
        pytest.param("𝔘 1", [(2, 3)], "𝔘 <mark>1</mark>", id="code points"),
        pytest.param("<i>", [(1, 2)], "&lt;<mark>i</mark>&gt;", id="markup in the text"),
        pytest.param("none", [], "none", id="nothing marked"),
    ],
)
def test_mark(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert mark(text, spans) == expected


@given(st.text(), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=4))
def test_marked_text_is_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    shown = str(mark(text, spans))
    assert Markup(shown.replace("<mark>", "").replace("</mark>", "")).unescape() == text


def test_tag_escapes_attributes_and_content() -> None:
    assert tag("a", "<b>", title='"><script>') == '<a title="&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>'


def test_html_is_not_escaped_twice() -> None:
    assert join([tag("b", "a & b"), "c"], " < ") == "<b>a &amp; b</b> &lt; c"
    assert escape(None) == ""
