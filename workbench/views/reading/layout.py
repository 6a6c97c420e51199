"""An article as the reader lays it out: its blocks, each in segments; furniture, captions and credits folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Article, Block, Role
from workbench.spans import Span
from workbench.views.reading.marks import Mark
from workbench.views.reading.segments import Segment, segments

#: What is read; the rest is folded away until it is asked for.
OPEN = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY, Role.SUBHEADING, Role.BODY, Role.EMBED})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block: its number, its role, its ink, and this in segments, whose marks are places among the article's."""

    number: int
    role: Role
    ink: Span
    segments: tuple[Segment, ...]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row that are shown, or folded away together under a line that says what they are."""

    paragraphs: tuple[Paragraph, ...]
    folded: str = ""


def lay(article: Article, marks: Sequence[Mark]) -> list[Stretch]:
    """The article with these `marks` (in reading order)."""
    made: list[tuple[bool, list[Paragraph]]] = []
    for paragraph in _paragraphs(article, marks):
        hidden = paragraph.role not in OPEN or paragraph.repeated
        if not made or made[-1][0] != hidden or not hidden:
            made.append((hidden, []))
        made[-1][1].append(paragraph)
    return [Stretch(tuple(some), _called(some) if hidden else "") for hidden, some in made]


def _paragraphs(article: Article, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    spans = [mark.passage.span for mark in marks]
    first = 0
    for number, block in enumerate(article.blocks, 1):
        ink = article.ink(block)
        if ink.start >= ink.end:
            continue
        while first < len(spans) and spans[first].end <= ink.start:
            first += 1  # only what has ended for good: a longer mark may still be open behind it
        near = range(first, _after(spans, first, ink.end))
        own = [segments_at(one, near) for one in segments(ink.start, ink.end, [spans[at] for at in near])]
        yield Paragraph(number, block.role, ink, tuple(own), _repeated(block))


def segments_at(one: Segment, near: range) -> Segment:
    """The segment with its marks by their places among all of the article's."""
    return Segment(one.start, one.end, tuple(near[at] for at in one.marks))


def _after(spans: Sequence[Span], first: int, end: int) -> int:
    at = first
    while at < len(spans) and spans[at].start < end:
        at += 1
    return at


def _repeated(block: Block) -> bool:
    return block.repeat_of is not None and block.role is not Role.HEADLINE


def _called(some: Sequence[Paragraph]) -> str:
    """What is folded away: ``caption and credit folded away (2)``."""
    roles = list(dict.fromkeys("repeated text" if one.role in OPEN else one.role.value for one in some))
    named = " and ".join([", ".join(roles[:-1]), roles[-1]] if len(roles) > 1 else roles)
    return f"{named} folded away ({len(some)})"
