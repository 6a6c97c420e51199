"""The briefing as HTML: one page that needs nothing else, charts inside it, for light and dark screens and paper."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.briefing.items import Cell, Maker
from workbench.charts import picture
from workbench.errors import OptionError
from workbench.export.document.blocks import APPENDIX, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.document.resolve import fitting
from workbench.export.page import document
from workbench.export.printable import line
from workbench.markup import Html, join, tag

#: Characters of what is never broken over lines, and of a word that may be broken anywhere.
_SHORT, _BREAK = 12, 36


def content(made: Made, template: Path | str | None = None, more: Sequence[tuple[str, Html]] = ()) -> bytes:
    """The HTML file, in UTF-8; `more` are further sections, each its heading and what stands below it.

    Raises OptionError for a template: a page has none.
    """
    if template is not None:
        raise OptionError("An HTML page takes no template: give one for .pptx or .docx only.")
    sections = [*_sections(made), *([(APPENDIX, _appendix(made))] if made.citations else []), *more]
    keys = [f"s{at}" for at in range(len(sections))]
    named = [(key, name, body) for key, (name, body) in zip(keys, sections, strict=True)]
    links = [tag("a", name, href=f"#{key}") for key, name, _ in named if name]
    nav = tag("nav", *links, aria_label="Sections") if len(links) > 1 else ""
    first = join(body for _, name, body in named if not name)
    rest = (tag("section", tag("h2", name, id=key), body) for key, name, body in named if name)
    header = tag("header", tag("h1", made.title), first, tag("p", made.legend, class_="mute"), nav)
    page = document(made.title, join([header, *rest, tag("footer", made.foot)]))
    return page.encode("utf-8", "replace")


def table_row(cell: str, *cells: tuple[object, str]) -> Html:
    """A row of a table: `cell` is th or td, each of `cells` its content and its class."""
    scope = "col" if cell == "th" else None
    return tag("tr", *(tag(cell, content, class_=name or None, scope=scope) for content, name in cells))


def _sections(made: Made) -> Iterator[tuple[str, Html]]:
    """The blocks under their headings of the first level; what stands before the first of these has no name."""
    name, some = "", list[Any]()
    for block in made.blocks:
        if isinstance(block, Head) and block.level == 1:
            yield name, _blocks(some, made)
            name, some = block.text, []
        else:
            some.append(block)
    yield name, _blocks(some, made)


def _blocks(blocks: Sequence[Any], made: Made) -> Html:
    """The blocks, points that follow one another in one list, each with the remarks on it."""
    found: list[Html] = []
    points: list[list[Html]] = []
    for block in blocks:
        if isinstance(block, Para) and block.under and points:
            points[-1].append(_para(block, made, "p"))
            continue
        if isinstance(block, Para) and block.point:
            points.append([_para(block, made, "")])
            continue
        if points:
            found.append(tag("ul", *(tag("li", *one) for one in points)))
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
    return join([*found, *([tag("ul", *(tag("li", *one) for one in points))] if points else [])])


def _para(block: Para, made: Made, name: str) -> Html:
    cited = (_link(made.cited(number)) for number in block.numbers)
    closing = tag("span", block.closing, class_="done") if block.closing else ""
    opening = tag("b", block.opening) if block.opening else ""
    said = [opening, tag("span", block.text, class_="text"), block.spoken, closing, " ", join(cited, " ")]
    looks = f"{block.maker.value} under" if block.under else block.maker.value
    return tag(name, *said, class_=looks) if name else tag("span", *said, class_=looks)


def _link(citation: Citation) -> Html:
    return tag("a", f"[{citation.number}]", href=f"#cite{citation.number}", title=citation.full, class_="cite")


def _picture(block: Picture) -> Html:
    """The chart, light or dark as the reader's screen is, light on paper; and what it shows, in words."""
    dark = ""
    if block.again is not None:
        source = tag("source", srcset=_data(block.again("dark")), media="screen and (prefers-color-scheme: dark)")
        dark = Html(str(source).removesuffix("</source>"))
    image = tag("img", src=_data(block.axes), alt=block.brief, width=round(fitting(block.axes)[0] * 96))
    drawn = tag("picture", dark, Html(str(image).removesuffix("</img>")))
    caption = [tag("b", block.title), f" {block.caption}" if block.caption else ""]
    words: object = ""
    if block.alt != block.brief:
        words = tag("details", tag("summary", "The chart in words"), tag("p", block.alt))
    return tag("figure", drawn, tag("figcaption", *caption, words))


def _data(axes: Any) -> str:
    return f"data:image/svg+xml;base64,{b64encode(picture.image(axes.figure, 'svg')).decode('ascii')}"


def _grid(block: Grid) -> Html:
    whose = "Analyst: " if block.maker is Maker.ANALYST else ""
    rows = block.first(MOST_ROWS)
    looks = [_look([row[at] for row in rows]) for at in range(len(block.columns))]
    head = table_row("th", *((line(name), look) for name, look in zip(block.columns, looks, strict=True)))
    body = (
        table_row("td", *((line(shown(value)), look) for value, look in zip(row, looks, strict=True))) for row in rows
    )
    caption = tag("caption", f"{whose}{block.title}")
    made = tag("div", tag("table", caption, tag("thead", head), tag("tbody", *body)), class_="wide")
    rest = block.rest(MOST_ROWS)
    return made + (tag("p", rest, class_="mute") if rest else "")


def _look(values: Sequence[Cell]) -> str:
    """How a column is set: numbers to the right, what is short on one line, what has no spaces broken anywhere."""
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, int | float) and not isinstance(value, bool) for value in known):
        return "n"
    longest = max((len(word) for value in known for word in str(value).split()), default=0)
    if longest > _BREAK:
        return "code"
    return "short" if all(len(str(value)) <= _SHORT for value in known) else ""


def _appendix(made: Made) -> Html:
    """The passages, source by source."""
    parts: list[Html] = []
    for one in made.sources:
        parts.append(tag("h3", one.source, " ", tag("small", one.details)))
        parts += [_passage(citation) for citation in one.citations]
    return join(parts)


def _passage(one: Citation) -> Html:
    text = (tag("mark", piece) if cited else piece for piece, cited in one.pieces)
    said = [tag("b", f"[{one.number}]"), f" ¶{one.paragraph} ", tag("span", *text, class_="text")]
    return tag("p", *said, id=f"cite{one.number}", title=one.full, class_="passage")
