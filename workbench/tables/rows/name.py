"""Names, and who and what they name, to rows."""

from collections.abc import Iterable

from workbench.model import Entity, Mention
from workbench.tables.rows.row import Row, place


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
