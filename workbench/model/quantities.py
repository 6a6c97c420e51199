"""Quantities: the things measured, how the sources stand on them, and the questions that arise."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.articles import Passage, Severity
from workbench.model.figures import Figure


class Verdict(StrEnum):
    """What the statements of one quantity, or two of them, are to one another."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The thing measured, to which figures of several articles belong, and what they say of it together.

    `best` is the exact value that most articles give; None where none gives one or the articles conflict evenly. In
    `figures`, a headline's number has the bound that the text below it gives.
    """

    quantity_id: str
    label: str
    unit: str | None
    verdict: Verdict
    low: float | None
    best: float | None
    high: float | None
    sources: tuple[str, ...]  # article_ids; an article that repeats another is left out
    origins: tuple[str, ...]  # those who are named as saying it
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures of two articles on one quantity, and how they stand to each other."""

    quantity_id: str
    figure_a: str
    figure_b: str
    relation: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A sum, a part and its total, or a tension among figures; `holds` is None where it cannot be told."""

    relation_id: str
    expression: str
    holds: bool | None
    figure_ids: tuple[str, ...]
    note: str


class CheckKind(StrEnum):
    """What a question to the analyst is about."""

    ARITHMETIC = "arithmetic"
    CONTRADICTION = "contradiction"
    DATE = "date"
    NAME = "name"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Check:
    """A question worth an analyst's look, with the figures and passages that raise it."""

    check_id: str
    kind: CheckKind
    severity: Severity
    message: str
    figure_ids: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
