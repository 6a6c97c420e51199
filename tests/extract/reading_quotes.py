"""Articles made of text for the tests of quotes: a block a line, parsed for real."""

from workbench.extract.marks import pair
from workbench.extract.quotes import find
from workbench.extract.scene import Scene
from workbench.language import Parsed, parse
from workbench.model import Article, Block, Quote, Role


def article(text: str, *roles: Role) -> Article:
    """An article of which each line is a block; the first lines have the roles given, the others are body."""
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        if line.strip() or not blocks:
            blocks.append(Block(at, end, roles[len(blocks)] if len(blocks) < len(roles) else Role.BODY))
        else:
            blocks[-1] = Block(blocks[-1].start, end, blocks[-1].role)
        at = end
    return Article("made", text, tuple(blocks), "made.txt", "0" * 64, "utf-8", language="en")


def read(text: str, *roles: Role) -> Parsed:
    return next(parse([article(text, *roles)]))


def scene(text: str, *roles: Role) -> Scene:
    parsed = read(text, *roles)
    return Scene(parsed, list(pair(text, [parsed.article.ink(part.block) for part in parsed.parts])))


def quotes(text: str, *roles: Role) -> list[Quote]:
    return list(find(read(text, *roles)))


def marked(text: str, *roles: Role) -> list[Quote]:
    return [quote for quote in quotes(text, *roles) if quote.kind.value != "indirect"]


def indirect(text: str) -> list[Quote]:
    return [quote for quote in quotes(text) if quote.kind.value == "indirect"]
