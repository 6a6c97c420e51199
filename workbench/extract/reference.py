"""Whom a passage at a cue means: a name, a pronoun ("she") or a description ("the senator"), resolved to the person.

Never a guess between equals: what fits nobody, or several as well, stays unresolved.
"""

from dataclasses import dataclass
from typing import Any

from workbench.extract.cast import Entity
from workbench.extract.scene import Scene
from workbench.extract.wordlists import organisation_words, person_words, roles
from workbench.language import Part
from workbench.spans import Span

_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PRONOUNS = frozenset(_SEX) | frozenset(
    [
        "they",
        "them",
        "it",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "one",
        "some",
        "others",
        "many",
    ]
)
_NEW = frozenset(["a", "an", "another", "one", "some", "several", "many", "few", "two", "three", "other"])
#: Nouns in the singular that "they" may take up.
_BODIES = frozenset(
    ["group", "union", "company", "team", "police", "government", "ministry", "party", "campaign", "family", "agency", "committee", "board", "council", "club", "firm", "organisation", "organization", "association", "court", "commission", "department", "couple", "crowd"]
)
#: Those who speak for others, so that "the spokesman" seldom is the person last named.
_OWN_MAN = frozenset(
    ["official", "officials", "spokesman", "spokeswoman", "spokesperson", "source", "aide", "adviser", "advisor", "representative", "lawyer", "attorney", "prosecutor", "judge", "witness", "expert", "analyst", "report", "reporter", "moderator", "host", "agent", "officer", "police", "authority", "chief"]
)
#: Titles in print and the words that descriptions use for those who bear them.
_SAME_ROLE = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel", "sgt": "sergeant",
    "lt": "lieutenant", "capt": "captain", "prof": "professor", "dr": "doctor", "rev": "reverend", "del": "delegate",
    "adm": "admiral", "maj": "major", "cmdr": "commander",
    "congressman": "representative", "congresswoman": "representative", "lawmaker": "representative",
    "premier": "minister",
}  # fmt: skip


#: What makes a person stand out, in sentences of distance.
WEIGHTS = {"subject": 3.0, "speaks": 1.5, "sex": 1.0, "said": 2.0, "unknown": 1.5, "thing": 4.0}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the canonical name (None: unknown), what stands at the cue, and the entity behind it."""

    name: str | None
    at: Span | None = None
    entity: Entity | None = None
    sex: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution made so far: who spoke, and where."""

    at: int
    speaker: Speaker


def resolve(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker:
    """The speaker that a token at a cue heads; `past` are the attributions so far, in reading order."""
    if token.lower_ in _PRONOUNS:
        return _pronoun(scene, part, token, past)
    first, last = phrase(token)
    at = part.span(part.doc[first:last])
    named = _named(scene, part, token, at)
    if named:
        return Speaker(named.canonical, at, named, named.sex)
    plural = token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)
    sex = roles().get(token.lower_, "b")
    described = (
        None if plural else _described(scene, part, token, first, past) or _stands_for(scene, part, token, first, past)
    )
    if described is not None:
        return Speaker(described.name, at, described.entity, described.sex)
    return Speaker(_bare(scene.text[at.start : at.end]), at, None, sex if sex != "b" else None, plural)


def phrase(token: Any) -> tuple[int, int]:
    """The tokens of the noun phrase that a token heads, without appositions and clauses: first, and after the last."""
    doc = token.doc
    first = token.left_edge.i
    while first < token.i and (doc[first].is_punct or doc[first].pos_ in ("CCONJ", "SCONJ", "ADV", "INTJ")):
        first += 1
    last = token.i + 1
    for child in token.rights:
        near = child.left_edge.i == last
        if near and (
            child.dep_ in ("flat", "case")
            or (child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "at", "with", "in"))
        ):
            subtree = list(child.subtree)
            if any(each.pos_ == "VERB" or each.text in ',;:"()' for each in subtree) or len(subtree) > 10:
                break
            last = child.right_edge.i + 1
        else:
            break
    return first, last


def _bare(surface: str) -> str:
    """A description without its article, on one line."""
    words = surface.split()
    if len(words) > 1 and words[0].casefold() in ("a", "an", "the", "another", "one"):
        words = words[1:]
    return " ".join(words).strip(" ,;:")


