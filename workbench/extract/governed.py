"""What a cue of speech governs in the parse: a clause, an infinitive, or a phrase that its verb takes."""

from collections.abc import Iterator
from typing import Any

from workbench.extract import cues as cue_finder
from workbench.extract.cues import Cue
from workbench.extract.medium import WORDS

_NOT_SPEECH = frozenset({"finding", "belief"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})


def content(cue: Cue) -> Iterator[tuple[int, int, bool]]:
    """What a cue governs, as tokens [first, last), and whether it is a clause: the best reading first."""
    token, takes = cue.token, cue.verb.takes
    if takes & _NOT_SPEECH or (token.dep_ == "relcl" and token.head.lemma_ in WORDS):
        return
    if cue.is_noun:
        clauses = [(child.left_edge.i, child.right_edge.i + 1) for child in token.children if _is_that_clause(child)]
    elif cue.is_phrase:
        clauses = list(_sentence_of(cue))
    else:
        clauses = list(_clauses(token, takes)) or list(_sentence_before(token, takes))
    yield from ((first, last, True) for first, last in clauses)
    if not cue.is_noun and not cue.is_phrase and not _has_particle(token):
        yield from ((first, last, False) for first, last in _objects(token, takes))


def _clauses(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The clauses and infinitives that a verb governs."""
    for child in token.children:
        relayed = child.i < token.i and token.lemma_ == "report" and cue_finder.reporting_verb(child) is not None
        if relayed:
            continue  # "X said so, the agency reported": the agency is but the medium
        if child.dep_ == "ccomp" and takes & {"clause", "whether"}:
            yield child.left_edge.i, child.right_edge.i + 1
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp") and "infinitive" in takes and child.tag_ == "VB":
            starts = [each.left_edge.i for each in token.children if each.dep_ in _OBJECTS]
            yield max(min([child.left_edge.i, *starts]), token.i + 1), child.right_edge.i + 1


def _sentence_before(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The statement before a cue that the parse only sets beside it: the pumps were mended, Ana Ruiz told reporters."""
    own = next((child for child in token.children if child.dep_ == "nsubj" and child.i < token.i), None)
    head = token.head
    if own is None or "clause" not in takes or token.dep_ not in ("conj", "parataxis") or head.i > token.i:
        return
    start = own.left_edge.i
    beside = token.doc[start - 1].text == "," and not any(child.dep_ == "cc" for child in head.children)
    says_more = any(child.dep_ in ("ccomp", "xcomp", "attr") for child in token.children)
    if beside and not says_more and head.pos_ in ("VERB", "AUX") and cue_finder.reporting_verb(head) is None:
        yield head.left_edge.i, start - 1


def _has_particle(verb: Any) -> bool:
    """Whether a particle makes another verb of it, one that does something to its object: (called) off the match."""
    return any(child.dep_ == "prt" for child in verb.children)


def _objects(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The phrases that a verb governs: (described) the talks as useful, (warned of) a storm, (confirmed) the date."""
    objects = [child for child in token.children if child.dep_ in _OBJECTS and child.i > token.i]
    for prep in token.children:
        if prep.dep_ != "prep" or prep.i < token.i or prep.lower_ not in takes:
            continue
        if prep.lower_ == "as":
            behind = [child for child in prep.children if child.dep_ == "pobj"][1:]
            if behind and not objects:  # (dismissed) as "nonsense" a report that ...
                yield behind[0].left_edge.i, behind[0].right_edge.i + 1
            if objects:
                yield min(objects[0].left_edge.i, prep.i), max(prep.right_edge.i, objects[0].right_edge.i) + 1
            continue
        if prep.lower_ == "at":
            if objects and any(each.like_num for each in prep.subtree):  # put the toll at 21
                yield objects[0].left_edge.i, prep.right_edge.i + 1
            continue
        below = next((each for each in prep.children if each.dep_ in ("pobj", "pcomp")), None)
        if below is not None:
            asked = next((each for each in token.children if each.dep_ == "xcomp" and _follows(below, each)), below)
            yield below.left_edge.i, asked.right_edge.i + 1
    real = not any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in token.children)
    if "object" in takes and real and objects and objects[0].pos_ not in ("PRON", "PROPN"):
        yield objects[0].left_edge.i, objects[0].right_edge.i + 1


def _follows(noun: Any, infinitive: Any) -> bool:
    """Whether an infinitive says what somebody is asked to do: (called on) fans to stay away."""
    return bool(infinitive.tag_ == "VB" and infinitive.left_edge.i == noun.right_edge.i + 1)


def _is_that_clause(token: Any) -> bool:
    return token.dep_ in ("acl", "ccomp") and any(
        child.dep_ == "mark" and child.lower_ == "that" for child in token.children
    )


def _sentence_of(cue: Cue) -> Iterator[tuple[int, int]]:
    """The sentence that "according to" attributes, which stands before it or behind it."""
    sentence = cue.token.sent
    to = cue.token.nbor()
    end = to.right_edge.i + 1
    before = [token for token in cue.token.doc[sentence.start : cue.token.i] if not token.is_punct]
    if before:
        yield sentence.start, cue.token.i
    else:
        while end < sentence.end and cue.token.doc[end].text != "," and end < cue.token.i + 14:
            end += 1
        yield end, sentence.end
