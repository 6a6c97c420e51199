"""Records to rows: plain dictionaries with the columns that `schemas` promises, ready for JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.model import (
    PROSE,
    Article,
    Check,
    Entity,
    Event,
    Fact,
    Figure,
    FigurePair,
    Mention,
    Passage,
    Problem,
    Quantity,
    Quote,
    QuotePair,
    Relation,
    Utterance,
    WordEdit,
)

Row = dict[str, Any]
_ELSE = {"decided": "machine"}


def articles(articles: Iterable[Article], event_of: Mapping[str, str] | None = None) -> list[Row]:
    """A row an article; `event_of` maps article_id to event_id where articles were grouped."""
    events = event_of or {}
    return [
        {
            "article_id": article.article_id,
            "source": _value(article.source),
            "headline": article.headline,
            "byline": _value(article.byline),
            "dateline": _value(article.dateline),
            "published": _value(article.published),
            "language": article.language,
            "words": words(article),
            "path": article.path,
            "sha256": article.sha256,
            "encoding": article.encoding,
            "text": article.text,
            "url": article.url,
            "note": article.note,
            "duplicate_of": article.duplicate_of,
            "served": article.served,
            "source_basis": article.source.basis if article.source else None,
            "published_basis": article.published.basis if article.published else None,
            "event_id": events.get(article.article_id),
        }
        for article in articles
    ]


def events(events: Iterable[Event], articles: Iterable[Article]) -> list[Row]:
    """A row an event, with the sources as `articles` name them."""
    source_of = {article.article_id: _value(article.source) for article in articles}
    return [
        {
            "event_id": event.event_id,
            "label": event.label,
            "articles": len(event.article_ids),
            "sources": sorted({source for one in event.article_ids if (source := source_of.get(one))}),
            "start_date": event.start_date,
            "end_date": event.end_date,
            "article_ids": list(event.article_ids),
        }
        for event in events
    ]


def words(article: Article) -> int:
    """The number of words, split at white space, in the article's prose: furniture, credits and bylines left out."""
    return sum(len(article.text[block.start : block.end].split()) for block in article.blocks if block.role in PROSE)


def problems(problems: Iterable[Problem]) -> list[Row]:
    """A row a problem."""
    return [
        {
            "path": problem.path,
            "article_id": problem.article_id,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        for problem in problems
    ]


def blocks(articles: Iterable[Article]) -> list[Row]:
    """A row a block, in reading order."""
    return [
        {
            "article_id": article.article_id,
            "start": block.start,
            "end": block.end,
            "role": block.role.value,
            "reason": block.reason,
            "repeat_of": block.repeat_of,
        }
        for article in articles
        for block in article.blocks
    ]


def figures(figures: Iterable[Figure], quantity_of: Mapping[str, str] | None = None) -> list[Row]:
    """A row a figure; `quantity_of` maps figure_id to quantity_id where figures were compared."""
    known = quantity_of or {}
    return [
        {
            "figure_id": figure.figure_id,
            **place(figure.passage),
            "kind": figure.kind.value,
            "value": figure.measure.value,
            "low": figure.measure.low,
            "high": figure.measure.high,
            "approximate": figure.measure.approximate,
            "bound": figure.measure.bound.value if figure.measure.bound else None,
            "unit": figure.measure.unit,
            "counted": figure.counted,
            "scope": figure.scope,
            "speaker": figure.speaker,
            "in_quote": figure.in_quote,
            "implied": figure.implied,
            "role": figure.role.value,
            "quantity_id": known.get(figure.figure_id),
            "standing": figure.standing.value if figure.standing else None,
            "as_of": figure.as_of,
        }
        for figure in figures
    ]


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


def names(mentions: Iterable[Mention]) -> list[Row]:
    """A row a mention of a person, organisation or place, in reading order."""
    return [
        {
            **place(mention.passage),
            "kind": mention.kind.value,
            "entity_id": mention.entity_id,
            "canonical": mention.canonical,
        }
        for mention in mentions
    ]


def entities(entities: Iterable[Entity]) -> list[Row]:
    """A row a person, organisation or place."""
    return [
        {
            "entity_id": entity.entity_id,
            "kind": entity.kind.value,
            "canonical": entity.canonical,
            "variants": list(entity.variants),
            "reason": entity.reason,
            "sources": list(entity.article_ids),
        }
        for entity in entities
    ]


def quantities(quantities: Iterable[Quantity]) -> list[Row]:
    """A row a quantity."""
    return [
        {
            "quantity_id": quantity.quantity_id,
            "label": quantity.label,
            "unit": quantity.unit,
            "verdict": quantity.verdict.value,
            "low": quantity.low,
            "best": quantity.best,
            "high": quantity.high,
            "sources": list(quantity.sources),
            "origins": list(quantity.origins),
            "figure_ids": [figure.figure_id for figure in quantity.figures],
        }
        for quantity in quantities
    ]


def figure_pairs(pairs: Iterable[FigurePair]) -> list[Row]:
    """A row for two figures of two articles on one quantity."""
    return [
        {
            "quantity_id": pair.quantity_id,
            "figure_a": pair.figure_a,
            "figure_b": pair.figure_b,
            "relation": pair.relation.value,
            "reason": pair.reason,
        }
        for pair in pairs
    ]


def relations(relations: Iterable[Relation]) -> list[Row]:
    """A row for a sum, a part and its total, or a tension."""
    return [
        {
            "relation_id": relation.relation_id,
            "expression": relation.expression,
            "holds": relation.holds,
            "figure_ids": list(relation.figure_ids),
            "note": relation.note,
        }
        for relation in relations
    ]


def checks(checks: Iterable[Check]) -> list[Row]:
    """A row a question."""
    return [
        {
            "check_id": check.check_id,
            "kind": check.kind.value,
            "severity": check.severity.value,
            "message": check.message,
            "figure_ids": list(check.figure_ids),
            "passages": [
                {"article_id": passage.article_id, "start": passage.start, "end": passage.end}
                for passage in check.passages
            ],
        }
        for check in checks
    ]


def complete(rows: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """The rows with exactly the columns `names`, in that order; what a row lacks is null.

    Where nobody has decided anything, a row is the machine's.
    """
    return [{name: row.get(name, _ELSE.get(name)) for name in names} for row in rows]


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


def place(passage: Passage) -> Row:
    """The columns that say where something stands."""
    return {
        "article_id": passage.article_id,
        "start": passage.start,
        "end": passage.end,
        "surface": passage.surface,
    }


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None
