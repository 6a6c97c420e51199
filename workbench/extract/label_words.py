"""The words that labels are read with, and what kind of label a noun makes."""

from functools import cache, lru_cache
from typing import Any

from workbench.extract.namewords import name_nouns
from workbench.extract.people import is_person
from workbench.extract.wordlists import bodies, courtesies, place_adjectives, roles, titles
from workbench.lexicons import lexicon
from workbench.model import LabelKind, NameKind

_SORTED = ("kinship", "status", "description", "role")


@cache
def listed(sort: str) -> frozenset[str]:
    """The words of one sort in the lexicon labelling.toml.

    >>> "sister" in listed("kinship")
    True
    """
    entries = (entry for entry in lexicon("labelling").entries if entry.more["sort"] == sort)
    return frozenset(word for entry in entries for word in entry.pattern.split("|"))


@cache
def _persons() -> frozenset[str]:
    return frozenset(word for entry in lexicon("persons").entries for word in entry.pattern.split())


def singular(word: str) -> str:
    """A noun in small letters, in the singular.

    >>> singular("Activists"), singular("businesswomen"), singular("boss"), singular("allies")
    ('activist', 'businesswoman', 'boss', 'ally')
    """
    word = word.casefold()
    if word.endswith("women") or word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _forms(token: Any) -> tuple[str, ...]:
    word = token.lower_.rstrip(".")
    forms = {word, singular(word)}
    if "-" in word:
        forms |= {word.rsplit("-", 1)[1], singular(word.rsplit("-", 1)[1])}
    return tuple(sorted(forms))


def is_personal(token: Any) -> bool:
    """Whether a noun is for persons: activist, founders, vice-president."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "ADV") or token.lower_ in courtesies():
        return False
    if token.text in place_adjectives() and token.i and token.doc[token.i - 1].lower_ in ("a", "an", "the", "fellow"):
        return True  # a Democrat, a Dane
    if token.pos_ not in ("NOUN", "PROPN"):
        return token.lower_ in roles()
    return any(map(_is_of_persons, _forms(token))) or is_person(token)


@lru_cache(maxsize=1 << 14)
def _is_of_persons(form: str) -> bool:
    return form in roles() or form in _persons() or any(form in listed(sort) for sort in _SORTED)


def may_head(token: Any, kind: NameKind) -> bool:
    """Whether a noun may say what something of this kind is."""
    if kind is NameKind.PERSON:
        return is_personal(token)
    if any(form in bodies() or form in listed("body") or form in listed("thing") for form in _forms(token)):
        return True
    sorts = ("place",) if kind is NameKind.PLACE else ("organisation", "place")
    if any(form in name_nouns(sort) for form in _forms(token) for sort in sorts):
        return True
    return any(form in listed("description") for form in _forms(token)) or token.lower_ in ("member", "exporter")


def called_kind(head: Any) -> LabelKind:
    """What kind of label it is that somebody is called: a role by name, else a description: a liar, a relic."""
    kind = kind_of(head, False)
    known = any(form in roles() or form in titles() for form in _forms(head))
    return LabelKind.DESCRIPTION if kind is LabelKind.ROLE and not known else kind


def kind_of(head: Any, before_name: bool) -> LabelKind:
    """What kind of label a noun makes: its sort in the lexicon; else a title before a name, or a role."""
    for form in _forms(head):
        if form in listed("kinship"):
            return LabelKind.KINSHIP
        if form in listed("status"):
            return LabelKind.STATUS
        if form in listed("description"):
            return LabelKind.DESCRIPTION
    if not before_name or (head.text[:1].islower() and any(form in listed("role") for form in _forms(head))):
        return LabelKind.ROLE
    office = any(form in titles() for form in _forms(head))
    return LabelKind.TITLE if office or head.text[:1].isupper() else LabelKind.ROLE
