"""Rows back to records: what the tables say of figures and quantities, as the comparison works with it."""

from collections.abc import Iterable, Mapping

from workbench.model import Article, Bound, Figure, FigureKind, Measure, Quantity, Role, Standing, Verdict
from workbench.tables.rows import Row


def figure(row: Row, article: Article) -> Figure:
    """The figure that `row` of the table ``figures`` describes; `article` is the one that it stands in.

    Raises ValueError where the row names a place that `article` does not have.
    """
    measure = Measure(
        row["value"],
        row["low"],
        row["high"],
        row["unit"],
        bool(row["approximate"]),
        Bound(row["bound"]) if row["bound"] else None,
    )
    return Figure(
        passage=article.passage(row["start"], row["end"]),
        kind=FigureKind(row["kind"]),
        measure=measure,
        counted=row["counted"],
        scope=row["scope"],
        speaker=row["speaker"],
        in_quote=bool(row["in_quote"]),
        implied=bool(row["implied"]),
        role=Role(row["role"]) if row["role"] else Role.BODY,
        standing=Standing(row["standing"]) if row.get("standing") else None,
        as_of=row.get("as_of"),
    )


def figures(rows: Iterable[Row], articles: Mapping[str, Article]) -> dict[str, Figure]:
    """The figures that the `rows` describe, by figure_id, in their order."""
    return {row["figure_id"]: figure(row, articles[row["article_id"]]) for row in rows}


def quantities(rows: Iterable[Row], known: Mapping[str, Figure]) -> tuple[Quantity, ...]:
    """The quantities that the `rows` describe; `known` holds the figures by figure_id."""
    return tuple(
        Quantity(
            quantity_id=row["quantity_id"],
            label=row["label"] or "",
            unit=row["unit"],
            verdict=Verdict(row["verdict"]),
            low=row["low"],
            best=row["best"],
            high=row["high"],
            sources=tuple(row["sources"] or ()),
            origins=tuple(row["origins"] or ()),
            figures=tuple(known[key] for key in row["figure_ids"] or () if key in known),
        )
        for row in rows
    )
