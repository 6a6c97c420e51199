"""The word lists that quotes and names are read with, made of the lexicons once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from workbench.lexicons import Entry, lexicon


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: the stance that its choice lends, and what may follow it (clause, object, as, of ...)."""

    lemma: str
    stance: str
    takes: frozenset[str]

    @property
    def marks_only(self) -> bool:
        """Whether it reports words only between quote marks: he began; as he put it."""
        return self.takes - {"at"} == {"quote"}


def _words(entries: tuple[Entry, ...]) -> Iterator[tuple[str, Entry]]:
    for entry in entries:
        for word in entry.pattern.split("|"):
            yield word.strip(), entry


@cache
def verbs() -> Mapping[str, Verb]:
    """The reporting verbs by lemma."""
    return {
        word: Verb(word, str(entry.more["stance"]), frozenset(entry.more.get("takes", ())))
        for word, entry in _words(lexicon("reporting").entries)
    }


@cache
def report_nouns() -> Mapping[str, str]:
    """The reporting nouns (claim, warning) and the stance that each lends."""
    return {word: str(entry.more["stance"]) for word, entry in _words(lexicon("reporting_nouns").entries)}


@cache
def infinitive_nouns() -> frozenset[str]:
    """Nouns whose sense an infinitive completes: the commitment (of the city) to rebuild."""
    return frozenset(word for word, _ in _words(lexicon("noun_infinitives").entries))


@cache
def titles() -> Mapping[str, str]:
    """Titles in small letters without full stops, and the sex (f, m, b) of those who bear them."""
    return {word: str(entry.more["sex"]) for word, entry in _words(lexicon("titles").entries)}


@cache
def courtesies() -> frozenset[str]:
    """The titles that say nothing of what somebody does: Mr, Madame, Lord."""
    return frozenset(
        word for word, entry in _words(lexicon("titles").entries) if entry.more["sort"] in ("courtesy", "noble")
    )


@cache
def roles() -> Mapping[str, str]:
    """Nouns for persons, and the sex of those so called; titles that say what somebody does are among them."""
    found = {word: str(entry.more["sex"]) for word, entry in _words(lexicon("roles").entries)}
    short = {word for word, entry in _words(lexicon("titles").entries) if entry.more["sort"] == "initials"}
    return {**{word: sex for word, sex in titles().items() if word not in courtesies() | short}, **found}


@cache
def first_names() -> Mapping[str, str]:
    """First names and the sex of those who mostly bear them."""
    return {word: str(entry.more["sex"]) for word, entry in _words(lexicon("first_names").entries)}


@cache
def public_bodies() -> frozenset[str]:
    """Words in small letters for bodies of the state, of learning and of care: council, university."""
    entries = (entry for entry in lexicon("organisation_words").entries if entry.id in ("public", "learned"))
    return frozenset(word for entry in entries for word in entry.pattern.split("|"))


@cache
def firms() -> frozenset[str]:
    """Nouns in small letters for bodies that trade: company, airline."""
    found = next(entry for entry in lexicon("bodies").entries if entry.id == "firm")
    return frozenset({*found.pattern.split("|"), "company", "bank", "business"})


@cache
def organisation_sorts() -> Mapping[str, str]:
    """Words in small letters in organisations' names, and the sort of body that each tells of: company, civic."""
    return {word: entry.id for word, entry in _words(lexicon("organisation_words").entries)}


@cache
def organisation_words() -> frozenset[str]:
    """Words in small letters that make a name one of an organisation."""
    return frozenset(word for word, _ in _words(lexicon("organisation_words").entries))


@cache
def places() -> frozenset[str]:
    """Names of places."""
    return frozenset(word for word, entry in _words(lexicon("places").entries) if entry.more["sort"] == "place")


@cache
def place_keys() -> frozenset[str]:
    """Names of places, casefolded."""
    return frozenset(place.casefold() for place in places())


@cache
def place_adjectives() -> frozenset[str]:
    """Adjectives of places, parties and faiths: Belgian, Republican."""
    return frozenset(word for word, entry in _words(lexicon("places").entries) if entry.more["sort"] == "adjective")


@cache
def platforms() -> frozenset[str]:
    """Services that carry posts: Telegram."""
    return frozenset(word for word, entry in _words(lexicon("media").entries) if entry.more["sort"] == "platform")


@cache
def media() -> frozenset[str]:
    """Things written, spoken or posted through which words are published: statement, interview, tweet."""
    return frozenset(word for word, entry in _words(lexicon("media").entries) if entry.more["sort"] != "platform")


@cache
def person_words() -> Mapping[str, str]:
    """Titles and roles together, and the sex of those so called."""
    return {**titles(), **roles()}


@cache
def stand_ins() -> frozenset[str]:
    """Roles that stand in for a name that was just used: the striker, the senator; not "the spokesman"."""
    entries = (*lexicon("titles").entries, *lexicon("roles").entries)
    out = {word for word, entry in _words(entries) if not entry.more.get("stands_in", True)}
    return frozenset(roles()) - out


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies of persons, in small letters: union, ministry, family."""
    return organisation_words() | frozenset(word for word, _ in _words(lexicon("bodies").entries))


@cache
def _same_roles() -> Mapping[str, str]:
    return {word: str(entry.more["role"]) for word, entry in _words(lexicon("same_roles").entries)}


def same_role(word: str) -> str:
    """The word that descriptions use for a title in print.

    >>> same_role("sen"), same_role("nurse")
    ('senator', 'nurse')
    """
    return _same_roles().get(word, word)


@cache
def calendar() -> Mapping[str, bool]:
    """Days, months and the like in small letters, and whether each is a first name as well."""
    return {word: bool(entry.more.get("also_name")) for word, entry in _words(lexicon("calendar").entries)}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for persons in small letters: harbourmaster, virologist."""
    return frozenset(word for entry in lexicon("persons").entries for word in entry.pattern.split())


def is_human(word: str) -> bool:
    """Whether a noun is for persons or bodies of persons, in the singular or plural.

    >>> is_human("agencies"), is_human("nurse"), is_human("motorists"), is_human("agreement")
    (True, True, True, False)
    """
    word = word.casefold()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return any(
        each in roles() or each in bodies() or each in person_nouns()
        for each in (word, singular, word.replace("women", "woman"), word.replace("men", "man"))
    )
