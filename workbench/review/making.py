"""How a decision is made: the item as it is now, what changes, and an anchor for every passage that it is about."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.compare.namekeys import romanise
from workbench.errors import OptionError
from workbench.model import Device, Entity, Passage
from workbench.review import anchor, making_groups
from workbench.review.decision import Action, Decision, Kind, Layer, Target, new
from workbench.review.drafts import MANY, Draft, found, tried
from workbench.review.items import RULES, Rules, figure_row

if TYPE_CHECKING:
    from workbench.review.reviewed import Reviewed


def decision(
    corpus: "Reviewed",
    action: Action,
    layer: Layer,
    key: str,
    changes: Mapping[str, Any],
    *,
    reason: str,
    analyst: str,
    at: str,
) -> Decision:
    """The decision of `analyst` on the item `key` of a layer; `changes` are what it is to be, by column.

    Raises OptionError where there is no such item, or the changes are none that it can have.
    """
    draft = _DRAFTS.get(layer, _place)(corpus, action, layer, key, dict(changes))
    if action is Action.CORRECT and not draft.after:
        raise OptionError(f"Say what the {layer} is to be: a correction changes something.")
    if action in (Action.CONFIRM, Action.REJECT) and draft.after and draft.kind not in (Kind.SPLIT, Kind.UNGROUP):
        raise OptionError(f"To {action} changes nothing else; correct the {layer} to change {', '.join(draft.after)}.")
    _of_one_event(corpus, layer, {one.article_id for one in draft.passages})
    articles = {article.article_id: article for article in corpus.documents}
    anchors = draft.anchors or [anchor.of(one, articles) for one in dict.fromkeys(draft.passages)]
    return new(
        Target(layer, draft.key or key),
        action,
        analyst=analyst,
        at=at,
        kind=draft.kind,
        before=draft.before,
        after=draft.after,
        reason=reason,
        anchors=anchors,
    )


def beside(
    corpus: "Reviewed",
    target: Target,
    kind: Kind,
    after: Mapping[str, Any],
    *,
    reason: str,
    analyst: str,
    at: str,
) -> Decision:
    """A memo on, or a grade for, an item: kept beside the reading, which stays as it is.

    Raises OptionError where there is no such item.
    """
    layer = target.layer
    draft = _DRAFTS.get(layer, _place)(corpus, Action.CONFIRM, layer, target.key, {})
    articles = {article.article_id: article for article in corpus.documents}
    anchors = draft.anchors or [anchor.of(one, articles) for one in dict.fromkeys(draft.passages)]
    return new(target, Action.ADD, analyst=analyst, at=at, kind=kind, after=after, reason=reason, anchors=anchors)


def _of_one_event(corpus: "Reviewed", layer: Layer, article_ids: Iterable[str]) -> None:
    """Raises OptionError where these articles are of several events."""
    if len(corpus.event_records) > 1 and len({corpus.event_of[one] for one in article_ids}) > 1:
        raise OptionError(
            f"These are of two events, and each event is compared within itself: to decide on a {layer} across them, "
            'load the articles as one event with load(..., event="*").'
        )


def _place(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    rules = RULES[layer]
    if action is Action.ADD:
        return _added(corpus, layer, changes)
    record = found(corpus.items(layer), key, layer)
    row = rules.row(record)
    unknown = changes.keys() - rules.columns
    if unknown:
        columns = ", ".join(sorted(rules.columns))
        raise OptionError(f"A {layer} has no {', '.join(sorted(unknown))} to correct; it has {columns}.")
    draft = Draft(before=row, passages=[record.passage])
    article = corpus.document(record.passage.article_id)
    draft.after = _after(corpus, layer, row, changes)
    if "quantity_id" in changes:
        draft.before = {**row, "quantity_id": corpus.comparison.quantity_of.get(key)}
    if {"start", "end"} & changes.keys():
        place: dict[str, Any] = {**row, **changes}
        draft.after |= {"start": place["start"], "end": place["end"]}
        draft.passages.append(tried(lambda: article.passage(place["start"], place["end"])))
        if draft.passages[0] == draft.passages[1]:
            raise OptionError(f"This is where the {layer} stands already.")
    draft.passages += _members(corpus, draft.after.get("quantity_id"))
    if layer is Layer.WORDING and Device.CHOICE in (changes.get("device"), row["device"]) and "device" in changes:
        raise OptionError(
            "Which words are a choice is said in the view of choices; take the word out there, or add it."
        )
    now = rules.key(tried(lambda: rules.record({**row, **draft.after}, article)))
    if now != key and any(rules.key(one) == now for one in corpus.items(layer)):
        raise OptionError(f"There is such a {layer} at this place already: reject one of the two.")
    return draft


def _added(corpus: "Reviewed", layer: Layer, changes: dict[str, Any]) -> Draft:
    rules: Rules[Any] = RULES[layer]
    try:
        article = corpus.document(changes["article_id"])
        passage = article.passage(changes["start"], changes["end"])
    except (KeyError, ValueError, TypeError) as error:
        raise OptionError(f"To add a {layer}, say where it stands: article_id, start and end ({error}).") from error
    place: dict[str, Any] = {"article_id": passage.article_id, "start": passage.start, "end": passage.end}
    given = _after(
        corpus,
        layer,
        {"article_id": passage.article_id},
        {name: value for name, value in changes.items() if name not in place},
    )
    record = tried(lambda: rules.record({**given, **place}, article))
    key = rules.key(record)
    if any(rules.key(one) == key for one in corpus.items(layer)):
        raise OptionError(f"There is a {layer} at this place already: correct it, or confirm it.")
    row = {**rules.row(record), **given}
    return Draft(after=row, passages=[passage, *_members(corpus, given.get("quantity_id"))], key=key)


def _after(corpus: "Reviewed", layer: Layer, row: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with what follows from them."""
    after = dict(changes)
    if layer is Layer.FIGURE:
        after = figure_row(dict(row), changes)
        if after.get("quantity_id"):
            goal = found(corpus.comparison.quantities, after["quantity_id"], Layer.QUANTITY)
            after["quantity_figure_ids"] = [figure.figure_id for figure in goal.figures][:MANY]
    elif layer is Layer.QUOTE and "speaker" in changes:
        after |= {"speaker_id": None}
    elif layer is Layer.NAME and changes:
        after |= _meant(corpus, {**row, **changes}, changes)
    elif layer is Layer.LABEL and changes.get("entity_id"):
        entity = _entity(corpus, changes["entity_id"], row)
        after.setdefault("canonical", entity.canonical)
    elif layer is Layer.LABEL and "entity_id" in changes:
        after.setdefault("canonical", None)
    return after


