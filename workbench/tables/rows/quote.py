"""Quotes, what was said and its renderings in pairs, to rows."""

from collections.abc import Iterable, Mapping

from workbench.model import Quote, QuotePair, Utterance, WordEdit
from workbench.tables.rows.row import Row, place


def quotes(quotes: Iterable[Quote], utterance_of: Mapping[str, str] | None = None) -> list[Row]:
    """A row a quote; `utterance_of` maps quote_id to utterance_id where quotes were compared."""
    known = utterance_of or {}
    return [
        {
            "quote_id": quote.quote_id,
            **place(quote.passage),
            "kind": quote.kind.value,
            "speaker": quote.speaker,
            "speaker_id": quote.speaker_id,
            "speaker_surface": quote.speaker_at.surface if quote.speaker_at else None,
            "speaker_start": quote.speaker_at.start if quote.speaker_at else None,
            "speaker_end": quote.speaker_at.end if quote.speaker_at else None,
            "cue": quote.cue,
            "via": quote.via,
            "quotation_id": quote.quotation_id,
            "utterance_id": known.get(quote.quote_id),
            "role": quote.role.value,
        }
        for quote in quotes
    ]


def utterances(utterances: Iterable[Utterance]) -> list[Row]:
    """A row an utterance."""
    return [
        {
            "utterance_id": utterance.utterance_id,
            "speaker": utterance.speaker,
            "sources": list(utterance.article_ids),
            "fidelity": utterance.fidelity.value if utterance.fidelity else None,
            "quote_ids": list(utterance.quote_ids),
            "conflict": utterance.conflict,
        }
        for utterance in utterances
    ]


def quote_pairs(pairs: Iterable[QuotePair]) -> list[Row]:
    """A row for two renderings of one utterance."""
    return [
        {
            "utterance_id": pair.utterance_id,
            "quote_a": pair.quote_a,
            "quote_b": pair.quote_b,
            "relation": pair.relation.value,
            "changes": [_edit(edit) for edit in pair.changes],
            "conflict": pair.conflict,
            "note": pair.note,
        }
        for pair in pairs
    ]


def _edit(edit: WordEdit) -> Row:
    return {
        "op": edit.kind.value,
        "a": edit.a.surface if edit.a else None,
        "b": edit.b.surface if edit.b else None,
        "a_start": edit.a.start if edit.a else None,
        "a_end": edit.a.end if edit.a else None,
        "b_start": edit.b.start if edit.b else None,
        "b_end": edit.b.end if edit.b else None,
        "outside": edit.outside,
    }
