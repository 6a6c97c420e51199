"""Names in an article: each mention of a person, organisation or place, with its title, and what it says of the bearer.

spaCy's tags say which words are names; titles, first names, organisation words and what stands around say of what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.extract.wordlists import (
    calendar,
    first_names,
    organisation_words,
    place_adjectives,
    places,
    roles,
    titles,
)
from workbench.language import Parsed, Part
from workbench.model import Passage

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "della",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "zu",
        "af",
        "av",
    ]
)
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name. `words` are the name's own, without title; `kind` is None where it cannot be told.

    `sex` is f or m where the title or the first name says so; `roles` are the words that say what the bearer is.
    `first` and `last` are the tokens of `part` that it covers, half-open.
    """

    passage: Passage
    words: tuple[str, ...]
    kind: str | None
    sex: str | None
    roles: frozenset[str]
    part: int
    first: int
    last: int


def find(parsed: Parsed) -> Iterator[Mention]:
    """The mentions of names in an article's prose, in order; in title-case lines only those known from other lines."""
    capitals = {number for number, part in enumerate(parsed.parts) if in_title_case(part.doc)}
    known: set[str] = set()
    found: list[Mention] = []
    order = sorted(range(len(parsed.parts)), key=lambda number: (number in capitals, number))
    for number in order:
        part = parsed.parts[number]
        for mention in _in_part(parsed, part, number, known if number in capitals else None):
            found.append(mention)
            known.update(word.casefold() for word in mention.words)
    found.extend(_short_forms(parsed, found, capitals))
    yield from sorted(found, key=lambda one: one.passage.start)


def _short_forms(parsed: Parsed, found: list[Mention], capitals: set[int]) -> Iterator[Mention]:
    """Surnames of persons at the start of a sentence, where the tags alone do not tell that they are names."""
    surnames = {mention.words[-1] for mention in found if mention.kind == "person" and len(mention.words) > 1}
    covered = {(mention.part, number) for mention in found for number in range(mention.first, mention.last)}
    for number, part in enumerate(parsed.parts):
        if number in capitals:
            continue
        for token in part.doc:
            if token.text in surnames and (number, token.i) not in covered:
                yield from _read_run(parsed, part, number, token.i, token.i + 1)


def in_title_case(doc: Any) -> bool:
    """Whether a line is set like a headline, so that capitals say nothing."""
    words = [token.text for token in doc if token.is_alpha and len(token) > 3]
    ends = doc[-1].text if len(doc) else "."
    return len(words) >= 3 and ends not in ".!" and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _in_part(parsed: Parsed, part: Part, number: int, known: set[str] | None) -> Iterator[Mention]:
    doc = part.doc
    at = 0
    while at < len(doc):
        end = _run_end(doc, at, known)
        if end == at:
            at += 1
            continue
        yield from _read_run(parsed, part, number, at, end)
        at = end


def _run_end(doc: Any, at: int, known: set[str] | None) -> int:
    """The end of the run of name words that begins at a token; `at` itself where none does."""
    if not _is_name_word(doc[at], known):
        return at
    end = at + 1
    while end < len(doc):
        token, following = doc[end], doc[end + 1] if end + 1 < len(doc) else None
        if _is_name_word(token, known) and not (token.i > at + 1 and doc[end - 1].text == "."):
            end += 1
        elif following is None:
            break
        elif token.text in _HYPHENS and not token.whitespace_ and not doc[end - 1].whitespace_:
            if not following.text[0].isalpha():
                break
            end += 2
        elif (skip := _particles(doc, end)) and _is_name_word(doc[end + skip], known):
            end += skip + 1
        elif (token.text == "&" or token.is_digit) and _is_name_word(following, known):
            end += 2
        elif token.lower_ in ("of", "for") and _has_organisation_word(doc[at:end]):
            skip = 2 if following.lower_ == "the" and end + 2 < len(doc) else 1
            if not _is_name_word(doc[end + skip], known):
                break
            end += skip + 1
        else:
            break
    return end


def _particles(doc: Any, at: int) -> int:
    """How many particles (van der, de la) stand from a token on, before another word."""
    count = 0
    while at + count + 1 < len(doc) and doc[at + count].lower_ in _PARTICLES:
        count += 1
    return count


def _is_name_word(token: Any, known: set[str] | None) -> bool:
    text = token.text
    if not text[0].isalpha() or not text[0].isupper() or _is_date_word(token):
        return False
    begins = token.is_sent_start or token.i == 0 or token.nbor(-1).text in ('"', "'", ":", "(")
    if token.is_stop and not (text.isupper() and len(text) > 1) and (begins or text not in first_names()):
        return False
    if known is not None:
        return token.lower_ in known
    if token.pos_ == "PROPN" or (text.isupper() and len(text) > 1):
        return True
    return not begins and (token.pos_ in ("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ") or text in first_names())


