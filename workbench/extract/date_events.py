"""What happened on a date: the clause or the noun that the date belongs to, as a stretch of the parsed block."""

from itertools import islice
from typing import Any

_STEPS = 12
_WORDS = 45  # words of it before or behind its verb
#: What the parse takes for a verb beside a number: 7am, 500m.
NO_VERBS = frozenset({"am", "pm", "a.m.", "p.m.", "m", "est", "gmt"})
_LONGEST = 260  # characters of an event
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HELPERS = frozenset({"aux", "auxpass", "neg"})
_BEHIND = frozenset(
    {"dobj", "attr", "acomp", "oprd", "prt", "dative", "agent", "prep", "npadvmod", "xcomp", "advmod", "ccomp", "pobj"}
)
_CLAUSES = frozenset({"acl", "relcl"})
_OF_NOUN = frozenset({"poss", "compound", "nummod", "amod", "nmod", "npadvmod", "appos"})


def of_noun(token: Any) -> Any | None:
    """The noun that a date before it describes: the 2020 *protests*, Sunday's *vote*."""
    head = token.head
    if head.i > token.i and head.pos_ in ("NOUN", "PROPN") and token.dep_ in _OF_NOUN:
        return head
    return None


def governor(token: Any) -> Any | None:
    """The verb, or where there is none nearer the noun, that the date at `token` belongs to."""
    if (noun := of_noun(token)) is not None:
        return noun
    start = token
    for _ in range(_STEPS):
        last, head = token, token.head
        if head.i == token.i:
            break
        token = head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in _HELPERS and token.lower_ not in NO_VERBS:
            return token
        if token.pos_ == "NOUN" and last.dep_ in ("prep", "acl", "advmod", "npadvmod") and last.i > token.i:
            return token
    return token if token.i != start.i else None


def root(tokens: Any) -> Any:
    """Of the tokens of a date the one by which it hangs in its sentence."""
    first, last = tokens[0].i, tokens[-1].i
    return next((token for token in tokens if not first <= token.head.i <= last), tokens[-1])


def clause(governor: Any, upto: int, memo: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """The words of the event, as tokens [first, last): subject, verb and what hangs on it, up to token `upto` at least.

    `memo` keeps what was found for a governor of this block: a hostile sentence has one verb and very many dates.
    """
    if governor.i not in memo:
        memo[governor.i] = _noun(governor) if governor.pos_ in ("NOUN", "PROPN") else _verb(governor)
    first, last = memo[governor.i]
    first, last = max(first, governor.i - _WORDS), min(max(last, upto), max(governor.i + _WORDS, governor.i))
    doc = governor.doc
    while doc[last].idx + len(doc[last]) - doc[first].idx > _LONGEST and last > governor.i:
        last -= 1
    while doc[last].idx + len(doc[last]) - doc[first].idx > _LONGEST and first < governor.i:
        first += 1
    while last > first and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in ("%", ")", '"'):
        last -= 1
    return first, last + 1


def _noun(noun: Any) -> tuple[int, int]:
    """A noun with what belongs to it, without the clauses that are told of it."""
    first, last = noun.left_edge.i, noun.i
    for child in noun.rights:
        if child.dep_ not in ("prep", "acl") or child.left_edge.i > last + 1:
            break
        last = child.right_edge.i
    return first, last


def _verb(verb: Any) -> tuple[int, int]:
    """A verb with its subject and what follows it, up to the next clause."""
    first = last = verb.i
    whose = False
    for child in verb.lefts:
        if child.dep_ in _SUBJECTS:
            first, whose = min(first, child.left_edge.i), True
        elif child.dep_ in _HELPERS:
            first = min(first, child.i)
    if verb.dep_ in _CLAUSES and verb.head.i < verb.i and verb.i - verb.head.i < 12:
        first = min(first, verb.head.left_edge.i)
    elif not whose and (subject := _subject(verb)) is not None:
        first = subject if verb.i - subject < 30 else first
    for child in verb.rights:
        if child.dep_ in _BEHIND:
            last = max(last, child.right_edge.i)
        elif child.dep_ not in ("punct", *_HELPERS, *_SUBJECTS):
            break
    return first, last


def _subject(verb: Any) -> int | None:
    """Where the subject begins of the verb that this one, without its own, is joined to or hangs on."""
    own = verb.i
    for _ in range(4):
        if verb.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "ccomp", "prep") or verb.head.i > verb.i:
            return int(verb.i) if verb.i < own else None
        verb = verb.head
        for child in verb.lefts:
            if child.dep_ in _SUBJECTS:
                return int(child.left_edge.i)
        if verb.dep_ in _CLAUSES and verb.head.i < verb.i:
            return int(verb.head.left_edge.i)
    return None


def opener(token: Any, words: frozenset[str]) -> Any | None:
    """The preposition of `words` that governs the noun phrase in which the date stands: after the vote in May."""
    start = token.i
    for _ in range(_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if head.i < start - 2 and _opens(head, words):
            return head
        if head.pos_ in ("VERB", "AUX"):
            return _beside(head, token, words)
        token = head
    return None


def _beside(verb: Any, date: Any, words: frozenset[str]) -> Any | None:
    """The same, where the parse hangs the date on the verb: it is what stands right before the date."""
    before = next((child for child in islice(verb.rights, _STEPS) if child.right_edge.i == date.i - 1), None)
    return before if before is not None and date.dep_ == "prep" and _opens(before, words) else None


def _opens(token: Any, words: frozenset[str]) -> bool:
    """Whether a word is a preposition of `words`; "following" is one, whatever the parse takes it for."""
    return token.lower_ in words and (token.dep_ == "prep" or (token.lower_ == "following" and token.dep_ != "amod"))
