"""Where analysts differ: what each of them says of an item, side by side. Nobody's word is dropped."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.review.decision import BESIDE, Action, Decision, Kind, Layer
from workbench.review.standing import Placed, Standing

AS_READ, REJECT = "as read", "reject"
_MANY = frozenset({Layer.ENTITY, Layer.QUANTITY, Layer.UTTERANCE})


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
        if len(set(verdicts(layer, by_analyst).values())) > 1:
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


def verdicts(layer: str, by_analyst: Mapping[str, list[Placed]]) -> dict[str, str]:
    """By analyst: what their decisions on one item come to: as read, reject, correct 1, correct 2 ..., or the grade.

    Equal words mean that they agree: who confirms what a colleague corrected says the same as the colleague.
    """
    if layer in ("reliability", "credibility"):
        return {name: str(some[-1].decision.after[layer]) for name, some in by_analyst.items()}
    told = _groupings(by_analyst) if Layer(layer) in _MANY else _values(by_analyst)
    other = Counter(said for said in told.values() if said not in (AS_READ, REJECT))
    numbers = {said: f"correct {at}" for at, said in enumerate(sorted(other, key=lambda one: (-other[one], one)), 1)}
    return {name: numbers.get(said, said) for name, said in told.items()}


def _values(by_analyst: Mapping[str, list[Placed]]) -> dict[str, str]:
    """The columns that anybody changed, as each analyst has them."""
    standings = {name: Standing("") for name in by_analyst}
    for name, some in by_analyst.items():
        for one in some:
            standings[name].take(one)
    first = min((some[0].decision for some in by_analyst.values()), key=lambda one: (one.at, one.decision_id))
    read = {} if first.action is Action.ADD else first.before
    columns = sorted({name for standing in standings.values() for name in standing.changes})

    def plain(row: Mapping[str, Any]) -> str:
        return repr([(name, _plain(row.get(name))) for name in columns])

    as_read = plain(read)
    told = {}
    for name, standing in standings.items():
        now = plain({**standing.base, **standing.changes})
        told[name] = REJECT if standing.rejected else AS_READ if now == as_read and read else now
    return told


def _groupings(by_analyst: Mapping[str, list[Placed]]) -> dict[str, str]:
    return {
        name: "; ".join(sorted({_grouping(one.decision) for one in some})) if some else AS_READ
        for name, some in by_analyst.items()
    }


def _grouping(decision: Decision) -> str:
    if decision.action is Action.CONFIRM:
        return AS_READ
    parts = sorted((name, _plain(value)) for name, value in decision.after.items())
    return repr((decision.kind.value, parts)) if decision.after else REJECT


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return repr(sorted(_plain(one) for one in value))
    return repr(float(value)) if isinstance(value, int | float) and not isinstance(value, bool) else repr(value)
