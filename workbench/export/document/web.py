"""The briefing as HTML: one page that needs nothing else, with charts inside it."""

from base64 import b64encode
from pathlib import Path

from workbench import charts
from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export.document.blocks import LEGEND, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.resolve import fitting
from workbench.export.page import document
from workbench.export.printable import line
from workbench.export.told import table_row
from workbench.markup import Html, join, tag

_STYLE = {"analyst": "border-left:3px solid #8250df;padding-left:10px;font-style:italic"}


def content(made: Made, template: Path | str | None = None) -> bytes:
    """The HTML file, in UTF-8.

    Raises OptionError for a template: a page has none.
    """
    if template is not None:
        raise OptionError("An HTML page takes no template: give one for .pptx or .docx only.")
    body = join([tag("h1", made.title), tag("p", LEGEND, class_="mute"), *_blocks(made), _appendix(made)])
    footer = tag("footer", made.foot)
    return document(made.title, join([body, footer])).encode("utf-8", "replace")


def _blocks(made: Made) -> list[Html]:
    """The blocks, points that follow one another in one list."""
    found: list[Html] = []
    points: list[Html] = []
    for block in made.blocks:
        if isinstance(block, Para) and block.point:
            points.append(_para(block, made, "li"))
            continue
        if points:
            found.append(tag("ul", *points))
            points = []
        match block:
            case Head(text, level, maker):
                found.append(tag(f"h{min(level + 1, 6)}", text, class_=maker.value))
            case Para():
                found.append(_para(block, made, "p"))
            case Picture():
                found.append(_picture(block))
            case Grid():
                found.append(_grid(block))
    return [*found, *([tag("ul", *points)] if points else [])]


def _para(block: Para, made: Made, name: str) -> Html:
    speaker = f" – {block.speaker or 'speaker not named'}" if block.speaker is not None else ""
    cited = (_link(made.cited(number)) for number in block.numbers)
    closing = tag("span", block.closing, class_="mute") if block.closing else ""
    said = [tag("b", block.opening) if block.opening else "", tag("span", block.text, class_="text"), speaker, closing]
    return tag(name, *said, " ", join(cited, " "), class_=block.maker.value, style=_STYLE.get(block.maker.value))


def _link(citation: Citation) -> Html:
    return tag("a", f"[{citation.number}]", href=f"#cite{citation.number}", title=citation.full, class_="cite")


def _picture(block: Picture) -> Html:
    data = b64encode(charts.image(block.axes, "svg")).decode("ascii")
    image = tag("img", src=f"data:image/svg+xml;base64,{data}", alt=block.alt, width=round(fitting(block.axes)[0] * 96))
    shown_as = Html(str(image).removesuffix("</img>"))
    return tag("figure", shown_as, tag("figcaption", " ".join(part for part in (block.title, block.caption) if part)))


def _grid(block: Grid) -> Html:
    whose = "Analyst: " if block.maker is Maker.ANALYST else ""
    head = table_row("th", *((line(name), "") for name in block.columns))
    rows = (table_row("td", *((line(shown(value)), "") for value in row)) for row in block.first(MOST_ROWS))
    caption = tag("caption", f"{whose}{block.title}", class_="mute")
    return tag("table", caption, tag("thead", head), tag("tbody", *rows)) + tag(
        "p", block.rest(MOST_ROWS), class_="mute"
    )


def _appendix(made: Made) -> Html:
    if not made.citations:
        return Html("")
    items = (
        tag(
            "p",
            tag("b", f"[{one.number}] "),
            tag("span", one.before, tag("mark", one.passage), one.after, class_="text"),
            " ",
            tag("span", one.full, class_="mute"),
            id=f"cite{one.number}",
        )
        for one in made.citations
    )
    return tag("h2", "Passages cited") + join(items)
