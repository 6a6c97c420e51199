"""Names in one article: mentions with titles and kinds, and who is drawn together with whom."""

import pytest
from reading_quotes import read

from workbench.extract import cast, names

MENTIONS = {
    "title": ("Prime Minister Kenji Ito spoke.", [("Kenji Ito", "person", "m")]),
    "title in small letters": ("They met opposition leader Maria Costa.", [("Maria Costa", "person", "f")]),
    "abbreviated": ("Sen. Lucy Pike spoke.", [("Lucy Pike", "person", "f")]),
    "courtesy": ("Mrs. Okafor spoke.", [("Okafor", "person", "f")]),
    "place adjective": ("Belgian Prime Minister Jan Maes spoke.", [("Jan Maes", "person", None)]),
    "organisation with of": (
        "The Ministry of Health of Peru met.",
        [("Ministry of Health of Peru", "organisation", None)],
    ),
    "initialism": ("The OECD met in Paris.", [("OECD", "organisation", None), ("Paris", "place", None)]),
    "particle": ("Doctor Pieter van der Berg spoke.", [("Pieter van der Berg", "person", "m")]),
    "possessive": ("They read Ana Ruiz’s letter.", [("Ana Ruiz", "person", "f")]),
    "a title alone is no name": ("The U.S. Special Envoy for Peru left.", [("Peru", "place", None)]),
    "role with a capital": ("Survivor Maria Costa spoke.", [("Maria Costa", "person", "f")]),
    "place in capitals": ("LISBON (Lusa) - It rained.", [("LISBON", "place", None), ("Lusa", None, None)]),
    "verb of a headline": ("Ana Ruiz Says roads are closed.", [("Ana Ruiz", "person", "f")]),
    "number in a name": ("They watched Channel 9 at home.", [("Channel 9", None, None)]),
    "letters of honours": (
        "The judge has heard Priya Nair KC and Tom Hale, Ph.D., on the case.",
        [("Priya Nair", "person", "f"), ("Tom Hale", "person", "m")],
    ),
    "shouted word behind": ("Ana Ruiz GUILTY of fraud.", [("Ana Ruiz", "person", "f")]),
    "nickname inside": ('The chief, Leroy "Buck" Banks, spoke.', [('Leroy "Buck" Banks', "person", "m")]),
    "title of a lone surname opens": ("Ms Vega left.", [("Vega", "person", "f")]),
    "Indian courtesy": ("Shri Rakesh Menon rose.", [("Rakesh Menon", "person", "m")]),
    "noun for a trade opens": ("Virologist Odalys Brekke left.", [("Odalys Brekke", None, None)]),
    "noun for a firm opens": ("Retailer Arven Homes closed.", [("Arven Homes", "organisation", None)]),
    "office of a sheriff": (
        "They called the Lane County Sheriff's Office.",
        [("Lane County Sheriff's Office", "organisation", None)],
    ),
    "body of its members": (
        "Ana Ruiz of the Nurses' Union met the Farmers' Trade Union.",
        [
            ("Ana Ruiz", "person", "f"),
            ("Nurses' Union", "organisation", None),
            ("Farmers' Trade Union", "organisation", None),
        ],
    ),
    "people's party": ("The People's Party won.", [("People's Party", "organisation", None)]),
    "hospital of a saint": ("It is at St Ann's Hospital.", [("St Ann's Hospital", "organisation", None)]),
    "a saint's name alone": ("St Brannoc's is closed.", [("St Brannoc", "place", None)]),
    "a person of such a name": ("Eva St. Clair sang.", [("Eva St. Clair", "person", "f")]),
    "somebody's ministry": (
        "Ana Ruiz's Ministry said so.",
        [("Ana Ruiz", "person", "f"), ("Ministry", "organisation", None)],
    ),
    "doctor behind an office": (
        "At the Ministry of Health Dr. Ana Ruiz spoke.",
        [("Ministry of Health", "organisation", None), ("Ana Ruiz", "person", "f")],
    ),
    "road": ("They met in Brindle Road.", [("Brindle Road", "place", None)]),
    "lake": ("They searched Lake Orsund.", [("Lake Orsund", "place", None)]),
    "team": ("They beat Brindle Wanderers.", [("Brindle Wanderers", "organisation", None)]),
    "saint of a town": ("The fair in Saint-Orlin closed.", [("Saint-Orlin", None, None)]),
    "no weekday": ("On Monday the club met.", []),
}


@pytest.mark.parametrize(("text", "expected"), MENTIONS.values(), ids=MENTIONS)
def test_mentions(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(one.passage.surface, one.kind, one.sex) for one in names.find(read(text))]
    assert found == expected


def people(text: str) -> dict[str, list[str]]:
    parsed = read(text)
    made = cast.gather(parsed, names.find(parsed))
    return {one.canonical: [mention.passage.surface for mention in one.mentions] for one in made.entities}


def test_short_forms_go_to_the_full_name() -> None:
    assert people("Ana Ruiz met Tom Akers. Ruiz thanked Akers.") == {
        "Ana Ruiz": ["Ana Ruiz", "Ruiz"],
        "Tom Akers": ["Tom Akers", "Akers"],
    }


def test_two_of_one_surname_are_told_apart_by_the_title() -> None:
    found = people("Ana Ruiz met Paul Ruiz. Mrs. Ruiz thanked Mr. Ruiz.")
    assert found == {"Ana Ruiz": ["Ana Ruiz", "Ruiz"], "Paul Ruiz": ["Paul Ruiz", "Ruiz"]}


def test_first_names_that_differ_are_two_people() -> None:
    assert set(people("Maria Costa met Marina Costa.")) == {"Maria Costa", "Marina Costa"}


def test_a_middle_initial_makes_no_other_person() -> None:
    assert list(people("John B. Webb spoke. John Webb left. Webb was tired.")) == ["John B. Webb"]


def test_initials_stand_for_the_long_form() -> None:
    assert people("The World Chess Federation met. The WCF voted.") == {
        "World Chess Federation": ["World Chess Federation", "WCF"]
    }


def test_a_title_alone_is_not_a_relative_of_the_same_surname() -> None:
    text = "President Moreno spoke for an hour. His wife, Elena Moreno, left early. Mr. Moreno stayed. Moreno smiled."
    assert people(text) == {"Elena Moreno": ["Elena Moreno"], "Moreno": ["Moreno", "Moreno", "Moreno"]}


def test_a_title_alone_is_whoever_bears_it_under_the_full_name() -> None:
    text = "Chancellor Merk left. Her husband, Jo Merk, stayed. Chancellor Angela Merk spoke. Chancellor Merk smiled."
    assert people(text) == {"Jo Merk": ["Jo Merk"], "Angela Merk": ["Merk", "Angela Merk", "Merk"]}


def test_an_owner_is_not_the_relative_behind() -> None:
    text = "Ana Moreno won. Luis Moreno lost. Moreno's husband, Luis Moreno, wept."
    assert people(text) == {"Ana Moreno": ["Ana Moreno", "Moreno"], "Luis Moreno": ["Luis Moreno", "Luis Moreno"]}


def test_a_surname_alone_is_not_juniors() -> None:
    text = "Rex Hale spoke. Rex Hale Jr. did not. Hale Jr. was abroad. Hale smiled."
    assert people(text) == {"Rex Hale": ["Rex Hale", "Hale"], "Rex Hale Jr.": ["Rex Hale Jr.", "Hale Jr."]}
