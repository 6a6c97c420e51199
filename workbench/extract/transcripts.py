"""Transcripts: paragraphs that begin with who speaks, in capitals, and a colon; no marks stand around the words."""

import re
from collections import Counter
from collections.abc import Iterator

from workbench.extract.scene import Scene
from workbench.extract.spoken import Speaker
from workbench.extract.wordlists import calendar
from workbench.model import Role
from workbench.spans import Span

#: WALLACE: ..., DR. FERRO: ..., but no words between marks.
_TURN = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=[^\s\"“”‘’'«»„])")
_NOBODY = frozenset(["who", "what", "when", "where", "why", "how", "note", "update", "watch", "read", "more", "photo"])
_LEAST = 3  # turns


def find(scene: Scene) -> Iterator[tuple[Span, Speaker]]:
    """Each turn's words with their speaker, where several speak by turns, one of them at least twice."""
    turns: list[tuple[str, Span, Span]] = []
    for part in scene.parsed.parts:
        match = _TURN.match(scene.text, part.start, scene.end(part)) if part.block.role is Role.BODY else None
        if match and not any(word in _NOBODY or word in calendar() for word in match["who"].casefold().split()):
            turns.append((match["who"], Span(*match.span("who")), Span(match.end(), scene.end(part))))
    times = Counter(who for who, _, _ in turns)
    if len(turns) < _LEAST or not 1 < len(times) < len(turns):
        return
    for who, at, words in turns:
        named = scene.cast.within(at)
        entity = named[-1][1] if named else None
        yield words, Speaker(entity.canonical if entity else who, at, entity, entity.sex if entity else None)
