"""Who stands out just before a place in an article: whom "he" and "she" take up there."""

from bisect import bisect_left

from workbench.extract.cast import Entity
from workbench.extract.scene import Scene, Sighting
from workbench.extract.spoken import Said, Speaker

#: What makes a person stand out, in sentences of distance: being a subject, speaking, being known to be of the sex
#: looked for, having been quoted; and what tells against names that are not known to be a person's.
_SUBJECT, _SPEAKS, _SEX, _SAID, _UNKNOWN, _THING = 3.0, 1.5, 1.0, 2.0, 1.5, 4.0
_MOST = _SUBJECT + _SPEAKS + _SEX
#: Crossing into the paragraph before counts as so many sentences more.
_PARAGRAPH = 0.5
_FAR = 30
_LINKS = 4  # pronouns that are looked back on
_KEPT = 2  # sentences in which a pronoun keeps a person present
_RECENT = 6  # attributions that are looked back on


def salient(scene: Scene, at: int, sex: str | None, past: list[Said]) -> Speaker | None:
    """The person of a sex (None: of any) who stands out most just before a place; None where nobody does.

    Of two who stand out alike, the one nearer to the place.
    """
    chain = _chain(scene, at, sex) if sex else []
    for place in chain:
        if place not in scene.taken:
            scene.taken[place] = _most_salient(scene, place, sex, past, [one for one in chain if one < place])
    return _most_salient(scene, at, sex, past, chain)


def _chain(scene: Scene, at: int, sex: str | None) -> list[int]:
    """The last few places before one where a pronoun of its sex is a subject, each not far from the next, in order."""
    end = bisect_left(scene.taking_up, (at, ""))
    places: list[int] = []
    for place, own in reversed(scene.taking_up[max(0, end - _LINKS) : end]):
        if scene.sentence_at(places[-1] if places else at) - scene.sentence_at(place) > _KEPT:
            break
        if own == sex:
            places.append(place)
    return places[::-1]


def _most_salient(scene: Scene, at: int, sex: str | None, past: list[Said], chain: list[int]) -> Speaker | None:
    sentence, part = scene.sentence_at(at), scene.part_number(at)
    best: tuple[float, int] = (float("-inf"), -1)
    meant: Speaker | Entity | None = None
    for sighting in reversed(scene.seen_before(at)):
        far = _distance(sentence - sighting.sentence, part - sighting.part)
        if best[0] >= _MOST - far:
            break  # nobody named before can stand out more
        if sighting.entity.could_be(sex):
            score = _worth(sighting, sex) - far
            if sighting.introduced and sentence - sighting.sentence == 1 and sex and not _is_led(scene, sighting, sex):
                score += _SUBJECT + _SPEAKS
            if score > best[0]:
                best, meant = (score, sighting.span.start), sighting.entity
    for said in past[-_RECENT:]:
        speaker = said.speaker
        if said.at < at and _may_be(speaker, sex):
            far = _distance(sentence - scene.sentence_at(said.at), part - scene.part_number(said.at))
            one = _SAID + _SEX * (speaker.sex == sex) - far, said.at
            if one > best:
                best, meant = one, speaker
    taken = scene.taken[chain[-1]] if chain else None  # Mayor Ana Ruiz has seen it before. In May she lost her boat.
    if taken is not None:
        place = chain[-1]
        far = _distance(sentence - scene.sentence_at(place), part - scene.part_number(place))
        if (_SUBJECT + _SEX - far, place) > best:
            meant = taken
    return Speaker(meant.canonical, None, meant, meant.sex) if isinstance(meant, Entity) else meant


def _is_led(scene: Scene, sighting: Sighting, sex: str) -> bool:
    """Whether somebody else of a sex is the subject of the sentence of a mention, so that it stays about them."""
    end = bisect_left(scene.taking_up, (sighting.span.start, ""))
    pronouns = scene.taking_up[max(0, end - _LINKS) : end]
    if any(own == sex and scene.sentence_at(place) == sighting.sentence for place, own in pronouns):
        return True
    others = (one for one in scene.seen_before(sighting.span.start) if one.sentence == sighting.sentence)
    return any((one.leads or one.speaks) and one.entity.could_be(sex) for one in others)


def _worth(sighting: Sighting, sex: str | None) -> float:
    entity = sighting.entity
    score = _SUBJECT * sighting.subject + _SPEAKS * sighting.speaks + _SEX * (entity.sex == sex)
    if entity.kind != "person":
        score -= _UNKNOWN if sighting.speaks and len(entity.words) > 1 else _THING
    return score


def _distance(sentences: int, paragraphs: int) -> float:
    return min(sentences + _PARAGRAPH * (paragraphs > 0), _FAR)


def _may_be(speaker: Speaker, sex: str | None) -> bool:
    if not speaker.name or speaker.plural or not speaker.human or (sex and speaker.sex not in (sex, None)):
        return False
    return speaker.entity is None or speaker.entity.could_be(sex)
