"""The reader as plain HTML, for where there is no kernel: articles side by side, marked as chosen; all escaped."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.markup import Html, escape, join, tag
from workbench.model import Article, Passage, Role
from workbench.views.reading.layout import Paragraph, Stretch
from workbench.views.reading.marks import LAYERS, Mark

_TAGS = {Role.HEADLINE: "h4", Role.SUBHEADING: "h5"}
_LOOK = (
    ".wb-read td{vertical-align:top;text-align:left;padding:0 10px}.wb-read th{text-align:left;padding:0 10px}"
    ".wb-read mark{background:none;color:inherit}.wb-read .m-quotes{background:#56b4e93d}"
    ".wb-read .m-figures{border-bottom:3px solid #e69f00}"
    ".wb-read .m-names{text-decoration:underline dotted 2px;text-underline-offset:3px}"
    ".wb-read .m-reuse{background-image:repeating-linear-gradient(135deg,#009e7357 0 2px,transparent 2px 6px)}"
    ".wb-read .m-words{text-decoration:underline wavy 1.5px #d55e00}.wb-read .m-labels{border-top:2px dashed #cc79a7}"
    ".wb-read .m-dates{border-top:2px dotted #0072b2}.wb-read .m-claims{box-shadow:inset 0 1px 0,inset 0 -1px 0}"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One article as it is written: its name, how it is laid out, its marks, and the passages that are followed."""

    article: Article
    name: str
    stretches: Sequence[Stretch]
    marks: Sequence[Mark]
    active: Sequence[Passage] = ()
    note: str = ""


def page(sides: Sequence[Side], layers: Collection[str]) -> Html:
    """The articles side by side with the key to their marks; what is followed stands in bold."""
    key = (tag("mark", LAYERS[name], class_=f"m-{name}") for name in LAYERS if name in layers)
    width = f"width:{100 // max(1, len(sides))}%"
    heads = (tag("th", side.name, scope="col", style=width) for side in sides)
    cells = (tag("td", *_column(side, layers), style="vertical-align:top") for side in sides)
    return tag(
        "div",
        tag("style", Html(_LOOK)),
        tag("p", "Marked: ", join(key, " · ")) if layers else "",
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", tag("tr", *cells))),
        class_="wb-read",
    )


def _column(side: Side, layers: Collection[str]) -> Iterator[Html]:
    if side.note:
        yield tag("p", tag("em", side.note))
    for stretch in side.stretches:
        made = [_paragraph(side, one, layers) for one in stretch.paragraphs]
        if stretch.folded:
            yield tag("details", tag("summary", stretch.folded), *made)
        else:
            yield from made


def _paragraph(side: Side, one: Paragraph, layers: Collection[str]) -> Html:
    text = side.article.text
    looks = [(_look(side, each.start, each.end, each.marks, layers), each) for each in one.segments]
    parts = []
    for (names, bold), run in groupby(looks, key=lambda pair: pair[0]):
        words = escape(" ".join("".join(text[each.start : each.end] for _, each in run).split("\n")))
        words = tag("mark", words, class_=names) if names else words
        parts.append(tag("strong", words) if bold else words)
    return tag(_TAGS.get(one.role, "p"), join(parts))


def _look(side: Side, start: int, end: int, marks: Sequence[int], layers: Collection[str]) -> tuple[str, bool]:
    here = dict.fromkeys(side.marks[at].layer for at in marks)
    on = any(one.start < end and start < one.end for one in side.active)
    return " ".join(f"m-{name}" for name in here if name in layers), on
