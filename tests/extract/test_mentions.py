"""What an article names, of which kind, and exactly where."""

from itertools import pairwise

import pytest

from workbench.extract import cast, mentions
from workbench.extract.named import Named
from workbench.language import parse
from workbench.lexicons import Entry, lexicon
from workbench.model import Article, Block, Role


def named(*blocks: str | tuple[str, Role, str | None]) -> list[Named]:
    """What an article of these blocks names; a block is its text, or text, role and reason."""
    text, made = "", []
    for block in blocks:
        words, role, reason = (block, Role.BODY, None) if isinstance(block, str) else block
        made.append(Block(len(text), len(text) + len(words) + 1, role, reason))
        text += words + "\n"
    article = Article("a", text, tuple(made), "a.txt", "", "utf-8")
    found = [one for parsed in parse([article]) for one in mentions.find(parsed)]
    spans = sorted(passage.span for one in found for passage in one.passages)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[p.start : p.end] == p.surface for one in found for p in one.passages)
    return found


KINDS = {
    "person, title": ("President Ana Ruiz spoke. Ms. Ruiz left.", [("Ana Ruiz", "person")]),
    "person, role": ("The striker Željko Šarić scored.", [("Željko Šarić", "person")]),
    "person by surname later": ("Kwabena Asante left. Asante smiled.", [("Kwabena Asante", "person")]),
    "person, double name": ("It was Kwabena Ofori-Atta.", [("Kwabena Ofori-Atta", "person")]),
    "organisation word": ("The Harbour Institute closed.", [("Harbour Institute", "organisation")]),
    "organisation word, plural": ("Shares in Orsund Lines fell by a tenth.", [("Orsund Lines", "organisation")]),
    "organisation word, Spanish": ("Instituto Arven asked voters.", [("Instituto Arven", "organisation")]),
    "organisation by noun": ("The news agency Orbis was first.", [("Orbis", "organisation")]),
    "organisation by apposition": ("Vintal, a brewer of stout, closed.", [("Vintal", "organisation")]),
    "initials": ("The tariff was set by the WTO.", [("WTO", "organisation")]),
    "web site": ("It was first told by Harbour.net on Monday.", [("Harbour.net", "organisation")]),
    "place by preposition": ("They camped near Orsund for a week.", [("Orsund", "place")]),
    "place by noun": ("They left the village of Orsund.", [("Orsund", "place")]),
    "place beside a place": ("The lab in Orsund, Norway, is shut.", [("Orsund", "place"), ("Norway", "place")]),
    "compound of places": ("US-Norway talks began.", [("US", "place"), ("Norway", "place")]),
    "half a compound": ("The US-led talks began.", [("US", "place")]),
    "no name: a prize": ("She won the Arven Prize.", []),
    "no name: people": ("Norwegians cheered.", []),
    "no name: people of a place not known": ("Many Arvenians cheered.", []),
    "place by its government": ("The government of Arvenia fell. Arvenia said so.", [("Arvenia", "place")]),
    "place after an adjective": ("Neighbouring Norway sent boats.", [("Norway", "place")]),
    "no name: a direction": ("Western banks paid.", []),
    "no name: a shout": ("IT WAS THE END OF IT ALL.", []),
    "no name: what describes by a hyphen": ("The Western-dominated bloc fell.", []),
    "a firm before what it owns": (
        "Orsund Steel rose. The Orsund-owned mill shut.",
        [("Orsund Steel", "organisation")],
    ),
    "no name: small words said loud": ("AN old dam lost FOUR gates and ZERO lives, SO it stays.", []),
    "initials that are a small word": ("The WHO told the US of it.", [("WHO", "organisation"), ("US", "place")]),
    "no name: a flight": ("They boarded Orsund Flight 318, then BA2140 and a TX-90.", []),
    "initials with a number": ("The G20 met.", [("G20", "organisation")]),
    "a firm and its short form": ("Orsund Steel closed. Orsund said so.", [("Orsund Steel", "organisation")]),
    "a person Steel": ("Ana Steel spoke.", [("Ana Steel", "person")]),
    "behind an office": ("Minister of Transport Ana Ruiz left.", [("Ana Ruiz", "person")]),
    "behind an office of no known first name": ("Secretary of State Zubo Okonkwo left.", [("Zubo Okonkwo", "person")]),
    "behind the mayor of a town": ("Mayor of Orsund Ana Ruiz left.", [("Ana Ruiz", "person")]),
    "possessive": ("Ana Ruiz’s dog ran.", [("Ana Ruiz", "person")]),
    "role at the start": ("Goalkeeper Grant Muller saved it.", [("Grant Muller", "person")]),
}


