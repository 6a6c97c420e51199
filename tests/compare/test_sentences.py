"""The sentence of a quantity: who says what, and whether it fits."""

import pytest
from figure_corpus import corpus

from workbench.compare.quantities import group
from workbench.compare.sentences import sentence, units


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["The blaze destroyed <12;houses> houses."] * 3,
            "houses destroyed: all three sources say 12.",
            id="all",
        ),
        pytest.param(
            ["The blaze destroyed <12;houses> houses.", "The blaze destroyed <15;houses> houses."],
            "houses destroyed: a says 12; b says 15; they cannot all be true.",
            id="conflict",
        ),
        pytest.param(
            ["The blaze destroyed <12;houses> houses.", "The blaze destroyed at least <10=>=10;houses> houses."],
            "houses destroyed: a says 12; b says at least 10; all can be true.",
            id="compatible",
        ),
        pytest.param(
            ["The blaze destroyed <12;houses> houses.", "Nobody was hurt in the blaze."],
            "houses destroyed: a says 12, and no other source speaks to it.",
            id="single",
        ),
        pytest.param(
            ["The blaze destroyed over <10=>10;houses> houses.\n\nIn all <12;houses> houses were destroyed by it."],
            "houses destroyed: a says 12; a also says more than 10, which fits.",
            id="one-article-twice",
        ),
    ],
)
def test_sentence(texts: list[str], expected: str) -> None:
    (quantity, *_) = group(*corpus(*texts)).quantities
    assert sentence(quantity, sources=len(texts)) == expected


def test_names_stand_for_ids() -> None:
    (quantity,) = group(*corpus("The blaze destroyed <12;houses> houses.")).quantities
    assert sentence(quantity, {"a": "The Courier"}, sources=1) == "houses destroyed: The Courier says 12."


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        pytest.param("cubic metre", 4_200_000, "cubic metres", id="of-two-words"),
        pytest.param("cubic metre", 1, "cubic metre", id="one"),
        pytest.param("hour", None, "hours", id="a-range"),
        pytest.param("inch", 2, "inches", id="odd"),
        pytest.param("GBP", 20, "GBP", id="a-code"),
        pytest.param("%", 12, "%", id="a-sign"),
    ],
)
def test_a_unit_stands_in_the_plural_where_there_are_more(unit: str, value: float | None, said: str) -> None:
    assert units(unit, value) == said
