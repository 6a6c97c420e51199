"""Figures: numbers as stated, with what they measure."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.articles import Passage, Role


class Bound(StrEnum):
    """How a number bounds the quantity: exactly, about, more than, at least, less than, at most."""

    EXACT = "="
    ABOUT = "~"
    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="


class FigureKind(StrEnum):
    """What sort of quantity a figure states."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    VAGUE = "vague"


class Standing(StrEnum):
    """What a figure is where it is no plain statement of its article."""

    EARLIER = "earlier"  # the article says that the count was this before: "up from 37", "had stood at 37"
    UPDATE = "update"  # the article says that the count has come to this: "rose to 41"
    DENIED = "denied"
    SUPPOSED = "supposed"


@dataclass(frozen=True, slots=True)
class Measure:
    """How much: the number named, the range it allows, and its unit.

    Exact: value = low = high, bound `=`. Bound: value is the number named, one of low and high is None. Approximate:
    value set, `approximate`, bound `~`. Range: value None, low and high. Vague: value None; low or high where the word
    has them.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as stated, with its measure, what it counts, its scope and who says it."""

    passage: Passage
    kind: FigureKind
    measure: Measure
    counted: str | None = None
    scope: str | None = None
    speaker: str | None = None
    in_quote: bool = False
    implied: bool = False
    role: Role = Role.BODY
    standing: Standing | None = None  # None: a plain statement; known once the articles are compared
    as_of: str | None = None  # the day of a count that goes on: a date, a month and day, or a weekday

    @property
    def figure_id(self) -> str:
        """Stable while the text is: made of the article and the place."""
        mark = "i" if self.implied else "f"
        return f"{self.passage.article_id}:{mark}{self.passage.start}-{self.passage.end}"
