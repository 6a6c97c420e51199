"""The briefing as Markdown: text that anything can read, with its charts as files beside it."""

import re
from collections.abc import Mapping
from pathlib import Path

from workbench.briefing.items import Maker
from workbench.errors import OptionError
from workbench.export.document.blocks import LEGEND, MOST_ROWS, Citation, Grid, Head, Made, Para, Picture, shown
from workbench.export.printable import line

#: What Markdown, in any of its kinds, could take for more than the character itself.
_MEANING = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&^=:@-])")
#: A number that would open a list at the start of a line.
_LISTED = re.compile(r"^(\d+)([.)])")


def content(made: Made, template: Path | str | None = None, pictures: Mapping[str, str] | None = None) -> bytes:
    """The Markdown file, in UTF-8; `pictures` says where the file of each chart is, relative to it.

    Raises OptionError for a template: Markdown has none.
    """
    if template is not None:
        raise OptionError("A Markdown file takes no template: give one for .pptx or .docx only.")
    parts = [f"# {escaped(made.title)}", escaped(LEGEND)]
    parts += [_block(block, pictures or {}) for block in made.blocks]
    if made.citations:
        parts += ["## Passages cited", *(_passage(one) for one in made.citations)]
    text = "\n\n".join([*(part for part in parts if part), escaped(made.foot)])
    return (text + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """`text` as Markdown that shows its very characters.

    >>> escaped("1. *not* <b>")
    '1\\\\. \\\\*not\\\\* \\\\<b\\\\>'
    """
    return _LISTED.sub(r"\1\\\2", _MEANING.sub(r"\\\1", line(text)))


def _block(block: Head | Para | Picture | Grid, pictures: Mapping[str, str]) -> str:
    match block:
        case Head(text, level, _):
            return f"{'#' * min(level + 1, 6)} {escaped(text)}"
        case Para():
            return _para(block)
        case Picture():
            where = pictures.get(block.name)
            shown_as = f"![{escaped(block.alt)}]({where})" if where else f"Chart: {escaped(block.title)}"
            return shown_as + (f"\n\n{escaped(block.caption)}" if block.caption else "")
        case Grid():
            return _grid(block)


def _para(block: Para) -> str:
    speaker = f" – {escaped(block.speaker or 'speaker not named')}" if block.speaker is not None else ""
    cited = "".join(f" [\\[{number}\\]](#cite{number})" for number in block.numbers)
    opening = f"**{escaped(block.opening)}** " if block.opening else ""
    said = f"{opening}{escaped(block.text)}{speaker}{f' {escaped(block.closing)}' if block.closing else ''}{cited}"
    if block.maker is Maker.ANALYST:
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
    said = f"{escaped(one.before)} **{escaped(one.passage)}** {escaped(one.after)}"
    return f'<a id="cite{one.number}"></a>\\[{one.number}\\] {" ".join(said.split())} – {escaped(one.full)}'
