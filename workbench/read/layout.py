"""The role of every stretch of an article: headline, dateline, body, caption, furniture ...

Text files say little about their layout, so roles are found from wording (``lexicons/furniture.toml``), shape
(length, final
punctuation, capitals) and position. Where these do not suffice a paragraph is body: furniture taken for body costs an
analyst a glance, body taken for furniture costs the evidence.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.model import Block, Role
from workbench.read import cues, datelines, headlines, repeats
from workbench.read.lines import paragraphs
from workbench.read.pieces import Piece, cut
from workbench.spans import Span, trim

#: One to three names, and perhaps an outlet after a bar: "Ana Pereira and Luis Mota | Harbour News".
_PERSON = r"[^\W\d_][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){1,3}"
_NAME = re.compile(rf"(?=[^\W\d_a-z]){_PERSON}(?:(?:,| and| &|, and) {_PERSON}){{0,2}}(?:,? [|•·-] [\w'. -]{{2,40}})?")
_SENTENCE = 6  # words of a sentence that announces a list, at least


def divide(text: str, known: Sequence[Block] = (), headline: str | None = None) -> tuple[Block, ...]:
    """`text` divided into blocks with a role each: every character is in exactly one, in order.

    White space between two blocks belongs to the block before it, leading white space to the first. `known`
    are blocks whose
    role the format states; they stay, and the rest is found from the layout. Of known blocks that overlap, the
    first counts;
    what lies outside the text is left out. `headline` is the headline as the format's metadata gives it; it is
    marked where
    it stands in the text. Without evidence of a headline there is none. Empty text has no blocks.

    >>> for block in divide("Title: Dam fails\\n\\nLIMA, Peru — A dam failed on Monday, officials said."):
    ...     print(block.start, block.end, block.role.value)
    0 7 furniture
    7 18 headline
    18 31 dateline
    31 70 body
    """
    shadow = cues.shadow(text)
    pieces = _pieces(text, shadow, known)
    if not pieces:
        return (Block(0, len(text), Role.BODY),) if text else ()
    pieces = _edges(pieces)
    pieces = _labelled(pieces)
    pieces = _lists(pieces)
    pieces = _posts(pieces)
    pieces = datelines.part(pieces)
    pieces = headlines.mark(pieces, headline)
    pieces = _opening(pieces)
    pieces = _credits(pieces)
    pieces = headlines.subheadings(pieces)
    pieces = repeats.mark(pieces)
    return _blocks(text, pieces)


def _pieces(text: str, shadow: str, known: Sequence[Block]) -> list[Piece]:
    """The text cut into pieces, those that the format states as they are, the rest by paragraph."""
    found: list[Piece] = []

    labels = False  # whether any piece before gives what follows it a role; kept, so that time stays linear

    def add(start: int, end: int) -> None:
        nonlocal labels
        for paragraph in paragraphs(text, start, end):
            top = not any(piece.long for piece in found[-12:]) and len(found) < 12
            more = list(cut(shadow, paragraph, top=top, labels=labels))
            labels = labels or any(piece.gives for piece in more)
            found.extend(more)

    at = 0
    for block in sorted(known, key=lambda block: (block.start, block.end)):
        span = trim(text, Span(max(block.start, 0), min(block.end, len(text))))
        if span.length <= 0 or span.start < at:
            continue
        add(at, span.start)
        stated = Piece(*span, shadow[span.start : span.end], block.role, block.reason, stated=True)
        found.append(replace(stated, repeat_of=block.repeat_of))
        at = span.end
    add(at, len(text))
    return found


def _edges(pieces: list[Piece]) -> list[Piece]:
    """Settle what counts only at an edge of the text: before its body, or after it."""
    if sum(piece.open for piece in pieces) < 2:
        return pieces
    top, tail = _body_between(pieces)
    found: list[Piece] = []
    opened = False  # whether something that can be a headline stands before
    for index, piece in enumerate(pieces):
        places = {"any": True, "top": index < top, "tail": index > tail, "edge": index < top or index > tail}
        late = len(pieces) - index <= 3
        found.append(_at_edge(piece, places, opened, late) if piece.open else piece)
        opened = opened or found[-1].open or found[-1].role is Role.HEADLINE
    return found


def _body_between(pieces: list[Piece]) -> tuple[int, int]:
    """Where the body begins and ends at the latest and earliest: one paragraph may be the standfirst, two are text."""
    prose = [index for index, piece in enumerate(pieces) if piece.prose and piece.words >= 10 and not piece.maybe]
    if not prose:
        return min(3, len(pieces) - 1), max(len(pieces) - 3, 0)
    top = prose[0] if len(prose) == 1 or pieces[prose[0]].words >= 35 else prose[1]
    return top, prose[-1]


def _at_edge(piece: Piece, places: dict[str, bool], opened: bool, late: bool) -> Piece:
    for cue in piece.maybe:
        if (places[cue.where] or (late and cue.last)) and (opened or not cue.after):
            return replace(piece, role=cue.role, reason=cue.reason, cue=cue, maybe=())
    return replace(piece, maybe=())


def _labelled(pieces: list[Piece]) -> list[Piece]:
    """Give what follows a label the role that the label names."""
    found = list(pieces)
    roles = {"summary": Role.SUMMARY, "headline": Role.HEADLINE, "standfirst": Role.STANDFIRST, "caption": Role.CAPTION}
    for index, piece in enumerate(pieces):
        if not piece.gives:
            continue
        for at in _governed(found, index, piece.gives):
            target = found[at]
            if piece.gives == "article":
                if headlines.fits_after_label(found, at):
                    found[at] = target.as_(Role.HEADLINE, "follows the label of the article")
            else:
                role = roles.get(piece.gives, Role.SUMMARY)
                found[at] = target.as_(role, f"labelled: {piece.text.strip(' :,.*_#').lower()}")
    return found


def _governed(pieces: list[Piece], label: int, gives: str) -> range:
    """The pieces that a label speaks for: the next one, or all up to the next label, or a list."""
    first = label + 1
    if first >= len(pieces) or not (pieces[first].open or gives in ("headline", "caption")) or pieces[first].gives:
        return range(0)
    if pieces[first].stated or (not pieces[first].open and pieces[first].role is Role.CREDIT):
        return range(0)
    if gives in ("summary", "points"):
        ends = [at for at in range(first, min(first + 10, len(pieces))) if pieces[at].gives in ("article", "headline")]
        if ends:
            return range(first, next((at for at in range(first, ends[0]) if not pieces[at].open), ends[0]))
        stop = first
        while stop < len(pieces) and pieces[stop].bullet and pieces[stop].open:
            stop += 1
        if stop > first:
            return range(first, stop)
        if gives == "points":
            return range(0)
    return range(first, first + 1)


def _lists(pieces: list[Piece]) -> list[Piece]:
    """Make the items under a heading such as "Sources" or "Related" furniture with it."""
    found = list(pieces)
    under: str | None = None
    for index, piece in enumerate(pieces):
        if piece.cue and piece.cue.how == "heading":
            under = piece.reason
        elif piece.open and under and not piece.long and (piece.bullet or not piece.ends) and piece.words <= 25:
            found[index] = piece.as_(
                Role.FURNITURE, f"under a {under}" if under[0] != "h" else "a link to another page"
            )
        elif piece.open:
            under = None
    return found


def _posts(pieces: list[Piece]) -> list[Piece]:
    """A social post is what stands before its signature, and the signature."""
    found = list(pieces)
    for index, piece in enumerate(pieces):
        signed = piece.role is Role.EMBED and piece.cue and piece.cue.how == "post"
        alone = signed and cues.signature(piece.text) is not None and piece.words <= 25
        if alone and index and found[index - 1].open and piece.text[:1] in "-–—":
            found[index - 1] = found[index - 1].as_(Role.EMBED, "a social post, with its signature below")
    return found


def _opening(pieces: list[Piece]) -> list[Piece]:
    """Mark what stands between the headline and the byline, date or dateline as the standfirst; top bullets as
    summary."""
    at = next((index for index, piece in enumerate(pieces) if piece.role is Role.HEADLINE), None)
    if at is None:
        return pieces
    found = list(pieces)
    body = next((i for i in range(at + 1, len(pieces)) if pieces[i].open and pieces[i].long), len(pieces))
    bullets = [i for i in range(at + 1, body) if pieces[i].open and pieces[i].bullet]
    before = pieces[bullets[0] - 1] if bullets else None
    announced = before is not None and before.open and before.text.endswith(":") and before.words >= _SENTENCE
    if len(bullets) > 1 and body < len(pieces) and not announced:  # The key figures: are a part of the text
        for index in bullets:
            found[index] = pieces[index].as_(Role.SUMMARY, "a list between the headline and the text")
    stop = _text_begins(found, at)
    for index in range(at + 1, stop):
        if _is_name(found[index]):
            found[index] = found[index].as_(Role.BYLINE, "a name between the headline and the text")
    between = [i for i in range(at + 1, stop) if found[i].open]
    if 0 < len(between) <= 2 and all(found[i].words <= 60 for i in between) and any(p.open for p in pieces[stop:]):
        for index in between:
            found[index] = pieces[index].as_(Role.STANDFIRST, "between the headline and the byline, date or dateline")
    return found


def _is_name(piece: Piece) -> bool:
    return piece.open and not piece.ends and piece.words <= 9 and bool(_NAME.fullmatch(piece.text))


def _text_begins(pieces: list[Piece], headline: int) -> int:
    """Where the dateline stands, or else the last byline or date soon after the headline; 0 where there is none."""
    near = range(headline + 1, min(headline + 7, len(pieces)))
    for index in near:
        if pieces[index].role is Role.DATELINE:
            return index
    marks = (Role.BYLINE, Role.TIMESTAMP)
    found = [i for i in near if pieces[i].role in marks and not ((cue := pieces[i].cue) and cue.id == "clock-line")]
    return found[-1] if found else 0


def _credits(pieces: list[Piece]) -> list[Piece]:
    """A line beside a bare credit that is no sentence is the caption."""
    found = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.role is Role.CREDIT and piece.cue and piece.cue.how == "whole":
            for at in (index - 1, index + 1):
                if 0 <= at < len(found) and found[at].open and not found[at].ends and 3 < found[at].words <= 40:
                    found[at] = found[at].as_(Role.CAPTION, "beside a picture's credit")
                    break
    return found


def _blocks(text: str, pieces: list[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks: each reaches to the next one's start."""
    starts = [0, *(piece.start for piece in pieces[1:]), len(text)]
    return tuple(
        Block(start, end, piece.role or Role.BODY, piece.reason, piece.repeat_of)
        for piece, start, end in zip(pieces, starts[:-1], starts[1:], strict=True)
    )
