"""A stop after a unit of one letter ends the sentence; in an abbreviation it does not."""

import pytest

from workbench.language import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The barn cost $3m. Rain fell.", ["The barn cost $3m.", "Rain fell."], id="millions"),
        pytest.param("It ran at 90 km/h. It stopped.", ["It ran at 90 km/h.", "It stopped."], id="speed"),
        pytest.param("It opens at 8 p.m. on Monday.", ["It opens at 8 p.m. on Monday."], id="afternoon"),
        pytest.param("J. M. Reed sang there.", ["J. M. Reed sang there."], id="initials"),
    ],
)
def test_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in load()(text).sents] == expected
