"""Which cue governs a quoted stretch: the one behind it (", he said"), before it (he said: "..."), or above it."""

import re
from itertools import islice

from workbench.extract import cues as cue_finder
from workbench.extract import word_order
from workbench.extract.around import Around
from workbench.extract.cues import Cue
from workbench.extract.subjects import THINGS
from workbench.spans import Span

_AT_ONCE = re.compile(r"(?:\s+[\w’'-]+){0,4}[,:—–-]\s*|\s*")
_PUT_IT = re.compile(r"puts? it\b")
#: Nouns that lead to the words themselves: (her first) words were, in the words of X, (his) answer:
_NAMES_WORDS = re.compile(r"^\w+(?: (?:was|were|is|are))?[:,]?\s*$|^words of [^.!?]{2,60}, $")
_ADJACENT = re.compile(r"(?:\s+[\w’'-]+){0,4}[,:—–-]?\s*")
#: What begins a clause of its own behind a stretch: saying "...", when the coroner pressed him.
_APART = re.compile(r"\W*(?:when|while|after|before|because|although|though|until|unless|if|whereas)\b", re.I)
_AS_PUT = re.compile(r"\W*as\b[^.;:!?]*\bputs? it\b")
_DEEP = 60  # verbs and nouns above a stretch in the parse
_BARE_CUE = 12  # words at most in "..., said Ana Ruiz of the union."


def cue_right(around: Around) -> Cue | None:
    """The cue behind a stretch, in the sentence that the stretch does not end."""
    text = around.scene.text
    span = around.sentence_right()
    gap = text[span.start : span.end]
    if not gap.strip() or _APART.match(gap):
        return None
    first = gap.strip()[0]
    ending = around.content[-1:]
    if first in ".!?;" or (ending == "." and not around.content.endswith("..") and first.isupper()):
        return None
    apart = gap.find(";")  # behind a semicolon somebody speaks of something else
    end = span.start + apart if apart >= 0 else span.end
    found = [cue for cue in around.cues if span.start <= cue.span.start < end]
    found = [cue for cue in found if not _is_marks_only(cue) or _follows_at_once(around, cue)]
    found = [cue for cue in found if (cue.token.tag_ != "VBG" or cue.is_phrase) and not cue.is_noun]
    if not found:
        return None
    cue = found[0]
    if ending in "!?" and first.isupper() and len(text[span.start : cue.span.start].split()) > _BARE_CUE:
        return None
    return cue


def _is_marks_only(cue: Cue) -> bool:
    """Whether a verb reports only what stands right beside it between marks: he began, it reads."""
    return cue.verb.marks_only and cue.verb.stance != "labels"


def _follows_at_once(around: Around, cue: Cue) -> bool:
    """Whether only who speaks stands between a stretch and the cue behind it."""
    words = around.scene.text[around.marked.end : cue.span.start].split()
    return len(words) < _BARE_CUE and word_order.beside(around.scene, cue, around.marked) is not None


def right_is_stronger(around: Around, left: Cue, right: Cue) -> bool:
    """Whether, of a cue on either side, the one behind governs: it follows at once, the other is not at the marks."""
    text = around.scene.text
    if _AS_PUT.match(text, around.marked.end, right.span.end + 5):
        return left.verb.stance != "labels" and "as" not in left.verb.takes
    if around.content[-1:] != "," or word_order.beside(around.scene, right, around.marked) is None:
        return False
    return not _ADJACENT.fullmatch(text[left.span.end : around.marked.opened])


def _between(around: Around, span: Span) -> list[Cue]:
    """The cues in a stretch of narration that may govern the quoted words."""
    text, opened = around.scene.text, around.marked.opened
    above = _above(around)
    found = []
    for cue in around.cues:
        if not span.start <= cue.span.start < span.end:
            continue
        if cue.is_noun and cue.token.i not in above and not _NAMES_WORDS.search(text[cue.span.start : opened]):
            continue
        if _is_marks_only(cue) and not (
            _AT_ONCE.fullmatch(text[cue.span.end : opened]) or _PUT_IT.match(text, cue.span.start)
        ):
            continue
        found.append(cue)
    return found


def cue_left(around: Around) -> Cue | None:
    """The cue before a stretch in its sentence: the nearest above it in the parse, else the nearest."""
    found = _between(around, around.sentence_left())
    if not found:
        return None
    above = _above(around)
    governing = [cue for cue in found if cue.token.i in above] or found
    cue = _set_in(governing[-1], found)
    while _is_unreal(cue):
        outer = [one for one in found if one.span.start < cue.span.start]
        if not outer:
            return None if cue.verb.stance == "labels" else cue  # to call a "special meeting"
        cue = outer[-1]
    return cue


def _set_in(cue: Cue, found: list[Cue]) -> Cue:
    """The cue that is set with who speaks between another and its subject: the two, she noted, agreed on "peace"."""
    doc = cue.token.doc
    for other in found:
        at = other.token.i
        if at >= cue.token.i or other.is_noun or other.is_phrase or at + 2 < cue.token.i or doc[at + 1].text != ",":
            continue
        own = cue_finder.subject(other)
        if own is not None and own.i < at and own.left_edge.i and doc[own.left_edge.i - 1].text == ",":
            return other
    return cue


def _is_unreal(cue: Cue) -> bool:
    """Whether a cue inside what another reports is no speech of its own: it would say, to say, this says."""
    if any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in cue.token.children):
        return True
    who = cue_finder.subject(cue)
    return who is not None and who.lower_ in THINGS


def _above(around: Around) -> set[int]:
    """The numbers of the tokens above a stretch in the parse."""
    tokens = around.scene.tokens(around.part, around.marked.span)
    return {ancestor.i for token in tokens[:1] for ancestor in islice(token.ancestors, _DEEP)}
