"""The clause of a sentence that says one thing: what an analyst would copy out of it, without asides and "X said"."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from workbench.language import Parsed, Part
from workbench.model import Passage

LONGEST = 100  # characters
_FAR = 40  # steps up the parse; words that hang on a verb, to either side of it
_REACH = 2 * LONGEST  # tokens to either side of what a clause must hold
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: What hangs on a verb without being part of what its clause says.
_ASIDE = frozenset({"cc", "mark", "punct", "parataxis", "advcl", "discourse", "intj", "meta", "dep"})
_OTHERS = frozenset({"conj", "ccomp"})
_LEADING = frozenset({"prep", "npadvmod", "advmod"})
_TRIM = " \t\n,;:.–—-“”\"'‘’()[]•"


def clause(parsed: Parsed, passage: Passage, longest: int = LONGEST) -> str | None:
    """The words of the clause that holds a passage, on one line; None where the passage was not parsed.

    "Officials said on Monday that 12 people, who had fled, were found" gives, for 12: "12 people, who had fled, were
    found". A clause longer than `longest` characters is cut behind the passage, with an ellipsis.
    """
    part = parsed.part_at(passage.start)
    tokens = _tokens(part, passage) if part is not None else []
    if part is None or not tokens:
        return None
    inside = (tokens[0].i, tokens[-1].i)
    anchor = next((token for token in tokens if not inside[0] <= token.head.i <= inside[1]), tokens[0])
    kept = [inside, *_kept(_verb(anchor), inside)]
    first, last = min(first for first, _ in kept), max(last for _, last in kept)
    if anchor.doc[last].pos_ in ("AUX", "ADP", "DET"):  # a parse that tears the clause apart
        last = anchor.sent.end - 1
    first = _without_lead(anchor.doc, first, inside[0])
    held = (part.span(tokens[0]).start, part.span(tokens[-1]).end)
    if held[1] - held[0] > longest // 2:
        held = (held[0], held[0])  # a whole sentence: from its beginning
    return _cut(parsed.article.text, part.span(anchor.doc[first]).start, part.span(anchor.doc[last]).end, held, longest)


def _tokens(part: Part, passage: Passage) -> list[Any]:
    start, end = passage.start - part.start, min(passage.end - part.start, len(part.text))
    return [token for token in part.doc.char_span(start, end, alignment_mode="expand") or () if not token.is_space]


def _verb(token: Any) -> Any:
    """The nearest verb above a token that has a subject of its own; else what heads the sentence."""
    for _ in range(_FAR):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl") and _has_subject(token):
            return token
        if token.head is token:
            return token
        token = token.head
    return token


def _has_subject(verb: Any) -> bool:
    return any(child.dep_ in _SUBJECTS for child in (*verb.lefts[-_FAR:], *verb.rights[:_FAR]))


def _kept(verb: Any, inside: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The first and last token of each phrase of a verb's clause, other clauses only where they hold what is asked for.

    Phrases so far away that no label reaches them are left out: a verb can have thousands.
    """
    yield verb.i, verb.i
    for below in (verb.lefts, verb.rights):
        near = bisect_left(below, inside[0] - _REACH, key=lambda child: child.right_edge.i)
        for child in below[near:]:
            if child.left_edge.i > inside[1] + _REACH:
                break
            aside = child.dep_ in _ASIDE or child.dep_ in _OTHERS
            if not aside or _holds(child, inside):
                yield _phrase(child, inside)


def _phrase(head: Any, inside: tuple[int, int]) -> tuple[int, int]:
    """The first and last token of a phrase without a clause that closes it behind a comma: the mayor, who had fled."""
    last = head.right_edge.i
    child = head.rights[-1] if head.rights else head
    closing = child.dep_ in ("relcl", "appos") and child.right_edge.i == last
    if child is not head and closing and head.doc[child.left_edge.i - 1].text == "," and not _holds(child, inside):
        last = child.left_edge.i - 2
    return head.left_edge.i, max(head.i, last)


def _holds(token: Any, inside: tuple[int, int]) -> bool:
    return bool(token.left_edge.i <= inside[1] and inside[0] <= token.right_edge.i)


def _without_lead(doc: Any, first: int, wanted: int) -> int:
    """Past "when" and "On Monday," at the beginning of a clause, where what is asked for stands behind it."""
    while first < wanted and (doc[first].tag_ in ("WRB", "CC") or doc[first].dep_ == "mark"):
        first += 1
    comma = next((at for at in range(first, min(first + 6, wanted)) if doc[at].text == ","), None)
    return comma + 1 if comma is not None and doc[first].dep_ in _LEADING else first


def _cut(text: str, start: int, end: int, held: tuple[int, int], longest: int) -> str:
    """The words from start to end on one line, cut to a length with the held ones in them."""
    if held[1] - start > longest:
        start = text.rfind(" ", start, max(start, held[1] - longest // 2) + 1) + 1 or start
        lead = "… "
    else:
        lead = ""
    said = " ".join(text[start : min(end, start + 20 * longest)].split()).strip(_TRIM)
    if len(said) > longest:
        said = f"{said[: longest - 2].rsplit(' ', 1)[0].rstrip(_TRIM)} …"
    return f"{lead}{said}"
