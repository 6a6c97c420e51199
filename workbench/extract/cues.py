"""Cues: the verbs, nouns and phrases in the narrator's own words that report what somebody says."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from workbench.extract import subjects
from workbench.extract.namewords import is_word
from workbench.extract.scene import Scene
from workbench.extract.wordlists import Verb, report_nouns, verbs
from workbench.language import Part
from workbench.model import Role
from workbench.spans import Span

_ALWAYS = {"said": "say", "says": "say", "told": "tell", "added": "add", "adds": "add"}
_NO_VERBS = frozenset({"amod", "compound", "nmod", "nsubj", "dobj", "pobj", "poss"})
_ACCORDING = Verb("according to", "neutral", frozenset({"clause"}))
#: What is found or believed is so only with a clause: found that ..., not found a partner.
_WITH_CLAUSE = frozenset({"finding", "belief"})
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_NOUN_TAKES = frozenset({"noun"})


class Cue(NamedTuple):
    """A cue: its main token, the entry of its word, and its place in the article."""

    token: Any
    verb: Verb
    span: Span
    part: Part

    @property
    def text(self) -> str:
        """The cue as printed."""
        if self.is_phrase:
            return "according to"
        particle = self.verb.lemma.partition(" ")[2]  # ruled out
        return f"{self.token.text} {particle}" if particle else str(self.token.text)

    @property
    def is_phrase(self) -> bool:
        """Whether it is the phrase "according to"."""
        return self.verb is _ACCORDING

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun: her claim that ..."""
        return self.verb.takes is _NOUN_TAKES


def of(scene: Scene, part: Part) -> list[Cue]:
    """The cues in the narrated words of a part, in order; passives and nouns that name nobody are none."""
    if part.start not in scene.cues:
        scene.cues[part.start] = list(_find(scene, part))
    return scene.cues[part.start]


def _find(scene: Scene, part: Part) -> Iterator[Cue]:
    found = _verbs(part.doc)
    narrated = scene.narrated(part) if found else []
    in_head = part.block.role in _HEADS
    for at, verb in found:
        if narrated[at] and not (in_head and (_is_told(part.doc.words[at]) or _befalls_so_many(part.doc.words[at]))):
            token = part.doc.words[at]
            yield Cue(token, verb, part.span(token), part)


def _is_told(token: Any) -> bool:
    """Whether a headline leaves out that somebody was told: Driver fled, jury told."""
    ends = token.i + 1 == len(token.doc) or token.nbor().is_punct
    return bool(token.lower_ == "told" and ends and token.i and token.nbor(-1).pos_ in ("NOUN", "PROPN"))


def _befalls_so_many(token: Any) -> bool:
    """Whether a headline tells what befell so many: 2,300 told to leave, 14 confirmed dead."""
    if token.tag_ not in ("VBD", "VBN"):
        return False
    speaker = subjects.of_verb(token)
    return speaker is not None and speaker.pos_ == "NUM"


def _verbs(doc: Any) -> tuple[tuple[int, Verb], ...]:
    """The tokens that may be cues, whoever's words they are, and their entries."""
    if "cues" not in doc.shared:
        lemmas, forms = _telling()
        likely = [
            one
            for one in doc.words
            if one.lemma_ in lemmas or one.lower_ in forms or (one.text != one.lower_ and one.lemma_.lower() in lemmas)
        ]
        read = ((_according(one) or reporting_verb(one) or _noun(one) or _behind_marks(one), one.i) for one in likely)
        doc.shared["cues"] = tuple((at, verb) for verb, at in read if verb is not None)
    found: tuple[tuple[int, Verb], ...] = doc.shared["cues"]
    return found


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas, and the forms in small letters, of which a word that may be a cue has one."""
    lemmas = {verb.partition(" ")[0] for verb in verbs()}
    shortened = {lemma + ending for lemma in lemmas for ending in ("", "d", "ed", "s")}  # if taken for other words
    return frozenset(lemmas | report_nouns().keys()), frozenset({"according", *_ALWAYS, *report_nouns(), *shortened})


def subject(cue: Cue) -> Any:
    """The token that heads who speaks, by the parse; None where the sentence does not say."""
    if cue.verb is _ACCORDING:
        return subjects.after_according(cue.token)
    if cue.token.tag_ == "NNS" and not cue.is_noun:
        return cue.token.nbor(-1)
    return subjects.owner(cue.token) if cue.is_noun else subjects.of_verb(cue.token)


def reporting_verb(token: Any) -> Verb | None:
    """The entry of a token that reports as a verb; None for other words, and for passives that name nobody."""
    if token.lower_ in _ALWAYS:
        verb = verbs()[_ALWAYS[token.lower_]]
    elif _is_finite(token):
        return verbs()[token.lower_.removesuffix("s")]
    elif token.pos_ not in ("VERB", "AUX") or token.dep_ in _NO_VERBS:
        return None
    else:
        found = _with_particle(token) or verbs().get(token.lemma_.lower())
        if found is None or (_particle(token) == "off" and found.lemma == token.lemma_.lower()):
            return None  # the match was called off
        verb = found
        if not verb.takes.isdisjoint(_WITH_CLAUSE) and not any(child.dep_ == "ccomp" for child in token.children):
            return None
    return None if subjects.is_passive(token) and subjects.of_verb(token) is None else verb


def _is_finite(token: Any) -> bool:
    """Whether the parse takes a verb of saying in -s for a noun in the plural: Ana Ruiz notes that roads are wet."""
    if token.tag_ != "NNS" or token.i == 0 or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "that":
        return False
    verb = verbs().get(token.lower_.removesuffix("s"))
    before = token.nbor(-1)
    named = before.tag_ == "NNP" or (before.text[0].isupper() and not is_word(before.text))
    return verb is not None and "clause" in verb.takes and named and not verb.takes & _WITH_CLAUSE


def _with_particle(token: Any) -> Verb | None:
    """The entry of a verb and its particle: ruled out."""
    part = _particle(token)
    return verbs().get(f"{token.lemma_.lower()} {part}") if part else None


def _particle(token: Any) -> str | None:
    return next((str(child.lower_) for child in token.children if child.dep_ == "prt"), None)


def _behind_marks(token: Any) -> Verb | None:
    """The entry of a verb that follows a quote and leads to a name, which the parse may take for an adjective.

    "It rained", tweeted mayor Ana Ruiz.
    """
    if token.dep_ != "amod" or token.i < 2 or token.i >= token.head.i:
        return None
    at = token.i - 1
    at -= token.doc[at].text == ","
    if token.doc[at].text not in ('"', "'"):
        return None
    words = (token.lemma_.lower(), token.lower_.removesuffix("ed"), token.lower_.removesuffix("d"))
    return next((verbs()[word] for word in words if word in verbs()), None)


def _according(token: Any) -> Verb | None:
    says = token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"
    return _ACCORDING if says else None


def _noun(token: Any) -> Verb | None:
    """The entry of a reporting noun that says whose it is: the mayor's claim, a warning from the agency."""
    stance = (
        (report_nouns().get(token.lemma_.lower()) or report_nouns().get(token.lower_)) if token.pos_ == "NOUN" else None
    )
    if stance is None or subjects.owner(token) is None:
        return None
    return Verb(token.lemma_.lower(), stance, _NOUN_TAKES)