def _meant(corpus: "Reviewed", row: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The entity that a mention is to mean: one there is, or a new one of this name."""
    if "entity_id" in changes:
        known = _entity(corpus, changes["entity_id"], row)
        return {"entity_id": known.entity_id, "canonical": known.canonical, "kind": known.kind.value}
    name, kind = " ".join(str(row.get("canonical") or "").split()), str(row.get("kind") or "person")
    if not name:
        raise OptionError("Say whose name it is: canonical, and kind (person, organisation or place).")
    event_of = corpus.event_of
    for one in corpus.naming.entities:
        same = one.canonical == name and one.kind.value == kind
        if same and event_of[one.article_ids[0]] == event_of[row["article_id"]]:
            return {"entity_id": one.entity_id, "canonical": name, "kind": kind}
    stem = re.sub(r"[^a-z0-9]+", "-", romanise(name)).strip("-") or "name"
    return {"entity_id": f"{kind}:{stem}:hand", "canonical": name, "kind": kind}


def _entity(corpus: "Reviewed", entity_id: str, row: Mapping[str, Any]) -> Entity:
    """The entity of this id, which must be of the same event as the row."""
    one: Entity = found(corpus.naming.entities, entity_id, Layer.ENTITY)
    _of_one_event(corpus, Layer.NAME, [row["article_id"], *one.article_ids])
    return one


def _members(corpus: "Reviewed", quantity_id: object) -> list[Passage]:
    if not quantity_id:
        return []
    goal = found(corpus.comparison.quantities, str(quantity_id), Layer.QUANTITY)
    return [figure.passage for figure in goal.figures[:MANY]]


_DRAFTS: dict[Layer, Callable[["Reviewed", Action, Layer, str, dict[str, Any]], Draft]] = {
    Layer.QUANTITY: making_groups.quantity,
    Layer.ENTITY: making_groups.entity,
    Layer.UTTERANCE: making_groups.utterance,
    Layer.CLAIM: making_groups.claim,
    Layer.CHECK: making_groups.check,
    Layer.SOURCE: making_groups.source,
}
