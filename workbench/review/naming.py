"""Decisions on names: a mention, and the person, organisation or place behind it; renamed, merged, split, left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.compare.entities import Naming
from workbench.compare.rejoin import BY_HAND, Change, form, rejoin
from workbench.errors import OptionError
from workbench.model import Article, Entity, Mention
from workbench.review.decision import BESIDE, Action, Kind
from workbench.review.items import MENTIONS, Applied, Rules, apply
from workbench.review.standing import CONFIRMED, CORRECTED, LOST, Placed, Standing

Use = tuple[str, str]  # an article_id and a form of the name, as that article writes it


@dataclass
class Named:
    """The naming after the decisions, what each entity is by now, and decisions that do not fit."""

    naming: Naming
    mentions: Applied[Mention]
    decided: dict[str, str] = field(default_factory=dict)
    rejected: int = 0  # entities
    orphans: dict[str, str] = field(default_factory=dict)


def decide(
    naming: Naming,
    standings: Mapping[str, Standing],
    placed: Iterable[Placed],
    articles: Mapping[str, Article],
    rules: Rules[Mention] = MENTIONS,
) -> Named:
    """The names after the decisions on mentions (`standings`), then those on entities (`placed`), in their order."""
    mentions = apply(naming.mentions, standings, rules, articles) if standings else Applied(naming.mentions)
    if standings:
        naming = _rebuilt(naming, mentions.records)
    made = Named(naming, mentions)
    for one in placed:
        if one.decision.kind in BESIDE:
            continue
        try:
            _one(made, one)
        except (OptionError, KeyError, TypeError, ValueError) as error:
            made.orphans[one.decision.decision_id] = f"it does not fit any more ({error})"
    return made


def uses_of_variant(naming: Naming, entity_id: str, variant: str) -> list[Use]:
    """The uses that a spelling takes along when it is held to be somebody else's: itself, and its parts beside it.

    A part of the name ("Cole") goes along in the articles that write the variant ("John Cole") and no other full form
    that has this part.
    """
    own = {(one.passage.article_id, form(one)) for one in naming.mentions if one.entity_id == entity_id}
    words, taken = set(variant.split()), []
    for article_id in sorted({article_id for article_id, name in own if name == variant}):
        beside = [set(name.split()) for where, name in own if where == article_id and name != variant]
        for where, name in sorted(own):
            parts = set(name.split())
            if where == article_id and (
                name == variant or (parts < words and not any(parts < other for other in beside))
            ):
                taken.append((where, name))
    return taken


def mentions_of(naming: Naming, entity_id: str, uses: Iterable[Use] | None = None) -> list[Mention]:
    """The mentions of an entity; with `uses`, of these alone."""
    wanted = None if uses is None else {(article_id, name) for article_id, name in uses}
    return [
        one
        for one in naming.mentions
        if one.entity_id == entity_id and (wanted is None or (one.passage.article_id, form(one)) in wanted)
    ]


def _one(made: Named, placed: Placed) -> None:
    decision = placed.decision
    wanted = {tuple(use) for use in decision.after.get("uses", ())}
    uses = _standing_uses(placed, wanted)
    own = {tuple(use) for use in decision.before.get("uses", ())}
    one = _entity_of(made.naming, placed, own - wanted if decision.kind is Kind.MERGE else own)
    if placed.lost or one is None or (wanted and not uses):
        made.orphans[decision.decision_id] = LOST
    elif decision.kind is Kind.SPLIT:
        _split(made, one, uses)
    elif decision.kind is Kind.MERGE:
        other = _entity_of(made.naming, placed, wanted)
        if other is None:
            made.orphans[decision.decision_id] = LOST
        elif other != one:
            made.naming = rejoin(made.naming, [Change("same", one, other)])
            made.decided.pop(other, None)
            made.decided[one] = CORRECTED
        else:
            made.decided.setdefault(one, CONFIRMED)
    elif decision.kind is Kind.RENAME:
        made.naming = _renamed(made.naming, one, str(decision.after["canonical"]))
        made.decided[one] = CORRECTED
    elif decision.action is Action.REJECT:
        made.naming = _without(made.naming, one)
        made.decided.pop(one, None)
        made.rejected += 1
    elif decision.action is Action.CONFIRM:
        made.decided.setdefault(one, CONFIRMED)


def _split(made: Named, one: str, uses: set[Use]) -> None:
    own = {(each.passage.article_id, form(each)) for each in mentions_of(made.naming, one)}
    out = own & uses
    if not out or out == own:  # the machine keeps them apart by now: what was decided holds
        made.decided.setdefault(one, CONFIRMED)
        return
    before = {entity.entity_id for entity in made.naming.entities}
    made.naming = rejoin(made.naming, [Change("apart", one, uses=tuple(sorted(out)))])
    new = {entity.entity_id for entity in made.naming.entities} - before
    entities = (
        replace(e, reason=_left(e, {form for _, form in out})) if e.entity_id == one else e
        for e in made.naming.entities
    )
    made.naming = replace(made.naming, entities=tuple(entities))
    made.decided |= dict.fromkeys((one, *new), CORRECTED)


def _left(one: Entity, gone: set[str]) -> str | None:
    """Why what is left of an entity is one: nothing had to be merged where its forms are parts of the fullest."""
    fullest = set(max(one.variants, key=len, default="").split())
    if one.reason is None or all(set(name.split()) <= fullest for name in one.variants):
        return None
    return f"{one.reason}; without {', '.join(sorted(gone))}: {BY_HAND}"


def _standing_uses(placed: Placed, wanted: Iterable[tuple[str, ...]]) -> set[Use]:
    """The uses of which a mention still stands, under the ids that their articles have now."""
    held: set[Use] = set()
    known = set(wanted)
    for anchor, passage in zip(placed.decision.anchors, placed.passages, strict=True):
        name = " ".join(anchor.exact.split())
        if passage is not None and (anchor.article_id, name) in known:
            held.add((passage.article_id, name))
    return held


def _entity_of(naming: Naming, placed: Placed, uses: set[tuple[str, ...]]) -> str | None:
    """The entity that has most of the anchored mentions of these uses; None where none has, or two have as many."""
    at = {(one.passage.article_id, one.passage.start, one.passage.end): one.entity_id for one in naming.mentions}
    counts: dict[str, int] = defaultdict(int)
    for anchor, passage in zip(placed.decision.anchors, placed.passages, strict=True):
        name = " ".join(anchor.exact.split())
        if passage is None or (uses and (anchor.article_id, name) not in uses):
            continue
        key = at.get((passage.article_id, passage.start, passage.end))
        if key is not None:
            counts[key] += 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return placed.key if placed.key in counts else None  # the key among these events
    return ranked[0][0]


def _renamed(naming: Naming, entity_id: str, canonical: str) -> Naming:
    name = " ".join(canonical.split())
    if not name:
        raise OptionError("A name needs at least one word.")
    mentions = tuple(replace(one, canonical=name) if one.entity_id == entity_id else one for one in naming.mentions)
    entities = tuple(replace(one, canonical=name) if one.entity_id == entity_id else one for one in naming.entities)
    return Naming(entities, mentions, naming.checks)


def _without(naming: Naming, entity_id: str) -> Naming:
    mentions = tuple(one for one in naming.mentions if one.entity_id != entity_id)
    gone = {one.passage for one in naming.mentions if one.entity_id == entity_id}
    checks = tuple(check for check in naming.checks if not gone.intersection(check.passages))
    return Naming(tuple(one for one in naming.entities if one.entity_id != entity_id), mentions, checks)


def _rebuilt(naming: Naming, mentions: Sequence[Mention]) -> Naming:
    """The naming with these mentions: entities follow them, new ones included."""
    known = {entity.entity_id: entity for entity in naming.entities}
    had: dict[str, list[Mention]] = defaultdict(list)
    for one in naming.mentions:
        had[one.entity_id].append(one)
    now: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        now[one.entity_id].append(one)
    entities = [
        _entity(known[key], some) if some != had[key] else known[key] for key in known if (some := now.get(key))
    ]
    for key, some in now.items():
        if key not in known:
            entities.append(_entity(Entity(key, some[0].kind, some[0].canonical, (), BY_HAND, ()), some))
    called = {entity.entity_id: entity for entity in entities}
    settled = (
        replace(one, canonical=called[one.entity_id].canonical, kind=called[one.entity_id].kind) for one in mentions
    )
    gone = {one.passage for some in had.values() for one in some} - {
        one.passage for some in now.values() for one in some
    }
    checks = tuple(check for check in naming.checks if not gone.intersection(check.passages))
    return Naming(tuple(entities), tuple(settled), checks)


def _entity(one: Entity, mentions: Sequence[Mention]) -> Entity:
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[form(mention)] += 1
    variants = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
    return replace(one, variants=variants, article_ids=tuple(sorted({each.passage.article_id for each in mentions})))
