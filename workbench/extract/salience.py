"""Who stands out just before a place in an article: whom "he" and "she" take up there."""

from bisect import bisect_left

from workbench.extract.cast import Entity
from workbench.extract.scene import Scene, Sighting
from workbench.extract.spoken import Said, Speaker

#: What makes a person stand out, in sentences of distance: being a subject, speaking, being known to be of the sex
#: looked for, having been quoted; and what tells against names that are not known to be a person's.
_SUBJECT, _SPEAKS, _SEX, _SAID, _UNKNOWN, _THING = 3.0, 1.5, 1.0, 2.0, 1.5, 4.0
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
    places: list[int] = []
    end = bisect_left(scene.taking_up, (at, ""))
    for place, own in reversed(scene.taking_up[max(0, end - _LINKS) : end]):
        if scene.sentence_at(places[-1] if places else at) - scene.sentence_at(place) > _KEPT:
            break
        if own == sex:
            places.append(place)
    return places[::-1]


def _most_salient(scene: Scene, at: int, sex: str | None, past: list[Said], chain: list[int]) -> Speaker | None:
    scores: dict[object, tuple[float, int, Speaker | Entity]] = {}
    sentence, part = scene.sentence_at(at), scene.part_number(at)
    for sighting in scene.seen_before(at):
        entity = sighting.entity
        if entity.could_be(sex):
            score = _worth(sighting, sex) - _distance(sentence - sighting.sentence, part - sighting.part)
            if sighting.introduced and sentence - sighting.sentence == 1 and sex and not _is_led(scene, sighting, sex):
                score += _SUBJECT + _SPEAKS
            if entity not in scores or score >= scores[entity][0]:
                scores[entity] = score, sighting.span.start, entity
    for said in past[-_RECENT:]:
        speaker = said.speaker
        if said.at < at and _may_be(speaker, sex):
            far = _distance(sentence - scene.sentence_at(said.at), part - scene.part_number(said.at))
            score = _SAID + _SEX * (speaker.sex == sex) - far
            key = speaker.entity or speaker.name
            if key not in scores or score >= scores[key][0]:
                scores[key] = score, said.at, speaker
    for place in chain[-1:]:  # Mayor Ana Ruiz has seen it before. In May she lost her boat.
        who = scene.taken[place]
        if who is not None:
            score = _SUBJECT + _SEX - _distance(sentence - scene.sentence_at(place), part - scene.part_number(place))
            key = who.entity or who.name
            if key not in scores or score >= scores[key][0]:
                scores[key] = score, place, who
    if not scores:
        return None
    best = max(scores.values(), key=lambda one: one[:2])[2]
    return Speaker(best.canonical, None, best, best.sex) if isinstance(best, Entity) else best


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
