"""Totals that follow from a name and the rest: "Ada Byron and 113 other guests" are 114."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.extract.counted import Counted
from workbench.extract.people import is_person
from workbench.extract.words import Words

if TYPE_CHECKING:
    from workbench.language import Token

_JOIN = re.compile(r"(?:,?\s+and|,?\s+(?:along|together) with|,?\s+as well as|,?\s+plus|\s+&)\s+$")
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
    join = _JOIN.search(words.text[max(0, left - 24) : left])
    if not join:
        return None
    at = left - len(join.group())
    names = list(_names_before(words, at))
    place = bool(names) and names[0][-1].dep_ == "pobj"
    if _WITH.search(join.group()) and (place or not names):  # "was taken to Ukraine along with": the subject is meant
        names = _subject(words, left)
    if not names:
        return None
    return Total(names[-1][0].idx, counted.end, len(names))


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
    return words.once("subject names", verb.i, partial(_names_of_subject, verb))


def _names_of_subject(verb: "Token") -> list[list["Token"]]:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not subjects or subjects[0].pos_ != "PROPN":
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
