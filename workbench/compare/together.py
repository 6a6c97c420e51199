"""What was compared within each of several events, as one: nothing is joined, and no id means two things."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from workbench.compare.entities import Naming
from workbench.compare.quantities import Comparison
from workbench.model import QuotePair, Utterance


def comparisons(found: Sequence[Comparison]) -> Comparison:
    """The comparisons of figures, in order; their ids name articles, and are as they were."""
    if len(found) == 1:
        return found[0]
    return Comparison(
        tuple(chain.from_iterable(one.quantities for one in found)),
        tuple(chain.from_iterable(one.pairs for one in found)),
        tuple(chain.from_iterable(one.relations for one in found)),
        tuple(chain.from_iterable(one.checks for one in found)),
    )


def quotes(
    found: Iterable[tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]],
) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
    """The comparisons of quotes, in order; their ids name articles, and are as they were."""
    some = list(found)
    return tuple(one for said, _ in some for one in said), tuple(one for _, pairs in some for one in pairs)


def namings(found: Sequence[Naming]) -> Naming:
    """Who and what is named in each event. Whoever is named in two is two entities: the later one's id is another."""
    if len(found) == 1:
        return found[0]
    taken: set[str] = set()
    made: list[Naming] = []
    for one in found:
        called = {entity.entity_id: _free(entity.entity_id, taken) for entity in one.entities}
        asked = [replace(check, check_id=_free(check.check_id, taken)) for check in one.checks]
        entities = (replace(entity, entity_id=called[entity.entity_id]) for entity in one.entities)
        mentions = (replace(mention, entity_id=called[mention.entity_id]) for mention in one.mentions)
        made.append(Naming(tuple(entities), tuple(mentions), tuple(asked)))
    return Naming(
        tuple(chain.from_iterable(one.entities for one in made)),
        tuple(chain.from_iterable(one.mentions for one in made)),
        tuple(chain.from_iterable(one.checks for one in made)),
    )


def _free(name: str, taken: set[str]) -> str:
    """The name, with the first free number behind it where an earlier event has it; and takes it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}@{number}"
    taken.add(found)
    return found
