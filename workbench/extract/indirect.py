"""Indirect speech: what somebody is reported to say without quote marks, as what the cue governs.

Only cues of speech count: what somebody believes, plans or finds is not said. What stands between quote marks inside
reported speech is left to the quotes: the words around it are parts of the same quotation.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from workbench.extract import cues as cue_finder
from workbench.extract import governed, set_off, word_order
from workbench.extract.contexts import context
from workbench.extract.cues import Cue
from workbench.extract.medium import PROGRAMMES, via
from workbench.extract.reference import resolve
from workbench.extract.scene import Scene
from workbench.extract.spoken import Said, Speaker
from workbench.extract.subjects import is_misjoined, is_passive
from workbench.extract.wordlists import calendar, is_human, report_nouns
from workbench.language import Part
from workbench.spans import Span, trim

_LOOK_BACK = 200  # attributions
_LONGEST = 300  # words in one thing said
_ECHOES = 50  # statements before, among which one that says the same is looked for
_EDGES = ".,;:—–-()\"'“”‘’«»„ "
_OUTLET = 8  # words in the name of an outlet with its programme
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "PART", "DET"})
_OPENING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "SCONJ", "NUM"})
_DOCUMENTS = frozenset(["lawsuit", "suit", "complaint", "indictment", "petition", "letter", "report", "filing"])
_DASHES = frozenset("-–—―") | {"--"}
_DAY_WORDS = frozenset({"on", "late", "early"})
#: What opens a report before its first sentence: LYON, March 3 (Agency) --
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:,[^—–]{0,40}?)?(?: \([^)]{2,30}\))? ?(?:--|—|–|-) ")
#: What stands with a day or a time and says no more than when: last Tuesday, early on 3 May.
_OF_TIME = frozenset({"ADV", "ADJ", "NUM"})
_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"])


class Reported(NamedTuple):
    """Indirect speech: its parts in order, the cue, and who says it."""

    parts: tuple[Span, ...]
    speaker: Speaker
    cue: Cue
    via: str | None = None


def find(scene: Scene, past: list[Said]) -> Iterator[Reported]:
    """The indirect speech of an article; `past` are the attributions of its quotes, for what pronouns mean."""
    for part in scene.parsed.parts:
        cues = cue_finder.of(scene, part)
        spoken: list[Reported] = []
        for cue in cues:
            for one in _report(scene, cue, cues, past):
                if not _is_echo(one, spoken):
                    spoken.append(one)
                    yield one
                    if one.speaker.entity is not None and one.speaker.entity.kind != "person":
                        insort(past, Said(cue.span.start, one.speaker), key=lambda said: said.at)
                break


def _report(scene: Scene, cue: Cue, cues: list[Cue], past: list[Said]) -> Iterator[Reported]:
    """What a cue reports, the best reading first."""
    if cue.is_phrase and _relays(scene, cue, cues):
        return
    readings = governed.content(cue)
    best = next(readings, None)
    whole = set_off.statement(scene, cue, cues) if _may_be_set_off(cue, best) else None
    whole = set_off.as_told(scene, cue, cues) if best is None and whole is None else whole
    for first, last, is_clause in _with_whole(best, readings, whole):
        place = whole[2] if whole and first <= whole[0] < last else None
        spans = tuple(_around_cue(scene, cue, first, last, place) if place else _pieces(scene, cue, first, last, cues))
        if not spans or (not is_clause and _is_scrap(scene, cue.part, first, last, spans)):
            continue
        speaker = _speaker(scene, cue, past)
        if is_clause or speaker.human or _is_document(cue, speaker):
            medium = via(scene, cue, cues)
            yield Reported(spans, speaker, cue, medium if medium != speaker.name else None)


def _is_document(cue: Cue, speaker: Speaker) -> bool:
    """Whether papers that accuse and warn as people do speak: the lawsuit accuses the firm of hiding it."""
    own = any(child.dep_ == "nsubj" for child in cue.token.lefts)
    return own and not _DOCUMENTS.isdisjoint((speaker.name or "").casefold().split())


def _relays(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """Whether "according to" names only through whom a quotation came: "...", X said, according to Y."""
    start, end = scene.near(cue.part, cue.token, _LONGEST)
    if all(scene.narrated(cue.part)[start:end]):
        return False
    own = {token.i for top in (cue.token, cue.token.nbor()) for token in islice(top.subtree, _LONGEST)}
    beside = cues[bisect_left(cues, start, key=_place) : bisect_left(cues, end, key=_place)]
    return any(each.token.i not in own and not each.is_noun for each in beside)


def _place(cue: Cue) -> int:
    return int(cue.token.i)


def _is_echo(one: Reported, spoken: list[Reported]) -> bool:
    """Whether indirect speech lies inside some that the same person is already reported to say."""
    return any(
        other.speaker.name == one.speaker.name and all(any(s.contains(each) for s in other.parts) for each in one.parts)
        for other in spoken[-_ECHOES:]
    )


def _is_scrap(scene: Scene, part: Part, first: int, last: int, spans: tuple[Span, ...]) -> bool:
    """Whether what is left of an object around a quotation says too little to stand by itself."""
    whole = scene.text[part.span(part.doc[first]).start : part.span(part.doc[last - 1]).end]
    left = sum(len(scene.text[span.start : span.end].split()) for span in spans)
    return len(whole.split()) > left and left < 5


def _speaker(scene: Scene, cue: Cue, past: list[Said]) -> Speaker:
    token = cue_finder.subject(cue)
    pair = word_order.set_off(scene, cue) if token is None else None
    token = pair[0] if pair else token
    if token is None and cue.token.tag_ in ("VBD", "VBZ", "VBP") and not cue.is_noun and not is_passive(cue.token):
        named = word_order.before(
            scene, cue
        )  # In a post, mayor Ana Ruiz said: the parse may take the name for a modifier
        token = named if named is not None and (named.pos_ == "PROPN" or is_human(named.text)) else None
    if token is None and governed.has_clause_behind(cue.token):
        token = word_order.opening(scene, cue)
    if token is None or not scene.is_narrated(cue.part, token):
        return Speaker(None)
    end = bisect_left(past, cue.span.start, key=lambda said: said.at)
    return resolve(scene, cue.part, token, past[max(0, end - _LOOK_BACK) : end])


def _pieces(scene: Scene, cue: Cue, first: int, last: int, cues: list[Cue]) -> Iterator[Span]:
    """The narrated stretches of the tokens [first, last), without the cue and what introduces or follows it."""
    part, doc = cue.part, cue.part.doc
    last = min(last, first + _LONGEST) if first > cue.token.i else last
    first = max(first, last - _LONGEST)
    last = _cut_at_next_cue(cue, cues, first, last)
    pair = word_order.set_off(scene, cue) if last <= cue.token.i else None
    if pair is not None and first < pair[1] < last:
        last = pair[1]  # the parse takes who speaks for a part of the content
    if last <= cue.token.i:
        first = _after_colon(scene, cue.part, first, last)
    elif cue.verb.lemma == "tell":
        first = _after_hearer(doc, cue.token.i + 1, first, last)
    run: list[Any] = []
    narrated, holds_cue = scene.narrated(part), first <= cue.token.i < last
    for token in doc.words[first:last]:
        if token.text in _DASHES and _is_remark(token):
            break  # (they had no water) - a claim the council denies
        if not narrated[token.i] or token.text == '"' or (holds_cue and _belongs_to_cue(token, cue)):
            if run:
                yield from _span(part, run, scene)
                run = []
        elif run or not _is_that(token):
            run.append(token)
    yield from _span(part, run, scene)


def _is_remark(dash: Any) -> bool:
    """Whether the article's own words about what was said follow a dash: a claim that the council denies."""
    words = dash.doc.words[dash.i + 1 : dash.i + 4]
    telling = any(each.lemma_ in report_nouns() or each.lemma_ in ("charge", "figure") for each in words[1:])
    return bool(dash.whitespace_ and words and words[0].lower_ in ("a", "an", "something") and telling)