@pytest.mark.parametrize(("text", "wanted"), KINDS.values(), ids=KINDS.keys())
def test_kinds(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in named(text) if one.kind != "thing"] == wanted


THINGS = {
    "a ship between marks": ("They were saved from the “Olga Petrova”, which had left Riga.", {"Olga Petrova"}),
    "a ship in italics": ("When the ferry *Olga Petrova* went down, Riga mourned.", {"Olga Petrova"}),
    "ferry": ("The ferry Saint Olga sank off the coast. Saint Olga was old.", {"Saint Olga"}),
    "ferry, the": ("They left on the Saint Olga. The Saint Olga capsized at noon.", {"Saint Olga"}),
    "letters of a ship": ("The MV Lady Ida joined the search. The Lady Ida rescued four.", {"Lady Ida"}),
    "aboard": ("Forty people were aboard the Queen Olga. The Queen Olga was late.", {"Queen Olga"}),
    "called a vessel": ("The Anna Petra, a cargo vessel, left at dawn.", {"Anna Petra"}),
    "storm": ("Hurricane Olga hit the coast. Olga killed nine.", {"Olga"}),
    "storm, small": ("It was the storm Olga that hit the coast.", {"Olga"}),
    "law": ("The Elena Act requires life jackets.", {"Elena Act"}),
    "tower": ("They live in the Costa Olga tower.", {"Costa Olga"}),
    "vaccine": ("The vaccine, Olgavax, is untested.", {"Olgavax"}),
    "fever": ("An outbreak of Orsund fever killed nine.", {"Orsund"}),
    "probe": ("The probe Elena reached orbit. Elena sent pictures.", {"Elena"}),
}


@pytest.mark.parametrize(("text", "names"), THINGS.values(), ids=THINGS.keys())
def test_ships_storms_and_laws_are_no_persons(text: str, names: set[str]) -> None:
    assert {one.name for one in named(text) if one.kind == "thing"} == names
    assert not [one.name for one in named(text) if one.kind == "person"]


NO_THINGS = {
    "captain of a ship": ("Captain Olga Petersen sank the ferry.", "Olga Petersen"),
    "queen": ("Queen Margit opened the school. Margit smiled.", "Margit"),
    "widow of a ship": ("The late Anna Petra, a nurse, was aboard.", "Anna Petra"),
    "administration": ("The Ana Ruiz campaign ended. Ana Ruiz wept.", "Ana Ruiz"),
    "behind a quotation": ('"They had no medicine," Ana Ruiz told the court.', "Ana Ruiz"),
    "behind a noun for a thing": ("They came with a barge, Ana Ruiz said.", "Ana Ruiz"),
    "Mr. Law": ("Grant Hill said so.", "Grant Hill"),
    "princess who speaks": (
        "The Princess Margit crew cheered. Princess Margit said it was a good day.",
        "Princess Margit",
    ),
}


@pytest.mark.parametrize(("text", "name"), NO_THINGS.values(), ids=NO_THINGS.keys())
def test_persons_are_no_things(text: str, name: str) -> None:
    assert name in {one.name for one in named(text) if one.kind == "person"}


