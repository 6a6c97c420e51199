"""What renderers are given: a briefing with everything looked up, cited and numbered. They need nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.briefing.items import Cell, Maker

#: How statements of the two makers are told apart, said once in every file.
LEGEND = (
    "Sentences are made by the machine from the passages cited behind them, unless they begin with “Analyst”: "
    "those are an analyst’s own words. What the analyst confirmed, corrected or added says so. "
    "Numbers in brackets lead to the passages at the end; ¶ counts the paragraphs of an article."
)
ANALYST = "Analyst: "
APPENDIX = "Passages cited"
#: Rows of a table on pages; a workbook has them all.
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered sentence (or stretch of sentences) of an article, with the passages in it that statements stand on."""

    number: int
    article_id: str
    source: str
    paragraph: int
    start: int
    end: int
    pieces: tuple[tuple[str, bool], ...]  # its text, and of each piece whether it is a passage that is cited
    passages: tuple[tuple[int, int, str], ...]  # start, end and text of those
    full: str  # source, headline, date, paragraph, file and characters
    sha256: str

    @property
    def text(self) -> str:
        """The sentence as it is shown."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Cited:
    """The citations of one article, under what it is called, its headline, date and file."""

    source: str
    details: str
    citations: tuple[Citation, ...]


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
    rests: str = ""  # what the analyst did with the figures that it rests on
    under: bool = False  # whether it is a remark on the point above it
    by: str = ""  # the analyst, where the words are one's own

    @property
    def opening(self) -> str:
        """What says whose words they are, where they are the analyst's."""
        if self.maker is not Maker.ANALYST:
            return ""
        return f"Analyst {self.by}: " if self.by else ANALYST

    @property
    def spoken(self) -> str:
        """Who says it, where it is a quote."""
        return "" if self.speaker is None else f" – {self.speaker or 'speaker not named'}"

    @property
    def closing(self) -> str:
        """What the analyst did with it."""
        done = "" if self.status in ("", "machine") else f"{self.status} by the analyst"
        said = "" if self.maker is Maker.ANALYST else "; ".join(filter(None, (done, self.rests)))
        return f" ({said})" if said else ""

    @property
    def said(self) -> str:
        """The whole text without its citations."""
        return f"{self.opening}{self.text}{self.spoken}{self.closing}"


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
    alt: str  # everything that it shows
    brief: str  # its title and the line below it
    axes: Any
    bars: Bars | None = None
    again: Callable[[str], Any] | None = None  # draws it in another theme
    plain: bool = True  # whether it is drawn without arguments, as the pack's own file of this name is


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
    left_out: str = ""  # what the analyst rejected, counted
    sources: tuple[Cited, ...] = ()

    @property
    def legend(self) -> str:
        """What a reader must know first: whose words these are, and what was left out."""
        return f"{LEGEND} {self.left_out}".strip()

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