def _after_hearer(doc: Any, behind: int, first: int, last: int) -> int:
    """Where what was told begins, if the parse takes the outlet behind the cue for a part of it: (told) the Echo's show
    it was.

    The outlet is a run of names and nouns that ends with a noun for one, behind which a phrase begins.
    """
    for at in range(behind, min(behind + _OUTLET, last - 1)):
        word, after = doc[at], doc[at + 1]
        if at >= first and word.lower_ in PROGRAMMES and any(each.pos_ == "PROPN" for each in doc.words[behind:at]):
            return at + 1 if after.pos_ in _OPENING else first
        if word.pos_ not in _IN_NAMES and word.text != "'s":
            break
    return first


def _may_be_set_off(cue: Cue, best: tuple[int, int, bool] | None) -> bool:
    """Whether a cue may stand between commas: no clause follows it at once, and it tells of no word before it."""
    if any(child.tag_ in ("WDT", "WP") for child in cue.token.lefts):
        return False  # they tore into the accord, which promises a fund
    if best is None:
        return True
    first, _, is_clause = best
    return is_clause and (first <= cue.token.i or cue.part.doc.words[first - 1].text == ",")


def _with_whole(
    best: tuple[int, int, bool] | None,
    readings: Iterable[tuple[int, int, bool]],
    whole: tuple[int, int, tuple[int, int]] | None,
) -> Iterator[tuple[int, int, bool]]:
    """The readings, of which the first takes in the whole statement around a cue that is set off."""
    if best is not None:
        yield best if whole is None else (min(best[0], whole[0]), max(best[1], whole[1]), True)
    yield from readings
    if best is None and whole is not None:
        yield whole[0], whole[1], True


