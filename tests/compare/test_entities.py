"""Who and what several articles name: each person, organisation and place once, and never two as one."""

import tomllib
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

import workbench as wb
from workbench.compare import bodies, entities
from workbench.compare.entities import Naming
from workbench.compare.occasions import Occasions
from workbench.compare.personal import read
from workbench.extract import mentions
from workbench.extract.named import Named
from workbench.language import Parsed, parse
from workbench.lexicons import Entry, lexicon
from workbench.model import Article, Block, NameKind, Passage, Role

QUAKE = (
    "The earthquake in Arvenia killed nine people near Lake Tarn, said the Red Cross. Rescue teams from Norway and the "
    "Harbour Institute reached Sela on Sunday. "
)
VOTE = (
    "The election in Porto Verde was close, the Civic League said in Lisbon. "
    "Observers of the Clearwater Foundation came. "
)


def naming(*texts: str) -> Naming:
    """What articles of one paragraph each name; their ids are a, b, c."""
    articles = [
        Article(chr(97 + number), text, (Block(0, len(text), Role.BODY),), "x.txt", "", "utf-8")
        for number, text in enumerate(texts)
    ]
    found = entities.group(named for parsed in parse(articles) for named in mentions.find(parsed))
    by_id = {article.article_id: article.text for article in articles}
    for mention in found.mentions:
        passage = mention.passage
        assert by_id[passage.article_id][passage.start : passage.end] == passage.surface
    return found


def persons(found: Naming) -> dict[str, set[str]]:
    """Each person's canonical name, and all the forms."""
    return {one.canonical: set(one.variants) for one in found.entities if one.kind is NameKind.PERSON}


ONE_PERSON = {
    "Belarusian, Russian": (
        QUAKE + "Engineer Volha Kavaleuskaya said so. Kavaleuskaya left.",
        QUAKE + "Engineer Olga Kovalevskaya said so.",
        {"Volha Kavaleuskaya", "Kavaleuskaya", "Olga Kovalevskaya"},
    ),
    "Arabic": (
        QUAKE + "Doctor Yasser Qaderi said so.",
        QUAKE + "Doctor Yasir Qaderi said so. Mr. Qaderi left.",
        {"Yasser Qaderi", "Yasir Qaderi", "Qaderi"},
    ),
    "accents": (
        "Striker Željko Šarić scored twice.",
        "Striker Zeljko Saric scored twice.",
        {"Željko Šarić", "Zeljko Saric"},
    ),
    "nickname": (
        VOTE + "Senator William Thornbury said so.",
        VOTE + "Senator Bill Thornbury said so.",
        {"William Thornbury", "Bill Thornbury"},
    ),
    "short name, same role": (
        VOTE + "The Lunar trade envoy John Coyle said so.",
        VOTE + "The Lunar trade envoy John Coile said so.",
        {"John Coyle", "John Coile"},
    ),
    "surname alone in another article": (
        VOTE + "Nurse Adaeze Brindley said so.",
        VOTE + "“It was close,” Brindley said.",
        {"Adaeze Brindley", "Brindley"},
    ),
    "family name first": (
        VOTE + "President Moon Jae-in spoke. Mr. Moon left.",
        VOTE + "President Moon Jaein spoke.",
        {"Moon Jae-in", "Moon Jaein", "Moon"},
    ),
}


@pytest.mark.parametrize(("one", "two", "forms"), ONE_PERSON.values(), ids=ONE_PERSON.keys())
def test_one_person(one: str, two: str, forms: set[str]) -> None:
    found = naming(one, two)
    assert forms in persons(found).values()
    entity = next(each for each in found.entities if set(each.variants) == forms)
    assert entity.reason
    assert entity.article_ids == ("a", "b")


TWO_PERSONS = {
    "one first name ends the other": (
        VOTE + "Councillor Ana Berg spoke.",
        VOTE + "Councillor Diana Berg spoke.",
        {"Ana Berg", "Diana Berg"},
    ),
    "Maria, Marina": (
        VOTE + "Activist Maria Orsini spoke. ",
        VOTE + "Activist Marina Orsini spoke.",
        {"Maria Orsini", "Marina Orsini"},
    ),
    "father, son": (
        VOTE + "Senator Tom Hale Sr. spoke with his son.",
        VOTE + "Senator Tom Hale Jr. spoke.",
        {"Tom Hale Sr", "Tom Hale Jr."},
    ),
    "brothers": (
        VOTE + "Mayor Erik Vestergaard spoke.",
        VOTE + "Mayor Lars Vestergaard spoke.",
        {"Erik Vestergaard", "Lars Vestergaard"},
    ),
    "husband, wife": (
        VOTE + "President Pavel Demidov spoke.",
        VOTE + "President Paula Demidova spoke.",
        {"Pavel Demidov", "Paula Demidova"},
    ),
    "no event in common": (
        QUAKE + "Engineer Karim Haddad was there.",
        VOTE + "Singer Kareem Hadad was there.",
        {"Karim Haddad", "Kareem Hadad"},
    ),
    "a Smith of another story": (
        QUAKE + "Geologist Harriet Dunmore spoke.",
        VOTE + "“It was close,” Mr. Dunmore said.",
        {"Harriet Dunmore", "Dunmore"},
    ),
    "two could be meant": (
        VOTE + "Mayor Erik Vestergaard and pilot Nils Vestergaard spoke.",
        VOTE + "“It was close,” Vestergaard said.",
        {"Erik Vestergaard", "Nils Vestergaard"},
    ),
}


