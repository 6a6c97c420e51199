"""Whether a sentence states a figure as its own, or only speaks of somebody's claim, or of what might be.

"He denied that 40 had been arrested" and "if 20 were to resign" state no number; "he dismissed 40 workers" does.
"""

from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words

if TYPE_CHECKING:
    Token: TypeAlias = Any

DENIED = "a claim denied"
SUPPOSED = "a supposition"
_STEPS = 60  # up the parse: no sentence that people write takes as many
_CLAUSE = ("ccomp", "acl", "relcl", "csubj", "csubjpass", "pcomp", "xcomp")
_OBJECT = ("dobj", "pobj", "nsubjpass", "oprd")


def doubt(anchor: "Token") -> str | None:
    """Why a figure is no statement of its sentence; None where it is one.

    `anchor` is the parsed word by which the figure hangs in the sentence.
    """
    clause = claim = stands = False
    node: Any = anchor
    for _ in range(_STEPS):
        if not stands and node.pos_ in ("VERB", "AUX") and _supposed(node):
            return SUPPOSED
        above = node.head
        if above.i == node.i or (_standing(node) and _of_somebody(node)):
            return None
        stands = stands or _standing(node)
        clause = clause or node.dep_ in _CLAUSE or _told(node)
        if clause and _lemma(above) in words.lemmas("claims"):
            claim = True
            if _untrue(above):
                return DENIED
        if clause and _reaches(node, claim=claim) and _denies(above):
            return DENIED
        node = above
    return None


def _lemma(token: "Token") -> str:
    return str(token.lemma_.lower())


def _told(node: "Token") -> bool:
    """Whether a noun tells what is claimed: "reports of 12 injuries", not "the reports of 12 experts"."""
    if node.lower_ not in ("of", "about"):
        return False
    return not any(words.person(_lemma(child)) for child in node.children if child.dep_ == "pobj")


def _reaches(node: "Token", *, claim: bool) -> bool:
    """Whether what the word above says of the word is said of the claim in it."""
    if node.dep_ in _CLAUSE:
        return not _participle(node)
    named = node.dep_ in _OBJECT or node.lower_ == "as" or (node.dep_ == "nsubj" and _lemma(node.head) == "be")
    return claim and named


def _standing(noun: "Token") -> bool:
    """Whether a noun names what somebody demands or offers, which stands whatever is supposed of it.

    "Unless its demand for 12 percent is met" tells that 12 percent is demanded.
    """
    if noun.pos_ != "NOUN" or words.acts(_lemma(noun)).isdisjoint(("demand", "offer")):
        return False
    return any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.children)


def _of_somebody(noun: "Token") -> bool:
    """Whether what is told of somebody's demand leaves it standing: denied that its demand had been met."""
    return noun.dep_ in ("nsubj", "nsubjpass") and any(child.dep_ == "poss" for child in noun.children)


def _supposed(verb: "Token") -> bool:
    """Whether the clause begins with "if" or the like: "if 20 were to resign"; "as if", "even if" too."""
    return any(
        child.dep_ in ("mark", "advmod") and child.lower_ in words.lemmas("supposing") for child in verb.children
    )


def _participle(node: "Token") -> bool:
    """Whether a clause only names an act: "denied killing 40 people", who were killed all the same."""
    return node.dep_ in ("xcomp", "pcomp") and node.tag_ == "VBG"


def _untrue(token: "Token") -> bool:
    """Whether a word is called untrue where it stands: "false rumours", "no evidence", "contrary to reports"."""
    if any(_lemma(child) in words.lemmas("untrue") or child.lower_ == "no" for child in token.children):
        return True
    return token.dep_ == "pobj" and {_lemma(token.head), _lemma(token.head.head)} & words.lemmas("untrue") != set()


def _denies(verb: "Token") -> bool:
    """Whether a verb rejects what hangs on it: "denied", "not true", "could not confirm", "refused to confirm"."""
    if _lemma(verb) in words.lemmas("denying"):
        return not _negated(verb)
    if _lemma(verb) in words.lemmas("untrue") and verb.pos_ != "VERB":
        return True
    if _lemma(verb) in words.lemmas("affirming") and _negated(verb):
        return True
    if _lemma(verb) == "be":
        judged = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
        return any(_lemma(one) in words.lemmas("untrue") for one in judged) or (
            _negated(verb) and any(_lemma(one) in words.lemmas("affirming") for one in judged)
        )
    return False


def _negated(verb: "Token") -> bool:
    refused = verb.dep_ == "xcomp" and _lemma(verb.head) in ("refuse", "decline", "fail")
    return refused or any(child.dep_ == "neg" for child in verb.children)
