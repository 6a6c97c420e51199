"""The climb from a figure to the verb that governs it, and what is met on the way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import nearby, words
from workbench.compare.governor import MOST, Governor, few, phrase

if TYPE_CHECKING:
    Token: TypeAlias = Any

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_BELOW_VERB = (*_SUBJECT, "dobj", "attr", "acomp", "oprd", "dative", "ccomp")
_HELPING = ("aux", "auxpass")
_PART = ("including", "include", "includes", "included")
_BESIDE = ("along", "together", "besides", "alongside", "plus")
_CLAUSE = ("acl", "relcl")
_WITH = ("with", "after", "amid", "as", "among")  # what comes along with a size is not of that size
#: Verbs that a number is the end of: "passengers reached 3 million" tells of no arrival.
_REACHING = frozenset({"reach", "come", "hit", "pass", "top"})
#: Verbs that link a thing with a sum and say what the sum is as well.
_COSTING = frozenset({"cost"})
_RAISING = frozenset({"expect", "forecast", "set", "predict", "project", "estimate", "appear", "seem", "continue"})
_WITHIN = ("in", "during", "after", "from", "amid")
_STEPS = 40  # no sentence that people write takes as many
_LIST = ("NOUN", "PROPN", "NUM", "ADJ", "DET", "CCONJ", "PUNCT", "ADV", "ADP", "PART", "SYM")


def govern(anchor: "Token", inside: set[int], *, lasting: bool = False, counts: bool = True) -> Governor:
    """Climb from the figure to its verb, and note on the way what is said of those counted.

    `lasting` figures measure a time: what goes on meanwhile ("while they talked") is part of what is measured. A figure
    that `counts` stands with the noun counted, any other with its unit.
    """
    found = Governor()
    node: Any = anchor
    seen: set[int] = set()
    while node is not None and node.i not in seen and len(seen) < _STEPS:
        seen.add(node.i)
        _own(node, found, inside)
        above = node.head
        if above is node or (node.pos_ in ("VERB", "AUX") and node.i not in inside):
            break
        if node.dep_ == "pobj":
            node = _preposition(node, above, found, lasting=lasting)
            continue
        if node.dep_ == "conj" and node.i not in inside and _other(anchor) and _named(above):
            _besides(above, found)
        if node.dep_ in _BELOW_VERB or above.pos_ in ("VERB", "AUX"):
            helps = above.dep_ in _HELPING and node.dep_ in _SUBJECT  # "31 are missing", read as "31 are" of "missing"
            _verb(above.head if helps else above, node, found, lasting=lasting)
            break
        if above.pos_ == "NOUN":
            of_unit = not counts and node is anchor and not _has_unit(anchor, inside)
            found.about(_whose(above) if of_unit else above)
        elif above.pos_ == "ADJ" and above.tag_ != "JJR":  # "40 more people" says nothing of what they did
            found.act(above)
        node = above
    if lasting and found.verb is not None:
        for token in (found.verb, *few(found.verb.subtree)):
            if token.dep_ == "advcl" and any(one.lower_ in ("while", "as", "when", "before") for one in token.children):
                found.act(token)
            elif token.dep_ == "xcomp" and token.head is found.verb and token.head.lemma_ == "take":
                found.act(token)  # "took nine days to agree"
    found.part = found.part or _listed(anchor)
    nearby.among(anchor, found)
    nearby.read(anchor, found)
    return found


def _own(node: "Token", found: Governor, inside: set[int]) -> None:
    """What the noun itself says: its clauses ("people who were hurt"), "remaining", "other"."""
    if node.i not in inside and node.pos_ in ("NOUN", "PROPN") and found.head is None:
        found.head = node.lemma_.lower()
    found.where(node)
    for child in node.children:
        if child.dep_ in _CLAUSE and child.pos_ in ("VERB", "AUX"):
            found.act(child)
            _place(child, found)
            for done in child.children:
                if done.dep_ == "dobj" and words.names_act(words.lemma(done)):
                    found.act(done)
        elif child.dep_ in ("acl", "amod") and child.i > node.i and words.names_act(words.lemma(child)):
            found.act(child)  # "the 42 people still missing"
        elif child.dep_ == "amod" and child.i < node.i and words.befell(child.lower_):
            found.act(child)  # "40 damaged homes"
    found.rest = found.rest or any(one.lower_ in ("remaining", "rest") for one in (node, *node.children))


def _has_unit(anchor: "Token", inside: set[int]) -> bool:
    """Whether the unit stands before the number, so that what follows is no unit: "the $4m deal"."""
    first = min(inside, default=anchor.i)
    return first > anchor.sent.start and anchor.doc[first - 1].tag_ in ("$", "SYM")


def _whose(unit: "Token") -> "Token | None":
    """What a unit is of: "34 percent of the vote", "5 million euros in aid"."""
    of = (
        child
        for prep in unit.children
        if prep.lower_ in ("of", "in")
        for child in prep.children
        if child.dep_ == "pobj"
    )
    vain = words.lemmas("sessions") | words.lemmas("bases")
    return next((noun for noun in of if noun.pos_ == "NOUN" and noun.lemma_ not in vain), None)


def _preposition(node: "Token", prep: "Token", found: Governor, *, lasting: bool = False) -> "Token | None":
    """Climb over a preposition; None where the climb ends."""
    word, above = prep.lower_, nearby.put(prep)
    if word in _PART:
        found.part = True
    if above.lower_ in _BESIDE or (word == "with" and any(child.lower_ in _BESIDE for child in prep.children)):
        subject = next((one for one in _verb_above(prep).children if one.dep_ in _SUBJECT), None)
        if subject is not None and _other(node) and _named(subject):
            _besides(subject, found)
    if above.pos_ in ("VERB", "AUX"):
        sizes = words.lemmas("sizing") | words.lemmas("putting")
        if word in ("to", "at", "by", "from", "above", "past", "for") and above.lemma_ in sizes:
            _measured(above, found, objects=True)
            found.later = word == "to" and "rise" in words.acts(words.lemma(above))
        _verb(above, node, found, shares=word in _PART, sized=word not in _WITH, lasting=lasting)
        return None
    if word == "of" and (above.like_num or above.pos_ == "NUM"):
        found.whole = True  # "12 of the 40 passengers died": the 40 did not
        return None
    if above.pos_ == "NOUN":
        found.about(above)
        if word == "with":
            return None  # "a firm with 300 employees lost $2m": what the firm does is not said of them
    if word == "of" and words.names_act(words.lemma(above)):
        found.act(above)
        return None
    if above.pos_ == "NOUN" and above.lemma_ not in words.lemmas("carrying") | words.lemmas("groups"):
        found.far = True
    return above if above is not prep else None


def _verb(
    verb: "Token", node: "Token", found: Governor, *, shares: bool = False, sized: bool = True, lasting: bool = False
) -> None:
    """Note the governing verb as the act; through a light verb, what it links the figure with."""
    lemma = words.lemma(verb)
    found.verb, found.role = verb, node.dep_
    if lemma == "include":
        found.part = True
        _measured(verb, found)
        return
    if sized and lemma in words.lemmas("sizing") and node.dep_ not in _SUBJECT:
        _measured(verb, found)
    named = found.acts or not words.names_act(lemma) or (node.dep_ not in _SUBJECT and lemma in _REACHING)
    sizing = lemma in words.lemmas("sizing") and named
    if lemma not in words.lemmas("carrying") and (not sizing or _moves(lemma, node) or lemma in _COSTING):
        found.act(verb)
    _place(verb, found)
    found.where(verb)
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "advmod") and child.lower_ in ("dead", "alive", "missing"):
            found.act(child)  # "shot dead", "found alive"
        elif child.dep_ in ("acomp", "oprd") and lemma in words.lemmas("turning") and words.befell(child.lower_):
            found.acts -= words.acts(lemma)
            found.act(child)  # "fell ill", "were left homeless"
    if lemma in words.lemmas("bearing") or (lasting and verb.lemma_ in words.lemmas("goingon")):
        found.about(next((one for one in _subjects(verb) if one.pos_ == "NOUN" or one.tag_ == "VBG"), None))
    if node.dep_ not in _SUBJECT:
        subjects = [child for child in verb.children if child.dep_ in _SUBJECT]
        found.agents |= {words.name(one.text) for child in subjects for one in _phrase_names(child)}
    if shares or node.dep_ in _SUBJECT:
        for other in _shared(verb):
            found.act(other)
            _place(other, found)


def _moves(lemma: str, node: "Token") -> bool:
    """Whether a verb says that something has risen or fallen by so much: "fallen 5%", "by 5%", not "to 5%"."""
    by = node.dep_ in ("dobj", "npadvmod", "advmod") or (node.dep_ == "pobj" and node.head.lower_ == "by")
    return by and not words.acts(lemma).isdisjoint(("rise", "fall"))


def _subjects(verb: "Token") -> list["Token"]:
    """The subjects of a verb: its own, "is expected to rise" that of the verb above, "which will last" the noun."""
    own = [child for child in verb.children if child.dep_ in _SUBJECT]
    if own and own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return [verb.head]
    if not own and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _RAISING:
        return [child for child in verb.head.children if child.dep_ in _SUBJECT]
    return own


def _phrase_names(token: "Token") -> Iterator["Token"]:
    return (one for one in (token, *phrase(token)) if one.pos_ == "PROPN")


def _shared(verb: "Token") -> Iterator["Token"]:
    """What else a verb's subject does or suffers: "had to be moved", "fled and hid", "slept after being moved"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "conj") and child.pos_ in ("VERB", "AUX"):
            helping = (one for each in child.children if each.dep_ in _HELPING for one in each.children)
            if not any(one.dep_ in _SUBJECT for one in (*child.children, *helping)):
                yield child
        elif child.dep_ == "prep":
            yield from (one for one in child.children if one.dep_ == "pcomp" and one.pos_ in ("VERB", "AUX"))
        elif child.dep_ in ("dobj", "acomp") and words.names_act(words.lemma(child)):
            yield child


