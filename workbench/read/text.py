"""Plain text and Markdown: the text is the file."""

import re
from collections.abc import Iterator

from workbench.model import Block, Fact, Role
from workbench.read.decode import decode
from workbench.read.draft import Draft, Raw
from workbench.read.stamps import iso

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S[^\n]*)\n*", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL)
#: The keys of a front matter that are understood, and the facts that they state.
_KEYS = {
    "headline": "headline", "title": "headline", "published": "published", "date": "published", "byline": "byline",
    "author": "byline", "source": "source", "publisher": "source", "outlet": "source", "url": "url", "lang": "language",
    "language": "language",
}  # fmt: skip


def read(raw: Raw) -> Iterator[Draft]:
    """The one article of a text file."""
    decoded = decode(raw.data)
    yield Draft(decoded.text, decoded.encoding, warnings=decoded.warnings)


def read_markdown(raw: Raw) -> Iterator[Draft]:
    """The one article of a Markdown file: its ``#`` lines are headings, and a front matter states what it states."""
    decoded = decode(raw.data)
    known: list[Block] = []
    facts: dict[str, Fact] = {}
    if front := _FRONT.match(decoded.text):
        facts = dict(_front_matter(front[1]))
        known.append(Block(0, front.end(), Role.FURNITURE, "the front matter of the Markdown file"))
    for heading in _HEADING.finditer(decoded.text, front.end() if front else 0):
        first = len(heading[1]) == 1 and not any(block.role is Role.HEADLINE for block in known)
        role = Role.HEADLINE if first else Role.SUBHEADING
        known.append(Block(*heading.span(), role, f"a heading of the Markdown file ({heading[1]})"))
        if first:
            title = heading[2].rstrip("# \t")
            facts.setdefault("headline", Fact(title, "the first heading of the Markdown file"))
    yield Draft(decoded.text, decoded.encoding, tuple(known), facts, decoded.warnings)


def _front_matter(lines: str) -> Iterator[tuple[str, Fact]]:
    for line in lines.split("\n"):
        key, _, value = line.partition(":")
        name, value = _KEYS.get(key.strip().lower()), value.strip().strip("\"'")
        if name == "published":
            value = iso(value) or ""
        if name and value:
            yield name, Fact(value, "the front matter of the Markdown file")