def _is_date_word(token: Any) -> bool:
    """Whether a word is a day or a month; "May" is one after a preposition or before a number only."""
    word = token.lower_.rstrip(".")
    also_name = calendar().get(word)
    if also_name is None:
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    dated = (after is not None and after.like_num) or (
        before is not None and (before.like_num or before.pos_ in ("ADP", "ADJ"))
    )
    return not also_name or dated


def _has_organisation_word(tokens: Any) -> bool:
    return any(token.lower_ in organisation_words() for token in tokens)


def title_length(words: list[str], at: int) -> int:
    """How many of the words from `at` on are a title: 2 for Prime Minister, 0 where none begins.

    >>> title_length(["Prime", "Minister", "Ito"], 0), title_length(["Gov.", "Day"], 0), title_length(["Ito"], 0)
    (2, 1, 0)
    """
    for length in (3, 2, 1):
        words_here = [word.casefold().rstrip(".") for word in words[at : at + length]]
        if len(words_here) == length and " ".join(words_here) in titles():
            return length
    return 0


def _read_run(parsed: Parsed, part: Part, number: int, first: int, last: int) -> Iterator[Mention]:
    """The mention in a run of name words: titles and adjectives split off, the kind told."""
    doc = part.doc
    words = [token.text for token in doc[first:last]]
    start, said = _after_titles(words)
    rest = words[start:]
    if not rest:
        return
    of_place = not said and len(rest) > 1 and (rest[0] in place_adjectives() or rest[0] in places())
    if of_place and (rest[1] in first_names() or title_length(rest, 1)):
        start, rest = start + 1, rest[1:]
    if len(rest) == 1 and rest[0] in place_adjectives():
        return
    at_role = first - 1 if start and not said and first and doc[first - 1].lower_ in ("for", "to", "of") else first
    before, before_sex = _roles_before(doc, at_role)
    kind = _kind(doc, rest, bool(said), bool(before), last)
    sex = _sex(said, before_sex, rest) if kind in ("person", None) else None
    role_words = frozenset(word.casefold() for word in words[:start]) | before
    place = part.span(doc[first + start : last])
    passage = parsed.article.passage(place.start, place.end)
    yield Mention(passage, tuple(rest), kind, sex, role_words, number, first + start, last)


def _after_titles(words: list[str]) -> tuple[int, str | None]:
    """Where the name begins after the last title, and that title; (0, None) where none is one."""
    start, said = 0, None
    at = 0
    while at < len(words):
        length = title_length(words, at)
        if length:
            rest = words[at + length :]
            if not rest and at > start and words[at].casefold() in ("sr", "sr."):  # Tom Hale Sr. is no sister
                break
            if any(word.casefold() in organisation_words() for word in rest):
                return 0, None
            start, said = at + length, " ".join(words[at : at + length])
            at += length
        else:
            at += 1
    return start, said


def _roles_before(doc: Any, first: int) -> tuple[frozenset[str], str | None]:
    """The words of a role in small letters right before a name (opposition leader X), and the sex that it says."""
    if not first or doc[first - 1].lower_ not in roles() or not doc[first - 1].text[0].islower():
        return frozenset(), None
    found = {doc[first - 1].lower_}
    at = first - 2
    while at >= 0 and doc[at].pos_ in ("NOUN", "PROPN", "ADJ") and first - at < 7:
        found.add(doc[at].lower_)
        at -= 1
    return frozenset(found), roles()[doc[first - 1].lower_]


def _kind(doc: Any, words: list[str], titled: bool, role_before: bool, last: int) -> str | None:
    """person, organisation or place, as far as the words and what stands around them tell."""
    name = " ".join(words)
    if titled:
        return "person"
    if name in places() or name.rstrip(".") in places():
        return "place"
    if any(word.casefold() in organisation_words() for word in words):
        return "organisation"
    if role_before or words[0] in first_names():
        return "person"
    if _begins_with_initials(words):
        return "organisation"
    return "person" if len(words) in (2, 3) and _is_introduced(doc, last) else None


def _begins_with_initials(words: list[str]) -> bool:
    """Whether a name is, or begins with, an initialism: OECD, BBC Sport; not ANA RUIZ."""
    first = words[0]
    return first.isupper() and 2 <= len(first) <= 6 and "." not in first and not (len(words) > 1 and words[1].isupper())


def _is_introduced(doc: Any, last: int) -> bool:
    """Whether what follows a name is said of persons only: X, who; X, 52."""
    after = [token.text for token in doc[last : last + 2]]
    return len(after) == 2 and after[0] == "," and (after[1] == "who" or after[1].isdigit())


def _sex(title: str | None, before: str | None, words: list[str]) -> str | None:
    """f or m, from the title, the role before the name or the first name, in that order."""
    own = titles().get(title.casefold().rstrip("."), "b") if title else "b"
    by_name = first_names().get(words[0], "b") if len(words) > 1 else "b"
    return next((sex for sex in (own, before, by_name) if sex in ("f", "m")), None)
