"""Where analysts differ: what each of them says of an item, side by side. Nobody's word is dropped."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.review.decision import BESIDE, Action, Decision, Kind, Layer
from workbench.review.standing import Placed, Standing


@dataclass(frozen=True, slots=True)
class Difference:
    """An item on which analysts decided differently; `decisions` are the last of each, `applied` the one in force."""

    layer: str
    key: str
    decisions: tuple[Decision, ...]
    applied: Decision


def differences(placed: Iterable[Placed]) -> list[Difference]:
    """The items on which the latest words of two analysts differ; the latest of all is the one in force."""
    found = []
    for (layer, key), by_analyst in said(placed).items():
        words = {name: verdict(layer, some) for name, some in by_analyst.items()}
        if len(set(words.values())) > 1:
            last = sorted(
                (some[-1].decision for some in by_analyst.values()), key=lambda one: (one.at, one.decision_id)
            )
            found.append(Difference(layer, key, tuple(last), last[-1]))
    return found


def said(placed: Iterable[Placed]) -> dict[tuple[str, str], dict[str, list[Placed]]]:
    """By layer and key of an item, and by analyst: what they decided on it. Grades are a layer of their own."""
    found: dict[tuple[str, str], dict[str, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for one in placed:
        decision, layer = one.decision, one.decision.target.layer.value
        if decision.kind is Kind.GRADE:
            for name in decision.after:  # reliability and credibility are apart from each other
                found[name, f"{layer}:{one.key}"][decision.analyst].append(one)
        elif decision.kind not in BESIDE:
            found[layer, one.key][decision.analyst].append(one)
    return found


def verdict(layer: str, decisions: Iterable[Placed]) -> str:
    """What an analyst's decisions on one item come to, in a form that is equal where they agree.

    Confirming leaves the machine's value; correcting to the machine's own value is the same as confirming it.
    """
    some = list(decisions)
    if layer in ("reliability", "credibility"):
        return str(some[-1].decision.after[layer])
    if Layer(layer) in (Layer.ENTITY, Layer.QUANTITY, Layer.UTTERANCE):
        return "; ".join(sorted(_grouping(one.decision) for one in some))
    standing = Standing("")
    for one in some:
        standing.take(one)
    if standing.rejected:
        return "reject"
    before = {} if standing.added else standing.base
    new = {name: value for name, value in standing.changes.items() if name not in before or before[name] != value}
    if standing.added:
        new = {**standing.base, **new}
    return repr(sorted((name, _plain(value)) for name, value in new.items())) if new else "as read"


def _grouping(decision: Decision) -> str:
    if decision.action is Action.CONFIRM:
        return "as read"
    parts = sorted((name, _plain(value)) for name, value in decision.after.items())
    return repr((decision.kind.value, parts)) if decision.after else decision.action.value


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return repr(sorted(_plain(one) for one in value))
    return repr(float(value)) if isinstance(value, int | float) and not isinstance(value, bool) else repr(value)
