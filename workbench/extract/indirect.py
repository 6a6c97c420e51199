"""Indirect speech: what somebody is reported to say without quote marks, as what the cue governs.

Only cues of speech count: what somebody believes, plans or finds is not said. What stands between quote marks inside
reported speech is left to the quotes: the words around it are parts of the same quotation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.extract import cues as cue_finder
from workbench.extract.cues import Cue
from workbench.extract.medium import WORDS, via
from workbench.extract.reference import resolve
from workbench.extract.scene import Scene
from workbench.extract.spoken import Said, Speaker
from workbench.extract.wordlists import calendar
from workbench.language import Part
from workbench.spans import Span, trim

_LOOK_BACK = 200  # attributions
_NOT_SPEECH = frozenset({"finding", "belief"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_EDGES = ".,;:—–-()\"'“”‘’«»„ "
_DAY_WORDS = frozenset({"on", "late", "early"})
#: What opens a report before its first sentence: LYON, March 3 (Agency) --
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:,[^—–]{0,40}?)?(?: \([^)]{2,30}\))? ?(?:--|—|–|-) ")
_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"])


@dataclass(frozen=True, slots=True)
class Reported:
    """Indirect speech: its parts in order, the cue, and who says it."""

    parts: tuple[Span, ...]
    speaker: Speaker
    cue: Cue
    via: str | None = None


def find(scene: Scene, past: list[Said]) -> Iterator[Reported]:
    """The indirect speech of an article; `past` are the attributions of its quotes, for what pronouns mean."""
    for part in scene.parsed.parts:
        cues = list(cue_finder.find(scene, part))
        spoken: list[Reported] = []
        for cue in cues:
            for one in _report(scene, cue, cues, past):
                if not _is_echo(one, spoken):
                    spoken.append(one)
                    yield one
                break


def _report(scene: Scene, cue: Cue, cues: list[Cue], past: list[Said]) -> Iterator[Reported]:
    """What a cue reports, the best reading first."""
    if cue.is_phrase and _relays(scene, cue, cues):
        return
    for first, last, is_clause in _content(cue):
        spans = tuple(_pieces(scene, cue, first, last, cues))
        if not spans or (not is_clause and _is_scrap(scene, cue.part, first, last, spans)):
            continue
        speaker = _speaker(scene, cue, past)
        if is_clause or speaker.human:
            medium = via(scene, cue, cues)
            yield Reported(spans, speaker, cue, medium if medium != speaker.name else None)


def _relays(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """Whether "according to" names only through whom a quotation came: "...", X said, according to Y."""
    sentence = cue.token.sent
    quoted = any(not scene.is_narrated(cue.part, token) for token in sentence)
    return quoted and any(
        sentence.start <= each.token.i < sentence.end and each.token is not cue.token and not each.is_noun
        for each in cues
    )


def _is_echo(one: Reported, spoken: list[Reported]) -> bool:
    """Whether indirect speech lies inside some that the same person is already reported to say."""
    return any(
        other.speaker.name == one.speaker.name and all(any(s.contains(each) for s in other.parts) for each in one.parts)
        for other in spoken
    )


def _is_scrap(scene: Scene, part: Part, first: int, last: int, spans: tuple[Span, ...]) -> bool:
    """Whether what is left of an object around a quotation says too little to stand by itself."""
    whole = scene.text[part.span(part.doc[first]).start : part.span(part.doc[last - 1]).end]
    left = sum(len(scene.text[span.start : span.end].split()) for span in spans)
    return len(whole.split()) > left and left < 5


def _speaker(scene: Scene, cue: Cue, past: list[Said]) -> Speaker:
    token = cue_finder.subject(cue)
    if token is None or not scene.is_narrated(cue.part, token):
        return Speaker(None)
    end = bisect_left(past, cue.span.start, key=lambda said: said.at)
    return resolve(scene, cue.part, token, past[max(0, end - _LOOK_BACK) : end])


def _content(cue: Cue) -> Iterator[tuple[int, int, bool]]:
    """What a cue governs, as tokens [first, last), and whether it is a clause: the best reading first."""
    token, takes = cue.token, cue.verb.takes
    if takes & _NOT_SPEECH or (token.dep_ == "relcl" and token.head.lemma_ in WORDS):
        return
    if cue.is_noun:
        clauses = [(child.left_edge.i, child.right_edge.i + 1) for child in token.children if _is_that_clause(child)]
    elif cue.is_phrase:
        clauses = list(_sentence_of(cue))
    else:
        clauses = list(_clauses(token, takes))
    yield from ((first, last, True) for first, last in clauses)
    if not cue.is_noun and not cue.is_phrase:
        yield from ((first, last, False) for first, last in _objects(token, takes))


def _clauses(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The clauses and infinitives that a verb governs."""
    for child in token.children:
        relayed = child.i < token.i and token.lemma_ == "report" and cue_finder.reporting_verb(child) is not None
        if relayed:
            continue  # "X said so, the agency reported": the agency is but the medium
        if child.dep_ == "ccomp" and takes & {"clause", "whether"}:
            yield child.left_edge.i, child.right_edge.i + 1
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp") and "infinitive" in takes and child.tag_ == "VB":
            starts = [each.left_edge.i for each in token.children if each.dep_ in _OBJECTS]
            yield max(min([child.left_edge.i, *starts]), token.i + 1), child.right_edge.i + 1