FORMS = {
    "surname first in a sentence": (
        "Lunde rejected the claim. Erik Lunde is a teacher.",
        "Erik Lunde",
        {"Lunde", "Erik Lunde"},
    ),
    "first name first in a sentence": ("Weiming Zhang left the country.", "Weiming Zhang", {"Weiming Zhang"}),
    "Arabic articles": (
        "Oil minister Abd al-Rahman al-Haddad was jailed. Al-Haddad wept. They saw al-Haddad go.",
        "Abd al-Rahman al-Haddad",
        {"Abd al-Rahman al-Haddad", "Al-Haddad", "al-Haddad"},
    ),
    "first of two family names": (
        "Striker Ángel Núñez García scored. “I am happy,” said Núñez. Nunez’s agent smiled.",
        "Ángel Núñez García",
        {"Ángel Núñez García", "Núñez", "Nunez"},
    ),
    "particles at the head": (
        "Joost van der Linden paid. Van der Linden wept. They saw Mayor van der Linden.",
        "Joost van der Linden",
        {"Joost van der Linden", "Van der Linden", "van der Linden"},
    ),
    "two family names": (
        "Pilar Ruiz Mora paid, and Ruiz Mora wept.",
        "Pilar Ruiz Mora",
        {"Pilar Ruiz Mora", "Ruiz Mora"},
    ),
    "family name first": (
        "Halasi Zsuzsa, a nurse, left. Halasi wept.",
        "Halasi Zsuzsa",
        {"Halasi Zsuzsa", "Halasi"},
    ),
    "an article in a name": (
        "Karim Al Haddad paid. They saw Al Haddad weep.",
        "Karim Al Haddad",
        {"Karim Al Haddad", "Al Haddad"},
    ),
    "abbreviation of another language": (
        "The League of Arven Farmers (UAV, in Arvenian) met. It was the UAV that voted.",
        "League of Arven Farmers",
        {"League of Arven Farmers", "UAV"},
    ),
    "a line with a time at its end": (
        "Erik Lunde of the Arven National Union conceded at 10 p.m.",
        "Arven National Union",
        {"Arven National Union"},
    ),
    "no June": ("Jun Ho Park, who runs it, will leave.", "Jun Ho Park", {"Jun Ho Park"}),
    "company, short": ("Kestrel Foods will close. Kestrel said so.", "Kestrel Foods", {"Kestrel Foods", "Kestrel"}),
    "and in a name": (
        "It was the Competition and Markets Authority that said so. The CMA was firm.",
        "Competition and Markets Authority",
        {"Competition and Markets Authority", "CMA"},
    ),
    "small word in a name": (
        "Doctors Without Borders closed its clinic.",
        "Doctors Without Borders",
        {"Doctors Without Borders"},
    ),
    "platform at the end": ("Ana Ruiz posted it on X.", "X", {"X"}),
    "talks with somebody": ("They asked what he could offer in talks with Putin.", "Putin", {"Putin"}),
}


@pytest.mark.parametrize(("text", "name", "forms"), FORMS.values(), ids=FORMS.keys())
def test_forms_of_one(text: str, name: str, forms: set[str]) -> None:
    found = {one.name: one.forms for one in named(text)}
    assert found[name] == forms


SHORTENED = {
    "ministry of": (
        "The Ministry of Health closed it. Later the ministry said so.",
        "Ministry of Health",
        ["ministry"],
    ),
    "commission": (
        "The Arven Electoral Commission met. Then the commission left.",
        "Arven Electoral Commission",
        ["commission"],
    ),
    "two words": ("The Arvenian Coast Guard came. So the coast guard said.", "Arvenian Coast Guard", ["coast guard"]),
    "same words in small letters": ("The Coast Guard came. Then the coast guard left.", "Coast Guard", ["coast guard"]),
    "before its name": ("The ministry was shut. It was the Ministry of Health.", "Ministry of Health", []),
    "two ministries": (
        "The Ministry of Health and the Justice Ministry met. Then the ministry left.",
        "Justice Ministry",
        [],
    ),
    "another ministry": (
        "The Ministry of Health met. A ministry in Peru did too. Then the ministry left.",
        "Ministry of Health",
        [],
    ),
    "the same ministry": ("The Ministry of Health met. The same ministry left.", "Ministry of Health", []),
    "too common a noun": ("The Arvenian Coast Guard came. Then the guard left.", "Arvenian Coast Guard", []),
}