def _named(scene: Scene, part: Part, token: Any, at: Span) -> Entity | None:
    """The entity that a phrase names: by its head, or in an apposition to it (his sister, Ana Ruiz)."""
    place = part.span(token)
    for span, entity in scene.cast.within(at):
        if span.contains(place):
            return entity
    if token.pos_ == "PROPN" and token.lower_ not in roles():
        return None
    if token.dep_ == "appos":
        return _named_before(scene, part, token)
    for child in token.rights:
        if child.dep_ in ("appos", "flat", "compound") or (
            child.dep_ == "conj" and child.pos_ == "PROPN" and _comma_between(token, child)
        ):
            spot = part.span(child)
            around = Span(part.span(child.left_edge).start, part.span(child.right_edge).end)
            for span, entity in scene.cast.within(around):
                if span.contains(spot) and entity.kind in ("person", None):
                    return entity
    if token.i + 2 < len(part.doc) and token.nbor().text == ",":
        start = part.span(token.nbor(2)).start
        for span, entity in scene.cast.within(Span(start, start + 60)):
            if span.start == start and entity.kind == "person":
                return entity
    return None


def _named_before(scene: Scene, part: Part, token: Any) -> Entity | None:
    """Whom an apposition is about: the last body named before a noun for bodies, else who the apposition hangs on."""
    head = token.head
    start = part.span(head.left_edge).start
    named = scene.cast.within(Span(start, part.span(token).start))
    if token.lower_ in _BODIES or token.lower_ in organisation_words():
        bodies = [entity for _, entity in named if entity.kind in ("organisation", None)]
        return bodies[-1] if bodies else None
    place = part.span(head)
    return next((entity for span, entity in named if span.contains(place)), None)


def is_human(speaker: Speaker, word: str) -> bool:
    """Whether a speaker is somebody who can say something: named, a person's role, or a body; not "this agreement"."""
    if speaker.entity is not None:
        return True
    word = word.casefold()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    known = (word, singular)
    return any(each in roles() or each in organisation_words() or each in _BODIES for each in known)


def _comma_between(left: Any, right: Any) -> bool:
    between = left.doc[left.i + 1 : right.left_edge.i]
    return len(between) == 1 and between[0].text == ","


def _described(scene: Scene, part: Part, token: Any, first: int, past: list[Said]) -> Speaker | None:
    """The person whom a definite description means: one whose roles include it, or the one last so described."""
    words = [each.lower_.rstrip(".") for each in part.doc[first : token.i + 1]]
    if not words or words[0] in _NEW or (part.doc[first].pos_ == "NUM"):
        return None
    head = _SAME_ROLE.get(words[-1], words[-1])
    if head not in roles() and words[-1] not in roles():
        return None
    place = part.span(token).start
    rest = {
        word
        for word in words[:-1]
        if word.isalpha() and word not in ("the", "this", "that", "his", "her", "their", "its", "former", "own")
    }
    fitting = []
    for entity in scene.cast.entities:
        own = {_SAME_ROLE.get(word.rstrip("."), word.rstrip(".")) for word in entity.roles}
        if head in own and entity.could_be(_sex_of(words[-1])):
            fitting.append((len(rest & own), entity))
    before = [one for one in past if one.at < place and _is_same_description(one.speaker, head)]
    if fitting:
        best = max(score for score, _ in fitting)
        top = [entity for score, entity in fitting if score == best]
        recent = [e for e in top if any(s.entity is e and s.span.start < place for s in scene.sightings)]
        if len(top) == 1:
            return Speaker(top[0].canonical, None, top[0], top[0].sex)
        if recent:
            nearest = max(
                recent,
                key=lambda e: max(s.span.start for s in scene.sightings if s.entity is e and s.span.start < place),
            )
            return Speaker(nearest.canonical, None, nearest, nearest.sex)
    if before and words[0] in ("the", "this", "that"):
        return before[-1].speaker
    return None