def _around_cue(scene: Scene, cue: Cue, first: int, last: int, place: tuple[int, int]) -> Iterator[Span]:
    """The statement [first, last) without the tokens in it where who speaks is set off."""
    words, (left, right) = cue.part.doc.words, place
    for run in (words[max(first, left - _LONGEST) : left], words[right : min(last, right + _LONGEST)]):
        yield from _span(cue.part, run, scene)


def _after_colon(scene: Scene, part: Part, first: int, last: int) -> int:
    """Where content before its cue begins, after what leads to a quote in it: They were unmoved: "...", said one."""
    for token in part.doc[first + 1 : last]:
        leads = token.text == ":" and scene.is_narrated(part, token) and token.i + 1 < last
        if leads and (token.nbor().text == '"' or not scene.is_narrated(part, token.nbor())):
            return int(token.i + 1)
    return first


def _cut_at_next_cue(cue: Cue, cues: list[Cue], first: int, last: int) -> int:
    """Where the content ends before the next reported clause: (it failed), adding that; (it would) and called it."""
    doc = cue.token.doc
    inside = cues[bisect_right(cues, max(first, cue.token.i), key=_place) : bisect_left(cues, last, key=_place)]
    for other in inside:
        at = other.token.i
        if other.token.tag_ == "VBG" and doc[at - 1].text in (",", '"'):
            return int(at - 1)
        if is_misjoined(other.token):
            own = next((child for child in other.token.children if child.dep_ == "nsubj"), other.token)
            return max(first, int(own.left_edge.i if own.i < at else at))
    return last


def _belongs_to_cue(token: Any, cue: Cue) -> bool:
    """Whether a token of the content is part of the cue's own clause: the dam, (officials said,) would hold."""
    return token is cue.token or (cue.token.is_ancestor(token) and not _inside_content(token, cue))


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


def _says_something(run: list[Any]) -> bool:
    """Whether words have content of their own: a day, a time or a lone adverb is when something was said, not what."""
    words = [token for token in run if token.pos_ in _CONTENT]
    if any(token.pos_ == "AUX" for token in run) or (len(words) > 1 and not any(map(_is_time, words))):
        return bool(words)
    timed = any(map(_is_time, words))
    return any(token.pos_ not in (_OF_TIME if timed else ("ADV",)) and not _is_time(token) for token in words)


def _is_that(token: Any) -> bool:
    """Whether a token is the "that" which begins a clause, whatever the parse makes of it."""
    return bool(token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN"))


def _is_time(token: Any) -> bool:
    return token.lower_ in calendar() or context("when").fullmatch(token.lower_) is not None


def _span(part: Part, run: list[Any], scene: Scene) -> Iterator[Span]:
    while run and (run[0].is_punct or run[0].is_space or run[0].pos_ == "CCONJ"):
        run = run[1:]
    if run and _is_that(run[0]):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].pos_ == "CCONJ"):
        run = run[:-1]
    if not run or not _says_something(run):
        return
    if len(run) == 1 and ((run[0].pos_ not in ("NOUN", "PROPN") and not run[0].text[0].isdigit()) or len(run[0]) < 3):
        return
    run = _without_day(run)
    if not run:
        return
    start, end = part.span(run[0]).start, part.span(run[-1]).end
    dateline = _DATELINE.match(scene.text, start, end) if start == part.start else None
    span = trim(scene.text, Span(dateline.end() if dateline else start, end), _EDGES)
    if span.length:
        yield span
