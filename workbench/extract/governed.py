"""What a cue of speech governs in the parse: a clause, an infinitive, or a phrase that its verb takes."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from workbench.extract import cues as cue_finder
from workbench.extract import said_things
from workbench.extract.cues import Cue
from workbench.extract.medium import WORDS
from workbench.extract.set_off import begins_clause
from workbench.extract.subjects import PAPERS, verb_above

_NOT_SPEECH = frozenset({"finding", "belief"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_OF_NOUNS = frozenset({"acl", "relcl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_MISPLACED = frozenset({"relcl", "acl", "advcl", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn"})
_NEAR = 12  # words between a verb and the clause that belongs to it
_SUPPOSED = frozenset({"if", "unless", "whether"})
_REFUSALS = frozenset({"decline", "refuse"})
_SAYING = frozenset({"say", "tell", "disclose", "reveal", "explain", "specify"})
_ASKED = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})


def content(cue: Cue) -> Iterator[tuple[int, int, bool]]:
    """What a cue governs, as tokens [first, last), and whether it is a clause: the best reading first."""
    token, takes = cue.token, cue.verb.takes
    if takes & _NOT_SPEECH or (token.dep_ == "relcl" and token.head.lemma_ in WORDS) or _is_unsaid(token):
        return
    if cue.is_noun:
        clauses = [(child.left_edge.i, child.right_edge.i + 1) for child in token.children if _is_that_clause(child)]
    elif cue.is_phrase:
        clauses = list(_sentence_of(cue))
    else:
        clauses = (
            list(_clauses(token, takes))
            or list(_around_cue(token, takes))
            or list(_sentence_before(token, takes))
            or list(_clause_behind(token, takes))
        )
    yield from ((first, last, True) for first, last in clauses)
    gerund = token.tag_ == "VBG" and token.dep_ == "xcomp" and cue_finder.reporting_verb(token.head) is None
    if gerund and not clauses:
        return  # likes talking about it
    if not cue.is_noun and not cue.is_phrase and (" " in cue.verb.lemma or not _has_particle(token)):
        yield from ((first, last, False) for first, last in said_things.find(cue))


def _is_unsaid(verb: Any) -> bool:
    """Whether somebody does not say whether, how or why: that is nothing said."""
    if any(child.lower_ in _SUPPOSED and child.dep_ == "mark" for child in verb.lefts) and verb.tag_ != "VBD":
        return True  # if the mayor says the dam is safe, ...
    if any(child.lower_ == "never" for child in verb.lefts):
        return True  # the mayor never said the dam was safe
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSALS
    if verb.lemma_ not in _SAYING or not (refused or any(child.dep_ == "neg" for child in verb.children)):
        return False
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return any(child.left_edge.lower_ in _ASKED for child in clauses)


def _clauses(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The clauses and infinitives that a verb governs."""
    for_noun = token.tag_ == "NNS"  # a verb that the parse takes for a noun
    below = [child for child in token.children if child.dep_ in _CLAUSES or (for_noun and child.dep_ in _OF_NOUNS)]
    both = len(below) > 1 and has_clause_behind(token)
    for child in below:
        if child.dep_ == "ccomp" and ((both and child.i < token.i) or _is_of_paper(child)):
            continue  # Ana Ruiz of Leeds, whose son was hurt, said it was late: the parse makes a clause of who speaks
        if child.i < token.i and _is_other_statement(child, token):
            continue
        relayed = child.i < token.i and token.lemma_ == "report" and cue_finder.reporting_verb(child) is not None
        if relayed:
            continue  # "X said so, the agency reported": the agency is but the medium
        if child.dep_ != "xcomp" and ("clause" in takes or "whether" in takes):
            yield child.left_edge.i, max(_and_that(token, child), _and_would(token, child))
    for child in below:
        gerund = child.tag_ == "VBG" or (child.tag_ == "VBN" and any(each.lower_ == "having" for each in child.lefts))
        if child.dep_ == "xcomp" and gerund and child.i > token.i and takes & {"clause", "object"}:
            yield child.left_edge.i, child.right_edge.i + 1  # (denied) taking bribes
        if child.tag_ == "VB" and "infinitive" in takes and child.dep_ in _CLAUSES:
            starts = [each.left_edge.i for each in token.children if each.dep_ in _OBJECTS]
            yield max(min([child.left_edge.i, *starts]), token.i + 1), child.right_edge.i + 1


def _is_other_statement(clause: Any, verb: Any) -> bool:
    """Whether a semicolon parts a clause from who speaks behind it: Police counted 20; (the union) said it was more."""
    own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS and child.i > clause.i), None)
    start = own.left_edge.i if own is not None else 0
    return start > 0 and bool(verb.doc[start - 1].text == ";")


def _is_of_paper(clause: Any) -> bool:
    """Whether a participle only says what became of a statement: (said in a statement) read out on air."""
    return bool(clause.tag_ == "VBN" and clause.n_lefts == 0 and clause.i and clause.nbor(-1).lemma_ in PAPERS)


def has_clause_behind(verb: Any) -> bool:
    """Whether a verb of saying without a subject has a clause before it, and its content behind it."""
    kinds = [child.dep_ for child in verb.children]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") and kinds.count("ccomp") > 1 and "nsubj" not in kinds
    places = [child.i - verb.i for child in verb.children if child.dep_ == "ccomp"]
    return bool(finite and min(places) < 0 < max(places))


