"""Totals that follow from a name and the rest: "Ada Byron and 113 other guests" are 114."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.extract.counted import Counted
from workbench.extract.people import is_person
from workbench.extract.words import Words

if TYPE_CHECKING:
    from workbench.language import Token

_JOIN = re.compile(r"(?:,?\s+and|,?\s+(?:along|together) with|,?\s+as well as|,?\s+plus|\s+&)\s+$")
_OPENING = re.compile(r"(?:(?<=[.!?] )|(?<=[“\x22])|^)(?:[Aa]long|[Tt]ogether) with\s+$")
_LONGEST = 8  # words of a name or of what describes it
_OF_MANY = frozenset(["every", "each", "any", "no", "another", "some"])
_WITH = re.compile(r"(?:along|together) with\s+$")


@dataclass(frozen=True, slots=True)
class Total:
    """The whole phrase, from the first name to the noun, and how many persons it names."""

    start: int
    end: int
    named: int


def total(words: Words, left: int, counted: Counted) -> Total | None:
    """The total that "NAMES and N other PERSONS" makes; None where this is no such phrase.

    `left` is where the number begins, its bound included, `counted` what it counts.
    """
    rest = words.text[counted.start : counted.end].lower()
    if not (rest.startswith(("other ", "others", "fellow ")) and is_person(counted.head)):
        return None
    if opening := _OPENING.search(words.text[max(0, left - 24) : left]):
        return _named_after(words, left - len(opening.group()), counted)
    join = _JOIN.search(words.text[max(0, left - 24) : left])
    if not join:
        return None
    at = left - len(join.group())
    if join.group().startswith(","):
        at = _before_apposition(words, at)
    names = list(_names_before(words, at)) or _role(words, at)
    place = bool(names) and names[0][-1].dep_ == "pobj"
    if _WITH.search(join.group()) and (place or not names):  # "was taken to Ukraine along with": the subject is meant
        names = _subject(words, left)
    if not names:
        return None
    return Total(names[-1][0].idx, counted.end, len(names))


def _named_after(words: Words, start: int, counted: Counted) -> Total | None:
    """The total where the names come last: "Along with 113 other guests, Ada Byron was taken home"."""
    if words.text[counted.end : counted.end + 2] != ", ":
        return None
    index = words.index_from(counted.end + 2)
    name = list(takewhile(lambda token: token.pos_ == "PROPN", words.doc[index : index + _LONGEST]))
    after = words.doc[index + len(name) : index + len(name) + 1]
    if (
        not name
        or name[-1].dep_ not in ("nsubj", "nsubjpass")
        or (len(after) and after[0].lower_ in ("and", ",", "'s"))
    ):
        return None
    return Total(start, name[-1].idx + len(name[-1]), 1)


def _before_apposition(words: Words, at: int) -> int:
    """Where a name ends that has its age or description set off behind it: "Ada Byron, 36", "Ada Byron, the poet"."""
    token = words.before(at)
    if token is not None and token.pos_ == "PROPN":
        return at
    first = token
    while first is not None and token is not None and first.text != "," and token.i - first.i < _LONGEST and first.i:
        first = first.nbor(-1)
    if token is None or first is None or first.text != "," or token.i == first.i:
        return at
    opening = first.nbor(1)
    described = opening.pos_ in ("DET", "NUM") or (token.dep_ == "appos" and token.pos_ == "NOUN")
    return int(first.idx) if described and first.i and first.nbor(-1).pos_ == "PROPN" else at


def _role(words: Words, at: int) -> list[list["Token"]]:
    """One person told by a role or a pronoun right before `at`: "the pilot", "she"."""
    token = words.before(at)
    if token is None or words.text[token.idx + len(token) : at].strip():
        return []
    if token.lower_ in ("he", "she"):
        return [[token]]
    if token.tag_ != "NN" or not is_person(token) or token.dep_ == "pobj":
        return []
    determiner = next((child for child in token.lefts if child.tag_ in ("DT", "PRP$", "POS")), None)
    return [[determiner, token]] if determiner is not None and determiner.lower_ not in _OF_MANY else []


def _names_before(words: Words, at: int) -> Iterator[list["Token"]]:
    """The names of a list that ends at `at`, the last first: "the poet Ada Byron, Grace Hopper"."""
    while True:
        token = words.before(at)
        if token is None or token.pos_ != "PROPN" or words.text[token.idx + len(token) : at].strip():
            return
        name = [token]
        while name[0].i and name[0].nbor(-1).pos_ == "PROPN" and not name[0].nbor(-1).is_sent_end:
            name.insert(0, name[0].nbor(-1))
        if any(child.lower_ == "the" for part in name for child in part.children) and len(name) == 1:
            return
        yield name
        comma = _comma_before(words, name[0])
        if comma is None:
            return
        at = comma


def _comma_before(words: Words, token: "Token") -> int | None:
    """Where the comma stands that parts a name, with the words that describe it, from the one before."""
    index = token.i - 1
    while index >= 0 and words.doc[index].pos_ in ("NOUN", "ADJ", "DET", "PUNCT") and words.doc[index].text != ",":
        index -= 1
    if index < 0 or words.doc[index].text != ",":
        return None
    return int(words.doc[index].idx)


def _subject(words: Words, left: int) -> list[list["Token"]]:
    """The names that are the subject of the verb: "Byron was taken home along with 113 other guests"."""
    token = words.at(left)
    verb = next((above for above in words.above(token) if above.pos_ == "VERB"), None) if token is not None else None
    if verb is None:
        return []
    return words.once("subject names", verb.i, partial(_names_of_subject, words, verb))


def _names_of_subject(words: Words, verb: "Token") -> list[list["Token"]]:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if subjects and subjects[0].pos_ != "PROPN":
        return _role(words, subjects[0].idx + len(subjects[0]))
    if not subjects:
        return []
    names: list[list[Token]] = []
    for part in subjects[0].subtree:
        if part.dep_ in ("relcl", "acl", "appos"):
            break
        if part.pos_ == "PROPN" and names and names[0][-1].i == part.i - 1:
            names[0].append(part)
        elif part.pos_ == "PROPN":
            names.insert(0, [part])
    return names
