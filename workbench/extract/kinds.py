"""What kind of quotation a quoted stretch is: direct, partial, a term (scare quotes, nicknames), or a title."""

import re

from workbench.extract.runs import in_title_case
from workbench.extract.scene import Scene
from workbench.extract.speakers import Attribution
from workbench.model import QuoteKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "and", "or", "for", "to", "at", "by", "with", "from", "as", "vs", "de", "la"]
)
#: What stands before the title of a work: its sort (the film "..."), "titled", a programme's channel (on CNN's "...").
_WORK_BEFORE = re.compile(
    r"\b(?:book|novel|memoir|poem|essay|play|film|movie|documentary|series|show|programme|program|podcast|song|single|album|"
    r"anthem|hymn|track|video|game|painting|magazine|newspaper|column|article|report|study|paper|commentary|editorial|op-ed|"
    r"speech|lecture|exhibition|exhibit|opera|musical|episode|entitled|titled|headlined|aired|on|"
    r"host of|starred in|appearing on)(?:\s+[A-Z][\w’']+)?,?\s*$|\b[A-Z]\w+['’]s?\s*$"
)
_TERM_BEFORE = re.compile(
    r"(?:so-called|known as|nicknamed|dubbed|the (?:term|word|phrase|name|label)s?|terms|entitled)\s*$", re.I
)


def kind_of(scene: Scene, made: Attribution) -> QuoteKind:
    """The kind of a stretch, from its words, its place and what governs it."""
    text, marked = scene.text, made.marked
    words = text[marked.start : marked.end].split()
    before = text[max(0, marked.opened - 40) : marked.opened]
    if before.endswith("="):
        return QuoteKind.TERM
    set_as_title = is_title(words) and not in_title_case(scene.part_at(marked.start).doc)
    if made.speaker.name is None and made.cue is None and not _stands_alone(text, made):
        if set_as_title:
            return QuoteKind.TITLE
        if len(words) <= 2 and not has_clause(scene, made):
            return QuoteKind.TERM
    if _TERM_BEFORE.search(before) and len(words) <= 4:
        return QuoteKind.TERM
    if set_as_title and _WORK_BEFORE.search(before):
        return QuoteKind.TITLE
    return QuoteKind.DIRECT if has_clause(scene, made) else QuoteKind.PARTIAL


def _stands_alone(text: str, made: Attribution) -> bool:
    """Whether a stretch is a sentence of its own: what is said in dialogue, however short."""
    before = text[max(0, made.marked.opened - 3) : made.marked.opened].rstrip(" ")[-1:]
    return before in ("", "\n", ".", "!", "?", '"', "”", "’") and text[made.marked.end - 1] in ".!?"


def is_title(words: list[str]) -> bool:
    """Whether words are set like the title of a work.

    >>> is_title("The Long Way Home".split()), is_title("The long way".split()), is_title(["I"])
    (True, False, False)
    """
    bare = [word.strip(".,;:!?'’") for word in words]
    bare = [word for word in bare if word]
    if not bare or len(bare) > 12 or bare == ["I"] or words[-1][-1] in "!?":
        return False
    if not (bare[0][0].isupper() or bare[0][0].isdigit()):
        return False
    large = [word for word in bare if word.casefold() not in _SMALL]
    return bool(large) and all(word[0].isupper() or word[0].isdigit() for word in large)


def has_clause(scene: Scene, made: Attribution) -> bool:
    """Whether a stretch holds a whole clause: a finite verb with its subject."""
    part = scene.part_at(made.marked.start)
    tokens = scene.tokens(part, made.marked.span)
    for token in tokens:
        if token.dep_ in _SUBJECTS and tokens.start <= token.head.i < tokens.end:
            return True
    surface = scene.text[made.marked.start : made.marked.end]
    if surface[:1].isupper() and surface.rstrip()[-1:] in ".!?," and any(token.tag_ == "VB" for token in tokens):
        return True
    return len(tokens) > 3 and surface[:1].isupper() and surface.rstrip()[-1:] in ".!?"