def _stands_for(scene: Scene, part: Part, token: Any, first: int, past: list[Said]) -> Speaker | None:
    """The person last spoken of, where a definite description can only be another name for them (the Dubliner, the striker)."""
    if part.doc[first].lower_ != "the" or token.lower_ not in roles() or token.lower_ in _OWN_MAN:
        return None
    at = part.span(part.doc[first]).start
    best = _salient(scene, at, _sex_of(token.lower_), past)
    if best is None or best.entity is None or best.entity.kind != "person":
        return None
    here = scene.sentence_at(at)
    near = any(s.entity is best.entity and 0 <= here - s.sentence <= 3 and s.span.start < at for s in scene.sightings)
    return best if near else None


def _is_same_description(speaker: Speaker, head: str) -> bool:
    if speaker.entity is not None or not speaker.name:
        return False
    return head in speaker.name.casefold().split()


def _sex_of(word: str) -> str | None:
    sex = person_words().get(word, "b")
    return None if sex == "b" else sex


def _pronoun(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker:
    """He and she: the person of that sex who was last spoken of; others: who spoke last, where it fits."""
    at = part.span(token)
    sex = _SEX.get(token.lower_)
    if sex is None:
        if (
            token.lower_ == "they"
            and past
            and past[-1].speaker.plural
            and scene.part_number(at.start) - scene.part_number(past[-1].at) <= 1
        ):
            last = past[-1].speaker
            return Speaker(last.name, at, last.entity, None, True)
        return Speaker(None, at)
    best = _salient(scene, at.start, sex, past)
    return Speaker(best.name, at, best.entity, sex) if best else Speaker(None, at, None, sex)


def _group(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker | None:
    """Whom "they" or "it" at a cue means: the last group or body that was a subject, in this paragraph or the one before."""
    number = scene.part_number(part.start)
    many = token.lower_ == "they"
    for at in (number, number - 1, number - 2):
        if at < 0:
            break
        where = scene.parsed.parts[at]
        for each in reversed(where.doc[: token.i] if at == number else where.doc[:]):
            if (
                each.dep_ not in ("nsubj", "nsubjpass")
                or each.pos_ not in ("NOUN", "PROPN")
                or not scene.is_narrated(where, each)
            ):
                continue
            plural = each.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in each.children)
            named = _named(scene, where, each, where.span(each))
            person = named.kind == "person" if named else each.lower_ in roles()
            if (
                (many
                and (plural or not person)
                and (plural or each.lower_ in _BODIES))
                or (not many
                and not plural
                and not person)
            ):
                return resolve(scene, where, each, past)
    return None


def _salient(scene: Scene, at: int, sex: str | None, past: list[Said]) -> Speaker | None:
    """The person of a sex who stands out most just before a place: near, a subject, the last to speak."""
    here = scene.sentence_at(at)
    scores: dict[object, tuple[float, Speaker]] = {}
    for sighting in scene.sightings:
        entity = sighting.entity
        if sighting.span.start >= at or not entity.could_be(sex):
            continue
        score = WEIGHTS["subject"] * sighting.subject + WEIGHTS["speaks"] * sighting.speaks
        score += WEIGHTS["sex"] * (entity.sex == sex) - min(here - sighting.sentence, 30)
        if entity.kind != "person":
            score -= WEIGHTS["unknown"] if sighting.speaks and len(entity.words) > 1 else WEIGHTS["thing"]
        _keep_best(scores, entity, score, Speaker(entity.canonical, None, entity, entity.sex))
    for said in past[-6:]:
        speaker = said.speaker
        if not speaker.name or speaker.plural or said.at >= at or (sex and speaker.sex not in (sex, None)):
            continue
        if speaker.entity is not None and not speaker.entity.could_be(sex):
            continue
        score = WEIGHTS["said"] + WEIGHTS["sex"] * (speaker.sex == sex) - min(here - scene.sentence_at(said.at), 30)
        _keep_best(scores, speaker.entity or speaker.name, score, speaker)
    return max(scores.values(), key=lambda one: one[0])[1] if scores else None


def _keep_best(scores: dict[object, tuple[float, Speaker]], key: object, score: float, speaker: Speaker) -> None:
    if key not in scores or score >= scores[key][0]:
        scores[key] = (score, speaker)
