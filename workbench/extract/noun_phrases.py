"""The noun phrase that a token heads: the head of the union, of "the head of the union, which represents guards"."""

from itertools import islice
from typing import Any

_PREPOSITIONS = frozenset(["of", "for", "from", "at", "with", "in"])
_LONGEST = 10  # words in what follows a noun and belongs to its phrase
_ARTICLES = frozenset(["a", "an", "the", "another", "one"])


def phrase(token: Any) -> tuple[int, int]:
    """The tokens of the noun phrase that a token heads, without appositions and clauses: first, and after the last."""
    doc = token.doc.words
    first = token.left_edge.i
    while first < token.i and (doc[first].is_punct or doc[first].pos_ in ("CCONJ", "SCONJ", "ADV", "INTJ")):
        first += 1
    if first < token.i and doc[first].lower_ == "both":
        first += 1
    for at in range(token.i - 1, first - 1, -1):  # the parse of odd sentences puts whole clauses to the left of a noun
        if (doc[at].pos_ in ("VERB", "AUX") and not _in_compound(doc, at)) or doc[at].text in ',;:"':
            first = at + 1
            break
    last = token.i + 1
    while last + 1 < len(doc) and doc[last].text == "-" and not doc[last].whitespace_ and not doc[last - 1].whitespace_:
        last += 2
    for child in token.rights:
        if child.left_edge.i != last:
            break
        if not _belongs(child):
            return first, _cut(child, last)
        last = child.right_edge.i + 1
    return first, last


def _cut(child: Any, last: int) -> int:
    """Where "of the union", of the union that represents guards, ends: before what is said of the union."""
    if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS:
        return last
    noun = next((each for each in child.children if each.dep_ == "pobj"), None)
    if noun is None or noun.left_edge.i != child.i + 1 or noun.i - child.i > _LONGEST // 2:
        return last
    before = child.doc.words[child.i + 1 : noun.i]
    return last if any(each.pos_ == "VERB" or each.is_punct for each in before) else int(noun.i + 1)


def _in_compound(doc: Any, at: int) -> bool:
    """Whether a word is the last of a compound with a hyphen: Lima-born, prize-winning."""
    return at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_


def _belongs(child: Any) -> bool:
    """Whether what hangs on a noun is part of its name or description: (the head) of the union."""
    if child.dep_ == "flat":
        return True
    if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS:
        return False
    subtree = list(islice(child.subtree, _LONGEST + 1))
    return len(subtree) <= _LONGEST and not any(each.pos_ == "VERB" or each.text in ',;:"()' for each in subtree)


def bare(surface: str) -> str:
    """A description without its article, on one line."""
    words = surface.split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return " ".join(words).strip(" ,;:")
