"""The words of a figure's sentence that say what it is about, and those that place it in time."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words

if TYPE_CHECKING:
    Token: TypeAlias = Any

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_FAR = 200  # words above or below one, at most
_UNITS = {"km/h": ("kilometre", "kilometer", "hour"), "mph": ("mile", "hour"), "%": ("percent", "cent")}


def content(sentence: Any, inside: set[int]) -> Iterator[str]:
    """The content words of a sentence by root, the acts among them by name, without the figure's own (`inside`)."""
    first = next((token.i for token in sentence if token.is_alpha), -1)  # after a bullet
    for token in sentence:
        if token.i in inside or token.pos_ not in _CONTENT or token.is_stop or not token.is_alpha:
            continue
        lemma = words.lemma(token) if token.tag_ in ("JJ", "VBN") else token.lemma_.lower()
        if token.i == first and words.names_act(lemma):
            yield from words.acts(lemma)
            continue
        if token.text[0].isupper() and (token.pos_ == "PROPN" or token.i > first) and token.pos_ != "VERB":
            yield words.name(token.text)
            continue
        if lemma in words.lemmas("carrying"):
            continue
        yield from words.acts(lemma) if words.names_act(lemma) else {words.root(lemma)}


def unit_words(unit: str | None) -> frozenset[str]:
    """The roots of the words for a unit of several words: "kilometres per hour" makes no two sentences alike.

    >>> sorted(unit_words("mph")), unit_words(None)
    (['hour', 'mile'], frozenset())
    """
    return frozenset(words.root(word) for word in _UNITS.get(unit or "", ()))


def clause(sentence: Any, anchor: "Token") -> Iterator["Token"]:
    """The sentence without the asides on other things: clauses and appositions that do not hold the figure."""
    own = {anchor.i, *(token.i for token in islice(anchor.ancestors, _FAR))}
    aside: set[int] = set()
    for token in sentence:
        if token.dep_ in ("acl", "relcl", "appos") and token.i not in own and token.i not in aside:
            aside |= {one.i for one in islice(token.subtree, _FAR)}
    return (token for token in sentence if token.i not in aside and not (token.i in own and _dates_back(token, anchor)))


def _dates_back(token: "Token", anchor: "Token") -> bool:
    """Whether "since" tells when something was, not how long it goes on: the worst since 2003, when 12 died."""
    between = token.doc[token.i + 1 : anchor.i]
    return token.lower_ == "since" and any(one.lower_ == "when" for one in between)
