"""Whether a description can be of one who is named: by the sort of body, the office held, or how it is worded."""

from typing import Any

from workbench.extract import label_phrases
from workbench.extract.cast import Entity, bare_roles
from workbench.extract.label_words import listed
from workbench.extract.namewords import company_words, name_nouns
from workbench.extract.wordlists import courtesies, firms, organisation_words, titles

_COUNTED = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())  # noqa: SIM905
_RANKED = frozenset(["first", "last", "next", "other"])
_STRICT = frozenset("council court ministry parliament committee board cabinet senate tribunal".split())  # noqa: SIM905


def may_be_called(noun: str, name: str) -> bool:
    """Whether a body may be "the court": not where its name says that it is a body of another sort, a federation."""
    words = {word.casefold() for word in name.split()}
    said = words & name_nouns("organisation")
    if noun in _STRICT and noun not in words and not _is_short(name):
        return False  # nobody named without it is "the council"
    if noun in firms():  # a chamber of commerce is no bank, but the bank may be Orbis Partners
        said |= words & (organisation_words() - company_words())
    return not said or noun in said or noun in listed("any body")


def holds_other(entity: Entity, noun: str) -> bool:
    """Whether somebody is known by another office, as the president is who is no champion."""
    held = bare_roles(entity) & titles().keys() - courtesies()
    return bool(held) and noun not in held and (noun in listed("other part") or noun in listed("other office"))


def _is_short(name: str) -> bool:
    """Whether a name is made of initials: KCC, DfE."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def may_stand(noun: Any) -> bool:
    """Whether a noun may head a description that stands alone: not one with its name behind a comma."""
    doc, at = noun.doc, noun.i
    if noun.tag_ not in ("NN", "NNP") and not (noun.lower_ == "old" and at and doc[at - 1].text == "-"):
        return False
    named = at + 2 < len(doc) and doc[at + 1].text == "," and doc[at + 2].text[:1].isupper()
    return not (named or _is_new(noun))


def _is_new(noun: Any) -> bool:
    """Whether a definite description says all that is known of somebody new: the owner of a boat, the ninth victim."""
    doc, at = noun.doc, noun.i
    after = [each.lower_ for each in doc[at + 1 : at + 3]]
    if after[:1] in (["who"], ["whose"]) or after in (["of", "a"], ["of", "an"]):
        return True
    return any(each.lower_ in _COUNTED or each.lower_ in _RANKED for each in doc[label_phrases.opening(noun) : at])