@pytest.mark.parametrize(("one", "two", "names"), TWO_PERSONS.values(), ids=TWO_PERSONS.keys())
def test_two_persons(one: str, two: str, names: set[str]) -> None:
    found = persons(naming(one, two))
    assert names <= set(found)
    assert all(len(forms) == 1 for forms in found.values())


def test_what_may_be_one_is_asked() -> None:
    found = naming(VOTE + "Pilot Tom Coyle spoke.", VOTE + "Baker Tom Coile spoke.")
    assert {"Tom Coyle", "Tom Coile"} <= set(persons(found))
    (check,) = found.checks
    assert check.kind.value == "name"
    assert check.message.startswith("Are Tom Coile and Tom Coyle one person?")
    assert [passage.surface for passage in check.passages] == ["Tom Coile", "Tom Coyle"]


THINGS = {
    "initials in the article": (
        ("The Northern Fisheries Board closed it. The NFB gave no reason.",),
        "Northern Fisheries Board",
        {"Northern Fisheries Board", "NFB"},
    ),
    "known initials": (
        ("The World Health Organization met.", "The WHO met in Geneva."),
        "World Health Organization",
        {"World Health Organization", "WHO"},
    ),
    "country": (
        ("The U.S. left.", "The United States stayed.", "US officials spoke."),
        "United States",
        {"U.S.", "United States", "US"},
    ),
    "capital that acts": (
        ("Washington agreed to lift tariffs on the United States’ partners.",),
        "United States",
        {"Washington", "United States"},
    ),
    "old name": (("They met in Kiev on Monday.", "They met in Kyiv on Monday."), "Kyiv", {"Kiev", "Kyiv"}),
    "possessive": (("Norway’s coast froze. Norway shivered.",), "Norway", {"Norway"}),
}


@pytest.mark.parametrize(("texts", "canonical", "forms"), THINGS.values(), ids=THINGS.keys())
def test_one_thing(texts: tuple[str, ...], canonical: str, forms: set[str]) -> None:
    found = {one.canonical: set(one.variants) for one in naming(*texts).entities}
    assert found[canonical] == forms


def test_a_company_is_not_the_country_in_its_name() -> None:
    found = {
        one.canonical: one.kind.value for one in naming("Latvia fined the company Latviakali. Latvia said so.").entities
    }
    assert found == {"Latvia": "place", "Latviakali": "organisation"}


def test_initials_in_a_credit_are_no_office_of_these_initials() -> None:
    found = {one.canonical for one in naming("The harbour at noon. Photo: CDC", "The AFP was first.").entities}
    assert found == {"CDC", "Agence France-Presse"}


def test_initials_in_a_credit_are_those_of_the_text() -> None:
    found = {one.canonical for one in naming("The comet. Photo: NASA", "The comet was seen by NASA.").entities}
    assert found == {"National Aeronautics and Space Administration"}


def test_a_country_that_speaks_is_the_place_of_other_articles() -> None:
    found = naming("Arvenia said it would pay.", "The match was played in Arvenia on Sunday.")
    assert [(one.canonical, one.kind.value, one.article_ids) for one in found.entities] == [
        ("Arvenia", "place", ("a", "b"))
    ]


def test_a_city_is_no_country_where_it_only_lies_somewhere() -> None:
    assert [one.canonical for one in naming("They met in Washington.").entities] == ["Washington"]


def test_the_order_of_articles_plays_no_part() -> None:
    texts = [
        QUAKE + "Engineer Volha Kavaleuskaya said so.",
        QUAKE + "Engineer Olga Kovalevskaya said so.",
        QUAKE + "“It shook,” Kovalevskaya said.",
    ]
    results = set()
    for order in permutations(range(3)):
        articles = [
            Article(str(at), texts[at], (Block(0, len(texts[at]), Role.BODY),), "x.txt", "", "utf-8") for at in order
        ]
        found = entities.group(named for parsed in parse(articles) for named in mentions.find(parsed))
        results.add((found.entities, found.mentions, found.checks))
    assert len(results) == 1