def _objects(token: Any, takes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The phrases that a verb governs: (described) the talks as useful, (warned of) a storm, (confirmed) the date."""
    objects = [child for child in token.children if child.dep_ in _OBJECTS and child.i > token.i]
    for prep in token.children:
        if prep.dep_ != "prep" or prep.i < token.i or prep.lower_ not in takes:
            continue
        if prep.lower_ == "as":
            if objects:
                yield objects[0].left_edge.i, prep.right_edge.i + 1
            continue
        below = next((each for each in prep.children if each.dep_ in ("pobj", "pcomp")), None)
        if below is not None:
            yield below.left_edge.i, below.right_edge.i + 1
    real = not any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in token.children)
    if "object" in takes and real and objects and objects[0].pos_ not in ("PRON", "PROPN"):
        yield objects[0].left_edge.i, objects[0].right_edge.i + 1


def _is_that_clause(token: Any) -> bool:
    return token.dep_ in ("acl", "ccomp") and any(
        child.dep_ == "mark" and child.lower_ == "that" for child in token.children
    )


def _sentence_of(cue: Cue) -> Iterator[tuple[int, int]]:
    """The sentence that "according to" attributes, which stands before it or behind it."""
    sentence = cue.token.sent
    to = cue.token.nbor()
    end = to.right_edge.i + 1
    before = [token for token in cue.token.doc[sentence.start : cue.token.i] if not token.is_punct]
    if before:
        yield sentence.start, cue.token.i
    else:
        while end < sentence.end and cue.token.doc[end].text != "," and end < cue.token.i + 14:
            end += 1
        yield end, sentence.end


def _pieces(scene: Scene, cue: Cue, first: int, last: int, cues: list[Cue]) -> Iterator[Span]:
    """The narrated stretches of the tokens [first, last), without the cue and what introduces or follows it."""
    part, doc = cue.part, cue.part.doc
    last = _cut_at_next_cue(cue, cues, first, last)
    run: list[Any] = []
    for token in doc[first:last]:
        inside = (
            scene.is_quoted(part.start + token.idx) or token.text == '"' or _belongs_to_cue(token, cue, first, last)
        )
        if inside:
            yield from _span(part, run, scene)
            run = []
        elif run or not (token.lower_ == "that" and token.dep_ == "mark"):
            run.append(token)
    yield from _span(part, run, scene)


def _cut_at_next_cue(cue: Cue, cues: list[Cue], first: int, last: int) -> int:
    """Where the content ends before a participle that begins the next reported clause: (it failed), adding that ..."""
    doc = cue.token.doc
    for other in cues:
        at = other.token.i
        if first < at < last and at > cue.token.i and other.token.tag_ == "VBG" and doc[at - 1].text in (",", '"'):
            return int(at - 1)
    return last


def _belongs_to_cue(token: Any, cue: Cue, first: int, last: int) -> bool:
    """Whether a token inside the content is part of the cue's own clause: the dam, (officials said,) would hold."""
    if not first <= cue.token.i < last:
        return False
    return (
        token is cue.token
        or token.i == cue.token.i
        or (cue.token.is_ancestor(token) and not _inside_content(token, cue))
    )


def _inside_content(token: Any, cue: Cue) -> bool:
    while token.head is not token and token.head.i != cue.token.i:
        token = token.head
    return bool(token.dep_ in ("ccomp", "xcomp", "dobj"))


def _without_day(run: list[Any]) -> list[Any]:
    """The words without the day, before them, on which they were said: (said) on Monday it would close."""
    for at, token in enumerate(run[:3]):
        if calendar().get(token.lower_) is False and all(each.lower_ in _DAY_WORDS for each in run[:at]):
            return run[at + 1 :]
    return run


def _span(part: Part, run: list[Any], scene: Scene) -> Iterator[Span]:
    while run and (run[0].is_punct or run[0].is_space or run[0].pos_ == "CCONJ"):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].pos_ == "CCONJ"):
        run = run[:-1]
    if not run or not any(token.pos_ in _CONTENT for token in run):
        return
    if len(run) == 1 and (run[0].pos_ not in ("NOUN", "PROPN") or len(run[0]) < 3):
        return
    run = _without_day(run)
    if not run:
        return
    start, end = part.span(run[0]).start, part.span(run[-1]).end
    dateline = _DATELINE.match(scene.text, start, end) if start == part.start else None
    span = trim(scene.text, Span(dateline.end() if dateline else start, end), _EDGES)
    if span.length:
        yield span
