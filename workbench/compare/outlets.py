"""Which article of the corpus an origin is: where an article's source has that name, in whatever script."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.compare.bodykeys import key
from workbench.model import Article, Entity, Origin


def settle(
    origins: Iterable[Origin], articles: Iterable[Article], entities: Sequence[Entity] = ()
) -> tuple[Origin, ...]:
    """`origins` with the article_id of the article that each is, where the source of one article alone has its name.

    An origin that no entity's mention gives an id gets that of the entity with its name.
    """
    by_name = {
        key(form): entity.entity_id for entity in reversed(entities) for form in (*entity.variants, entity.canonical)
    }
    of: dict[str, set[str]] = {}
    for article in articles:
        if article.source is not None:
            name = article.source.value
            for mark in {key(name), by_name.get(key(name))} - {None}:
                of.setdefault(str(mark), set()).add(article.article_id)
    settled = []
    for origin in origins:
        entity_id = origin.entity_id or by_name.get(key(origin.name))
        found = of.get(key(origin.name)) or of.get(entity_id or "") or set()
        source_id = next(iter(found)) if len(found) == 1 else None
        settled.append(replace(origin, entity_id=entity_id, source_id=source_id))
    return tuple(settled)
