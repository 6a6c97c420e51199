"""Names in an article: each mention of a person, organisation or place, with its title, and what it says of the bearer.

spaCy's tags say which words are names; titles, first names, organisation words and what stands around say of what.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from workbench.extract import runs
from workbench.extract.namewords import (
    closing_names,
    eastern_names,
    is_word,
    known_organisations,
    legal_forms,
    name_nouns,
    of_things,
    without_letters,
    without_shout,
)
from workbench.extract.runs import in_title_case
from workbench.extract.wordlists import (
    first_names,
    organisation_words,
    person_nouns,
    place_adjectives,
    places,
    roles,
    titles,
)
from workbench.language import Parsed, Part
from workbench.model import Passage

_PLACE = attrgetter("passage.start")
_REMEMBERED = 1 << 14  # names, of which the same come again and again
_CODE = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]?|[A-Z]{1,3}\d{3,4}[A-Z]?")  # of a flight, a weapon, a model; not M23
_FOR = frozenset({"for", "to", "of"})


class Mention(NamedTuple):
    """One mention of a name. `words` are the name's own, without title; `kind` is None where it cannot be told.

    `kind` is person, organisation or place, or `thing` for a ship and the like; it is `sure` where more than a first
    name tells. `sex` is f or m where the title or the first name says so; `roles` are the words that say what the
    bearer is. `first` and `last` are the tokens of `part` that it covers, half-open.
    """

    passage: Passage
    words: tuple[str, ...]
    kind: str | None
    sex: str | None
    roles: frozenset[str]
    part: int
    first: int
    last: int
    sure: bool = False


def find(parsed: Parsed) -> Iterator[Mention]:
    """The mentions of names in an article's prose, in order; in title-case lines only those known from other lines."""
    capitals = {number for number, part in enumerate(parsed.parts) if in_title_case(part.doc)}
    known: set[str] = set()
    found: list[Mention] = []
    order = sorted(range(len(parsed.parts)), key=lambda number: (number in capitals, number))
    for number in order:
        part = parsed.parts[number]
        for first, last in runs.find(part.doc, known if number in capitals else None):
            mention = _read_run(parsed, part, number, first, last)
            if mention is not None:
                found.append(_unled(parsed, mention))
                if capitals:
                    known.update(map(str.casefold, mention.words))
    found.extend(_short_forms(parsed, found, capitals))
    yield from sorted(found, key=_PLACE)


def _short_forms(parsed: Parsed, found: list[Mention], capitals: set[int]) -> Iterator[Mention]:
    """Surnames of persons at the start of a sentence, where the tags alone do not tell that they are names."""
    surnames = {mention.words[-1] for mention in found if mention.kind == "person" and len(mention.words) > 1}
    if not surnames:
        return
    covered = {(mention.part, number) for mention in found for number in range(mention.first, mention.last)}
    for number, part in enumerate(parsed.parts):
        if number in capitals:
            continue
        for at in [word.i for word in part.doc.words if word.text in surnames]:
            mention = _read_run(parsed, part, number, at, at + 1) if (number, at) not in covered else None
            if mention is not None:
                yield mention


def _unled(parsed: Parsed, mention: Mention) -> Mention:
    """A mention without the adjective to which the start of the sentence lent a capital: Neighbouring Kenya."""
    if len(mention.words) != 2 or mention.words[0].casefold() not in name_nouns("lead"):
        return mention
    part = parsed.parts[mention.part]
    span = part.span(part.doc[mention.last - 1])
    passage = parsed.article.passage(span.start, span.end)
    return mention._replace(passage=passage, words=mention.words[1:], kind=None, first=mention.last - 1)


def title_length(words: Sequence[str], at: int) -> int:
    """How many of the words from `at` on are a title: 2 for Prime Minister, 0 where none begins.

    >>> title_length(["Prime", "Minister", "Ito"], 0), title_length(["Gov.", "Day"], 0), title_length(["Ito"], 0)
    (2, 1, 0)
    """
    if words[at].casefold().rstrip(".") not in _title_openers():
        return 0
    for length in (3, 2, 1):
        words_here = [word.casefold().rstrip(".") for word in words[at : at + length]]
        if len(words_here) == length and " ".join(words_here) in titles():
            return length
    return 0


@cache
def _title_openers() -> frozenset[str]:
    """The first words of titles."""
    return frozenset(title.partition(" ")[0] for title in titles())


