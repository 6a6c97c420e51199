"""How decisions are made on what has many passages, or none: quantities, entities, utterances, claims and the like."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.compare.rejoin import form
from workbench.errors import OptionError
from workbench.review import anchor
from workbench.review.decision import Action, Kind, Layer
from workbench.review.drafts import MANY, Draft, found, tried
from workbench.review.naming import mentions_of, uses_of_variant

if TYPE_CHECKING:
    from workbench.review.reviewed import Reviewed


def quantity(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on a quantity: named anew (`label`), merged (`other`) or split (`figure_ids`)."""
    one = found(corpus.comparison.quantities, key, layer)
    draft = Draft(before={"label": one.label, "figure_ids": [each.figure_id for each in one.figures][:MANY]})
    draft.passages = [each.passage for each in one.figures[:MANY]]
    if "figure_ids" in changes:
        known = {each.figure_id: each for each in one.figures}
        out = [found(known.values(), each, Layer.FIGURE) for each in changes["figure_ids"]]
        if not 0 < len(out) < len(known):
            raise OptionError(f"A split takes some, not all, of the {len(known)} figures out.")
        draft.kind, draft.after = Kind.SPLIT, {"figure_ids": [each.figure_id for each in out]}
        draft.passages += [each.passage for each in out]
        if changes.get("label"):
            draft.after["label"] = changes["label"]
    elif "other" in changes:
        other = found(corpus.comparison.quantities, changes["other"], layer)
        if other is one:
            raise OptionError("A quantity cannot be merged with itself: name another one.")
        ids = [each.figure_id for each in other.figures][:MANY]
        draft.kind, draft.after = Kind.MERGE, {"other": other.quantity_id, "figure_ids": ids}
        draft.passages += [each.passage for each in other.figures[:MANY]]
    elif "label" in changes:
        draft.kind, draft.after = Kind.RENAME, {"label": _words(changes["label"], "A quantity")}
    else:
        _nothing_else(changes, layer, "label (rename), other (merge) or figure_ids (split)")
    return draft


def entity(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on an entity: named anew (`canonical`), merged (`other`) or split (`variant`, `uses`)."""
    one = found(corpus.naming.entities, key, layer)
    own = mentions_of(corpus.naming, key)
    draft = Draft(before={"canonical": one.canonical, "uses": _uses(own)}, passages=[m.passage for m in own[:MANY]])
    if "variant" in changes or "uses" in changes:
        uses = [tuple(use) for use in changes.get("uses", ())]
        uses = uses or [tuple(use) for use in uses_of_variant(corpus.naming, key, str(changes.get("variant")))]
        out = mentions_of(corpus.naming, key, [(use[0], use[1]) for use in uses if len(use) == 2])
        if not 0 < len(out) < len(own):
            raise OptionError(f"Take some, not all, of the forms apart; {one.canonical} has {', '.join(one.variants)}.")
        draft.kind, draft.after = Kind.SPLIT, {"uses": _uses(out)}
        draft.passages += [each.passage for each in out]
    elif "other" in changes:
        other = found(corpus.naming.entities, changes["other"], layer)
        if other is one:
            raise OptionError("A name cannot be the same as itself: name another one.")
        theirs = mentions_of(corpus.naming, other.entity_id)
        draft.kind, draft.after = Kind.MERGE, {"other": other.entity_id, "uses": _uses(theirs)}
        draft.passages += [each.passage for each in theirs[:MANY]]
    elif "canonical" in changes:
        draft.kind, draft.after = Kind.RENAME, {"canonical": _words(changes["canonical"], "A name")}
    else:
        _nothing_else(changes, layer, "canonical (rename), other (merge), variant or uses (split)")
    return draft


def _uses(mentions: Iterable[Any]) -> list[list[str]]:
    return [list(use) for use in dict.fromkeys((one.passage.article_id, form(one)) for one in mentions)]


def utterance(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on an utterance: quotes put in (`group`) or taken out (`ungroup`)."""
    one = found(corpus.quote_groups[0], key, layer)
    quotes = {quote.quote_id: quote for quote in corpus.quote_records}
    draft = Draft(before={"quote_ids": list(one.quote_ids)})
    draft.passages = [quotes[each].passage for each in one.quote_ids[:MANY]]
    for name, kind in (("group", Kind.GROUP), ("ungroup", Kind.UNGROUP)):
        if name in changes:
            ids = [found(quotes.values(), each, Layer.QUOTE).quote_id for each in changes[name]]
            inside = set(ids) & set(one.quote_ids)
            if (
                not ids
                or (kind is Kind.GROUP and inside)
                or (kind is Kind.UNGROUP and not 0 < len(inside) < len(one.quote_ids))
            ):
                raise OptionError(
                    "Group quotes of other utterances with this one, or ungroup some, not all, of its own."
                )
            draft.kind, draft.after = kind, {"quote_ids": ids}
            draft.passages += [quotes[each].passage for each in ids]
            return draft
    _nothing_else(changes, layer, "group or ungroup, with a list of quote_ids")
    return draft


def claim(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on a claim: its `label`; a new one has `passages`."""
    if action is Action.ADD:
        try:
            passages = [corpus.document(each[0]).passage(each[1], each[2]) for each in changes["passages"]]
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise OptionError(
                f"To add a claim, give its passages: (article_id, start, end) of each ({error})."
            ) from error
        if not passages:
            raise OptionError("To add a claim, give at least one passage.")
        first = passages[0]
        label = _words(changes.get("label") or first.surface, "A claim")
        key = f"k:hand:{first.article_id}:{first.start}-{first.end}"
        return Draft(after={"label": label, "silent": list(changes.get("silent", ()))}, passages=passages, key=key)
    one = found(corpus.framing.claims, key, layer)
    draft = Draft(before={"label": one.label, "kind": one.kind}, passages=list(one.passages[:MANY]))
    if "label" in changes:
        draft.after = {"label": _words(changes["label"], "A claim")}
    else:
        _nothing_else(changes, layer, "label")
    return draft


def check(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on a question: its `answer`."""
    one = found(corpus.check_records, key, layer)
    passages = list(one.passages)
    if not passages:
        figures = {each.figure_id: each.passage for each in corpus.figure_records}
        passages = [figures[each] for each in one.figure_ids if each in figures]
    draft = Draft(before={"message": one.message}, passages=passages[:MANY])
    if "answer" in changes:
        draft.after = {"answer": _words(changes["answer"], "An answer")}
    else:
        _nothing_else(changes, layer, "answer")
    return draft


def source(corpus: "Reviewed", action: Action, layer: Layer, key: str, changes: dict[str, Any]) -> Draft:
    """A decision on a source: its name (`source`)."""
    article = corpus.document(key)
    draft = Draft(before={"source": article.source.value if article.source else None})
    draft.anchors = [tried(lambda: anchor.opening(article))]
    if "source" in changes:
        draft.after = {"source": _words(changes["source"], "A source")}
    else:
        _nothing_else(changes, layer, "source (its name)")
    return draft


def _words(value: object, what: str) -> str:
    text = " ".join(str(value).split())
    if not text or not isinstance(value, str):
        raise OptionError(f"{what} needs at least one word.")
    return text


def _nothing_else(changes: Mapping[str, Any], layer: Layer, known: str) -> None:
    if changes:
        raise OptionError(f"A decision on a {layer} has no {', '.join(sorted(changes))}; it has {known}.")
