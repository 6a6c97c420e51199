"""Who a verb or noun of saying belongs to, by the parse: its subject, one that it shares, a passive's agent."""

from itertools import islice
from typing import Any

from workbench.extract.wordlists import bodies, calendar, is_human, verbs

#: Pronouns for things: what "it suggests" is nobody's speech.
THINGS = frozenset(["it", "this", "that", "these", "those"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SPEAKERS = frozenset({"he", "she", "they", "we", "i"})
#: What a participle is to its noun or verb where it stands for a passive, and what a verb has that is none.
_STANDING_FOR = frozenset({"acl", "advcl", "amod", "prep"})
_BESIDE_ACTIVES = _SUBJECTS | {"aux", "dobj"}
#: Tokens above a word in the parse, and below a verb, that are looked at.
_DEEP, _FAR = 60, 300
_CLIMB = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep", "parataxis", "pcomp", "ROOT"})
_RELATIVES = frozenset(["who", "that", "which", "whom"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
#: Verbs that go with "to" and one who answers.
_TALKS = frozenset(["speak", "talk", "listen", "write", "turn", "reach"])
#: Nouns that say when: (Ana Ruiz, a nurse,) said Thursday morning.
_TIMES = frozenset(["morning", "afternoon", "evening", "night", "week", "month", "year", "day"])
#: Passives whose subject speaks: she was quoted as saying.
_QUOTED = frozenset(["quote", "cite", "hear", "report"])
#: Nouns for what is written or said: who wrote or made them speaks.
PAPERS = frozenset(
    [
        "statement",
        "letter",
        "message",
        "post",
        "tweet",
        "email",
        "e-mail",
        "note",
        "memo",
        "release",
        "text",
        "video",
        "posting",
        "blog",
        "column",
        "comment",
        "remark",
        "speech",
        "answer",
        "argument",
        "claim",
    ]
)
#: What is found or reckoned: who made it is who says so.
_MADE = frozenset({"report", "estimate", "analysis", "study", "survey", "poll", "forecast", "figure", "datum", "data"})


def is_passive(token: Any) -> bool:
    """Whether a verb is in the passive voice, or a participle that stands for it ("a letter written by")."""
    below = [child.dep_ for child in token.children]
    if "auxpass" in below or "nsubjpass" in below:
        own = _own(token) if token.lower_ == "said" else None
        return own is None or own.lower_ not in _SPEAKERS  # "he's said", which the parse may take for a passive
    return token.tag_ == "VBN" and token.dep_ in _STANDING_FOR and _BESIDE_ACTIVES.isdisjoint(below)


def of_verb(verb: Any) -> Any:
    """The token that heads who speaks; None where the sentence does not say.

    A passive names who speaks with "by"; only one who is "quoted" speaks as the subject of a passive.
    """
    known = verb.doc.shared.setdefault("subjects", {})
    if verb.i not in known:
        found = _of_verb(verb, 0)
        known[verb.i] = None if found is None else found.i
    at = known[verb.i]
    return None if at is None else verb.doc.words[at]


def _own(verb: Any) -> Any:
    """The subject that hangs on a verb."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def after_according(token: Any) -> Any:
    """The head of the phrase that follows "according to"; of a report by somebody, who made it."""
    found = next((child for child in token.nbor().children if child.dep_ == "pobj"), None)
    if found is not None:
        made = owner(found) if found.lemma_.lower() in PAPERS | _MADE else None
        return found if made is None else made
    for each in token.doc[token.i + 2 : token.i + 12]:
        if each.pos_ in _NOMINAL and each.dep_ not in ("compound", "poss", "amod", "nmod"):
            return each
    return None


def owner(noun: Any) -> Any:
    """Whose claim or statement it is: "the club's statement", "a statement by the club"; None where it is not said."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        of = ("by", "from", "of") if noun.lower_ == "words" else ("by", "from")
        if child.dep_ in ("prep", "agent") and child.lower_ in of:
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def agent(verb: Any) -> Any:
    """The token after the "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    for each in islice(verb.subtree, _FAR):  # called "a farce" by the mayor: the parse hangs "by" on what is called so
        behind = each.head.dep_ in ("oprd", "attr", "dobj", "pobj") or each.doc[each.i - 1].text == '"'
        if each.i > verb.i and each.lower_ == "by" and behind:
            return next((below for below in each.children if below.dep_ == "pobj"), None)
    return None


def _of_verb(verb: Any, depth: int) -> Any:
    own = next((child for child in _own_subjects(verb) if not _is_no_speaker(verb, child)), None)
    if is_passive(verb):
        return own if verb.lemma_ in _QUOTED else agent(verb)
    if own is not None:
        own = _maker(own)
        return _antecedent(verb, own, depth) if own.lower_ in _RELATIVES and verb.dep_ in ("relcl", "acl") else own
    if depth > 4 or verb.head is verb:
        return None
    if _is_stranded(verb) or is_misjoined(verb):
        return verb.head.head if _is_stranded(verb) else _of_verb(verb.head.head, depth + 1)
    if not depth and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj", "dep"):
        shared = _shared(verb)
        if shared is not None:
            return shared
    return _from_head(verb, depth)


def _own_subjects(verb: Any) -> list[Any]:
    """The subjects that the parse gives a verb, likeliest first: all of the homes, Ana Ruiz said, were lost."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not found:
        return _beside_day(verb) or _before_aside(verb)
    if len(found) == 2 and found[1].i < verb.i and verb.doc[found[1].left_edge.i - 1].text == ",":
        return found if may_speak(found[0]) or not may_speak(found[1]) else found[::-1]
    return found


def _before_aside(verb: Any) -> list[Any]:
    """The subject that the parse gives to an aside behind it: the gang, believed to be abroad, demanded more."""
    asides = (child for child in verb.lefts if child.dep_ in ("parataxis", "advcl") and child.tag_ in ("VBN", "VBD"))
    return [
        own for aside in asides if aside.doc[aside.i - 1].text == "," for own in aside.lefts if own.dep_ in _SUBJECTS
    ]


def _beside_day(verb: Any) -> list[Any]:
    """The name that the parse takes for an apposition to the day before it: On Monday, Ana Ruiz, in a hat, said."""
    for prep in verb.lefts:
        for day in prep.children if prep.dep_ == "prep" else ():
            if calendar().get(day.lower_) is not None:
                return [child for child in day.rights if child.dep_ == "appos" and may_speak(child)][:1]
    return []


def _is_no_speaker(verb: Any, noun: Any) -> bool:
    """Whether the parse takes for the subject what says when, or what stands behind a participle: saying her foot."""
    return noun.i > verb.i and (verb.tag_ == "VBG" or noun.lower_ in _TIMES or calendar().get(noun.lower_) is False)


def _is_said(participle: Any, noun: Any) -> bool:
    """Whether a noun is the first of what a participle reports: nothing but the noun's own words stand between."""
    return bool(participle.tag_ == "VBG" and noun.left_edge.i == participle.i + 1)


def is_misjoined(verb: Any) -> bool:
    """Whether the parse joins a finite verb to one that is none: (said it would) pay and called it ...

    Its subject is its own, or that of the verb above.
    """
    head = verb.head
    above = head.head
    finite = (
        verb.tag_ in ("VBD", "VBZ")
        and (head.tag_ == "VB" or _is_of_thing(head))
        and not any(child.dep_ == "aux" for child in verb.children)
    )
    return bool(
        finite and verb.dep_ == "conj" and head.dep_ == "ccomp" and above.i < head.i and above.tag_ == verb.tag_
    )


def _is_of_thing(verb: Any) -> bool:
    """Whether a verb with "had" or "has" is about a noun for no speaker: (said the) virus had reached three ports."""
    own = _own(verb) if verb.tag_ == "VBN" else None
    return own is not None and own.pos_ == "NOUN" and not may_speak(own)


def _is_stranded(verb: Any) -> bool:
    """Whether "to" before a verb belongs to the clause before it, whose noun speaks: the nurses I spoke to say."""
    relative, clause = verb.head.dep_ == "relcl", any(child.dep_ == "ccomp" for child in verb.children)
    behind = verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).i == verb.head.i
    return bool(relative and clause and behind and verb.head.lemma_ in _TALKS)


def _antecedent(verb: Any, relative: Any, depth: int) -> Any:
    """Whom "who" or "which" takes up: the name right before it, else the noun that the clause hangs on."""
    before = relative.doc[relative.i - 1] if relative.i else None
    if before is not None and before.text == "," and relative.i > 1:
        before = relative.doc[relative.i - 2]
    if before is not None and before.pos_ == "PROPN" and (relative.lower_ == "who" or verb.head.pos_ not in _NOMINAL):
        return before
    if verb.head.pos_ not in _NOMINAL:
        return before if before is not None and before.pos_ in _NOMINAL else None
    return _quoted_by(verb.head) or _author(verb.head, depth)


def _shared(participle: Any) -> Any:
    """The subject of the finite reporting verb that a participle goes with: (he said no), calling it a shame.

    Who adds something has said something else: (he said they had agreed to leave), adding that ...
    """
    outer = _outermost(participle) if participle.lemma_ == "add" else None
    if outer is not None:
        return outer
    for above in islice(participle.ancestors, _DEEP):
        verb = verbs().get(above.lemma_.lower()) if above.tag_ != "VBG" else None
        if verb is None and above.i < participle.i and above.dep_ == "ccomp" and above.head.i > participle.i:
            own = next((child for child in above.children if child.dep_ == "nsubj"), None)
            if own is not None:
                return own  # the firm has left, citing the cost, two people said
        if verb is not None and not verb.marks_only and not is_passive(above):
            found = next((child for child in above.children if child.dep_ in _SUBJECTS), None)
            if found is not None and found.lower_ not in _RELATIVES and found.lower_ not in THINGS:
                return found
    return None


def _outermost(participle: Any) -> Any:
    """The subject of the first finite reporting verb of a sentence that the participle stands in the content of."""
    found = None
    for above in islice(participle.ancestors, _DEEP):
        reports = above.tag_ in ("VBD", "VBZ", "VBP") and above.i < participle.i and above.lemma_.lower() in verbs()
        own = next((child for child in above.children if child.dep_ == "nsubj"), None) if reports else None
        if own is not None and own.lower_ not in _RELATIVES and own.lower_ not in THINGS and not is_passive(above):
            found = own
    return found


def _from_head(verb: Any, depth: int) -> Any:
    """Who speaks where the verb has no subject of its own: that of the verb above it, or the noun that it describes."""
    head = verb.head
    trailing = verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.doc[verb.i - 1].text == "," and not may_speak(head)
    after_preposition = verb.dep_ in ("pcomp", "prep") and head.dep_ in ("prep", "agent", "pcomp", "advcl")
    if trailing or after_preposition:
        above = verb_above(head)
        found = _of_verb(above, depth + 1) if above is not None else None
        if above is not None and found is not None and _is_said(verb, found):
            above = verb_above(above)  # after saying her foot was sore, she ...: the parse hangs "after" on "was"
            own = (child for child in above.children if child.dep_ in _SUBJECTS) if above is not None else iter(())
            found = next(own, None)
        return found
    if verb.dep_ in ("relcl", "acl"):
        return (_quoted_by(head) or _author(head, depth)) if head.pos_ in _NOMINAL else None
    return _from_verb_above(verb, depth) if verb.dep_ in _CLIMB else None


def _from_verb_above(verb: Any, depth: int) -> Any:
    """The subject that a clause shares with the verb that it hangs on, or that verb's object: (told) him to say."""
    head = verb.head
    if head.pos_ not in ("VERB", "AUX"):
        return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ not in verbs():
        objects = [child for child in head.children if child.dep_ in ("dobj", "pobj")]
        if objects:
            return objects[0]
    return _of_verb(head, depth + 1)


def may_speak(noun: Any) -> bool:
    """Whether a noun is a name, or for persons, bodies or papers."""
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in PAPERS or is_human(noun.text)


def _quoted_by(noun: Any) -> Any:
    """Who speaks in "X was quoted by the paper saying": X, though the participle may hang on the paper."""
    above = noun.head.head
    if noun.dep_ == "pobj" and above.lemma_ in ("quote", "cite") and is_passive(above):
        return next((child for child in above.children if child.dep_ == "nsubjpass"), None)
    return None


def _author(noun: Any, depth: int) -> Any:
    """Who speaks where a noun is said to say something: the owner or maker of a letter or statement, else the noun."""
    if noun.lemma_.lower() not in PAPERS:
        return noun
    found = owner(noun)
    above = verb_above(noun)
    if found is None and above is not None and depth < 4 and noun.dep_ in ("dobj", "pobj"):
        found = _of_verb(above, depth + 1)
    return noun if found is None else found


def _maker(noun: Any) -> Any:
    """Whose words a statement is that is said to say something: a statement from the club said; else the noun."""
    made = owner(noun) if noun.lemma_ == "statement" else None
    told = made is not None and (made.pos_ == "PROPN" or made.lower_ in bodies() or is_human(made.text))
    return made if told else noun


def verb_above(token: Any) -> Any:
    """The next verb above a token in the parse, if there is one."""
    return next((above for above in islice(token.ancestors, _DEEP) if above.pos_ in ("VERB", "AUX")), None)
