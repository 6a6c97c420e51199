"""The briefing as Markdown: text that anything can read, with its charts as files beside it."""

import re
from collections.abc import Mapping
from pathlib import Path

from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export.document.blocks import APPENDIX, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.printable import line

#: What Markdown, in any of its kinds, could take for more than the character itself, wherever it stands ...
_MEANING = re.compile(r"([\\`*_{}\[\]<>|~$^])")
#: ... or only beside others: an entity, a picture, a mention, an address that some kinds make a link of.
_BESIDE = re.compile(r"&(?=[#\w])|!(?=\[)|@(?=\w)|(?<=\w):(?=//)|(?<=www)\.")
#: What would open a list, a heading, a quotation or a rule at the start of a line.
_OPENING = re.compile(r"^([#+=>-]|\d+(?=[.)]))")


def content(made: Made, template: Path | str | None = None, pictures: Mapping[int, str] | None = None) -> bytes:
    """The Markdown file, in UTF-8; `pictures` says where the file of each chart is, by the number of its block.

    Raises OptionError for a template: Markdown has none.
    """
    if template is not None:
        raise OptionError("A Markdown file takes no template: give one for .pptx or .docx only.")
    parts = [f"# {escaped(made.title)}", escaped(made.legend)]
    text = "\n\n".join(parts)
    listing = False
    for at, block in enumerate(made.blocks):
        inside = isinstance(block, Para) and (block.point or block.under)
        text += ("\n" if listing and inside else "\n\n") + _block(block, (pictures or {}).get(at))
        listing = inside
    for one in made.sources:
        head = f"## {APPENDIX}\n\n" if one is made.sources[0] else ""
        text += f"\n\n{head}### {escaped(one.source)}\n\n{escaped(one.details)}"
        text += "".join(f"\n\n{_passage(citation)}" for citation in one.citations)
    return (f"{text}\n\n---\n\n{escaped(made.foot)}\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """`text` as Markdown that shows its very characters.

    >>> escaped("1. *not* <b>")
    '1\\\\. \\\\*not\\\\* \\\\<b\\\\>'
    """
    said = _BESIDE.sub(lambda found: f"\\{found[0]}", _MEANING.sub(r"\\\1", line(text)))
    return _OPENING.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", said)


def _block(block: Head | Para | Picture | Grid, where: str | None) -> str:
    match block:
        case Head(text, level, _):
            return f"{'#' * min(level + 1, 6)} {escaped(text)}"
        case Para():
            return _para(block)
        case Picture():
            shown_as = f"![{escaped(block.brief)}]({where})" if where else f"Chart: {escaped(block.title)}"
            return shown_as + (f"\n\n{escaped(block.caption)}" if block.caption else "")
        case Grid():
            return _grid(block)


def _para(block: Para) -> str:
    cited = "".join(f" [\\[{number}\\]](#cite{number})" for number in block.numbers)
    opening = f"**{escaped(block.opening)}** " if block.opening else ""
    closing = f" *{escaped(block.closing)}*" if block.closing else ""
    spoken = f" {escaped(block.spoken)}" if block.spoken else ""
    said = f"{opening}{escaped(block.text)}{spoken}{closing}{cited}"
    if block.under:
        return f"  - {said}"
    if block.maker is Maker.ANALYST and not block.point:
        return f"> {said}"
    return f"- {said}" if block.point else said


def _grid(block: Grid) -> str:
    whose = "Analyst: " if block.maker is Maker.ANALYST else ""
    rows = [block.columns, *block.first(MOST_ROWS)]
    lines = [f"| {' | '.join(escaped(shown(value)) for value in row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * len(block.columns)}")
    rest = f"\n\n{escaped(block.rest(MOST_ROWS))}" if block.rest(MOST_ROWS) else ""
    return f"{escaped(whose + block.title)}\n\n" + "\n".join(lines) + rest


def _passage(one: Citation) -> str:
    """The sentence, what is cited in it in bold; the space beside a bold stretch stands outside it."""
    said = "".join(
        f"**{escaped(text)}**" if cited else f"{' ' * text[:1].isspace()}{escaped(text)}{' ' * text[-1:].isspace()}"
        for text, cited in one.pieces
    )
    return f'<a id="cite{one.number}"></a>\\[{one.number}\\] ¶{one.paragraph} {" ".join(said.split())}'