def _place(verb: "Token", found: Governor) -> None:
    """What "be" says by a noun or adjective: those who "were at the meeting", "were without power", "were dead"."""
    if verb.lemma_ not in ("be", "remain", "stay"):
        return
    for child in verb.children:
        if child.dep_ == "acomp" or (child.dep_ in ("advmod", "prt") and words.names_act(child.lower_)):
            found.act(child)
        elif child.dep_ == "prep" and child.lower_ in ("at", "in", "on", "for", "without", "under", "inside", "aboard"):
            nouns = {one.lemma_.lower() for one in child.children if one.pos_ == "NOUN"}
            if child.lower_ == "on" and nearby.on_board(verb.doc, child.i):
                found.acts |= words.acts("aboard")
                continue
            found.acts |= {act for noun in nouns - words.lemmas("empty") for act in words.acts(noun)}


def _measured(verb: "Token", found: Governor, *, objects: bool = False) -> None:
    """What a sizing verb measures, with its clauses and what follows "of".

    Its subject, or with `objects` what is "put at" or "raised to" the number.
    """
    put = objects and [one for one in verb.children if one.dep_ == "dobj" and one.pos_ == "NOUN"]
    for child in put or _subjects(verb):
        below = (child,) if child.i < verb.i and verb.dep_ == "relcl" and child is verb.head else few(child.subtree)
        for token in below:
            first = token.pos_ == "PROPN" and token.i == token.sent.start
            named = words.names_act(words.lemma(token)) and (first or token.pos_ in ("NOUN", "VERB", "ADJ"))
            if named and not _where(token, child):
                found.act(token)
        if child.pos_ == "NOUN" or (child.pos_ == "PROPN" and child.i == child.sent.start):
            found.head = found.head or words.lemma(nearby.numbered(child))
            found.about(child)


