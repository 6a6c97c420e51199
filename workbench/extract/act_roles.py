"""Who acts and on whom, by the parse: subjects and objects in the active and the passive, and of event nouns."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from workbench.extract.wordlists import calendar
from workbench.model import ActForm

_FAR = 40  # children looked at
_HIGH = 6  # verbs climbed for a subject
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp"})
_RELATIVES = frozenset(["who", "which", "that", "whom"])
_EMPTY = frozenset(["it", "this", "that", "there", "what", "which", "who", "whom", "these", "those", "itself"])
_NONE = frozenset(["nobody", "none", "nothing", "neither"])


@dataclass(frozen=True, slots=True)
class Roles:
    """The tokens that head who acts and who or what is acted on; None where the clause does not say."""

    form: ActForm
    actor: Any = None
    object: Any = None
    negated: bool = False


def verbal_roles(verb: Any, heading: bool = False) -> Roles:
    """The roles of a verb's clause; in a `heading`, "Hostages freed" is a passive without its "were"."""
    children = list(islice(verb.children, _FAR))
    if heading and _is_short_passive(verb, children):
        told = next(child for child in children if child.dep_ == "nsubj")
        return Roles(ActForm.PASSIVE, _agent(children), _filled(told))
    negated = any(child.dep_ == "neg" for child in children) or _fails(verb)
    if is_passive(verb):
        affected = _subject(verb, passive=True)
        return Roles(ActForm.PASSIVE, _agent(children), affected, negated or _is_none(affected))
    actor = _subject(verb, passive=False)
    affected = next((child for child in children if child.dep_ == "dobj"), None)
    return Roles(ActForm.ACTIVE, _filled(actor), _filled(affected), negated or _is_none(actor) or _is_none(affected))


def is_passive(verb: Any) -> bool:
    """Whether a verb's clause is passive: was freed; the men freed on Monday; was tried and (then) freed."""
    children = list(islice(verb.children, _FAR))
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("nsubj", "aux", "dobj") for child in children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return verb.head.tag_ == "VBN" and is_passive(verb.head) if verb.head.i < verb.i else False
    return verb.dep_ in ("acl", "advcl", "ROOT", "dep")


def _is_short_passive(verb: Any, children: list[Any]) -> bool:
    """Headings tell acts in the present: what looks like a past tense without an object is a participle."""
    bare = not any(child.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "neg") for child in children)
    return bare and verb.tag_ in ("VBD", "VBN") and any(child.dep_ == "nsubj" for child in children)


def _subject(verb: Any, passive: bool) -> Any:
    """The subject of a verb: its own, or of the verb that it depends on, or the noun that its clause describes."""
    for _ in range(_HIGH):
        own = next((each for each in islice(verb.children, _FAR) if each.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            if own.lower_ in _RELATIVES:
                return _antecedent(verb, own) if verb.dep_ == "relcl" else None
            return own
        if verb.dep_ == "acl" and (passive or verb.tag_ in ("VBG", "VBN")):  # a quake killed 40: VBN with an object
            return verb.head
        if verb.dep_ not in _SHARED or verb.head.i == verb.i:
            return None
        told = next((each for each in islice(verb.head.children, _FAR) if each.dep_ == "dobj"), None)
        if verb.dep_ == "xcomp" and told is not None and told.i < verb.i:
            return told  # they asked the minister to resign
        verb = verb.head
    return None


def _antecedent(verb: Any, relative: Any) -> Any:
    """What "who" or "which" takes up: the noun that its clause hangs on, or the name just before ", which"."""
    before = relative.i - 2
    if relative.lower_ == "which" and before >= 0 and verb.doc[before + 1].text == ",":
        nearest = verb.doc[before]
        if nearest.pos_ == "PROPN" and nearest.i > verb.head.i:
            return nearest
    return verb.head


def _agent(children: list[Any]) -> Any:
    by = next(
        (child for child in children if child.dep_ == "agent" or (child.lower_ == "by" and child.dep_ == "prep")), None
    )
    found = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if found is None or found.pos_ not in ("NOUN", "PROPN", "PRON") or found.lower_ in calendar():
        return None  # by Friday
    return found


def _filled(token: Any) -> Any:
    """The token, unless it is a pronoun that names nobody by itself."""
    return None if token is not None and token.lower_ in _EMPTY else token


def _is_none(token: Any) -> bool:
    if token is None:
        return False
    return token.lower_ in _NONE or any(child.lower_ == "no" for child in islice(token.children, _FAR))


def _fails(verb: Any) -> bool:
    """Whether what is told did not come about: failed to agree, refused to sign, without paying."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_.lower() in ("fail", "refuse", "decline", "neglect"):
        return True
    return bool(verb.dep_ == "pcomp" and head.lower_ == "without")


def nominal_roles(noun: Any, owned_object: bool) -> Roles:
    """The roles of an event noun: the release of X by Y, Y's release of X, X's release."""
    children = list(islice(noun.children, _FAR))
    of = next((child for child in children if child.lower_ == "of" and child.dep_ == "prep"), None)
    whom = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    owner = next((child for child in children if child.dep_ == "poss"), None)
    part = next((child for child in children if child.dep_ == "compound" and child.pos_ == "NOUN"), None)
    agent = _agent(children)
    if agent is None and whom is not None and whom.right_edge.i + 1 < len(noun.doc):
        agent = _agent([noun.doc[whom.right_edge.i + 1], *islice(whom.children, _FAR)])  # wherever the parse hangs "by"
    if not owned_object:
        return Roles(ActForm.NOUN, agent or owner or whom)
    if whom is None and agent is None:
        whom, owner = owner or part, None
    return Roles(ActForm.NOUN, agent or owner, whom, _is_none(noun))
