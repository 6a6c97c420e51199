"""Headlines and subheadings: lines that stand over a text, told from its sentences by their shape."""

import re
from dataclasses import replace

from workbench.model import Role
from workbench.read import cues
from workbench.read.pieces import Piece

#: Words that headline style leaves in lower case; any other lower-case word speaks against it.
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "but",
        "or",
        "nor",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "per",
        "than",
        "to",
        "up",
        "upon",
        "via",
        "vs",
        "vs.",
        "v",
        "with",
        "after",
        "amid",
        "before",
        "against",
        "about",
        "is",
        "it",
        "its",
        "be",
        "are",
        "that",
        "this",
        "under",
        "over",
        "near",
        "during",
        "without",
        "within",
        "between",
    ]
)
_WORD = re.compile(r"[^\W_][\w'.-]*")
_SENTENCE = re.compile(r"\b(?:an?|the|has|have|had|was|were|been|will be)\b")
_QUESTION = re.compile(r"(?:what|why|who|how|where|when|which|whose)\b[^.!?\"]*\?", re.IGNORECASE)
_TEXT = 8  # words of a line of text, at least
_HASH = re.compile(r"#{1,6}\s+\S")


def mark(pieces: list[Piece], headline: str | None) -> list[Piece]:
    """`pieces` with the headline marked, where there is evidence of one: metadata, a heading's mark, or its shape.

    Where the metadata gives a headline that does not stand in the text, no line is taken for it by its shape.
    """
    found = list(pieces)
    if headline and (at := _where(pieces, headline)) is not None:
        found[at] = pieces[at].as_(Role.HEADLINE, "the headline that the metadata gives")
    if headline or any(piece.role is Role.HEADLINE for piece in found):
        return _hashes(found)
    at = next((index for index, piece in enumerate(found) if piece.open), None)
    if at is None or _prose_before(found, at):
        return _hashes(found)
    reason = _evidence(found, at)
    if reason:
        found[at] = found[at].as_(Role.HEADLINE, reason)
        return _hashes(found)
    return _hashes(found)


def fits_after_label(pieces: list[Piece], at: int) -> bool:
    """Whether the piece after a label such as "Article:" is a headline rather than the article's first paragraph."""
    piece = pieces[at]
    return piece.open and _short(piece) and (not piece.ends or titled(piece.text)) and _prose_after(pieces, at)


