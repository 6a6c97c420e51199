"""How far analysts agree: Krippendorff's alpha for nominal data, layer by layer.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: any number of observers, data may be
missing. A unit that only one observer judged tells nothing and is left out. What is said of an item is one of: as the
machine read it, rejected, corrected (and corrected otherwise); a grade is itself.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from workbench.review.differences import said, verdicts
from workbench.review.standing import Placed


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` over `items` that two or more analysts decided on; None where it cannot be told.

    1 is full agreement and 0 what chance would give. Where all say the same one thing there is no chance to measure
    against, and alpha is None although they agree: `same` says of how many items they do.
    """

    alpha: float | None
    items: int
    same: int
    analysts: tuple[str, ...]


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data; each unit holds the values that observers gave one thing.

    None where no unit has two values, or all values are the same.

    >>> alpha([["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"]])
    0.5333333333333333
    """
    totals: Counter[Hashable] = Counter()
    observed = 0.0
    for unit in units:
        counts, many = Counter(unit), len(unit)
        if many < 2:
            continue
        totals += counts
        observed += sum(count * (many - count) for count in counts.values()) / (many - 1)
    whole = totals.total()
    expected = sum(count * (whole - count) for count in totals.values())
    return 1 - (whole - 1) * observed / expected if expected else None


def agreements(placed: Iterable[Placed]) -> dict[str, Agreement]:
    """By layer: the agreement on the items that two or more analysts decided on; layers without any are left out."""
    layers: dict[str, list[dict[str, str]]] = defaultdict(list)
    for (layer, _), by_analyst in said(placed).items():
        if len(by_analyst) > 1:
            layers[layer].append(verdicts(layer, by_analyst))
    return {
        layer: Agreement(
            alpha(list(unit.values()) for unit in units),
            len(units),
            sum(len(set(unit.values())) == 1 for unit in units),
            tuple(sorted({name for unit in units for name in unit})),
        )
        for layer, units in layers.items()
    }
