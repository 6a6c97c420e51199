"""Paragraphs cut into pieces: a label off the front, a credit off the end, and what the wording of each says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.model import Role
from workbench.read import cues
from workbench.read.lines import BULLET, TERMINAL
from workbench.spans import Span

_LONG = 20  # words; a sentence of this length is prose, not furniture


@dataclass(frozen=True)
class Piece:
    """A paragraph or a part of one: its place, its text as `cues.shadow` has it, and its role once found."""

    start: int
    end: int
    text: str
    role: Role | None = None
    reason: str | None = None
    cue: cues.Cue | None = None  # what fixed the role
    gives: str | None = None  # for a label: what it labels
    repeat_of: int | None = None
    stated: bool = False  # the format says so: never to be changed
    maybe: tuple[cues.Cue, ...] = ()  # cues that count only where the piece stands at an edge

    @cached_property
    def words(self) -> int:
        """The number of words, counted up to a hundred or so."""
        return len(self.text[:900].split())

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(TERMINAL.search(self.text[-8:]))

    @cached_property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(BULLET.match(self.text[:12]))

    @property
    def open(self) -> bool:
        """Whether its role is still to be found."""
        return self.role is None

    @property
    def prose(self) -> bool:
        """Whether it is, by its shape, a paragraph of running text."""
        return self.open and (self.ends or self.words >= 2 * _LONG) and not self.bullet

    @property
    def long(self) -> bool:
        """Whether it is a paragraph that no edge of a page reaches beyond."""
        return self.prose and self.words >= _LONG and not self.maybe

    def as_(self, role: Role, reason: str | None, repeat_of: int | None = None) -> "Piece":
        """The piece with a role; one that the format states stays."""
        return self if self.stated else replace(self, role=role, reason=reason, repeat_of=repeat_of, maybe=())


def cut(shadow: str, span: Span, *, top: bool = True, labels: bool = False) -> Iterator[Piece]:
    """The pieces of one paragraph: labels, what they label, a credit at the end.

    `top`: no long paragraph stands before it; `labels`: a label does, so that further ones are to be expected.
    """
    start, end = span
    gives: str | None = None
    while start < end and (hit := cues.label(shadow[start : min(end, start + 400)])):
        if hit.cue.where == "top" and not top and not (labels and hit.cue.gives in ("article", "headline")):
            break
        stop = min(end, start + hit.end)
        gives = hit.cue.gives
        ink = start + len(shadow[start:stop].rstrip())
        yield Piece(start, ink, shadow[start:ink], Role.FURNITURE, hit.cue.reason, hit.cue, gives)
        start = stop
    if start < end:
        yield from _rest(shadow, start, end, gives)


def _rest(shadow: str, start: int, end: int, gives: str | None) -> Iterator[Piece]:
    text = shadow[start:end]
    found = list(cues.whole(text))
    sure = next((cue for cue in found if cue.where == "any" and not gives), None)
    hit = cues.credit(text)
    if hit and _is_caption(text[: hit.start]) and not (sure and sure.role is Role.FURNITURE):
        at = start + hit.start
        ink = start + len(text[: hit.start].rstrip())
        if ink > start:
            yield Piece(start, ink, shadow[start:ink], Role.CAPTION, "a credit follows it", hit.cue)
        yield Piece(at, end, shadow[at:end], hit.cue.role, hit.cue.reason, hit.cue)
    elif cue := sure or (post.cue if (post := cues.signature(text)) else None):
        yield Piece(start, end, text, cue.role, cue.reason, cue)
    else:
        yield Piece(start, end, text, maybe=tuple(found))


def _is_caption(text: str) -> bool:
    """Whether what stands before a credit can be its caption: not a stretch of running text."""
    return len(text) < cues.LONGEST and (text.rstrip()[-1:] in ".\"')]!?" or not re.search(r"[,;]\s*$", text))
