"""Who says what stands between quote marks: the cue that governs each stretch, and the speaker at it.

The cue is looked for in the sentence around the stretch: behind it (", he said"), before it (he said: "..."), or above it in
the parse. A stretch without a cue takes the speaker of the quotation that it goes on with, where the text says that it does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.extract import cues as cue_finder
from workbench.extract import word_order
from workbench.extract.cues import Cue
from workbench.extract.marks import Marked
from workbench.extract.medium import via
from workbench.extract.reference import Said, Speaker, resolve
from workbench.extract.scene import Scene
from workbench.extract.subjects import THINGS
from workbench.extract.wordlists import titles
from workbench.language import Part
from workbench.spans import Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]{0,2}[A-Z0-9])|\n")
_DASH = re.compile(r"\s*(?:[—–―]|--?(?=\s))\s*(?=[A-Z])")
_CLOSE = "\"'“”„«»‹›’‘」』"
_MARKS_ONLY = frozenset({"quote"})
_ADJACENT = re.compile(r"(?:\s+[\w’'-]+){0,4}[,:—–-]?\s*")
_BARE_CUE = 12  # words at most in "..., said Ana Ruiz of the union."


@dataclass(frozen=True, slots=True)
class Attribution:
    """What governs a quoted stretch: its cue, its speaker, whether it goes on with the stretch before it."""

    marked: Marked
    speaker: Speaker
    cue: Cue | None
    goes_on: bool
    how: str
    via: str | None = None


def attribute(scene: Scene) -> Iterator[Attribution]:
    """Each outermost stretch of the scene with its speaker, in reading order."""
    past: list[Said] = []
    last: Attribution | None = None
    cues_of: dict[int, list[Cue]] = {}
    for number, marked in enumerate(scene.quoted):
        part = scene.part_at(marked.start)
        if part.start not in cues_of:
            cues_of[part.start] = list(cue_finder.find(scene, part))
        around = _Around(scene, part, number, cues_of[part.start])
        made = _attribute_one(scene, around, past, last)
        if made.speaker.name:
            past.append(Said(max(marked.start, made.speaker.at.start if made.speaker.at else 0), made.speaker))
        yield made
        last = made


class _Around:
    """What stands around a quoted stretch in its paragraph."""

    def __init__(self, scene: Scene, part: Part, number: int, cues: list[Cue]) -> None:
        self.scene, self.part, self.cues = scene, part, cues
        self.marked = scene.quoted[number]
        block = Span(part.start, part.start + len(part.doc.text))
        before = scene.quoted[number - 1] if number else None
        after = scene.quoted[number + 1] if number + 1 < len(scene.quoted) else None
        self.previous = before if before and before.start >= block.start else None
        self.following = after if after and after.start < block.end else None
        self.left = Span(_outer_end(scene.text, self.previous) if self.previous else block.start, self.marked.opened)
        close = _outer_end(scene.text, self.marked)
        self.right = Span(min(close, block.end), max(close, self.following.opened if self.following else block.end))
        self.content = scene.text[self.marked.start : self.marked.end].strip()

    def sentence_left(self) -> Span:
        """The narration before the stretch in its sentence (empty where it begins one), over earlier stretches."""
        scene = self.scene
        start = self.part.start
        for match in _END.finditer(scene.text, start, self.marked.opened + 3):
            if (
                match.end() <= self.marked.opened
                and not scene.is_quoted(match.start())
                and not _is_abbreviation(scene.text, match.start())
            ):
                start = match.end()
        previous = self.previous
        if previous and previous.end > start and scene.text[previous.start : previous.end].rstrip()[-1:] in ".!?":
            gap = scene.text[_outer_end(scene.text, previous) : self.marked.opened]
            if gap.strip()[:1].isupper() or not gap.strip():
                start = max(start, _outer_end(scene.text, previous))
        return Span(start, self.marked.opened)

    def sentence_right(self) -> Span:
        """The narration after the stretch in its sentence, up to the paragraph's next stretch at most."""
        text = self.scene.text
        start, end = self.right
        for match in _END.finditer(text, start, min(end + 3, len(text))):
            if not _is_abbreviation(text, match.start()):
                end = match.start()
                break
        return Span(start, max(start, end))


