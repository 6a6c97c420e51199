"""Of whom a sentence tells something: the names among its subjects, and of whom an age is told."""

from collections.abc import Iterator
from typing import Any

from workbench.compare import words
from workbench.compare.governor import Governor
from workbench.compare.times import WEEKDAYS

_SUBJECTS = ("nsubj", "nsubjpass")
_WITHIN = ("compound", "poss")  # "the Unity party", "Rovers' striker"


def names(sentence: Any) -> Iterator[str]:
    """The names, as `words.name` shortens them; "police said Northern Rail lost 40 trains" tells of the railway."""
    for token in sentence:
        if token.dep_ in _SUBJECTS and token.head.lemma_ not in words.lemmas("saying"):
            yield from (
                words.name(one.text)
                for one in (token, *token.children)
                if one.pos_ == "PROPN" and one.lower_ not in WEEKDAYS and (one is token or one.dep_ in _WITHIN)
            )


def bearer(anchor: Any) -> Iterator[Any]:
    """The names of the person whose age a figure tells: "Ann Lee, 40", "40-year-old Ann Lee", "his son Tom, 40"."""
    doc, at = anchor.doc, anchor.i
    if at > 1 and doc[at - 1].text in (",", "(") and doc[at - 2].pos_ == "PROPN":
        steps = range(at - 2, -1, -1)
    else:
        steps = range(at + 1, min(at + 12, len(doc)))
        steps = range(next((one for one in steps if doc[one].pos_ == "PROPN"), 0), len(doc))
        if not steps.start or any(doc[one].pos_ in ("VERB", "AUX") for one in range(at, steps.start)):
            return
    for one in steps:
        if doc[one].pos_ != "PROPN":
            return
        yield doc[one]


def teller(governor: Governor) -> str | None:
    """Who gives a number, by its verb: "police put the crowd at 900", "unions think that it was 900"."""
    verb = governor.verb
    if verb is not None and verb.dep_ == "ccomp" and words.lemma(verb.head) in words.lemmas("thinking"):
        return next((str(child.text) for child in verb.head.children if child.dep_ == "nsubj"), None)
    if verb is None or governor.role in _SUBJECTS or words.lemma(verb) not in words.lemmas("telling"):
        return None
    return next((str(child.text) for child in verb.children if child.dep_ == "nsubj"), None)
