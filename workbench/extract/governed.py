"""What a cue of speech governs in the parse: a clause, an infinitive, or a phrase that its verb takes."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from workbench.extract import cues as cue_finder
from workbench.extract.cues import Cue
from workbench.extract.medium import WORDS
from workbench.extract.subjects import PAPERS, verb_above
from workbench.extract.wordlists import Verb, infinitive_nouns, is_human, report_nouns

_NOT_SPEECH = frozenset({"finding", "belief"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_OF_NOUNS = frozenset({"acl", "relcl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
#: What joins a noun of saying or of an event to its content.
_ABOUT = frozenset({"of", "about", "against", "over", "that"})
#: What is said, besides the nouns that report it.
_HEARSAY = frozenset({"rumour", "rumor", "speculation", "criticism", "charge", "idea", "notion", "story"})
#: What is given for what: in exchange for, in return for.
_REFUSALS = frozenset({"decline", "refuse"})
_SAYING = frozenset({"say", "tell", "disclose", "reveal", "explain", "specify"})
_ASKED = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})
_PRICES = frozenset({"exchange", "return"})
#: Nouns that, set off by a comma, say when and not what: (confirmed) the date, a day after ...
_TIMES = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "time", "night", "morning", "evening", "afternoon"}
)


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
            list(_clauses(token, takes)) or list(_around_cue(token, takes)) or list(_sentence_before(token, takes))
        )
    yield from ((first, last, True) for first, last in clauses)
    gerund = token.tag_ == "VBG" and token.dep_ == "xcomp" and cue_finder.reporting_verb(token.head) is None
    if gerund and not clauses:
        return  # likes talking about it
    if not cue.is_noun and not cue.is_phrase and (" " in cue.verb.lemma or not _has_particle(token)):
        yield from ((first, last, False) for first, last in _objects(cue))


def _is_unsaid(verb: Any) -> bool:
    """Whether somebody does not say whether, how or why: that is nothing said."""
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
    """Where a clause ends, with what "would" joins to it: (insisted) they had won and would appeal."""
    end = int(clause.right_edge.i + 1)
    if verb.tag_ != "VBD" or clause.i < verb.i:
        return end
    for child in verb.rights[bisect_right(verb.rights, clause.i, key=lambda each: each.i) :]:
        if child.left_edge.i - end > 1:  # a verb can have thousands
            break
        would = child.dep_ == "conj" and any(each.lower_ == "would" and each.head.i == child.i for each in child.lefts)
        own = any(each.dep_ in ("nsubj", "nsubjpass") for each in child.lefts)
        if would and not own:
            return int(child.right_edge.i + 1)
    return end


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


def _has_particle(verb: Any) -> bool:
    """Whether a particle makes another verb of it, one that does something to its object: (called) off the match."""
    return any(child.dep_ == "prt" for child in verb.children)


def _objects(cue: Cue) -> Iterator[tuple[int, int]]:
    """The phrases that a verb governs: (described) the talks as useful, (warned of) a storm, (confirmed) the date."""
    token, takes = cue.token, cue.verb.takes
    objects = [child for child in token.children if child.dep_ in _OBJECTS and child.i > token.i]
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
    real = not any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in token.children)
    if real and objects and objects[0].pos_ not in ("PRON", "PROPN") and _states(objects[0], cue.verb):
        yield objects[0].left_edge.i, _end_of(token, objects[0])


def _states(noun: Any, verb: Verb) -> bool:
    """Whether an object says what was said: (denied) wrongdoing, but not (denied) the claim, which says only that.

    What is announced or confirmed is mostly done by it (three days of mourning): it is said where it tells of an event,
    as "the release of 12" does, or of a plan.
    """
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
        inside = end < sentence.end and cue.token.doc[end].text == "," and sentence.root.i > end
        yield sentence.start, sentence.end if inside else cue.token.i
    else:
        end -= cue.token.doc[end - 1].text == ","
        while end < sentence.end and cue.token.doc[end].text != "," and end < cue.token.i + 14:
            end += 1
        yield end, sentence.end
