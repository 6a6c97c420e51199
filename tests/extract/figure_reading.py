"""How the tests of figures read a text: one block of one article, parsed, and what is found in it."""

from collections.abc import Sequence

from workbench.extract import figures
from workbench.language import parse
from workbench.model import Article, Block, Figure, Quote, Role


def figures_of(text: str, role: Role = Role.BODY, quotes: Sequence[Quote] = ()) -> list[Figure]:
    """The figures of a text, each line of which is a block."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(at, at + len(line), role))
        at += len(line)
    article = Article("a", text, tuple(blocks), "a.txt", "", "utf-8")
    return [figure for parsed in parse([article]) for figure in figures.find(parsed, quotes)]


def surfaces(text: str) -> list[str]:
    """What the figures of a text stand on."""
    return [figure.passage.surface for figure in figures_of(text)]