def _around_cue(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The statement into which a cue with who speaks is set: the bridge, Ana Ruiz said, would stay closed."""
    if token.dep_ != "parataxis" or "clause" not in takes:
        return
    doc, own = token.doc, next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    if own is None:
        return
    before, last = own.left_edge.i - 1, token.right_edge.i
    after = last if doc[last].text == "," else last + 1
    set_off = before > 0 and after < len(doc) and doc[before].text == "," == doc[after].text
    head = token.head if token.head.pos_ in ("VERB", "AUX") else verb_above(token.head)
    if set_off and head is not None and head.left_edge.i < before and after < head.right_edge.i:
        yield head.left_edge.i, head.right_edge.i + 1


def _and_that(verb: Any, clause: Any) -> int:
    """Where a clause ends, with the one behind it, wherever the parse hangs it: (said) "we are well" and that ..."""
    doc, end = verb.doc, int(clause.right_edge.i + 1)
    if clause.i < verb.i:
        return end
    at = end
    while at < len(doc) and (doc[at].is_punct or doc[at].pos_ == "CCONJ"):
        at += 1
    joined = at < len(doc) and doc[at].lower_ == "that" and doc[at].dep_ == "mark" and doc[at - 1].pos_ == "CCONJ"
    head = doc[at].head if joined else clause
    return int(head.right_edge.i + 1) if joined and head.left_edge.i == at else end


def _and_would(verb: Any, clause: Any) -> int:
    """Where a clause ends, with what is joined to it and is of its time: (insisted) they had won and would appeal."""
    end = int(clause.right_edge.i + 1)
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or clause.i < verb.i:
        return end
    for child in verb.rights[bisect_right(verb.rights, clause.i, key=lambda each: each.i) :]:
        start = child.left_edge.i
        if start - end > 2:  # a verb can have thousands
            break
        joined = child.dep_ == "conj" and all(each.text == "," or each.pos_ == "CCONJ" for each in verb.doc[end:start])
        set_apart = any(each.text == "," for each in verb.doc[end - 1 : start])
        if joined and _is_reported(verb, child, set_apart=set_apart):
            return int(child.right_edge.i + 1)
    return end


def _is_reported(verb: Any, joined: Any, *, set_apart: bool) -> bool:
    """Whether the tense of a verb joined to a cue shows that it is told too: (said it failed,) but staff would stay."""
    below = joined.lefts
    own = any(each.dep_ in ("nsubj", "nsubjpass", "expl") for each in below)
    modal = any(each.tag_ == "MD" for each in below)
    past = verb.tag_ == "VBD" and own and any(each.lower_ == "had" and each.dep_ == "aux" for each in below)
    speaks = cue_finder.reporting_verb(joined) is not None and any(each.dep_ == "ccomp" for each in joined.rights)
    if speaks or not (modal or past):
        return False
    if own:
        return True
    would = any(each.lower_ == "would" for each in below)
    return would and not (set_apart and any(each.dep_ == "neg" for each in below))  # but would not give details


def _sentence_before(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The statement before a cue that the parse only sets beside it: the pumps were mended, Ana Ruiz told reporters."""
    head = token.head
    if token.dep_ not in ("conj", "parataxis") or "clause" not in takes or head.i > token.i:
        return
    own = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    if own is None:
        return
    start = own.left_edge.i
    beside = token.doc[start - 1].text == "," and not any(child.dep_ == "cc" for child in head.children)
    says_more = any(child.dep_ in ("ccomp", "xcomp", "attr") for child in token.children)
    if beside and not says_more and head.pos_ in ("VERB", "AUX") and cue_finder.reporting_verb(head) is None:
        yield head.left_edge.i, start - 1


def _clause_behind(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The clause that the parse hangs on a word between: (told) a crowd of fans that it was late."""
    if "clause" not in takes or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or token.dep_ == "relcl":
        return
    words = token.doc.words
    for word in words[token.i + 1 : token.i + 1 + _NEAR]:
        if word.is_sent_start or word.text in (",", ":", ";", '"'):
            return
        if word.lower_ == "that" and word.dep_ in ("mark", "advmod") and word.head.i > word.i:
            clause, above = word.head, word.head.head
            told = above.dep_ == "pobj" or (above.dep_ == "dobj" and token.lemma_ in _TELLING) or above.pos_ != "NOUN"
            if told and clause.dep_ in _MISPLACED and any(each.dep_ in _SUBJECTS for each in clause.lefts):
                yield word.i, clause.right_edge.i + 1
            return
        if word.pos_ in ("VERB", "AUX"):
            return


def _has_particle(verb: Any) -> bool:
    """Whether a particle makes another verb of it, one that does something to its object: (called) off the match."""
    return any(child.dep_ == "prt" for child in verb.children)


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
        closed = end < sentence.end and cue.token.doc[end].text == ","
        inside = closed and (sentence.root.i > end or begins_clause(cue.token.doc.words[end + 1 : sentence.end]))
        yield sentence.start, sentence.end if inside else cue.token.i
    else:
        end -= cue.token.doc[end - 1].text == ","
        while end < sentence.end and cue.token.doc[end].text != "," and end < cue.token.i + 14:
            end += 1
        yield end, sentence.end
