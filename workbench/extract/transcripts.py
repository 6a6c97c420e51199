"""Transcripts: paragraphs that begin with who speaks and a colon.

Without marks around the words, who speaks stands in capitals; in paragraphs quoted whole, any name or role will do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.extract.scene import Scene
from workbench.extract.spoken import Speaker
from workbench.extract.wordlists import calendar
from workbench.model import Role
from workbench.spans import Span

#: WALLACE: ..., DR. FERRO: ..., but no words between marks.
_TURN = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=[^\s\"“”‘’'«»„])")
#: The same inside the marks of a paragraph that is quoted whole: "Witness: I saw only the lights."
_MARKED_TURN = re.compile(r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=\S)")
_NOBODY = frozenset(["who", "what", "when", "where", "why", "how", "note", "update", "watch", "read", "more", "photo"])
_LEAST = 3  # turns


def find(scene: Scene) -> Iterator[tuple[Span, Speaker]]:
    """Each turn's words with their speaker, where several speak by turns, one of them at least twice."""
    turns: list[tuple[str, Span, Span]] = []
    for part in scene.parsed.parts:
        match = _TURN.match(scene.text, part.start, scene.end(part)) if part.block.role is Role.BODY else None
        if match and not _is_nobody(match["who"]):
            turns.append((match["who"], Span(*match.span("who")), Span(match.end(), scene.end(part))))
    if _alternate(who for who, _, _ in turns):
        yield from ((words, _speaker(scene, who, at)) for who, at, words in turns)


def between_marks(scene: Scene) -> dict[int, Speaker]:
    """Who speaks in each quoted paragraph of a transcript that says so itself, by the place of its opening mark."""
    turns: list[tuple[int, str, Span]] = []
    for one in scene.quoted:
        match = _MARKED_TURN.match(scene.text, one.start, one.end)
        if match and scene.part_at(one.opened).start == one.opened and not _is_nobody(match["who"]):
            turns.append((one.opened, match["who"], Span(*match.span("who"))))
    if not _alternate(who for _, who, _ in turns):
        return {}
    return {opened: _speaker(scene, who, at) for opened, who, at in turns}


def _is_nobody(label: str) -> bool:
    return any(word in _NOBODY or word in calendar() for word in label.casefold().split())


def _alternate(labels: Iterable[str]) -> bool:
    """Whether several speak by turns, one of them at least twice."""
    times = Counter(labels)
    return times.total() >= _LEAST and 1 < len(times) < times.total()


def _speaker(scene: Scene, label: str, at: Span) -> Speaker:
    named = scene.cast.within(at)
    entity = named[-1][1] if named else None
    return Speaker(entity.canonical if entity else label, at, entity, entity.sex if entity else None)
