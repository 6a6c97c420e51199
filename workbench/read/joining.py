"""Paragraphs put together to one text, with the blocks whose roles their format states."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model import Block, Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a format gives it; `role` and `reason` where the format says what it is for."""

    text: str
    role: Role | None = None
    reason: str | None = None


def joined(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    r"""The paragraphs as one text, a blank line between two, and a block for each whose role is known; none is empty.

    >>> joined([Paragraph("Flood", Role.HEADLINE, "h1"), Paragraph(" "), Paragraph("It rained.")])
    ('Flood\n\nIt rained.', (Block(start=0, end=7, role=<Role.HEADLINE: 'headline'>, reason='h1', repeat_of=None),))
    """
    inked = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    parts: list[str] = []
    known: list[Block] = []
    at = 0
    for number, paragraph in enumerate(inked, 1):
        part = paragraph.text.strip("\n") + ("\n\n" if number < len(inked) else "")
        if paragraph.role is not None:
            known.append(Block(at, at + len(part), paragraph.role, paragraph.reason))
        parts.append(part)
        at += len(part)
    return "".join(parts), tuple(known)
