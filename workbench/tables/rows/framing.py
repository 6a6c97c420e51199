"""Records of framing to rows: labels, wording, acts, dates, timeline, reuse, origins, claims and distinctive words."""

from collections.abc import Iterable

from workbench.model import (
    Act,
    Claim,
    DateMention,
    Distinction,
    Happening,
    Label,
    Origin,
    Passage,
    Reuse,
    Voice,
    Wording,
)
from workbench.tables.rows.row import Row, at, place


def labels(labels: Iterable[Label]) -> list[Row]:
    """A row a label, in reading order."""
    return [
        {
            **place(label.passage),
            "entity_id": label.entity_id,
            "voice": label.voice.value,
            "canonical": label.canonical,
            "kind": label.kind.value,
            "speaker": label.speaker,
            "target": label.target.surface if label.target else None,
            "target_start": label.target.start if label.target else None,
            "target_end": label.target.end if label.target else None,
            "role": label.role.value,
        }
        for label in labels
    ]


def wording(wording: Iterable[Wording]) -> list[Row]:
    """A row a word that frames, in reading order.

    `voice` says whose very words they are: in reported speech the article chooses the words, so they are the
    narrator's, and `reported` says that somebody else is meant to have said it.
    """
    return [
        {
            **place(word.passage),
            "concept": word.concept,
            "device": word.device.value,
            "voice": (Voice.QUOTED if word.voice is Voice.QUOTED else Voice.NARRATOR).value,
            "lexicon": word.lexicon,
            "reported": word.voice is Voice.REPORTED,
            "speaker": word.speaker,
            "role": word.role.value,
        }
        for word in wording
    ]


def acts(acts: Iterable[Act]) -> list[Row]:
    """A row an act, in reading order."""
    return [
        {
            **place(act.passage),
            "lemma": act.lemma,
            "form": act.form.value,
            **_side("actor", act.actor, act.actor_id),
            **_side("object", act.object, act.object_id),
            "negated": act.negated,
            "voice": act.voice.value,
            "speaker": act.speaker,
            "role": act.role.value,
        }
        for act in acts
    ]


def dates(dates: Iterable[DateMention]) -> list[Row]:
    """A row a date as stated, in reading order."""
    return [
        {
            **place(date.passage),
            "start_date": date.start_date,
            "end_date": date.end_date,
            "basis": date.basis,
            "event": date.event,
            "event_start": date.event_at.start if date.event_at else None,
            "event_end": date.event_at.end if date.event_at else None,
            "role": date.role.value,
        }
        for date in dates
    ]


def timeline(happenings: Iterable[Happening]) -> list[Row]:
    """A row an event of the timeline, in order of time."""
    return [
        {
            "happening_id": one.happening_id,
            "start_date": one.start_date,
            "end_date": one.end_date,
            "label": one.label,
            "sources": list(one.article_ids),
            "differs": one.differs,
            "passages": [at(date.passage) for date in one.dates],
        }
        for one in happenings
    ]


def reuse(reuse: Iterable[Reuse]) -> list[Row]:
    """A row for text that two articles share."""
    return [
        {
            "article_a": one.a.article_id,
            "start_a": one.a.start,
            "end_a": one.a.end,
            "surface_a": one.a.surface,
            "article_b": one.b.article_id,
            "start_b": one.b.start,
            "end_b": one.b.end,
            "surface_b": one.b.surface,
            "tokens": one.tokens,
            "near": one.near,
        }
        for one in reuse
    ]


def origins(origins: Iterable[Origin]) -> list[Row]:
    """A row for each place at which an article names where it has something from."""
    return [
        {
            **place(origin.passage),
            "name": origin.name,
            "how": origin.how,
            "entity_id": origin.entity_id,
            "source_id": origin.source_id,
        }
        for origin in origins
    ]


def claims(claims: Iterable[Claim]) -> list[Row]:
    """A row a claim."""
    return [
        {
            "claim_id": claim.claim_id,
            "label": claim.label,
            "sources": list(claim.article_ids),
            "silent": list(claim.silent),
            "passages": [at(passage) for passage in claim.passages],
            "kind": claim.kind,
            "sought": list(claim.sought),
            "origins": list(claim.origins),
        }
        for claim in claims
    ]


def distinctive(distinctions: Iterable[Distinction]) -> list[Row]:
    """A row for a word of one source, the most distinctive first."""
    return [
        {
            "article_id": one.article_id,
            "word": one.word,
            "count": one.count,
            "elsewhere": one.elsewhere,
            "per_thousand": one.per_thousand,
            "z": one.z,
            "passages": [at(passage) for passage in one.passages],
        }
        for one in distinctions
    ]


def _side(name: str, passage: Passage | None, entity_id: str | None) -> Row:
    return {
        name: passage.surface if passage else None,
        f"{name}_start": passage.start if passage else None,
        f"{name}_end": passage.end if passage else None,
        f"{name}_id": entity_id,
    }
