"""Records to rows: a function for each promised table, and a module for each kind of record, as in ``model``."""

from workbench.tables.rows.article import articles, blocks, events, problems, words
from workbench.tables.rows.figure import checks, figure_pairs, figures, quantities, relations
from workbench.tables.rows.framing import (
    acts,
    claims,
    dates,
    distinctive,
    labels,
    origins,
    reuse,
    timeline,
    wording,
)
from workbench.tables.rows.name import entities, names
from workbench.tables.rows.quote import quote_pairs, quotes, utterances
from workbench.tables.rows.row import Row, complete, place

__all__ = [
    "Row",
    "acts",
    "articles",
    "blocks",
    "checks",
    "claims",
    "complete",
    "dates",
    "distinctive",
    "entities",
    "events",
    "figure_pairs",
    "figures",
    "labels",
    "names",
    "origins",
    "place",
    "problems",
    "quantities",
    "quote_pairs",
    "quotes",
    "relations",
    "reuse",
    "timeline",
    "utterances",
    "wording",
    "words",
]
