"""What a text says about itself: its headline, source, byline, dateline and date, each with where it says so."""

from collections.abc import Sequence

from workbench.model import Block, Fact, Role


def from_text(text: str, blocks: Sequence[Block]) -> dict[str, Fact]:
    """The facts that the text proves, under headline, source, byline, dateline and published."""
    facts: dict[str, Fact] = {}
    for name, role in (("headline", Role.HEADLINE), ("byline", Role.BYLINE), ("dateline", Role.DATELINE)):
        block = next((block for block in blocks if block.role is role), None)
        if block:
            facts[name] = Fact(
                " ".join(text[block.start : block.end].split()), f"the text, from character {block.start}"
            )
    return facts