def _where(token: "Token", top: "Token") -> bool:
    """Whether a noun only says where those counted were: "the number of deaths in the outbreak", "in the fire"."""
    for above in (token, *few(token.ancestors)):
        if above is top:
            return False
        if above.dep_ == "pobj" and above.head.lower_ in _WITHIN:
            return any(words.names_act(words.lemma(one)) for one in few(above.head.ancestors) if one.pos_ == "NOUN")
    return False


def _named(token: "Token") -> bool:
    """Whether a name stands among what is joined: "Smith, Jones and 30 others"."""
    return any(one.pos_ == "PROPN" for one in few(token.subtree) if one.i <= token.i)


def _verb_above(token: "Token") -> "Token":
    return next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), token.head)


def _besides(named: "Token", found: Governor) -> None:
    """Note "others" besides so many persons named: "Smith, Jones and 30 others"."""
    found.beside = True
    found.named = sum(one.pos_ == "PROPN" for one in (named, *named.conjuncts))


def _other(token: "Token") -> bool:
    noun = token if token.pos_ in ("NOUN", "PROPN") else token.head
    return any(one.lower_ in ("other", "others") for one in (noun, *noun.children, token, *token.children))


def _listed(anchor: "Token") -> bool:
    """Whether the figure stands in a list after "including", with nothing but nouns between; or before "of them"."""
    for token in reversed(anchor.doc[max(anchor.sent.start, anchor.i - MOST) : anchor.i]):
        if token.lower_ in _PART:
            return True
        if token.pos_ not in _LIST or (words.names_act(words.lemma(token)) and token.is_ancestor(anchor)):
            break
    after = [token for token in few(anchor.subtree) if token.dep_ == "prep" and token.lower_ == "of"]
    return any(
        child.lower_ in ("them", "whom", "which", "those", "these") or _known(child)
        for of in after
        for child in of.children
    )


def _known(noun: "Token") -> bool:
    """Whether a noun is of those told of before: "three of the dead", "two of its members"; no other number's."""
    if noun.dep_ != "pobj" or any(child.dep_ in ("nummod", "nmod") for child in noun.children):
        return False
    return any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "all") for child in noun.children)