@pytest.mark.parametrize(("text", "name", "short"), SHORTENED.values(), ids=SHORTENED.keys())
def test_common_nouns_that_stand_for_a_name(text: str, name: str, short: list[str]) -> None:
    passages = next(one.passages for one in named(text) if one.name == name)
    assert [passage.surface for passage in passages if passage.surface.islower()] == short


def test_two_ministers_of_one_surname_are_two() -> None:
    found = named("Foreign Minister Ivanov and Interior Minister Ivanov both resigned.")
    assert [(one.name, len(one.passages)) for one in found] == [("Ivanov", 1), ("Ivanov", 1)]


ADJECTIVES = {
    "of a place not known": "The Velonian ferry sank. Velonian divers came.",
    "of a place not known, alone": "A Velonian was hurt.",
    "initials of many": "They drove EVs to the NGOs.",
    "prime minister": "The PM said so.",
    "women in a quotation": "“Children died,” they said.",
    "with a direction": "North Korean and South Korean boats met. Central Americans came.",
}


@pytest.mark.parametrize("text", ADJECTIVES.values(), ids=ADJECTIVES.keys())
def test_adjectives_of_places_are_no_names(text: str) -> None:
    assert named(text) == []


KIND_BY_CONTEXT = {
    "where an analyst works": ("Analysts at Orlin Lloyd cut it.", "Orlin Lloyd", "organisation"),
    "it in its own words": ("Orlin Delmar said it would pay a fine.", "Orlin Delmar", "organisation"),
    "she in her own words": ("Orla Delmar said it would take weeks.", "Orla Delmar", "person"),
    "which": ("They sued Marlin Delmar, which owns the ship.", "Marlin Delmar", "organisation"),
    "a town behind its road": ("He is of Brindle Road, Halden.", "Halden", "place"),
    "from a town": ("A reader from Orlin wrote.", "Orlin", "place"),
    "mayor of a town": ("The mayor of Orlin wept.", "Orlin", "place"),
    "a park": ("They played at Orlin Park.", "Orlin Park", "place"),
    "a house of parliament": ("The Anand Sabha was adjourned.", "Anand Sabha", "organisation"),
    "has shareholders": ("It was up to Nordhav’s shareholders.", "Nordhav", "organisation"),
    "shares in": ("Shares in Nordhav fell.", "Nordhav", "organisation"),
    "coach behind": ("Olympia coach Ana Ruiz left.", "Olympia", "organisation"),
    "maker of cars": ("It was the carmaker Nordhav.", "Nordhav", "organisation"),
    "a river": ("They swam in the Danube.", "Danube", "place"),
    "legal form": ("It is owned by Nordhav ASA of Bergen.", "Nordhav ASA", "organisation"),
    "has a husband": ("It was Kovalenka’s husband.", "Kovalenka", "person"),
    "has a parliament": ("It was Velonia’s parliament.", "Velonia", "place"),
    "English word first": ("It was sold by Sporting Orsund.", "Sporting Orsund", None),
}


@pytest.mark.parametrize(("text", "name", "kind"), KIND_BY_CONTEXT.values(), ids=KIND_BY_CONTEXT.keys())
def test_kind_by_what_stands_around(text: str, name: str, kind: str | None) -> None:
    assert {one.name: one.kind for one in named(text)}[name] == kind


