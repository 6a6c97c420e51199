"""What a number counts where no noun follows it: "kills 107 and wounds 238", "the remaining nine"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.extract.contexts import context
from workbench.extract.counted import STATES, phrase_at
from workbench.extract.people import is_person
from workbench.extract.words import Words

if TYPE_CHECKING:
    from workbench.language import Token

#: Nouns that stand for a number, so that their verb says what the number is of.
_TALLIES = frozenset(
    [
        "number",
        "total",
        "toll",
        "tally",
        "count",
        "figure",
        "sum",
        "amount",
        "population",
        "turnout",
        "attendance",
        "estimate",
        "record",
    ]
)
#: Verbs whose object is the number that their subject came to.
_REACHING = frozenset(
    ["pass", "reach", "hit", "top", "exceed", "surpass", "total", "number", "near", "approach", "cross"]
)
#: Nouns before "of" that say nothing of what is counted.
_TRANSPARENT = frozenset(
    [
        "total",
        "record",
        "maximum",
        "minimum",
        "average",
        "number",
        "sum",
        "rest",
        "some",
        "kind",
        "sort",
        "most",
        "part",
        "group",
        "list",
        "limit",
        "cap",
        "target",
        "goal",
    ]
)
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Place:
    """A number that counts: where it begins, the phrase that it counts (or None), and where its sentence begins."""

    start: int
    phrase: str | None
    sentence: int


def tallied(words: Words, start: int, end: int) -> str | None:
    """What the words that govern the number say is counted; None where they say nothing.

    "The number of dead rose to 238" counts the dead, "deaths passed 1 million" deaths, "a majority of 230" majority.
    The number is at ``[start, end)``.
    """
    token = words.at(start)
    if token is None:
        return None
    while token.dep_ in ("compound", "nummod", "quantmod") and token.head.pos_ == "NUM":
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        noun = token.head.head
        return None if is_person(noun) or noun.lemma_.lower() in _TRANSPARENT else _phrase_of(words, noun)
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    reached = verb.lemma_.lower() in _REACHING and token.head.i == verb.i and token.dep_ not in _SUBJECTS
    for child in verb.children:
        if start <= child.idx < end or child.pos_ not in ("NOUN", "PROPN") or child.dep_ not in (*_SUBJECTS, "dobj"):
            continue
        if child.lemma_.lower() in _TALLIES or (reached and child.dep_ in _SUBJECTS and child.pos_ == "NOUN"):
            return _of(words, child)
    return None


def _of(words: Words, noun: "Token") -> str:
    """What a number word counts: of "the number of dead" the dead, of "the death toll" the toll."""
    for child in noun.children:
        if child.lower_ == "of":
            thing = phrase_at(words, child.idx + len(child) + 1, determined=True)
            if thing:
                return words.text[thing.start : thing.end]
            state = words.at(child.idx + len(child) + 1)
            if state is not None and state.lower_ in STATES:
                return str(state.text)
    return _phrase_of(words, noun)


def _phrase_of(words: Words, noun: "Token") -> str:
    """The noun with the words right before it that describe it."""
    first = next((child for child in noun.lefts if child.dep_ in ("compound", "amod")), noun)
    return words.text[first.idx : noun.idx + len(noun)]


def resolve(places: Sequence[Place], index: int, earlier: str | None, *, linked: bool) -> str | None:
    """The phrase of the nearest number before that counts something, in this sentence or the one before.

    `earlier` is what the last number of the paragraph before counts. Beyond its own sentence a number looks only
    where it is `linked`.
    """
    here = places[index]
    sentences = sorted({place.sentence for place in places[: index + 1]})
    for place in reversed(places[:index]):
        if place.sentence < here.sentence and not linked:
            return None
        if place.sentence < here.sentence and sentences.index(here.sentence) - sentences.index(place.sentence) > 1:
            return None
        if place.phrase and place.phrase.lower() not in STATES:
            return place.phrase
    return earlier if linked else None


def is_linked(words: Words, start: int, end: int) -> bool:
    """Whether the number at ``[start, end)`` speaks of what was counted before: "the remaining nine", "another 30"."""
    token = words.at(start)
    opens = token is not None and bool(token.is_sent_start)
    before = words.text[max(0, start - 32) : start]
    return bool(opens or context("linked-before").search(before) or context("linked-after").match(words.text, end))
