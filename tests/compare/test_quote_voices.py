"""Whether two speakers can be one person."""

import pytest
from quoting import article

from workbench.compare.voices import Voice, compare, of
from workbench.model import Quote, QuoteKind

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
    ("Robert Weller and Susan Aldridge", "Susan Aldridge", "same"),
    ("Robert Weller, Susan Aldridge and his lawyers", "Weller", "same"),
    ("Robert Weller and Susan Aldridge", "Maria Petit", "different"),
    ("Robert Weller and his lawyers", "Maria Petit", "unclear"),
    ("the mayor and the bishop", "the bishop of Lund", "unclear"),
    ("Johnson and Johnson", "Robert Johnson", "unclear"),
    ("Food and Drug Administration", "Drug Administration", "unclear"),
    ("the minister of trade and industry", "the minister of trade", "unclear"),
]


@pytest.mark.parametrize(("one", "two", "expected"), CASES)
def test_speakers(one, two, expected):
    assert compare(one, two) is Voice(expected)
    assert compare(two, one) is Voice(expected)


KNOWN = [
    ("Nkechi Okafor", "person:nkechi-okafor", "Tsering Dolkar", "person:tsering-dolkar", "different"),
    ("Nkechi Okafor", None, "Tsering Dolkar", "person:tsering-dolkar", "unclear"),
    ("Nkechi Okafor", "person:nkechi-okafor", "Okafor Nkechi", "person:okafor-nkechi", "unclear"),
    ("Nkechi Okafor", "person:nkechi-okafor", "Nordhav Lines", "organisation:nordhav-lines", "unclear"),
]


@pytest.mark.parametrize(("one", "id_one", "two", "id_two", "expected"), KNOWN)
def test_speakers_known_as_persons_are_two_where_their_names_are_unlike(one, id_one, two, id_two, expected):
    said = article("a", "It rained.")
    first, second = (
        Quote(said.passage(0, 10), QuoteKind.DIRECT, "q", name, speaker_id=known)
        for name, known in ((one, id_one), (two, id_two))
    )
    assert of(first, second) is Voice(expected)
    assert of(second, first) is Voice(expected)