OUTSIDE = {
    "byline": (("By Ana Ruiz and Tom Akers", Role.BYLINE, None), [("Ana Ruiz", "person"), ("Tom Akers", "person")]),
    "byline, label": (("Edited by: Tatyana Orlova", Role.BYLINE, None), [("Tatyana Orlova", "person")]),
    "byline, agency": (
        ("By Ana Ruiz, Harbour News", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Harbour News", "organisation")],
    ),
    "byline, where from": (
        ("By Ana Ruiz in Orsund and Tom Akers in Oslo", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Orsund", "place"), ("Tom Akers", "person"), ("Oslo", "place")],
    ),
    "byline, for whom": (
        ("By Ana Ruiz for Harbour News", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Harbour News", "organisation")],
    ),
    "byline, with whom": (
        ("By Ana Ruiz with Ivo Kant", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Ivo Kant", "person")],
    ),
    "byline, role": (("By Ana Ruiz, Chief Reporter", Role.BYLINE, None), [("Ana Ruiz", "person")]),
    "who did what": (
        ("(Reporting by Ana Ruiz in Oslo; Additional reporting by Ivo Kant; Editing by Tom Akers)", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Oslo", "place"), ("Ivo Kant", "person"), ("Tom Akers", "person")],
    ),
    "credit": (("Image source, Orbis", Role.CREDIT, None), [("Orbis", "organisation")]),
    "dateline": (("OSLO, Norway —", Role.DATELINE, None), [("OSLO", "place"), ("Norway", "place")]),
    "dateline, agency": (("OSLO (Orbis) -", Role.DATELINE, None), [("OSLO", "place"), ("Orbis", "organisation")]),
    "source in a list": (
        ("  • Новая газета", Role.FURNITURE, "under a list of sources"),
        [("Новая газета", "organisation")],
    ),
    "other furniture": (("Share on Orbis", Role.FURNITURE, "asks to share"), []),
}


@pytest.mark.parametrize(("block", "wanted"), OUTSIDE.values(), ids=OUTSIDE.keys())
def test_outside_sentences(block: tuple[str, Role, str | None], wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in named(block, "It rained.")] == wanted


def test_a_signature_names_its_author_thrice() -> None:
    (one,) = named(
        ("It rained in the night.", Role.EMBED, None),
        ("— Olena Kravets / Олена Кравець (@KravetsUA)", Role.EMBED, None),
    )
    assert one.kind == "person"
    assert [passage.surface for passage in one.passages] == ["Olena Kravets", "Олена Кравець", "@KravetsUA"]


def test_an_account_of_somebody_else_is_nobody_named() -> None:
    (one,) = named(("It rained, said Olena Kravets to @dailyharbour.", Role.EMBED, None))
    assert [passage.surface for passage in one.passages] == ["Olena Kravets"]


@pytest.mark.parametrize(
    "text", ["@" * 500, "Олена " * 300, "US-" * 300, "李" * 500, "- - -", "A" * 3000, "By by by by"]
)
def test_any_text(text: str) -> None:
    for role in (Role.BODY, Role.EMBED, Role.BYLINE, Role.CREDIT, Role.DATELINE):
        named((text, role, None))


@pytest.mark.parametrize("entry", lexicon("things").entries, ids=lambda entry: entry.id)
def test_things_fire(entry: Entry) -> None:
    said = entry.example if entry.example.endswith(".") else f"They told of {entry.example}."
    assert "thing" in {one.kind for one in named(said)}
    assert "person" not in {one.kind for one in named(said)}


@pytest.mark.parametrize("entry", lexicon("name_contexts").entries, ids=lambda entry: entry.id)
def test_contexts_fire(entry: Entry) -> None:
    found = {one.name: one.kind for one in named(entry.example)}
    assert next(iter(found.values())) == entry.more["sort"]


@pytest.mark.parametrize("entry", lexicon("legal_forms").entries, ids=lambda entry: entry.id)
def test_legal_forms_fire(entry: Entry) -> None:
    for legal in entry.pattern.split("|"):
        assert {one.kind for one in named(f"It was bought by Nordal {legal} in May.")} == {"organisation"}


@pytest.mark.parametrize("entry", lexicon("known_organisations").entries, ids=lambda entry: entry.id)
def test_known_organisations_fire(entry: Entry) -> None:
    assert entry.example in entry.pattern.split("|")
    said = named(f"It was a matter for the {entry.example}, they said.")
    assert [(one.name, one.kind) for one in said] == [(entry.example, "organisation")]


def test_the_cast_is_made_once() -> None:
    text = "Ana Ruiz met Tom Akers."
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
    (parsed,) = parse([article])
    assert cast.of(parsed) is cast.of(parsed)
    assert [one.name for one in mentions.find(parsed)] == ["Ana Ruiz", "Tom Akers"]
    assert cast.of(parsed) is parsed.made["cast"]
