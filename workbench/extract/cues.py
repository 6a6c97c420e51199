"""Cues: the verbs and phrases that report what somebody says, their subjects, and the medium that they name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.extract.marks import Marked
from workbench.extract.scene import Scene
from workbench.extract.wordlists import Verb, verbs
from workbench.language import Part
from workbench.spans import Span

_ALWAYS = frozenset(["said", "says", "told", "adds", "added"])
_NO_VERBS = frozenset({"amod", "compound", "nmod", "nsubj", "dobj", "pobj", "poss"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMB = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"})
#: Pronouns for things: what "it suggests" is nobody's speech.
THINGS = frozenset(["it", "this", "that", "these", "those"])
_PAPERS = frozenset(
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
    ]
)
_PHRASE = frozenset(["DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM", "PART", "ADP", "ADV", "CCONJ"])
_RELATIVES = frozenset(["who", "that", "which", "whom"])
_ACCORDING = Verb("according to", "neutral", frozenset({"clause"}))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the narrator's voice: its main token, the verb's entry, and its place in the article."""

    token: Any
    verb: Verb
    span: Span
    part: Part

    @property
    def text(self) -> str:
        """The cue as printed."""
        return "according to" if self.verb is _ACCORDING else str(self.token.text)


def find(scene: Scene, part: Part) -> Iterator[Cue]:
    """The cues in the narrated words of a part, in order; passives that name nobody are none."""
    for token in part.doc:
        if token.lower_ == "according" and token.i + 1 < len(part.doc) and token.nbor().lower_ == "to":
            verb: Verb | None = _ACCORDING
        else:
            verb = _verb(token)
        if verb is None or not scene.is_narrated(part, token):
            continue
        if verb is _ACCORDING or not is_passive(token) or _subject(token, 0) is not None:
            yield Cue(token, verb, part.span(token), part)


def _verb(token: Any) -> Verb | None:
    if token.lower_ in _ALWAYS:
        return verbs()[{"said": "say", "says": "say", "told": "tell"}.get(token.lower_, "add")]
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in _NO_VERBS:
        return None
    return verbs().get(token.lemma_.lower())