def _read_run(parsed: Parsed, part: Part, number: int, first: int, last: int) -> Mention | None:
    """The mention in a run of name words: titles and adjectives split off, the kind told; None where none is left."""
    doc = part.doc.words
    words = tuple([word.text for word in doc[first:last]])
    words = without_shout(without_letters(words))
    last = first + len(words)
    kind: str | None
    if not words:
        return None
    if _CODE.fullmatch("".join(words)):
        at, kind, sex, sure, roles_there = first, "thing", None, True, frozenset[str]()
    elif _has_thing_lead(words):
        at, kind, sex, sure, roles_there = first + 1, "thing", None, True, frozenset[str]()
    else:
        of_office = first > 1 and doc[first - 1].lower_ in _FOR and doc[first - 2].lower_ in roles()
        parted = _parted(words, first > 0 and doc[first - 1].lower_ == "the", of_office)
        if parted is None:
            return None
        start, said, titled_thing = parted
        at, rest = first + start, words[start:]
        at_role = first - 1 if start and not said and first and doc[first - 1].lower_ in _FOR else first
        before, before_sex = _roles_before(doc, at_role)
        kind, sure = _kind(rest, bool(said), bool(before))
        if kind is None and len(rest) in (2, 3) and is_introduced(doc, last):
            kind, sure = "person", True
        if kind is None and of_office and start and not said:
            kind, sure = "person", True
        if titled_thing and kind != "organisation" and _is_whole(doc[last - 1], last):
            kind, sure = "thing", True
        sex = _sex(said, before_sex, rest) if kind in ("person", None) else None
        roles_there = frozenset(map(str.casefold, words[:start])) | before if start else before
    begin, end = part.start + doc[at].idx, part.start + doc[last - 1].idx + len(doc[last - 1].text)
    passage = parsed.article.passage(begin, end)
    return Mention(passage, _without_nickname(words[at - first :]), kind, sex, roles_there, number, at, last, sure)


@lru_cache(maxsize=_REMEMBERED)
def _parted(words: tuple[str, ...], articled: bool, of_office: bool) -> tuple[int, str | None, bool] | None:
    """Where the name begins in a run, the last title before it, and whether a title behind "the" may make it a thing's.

    `of_office`: an office and "of" stand before the run. None where the run names nobody and nothing.
    """
    of_thing = articled and len(words) > 1 and words[0].casefold() in of_things("titles")  # the Queen Anna
    start, said = (0, None) if of_thing else _after_titles(words)
    rest = words[start:]
    if not rest:
        return None
    if of_office and not said and (length := _domain_length(rest)):
        start, rest = start + length, rest[length:]
    of_place = not said and len(rest) > 1 and (rest[0] in place_adjectives() or rest[0] in places())
    named = len(rest) > 2 and rest[1] in first_names()  # Vermont Ana Ruiz; not Sofia Grace, Hebron Marine
    if of_place and (named or title_length(rest, 1)):
        start, rest = start + 1, rest[1:]
    if len(rest) == 1 and rest[0] in place_adjectives():
        return None
    if not said and _opens_with_role(rest):
        start += 1
    return start, said, of_thing


def _domain_length(words: tuple[str, ...]) -> int:
    """How many words in front of a full name are what its bearer's office is of: (Minister of) Transport Ana Ruiz."""
    given = next((at for at in range(1, min(len(words) - 1, 4)) if words[at] in first_names()), 0)
    if given and words[0] not in first_names():
        return given
    return int(len(words) == 3 and is_word(words[0]) and not any(is_word(word) for word in words[1:]))


def _opens_with_role(words: tuple[str, ...]) -> bool:
    """Whether a role that got a capital stands before a full name: Survivor Ana Ruiz, Striker Ana Ruiz."""
    if len(words) < 3 or words[0] in first_names():
        return False
    if words[1] in first_names():
        return words[0].casefold() in roles() or words[0].casefold() in person_nouns()
    if words[0].casefold() in name_nouns("organisation") - organisation_words():
        return words[0].casefold() not in titles() and words[1][0].isupper()  # Developer Arven Homes
    told = words[0].casefold() in person_nouns() and words[0].casefold() not in of_things("titles")
    return told and words[1][0].isupper() and not any(is_word(word) for word in words[1:])


def _without_nickname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the nickname between marks: Ana Ruiz of Ana "Nita" Ruiz."""
    if '"' not in words and "'" not in words:
        return words
    at = next(at for at, word in enumerate(words) if word in ('"', "'"))
    return (*words[:at], *words[at + 3 :])


@lru_cache(maxsize=_REMEMBERED)
def _has_thing_lead(words: tuple[str, ...]) -> bool:
    """Whether the first word of several says that it is a thing's name: MV Anna, Hurricane Anna."""
    if len(words) < 2 or words[0] in first_names() or words[-1].casefold() in organisation_words():
        return False
    return words[0] in of_things("code") or words[0].casefold() in of_things("lead")


