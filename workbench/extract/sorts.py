"""What a name is a name of, a person, an organisation or a place, told by what stands around it in the article."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from workbench.extract.cast import Entity
from workbench.extract.wordlists import (
    first_names,
    organisation_words,
    place_adjectives,
    places,
    platforms,
    roles,
    verbs,
)
from workbench.language import Parsed
from workbench.lexicons import lexicon
from workbench.model import Role

_PLACE_PREPOSITIONS = {"in": 1.5, "near": 1.5, "from": 0.5, "to": 0.5, "across": 1.0, "throughout": 1.0, "outside": 1.0}
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENOUGH = 1.0
_ENDINGS = {"s": ("",), "es": ("", "e"), "ies": ("y",), "ed": ("", "e"), "ied": ("y",), "ing": ("", "e"), "ly": ("",)}
_SURE = 1.5  # votes that make a name of a lone English word
_PARTY = re.compile(r"[A-Z]-.{1,8}")  # D-N.Y.: a party and a state


@cache
def name_nouns(sort: str) -> frozenset[str]:
    """Common nouns that say of what a name beside them is: `organisation` (agency), `place` (village), `thing`."""
    return frozenset(
        word.strip()
        for entry in lexicon("name_nouns").entries
        if entry.more["sort"] == sort
        for word in entry.pattern.split("|")
    )


@cache
def acting_names() -> dict[str, str]:
    """Names that stand for a country where they act: Washington for the United States."""
    pairs = (entry.pattern.split("|") for entry in lexicon("same_names").entries if entry.more.get("acts"))
    return {other: words[0] for words in pairs for other in words[1:]}


def kind_of(parsed: Parsed, entity: Entity, common: frozenset[str]) -> str | None:
    """person, organisation or place; "thing" for what is none of them, None where nothing tells.

    `common` are the words that the article writes in small letters: no name is made of them alone.
    """
    words = entity.words
    if _is_no_name(words, common) or _PARTY.fullmatch(entity.mentions[0].passage.surface):
        return "thing"
    if entity.kind == "person":
        return "person"
    if " ".join(words) in places():
        return "place"
    bodily = " ".join(words) in platforms() or any(word.casefold() in organisation_words() for word in words)
    if bodily or entity.kind is not None:
        return "organisation" if bodily else entity.kind
    headed = all(parsed.parts[mention.part].block.role in _HEADS for mention in entity.mentions)
    if all(_is_common(word, common) for word in words) or (headed and is_word(words[-1])):
        return "thing"
    return _by_votes(parsed, entity)


def _is_no_name(words: tuple[str, ...], common: frozenset[str]) -> bool:
    """Whether a run of capitalised words is no name: of people by their place, a shout, a title, a lone common noun."""
    small = [word.casefold() for word in words]
    if len(words) == 1:
        lone = small[0] in organisation_words() and small[0] not in name_nouns("proper")
        return lone or _is_demonym(words[0]) or small[0] in name_nouns("direction")
    shouted = all(word.isupper() for word in words) and " ".join(words).title() not in places()
    if shouted and all(word in common or word in dictionary() or len(word) < 3 for word in small):
        return True
    joint = next((at for at, word in enumerate(words) if word in ("of", "for", "and", "&", "de", "the")), 0)
    head = small[joint - 1] if joint else small[-1]
    personal = words[0] in first_names()
    return (head in name_nouns("thing") and not personal) or (len(words) > 5 and not joint)


def _by_votes(parsed: Parsed, entity: Entity) -> str | None:
    """The kind for which what stands around the mentions tells most; a lone English word needs more."""
    words = entity.words
    votes = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for mention in entity.mentions:
        _vote(votes, parsed.parts[mention.part].doc, mention.first, mention.last)
    votes["organisation"] += 2.0 * any("." in word.strip(".") or _is_camel(word) for word in words)
    parts = entity.canonical.split()
    if len(parts) in (2, 3):
        votes["person"] += 2.0 * any(mention.passage.surface == parts[-1] for mention in entity.mentions)
        votes["person"] += 1.0 * _looks_personal(parts[-1]) * parts[0].isalpha()
    best = max(votes, key=lambda kind: votes[kind])
    if is_faint(words):
        return best if votes[best] >= _SURE and best != "person" else None
    return best if votes[best] >= _ENOUGH else None


def is_faint(words: Sequence[str]) -> bool:
    """Whether a name is a lone English word: a name only where something else says so.

    >>> is_faint(["Releases"]), is_faint(["Khomich"]), is_faint(["Green", "Party"])
    (True, False, False)
    """
    return len(words) == 1 and is_word(words[0])


def is_word(word: str) -> bool:
    """Whether a word, in any form, is an English word.

    >>> is_word("Vows"), is_word("Allied"), is_word("Khomich")
    (True, True, False)
    """
    small = word.casefold()
    forms = [small]
    for ending, stems in _ENDINGS.items():
        if small.endswith(ending) and len(small) > len(ending) + 2:
            forms += [small[: -len(ending)] + stem for stem in stems]
    return any(form in dictionary() for form in forms)


def _is_common(word: str, common: frozenset[str]) -> bool:
    small = word.casefold()
    return small in common or small in place_adjectives() or word in place_adjectives() or _is_demonym(word)


def _is_demonym(word: str) -> bool:
    """Whether a word stands for people by their place or party: Ukrainians, Westerners; any in -ians, too."""
    return word.endswith("s") and (word[:-1] in place_adjectives() or (word.endswith("ians") and len(word) > 6))


def _is_camel(word: str) -> bool:
    return any(a.islower() and b.isupper() for a, b in pairwise(word[1:])) and "-" not in word


def _looks_personal(word: str) -> bool:
    """Whether a word could be part of a person's name: capital and small letters, and no English word."""
    bare = word.replace("-", "").replace("'", "").rstrip(".")
    return bare.isalpha() and word[0].isupper() and not bare.isupper() and not is_word(word)


