"""What governs a figure in its sentence: the act done to those counted, whether they are a part, and of what."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words

if TYPE_CHECKING:
    Token: TypeAlias = Any

_INNER = frozenset({"nummod", "quantmod", "amod", "compound", "nmod", "det", "advmod", "npadvmod", "predet"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_PART = frozenset({"including", "include", "among", "amongst", "notably"})
_BESIDE = frozenset({"along", "together", "besides", "alongside", "plus"})
_CLAUSE = frozenset({"acl", "relcl"})


@dataclass(slots=True)
class Governor:
    """What was met on the way up from a figure to the verb that governs it."""

    acts: set[str] = field(default_factory=set)
    head: str | None = None
    part: bool = False
    beside: bool = False
    rest: bool = False
    said: str | None = None


def govern(anchor: "Token", inside: set[int]) -> Governor:
    """Climb from the figure to its verb, and note on the way what is said of those counted."""
    found = Governor()
    node = anchor
    seen: set[int] = set()
    while node.i not in seen:
        seen.add(node.i)
        _own(node, found, inside)
        above = node.head
        if above is node or (node.pos_ in ("VERB", "AUX") and node.i not in inside):
            break
        if node.dep_ in _SUBJECT or node.dep_ in ("dobj", "attr", "acomp", "oprd", "dative", "ccomp"):
            _verb(above, node, found)
            break
        if node.dep_ == "pobj":
            node = _preposition(node, above, found)
            if node is None:
                break
            continue
        if node.dep_ == "conj" and node.i not in inside and _named(above):
            found.beside = found.beside or _other(anchor)
        if above.pos_ in ("VERB", "AUX"):
            _verb(above, node, found)
            break
        node = above
    if not found.part:
        found.part = _among(anchor)
    return found


def _own(node: "Token", found: Governor, inside: set[int]) -> None:
    """What the noun itself says: its clauses ("people who were hurt"), "remaining", "other"."""
    if node.i not in inside and node.pos_ in ("NOUN", "PROPN") and found.head is None:
        found.head = node.lemma_.lower()
    for child in node.children:
        if child.dep_ in _CLAUSE and child.pos_ == "VERB" and child.tag_ in ("VBN", "VBD", "VBG", "VBP", "VBZ"):
            _act(child, found)
        if child.lower_ in ("remaining", "rest"):
            found.rest = True
    if node.lower_ in ("remaining", "rest"):
        found.rest = True


def _preposition(node: "Token", prep: "Token", found: Governor) -> "Token | None":
    """Climb over a preposition; None where the climb ends."""
    word, above = prep.lower_, prep.head
    if word in _PART:
        found.part = True
    if (word == "with" and any(child.lower_ in _BESIDE for child in prep.children)) or above.lower_ in _BESIDE:
        found.beside = found.beside or _other(node)
    if above.pos_ in ("VERB", "AUX"):
        if above.lemma_ in words.lemmas("sizing") and word in ("to", "at", "by", "from", "above", "past", "for"):
            _subject(above, found)
        _verb(above, node, found)
        return None
    if word == "of" and above.pos_ in ("NOUN", "PROPN"):
        lemma = above.lemma_.lower()
        if words.names_act(lemma):
            found.acts |= words.acts(lemma)
            found.said = found.said or above.text
            return None
    return above if above is not prep else None


def _verb(verb: "Token", node: "Token", found: Governor) -> None:
    """Note the governing verb as the act; through a light verb, what it links the figure with."""
    lemma = verb.lemma_.lower()
    if lemma == "include":
        found.part = True
        _subject(verb, found)
        return
    if lemma in words.lemmas("sizing") and node.dep_ not in _SUBJECT:
        _subject(verb, found)
    for child in verb.children:
        if lemma == "be" and child.dep_ in ("acomp", "attr") and child is not node:
            _act(child, found)
    if lemma not in words.lemmas("carrying") and not (lemma in words.lemmas("sizing") and found.acts):
        _act(verb, found)


def _act(token: "Token", found: Governor) -> None:
    made = words.acts(token.lemma_.lower())
    if made:
        found.acts |= made
        found.said = found.said or token.text


def _subject(verb: "Token", found: Governor) -> None:
    """What a sizing verb measures: its subject, with its clauses and what follows "of"."""
    for child in verb.children:
        if child.dep_ in _SUBJECT:
            for token in child.subtree:
                lemma = token.lemma_.lower()
                if words.names_act(lemma) and token.pos_ in ("NOUN", "VERB", "ADJ"):
                    _act(token, found)
            if found.head is None and child.pos_ == "NOUN":
                found.head = child.lemma_.lower()


def _named(token: "Token") -> bool:
    """Whether a name stands among what is joined: "Smith, Jones and 30 others"."""
    return any(one.pos_ == "PROPN" for one in token.subtree if one.i <= token.i)


def _other(token: "Token") -> bool:
    noun = token if token.pos_ in ("NOUN", "PROPN") else token.head
    return any(one.lower_ in ("other", "others") for one in (noun, *noun.children, token, *token.children))


def _among(anchor: "Token") -> bool:
    """ "Among those freed were two doctors", "of them", "of whom"."""
    for token in anchor.sent:
        if token.lower_ in ("among", "amongst") and any(
            child.lower_ in ("those", "them", "these") for child in token.children
        ):
            return True
    right = [token for token in anchor.subtree if token.dep_ == "prep" and token.lower_ == "of"]
    return any(child.lower_ in ("them", "whom", "which", "those", "these") for of in right for child in of.children)