def subheadings(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with the short lines between paragraphs that stand over what follows them."""
    found = list(pieces)
    questions = [i for i in range(len(pieces)) if _between(pieces, i) and _QUESTION.fullmatch(pieces[i].text)]
    lines = [i for i in range(len(pieces)) if _between(pieces, i) and _is_line(pieces[i])]
    if len(questions) + len(lines) > 1:
        lines += questions
    for index in lines:
        found[index] = pieces[index].as_(Role.SUBHEADING, "a short line that stands over the paragraphs after it")
    return found


def titled(text: str) -> bool:
    """Whether `text` has the capitals of a headline: every word but the small ones.

    >>> titled("Floods Cut Off Two Valleys in the North"), titled("Floods cut off two valleys in Peru")
    (True, False)
    """
    words = [word for word in _WORD.findall(text[:400]) if word.lower() not in _SMALL and not word[0].isdigit()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.85 * len(words)


def _evidence(pieces: list[Piece], at: int) -> str | None:  # noqa: PLR0911 - one return a kind of evidence
    """Why the piece is the headline, or None where nothing says so."""
    piece = pieces[at]
    if _HASH.match(piece.text) and len(pieces) > 1:
        return "marked as a heading"
    if not _short(piece) or not (_prose_after(pieces, at) or _over_byline(pieces, at)) or piece.bullet:
        return None
    if not piece.ends and piece.text[-1:] not in ",;:-–—":
        return "a line without a full stop over the text"
    if piece.text[-1:] in ",;:-–—" or _sentences(piece.text) > 2:
        return None
    if titled(piece.text):
        return "a line in headline capitals over the text"
    if _before_dateline(pieces, at):
        return "stands before the dateline"
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or not following.open or following.words < piece.words:
        return None
    if piece.text[-1:] in "?!" and piece.words <= 16:
        return "a short line over the text"
    if not _SENTENCE.search(piece.text) and _shared(piece.text, following.text) >= 0.5 and '"' not in piece.text[:1]:
        return "a short line that the paragraph after it says again"
    return None


def _over_byline(pieces: list[Piece], at: int) -> bool:
    """Whether the byline or the date stands right under it, and a text of lists or unfinished lines follows."""
    following = pieces[at + 1].role if at + 1 < len(pieces) else None
    return following in (Role.BYLINE, Role.TIMESTAMP) and any(
        piece.open and piece.words >= _TEXT for piece in pieces[at + 2 : at + 6]
    )


def _before_dateline(pieces: list[Piece], at: int) -> bool:
    """Whether the dateline, with which the body begins, follows it or the standfirst after it."""
    for index in range(at + 1, min(at + 4, len(pieces))):
        if pieces[index].role is Role.DATELINE:
            return index - at <= 2 or not any(piece.words > 60 for piece in pieces[at:index])
    return False


def _short(piece: Piece) -> bool:
    return len(piece.text) <= 200 and 2 <= piece.words <= 32


def _sentences(text: str) -> int:
    return len(re.findall(r"[.!?][\"')]*(?:\s+(?=[A-Z\"])|$)", text))


def _shared(line: str, paragraph: str) -> float:
    """The share of the line's content words that the paragraph has too."""
    words = {word.lower().strip(".'") for word in _WORD.findall(line)} - _SMALL
    there = {word.lower().strip(".'") for word in _WORD.findall(paragraph[:600])}
    return len(words & there) / len(words) if len(words) >= 4 else 0.0


def _prose_after(pieces: list[Piece], at: int) -> bool:
    """Whether running text, longer than the piece or ending as a sentence does, follows soon."""
    after = [piece for piece in pieces[at + 1 : at + 12] if piece.open][:6]
    return any(piece.prose and piece.words >= 5 for piece in after)


def _prose_before(pieces: list[Piece], at: int) -> bool:
    return any(piece.role in (Role.BODY, Role.CAPTION, Role.EMBED) for piece in pieces[:at])


def _between(pieces: list[Piece], at: int) -> bool:
    """Whether an undecided short piece stands between something and running text."""
    piece = pieces[at]
    if not piece.open or piece.bullet or at == 0 or at + 1 >= len(pieces) or len(piece.text) > 110 or piece.words > 14:
        return False
    following = next(
        (after for after in pieces[at + 1 : at + 4] if after.role not in (Role.CREDIT, Role.CAPTION)), None
    )
    before = next((b for b in pieces[max(at - 3, 0) : at][::-1] if b.role not in (Role.CREDIT, Role.CAPTION)), None)
    if following is None or before is None:
        return False
    return (following.prose and following.words > piece.words) and (before.prose or not before.open)


def _is_line(piece: Piece) -> bool:
    text = piece.text.rstrip("*_ ")
    return (
        not piece.ends
        and text[-1:] not in ",;:-–—…"
        and (text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"'#*(")
    )


def _hashes(pieces: list[Piece]) -> list[Piece]:
    """Mark lines that open with the number signs of Markdown as subheadings."""
    headed = any(piece.role is Role.HEADLINE for piece in pieces)
    return [
        replace(piece, role=Role.SUBHEADING, reason="marked as a heading")
        if piece.open and headed and _HASH.match(piece.text) and piece.words <= 25
        else piece
        for piece in pieces
    ]


def _where(pieces: list[Piece], headline: str) -> int | None:
    """The first piece that is the headline, or begins as it does where a site's name follows."""
    wanted = _folded(headline)
    for index, piece in enumerate(pieces):
        there = _folded(piece.text[:400]) if not piece.stated or piece.role is Role.HEADLINE else ""
        if there and (there == wanted or (wanted.startswith(there + " ") and len(there) >= 0.6 * len(wanted))):
            return index
    return None


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(cues.shadow(text).casefold()))
