"""What words have in common when two articles say the same thing differently: acts, roots and persons.

"Freed", "released" and "the release of" name one act (lexicon acts.toml); "evacuated" and "evacuation" share a root;
"detainees", "residents" and "people" are persons (lexicon persons.toml), "engines" are not.
"""

import re
from functools import cache
from typing import Any

from workbench.compare.times import PERIODS
from workbench.extract.people import is_for_persons
from workbench.lexicons import lexicon


@cache
def lemmas(entry: str) -> frozenset[str]:
    """The lemmas of an entry of measuring.toml: `anybody`, `carrying` or `sizing`."""
    return next(frozenset(one.pattern.split()) for one in lexicon("measuring").entries if one.id == entry)


_SPENT = ("dobj", "npadvmod")
_SUFFIX = re.compile(
    r"(?:ations?|itions?|tions?|sions?|ments?|ances?|ences?|ings?|ures?|ates?|ers?|ors?|ees?|als?|ed|es|[ey]|s)$"
)


@cache
def _acts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in lexicon("acts").entries:
        for word in entry.pattern.split():
            found.setdefault(word, set()).add(entry.id)
    return {word: frozenset(ids) for word, ids in found.items()}


@cache
def against(act: str) -> frozenset[str]:
    """The acts that a thing done cannot be as well: those who were injured are not those who were killed.

    >>> sorted(against("rise"))
    ['fall']
    """
    entries = lexicon("acts").entries
    named = {entry.id: frozenset(str(entry.more.get("against", "")).split()) for entry in entries}
    return named.get(act, frozenset()) | {one for one, others in named.items() if act in others}


@cache
def _persons() -> frozenset[str]:
    return frozenset(word for entry in lexicon("persons").entries for word in entry.pattern.split()) | lemmas("anybody")


@cache
def _akin() -> frozenset[frozenset[str]]:
    entries = lexicon("acts").entries
    return frozenset(frozenset((entry.id, one)) for entry in entries for one in str(entry.more.get("akin", "")).split())


