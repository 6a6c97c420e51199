"""Whether a sentence tells what has been counted or only what is to come: a forecast is no count.

"The ministry expects 12,000 cases by May" and "8,200 cases were recorded" are two quantities, and so are a forecast
and a count that come to the same number.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words

if TYPE_CHECKING:
    Token: TypeAlias = Any

_STEPS = 12  # up the parse from a number to what is said of it
_VERBS = ("VERB", "AUX")
_MAY = ("could", "may", "might")
_WAS = ("was", "were", "had")
_OWN = ("relcl", "acl", "advcl", "conj")  # clauses that tell something of what the rest of the sentence is about


class Outlook(StrEnum):
    """What the sentence of a figure says of its time."""

    AHEAD = "ahead"  # forecast, or what may come
    PAST = "past"  # told as done


def outlook(anchor: "Token") -> Outlook | None:
    """Whether a figure is forecast or told of the past; None where the sentence leaves it open.

    `anchor` is the parsed word by which the figure hangs in the sentence.
    """
    verb: Any = None
    node: Any = anchor
    for _ in range(_STEPS):
        if _forecasts(node, anchor):
            return Outlook.AHEAD
        if verb is None and node.pos_ in _VERBS:
            verb = node
            if _may(node):
                return Outlook.AHEAD
        if node.head is node or (node.dep_ in _OWN and verb is not None):
            break
        node = node.head
    return Outlook.PAST if verb is not None and _done(verb) else None


def _forecasts(node: "Token", anchor: "Token") -> bool:
    """Whether a word says that the figure is expected: "a forecast of 5%", "is expected to", "likely to"."""
    lemma = str(node.lemma_.lower())
    if node.pos_ in (*_VERBS, "ADJ"):
        return node is not anchor and lemma in words.lemmas("forecasting")
    return node.pos_ == "NOUN" and node is not anchor and lemma in words.lemmas("forecasts")


def _may(verb: "Token") -> bool:
    """Whether something may happen: "could lose 400 jobs"; not "may have lost"."""
    helping = [one.lower_ for one in verb.children if one.dep_ in ("aux", "auxpass")]
    return any(one in _MAY for one in helping) and "have" not in helping


def _done(verb: "Token") -> bool:
    """Whether a verb tells of the past: "rose", "were recorded", "has fallen"; no bare participle."""
    helping = [one.lower_ for one in verb.children if one.dep_ in ("aux", "auxpass")]
    if words.lemma(verb) in words.lemmas("telling") | words.lemmas("saying"):
        return False
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and any(one in (*_WAS, "have", "has", "been") for one in helping) and "be" not in helping


def apart(a: Outlook | None, b: Outlook | None, *, alike: bool) -> bool:
    """Whether the one is forecast and the other is not; where their numbers are `alike` the other must be done.

    >>> apart(Outlook.AHEAD, Outlook.PAST, alike=True), apart(Outlook.AHEAD, None, alike=True)
    (True, False)
    >>> apart(Outlook.AHEAD, None, alike=False), apart(None, Outlook.PAST, alike=False)
    (True, False)
    """
    if (a is Outlook.AHEAD) == (b is Outlook.AHEAD):
        return False
    return not alike or Outlook.PAST in (a, b)
