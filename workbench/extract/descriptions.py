"""Whom a description means: "the envoy", "the Vermont senator", "the striker"."""

import re
from typing import Any

from workbench.extract.cast import Entity, bare_roles
from workbench.extract.salience import salient
from workbench.extract.scene import Scene
from workbench.extract.spoken import Said, Speaker
from workbench.extract.wordlists import (
    bodies,
    firms,
    organisation_sorts,
    person_nouns,
    person_words,
    place_adjectives,
    public_bodies,
    roles,
    same_role,
    stand_ins,
)
from workbench.language import Part

_NEW = frozenset(["a", "an", "another", "one", "some", "several", "many", "few", "two", "three", "other"])
_DEFINITE = frozenset(["the", "this", "that"])
_NO_MATTER = frozenset(["the", "this", "that", "his", "her", "their", "its", "former", "own"])
_CIVIC = frozenset(["union", "party", "church", "congregation", "federation", "league", "movement"])
_ONCE = frozenset(["former", "retired", "veteran"])
_OWNERS = frozenset(["his", "her", "their", "its", "my", "our"])
#: What stands between what something is and its name.
_CALLED = re.compile(
    r"(?P<noun>[^\W\d_]+),? (?:(?:that|which) )?(?:calling itself|calls itself|called|known as|named|dubbed) (?:the )?$"
)
_BEFORE = 60  # characters before a name
_NEAR = 5  # sentences
_LOOK_BACK = 200  # attributions


def described(scene: Scene, part: Part, token: Any, first: int, past: list[Said]) -> Speaker | None:
    """Whom the noun phrase that `token` heads and token number `first` begins means; None where nobody surely.

    That is who bears the role in the article; else whoever was so described before; else, where "the striker" can
    only be another name for them, the person last spoken of.
    """
    words = [each.lower_.rstrip(".") for each in part.doc[first : token.i + 1]]
    words[-1:] = meant if len(meant := same_role(words[-1]).split()) > 1 else words[-1:]  # the PM
    head = same_role(words[-1])
    place = part.span(token).start
    if _only_stands_in(words, token):
        return _stand_in(scene, part, token, first, past)
    if head in bodies():
        return _body(scene, words, place, past) if words[0] in _DEFINITE else None
    if words[0] in _NEW or part.doc[first].pos_ == "NUM" or (head not in roles() and words[-1] not in roles()):
        return None
    bearer = _bearer(scene, words, head, place)
    if bearer is not None and _fits_owner(bearer, words):
        return Speaker(bearer.canonical, None, bearer, bearer.sex)
    if words[0] not in _DEFINITE:
        return None
    lately = reversed(past[-_LOOK_BACK:])
    before = next((one.speaker for one in lately if one.at < place and _is_so_described(one.speaker, head)), None)
    return before or _stand_in(scene, part, token, first, past)


def _only_stands_in(words: list[str], token: Any) -> bool:
    """Whether a description says nothing but what its bearer is like: the 24-year-old, the Dane."""
    if words[0] not in _DEFINITE:
        return False
    if words[1:2] and words[1] in _ONCE and words[-1] not in roles() and words[-1] in person_nouns():
        return True  # the former opener
    return (words[-1].endswith("old") and "year" in "".join(words)) or (
        len(words) == 2 and token.text in place_adjectives()
    )


def _body(scene: Scene, words: list[str], place: int, past: list[Said]) -> Speaker | None:
    """The body that "the agency" means: the last named whose name says so, else the body that spoke last, near by."""
    named = [
        sighting.entity
        for sighting in scene.seen_before(place)
        if words[-1] in (word.casefold() for word in sighting.entity.words)
        or _is_introduced(scene, sighting.span.start, words[-1])
    ]
    if named:
        return Speaker(named[-1].canonical, None, named[-1])
    if len(words) > 2:
        return None  # "the coast guard" says which body it is: no other one
    last = next((one for one in reversed(past[-_LOOK_BACK:]) if one.at < place), None)
    if last is None or scene.part_number(place) - scene.part_number(last.at) > 1:
        return None
    entity = last.speaker.entity
    if entity is not None and words[-1] in public_bodies() and not entity.words[0].isupper():
        return None  # of other names the council is none; of initials it may be
    if entity is not None and _is_other_body(words[-1], entity):
        return None
    bodily = entity is not None and (entity.kind == "organisation" or (entity.kind is None and not entity.sex))
    return last.speaker if bodily else None


def _is_introduced(scene: Scene, start: int, noun: str) -> bool:
    """Whether the name that begins here is given to what a noun calls: a group calling itself X."""
    match = _CALLED.search(scene.text[max(0, start - _BEFORE) : start])
    return match is not None and match["noun"].casefold() == noun


def _is_other_body(noun: str, entity: Entity) -> bool:
    """Whether a name says of what sort a body is, and a noun is one for another: the Miners' Union is no company."""
    sorts = {sort for word in entity.words if (sort := organisation_sorts().get(word.casefold())) is not None}
    if noun in firms():
        return bool(sorts & {"public", "civic"}) and not sorts & {"company", "press"}
    return noun in _CIVIC and bool(sorts) and "civic" not in sorts


def _bearer(scene: Scene, words: list[str], head: str, place: int) -> Entity | None:
    """Who bears a role: of several, who shares most of the description's other words; of equals, the last named."""
    rest = {word for word in words[:-1] if word.isalpha() and word not in _NO_MATTER}
    fitting: list[tuple[int, Entity]] = []
    for entity in scene.cast.bearing(head):
        if entity.could_be(sex_of(words[-1])):
            fitting.append((len(rest & bare_roles(entity)), entity))
    if not fitting:
        return None
    best = max(score for score, _ in fitting)
    top = [entity for score, entity in fitting if score == best]
    if len(top) == 1:
        return top[0]
    named = [sighting.entity for sighting in scene.seen_before(place) if sighting.entity in top]
    return named[-1] if named else None


def _fits_owner(bearer: Entity, words: list[str]) -> bool:
    """Whether whose spokesman it is fits: "his" may be anybody's; "the port's" must be said of the bearer too."""
    if words[0] in _OWNERS:
        return False
    if "'s" not in words[1:]:
        return True
    own = {word.rstrip(".") for word in bearer.roles}
    return words[words.index("'s", 1) - 1] in own


def _is_so_described(speaker: Speaker, head: str) -> bool:
    return speaker.entity is None and speaker.name is not None and head in speaker.name.casefold().split()


def _stand_in(scene: Scene, part: Part, token: Any, first: int, past: list[Said]) -> Speaker | None:
    """The person last spoken of, where the description is one that only stands in for a name."""
    told = token.lower_ in stand_ins() or (token.lower_ in person_nouns() and token.lower_ not in roles())
    if not told and not token.lower_.endswith("old") and token.text not in place_adjectives():
        return None
    at = part.span(part.doc[first]).start
    best = salient(scene, at, sex_of(token.lower_), past)
    if best is None or best.entity is None or best.entity.kind != "person":
        return None
    here = scene.sentence_at(at)
    seen = (sighting for sighting in scene.seen_before(at) if sighting.entity is best.entity)
    return best if any(here - sighting.sentence <= _NEAR for sighting in seen) else None


def sex_of(word: str) -> str | None:
    """f or m where a title or role says so.

    >>> sex_of("spokeswoman"), sex_of("senator")
    ('f', None)
    """
    sex = person_words().get(word, "b")
    return None if sex == "b" else sex
