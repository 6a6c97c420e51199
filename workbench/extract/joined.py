"""Several who speak as one: Ana Ruiz and Tom Bell said; the doctor, the nurses and their union said."""

from typing import Any

_MOST = 4  # others beside the first
_FAR = 30  # tokens from the first to the last
_AND = frozenset({"and", "&"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTING = frozenset({";", ":", '"', "(", ")"})


def others(token: Any) -> list[Any]:
    """The tokens that head who else does what a noun does, in order; empty where the parse may be led astray."""
    found: list[Any] = []
    if token.tag_ == "NNS" and not any(child.dep_ == "conj" for child in token.rights):  # his lawyers Ana Ruiz and Bell
        token = next((child for child in token.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), token)
    at = token
    while len(found) <= _MOST:
        after = next((child for child in at.rights if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN")), None)
        if after is None:
            break
        found.append(after)
        at = after
    if not found or len(found) > _MOST or not _is_one_phrase(token, found[-1]):
        return []
    return found


def _is_one_phrase(token: Any, last: Any) -> bool:
    """Whether nothing but names, nouns and what is set off beside them stands from a noun to the last one joined to it.

    "The bridge is safe, said Ana Ruiz and Tom Bell agreed" has two clauses.
    """
    doc = token.doc.words
    first = last.left_edge.i
    if last.i - token.i > _FAR or doc[first - 1].lower_ not in _AND:
        return False
    if any(word.tag_ in _FINITE or word.text in _PARTING for word in doc[token.i + 1 : first]):
        return False
    end = last.right_edge.i + 1
    inverted = token.head.i < token.i and token.head.pos_ in ("VERB", "AUX")
    return not (inverted and (doc[first - 2].text == "," or (end < len(doc) and doc[end].tag_ in _FINITE)))


def names(each: list[str]) -> str:
    """Several names as one: "Ana Ruiz, Tom Bell and Unison".

    >>> names(["Ana Ruiz", "Tom Bell", "Unison"])
    'Ana Ruiz, Tom Bell and Unison'
    """
    return f"{', '.join(each[:-1])} and {each[-1]}"
