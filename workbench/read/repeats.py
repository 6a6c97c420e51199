"""What an article says twice: a repeated caption, a pull quote, its own headline cut short in the footer."""

import re

from workbench.model import Role
from workbench.read.pieces import Piece

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"\n]{15,400})"')
_CUT = re.compile(r"\s*(?:\.\.\.|…)?\s*(?:[|–—·»]|\s-)\s*[^|]{2,60}$|\s*(?:\.\.\.|…)$")


def mark(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with `repeat_of` set on those that say an earlier one again, and footers and pull quotes made
    furniture."""
    return _pull_quotes(_captions(_footers(pieces)))


def _footers(pieces: list[Piece]) -> list[Piece]:
    """A later line that is the headline again, or its beginning and a site's name."""
    head = next((piece for piece in pieces if piece.role is Role.HEADLINE), None)
    if head is None:
        return pieces
    wanted = _folded(head.text[:400])
    found = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.start > head.start and not piece.stated and piece.words <= 50 and piece.role is not Role.CAPTION:
            if _says_again(piece.text, wanted):
                found[index] = piece.as_(Role.FURNITURE, "the headline again", head.start)
        elif piece.start < head.start and piece.open and _says_again(piece.text, wanted):
            found[index] = piece.as_(Role.FURNITURE, "the headline, with the site's name")
    return found


def _says_again(text: str, wanted: str) -> bool:
    there = _folded(text)
    if len(wanted) < 12 or there[:12] != wanted[:12]:  # nor does any beginning of it then
        return False
    cut = _folded(_CUT.sub("", text))
    return there == wanted or (cut != there and len(cut) >= 12 and wanted.startswith(cut))


def _captions(pieces: list[Piece]) -> list[Piece]:
    """A caption that repeats an earlier one, or begins one of the last few."""
    found = list(pieces)
    seen: dict[str, int] = {}
    recent: list[tuple[str, int]] = []
    for index, piece in enumerate(pieces):
        if piece.role is not Role.CAPTION:
            continue
        there = _folded(piece.text[:900])
        again = seen.get(there)
        if again is None and len(there) >= 20:
            again = next((at for other, at in recent if other.startswith(there) or there.startswith(other)), None)
        if again is not None and not piece.stated:
            found[index] = piece.as_(Role.CAPTION, piece.reason, again)
        elif there:
            seen.setdefault(there, piece.start)
            recent = [*recent[-3:], (there, piece.start)] if len(there) >= 20 else recent
    return found


def _pull_quotes(pieces: list[Piece]) -> list[Piece]:
    """A paragraph that is nothing but words quoted in another: set in large type on the page, so no evidence
    of its own."""
    quoted: dict[str, Piece] = {}
    for piece in pieces:
        if piece.open:
            for match in _QUOTED.finditer(piece.text):
                if match.end() - match.start() < 0.8 * len(piece.text):
                    quoted.setdefault(_folded(match[1]), piece)
    if not quoted:
        return pieces
    found = list(pieces)
    for index, piece in enumerate(pieces):
        if (piece.open or piece.role is Role.SUBHEADING) and not piece.stated and 5 <= piece.words <= 50:
            source = quoted.get(_folded(piece.text))
            if source is not None and source is not piece:
                found[index] = piece.as_(Role.FURNITURE, "a pull quote: words of the text again", source.start)
    return found


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