def _outer_end(text: str, marked: Marked) -> int:
    """The place after the closing mark of a stretch."""
    if not marked.closed:
        return marked.end
    return marked.end + (2 if text[marked.end : marked.end + 2] == "''" and len(marked.mark) == 2 else 1)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop belongs to a title or an initial."""
    if text[stop] != ".":
        return False
    word = re.search(r"([^\W\d_][\w.]*)$", text[max(0, stop - 14) : stop])
    if not word:
        return False
    bare = word.group().casefold()
    return len(bare) == 1 or "." in bare or bare in titles() or bare in ("st", "no", "jr", "inc", "co", "vs")


def _attribute_one(scene: Scene, around: _Around, past: list[Said], last: Attribution | None) -> Attribution:
    marked = around.marked
    if marked.continues and last is not None:
        return Attribution(marked, last.speaker, last.cue, True, "continues", last.via)
    signed = _signature(around)
    if signed is not None:
        return Attribution(marked, signed, None, False, "signature")
    left, right = _cue_left(around), _cue_right(around)
    if right is not None and left is not None and not _right_is_stronger(around, left, right):
        right = None
    cue = right if right is not None else left
    if cue is not None:
        return _at_cue(scene, around, cue, past, last, "left" if right is None else "right")
    return _without_cue(scene, around, past, last)


def _lead_in(scene: Scene, around: _Around) -> Cue | None:
    """The last cue of the paragraph before, where that ends with a colon."""
    number = scene.part_number(around.part.start)
    before = scene.parsed.parts[number - 1] if number else None
    if before is None or not before.doc.text.rstrip().endswith(":"):
        return None
    found = list(cue_finder.find(scene, before))
    return found[-1] if found else None


def _signature(around: _Around) -> Speaker | None:
    """Who signs a stretch: the name after a dash behind it, on its line or on the next."""
    text = around.scene.text
    match = _DASH.match(text, around.right.start)
    if not match:
        return None
    named = around.scene.cast.within(Span(match.end(), match.end() + 60))
    if named and named[0][0].start - match.end() < 25 and "," not in text[match.end() : named[0][0].start]:
        span, entity = named[0]
        return Speaker(entity.canonical, span, entity, entity.sex)
    return None


def _at_cue(
    scene: Scene, around: _Around, cue: Cue, past: list[Said], last: Attribution | None, how: str
) -> Attribution:
    token = cue_finder.subject(cue)
    if token is None or not scene.is_narrated(cue.part, token):
        token = word_order.beside(scene, cue, around.marked)
    same = last is not None and last.cue is not None and last.cue.span == cue.span
    if token is not None and scene.is_narrated(cue.part, token):
        speaker = resolve(scene, cue.part, token, past)
    else:
        speaker = Speaker(None)
    return Attribution(around.marked, speaker, cue, same, how, via(scene, cue, around.cues))


def _cue_right(around: _Around) -> Cue | None:
    """The cue behind a stretch, in the sentence that the stretch does not end."""
    text = around.scene.text
    span = around.sentence_right()
    gap = text[span.start : span.end]
    if not gap.strip():
        return None
    first = gap.strip()[0]
    ending = around.content[-1:]
    if first in ".!?;" or (ending == "." and not around.content.endswith("..") and first.isupper()):
        return None
    found = [cue for cue in around.cues if span.start <= cue.span.start < span.end and cue.token.tag_ != "VBG"]
    if not found:
        return None
    cue = found[0]
    if ending in "!?" and first.isupper() and len(text[span.start : cue.span.start].split()) > _BARE_CUE:
        return None
    return cue


def _right_is_stronger(around: _Around, left: Cue, right: Cue) -> bool:
    """Whether, of a cue on either side, the one behind governs: it follows at once, and the other is not at the marks."""
    text = around.scene.text
    if around.content[-1:] != "," or word_order.beside(around.scene, right, around.marked) is None:
        return False
    return not _ADJACENT.fullmatch(text[left.span.end : around.marked.opened])


def _between(around: _Around, span: Span) -> list[Cue]:
    """The cues in a stretch of narration that may govern the quoted words."""
    text, opened = around.scene.text, around.marked.opened
    found = []
    for cue in around.cues:
        if not span.start <= cue.span.start < span.end:
            continue
        if cue.verb.takes == _MARKS_ONLY and cue.verb.stance != "labels":
            if not _ADJACENT.fullmatch(text[cue.span.end : opened]):
                continue
        found.append(cue)
    return found


def _cue_left(around: _Around) -> Cue | None:
    """The cue before a stretch in its sentence: the nearest above it in the parse, else the nearest."""
    found = _between(around, around.sentence_left())
    if not found:
        return None
    above = _above(around)
    governing = [cue for cue in found if cue.token.i in above] or found
    cue = governing[-1]
    while _is_unreal(cue):
        outer = [one for one in found if one.span.start < cue.span.start]
        if not outer:
            break
        cue = outer[-1]
    return cue


def _is_unreal(cue: Cue) -> bool:
    """Whether a cue inside what another reports is no speech of its own: it would say, to say, this says."""
    if any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in cue.token.children):
        return True
    who = cue_finder.subject(cue)
    return who is not None and who.lower_ in THINGS


def _above(around: _Around) -> set[int]:
    """The numbers of the tokens above a stretch in the parse."""
    tokens = around.scene.tokens(around.part, around.marked.span)
    return {ancestor.i for token in tokens[:1] for ancestor in token.ancestors}


def _without_cue(scene: Scene, around: _Around, past: list[Said], last: Attribution | None) -> Attribution:
    """A stretch in whose sentence nobody speaks: it goes on with the one before, or follows a lead-in."""
    marked = around.marked
    left = scene.text[around.sentence_left().start : marked.opened].strip()
    if not left and around.previous is None:
        lead_in = _lead_in(scene, around)
        if lead_in is not None:
            return _at_cue(scene, around, lead_in, past, None, "lead-in")
    if around.previous is not None and last is not None and not left and last.speaker.name:
        return Attribution(marked, last.speaker, last.cue, True, "split", last.via)
    if left:
        return Attribution(marked, Speaker(None), None, False, "none")
    earlier = [cue for cue in around.cues if cue.span.start < marked.opened]
    if earlier:
        return _at_cue(scene, around, earlier[-1], past, None, "sentence before")
    if (
        last is not None
        and last.speaker.name
        and scene.part_number(marked.start) - scene.part_number(last.marked.start) == 1
    ):
        return Attribution(marked, last.speaker, last.cue, False, "paragraph before")
    return Attribution(marked, Speaker(None), None, False, "none")
