"""Deeds: an act on a named object, as a sentence tells it: who does it, how far it has come, how far it goes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.compare.assertion import doubt
from workbench.compare.spelling import stem, weight
from workbench.compare.words import acts, lemma, names_act, root
from workbench.extract.voices import Voices
from workbench.extract.wordlists import calendar
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Mention, Passage, Role, Voice

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "give",
        "go",
        "come",
        "say",
        "tell",
        "see",
        "hold",
        "include",
        "keep",
        "call",
        "use",
        "ask",
        "become",
        "show",
        "know",
        "find",
        "put",
        "set",
        "face",
        "receive",
    }
)
_SCOPES = frozenset({"on", "against", "for", "over"})
_TO_COME = frozenset({"will", "would", "'ll", "shall", "going"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must"})
_NOW = frozenset({"is", "are", "'re", "'s", "am"})
_TIMES = frozenset(
    {"eve", "night", "day", "morning", "evening", "afternoon", "week", "month", "year", "hour", "minute"}
)
_DEEP = 6
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Deed:
    """One act on one object. `key` is what the articles' deeds share: act, object, and whether denied."""

    key: tuple[str, str, bool]
    word: str  # the stem of the verb or noun for the act
    passage: Passage
    stage: str  # done, now, agreed, wished, tried, to come, possible
    degree: str | None
    actor: Passage | None
    actor_id: str | None
    scope: tuple[str, frozenset[str]] | None  # the preposition, and the stems of the telling words after it
    voice: Voice
    speaker: str | None
    role: Role
    doubt: str | None = None  # why it is no plain statement, as `assertion` tells
    passive: bool = False
    doer: str | None = None  # the entity that does it, or the stem of the noun for who does


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of the article that is read."""

    parsed: Parsed
    at: dict[int, Mention]  # names by where they end
    voices: Voices

    def named(self, part: Part, token: Any) -> Mention | None:
        return self.at.get(part.span(token).end) if token is not None else None


def find(parsed: Parsed, mentions: Iterable[Mention], voices: Voices) -> Iterator[Deed]:
    """An article's deeds in reading order: verbs with their objects, and nouns for acts (a removal of tolls)."""
    reading = _Reading(parsed, {mention.passage.end: mention for mention in mentions}, voices)
    for part in parsed.parts:
        for token in part.doc:
            noun = object_of(token)
            if noun is not None:
                yield _deed(reading, part, token, noun)


def object_of(token: Any) -> Any:
    """The noun that a verb, or a noun for an act, is done to; None for other words and for acts on nothing named."""
    return _of_verb(token) if token.pos_ == "VERB" else _of_noun(token)


def _deed(reading: _Reading, part: Part, token: Any, noun: Any) -> Deed:
    scope = _scope(token, noun)
    degree = _degree(token, noun)
    words = sorted((token, noun), key=lambda one: one.i)
    first = degree if degree is not None and 0 < words[0].i - degree.i < _NEAR else words[0]
    last = scope[1] if scope and 0 < scope[1].i - words[1].i < _DEEP else words[1]
    subject = _actor(token) if token.pos_ == "VERB" else None
    actor = reading.named(part, subject)
    bare = stem(subject.lemma_) if subject is not None and subject.pos_ == "NOUN" else None
    whom = reading.named(part, noun if noun.pos_ == "PROPN" else None)
    voice, speaker = reading.voices.at(*part.span(token))
    return Deed(
        key=(
            kind(lemma(token)),
            whom.entity_id if whom else stem(noun.lemma_),
            any(child.dep_ == "neg" for child in token.children),
        ),
        word=stem(token.lemma_),
        passage=reading.parsed.article.passage(part.span(first).start, part.span(last).end),
        stage=_stage(token, part.block.role),
        degree=str(degree.lower_) if degree is not None else None,
        actor=actor.passage if actor else None,
        actor_id=actor.entity_id if actor else None,
        scope=(scope[0], _telling(scope[1])) if scope else None,
        voice=voice,
        speaker=speaker,
        role=part.block.role,
        doubt=doubt(token),
        passive=noun.dep_ == "nsubjpass",
        doer=actor.entity_id if actor else bare,
    )


@cache
def kind(word: str) -> str:
    """What the words for one act share: the side of a pair of opposites, an act of the lexicon, or the stem.

    >>> kind("lift") == kind("easing"), kind("lift") == kind("impose"), kind("evacuate") == kind("evacuation")
    (True, False, True)
    """
    side = _side(word)
    if side:
        return side
    return f"act {min(acts(word))}" if acts(word) else stem(word)


