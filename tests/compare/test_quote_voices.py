"""Whether two speakers can be one person."""

import pytest

from workbench.compare.voices import Voice, compare

CASES = [
    ("Ana Ruiz", "Ana Ruiz", "same"),
    ("Dr. Ana Ruiz", "Ruiz", "same"),
    ("President Ana Ruiz", "A. Ruiz", "same"),
    ("Tsering Dolkar", "Tsereng Dolkar", "same"),
    ("Katarzyna Wiśniewska", "Katarzyna Wisniewska", "same"),
    ("Aleksandra Morozova", "Alexandra Morozova", "same"),
    ("a US official", "the US official", "same"),
    ("the spokesman", "a spokesman", "unclear"),
    ("Ana Ruiz", "she", "unclear"),
    ("Ana Ruiz", None, "unclear"),
    ("Ana Ruiz", "the Health Ministry", "unclear"),
    ("Maria Petit", "Marina Petit", "unclear"),
    ("George Weller Jr.", "Weller", "unclear"),
    ("George Weller Jr.", "George Weller", "different"),
    ("Robert Weller", "Thomas Weller", "different"),
    ("Robert Weller", "Susan Aldridge", "different"),
]


@pytest.mark.parametrize(("one", "two", "expected"), CASES)
def test_speakers(one, two, expected):
    assert compare(one, two) is Voice(expected)
    assert compare(two, one) is Voice(expected)