@cache
def dictionary() -> frozenset[str]:
    """The English words that the pipeline's lemmatizer knows, in small letters."""
    from workbench import language

    tables = language.load().get_pipe("lemmatizer").lookups
    index = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
    return frozenset(word for words in index.values() for word in words) - {name.casefold() for name in first_names()}


def _vote(votes: dict[str, float], doc: Any, first: int, last: int) -> None:
    """What the words around one mention say of its kind."""
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    head = doc[first:last].root
    if before is not None:
        votes["organisation"] += 1.0 * (before.lower_ == "the" and head.dep_ != "compound")
        votes["organisation"] += 2.0 * _says(before, "organisation")
        governed = before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in ("government", "people")
        votes["place"] += 2.0 * governed
        votes["place"] += 2.0 * _says(before, "place")
        votes["place"] += _PLACE_PREPOSITIONS.get(before.lower_, 0.0)
        if before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in name_nouns("place"):
            votes["place"] += 2.0
        if before.text == "," and first > 1 and doc[first - 2].text in places():
            votes["place"] += 1.0
    if head.dep_ == "compound" and head.head.i >= last and head.head.i - last < 4:
        votes["organisation"] += 2.0 * _says(head.head, "organisation")
        votes["place"] += 2.0 * _says(head.head, "place")
    if after is not None and after.text == ",":
        follows = [token.lower_ for token in doc[last + 1 : last + 7]]
        votes["person"] += 1.5 * (follows[:1] == ["who"] or (follows[:1] != [] and follows[0].isdigit()))
        votes["place"] += 1.0 * (last + 1 < len(doc) and doc[last + 1].text in places())
        appositive = follows[: follows.index(",")] if "," in follows else follows
        votes["organisation"] += 1.5 * (
            appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & name_nouns("organisation"))
        )
        votes["person"] += 1.5 * (appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & set(roles())))
    if head.dep_ in _SUBJECTS and (before is None or before.pos_ != "DET"):
        votes["person"] += 1.0 * (head.head.lemma_.casefold() in verbs())
    if before is not None and before.pos_ in ("PRON", "ADP") and head.head.lower_ in ("with", "by", "against"):
        votes["person"] += 0.25


def _says(token: Any, sort: str) -> bool:
    return token.text[0].islower() and (token.lower_ in name_nouns(sort) or token.lemma_ in name_nouns(sort))
