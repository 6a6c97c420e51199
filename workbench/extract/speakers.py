"""Who says what stands between quote marks: the cue that governs each stretch, and the speaker at it.

The cue is looked for in the sentence around the stretch: behind it (", he said"), before it (he said: "..."), or above
it in the parse. A stretch without a cue takes the speaker of the quotation that it goes on with, if the text says so.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from workbench.extract import cues as cue_finder
from workbench.extract import transcripts, word_order
from workbench.extract.around import Around
from workbench.extract.cues import Cue, reporting_verb
from workbench.extract.governing import cue_left, cue_right, right_is_stronger
from workbench.extract.marks import Marked
from workbench.extract.medium import via
from workbench.extract.reference import resolve
from workbench.extract.scene import Scene
from workbench.extract.spoken import Said, Speaker
from workbench.extract.subjects import PAPERS, THINGS, is_passive, may_speak, owner
from workbench.extract.wordlists import roles
from workbench.language import Part
from workbench.model import Role
from workbench.spans import Span

#: What ends narration that leads to a person's words: a colon, or "as a".
_LEADS = re.compile(r":$|\bas(?: an?| the)?$")
#: A name, or a name in capitals, before a colon.
_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}:")
_ON_WHAT, _TITLE = re.compile(r" on (?!\w+day\b|\d)\w"), 25
#: A name behind a colon, and what the words are about: "...": Ruiz on the flood.
_ON = re.compile(r"\s*:\s+(?=[A-Z])")
_DASH = re.compile(r"\s*(?:[—–―]|--?(?=\s))\s*(?=[A-Z])")
#: Blocks in which a colon mostly follows what the text is about, not who speaks.
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_SHORT = 6  # words between marks among which a verb of saying is looked for
_LAST = 200  # tokens in which the last narrated word is looked for


class Attribution(NamedTuple):
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
    coming = (cue for part in scene.parsed.parts for cue in cue_finder.of(scene, part))
    waiting = next(coming, None) if scene.quoted else None
    labelled = transcripts.between_marks(scene)
    for number, marked in enumerate(scene.quoted):
        part = scene.part_at(marked.start)
        while waiting is not None and waiting.span.start < marked.opened:
            past.extend(_noted(scene, waiting, past))
            waiting = next(coming, None)
        around = Around(scene, part, number, cue_finder.of(scene, part))
        turn = labelled.get(marked.opened)
        made = Attribution(marked, turn, None, False, "label") if turn else _attribute_one(scene, around, past, last)
        if made.speaker.name:
            past.append(Said(max(marked.start, made.speaker.at.start if made.speaker.at else 0), made.speaker))
        yield made
        last = last if made.how == "aside" else made


def _noted(scene: Scene, cue: Cue, past: list[Said]) -> Iterator[Said]:
    """Who speaks at a cue, for what pronouns and descriptions after it mean."""
    token = cue_finder.subject(cue)
    if token is None or cue.is_noun or not scene.is_narrated(cue.part, token):
        return
    speaker = resolve(scene, cue.part, token, past)
    if speaker.name:
        yield Said(cue.span.start, speaker)


def _attribute_one(scene: Scene, around: Around, past: list[Said], last: Attribution | None) -> Attribution:
    marked = around.marked
    signed = _signature(around)
    if signed is not None:
        return Attribution(marked, signed, None, False, "signature")
    left, right = cue_left(around), cue_right(around)
    if marked.continues and last is not None:
        if around.content[:1] in "([" and around.content[-1:] in ")]":
            return Attribution(marked, Speaker(None), None, False, "aside")  # (laughter)
        own = _at_cue(around, right, past, last, "right") if right is not None else None
        if own is None or own.speaker.name in (None, last.speaker.name) or own.speaker.entity is None:
            return Attribution(marked, last.speaker, last.cue, True, "continues", last.via)
        return own  # the paragraph before lacks its closing mark: somebody else speaks here
    if right is not None and left is not None and not right_is_stronger(around, left, right):
        right = None
    cue = right if right is not None else left
    if cue is not None:
        return _at_cue(around, cue, past, last, "left" if right is None else "right")
    return _without_cue(scene, around, past, last)


def _signature(around: Around) -> Speaker | None:
    """Who signs a stretch: the name after a dash behind it, on its line or on the next; "...": Ana Ruiz on rain."""
    text = around.scene.text
    match = _DASH.match(text, around.right.start) or _ON.match(text, around.right.start)
    if not match:
        return None
    named = around.scene.cast.within(Span(match.end(), match.end() + 60))
    if match.re is _ON:
        named = [one for one in named[:1] if _ON_WHAT.match(text, one[0].end) and one[0].start - match.end() < _TITLE]
    if named and named[0][0].start - match.end() < 25 and "," not in text[match.end() : named[0][0].start]:
        span, entity = named[0]
        return Speaker(entity.canonical, span, entity, entity.sex)
    return None


def _at_cue(around: Around, cue: Cue, past: list[Said], last: Attribution | None, how: str) -> Attribution:
    scene = around.scene
    token = cue_finder.subject(cue)
    if token is None or not scene.is_narrated(cue.part, token):
        token = word_order.beside(scene, cue, around.marked)
    same = last is not None and last.cue is not None and last.cue.span == cue.span
    if token is not None and scene.is_narrated(cue.part, token):
        speaker = resolve(scene, cue.part, token, past)
    else:
        speaker = Speaker(None)
    if not speaker.human and not is_passive(cue.token):
        other = word_order.beside(scene, cue, around.marked)
        instead = resolve(scene, cue.part, other, past) if other is not None else speaker
        speaker = instead if instead.entity is not None else speaker
    same = same or (last is not None and _labels_on(cue, last, speaker))
    medium = via(scene, cue, around.cues)
    return Attribution(around.marked, speaker, cue, same, how, medium if medium != speaker.name else None)


def _labels_on(cue: Cue, last: Attribution, speaker: Speaker) -> bool:
    """Whether a participle labels what was just quoted: (said the talks were "useful"), calling them "a step"."""
    if last.cue is None or cue.token.tag_ != "VBG" or cue.verb.stance != "labels" or last.speaker.name != speaker.name:
        return False
    return cue.part is last.cue.part and cue.token.sent == last.cue.token.sent


def _without_cue(scene: Scene, around: Around, past: list[Said], last: Attribution | None) -> Attribution:
    """A stretch in whose sentence nobody speaks: it goes on with the one before, or follows a lead-in."""
    marked = around.marked
    left = scene.text[around.sentence_left().start : marked.opened].strip()
    if left:
        label = _says_so(scene, around, past) or _label(scene, around, left)
        if label is not None:
            return Attribution(marked, label, None, False, "label")
        led = _led_by(scene, around, past) if _LEADS.search(left) else None
        return Attribution(marked, led or Speaker(None), None, False, "colon" if led else "none")
    earlier = [cue for cue in around.cues if cue.span.start < marked.opened]
    known = around.previous is not None and last is not None and last.speaker.name
    if last is not None and (known or _tells_of_speaker(earlier, last.cue)):
        return Attribution(marked, last.speaker, last.cue, True, "split", last.via)
    if earlier:
        return _at_cue(around, earlier[-1], past, None, "sentence before")
    whole = len(around.content.split()) > 4 or around.content[-1:] in ".!?"
    floating = _led_by(scene, around, past) if around.left.length and whole else None
    if floating is not None:
        return Attribution(marked, floating, None, False, "subject before")
    return _after_paragraph(scene, around, past, last)


def _tells_of_speaker(earlier: list[Cue], last: Cue | None) -> bool:
    """Whether a cue stands in a clause that only says more of who spoke last: said one, who asked not to be named."""
    if last is None or not earlier or last.span.start >= earlier[-1].span.start or earlier[-1].part is not last.part:
        return False
    cue = earlier[-1].token
    above = [cue, *islice(cue.ancestors, _LAST)]
    return bool(cue.sent == last.token.sent and any(each.dep_ == "relcl" and each.i > last.token.i for each in above))


def _says_so(scene: Scene, around: Around, past: list[Said]) -> Speaker | None:
    """Who is said, between marks, to say something: the company "strongly denies" the claim."""
    inside = scene.tokens(around.part, around.marked.span)
    for token in inside[:_SHORT]:
        verb = reporting_verb(token) if token.tag_ in ("VBD", "VBZ", "VBP") else None
        if verb is not None and not verb.marks_only:
            own = next((child for child in token.lefts if child.dep_ == "nsubj" and child.i < inside.start), None)
            if own is None or not scene.is_narrated(around.part, own):
                continue
            if may_speak(own) or (own.pos_ == "PRON" and own.lower_ not in THINGS):
                return resolve(scene, around.part, own, past)
    return None


def _label(scene: Scene, around: Around, left: str) -> Speaker | None:
    """Who is named before a colon, and nothing else: CHEN: "..."."""
    if not _LABEL.fullmatch(left):
        return None
    start = scene.text.rfind(left, 0, around.marked.opened)
    at = Span(start, start + len(left) - 1)
    named = scene.cast.within(at)
    topical = around.part.block.role in _HEADS  # Wildfire: "We ran"; Ruiz: "We ran"
    if topical and not any(entity.kind in ("person", "organisation") for _, entity in named):
        return None
    if named:
        return Speaker(named[-1][1].canonical, at, named[-1][1], named[-1][1].sex)
    return Speaker(scene.text[at.start : at.end], at)


def _after_paragraph(scene: Scene, around: Around, past: list[Said], last: Attribution | None) -> Attribution:
    """A stretch that begins its paragraph: led in by a colon above it, or going on with the paragraph before."""
    marked = around.marked
    number = scene.part_number(around.part.start)
    before = scene.parsed.parts[number - 1] if number and not around.left.length else None
    if before is not None and scene.text[scene.end(before) - 1] == ":":
        found = cue_finder.of(scene, before)
        if found:
            return _at_cue(around, found[-1], past, None, "lead-in")
        led = _subject_before(scene, before, len(before.doc), past)
        if led is not None:
            return Attribution(marked, led, None, False, "lead-in")
    if last is not None and last.speaker.name and number - scene.part_number(last.marked.start) == 1:
        return Attribution(marked, last.speaker, last.cue, False, "paragraph before", last.via)
    return Attribution(marked, Speaker(None), None, False, "none")


def _led_by(scene: Scene, around: Around, past: list[Said]) -> Speaker | None:
    """The person who is the subject of the sentence right before a stretch."""
    end = scene.tokens(around.part, Span(around.part.start, around.marked.opened)).end
    return _subject_before(scene, around.part, end, past)


def _subject_before(scene: Scene, part: Part, end: int, past: list[Said]) -> Speaker | None:
    """The person who is the subject of the main clause of the last narrated sentence before a token."""
    narrated = [
        token for token in part.doc[max(0, end - _LAST) : end] if scene.is_narrated(part, token) and token.is_alpha
    ]
    if not narrated:
        return None
    root = narrated[-1].sent.root
    subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
    if subject is None or not scene.is_narrated(part, subject):  # the parse takes a verb between the marks for the main
        clauses = (each for each in narrated if each.dep_ == "nsubj" and each.sent.root == root)
        subject = next((each for each in clauses if each.head.dep_ not in ("relcl", "acl")), None)
    if subject is None:
        return None
    made = owner(subject) if subject.lemma_.lower() in PAPERS else None  # the mayor's message was simple: "..."
    speaker = resolve(scene, part, subject if made is None else made, past)
    human = speaker.entity is not None and speaker.entity.kind == "person"
    return speaker if human or (speaker.name and subject.lower_ in roles()) else None
