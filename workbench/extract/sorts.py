"""What a name is a name of, a person, an organisation or a place, told by what stands around it in the article."""

from functools import cache
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

_PLACE_PREPOSITIONS = {"in": 1.5, "near": 1.5, "from": 0.5, "to": 0.5, "across": 1.0, "throughout": 1.0, "outside": 1.0}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENOUGH = 1.0


@cache
def name_nouns(sort: str) -> frozenset[str]:
    """Common nouns that say of what the name beside them is: `organisation` (news agency), `place` (village), `thing`."""
    return frozenset(
        word.strip()
        for entry in lexicon("name_nouns").entries
        if entry.more["sort"] == sort
        for word in entry.pattern.split("|")
    )


def kind_of(parsed: Parsed, entity: Entity, common: frozenset[str]) -> str | None:
    """person, organisation or place; "thing" for what is none of them, None where nothing tells.

    `common` are the words that the article writes in small letters: no name is made of them alone.
    """
    words = entity.words
    name = " ".join(words)
    if name in places() and entity.kind != "person":
        return "place"
    if name in platforms() or any(word.casefold() in organisation_words() for word in words):
        return entity.kind if entity.kind == "person" else "organisation"
    if words[-1].casefold() in name_nouns("thing"):
        return "thing"
    if entity.kind is not None:
        return entity.kind
    if all(_is_common(word, common) for word in words):
        return "thing"
    votes = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for mention in entity.mentions:
        _vote(votes, parsed.parts[mention.part].doc, mention.first, mention.last)
    votes["organisation"] += 2.0 * any("." in word.strip(".") or _is_camel(word) for word in words)
    if len(words) in (2, 3):
        short = {mention.words for mention in entity.mentions}
        votes["person"] += 2.0 * ((words[-1],) in short)
        votes["person"] += 1.0 * all(_looks_personal(word) for word in words)
    best = max(votes, key=lambda kind: votes[kind])
    return best if votes[best] >= _ENOUGH else None


def _is_common(word: str, common: frozenset[str]) -> bool:
    small = word.casefold()
    return small in common or small in place_adjectives() or word in place_adjectives() or _is_demonym(word)


def _is_demonym(word: str) -> bool:
    """Whether a word stands for people by their place or party: Ukrainians, Westerners."""
    return word.endswith("s") and word[:-1] in place_adjectives()


def _is_camel(word: str) -> bool:
    return any(a.islower() and b.isupper() for a, b in zip(word[1:], word[2:], strict=False)) and "-" not in word


def _looks_personal(word: str) -> bool:
    """Whether a word could be part of a person's name: capital and small letters, and no English word."""
    bare = word.replace("-", "").replace("'", "").rstrip(".")
    return bare.isalpha() and word[0].isupper() and not bare.isupper() and word.casefold() not in dictionary()


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
