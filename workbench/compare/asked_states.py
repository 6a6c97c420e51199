"""Questions about a person or thing that is in two states at once: imprisoned here, a former prisoner there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.compare.asking import Material, ask, words
from workbench.extract.voices import Voices
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Check, CheckKind, Mention, Passage, Severity, Voice

_FORMER = frozenset({"former", "ex", "ex-", "onetime", "one-time"})
_REACH = 12
_LARGEST = 200  # states of one entity that are held against each other


@dataclass(frozen=True, slots=True)
class _State:
    """Someone in a state, as one place says it; `lasting` where it describes and does not tell what happened."""

    entity_id: str
    name: str
    state: str
    passage: Passage
    sentence: int
    lasting: bool


def find(material: Material) -> Iterator[Check]:
    """A question for each entity that one article describes in a state that a description or an event excludes.

    Inside an article a description is held against descriptions of the opposite state in other sentences; across
    articles, against articles that tell the opposite and never the state itself.
    """
    found: dict[str, list[_State]] = defaultdict(list)
    for parsed in material.parsed:
        name = parsed.article.article_id
        voices = Voices(material.quotes.get(name, ()))
        for state in _states(parsed, material.mentions.get(name, [])):
            if voices.at(state.passage.start, state.passage.end)[0] is not Voice.QUOTED:
                found[state.entity_id].append(state)
    for entity_id in sorted(found):
        check = _question(found[entity_id][:_LARGEST])
        if check is not None:
            yield check


def _question(states: list[_State]) -> Check | None:
    for one in states:
        if not one.lasting:
            continue
        against = [other for other in states if other.state == _against()[one.state]]
        inside = [
            other
            for other in against
            if other.lasting and other.passage.article_id == one.passage.article_id and other.sentence != one.sentence
        ]
        own = {other.passage.article_id for other in states if other.state == one.state}
        if one.passage.article_id in {other.passage.article_id for other in against} and not inside:
            continue  # what happened ended the state, and the article says so
        across = [other for other in against if other.passage.article_id not in own]
        if inside or across:
            other = (inside or across)[0]
            message = f"{one.name}: {words(one.passage)} or {words(other.passage)}? The one state excludes the other."
            passages = [one.passage, *(each.passage for each in inside), *(each.passage for each in across[:4])]
            severity = Severity.WARNING if inside else Severity.NOTICE
            return ask(CheckKind.CONTRADICTION, "state", message, passages, severity=severity)
    return None


def _states(parsed: Parsed, mentions: list[Mention]) -> Iterator[_State]:
    at = {mention.passage.end: mention for mention in mentions}
    for part in parsed.parts:
        numbers = {token.i: nth for nth, sentence in enumerate(part.doc.sents) for token in sentence}
        for token in part.doc:
            state, lasting = _state_of(token)
            if state is None:
                continue
            for head in _bearers(token):
                mention = at.get(part.span(head).end)
                if mention is not None:
                    passage = _passage(parsed, part, token, head)
                    nth = part.start + numbers.get(token.i, 0)
                    yield _State(mention.entity_id, mention.canonical, state, passage, nth, lasting)


def _state_of(token: Any) -> tuple[str | None, bool]:
    """The state that a word puts somebody in, and whether it describes them so."""
    word = token.lower_
    if token.dep_ in ("amod", "nmod") and word in _words():
        return _words()[word], True
    if token.pos_ == "NOUN" and any(child.lower_ in _FORMER for child in token.children):
        return _formers().get(token.lemma_.lower()), True
    if token.pos_ == "VERB" and token.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in token.children):
        negated = any(child.dep_ == "neg" for child in token.children)
        return (None if negated else _events().get(token.lemma_.lower())), False
    if token.dep_ == "acomp" and word in _words():
        return _words()[word], True
    return None, False


def _bearers(token: Any) -> list[Any]:
    """The nouns that a word of state is said of."""
    if token.dep_ in ("amod", "nmod"):
        noun = token.head.head if token.head.dep_ in ("compound", "nmod") else token.head  # imprisoned candidate X
        return [noun, *(child for child in noun.children if child.dep_ == "appos")]
    if token.pos_ == "NOUN" and token.dep_ in ("appos", "compound"):
        return [token.head]
    verb = token if token.pos_ == "VERB" else token.head
    if verb.dep_ == "relcl":
        several = token.tag_ == "NNS"  # X and his colleague Y, who were prisoners
        named = verb.head.doc[max(verb.head.left_edge.i, verb.head.i - _REACH) : verb.head.i]
        beside = [one for one in named if one.pos_ == "PROPN"] if several else []
        return [*beside, *_together(verb.head)]
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return [one for subject in subjects for one in _together(subject)]


def _together(noun: Any) -> list[Any]:
    """A noun and those that it is joined with: Ruiz and Becker."""
    first = noun
    for _ in range(_REACH):
        if first.dep_ != "conj":
            break
        first = first.head
    found: list[Any] = []
    waiting = [first]
    while waiting and len(found) < _REACH:
        one = waiting.pop()
        found.append(one)
        waiting += [child for child in one.children if child.dep_ in ("conj", "appos")]
    return found


def _passage(parsed: Parsed, part: Part, token: Any, head: Any) -> Passage:
    """The word of state, with the name where they stand together, else with what belongs to the word."""
    if 0 < head.i - token.i <= 6:
        return parsed.article.passage(part.span(token).start, part.span(head).end)
    left = token.left_edge.i if token.pos_ == "NOUN" else token.i
    return parsed.article.passage(part.span(token.doc[left]).start, part.span(token).end)


@cache
def _words() -> dict[str, str]:
    return {word: entry.id for entry in lexicon("states").entries for word in entry.pattern.split()}


@cache
def _formers() -> dict[str, str]:
    entries = lexicon("states").entries
    return {word: entry.id for entry in entries for word in str(entry.more.get("former", "")).split()}


@cache
def _events() -> dict[str, str]:
    return {word: entry.id for entry in lexicon("states").entries for word in str(entry.more["event"]).split()}


@cache
def _against() -> dict[str, str]:
    return {entry.id: str(entry.more["against"]) for entry in lexicon("states").entries}