def _side(word: str) -> str | None:
    """The side of a pair of opposites that a word, or the verb it is made from, is on."""
    return _sides().get(stem(word)) or _sides().get(root(word))


@cache
def _sides() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in lexicon("opposites").entries:
        for word in entry.pattern.split():
            found.setdefault(stem(word), f"{entry.id} +")
        for word in str(entry.more["against"]).split():
            found.setdefault(stem(word), f"{entry.id} -")
    return found


def _of_verb(verb: Any) -> Any:
    """The noun that a verb is done to; None where it has none, or says little."""
    if verb.lemma_.lower() in _LIGHT:
        return None
    noun = next((child for child in verb.children if child.dep_ in _OBJECTS), None)
    return noun if noun is not None and _is_told(noun) else None


def _is_told(noun: Any) -> bool:
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and weight(noun.lemma_) == 1)


def _of_noun(noun: Any) -> Any:
    """The noun that an act told by a noun is done to: the removal of tolls."""
    known = noun.pos_ == "NOUN" and (_side(noun.lemma_.lower()) is not None or names_act(noun.lemma_.lower()))
    if not known or noun.dep_ == "amod":
        return None
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    found = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return found if found is not None and _is_told(found) else None


def _telling(noun: Any) -> frozenset[str]:
    """The stems of what is named after a preposition: the noun and the words before it."""
    some = [*noun.lefts, noun]
    return frozenset(
        stem(each.lemma_) for word in some for each in (*word.lefts, word) if weight(each.lemma_) == 1 and each.is_alpha
    )


def _scope(token: Any, noun: Any) -> tuple[str, Any] | None:
    """On what, against whom: the noun after a preposition of the object or of the act."""
    for head in (noun, token):
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in _SCOPES:
                found = next((child for child in prep.children if child.dep_ == "pobj"), None)
                timed = found is not None and (found.lower_ in calendar() or found.lemma_.lower() in _TIMES)
                if found is not None and found.pos_ in ("NOUN", "PROPN") and not timed:
                    return prep.lower_, found
    return None


def _actor(verb: Any) -> Any:
    """Who does it: the subject, that of the verb above for an infinitive, or the "by" of a passive."""
    at = verb
    for _ in range(_DEEP):
        if any(child.dep_ == "nsubjpass" for child in at.children) and at is verb:
            by = next((child for child in at.children if child.dep_ == "agent"), None)
            return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
        own = next((child for child in at.children if child.dep_ == "nsubj"), None)
        if own is not None:
            return own
        if at.dep_ not in ("xcomp", "conj"):
            return None
        at = at.head
    return None


def _stage(token: Any, role: Role) -> str:
    """How far it has come, as the words around the verb tell."""
    if token.pos_ != "VERB" or token.sent[-1].text == "?":
        return "named"
    above = token.head.lemma_.lower() if token.dep_ == "xcomp" else ""
    governed = next((stage for stage, lemmas in _stages().items() if above in lemmas), None)
    helpers = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    if governed is not None:
        return governed
    if helpers & _TO_COME or ("to" in helpers and role is Role.HEADLINE and token.dep_ != "xcomp"):
        return "to come"  # Pupils to be taught in tents
    if helpers & _POSSIBLE:
        return "possible"
    if token.tag_ == "VBG" and helpers & _NOW:
        return "now"
    told = token.tag_ in ("VBD", "VBN") or (token.tag_ in ("VBZ", "VBP") and role is Role.HEADLINE) or "did" in helpers
    return "done" if told else "open"


def _degree(token: Any, noun: Any) -> Any:
    """The word that says how far it goes; None where there is none."""
    for head in (token, noun):
        for child in head.children:
            if child.dep_ in ("advmod", "amod") and child.lower_ in words_of("degree"):
                return child
    return None


@cache
def words_of(sort: str) -> frozenset[str]:
    """The words of one sort around deeds: degree, doubt, condition."""
    entries = lexicon("deed_words").entries
    return frozenset(word for entry in entries if entry.more["kind"] == sort for word in entry.pattern.split())


@cache
def _stages() -> dict[str, frozenset[str]]:
    entries = lexicon("deed_words").entries
    return {str(e.more["stage"]): frozenset(e.pattern.split()) for e in entries if e.more["kind"] == "stage"}
