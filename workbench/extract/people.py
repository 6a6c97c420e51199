"""Persons counted without a number: "a nurse and two doctors", "including a US citizen, several Canadians"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from workbench.extract.counted import COLLECTIVE, Counted, phrase_at
from workbench.extract.words import Words
from workbench.lexicons import lexicon

if TYPE_CHECKING:
    from workbench.language import Token

_ARTICLE = re.compile(r"\b[Aa]n?(?= )")
_JOIN = re.compile(r",?\s*(?:and|as well as|along with|together with|plus|&)?\s*")


@dataclass(frozen=True, slots=True)
class Single:
    """One person of a list: the article that stands for the number, and the noun phrase."""

    start: int
    end: int
    counted: Counted


def find(words: Words, listed: Sequence[tuple[int, Counted]]) -> Iterator[Single]:
    """The persons that a list names with "a" or "an" beside the counted ones.

    `listed` are the numbers of the text that count something: where the number, its bound and currency included,
    begins, and what it counts.
    """
    persons = [(left, thing) for left, thing in listed if is_person(thing.head)]
    lefts = [left for left, _ in persons]
    if not persons:
        return
    for match in _ARTICLE.finditer(words.text):
        thing = phrase_at(words, match.end() + 1)
        if thing is None or thing.head.tag_ not in ("NN", "NNP", "JJ"):
            continue
        if not is_person(thing.head) and not is_of_a_people(thing.head.text):
            continue
        if thing.head.lower_ in COLLECTIVE:
            continue
        near = persons[max(0, bisect_left(lefts, match.start()) - 1) :][:2]
        if any(_beside(words.text, match.start(), thing, left, other) for left, other in near):
            yield Single(match.start(), match.end(), thing)


def _beside(text: str, start: int, thing: Counted, left: int, other: Counted) -> bool:
    """Whether the two phrases are neighbours in one list."""
    if other.end <= start:
        joint = text[other.end : start]
    elif thing.end <= left:
        joint = text[thing.end : left]
    else:
        return False
    return bool(joint.strip()) and bool(_JOIN.fullmatch(joint))


def is_of_a_people(word: str) -> bool:
    """Whether a noun in the singular, with its capital, is one of a people: a Greek, a Dane."""
    return bool(word[:1].isupper() and _patterns()[1].fullmatch(f"{word}s"))


def is_for_persons(word: str) -> bool:
    """Whether a noun in small letters is one for persons, whatever stands around it.

    >>> is_for_persons("residents"), is_for_persons("engine")
    (True, False)
    """
    return _patterns()[0].fullmatch(word) is not None


def is_person(head: "Token") -> bool:
    """Whether a noun names persons."""
    if is_for_persons(head.lower_):
        return True
    return head.pos_ == "PROPN" and head.tag_ == "NNPS" and bool(_patterns()[1].fullmatch(head.text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = lexicon("people").entries
    return (
        re.compile("|".join(entry.pattern for entry in entries if not entry.more.get("case"))),
        re.compile("|".join(entry.pattern for entry in entries if entry.more.get("case"))),
    )
