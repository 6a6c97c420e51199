"""What a number counts where no noun follows it: "kills 107 and wounds 238", "the remaining nine"."""

import re
from enum import Enum
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from workbench.extract.contexts import context
from workbench.extract.counted import COLLECTIVE, STATES, Counted, phrase_at, text_of
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
#: Those of them that an event has, whose name follows "of": the toll of the crash counts no crashes.
_OF_EVENTS = frozenset(["toll", "tally"])
#: Those of them that a place has: the population of Spain counts no Spain.
_OF_PLACES = frozenset(["population", "turnout", "attendance"])
#: Those of them that say nothing of what is counted, where no "of" does: "put the number at 52".
GENERIC = frozenset(["number", "total", "count", "figure", "sum", "amount", "estimate"])
#: Verbs whose object is the number that their subject came to.
_REACHING = frozenset(
    ["pass", "reach", "hit", "top", "exceed", "surpass", "total", "number", "near", "approach", "cross", "average"]
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
_MOST = 6  # nouns at one verb
_REACH = 64
_OF_WHOLE = re.compile(r"(?:Of|Among|Out of) (?:the|its|his|her|their|these|those) (?=[a-z])")
#: Words for what became of people, or for events of which each has its victims: a later number counts other things.
_UNCARRIED = STATES | {
    "life",
    "lives",
    "deaths",
    "fatalities",
    "injuries",
    "casualties",
    "arrests",
    "cases",
    "infections",
}


class Link(Enum):
    """How a number hangs on one before it: not at all, as the opening of its sentence, or by words that say so."""

    NONE = 0
    OPENS = 1
    TOLD = 2


class Trail:
    """What the numbers of a block have counted so far, sentence by sentence.

    `earlier` is what the last sentence of the paragraph before counted last.
    """

    def __init__(self, earlier: str | None) -> None:
        self.last: str | None = None
        self._earlier = earlier
        self._things: dict[int, str] = {}
        self._all: dict[int, str] = {}
        self._persons: dict[int, str] = {}

    def note(self, sentence: int, phrase: str, *, person: bool = False) -> None:
        """Keep what a number of a sentence counts, and whether it is a `person`."""
        self.last = self._all[sentence] = phrase
        if phrase.lower().rpartition(" ")[2] not in _UNCARRIED:
            self._things[sentence] = phrase
            if person:
                self._persons[sentence] = phrase

    def resolve(self, sentence: int, *, link: Link, part: bool, person: bool = False) -> str | None:
        """What the nearest number before counted, in this sentence or, where there is a `link`, in the one before.

        What became of people, and what it is called, is carried on to a `part` of them only: of "12 injured" three
        may be critical, but after "it claimed 12 lives" those hurt are no lives. Where a `person` is meant, the
        nearest persons come before things that are nearer.
        """
        known = self._all if part else self._things
        if person and sentence in self._persons:
            return self._persons[sentence]
        if sentence in known:
            return known[sentence]
        if link is Link.NONE:
            return None
        if sentence:
            return known.get(sentence - 1)
        return self._earlier if link is Link.TOLD else None


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
        if noun.lower_ in COLLECTIVE:
            return str(noun.text)
        return None if is_person(noun) or noun.lemma_.lower() in _TRANSPARENT else _phrase_of(words, noun)
    return _label(words, token) or _by_verb(words, token, start, end)


def _by_verb(words: Words, token: "Token", start: int, end: int) -> str | None:
    """What the verb above the number, and the verb's other nouns, say that it counts."""
    verb = words.verb_above(token)
    if verb is None:
        return None
    if token.dep_ in _SUBJECTS and token.head.i == verb.i:
        return words.once("predicate", verb.i, partial(_predicate, words, verb))
    reached = (verb.lemma_.lower() in _REACHING and token.head.i == verb.i) or _has_moved(token, verb)
    for child in words.once("nouns", verb.i, partial(_nouns_of, verb)):
        if start <= child.idx < end:
            continue
        if child.lemma_.lower() in _TALLIES or (reached and child.dep_ in _SUBJECTS and child.pos_ == "NOUN"):
            return _of(words, child)
    return "capacity" if context("capacity").search(words.text[max(0, start - _REACH) : start]) else None


def _label(words: Words, token: "Token") -> str | None:
    """The noun that a list or a table sets before its number: "Polling stations: 12,000; observers: 900"."""
    noun = token.nbor(-2) if token.i > 1 and token.nbor(-1).text == ":" else None
    if noun is not None and noun.lower_ in STATES:
        return str(noun.text)
    return _phrase_of(words, noun) if noun is not None and noun.tag_ in ("NNS", "NNPS") else None


def _has_moved(token: "Token", verb: "Token") -> bool:
    """Whether the number is where the subject of the verb has come to, or from: "cases rose to 9,000"."""
    placed = token.dep_ == "pobj" and token.head.lower_ in ("to", "from")
    return placed and bool(context("change-by").search(f"{verb.text} "))


def _nouns_of(verb: "Token") -> list["Token"]:
    """The first nouns that are subject or object of a verb."""
    parts = (child for child in verb.children if child.dep_ in (*_SUBJECTS, "dobj") and child.pos_ in ("NOUN", "PROPN"))
    return list(islice(parts, _MOST))


def _predicate(words: Words, verb: "Token") -> str | None:
    """What a number that is the subject is said to be: of "27 were women" women, of "40 are feared dead" the dead."""
    for child in verb.rights:
        if child.lower_ in STATES and child.dep_ in ("acomp", "oprd", "attr", "advmod", "xcomp"):
            return str(child.text)
        if child.dep_ == "attr" and child.tag_ in ("NNS", "NNPS") and verb.lemma_.lower() == "be":
            thing = phrase_at(words, child.left_edge.idx)
            return text_of(words, thing) if thing else None
    return None


def _of(words: Words, noun: "Token") -> str:
    """What a number word counts: of "the number of dead" the dead, of "the death toll" the toll."""
    for child in islice(noun.rights, _MOST):
        if child.lower_ == "of":
            state = next((each for each in child.children if each.dep_ == "pobj" and each.lower_ in STATES), None)
            if state is not None:
                return str(state.text)
            thing = phrase_at(words, child.idx + len(child) + 1, determined=True)
            if thing and thing.head.pos_ == "PROPN" and noun.lemma_.lower() in _OF_PLACES:
                continue
            if thing and not (noun.lemma_.lower() in _OF_EVENTS and not is_person(thing.head)):
                return words.text[thing.start : thing.end]
            state = words.at(child.idx + len(child) + 1)
            if state is not None and state.lower_ in STATES:
                return str(state.text)
    return _phrase_of(words, noun)


def _phrase_of(words: Words, noun: "Token") -> str:
    """The noun with the words right before it that describe it."""
    first = next((child for child in noun.lefts if child.dep_ in ("compound", "amod")), noun)
    return words.text[first.idx : noun.idx + len(noun)]


def is_of_persons(words: Words, start: int) -> bool:
    """Whether what the number at `start` does, or what is done to it, is of persons: "two were hurt"."""
    token = words.at(start)
    verb = words.verb_above(token) if token is not None else None
    return verb is not None and bool(context("done-to-persons").fullmatch(verb.text))


def whole_before(words: Words, start: int) -> str | None:
    """The persons of whom the number is told to be a part at the head of its sentence: "Of the survivors, 46"."""
    at = words.sentence_start(start)
    head = _OF_WHOLE.match(words.text, at, start)
    thing = phrase_at(words, head.end()) if head else None
    if thing is None or thing.head.tag_ not in ("NNS", "NNPS") or not is_person(thing.head):
        return None
    return words.text[thing.start : thing.end] if words.text[thing.end : start].strip() == "," else None


def is_told(words: Words, those: Counted | None) -> bool:
    """Whether it is said in place who those are: "forty of those rescued", "two of those who voted"."""
    after = words.at(those.end + 1) if those is not None else None
    return after is not None and (after.tag_ in ("VBN", "VBD", "WP", "WP$") or after.lower_ in ("with", "without"))


def link_of(words: Words, start: int, end: int) -> Link:
    """How the number at ``[start, end)`` hangs on what was counted before: "the remaining nine", "another 30"."""
    token = words.at(start)
    before = words.text[max(0, start - 32) : start]
    if context("linked-before").search(before) or context("linked-after").match(words.text, end):
        return Link.TOLD
    if context("part-of-those").match(words.sentence_head(start)):
        return Link.TOLD
    return Link.OPENS if token is not None and token.is_sent_start else Link.NONE


def is_part(words: Words, start: int, end: int) -> bool:
    """Whether the number is told to be a part of what was counted: "of them", "Of the 12 injured, three"."""
    return bool(
        context("part-after").match(words.text, end)
        or context("part-before").search(words.text[max(0, start - 60) : start])
        or context("part-of-those").match(words.sentence_head(start))
    )