def akin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether an act of the one is told in the same breath as one of the other: those searched for are missing.

    >>> akin(frozenset({"search"}), frozenset({"miss"})), akin(frozenset({"search"}), frozenset({"die"}))
    (True, False)
    """
    return any(frozenset((one, two)) in _akin() for one in a for two in b)


def acts(lemma: str) -> frozenset[str]:
    """The acts that a lemma may name: those of the lexicon, else its root alone; none for a light word.

    >>> acts("liberate") == acts("release"), acts("evaluation") == acts("evaluate"), acts("announce")
    (True, True, frozenset())
    """
    known = _acts().get(lemma)
    if known:
        return known
    return frozenset() if lemma in lemmas("carrying") else frozenset({root(lemma)})


@cache
def known(act: str) -> bool:
    """Whether an act is one of the lexicon, not the root of any word."""
    return any(entry.id == act for entry in lexicon("acts").entries)


@cache
def of_people(act: str) -> bool:
    """Whether an act befalls people where nobody says whom: those killed, those evacuated."""
    return any(entry.id == act and entry.more.get("people") for entry in lexicon("acts").entries)


def acts_of(token: Any) -> frozenset[str]:
    """The acts that a parsed word may name; of a noun none that it names as a verb only: a fire dismisses nobody."""
    lemma_ = lemma(token)
    found = acts(lemma_)
    if lemma_ == "spend" and any(one.dep_ in _SPENT and one.lemma_.lower() in _while_() for one in token.children):
        return frozenset()  # "spent the night": no money
    return found - verbal(lemma_) if token.pos_ in ("NOUN", "PROPN") else found


@cache
def _while_() -> frozenset[str]:
    return frozenset(PERIODS) | lemmas("whiles")


def verbal(lemma: str) -> frozenset[str]:
    """The acts that a lemma names as a verb only."""
    return _verbal().get(lemma, frozenset())


@cache
def _verbal() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in lexicon("acts").entries:
        for word in str(entry.more.get("verbs", "")).split():
            found.setdefault(word, set()).add(entry.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def names_act(lemma: str) -> bool:
    """Whether the lexicon of acts knows the lemma."""
    return lemma in _acts()


def befell(counted: str | None) -> frozenset[str]:
    """The act that befell those counted, where they are named by it alone: "the injured", "dead", "missing".

    >>> sorted(befell("wounded")), sorted(befell("houses"))
    (['injure'], [])
    """
    word = (counted or "").lower().rpartition(" ")[2]
    if not word.endswith(("ed", "ing")) and word not in ("dead", "hurt", "homeless", "ill", "sick"):
        return frozenset()
    return next((acts(base) for base in bases(word) if names_act(base)), frozenset())


def lemma(token: Any) -> str:
    """The lemma of a parsed word for the lexicon, mended where the parser errs.

    With its particle ("lay off": layoff) or bare object ("take part": takepart).

    The parser takes "fined" for a form of "fin"; a form that the lexicon knows is the better guess.
    """
    made: str = token.lemma_.lower()
    for child in token.children:
        if child.dep_ not in ("prt", "dobj", "prep", "advmod") or not names_act(joined := made + _told(child)):
            continue
        if child.lower_ != "over" or not any(one.lemma_.lower() in PERIODS for one in child.children):
            return joined  # but "took $8m over a decade"
    if not names_act(made) and (token.tag_ in ("VBD", "VBN", "VBZ", "VBG") or (token.tag_ == "JJ" and befell(made))):
        return next((base for base in bases(token.lower_) if names_act(base)), made)
    return made


def _told(child: Any) -> str:
    """What a verb takes with it, as the lexicon joins it on: "home" of "their homes", "nopower" of "no power"."""
    word = str(child.lower_) if child.dep_ != "dobj" or not child.lower_.endswith("s") else str(child.lemma_.lower())
    none = child.dep_ == "dobj" and any(one.lower_ == "no" for one in child.children)
    return f"no{word}" if none else word


def bases(word: str) -> tuple[str, ...]:
    """The forms that a word without a parse may be of: itself, and without a verb's endings.

    >>> bases("releases")
    ('releases', 'release', 'releas')
    """
    cut = [
        word[: -len(end)] for end in ("s", "es", "ed", "d", "ing") if word.endswith(end) and len(word) > len(end) + 2
    ]
    return (word, *cut)


@cache
def kinds(lemma: str) -> frozenset[str]:
    """The entries of alike.toml that a noun stands in.

    >>> kinds("lorry") & kinds("truck")
    frozenset({'truck'})
    """
    return frozenset(entry.id for entry in lexicon("alike").entries if lemma in entry.pattern.split())


@cache
def root(lemma: str) -> str:
    """What is left of a word without the endings by which English makes nouns of verbs, four letters at least.

    >>> root("negotiation"), root("negotiate"), root("fire")
    ('negoti', 'negoti', 'fire')
    """
    stem = _SUFFIX.sub("", lemma)
    return stem if len(stem) >= (5 if len(lemma) - len(stem) == 1 else 4) else lemma


@cache
def person(lemma: str) -> bool:
    """Whether a noun names a person.

    >>> person("firefighter"), person("engine")
    (True, False)
    """
    return lemma in _persons() or is_for_persons(lemma)


def name(text: str) -> str:
    """What a name and the words made of it share: Lithuania and Lithuanian.

    >>> name("Lithuania") == name("Lithuanian")
    True
    """
    return text.lower()[:5]


def related(a: str, b: str) -> bool:
    """Whether two nouns are one, count one thing (lexicon alike.toml), or one is made of the other.

    >>> related("house", "home"), related("post", "outpost"), related("officer", "firefighter")
    (True, True, False)
    """
    if a == b or kinds(a) & kinds(b):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and (long.endswith(short) or (root(a) == root(b) and len(root(a)) >= 5))
