"""What renderers are given: a briefing with everything looked up, cited and numbered. They need nothing else."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.briefing.items import Cell, Maker

#: How statements of the two makers are told apart, said once in every file.
LEGEND = (
    "Sentences are made by the machine from the passages cited behind them, unless they begin with “Analyst:”: "
    "those are the analyst’s own words. What the analyst confirmed, corrected or added says so."
)
ANALYST = "Analyst: "
#: Rows of a table on pages; a workbook has them all.
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered passage: where it stands, and the words around it."""

    number: int
    article_id: str
    source: str
    paragraph: int
    start: int
    end: int
    before: str
    passage: str
    after: str
    full: str  # source, headline, date, paragraph, file and characters
    sha256: str

    @property
    def short(self) -> str:
        """Source and paragraph."""
        return f"{self.source} ¶{self.paragraph}"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading."""

    text: str
    level: int
    maker: Maker


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or a point of a list, with the numbers of its citations."""

    text: str
    maker: Maker
    numbers: tuple[int, ...] = ()
    status: str = "machine"
    point: bool = False
    speaker: str | None = None  # where it is a quote: who says it; empty where nobody is named

    @property
    def opening(self) -> str:
        """What says whose words they are, where they are the analyst's."""
        return ANALYST if self.maker is Maker.ANALYST else ""

    @property
    def closing(self) -> str:
        """What the analyst did with it."""
        return (
            "" if self.status in ("", "machine") or self.maker is Maker.ANALYST else f" ({self.status} by the analyst)"
        )

    @property
    def said(self) -> str:
        """The whole text without its citations."""
        return f"{self.opening}{self.text}{self.closing}"


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers for a native chart."""

    name: str
    values: tuple[float, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart that a presentation can draw itself: stacked bars, a category each."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn, with what it shows in words."""

    name: str
    title: str
    caption: str
    alt: str
    axes: Any
    bars: Bars | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    maker: Maker = Maker.MACHINE

    def first(self, most: int) -> tuple[tuple[Cell, ...], ...]:
        """The rows that a page shows."""
        return self.rows[:most]

    def rest(self, most: int) -> str:
        """What is said below a table that is cut; empty where it is whole."""
        return f"… the first {most:,} of {len(self.rows):,} rows." if len(self.rows) > most else ""


Block: TypeAlias = Head | Para | Picture | Grid


@dataclass(frozen=True, slots=True)
class Made:
    """A briefing ready to be written."""

    title: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    foot: str

    def cited(self, number: int) -> Citation:
        """The citation with this number."""
        return self.citations[number - 1]


def shown(value: Cell) -> str:
    """A cell of a table as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return f"{value:,}" if isinstance(value, int) else value
