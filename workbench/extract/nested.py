"""Quotes within quotes: what the person quoted says that somebody said, with who that is and through whom it came."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from workbench.extract import subjects
from workbench.extract.cues import Cue, reporting_verb
from workbench.extract.marks import Marked
from workbench.extract.noun_phrases import bare
from workbench.extract.reference import resolve
from workbench.extract.scene import Scene
from workbench.extract.speakers import Attribution
from workbench.extract.spoken import Speaker
from workbench.language import Part
from workbench.spans import Span

_OWN = frozenset({"i", "we", "me", "us"})  # what somebody quotes of himself is no other's
_UNKNOWN = frozenset({"he", "she", "they", "it", "you", "who", "that", "which", "this", "one", "somebody", "someone"})
_LEADS = re.compile(r"(?:\s+[\w’'-]+){0,4}[,:—–-]?\s*")
_FOLLOWS = re.compile(r"[\"'”’»]*,?\s*(?:[\w’'-]+\s+){0,4}")
_FOUND = frozenset({"finding", "belief"})
_REACH = 8  # tokens between a cue and the marks


def find(scene: Scene, marked: Iterable[Marked], attributed: Iterable[Attribution]) -> Iterator[Attribution]:
    """The stretches within quoted ones that words of saying inside those govern; `via` is who is quoted with them."""
    outer = {made.marked.opened: made for made in attributed}
    above: Attribution | None = None
    for before, one in pairwise([None, *marked]):
        if one is None:
            continue
        if not one.depth:
            above = outer.get(one.opened)
        elif above is not None and one.depth == 1 and above.marked.span.contains(one.span):
            first = before.end + 1 if before is not None and before.depth else above.marked.start
            made = _within(scene, above, one, first)
            if made is not None:
                yield made


def _within(scene: Scene, above: Attribution, one: Marked, first: int) -> Attribution | None:
    """The attribution of a stretch by a word of saying right before it, else right behind it."""
    part, text = scene.part_at(one.start), scene.text
    before = scene.tokens(part, Span(max(first, above.marked.start), one.opened))
    for token in reversed(before[-_REACH:]):
        if _reports(token) and _LEADS.fullmatch(text[part.span(token).end : one.opened]):
            return _by(scene, part, token, above, one)
    behind = scene.tokens(part, Span(one.end, above.marked.end))
    for token in behind[:_REACH]:
        if _reports(token) and _FOLLOWS.fullmatch(text[one.end : part.span(token).start]):
            return _by(scene, part, token, above, one)
    return None


def _reports(token: Any) -> bool:
    """Whether a word reports what was said: not what something is called, nor a song sung."""
    verb = reporting_verb(token)
    return verb is not None and not verb.marks_only and verb.stance != "labels" and not verb.takes & _FOUND


def _by(scene: Scene, part: Part, token: Any, above: Attribution, one: Marked) -> Attribution | None:
    verb = reporting_verb(token)
    who = subjects.of_verb(token)
    if (
        verb is None
        or who is None
        or not above.marked.span.contains(part.span(who))
        or one.span.contains(part.span(who))
    ):
        return None
    if who.lower_ in _OWN:
        return None
    if who.lower_ in _UNKNOWN:
        speaker = Speaker(None, part.span(who))  # whom the person quoted means, the narrator need not have named
    else:
        speaker = resolve(scene, part, who, [])
    if speaker.entity is not None and speaker.entity is above.speaker.entity and speaker.at is not None:
        speaker = Speaker(bare(scene.text[speaker.at.start : speaker.at.end]), speaker.at)  # "the doctor", said by one
    cue = Cue(token, verb, part.span(token), part)
    via = above.speaker.name if above.speaker.name != speaker.name else None
    return Attribution(one, speaker, cue, goes_on=False, how="nested", via=via)
