"""How a briefing reads: each item as HTML, its citations numbered; nothing in it runs and nothing is fetched."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench import charts
from workbench.briefing import items
from workbench.errors import WorkbenchError
from workbench.export.document.blocks import ANALYST, Block, Citation, Grid, Head, Para, shown
from workbench.export.printable import line
from workbench.markup import Html, join, tag
from workbench.views import picture
from workbench.views.briefing_rows import Listed

#: Rows of a table that are shown here; the file has more.
MOST_ROWS = 8
_LEFT = "text-align:left"


@dataclass(frozen=True)
class Reading:
    """The items of a briefing as HTML; `draw` gives the chart of an item as HTML, or says that it is not drawn here."""

    listed: Listed
    draw: Callable[[str, items.Chart], Html]

    def piece(self, key: str, item: items.Item) -> Html:
        """One item."""
        match item:
            case items.Heading(text, level, _):
                return tag(f"h{min(level + 2, 6)}", line(text))
            case items.Text(text, maker):
                return join(tag("p", _whose(maker), line(part)) for part in text.split("\n\n") if part.strip())
            case items.Chart():
                caption = tag("p", line(item.caption), class_="wb-cite") if item.caption else ""
                title = tag("p", tag("b", line(item.title))) if item.title else ""
                return tag("div", title, self.draw(key, item), caption)
            case items.Table():
                return _table(item)
        return join(_para(one, self.listed.citations) for one in self.listed.said[key])

    def ending(self) -> Html:
        """What stands behind the items: what the analysts decided, and the passages cited."""
        shown = (_block(one, self.listed.citations) for one in self.listed.ending)
        return join([*shown, passages(self.listed.citations)])

    def whole(self) -> Html:
        """All items, one after the other, and the passages cited."""
        pieces = [self.piece(key, item) for key, item in self.listed.page.entries]
        return tag("div", *pieces, self.ending(), class_="wb-reading")


def not_drawn(key: str, item: items.Chart) -> Html:
    """In the place of a chart that is not drawn here."""
    return tag("p", f"Chart: {items.CHART_WORDS.get(item.name, item.name)}", class_="wb-cite")


def drawn(corpus: Any, item: items.Chart) -> Html:
    """The chart of an item as a picture, in both themes; a sentence where it cannot be drawn."""
    try:
        return picture.of(lambda: getattr(charts, item.name)(corpus, **dict(item.arguments)))
    except WorkbenchError as error:
        return tag("p", str(error), class_="wb-problem")


def passages(citations: tuple[Citation, ...]) -> Html:
    """The passages cited, below everything."""
    if not citations:
        return Html("")
    said = (
        tag(
            "p",
            f"[{one.number}] ",
            *(tag("mark", text) if cited else text for text, cited in one.pieces),
            " ",
            tag("small", one.full),
        )
        for one in citations
    )
    return tag("div", tag("h4", f"Passages cited ({len(citations):,})"), *said, class_="wb-passages")


def _block(block: Block, citations: tuple[Citation, ...]) -> Html:
    match block:
        case Head(text, level, _):
            return tag(f"h{min(level + 2, 6)}", text)
        case Para():
            return _para(block, citations)
        case Grid(title, columns, rows, maker):
            return _table(items.Table(title, columns, rows, title, maker))
    return Html("")


def _para(para: Para, citations: tuple[Citation, ...]) -> Html:
    marks = (tag("small", f"[{number}]", title=citations[number - 1].full, class_="wb-cite") for number in para.numbers)
    opening = tag("b", para.opening) if para.opening else ""
    said = ("• " if para.point else "", opening, para.text, para.spoken, para.closing, " ", join(marks, " "))
    return tag("p", *said, class_="wb-point" if para.point else "wb-under" if para.under else None)


def _whose(maker: items.Maker) -> Html:
    return tag("b", ANALYST) if maker is items.Maker.ANALYST else Html("")


def _table(item: items.Table) -> Html:
    head = tag("tr", *(tag("th", line(name), style=_LEFT) for name in item.columns))
    rows = (tag("tr", *(tag("td", line(shown(value)), style=_LEFT) for value in row)) for row in item.rows[:MOST_ROWS])
    rest = len(item.rows) - MOST_ROWS
    more = tag("p", f"… and {rest:,} more rows.", class_="wb-cite") if rest > 0 else ""
    title = tag("p", _whose(item.maker), tag("b", line(item.title or item.name)))
    return tag("div", title, tag("table", tag("thead", head), tag("tbody", *rows)), more)