def test_speakers_bear_the_name_of_all_articles() -> None:
    found = naming(VOTE + "Nurse Adaeze Brindley spoke.", VOTE + "“It was close,” Brindley said.")
    assert found.speaker("b", "Brindley") == ("person:adaeze-brindley", "Adaeze Brindley")
    assert found.speaker("b", "a passer-by") == (None, "a passer-by")
    assert found.speaker("b", None) == (None, None)


def test_an_organisation_that_speaks_by_its_common_noun_is_the_one_named() -> None:
    found = naming("The Arvenian Coast Guard came late. “It was dark,” the coast guard said.")
    assert found.speaker("a", "the coast guard") == ("organisation:arvenian-coast-guard", "Arvenian Coast Guard")
    assert found.speaker("a", "the guard") == (None, "the guard")


EVENTS = tomllib.loads((Path(__file__).parent / "named_events.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS.keys())
def test_an_event_as_three_outlets_tell_it(event: dict[str, list[str]]) -> None:
    found = naming(*(" ".join(article.split()) for article in event["articles"]))
    people = sorted(" / ".join(sorted(one.variants)) for one in found.entities if one.kind is NameKind.PERSON)
    assert people == sorted(event["persons"])
    others = {" / ".join(sorted(one.variants)) for one in found.entities if one.kind is not NameKind.PERSON}
    assert set(event["others"]) - others == set()


def test_nothing_named() -> None:
    assert entities.group([]) == Naming((), (), ())


def test_the_seeds_persons_are_one_each(seeds: wb.Corpus) -> None:
    forms = {one.canonical: set(one.variants) for one in seeds.naming.entities if one.kind is NameKind.PERSON}
    assert forms["Maria Kolesnikova"] == {"Maria Kolesnikova", "Kolesnikova", "Maria Kalesnikava", "Kalesnikava"}
    assert forms["Sviatlana Tsikhanouskaya"] == {
        "Sviatlana Tsikhanouskaya",
        "Svetlana Tikhanovskaya",
        "Tikhanovskaya",
    }
    assert forms["Viktar Babaryka"] == {"Viktar Babaryka", "Babaryka", "Viktor Babaryko"}
    assert forms["John Coale"] == {"John Coale", "Coale", "John Cole", "Cole"}
    assert forms["Tatiana Khomich"] == {"Tatiana Khomich", "Khomich"}
    assert forms["Tatyana Hurynovich"] == {"Tatyana Hurynovich"}
    assert {"Володимир Зеленський", "@ZelenskyyUa"} < forms["Volodymyr Zelenskyy"]


def test_speakers_are_entities_only_where_articles_are_compared(seeds: wb.Corpus) -> None:
    compared = {row["speaker_id"]: row["speaker"] for row in seeds.rows("quotes", {"entities"}) if row["speaker_id"]}
    assert compared["person:john-coale"] == "John Coale"
    assert {row["speaker_id"] for row in seeds.rows("quotes", {"quotes"})} == {None}


@pytest.mark.parametrize(
    "entry",
    [each for each in lexicon("same_names").entries if each.more["kind"] != "letters"],
    ids=lambda each: each.id,
)
def test_known_names_are_of_one(entry: Entry) -> None:
    first, *others = entry.pattern.split("|")
    assert entry.example in others or any(other in entry.example for other in others)
    if not entry.more.get("acts"):
        named = [Named(str(at), name, None, [Passage(str(at), 0, 1, name)]) for at, name in enumerate([first, *others])]
        (body,) = bodies.gather(named, Occasions(named))
        assert (body.known, body.kind) == (first, entry.more["kind"])


@pytest.mark.parametrize("entry", lexicon("family_first").entries, ids=lambda each: each.id)
def test_family_names_stand_first(entry: Entry) -> None:
    for family in entry.pattern.split("|"):
        assert read(f"{family.title()} Min-ho").family == family
    assert entry.example in entry.pattern.split("|")


def test_an_article_on_which_naming_fails_is_a_problem_and_the_rest_go_on(
    monkeypatch: pytest.MonkeyPatch, seeds: wb.Corpus
) -> None:
    real = mentions.find

    def fails_once(parsed: Parsed) -> Iterator[Named]:
        if parsed.article.article_id == seeds.documents[0].article_id:
            raise RecursionError("too deep")
        yield from real(parsed)

    monkeypatch.setattr(mentions, "find", fails_once)
    corpus = wb.Corpus(seeds.documents)
    assert {mention.passage.article_id for mention in corpus.naming.mentions} == {
        article.article_id for article in seeds.documents[1:]
    }
    assert "No names could be taken from this article (RecursionError: too deep)" in corpus.problems.message.iloc[-1]
