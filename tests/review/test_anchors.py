"""Anchors: found where text and surroundings agree, once; else nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Article, Block, Role
from workbench.review import anchor
from workbench.review.anchor import Places

TEXT = (
    "Port closed\n\nThe ferry carried 40 people when it sank, police said on Monday.\n\n"
    "Divers found 12 bodies near the pier.\n\nRescuers said that 12 others were taken to hospital in the town.\n"
)


def article(text: str, article_id: str = "ferry", sha256: str = "") -> Article:
    return Article(article_id, text, (Block(0, len(text), Role.BODY),), "x.txt", sha256 or str(hash(text)), "utf-8")


def found(mark: str, changed: Article) -> str | None:
    start = TEXT.index(mark) + mark.index("1")
    passage = Places([changed]).find(anchor.make(article(TEXT), start, start + 2))
    return None if passage is None else changed.text[passage.start - 13 : passage.end]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(TEXT, "Divers found 12", id="unchanged"),
        pytest.param("BREAKING\n" + TEXT, "Divers found 12", id="moved"),
        pytest.param(
            TEXT.replace("on Monday.\n\nDivers found 12 bodies near the pier.", "on Monday."), None, id="deleted"
        ),
        pytest.param(TEXT.replace("12 bodies", "13 bodies"), None, id="other number"),
        pytest.param(TEXT.replace("near the pier", "off the pier"), None, id="other surroundings"),
        pytest.param(TEXT + TEXT, None, id="twice"),
    ],
)
def test_found_or_not_at_all(changed: str, expected: str | None) -> None:
    assert found("found 12", article(changed)) == expected


def test_a_renamed_file_is_the_same_article() -> None:
    made = anchor.make(article(TEXT), 0, 4)
    renamed = article(TEXT, "harbour")
    assert Places([renamed]).find(made) == renamed.passage(0, 4)
    assert Places([article("Port closed" + TEXT, "other")]).find(made) is None


def test_a_repeated_passage_stays_where_it_was() -> None:
    text = "Photo: the pier.\n" * 9
    made = anchor.make(article(text), 7 + 2 * 17, 15 + 2 * 17)
    assert Places([article(text)]).find(made) == article(text).passage(41, 49)
    assert Places([article("Now. " + text)]).find(made) is None


@given(st.text(alphabet="ab \n", min_size=1, max_size=60), st.text(alphabet="ab \n", max_size=60), st.data())
def test_whatever_is_found_has_the_same_text_and_surroundings(text: str, other: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = anchor.make(article(text), start, end)
    passage = Places([article(other)]).find(made) if other else None
    if passage is not None:
        around = other[passage.start - len(made.prefix) : passage.end + len(made.suffix)]
        assert around == made.prefix + text[start:end] + made.suffix
        assert text == other or other.count(around) == 1
