"""What a briefing holds: a title and ordered items, each a frozen value that names what it shows by its id.

What is named by id is looked up when the briefing is written, so that a correction made since shows in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.errors import OptionError, cause

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: A place in an article: article_id, start, end.
Where: TypeAlias = tuple[str, int, int]
Cell: TypeAlias = str | int | float | bool | None


class Maker(StrEnum):
    """Whose words an item has."""

    MACHINE = "machine"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a section (and a slide)."""

    text: str
    level: int = 1
    maker: Maker = Maker.ANALYST


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand on no passage: the analyst's own, unless said otherwise. A blank line opens a new paragraph."""

    text: str
    maker: Maker = Maker.ANALYST


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with the passages that it stands on."""

    text: str
    where: tuple[Where, ...] = ()
    maker: Maker = Maker.MACHINE
    status: str = "machine"  # machine, confirmed, corrected or added


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in its sentence."""

    figure_id: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the sources say of a quantity, in one sentence."""

    quantity_id: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words quoted, with who says them."""

    quote_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is told, by whom, and who is silent."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class Check:
    """A question worth a look."""

    check_id: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of ``workbench.charts`` by its name, with arguments for it (as pairs, so that it stays frozen)."""

    name: str
    arguments: tuple[tuple[str, Any], ...] = ()
    title: str = ""  # over the chart, in the analyst's words; none says what the chart says itself
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as they were picked."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    maker: Maker = Maker.MACHINE


Item: TypeAlias = Heading | Text | Statement | Figure | Quantity | Quote | Claim | Check | Chart | Table
_KINDS = {
    kind.__name__: kind for kind in (Heading, Text, Statement, Figure, Quantity, Quote, Claim, Check, Chart, Table)
}


#: What a chart shows, in a few words, by its name: for lists, in which it is not drawn.
CHART_WORDS = {
    "agreement": "What the sources agree on",
    "barcode": "Where names stand in each article",
    "choices": "Different words for one thing, by source",
    "corpus": "Words by source",
    "coverage": "What is told where",
    "distinctive": "Words that set each source apart",
    "entrances": "Where each voice is first heard",
    "figures": "What each source states",
    "labels": "What each source calls whom",
    "origins": "Who depends on whom",
    "quantities": "The numbers that most sources give",
    "quotes": "Whose words each source quotes",
    "quoting": "Who quotes whom",
    "timeline": "When it happened, by source",
    "voices": "Whose words each source quotes",
}


@dataclass(frozen=True, slots=True)
class Briefing:
    """A title and ordered items; each method gives a new briefing.

    >>> made = Briefing("Ferry").add(Heading("What happened"), Text("I doubt the second figure."))
    >>> made.move(1, 0).items[0]
    Text(text='I doubt the second figure.', maker=<Maker.ANALYST: 'analyst'>)
    >>> Briefing.of(made.as_dict()) == made
    True
    """

    title: str
    items: tuple[Item, ...] = ()

    def add(self, *items: Item, at: int | None = None) -> "Briefing":
        """With `items` at the end, or before the item number `at`."""
        place = len(self.items) if at is None else at
        return replace(self, items=(*self.items[:place], *items, *self.items[place:]))

    def without(self, at: int) -> "Briefing":
        """Without the item number `at`."""
        return replace(self, items=tuple(item for number, item in enumerate(self.items) if number != at))

    def move(self, at: int, to: int) -> "Briefing":
        """With the item number `at` at the place `to`."""
        item = self.items[at]
        return self.without(at).add(item, at=to)

    def as_dict(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {"title": self.title, "items": [as_dict(item) for item in self.items]}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Briefing":
        """What :meth:`as_dict` gave, also after a way through JSON.

        Raises OptionError where it is no briefing.
        """
        try:
            return cls(str(stored["title"]), tuple(item_of(one) for one in stored["items"]))
        except (KeyError, TypeError, ValueError) as error:
            raise OptionError(f"This is no stored briefing ({cause(error)}); draft a new one.") from error


def as_dict(item: Item) -> dict[str, Any]:
    """An item as JSON can hold it."""
    return {"item": type(item).__name__, **asdict(item)}


def item_of(stored: Mapping[str, Any]) -> Item:
    """What :func:`as_dict` gave, also after a way through JSON.

    Raises KeyError, TypeError or ValueError where it is no item.
    """
    kind = _KINDS[stored["item"]]
    given = {key: _frozen(value) for key, value in stored.items() if key != "item"}
    if "maker" in given:
        given["maker"] = Maker(given["maker"])
    for field in fields(kind):
        if field.type in (str, int) and not isinstance(given.get(field.name, field.type()), field.type):
            raise TypeError(f"the {field.name} of a {kind.__name__} is {type(given[field.name]).__name__}")
    return kind(**given)


def table(
    corpus: "Corpus",
    name: str,
    columns: Iterable[str] = (),
    *,
    rows: Iterable[Mapping[str, Any]] | None = None,
    title: str = "",
) -> Table:
    """The rows of the corpus's table `name` (or `rows`, some of them), with `columns` (none: all) as an item.

    Raises OptionError for a table or a column that there is not.
    """
    from workbench.tables.schemas import SCHEMAS

    found = list(corpus.rows(name) if rows is None else rows)
    known = SCHEMAS[name].names if name in SCHEMAS else tuple(dict.fromkeys(key for row in found for key in row))
    wanted = tuple(columns) or tuple(known)
    for column in wanted:
        if column not in known:
            raise OptionError(f"The table {name} has no column {column!r}; it has {', '.join(known)}.")
    if "decided" not in wanted and any(row.get("decided") not in (None, "machine") for row in found):
        wanted += ("decided",)  # whoever reads some rows must see which of them an analyst decided on
    return Table(name, wanted, tuple(tuple(_cell(row.get(column)) for column in wanted) for row in found), title)


def _cell(value: Any) -> Cell:
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value
