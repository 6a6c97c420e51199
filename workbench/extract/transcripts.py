"""Transcripts: paragraphs that begin with who speaks and a colon.

Without marks around the words, who speaks stands in capitals, or is somebody whom the article names; of questions and
answers (Q: A:), the answers are the words of the one person named above them. In paragraphs quoted whole, any name or
role will do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.extract.scene import Scene
from workbench.extract.spoken import Speaker
from workbench.extract.wordlists import calendar
from workbench.model import Role
from workbench.spans import Span

#: WALLACE: ..., DR. FERRO: ..., but no words between marks.
_TURN = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=[^\s\"“”‘’'«»„])")
#: The same inside the marks of a paragraph that is quoted whole: "Witness: I saw only the lights."
_MARKED_TURN = re.compile(r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=\S)")
#: The same with a name in small letters, or with a letter for a question or an answer.
_NAMED_TURN = re.compile(r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=[^\s\"“”‘’'«»„])")
_QUESTIONS, _ANSWERS = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
_BEFORE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY, Role.BODY})
_NOBODY = frozenset(["who", "what", "when", "where", "why", "how", "note", "update", "watch", "read", "more", "photo"])
_LEAST = 3  # turns


class _Turn(NamedTuple):
    """One turn: who speaks as printed, where that stands, and the words."""

    who: str
    at: Span
    words: Span


def find(scene: Scene) -> Iterator[tuple[Span, Speaker]]:
    """Each turn's words with their speaker, where several speak by turns, one of them at least twice."""
    for turns in (_turns(scene, _TURN), _turns(scene, _NAMED_TURN)):
        answers = [turn for turn in turns if turn.who in _ANSWERS]
        if len(answers) > 1 and any(turn.who in _QUESTIONS for turn in turns):
            speaker = _interviewed(scene, turns[0].at.start)
            yield from ((turn.words, speaker) for turn in answers)
            return
        if _alternate(turn.who for turn in turns):
            yield from ((turn.words, _speaker(scene, turn.who, turn.at)) for turn in turns)
            return


def _turns(scene: Scene, pattern: re.Pattern[str]) -> list[_Turn]:
    """The paragraphs that begin as turns do; of labels in small letters, only if one of them is a person's name."""
    turns = []
    for part in scene.parsed.parts:
        match = pattern.match(scene.text, part.start, scene.end(part)) if part.block.role is Role.BODY else None
        if match and not _is_nobody(match["who"]):
            turns.append(_Turn(match["who"], Span(*match.span("who")), Span(match.end(), scene.end(part))))
    if pattern is _TURN:
        return turns
    times = Counter(turn.who for turn in turns)
    turns = [turn for turn in turns if times[turn.who] > 1]
    return turns if any(turn.who in _ANSWERS or _is_person(scene, turn.at) for turn in turns) else []


def _is_person(scene: Scene, at: Span) -> bool:
    return any(entity.kind == "person" and span == at for span, entity in scene.cast.within(at))


def _interviewed(scene: Scene, end: int) -> Speaker:
    """The one person named before a place of the article, bylines and captions aside; nobody where there are more."""
    named = {
        id(entity): entity
        for _, entity in scene.cast.within(Span(0, end))
        if entity.kind == "person" and any(_is_before(scene, each.passage.start, end) for each in entity.mentions)
    }
    only = next(iter(named.values())) if len(named) == 1 else None
    return Speaker(only.canonical, None, only, only.sex) if only else Speaker(None)


def _is_before(scene: Scene, start: int, end: int) -> bool:
    return start < end and scene.parsed.article.block_at(start).role in _BEFORE


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
