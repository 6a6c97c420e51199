"""What the words around a name say of its kind: how many votes they give to a person, an organisation, a place."""

from typing import Any

from workbench.extract.namewords import contexts, name_nouns
from workbench.extract.wordlists import firms, is_human, person_nouns, places, roles, verbs

_PLACE_PREPOSITIONS = {
    **{"in": 1.5, "near": 1.5, "across": 1.0, "throughout": 1.0, "outside": 1.0, "around": 0.5, "off": 0.5},
    **{"into": 0.5, "from": 0.5, "to": 0.5, "at": 0.5, "between": 0.5},
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SURE = 1.5  # votes that make a name of a lone English word
_OF_THINGS = frozenset(
    ["be", "take", "cost", "make", "mean", "hit", "kill", "cause", "include", "seem", "appear", "happen", "look"]
)


def cast_vote(votes: dict[str, float], doc: Any, first: int, last: int) -> None:
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
        said = before.lower_ == "to" and first > 1 and doc[first - 2].lower_ == "according"
        votes["place"] += 0.0 if said else _PLACE_PREPOSITIONS.get(before.lower_, 0.0)
        if before.lower_ == "of" and first > 1 and doc[first - 2].lower_ in name_nouns("place"):
            votes["place"] += 2.0
        if before.lower_ == "of" and first > 1 and contexts("possessed").get(doc[first - 2].lower_) == "place":
            votes["place"] += 1.0
        if before.text == "," and first > 1:
            votes["place"] += 1.0 * (doc[first - 2].text in places()) + _SURE * _is_road(doc[first - 2])
            votes["organisation"] += 2.0 * _says(doc[first - 2], "organisation")
        votes["person"] += 1.0 * (last - first > 1 and _is_role(before))
    if head.dep_ == "compound" and head.head.i >= last and head.head.i - last < 4:
        votes["organisation"] += 2.0 * _says(head.head, "organisation")
        votes["place"] += 2.0 * _says(head.head, "place")
    if after is not None and after.text == ",":
        follows = [token.lower_ for token in doc[last + 1 : last + 7]]
        votes["person"] += 1.5 * (follows[:1] == ["who"] or (follows[:1] != [] and follows[0].isdigit()))
        votes["place"] += 1.0 * (last + 1 < len(doc) and doc[last + 1].text in places())
        votes["organisation"] += 1.0 * (follows[:1] == ["which"])
        appositive = follows[: follows.index(",")] if "," in follows else follows
        votes["organisation"] += 1.5 * (
            appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & name_nouns("organisation"))
        )
        votes["person"] += 1.5 * (appositive[:1] in (["a"], ["an"], ["the"]) and bool(set(appositive) & set(roles())))
    if head.dep_ in _SUBJECTS and (before is None or before.pos_ != "DET"):
        votes["person"] += 1.0 * (head.head.lemma_.casefold() in verbs())
        votes["organisation"] += (2.5 if last - first > 1 else 0.5) * speaks_of_itself(head.head)
    if head.dep_ == "pobj" and head.head.lower_ == "at":
        votes["organisation"] += 2.0 * (_is_role(head.head.head) or is_human(head.head.head.text))
    if head.dep_ == "pobj" and head.head.lower_ in ("with", "by", "against"):
        votes["person"] += 1.5 if head.head.lower_ == "with" and head.head.head.lower_ in contexts("party") else 0.25
    _vote_by_context(votes, doc, head, after)


def _is_road(token: Any) -> bool:
    """Whether a word is the last of a name of a road, a valley and the like."""
    near = token.lower_ in name_nouns("place-close") or token.lower_ in name_nouns("place-close-weak")
    return bool(near and token.text[0].isupper())


def _is_role(token: Any) -> bool:
    """Whether a word in small letters is a noun for a person, and none for a body: the harbourmaster."""
    return bool(token.pos_ == "NOUN" and token.lower_ in person_nouns() and not _says(token, "organisation"))


def speaks_of_itself(verb: Any) -> bool:
    """Whether who speaks is "it" in what is said: Arven said it would pay, Arven apologised for its delay."""
    if verb.lemma_.casefold() not in verbs():
        return False
    said = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    own = (each for clause in said for each in clause.children if each.dep_ in _SUBJECTS and each.lower_ == "it")
    return any(each.i - verb.i < 3 and _is_deed(each.head) for each in own)


def _is_deed(verb: Any) -> bool:
    """Whether a verb with its object says what bodies do, and plans and storms do not: it would pay a fine."""
    return verb.lemma_ not in _OF_THINGS and any(child.dep_ in ("dobj", "xcomp") for child in verb.children)


def _vote_by_context(votes: dict[str, float], doc: Any, head: Any, after: Any) -> None:
    """What the bearer has and does, and the noun behind the name, say of its kind."""
    if head.dep_ == "poss" and (sort := contexts("possessed").get(head.head.lower_)):
        votes[sort] += 1.5
    if head.dep_ in _SUBJECTS and (sort := contexts("subject").get(head.head.lemma_.casefold())):
        votes[sort] += 1.5
    if after is not None and (sort := contexts("behind").get(after.lower_)):
        votes[sort] += 1.5
    if head.dep_ == "pobj" and head.head.lower_ == "in" and (sort := contexts("in").get(head.head.head.lower_)):
        votes[sort] += 2.5


def _says(token: Any, sort: str) -> bool:
    if sort == "organisation" and token.lower_ in firms():
        return True  # carmaker
    return token.text[0].islower() and (token.lower_ in name_nouns(sort) or token.lemma_ in name_nouns(sort))