def is_passive(token: Any) -> bool:
    """Whether a verb is in the passive voice, or a participle that stands for it ("a letter written by")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    bare = not any(child.dep_ in ("aux", *_SUBJECTS) for child in token.children)
    return token.tag_ == "VBN" and bare and token.dep_ in ("acl", "advcl", "amod")


def subject(cue: Cue) -> Any:
    """The token that heads who speaks; None where the sentence does not say.

    A passive names who speaks with "by"; only one who is "quoted" speaks as the subject of a passive.
    """
    if cue.verb is _ACCORDING:
        return next((child for child in cue.token.nbor().children if child.dep_ == "pobj"), None) or _next_noun(cue)
    return _subject(cue.token, 0)


def _next_noun(cue: Cue) -> Any:
    for token in cue.part.doc[cue.token.i + 2 : cue.token.i + 12]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "amod", "nmod"):
            return token
    return None


def _subject(verb: Any, depth: int) -> Any:
    if is_passive(verb):
        if verb.lemma_ not in ("quote", "cite", "hear", "report"):
            return agent(verb)
        return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if own is not None:
        if own.lower_ in _RELATIVES and verb.dep_ in ("relcl", "acl"):
            return _author(verb.head, depth)
        return own
    if depth > 4 or verb.head is verb:
        return None
    if not depth and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj", "dep"):
        shared = _shared_subject(verb)
        if shared is not None:
            return shared
    return _from_head(verb, depth)


def _shared_subject(participle: Any) -> Any:
    """The subject of the finite reporting verb that a participle goes with: (he said it had failed), calling it a shame."""
    for above in participle.ancestors:
        if above.tag_ != "VBG" and above.lemma_.lower() in verbs() and not is_passive(above):
            found = next((child for child in above.children if child.dep_ in _SUBJECTS), None)
            if found is not None and found.lower_ not in _RELATIVES and found.lower_ not in THINGS:
                return found
    return None


def _from_head(verb: Any, depth: int) -> Any:
    """Who speaks where the verb has no subject of its own: that of the verb above it, or the noun that it describes."""
    head = verb.head
    if verb.dep_ in ("relcl", "acl"):
        if head.lemma_.lower() in ("statement", "letter", "message", "post", "tweet", "email", "note", "release"):
            return (
                _owner(head)
                or (_subject(_verb_above(head), depth + 1) if _verb_above(head) is not None else None)
                or head
            )
        return head
    if verb.dep_ in ("pcomp", "prep") and head.dep_ in ("prep", "agent", "pcomp", "advcl"):
        above = _verb_above(head)
        return _subject(above, depth + 1) if above is not None else None
    if verb.dep_ in _CLIMB or verb.dep_ in ("pcomp", "ROOT"):
        if head.pos_ in ("VERB", "AUX"):
            if verb.dep_ == "conj" and head.dep_ == "pcomp" and not any(c.dep_ in _SUBJECTS for c in head.children):
                return _from_head(head, depth + 1)
            if verb.dep_ in ("xcomp", "ccomp"):
                objects = [child for child in head.children if child.dep_ in ("dobj", "pobj")]
                if objects and head.lemma_ not in verbs():
                    return objects[0]
            return _subject(head, depth + 1)
        if head.pos_ in ("NOUN", "PROPN", "PRON"):
            return head
    return None


def _quoted_by(noun: Any) -> Any:
    """Who speaks in "X was quoted by the paper saying": X, though the participle may hang on the paper."""
    above = noun.head.head
    if noun.dep_ == "pobj" and above.lemma_ in ("quote", "cite") and is_passive(above):
        return next((child for child in above.children if child.dep_ == "nsubjpass"), None)
    return None


def _author(noun: Any, depth: int) -> Any:
    """Who speaks where a noun is said to say something: the owner or sender of a letter or statement, else the noun."""
    if noun.lemma_.lower() not in _PAPERS:
        return noun
    owner = _owner(noun)
    above = _verb_above(noun)
    if owner is None and above is not None and depth < 4 and noun.dep_ in ("dobj", "pobj"):
        owner = _subject(above, depth + 1)
    return noun if owner is None else owner


def _owner(noun: Any) -> Any:
    """Whose statement it is: "the club's statement", "a statement by the club"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def _verb_above(token: Any) -> Any:
    while token.head is not token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def agent(verb: Any) -> Any:
    """The token after the "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def beside(scene: Scene, cue: Cue, marked: Marked) -> Any:
    """Who speaks by the order of words alone: in "...", X said and "...", said X and said X: "..."; None where neither fits."""
    doc, at = cue.part.doc, cue.token.i
    if cue.token.tag_ == "VBG":
        return None
    if cue.span.start > marked.start:
        between = scene.tokens(cue.part, Span(marked.end, cue.span.start))
        between = [token for token in between if not token.is_punct and token.dep_ not in ("aux", "auxpass", "neg")]
        between = [token for token in between if not (token.pos_ == "ADV" or token.pos_ == "AUX")]
        if between and len(between) < 9 and all(token.pos_ in _PHRASE for token in between):
            return _head_of(between)
        if between:
            return None
    elif at and not (doc[at - 1].is_punct or doc[at - 1].pos_ in ("ADP", "CCONJ")):
        return None
    following = []
    for token in doc[at + 1 : at + 10]:
        if (
            (token.is_punct and token.text not in "-.")
            or token.pos_ not in _PHRASE
            or token.lower_ in ("in", "on", "at", "as", "that")
        ):
            break
        following.append(token)
    return _head_of(following) if following and following[0].pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ") else None


def is_reporting(token: Any) -> bool:
    """Whether a token is a reporting verb."""
    return _verb(token) is not None


def _head_of(tokens: list[Any]) -> Any:
    """The token that heads a noun phrase: the last noun before "of", "for" and the like."""
    head = None
    for token in tokens:
        if token.pos_ == "ADP" and head is not None:
            break
        if token.pos_ in ("PROPN", "NOUN", "PRON"):
            head = token
    return head
