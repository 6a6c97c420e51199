"""The words of a sentence for what a figure measures, as a label may take them: the noun, what was done, who, where.

"Northern Rail is shedding 400 posts" gives "posts", "shed" and "Northern Rail"; nothing is compared here.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words
from workbench.compare.times import MONTHS, PERIODS, WEEKDAYS
from workbench.lexicons import lexicon

if TYPE_CHECKING:
    from workbench.compare.governor import Governor

    Token: TypeAlias = Any

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_PLAIN = (*_NOUNS, "ADJ", "DET", "PRON")
_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")  # doubles its last letter
_SUBJECTS = ("nsubj", "nsubjpass")
_WHERE = ("in", "at", "from", "to", "near", "off", "outside", "across")
_UNITS = (*PERIODS, "hour", "minute", "mile", "point")
_AWAY = ("out", "off", "down", "up", "away", "back", "over", "aside")
_LONGEST = 4  # words of a name or noun phrase


@dataclass(frozen=True, slots=True)
class Wording:
    """What one sentence calls what its figure measures; None for what it does not say."""

    done: str | None = None  # after the noun: "freed", "laid off", "who marched", "missing"
    topic: str | None = None  # what a sum or a share is of: "fine", "share price"
    far: bool = False  # whether what its verb tells is told of another noun
    doer: str | None = None  # the name of who did it
    place: str | None = None  # the name of where
    undergone: bool = False  # whether `done` was done to what the figure tells: "$5m stolen", not "came to $5m"


def wording(anchor: "Token", governor: "Governor") -> Wording:
    """The words around a figure, from its anchor in the parse and what governs it."""
    return Wording(
        done=_done(anchor, governor),
        far=governor.far,
        topic=phrase(governor.topic_at) if governor.topic_at is not None else None,
        doer=_doer(governor),
        place=_place(anchor, governor),
        undergone=governor.role in ("dobj", "nsubjpass"),
    )


@cache
def _irregular() -> dict[str, str]:
    pairs = (pair.partition(":") for entry in lexicon("participles").entries for pair in entry.pattern.split())
    return {lemma: made for lemma, _, made in pairs}


def participle(lemma: str) -> str:
    """The past participle of a verb.

    >>> [participle(verb) for verb in ("destroy", "close", "carry", "shed", "swap", "win")]
    ['destroyed', 'closed', 'carried', 'shed', 'swapped', 'won']
    """
    known = _irregular().get(lemma)
    if known:
        return known
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    if _SHORT.fullmatch(lemma):
        return f"{lemma}{lemma[-1]}ed"
    return f"{lemma}ed"


def phrase(noun: "Token") -> str:
    """A noun with the nouns and names right before it, names in their capitals: "share price", "Lumo shares"."""
    first = noun
    while first.i > noun.sent.start and noun.i - first.i + 1 < _LONGEST:
        before = noun.doc[first.i - 1]
        if before.head.i not in (noun.i, first.i) or before.lower_ in _UNITS:
            break
        if before.dep_ not in ("compound", "amod", "nmod") or before.pos_ not in (*_NOUNS, "ADJ"):
            break
        if before.i == noun.sent.start and before.pos_ == "NOUN":
            break  # a capital that says nothing: a name, or the first word
        first = before
    some = noun.doc[first.i : noun.i + 1]
    return " ".join(_cased(one) for one in some)


def _name(noun: "Token") -> str:
    """The words of a name up to its last one: "Northern Rail"."""
    first = noun
    while first.i > noun.sent.start and noun.i - first.i + 1 < _LONGEST and noun.doc[first.i - 1].pos_ == "PROPN":
        first = noun.doc[first.i - 1]
    return str(noun.doc[first.i : noun.i + 1].text)


def _cased(token: "Token") -> str:
    """The word as it stands, a sentence's or headline's capital taken off what is no name and no acronym."""
    text = str(token.text)
    if token.pos_ == "PROPN" or not text[:1].isupper() or any(map(str.isupper, text[1:])):
        return text
    return text.lower()


#: With these a verb may stand behind what it concerns: towns spread to, strikers ruled against.
_TOWARDS = frozenset({"to", "against", "into"})


def _done(anchor: "Token", governor: "Governor") -> str | None:
    """What was done to those counted, or what they did, in words that stand after the noun."""
    noun = anchor if anchor.pos_ in _NOUNS else anchor.head if anchor.head.pos_ in _NOUNS else anchor
    for one in {anchor.i: anchor, noun.i: noun}.values():
        for child in one.children:
            if child.dep_ in ("acl", "relcl") and child.pos_ in _VERBS and child.i > one.i and not _light(child):
                return _of_clause(child)
    return None if governor.far else _governed(noun, governor)


def _governed(noun: "Token", governor: "Governor") -> str | None:
    """The verb that governs those counted, as it stands behind their noun."""
    verb = governor.verb
    if verb is not None and not _light(verb) and governor.role in ("dobj", "nsubjpass", *_SUBJECTS):
        return _of_clause(verb) if governor.role == "nsubj" else participle(_lemma(verb)) + _particle(verb)
    counted = noun.tag_ == "NNS" and noun.dep_ == "pobj" and _lemma(noun) not in PERIODS  # not: sentenced to ten years
    if verb is not None and counted and noun.head.head.i == verb.i and noun.head.i > verb.i:
        towards = str(noun.head.lower_)  # spread to 12 towns, fired at 12 people
        return f"{participle(_lemma(verb))} {towards}" if towards in _TOWARDS and not _light(verb) else None
    if governor.past and governor.said:
        return governor.said.lower()
    if verb is not None and governor.role in _SUBJECTS:
        return next(
            (str(one.lower_) for one in verb.children if one.dep_ == "acomp" and words.names_act(_lemma(one))), None
        )
    return None


def _of_clause(verb: "Token") -> str:
    """ "Killed" of a participle, "living" of one in -ing, "who fled" of a finite verb."""
    if verb.tag_ == "VBG":
        return str(verb.lower_) + _particle(verb)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl") or verb.tag_ == "VB":
        return participle(_lemma(verb)) + _particle(verb)
    said = str(verb.lower_) if verb.tag_ == "VBD" else participle(_lemma(verb))
    particle = _particle(verb)
    return f"who {said}{particle}{'' if particle == ' part' else _object(verb)}"


def _object(verb: "Token") -> str:
    """What a finite verb is about, without which it reads as if cut off: "who lost money"."""
    for child in verb.children:
        few = list(child.subtree)[: _LONGEST + 1]
        plain = len(few) <= _LONGEST and all(one.pos_ in _PLAIN for one in few)
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and child.i > verb.i and plain:
            return " " + " ".join(_cased(one) for one in few)
    return ""


def _lemma(verb: "Token") -> str:
    """The bare lemma of a verb, mended where the parser gives a form in -ed as its own lemma."""
    lemma = str(verb.lemma_.lower())
    known = next((base for base in words.bases(verb.lower_) if words.names_act(base)), None)
    if known and not words.names_act(lemma):
        return known
    return lemma[:-2] if lemma.endswith("ed") and len(lemma) > 5 and lemma == verb.lower_ else lemma


def _particle(verb: "Token") -> str:
    """What belongs to the verb: "laid off", "walked out", "took part"."""
    for child in verb.children:
        away = child.lower_ in _AWAY and child.i == verb.i + 1 and child.dep_ != "prep"
        part = verb.lemma_ == "take" and child.dep_ == "dobj" and child.lower_ == "part"
        if child.dep_ == "prt" or away or part:
            return f" {child.lower_}"
    return ""


def _light(verb: "Token") -> bool:
    """Whether a verb says nothing of what happened: "were 12 injured", not "took part"."""
    lemma = words.lemma(verb)
    return lemma in words.lemmas("carrying") or (lemma in words.lemmas("sizing") and not words.names_act(lemma))


def _doer(governor: "Governor") -> str | None:
    """The name that is the subject of the verb, where the figure is not."""
    if governor.verb is None or governor.role in _SUBJECTS:
        return None
    for child in governor.verb.children:
        if child.dep_ == "nsubj" and child.pos_ == "PROPN":
            return _name(child)
    return None


def _place(anchor: "Token", governor: "Governor") -> str | None:
    """The name after a preposition of place that stands with the noun or the verb."""
    for one in (anchor, anchor.head, governor.verb):
        for prep in one.children if one is not None else ():
            if prep.lower_ in _WHERE and prep.dep_ == "prep":
                for name in prep.children:
                    calendar = name.lower_ in (*MONTHS, *WEEKDAYS)
                    if name.dep_ == "pobj" and name.pos_ == "PROPN" and not calendar and name.i > anchor.i:
                        return _name(name)
    return None
