"""Quantities put right by hand: split or merged. What articles state stays; what it belongs to changes."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from workbench.compare import scales, verdicts
from workbench.errors import OptionError
from workbench.model import Figure, Quantity, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One correction: `split` takes figures out (as `label`), `merge` puts `other` into the quantity."""

    kind: Literal["split", "merge"]
    quantity_id: str
    figure_ids: tuple[str, ...] = ()
    other: str = ""
    label: str = ""


def regroup(
    quantities: Iterable[Quantity], changes: Sequence[Change], copies: Set[str] = frozenset()
) -> tuple[Quantity, ...]:
    """The quantities after the `changes`, one after the other; verdicts follow the new groups.

    `copies` are the articles that repeat another and count as no source. Raises OptionError for a change that does not
    fit: an unknown quantity, figures that are not in it, or all of them.
    """
    now = {quantity.quantity_id: quantity for quantity in quantities}
    for change in changes:
        if change.kind == "merge":
            _merge(now, change, copies)
        else:
            _split(now, change, copies)
    return tuple(now.values())


def quantity_of(quantity_id: str, label: str, figures: Sequence[Figure], copies: Set[str] = frozenset()) -> Quantity:
    """The quantity that these figures make: verdict, range, sources and origins follow from them.

    Raises ValueError where there is no figure.
    """
    own = [figure for figure in figures if figure.passage.article_id not in copies] or list(figures)
    best_of = verdicts.bests(own)
    bests = list(best_of.values())
    moves = verdicts.Moves(figures)
    verdict = verdicts.overall(bests, moves)
    if verdict is not Verdict.SINGLE_SOURCE and verdicts.contested(own, moves):
        verdict, bests = Verdict.CONFLICT, own  # what any source says counts, not what each article says best
    unit = next((figure.measure.unit for figure in figures if figure.measure.unit), None)
    told = [scales.into(figure.measure, unit) for figure in bests]
    lows = [one.low if one.low is not None else one.value for one in told]
    highs = [one.high if one.high is not None else one.value for one in told]
    return Quantity(
        quantity_id=quantity_id,
        label=label,
        unit=unit,
        verdict=verdict,
        low=min((low for low in lows if low is not None), default=None),
        best=verdicts.common([replace(one, measure=scales.into(one.measure, unit)) for one in bests], moves.earlier),
        high=max((high for high in highs if high is not None), default=None),
        sources=tuple(best_of),
        origins=tuple(dict.fromkeys(figure.speaker for figure in own if figure.speaker)),
        figures=tuple(figures),
    )


def split_id(figure_ids: Sequence[str]) -> str:
    """The id of the quantity that a split makes of these figures."""
    return f"q:split:{min(figure_ids)}"


def _merge(now: dict[str, Quantity], change: Change, copies: Set[str]) -> None:
    one, other = _known(now, change.quantity_id), _known(now, change.other)
    if one is other:
        raise OptionError("A quantity cannot be merged with itself: name another one.")
    figures = sorted((*one.figures, *other.figures), key=lambda f: (f.passage.article_id, f.passage.start, f.implied))
    now[one.quantity_id] = quantity_of(one.quantity_id, one.label, figures, copies)
    del now[other.quantity_id]


def _split(now: dict[str, Quantity], change: Change, copies: Set[str]) -> None:
    one, out = _known(now, change.quantity_id), set(change.figure_ids)
    there = {figure.figure_id for figure in one.figures}
    if not out or not out < there:
        raise OptionError(
            f"A split takes some, not all, of the {len(there)} figures out; they are {', '.join(sorted(there))}."
        )
    stay = [figure for figure in one.figures if figure.figure_id not in out]
    go = [figure for figure in one.figures if figure.figure_id in out]
    label = " ".join(change.label.split()) or f"{one.label} (split off)"
    made = quantity_of(split_id(change.figure_ids), label, go, copies)
    after = {made.quantity_id: made}
    kept = {key: quantity for key, quantity in now.items() if key != made.quantity_id}
    kept[one.quantity_id] = quantity_of(one.quantity_id, one.label, stay, copies)
    now.clear()
    for key, quantity in kept.items():  # the new one stands right after the one that it comes from
        now[key] = quantity
        if key == one.quantity_id:
            now.update(after)


def _known(now: dict[str, Quantity], quantity_id: str) -> Quantity:
    if quantity_id not in now:
        raise OptionError(f"There is no quantity {quantity_id!r} here; there is {', '.join(now) or 'none at all'}.")
    return now[quantity_id]
