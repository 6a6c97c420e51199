"""The dateline: the place, the date, the agency that open the body, parted from the paragraph that they open."""

import re
from dataclasses import replace

from workbench.model import Role
from workbench.read import cues
from workbench.read.pieces import Piece

_OPENERS = 5  # paragraphs among which the body begins
_BEFORE = 45  # words; a longer paragraph is body, and no looser dateline follows it


def part(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with the dateline, where there is one, parted from the paragraph that it opens."""
    openers = [i for i, piece in enumerate(pieces) if piece.open and not piece.bullet and piece.words >= 2][:_OPENERS]
    hits = {index: cues.dateline(pieces[index].text, first=_early(pieces, openers, index)) for index in openers}
    shouted = sum(hit is not None and _shouts(pieces[index], hit) for index, hit in hits.items())
    for index, hit in hits.items():
        piece = pieces[index]
        if hit is None or (shouted > 1 and _shouts(piece, hit)) or _is_person(pieces, index, hit):
            continue
        if not _opens(pieces, index, hit):
            continue
        ink = len(piece.text[: hit.end].rstrip())
        line = replace(piece, end=piece.start + ink, text=piece.text[:ink], cue=hit.cue, maybe=())
        line = replace(line, role=Role.DATELINE, reason=hit.cue.reason)
        body = replace(piece, start=piece.start + hit.end, text=piece.text[hit.end :], maybe=())
        return [*pieces[:index], line, body, *pieces[index + 1 :]]
    return pieces


def _opens(pieces: list[Piece], index: int, hit: cues.Hit) -> bool:
    """Whether a paragraph of running text follows the dateline; a bare place must open a text of several."""
    piece = pieces[index]
    after = len(piece.text[hit.end :].split())
    if not hit.cue.first:
        return after >= 4 and (piece.ends or after >= 8)
    alone = not any(other.prose for other in pieces[index + 1 : index + 12])
    return after >= 4 and (piece.ends or after >= 25) and not (alone and "," not in piece.text[: hit.end])


def _early(pieces: list[Piece], openers: list[int], index: int) -> bool:
    """Whether only what may be a headline and a standfirst stands before the piece."""
    before = [pieces[at] for at in openers if at < index]
    return len(before) <= 2 and all(piece.words <= _BEFORE for piece in before)


def _shouts(piece: Piece, hit: cues.Hit) -> bool:
    """Whether it is capitals and a colon: a dateline once, the speakers of a transcript where there are more."""
    return hit.cue.id == "dateline-caps" and ":" in piece.text[: hit.end]


def _is_person(pieces: list[Piece], index: int, hit: cues.Hit) -> bool:
    """Whether a bare name before a dash is a person's: its last word then names the person again further on."""
    if not hit.cue.first:
        return False
    names = re.findall(r"[\w'-]+", pieces[index].text[: hit.end])
    if len(names) < 2 or "," in pieces[index].text[: hit.end]:
        return False
    again = re.compile(rf"(?<!{re.escape(names[-2])} )\b{re.escape(names[-1])}\b")
    rest = (piece.text for piece in pieces[index + 1 : index + 60])
    return bool(again.search(pieces[index].text, hit.end)) or any(again.search(text) for text in rest)
