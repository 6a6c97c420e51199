"""The phrases that a verb of saying governs: what is described, warned of, confirmed, called something."""

from collections.abc import Iterator
from typing import Any

from workbench.extract.cues import Cue
from workbench.extract.wordlists import Verb, infinitive_nouns, is_human, report_nouns

_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_WAYS = frozenset({"into", "against", "onto", "through", "shut", "down", "open"})
_DESCRIBING = frozenset({"NOUN", "ADJ", "VERB"})
#: What joins a noun of saying or of an event to its content.
_ABOUT = frozenset({"of", "about", "against", "over", "that"})
#: What is said, besides the nouns that report it.
_HEARSAY = frozenset({"rumour", "rumor", "speculation", "criticism", "charge", "idea", "notion", "story"})
#: What is given for what: in exchange for, in return for.
#: Verbs of which a bare number is the content, beside those of claiming.
_COUNTING = frozenset({"estimate", "report", "insist"})
_PRICES = frozenset({"exchange", "return"})
#: On what terms somebody speaks, which is no part of what they say.
_TERMS = frozenset({"anonymity"})
#: Nouns that, set off by a comma, say when and not what: (confirmed) the date, a day after ...
_TIMES = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "time", "night", "morning", "evening", "afternoon"}
)


def find(cue: Cue) -> Iterator[tuple[int, int]]:
    """The phrases that a verb governs: (described) the talks as useful, (warned of) a storm, (confirmed) the date."""
    token, takes = cue.token, cue.verb.takes
    objects = [
        child for child in token.children if child.dep_ in _OBJECTS and child.i > token.i and not _is_empty(child)
    ]
    for prep in token.children:
        if prep.dep_ != "prep" or prep.i < token.i or prep.lower_ not in takes:
            continue
        if prep.lower_ == "as":
            behind = [child for child in prep.children if child.dep_ == "pobj"][1:]
            if behind and not objects:  # (dismissed) as "nonsense" a report that ...
                yield behind[0].left_edge.i, behind[0].right_edge.i + 1
            if objects:
                end = max(prep.right_edge.i, objects[0].right_edge.i) + 1
                yield min(objects[0].left_edge.i, prep.i), _and_like(token, prep, end)
            continue
        if prep.lower_ == "at":
            if objects and any(each.like_num for each in prep.subtree):  # put the toll at 21
                yield objects[0].left_edge.i, prep.right_edge.i + 1
            continue
        below = next((each for each in prep.children if each.dep_ in ("pobj", "pcomp")), None)
        if below is not None:
            asked = next((each for each in token.children if each.dep_ == "xcomp" and _follows(below, each)), below)
            yield below.left_edge.i, asked.right_edge.i + 1
    for prep in (each for noun in objects for each in noun.rights if each.lower_ in takes):
        deed = next((each for each in prep.children if each.dep_ == "pcomp"), None)
        if deed is not None:  # (accused) the unions of taking sides: the parse may hang "of" on the unions
            yield deed.left_edge.i, deed.right_edge.i + 1
    moved = cue.verb.stance == "criticises" and _is_moved(token, objects)
    real = not (moved or any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in token.children))
    if real and cue.verb.stance == "labels":
        yield from _called(objects)
    elif real and objects and objects[0].pos_ not in ("PRON", "PROPN") and _states(objects[0], cue.verb):
        yield objects[0].left_edge.i, _end_of(token, objects[0])


def _is_moved(verb: Any, objects: list[Any]) -> bool:
    """Whether something is thrown rather than somebody blamed: slamming a jet into a hill, blasted the door down."""
    behind = (child for each in (verb, *objects) for child in each.rights)
    return any(child.lower_ in _WAYS and child.dep_ in ("prep", "prt", "advmod") for child in behind)


def _is_empty(noun: Any) -> bool:
    """Whether an object is nothing said: (requested) anonymity, (admitted) as much."""
    return noun.lower_ in _TERMS or (noun.lower_ == "much" and any(each.lower_ == "as" for each in noun.lefts))


def _called(objects: list[Any]) -> Iterator[tuple[int, int]]:
    """What is called something, and what it is called: (called) the plan a raid on savers; no names."""
    named = next((each for each in objects if each.dep_ == "oprd" and each.pos_ in _DESCRIBING), None)
    if named is not None:
        first = objects[0] if objects[0].pos_ != "PRON" else named
        yield first.left_edge.i, named.right_edge.i + 1


def _states(noun: Any, verb: Verb) -> bool:
    """Whether an object says what was said: (denied) wrongdoing, but not (denied) the claim, which says only that.

    What is announced or confirmed is mostly done by it (three days of mourning): it is said where it tells of an event,
    as "the release of 12" does, or of a plan.
    """
    if noun.like_num and (verb.stance == "claims" or verb.lemma in _COUNTING):
        return True  # police counted 2,000, the organisers claimed (at least 10,000)
    told = any(
        child.dep_ in ("acl", "relcl", "ccomp", "xcomp") or (child.dep_ == "prep" and child.lower_ in _ABOUT)
        for child in noun.children
    )
    takes = verb.takes
    if is_human(noun.text) and not told:
        return False  # "...", stressed the minister; (criticised) the firm
    if "object" in takes:
        return told or verb.stance != "denies" or noun.lemma_.lower() not in {*report_nouns(), *_HEARSAY}
    definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an") for child in noun.children)
    return "event" in takes and told and (definite or any(child.dep_ in ("acl", "ccomp") for child in noun.children))


def _end_of(verb: Any, noun: Any) -> int:
    """Where an object ends, with the infinitive or the price behind it that the parse hangs on the verb.

    (stressed) the duty of the city to help; (confirmed) the end of the strike in return for a rise.
    """
    end = noun.right_edge.i + 1
    for child in verb.rights:
        start = child.left_edge.i
        beside = start == end or (start == end + 1 and verb.doc[end].text == ",")
        infinitive = child.tag_ == "VB" and verb.doc[start].lower_ == "to" and noun.lemma_ in infinitive_nouns()
        price = child.lower_ == "in" and any(below.lower_ in _PRICES for below in child.children)
        named = child.dep_ == "npadvmod" and child.lemma_ not in _TIMES and start > end and child.n_lefts
        if beside and (infinitive or price or named):
            end = child.right_edge.i + 1
    return int(end)


def _and_like(verb: Any, prep: Any, end: int) -> int:
    """Where "(described) the talks as useful and aimed at peace" ends: the parse hangs the second on the verb."""
    useful = any(child.pos_ == "ADJ" for child in prep.children)
    second = next((child for child in verb.rights if child.dep_ == "conj" and child.left_edge.i == end + 1), None)
    if useful and second is not None and second.tag_ in ("VBN", "JJ") and verb.doc[end].lower_ in ("and", "but"):
        return int(second.right_edge.i + 1)
    return end


def _follows(noun: Any, infinitive: Any) -> bool:
    """Whether an infinitive says what somebody is asked to do: (called on) fans to stay away."""
    return bool(infinitive.tag_ == "VB" and infinitive.left_edge.i == noun.right_edge.i + 1)
