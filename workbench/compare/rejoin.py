"""Names put right by hand: two entities made one, one taken apart. What articles write stays."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.compare.entities import Naming
from workbench.compare.namekeys import romanise
from workbench.errors import OptionError
from workbench.model import Check, Entity, Mention, Passage

#: What an entity's reason says of a decision by hand.
BY_HAND = "by hand"
APART = "apart by hand"


@dataclass(frozen=True, slots=True)
class Change:
    """One correction: `same` puts `other` into the entity, `apart` takes `uses` out.

    `uses` are pairs of an article_id and a form of the name, as that article writes it.
    """

    kind: Literal["same", "apart"]
    entity_id: str
    other: str = ""
    uses: tuple[tuple[str, str], ...] = ()


def rejoin(naming: Naming, changes: Sequence[Change]) -> Naming:
    """The naming after the `changes`, one after the other.

    Raises OptionError for a change that does not fit: an unknown entity, forms that are not its own, or all of them.
    """
    for change in changes:
        if change.kind == "same":
            naming = _same(naming, change)
        else:
            naming = _apart(naming, change)
    return naming


def form(mention: Mention) -> str:
    """The form of the name in a mention, white space plain."""
    return " ".join(mention.passage.surface.split())


def apart_id(change: Change) -> str:
    """The id of the entity that taking `uses` apart makes: the kind of the one it comes from, article and form."""
    article_id, name = min(change.uses)
    stem = re.sub(r"[^a-z0-9]+", "-", romanise(name)).strip("-") or "name"
    return f"{change.entity_id.partition(':')[0]}:{stem}:apart:{article_id}"


def _same(naming: Naming, change: Change) -> Naming:
    one, other = _known(naming, change.entity_id), _known(naming, change.other)
    if one is other:
        raise OptionError("A name cannot be the same as itself: name another one.")
    mentions = [
        replace(each, kind=one.kind, entity_id=one.entity_id, canonical=one.canonical)
        if each.entity_id == other.entity_id
        else each
        for each in naming.mentions
    ]
    reasons = [reason for reason in (one.reason, other.reason) if reason]
    why = "; ".join([*reasons, f"{one.canonical} = {other.canonical}: {BY_HAND}"])
    joined = _entity(one, [each for each in mentions if each.entity_id == one.entity_id], why)
    entities = [joined if each is one else each for each in naming.entities if each is not other]
    return _made(entities, mentions, naming.checks)


def _apart(naming: Naming, change: Change) -> Naming:
    one, out = _known(naming, change.entity_id), set(change.uses)
    own = {(each.passage.article_id, form(each)) for each in naming.mentions if each.entity_id == one.entity_id}
    if not out or not out < own:
        there = ", ".join(f"{name} ({article_id})" for article_id, name in sorted(own))
        raise OptionError(f"Take some, not all, of the {len(own)} forms of {one.canonical} apart; they are {there}.")
    key, go = apart_id(change), []
    for each in naming.mentions:
        if each.entity_id == one.entity_id and (each.passage.article_id, form(each)) in out:
            go.append(each)
    if any(entity.entity_id == key for entity in naming.entities):
        raise OptionError(f"{one.canonical} was taken apart like this already.")
    gone = {id(each) for each in go}
    stay = [each for each in naming.mentions if each.entity_id == one.entity_id and id(each) not in gone]
    kept, made = _entity(one, stay, one.reason), _entity(replace(one, entity_id=key), go, APART)
    kept, made = replace(kept, canonical=_fullest(stay, one.canonical)), replace(made, canonical=_fullest(go, ""))
    name_of = {one.entity_id: kept.canonical, key: made.canonical}
    mentions = [replace(each, entity_id=key) if id(each) in gone else each for each in naming.mentions]
    mentions = [replace(each, canonical=name_of.get(each.entity_id, each.canonical)) for each in mentions]
    entities = [new for each in naming.entities for new in ((kept, made) if each is one else (each,))]
    return _made(entities, mentions, naming.checks)


def _at(mentions: Iterable[Mention]) -> dict[Passage, str]:
    return {each.passage: each.entity_id for each in mentions}


def _asked(at: Mapping[Passage, str], check: Check) -> set[str]:
    """The entities of which a question asks whether they are one; `at` are the entities by their passages."""
    return {at[passage] for passage in check.passages if passage in at}


def _made(entities: Iterable[Entity], mentions: Sequence[Mention], checks: Iterable[Check]) -> Naming:
    """The naming, without the questions that are answered: both of whom are one by now."""
    at = _at(mentions)
    return Naming(tuple(entities), tuple(mentions), tuple(check for check in checks if len(_asked(at, check)) != 1))


def _entity(one: Entity, mentions: Sequence[Mention], reason: str | None) -> Entity:
    forms = Counter(form(each) for each in mentions)
    variants = tuple(sorted(forms, key=lambda name: (-forms[name], name)))
    return replace(
        one, variants=variants, reason=reason, article_ids=tuple(sorted({each.passage.article_id for each in mentions}))
    )


def _fullest(mentions: Sequence[Mention], name: str) -> str:
    """The name that the entity had, where a mention still has it; else the fullest of the forms most used."""
    forms = Counter(form(each) for each in mentions)
    return name if name in forms else min(forms, key=lambda each: (" " not in each, -forms[each], -len(each), each))


def _known(naming: Naming, entity_id: str) -> Entity:
    for entity in naming.entities:
        if entity.entity_id == entity_id:
            return entity
    raise OptionError(f"There is no name {entity_id!r} here; corpus.entities lists their entity_ids.")