def _is_whole(head: Any, last: int) -> bool:
    """Whether a name does not stand before the noun that it belongs to: the Queen Anna; not the Queen Anna era."""
    return bool(head.dep_ != "compound" or head.head.i < last)


def _after_titles(words: tuple[str, ...]) -> tuple[int, str | None]:
    """Where the name begins after the last title, and that title; (0, None) where none is one."""
    start, said = 0, None
    at = 0
    while at < len(words):
        length = title_length(words, at)
        if length:
            rest = words[at + length :]
            if not rest and at > start and words[at].casefold() in ("sr", "sr."):  # Tom Hale Sr. is no sister
                break
            if not rest and at > start and words[start].casefold() in organisation_words():
                break  # Ministry of Justice
            if any(word.casefold() in organisation_words() for word in rest):
                return 0, None
            start, said = at + length, " ".join(words[at : at + length])
            at += length
        else:
            at += 1
    return start, said


def _roles_before(doc: list[Any], first: int) -> tuple[frozenset[str], str | None]:
    """The words of a role in small letters right before a name (opposition leader X), and the sex that it says."""
    if not first or doc[first - 1].lower_ not in roles() or not doc[first - 1].text[0].islower():
        return frozenset(), None
    found = {doc[first - 1].lower_}
    at = first - 2
    while at >= 0 and doc[at].pos_ in ("NOUN", "PROPN", "ADJ") and first - at < 7:
        found.add(doc[at].lower_)
        at -= 1
    return frozenset(found), roles()[doc[first - 1].lower_]


@lru_cache(maxsize=_REMEMBERED)
def _kind(words: tuple[str, ...], titled: bool, role_before: bool) -> tuple[str | None, bool]:
    """person, organisation or place, as far as a name's own words and a role before it tell, and whether it is sure."""
    name = " ".join(words)
    shouted = name.isupper() and len(name) > 4 and name.title() in places()  # ANKARA, but not US or CHAD
    if titled or shouted or name in places() or name.rstrip(".") in places():
        return ("person" if titled else "place"), True
    if _is_of_body(words):
        return "organisation", True
    turned = len(words) == 4 and words[1] == "-" and words[2].islower() and words[-1].casefold() in eastern_names()
    if not role_before and not turned and _is_of_place(words):
        return "place", True
    if not role_before and words[0] in ("St", "St.") and len(words) == 2:
        return "place", False  # a church, a school or a hospital, where no list has it
    if role_before or turned or words[0] in first_names():
        return "person", role_before  # `turned`: Min-ho Park
    return ("organisation" if _begins_with_initials(words) else None), False


def _is_of_body(words: tuple[str, ...]) -> bool:
    """Whether the words of the name say that it is an organisation's: Arven Foods plc, Arven Rovers."""
    closed = len(words) > 1 and (
        words[-1].rstrip(".") in legal_forms() or words[-1].casefold() in name_nouns("team-close")
    )
    if len(words) > 1 and words[-1].casefold() in name_nouns("company-close") and words[0] not in first_names():
        return True  # Arven Air; not Ana Steel
    known = " ".join(words) in known_organisations() or (len(words) > 2 and " ".join(words[-2:]) in closing_names())
    return closed or known or any(word.casefold() in organisation_words() for word in words)


def _is_of_place(words: tuple[str, ...]) -> bool:
    """Whether a word of the name says that it is a place's: Arven Road, Lake Arven; not Ana Lake."""
    if len(words) < 2:
        return False
    return words[-1].casefold() in name_nouns("place-close") or words[0].casefold() in name_nouns("place-lead")


def _begins_with_initials(words: tuple[str, ...]) -> bool:
    """Whether a name is, or begins with, an initialism: OECD, BBC Sport; not ANA RUIZ."""
    first = words[0]
    initials = first.isupper() and 2 <= len(first) <= 6 and "." not in first and not (len(first) > 4 and is_word(first))
    return initials and not (len(words) > 1 and words[1].isupper())  # UPDATE before a headline is none


def is_introduced(doc: list[Any], last: int) -> bool:
    """Whether what follows a name is said of persons only: X, who; X, 52."""
    after = [token.text for token in doc[last : last + 2]]
    return len(after) == 2 and after[0] == "," and (after[1] == "who" or after[1].isdigit())


@lru_cache(maxsize=_REMEMBERED)
def _sex(title: str | None, before: str | None, words: tuple[str, ...]) -> str | None:
    """f or m, from the title, the role before the name or the first name, in that order."""
    own = titles().get(title.casefold().rstrip("."), "b") if title else "b"
    by_name = first_names().get(words[0], "b") if len(words) > 1 else "b"
    return next((sex for sex in (own, before, by_name) if sex in ("f", "m")), None)
