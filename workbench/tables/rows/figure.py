"""Figures, what they measure, how they stand and the questions that they raise, to rows."""

from collections.abc import Iterable, Mapping

from workbench.model import Check, Figure, FigurePair, Quantity, Relation
from workbench.tables.rows.row import Row, at, place


def figures(figures: Iterable[Figure], quantity_of: Mapping[str, str] | None = None) -> list[Row]:
    """A row a figure; `quantity_of` maps figure_id to quantity_id where figures were compared."""
    known = quantity_of or {}
    return [
        {
            "figure_id": figure.figure_id,
            **place(figure.passage),
            "kind": figure.kind.value,
            "value": figure.measure.value,
            "low": figure.measure.low,
            "high": figure.measure.high,
            "approximate": figure.measure.approximate,
            "bound": figure.measure.bound.value if figure.measure.bound else None,
            "unit": figure.measure.unit,
            "counted": figure.counted,
            "scope": figure.scope,
            "speaker": figure.speaker,
            "in_quote": figure.in_quote,
            "implied": figure.implied,
            "role": figure.role.value,
            "quantity_id": known.get(figure.figure_id),
            "standing": figure.standing.value if figure.standing else None,
            "as_of": figure.as_of,
        }
        for figure in figures
    ]


def quantities(quantities: Iterable[Quantity]) -> list[Row]:
    """A row a quantity."""
    return [
        {
            "quantity_id": quantity.quantity_id,
            "label": quantity.label,
            "unit": quantity.unit,
            "verdict": quantity.verdict.value,
            "low": quantity.low,
            "best": quantity.best,
            "high": quantity.high,
            "sources": list(quantity.sources),
            "origins": list(quantity.origins),
            "figure_ids": [figure.figure_id for figure in quantity.figures],
        }
        for quantity in quantities
    ]


def figure_pairs(pairs: Iterable[FigurePair]) -> list[Row]:
    """A row for two figures of two articles on one quantity."""
    return [
        {
            "quantity_id": pair.quantity_id,
            "figure_a": pair.figure_a,
            "figure_b": pair.figure_b,
            "relation": pair.relation.value,
            "reason": pair.reason,
        }
        for pair in pairs
    ]


def relations(relations: Iterable[Relation]) -> list[Row]:
    """A row for a sum, a part and its total, or a tension."""
    return [
        {
            "relation_id": relation.relation_id,
            "expression": relation.expression,
            "holds": relation.holds,
            "figure_ids": list(relation.figure_ids),
            "note": relation.note,
        }
        for relation in relations
    ]


def checks(checks: Iterable[Check]) -> list[Row]:
    """A row a question."""
    return [
        {
            "check_id": check.check_id,
            "kind": check.kind.value,
            "severity": check.severity.value,
            "message": check.message,
            "figure_ids": list(check.figure_ids),
            "passages": [at(passage) for passage in check.passages],
        }
        for check in checks
    ]
