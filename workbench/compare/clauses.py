"""The clause of a sentence that says one thing: what an analyst would copy out of it, without asides and "X said"."""

from collections.abc import Iterator
from typing import Any

from workbench.language import Parsed, Part
from workbench.model import Passage

LONGEST = 100  # characters
_FAR = 40  # steps up the parse
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
    inside = {token.i for token in tokens}
    anchor = next((token for token in tokens if token.head.i not in inside), tokens[0])
    kept = sorted(_kept(_verb(anchor), inside))
    first, last = min(*kept, *inside), max(*kept, *inside)
    if anchor.doc[last].pos_ in ("AUX", "ADP", "DET"):  # a parse that tears the clause apart
        last = max(token.i for token in anchor.sent)
    first = _without_lead(anchor.doc, first, min(inside))
    held = (part.span(anchor.doc[min(inside)]).start, part.span(anchor.doc[max(inside)]).end)
    if held[1] - held[0] > longest // 2:
        held = (held[0], held[0])  # a whole sentence: from its beginning
    return _cut(parsed.article.text, part.span(anchor.doc[first]).start, part.span(anchor.doc[last]).end, held, longest)


def _tokens(part: Part, passage: Passage) -> list[Any]:
    start, end = passage.start - part.start, min(passage.end - part.start, len(part.text))
    return [token for token in part.doc.char_span(start, end, alignment_mode="expand") or () if not token.is_space]


def _verb(token: Any) -> Any:
    """The nearest verb above a token that has a subject of its own; else what heads the sentence."""
    for _ in range(_FAR):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl") and _subject(token) is not None:
            return token
        if token.head is token:
            return token
        token = token.head
    return token


def _subject(verb: Any) -> Any:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _kept(verb: Any, inside: set[int]) -> Iterator[int]:
    """The tokens of a verb's clause, other clauses only where they hold what is asked for."""
    yield verb.i
    for child in verb.children:
        if child.dep_ in _ASIDE or child.dep_ in _OTHERS:
            span = range(child.left_edge.i, child.right_edge.i + 1)
            if not inside & set(span):
                continue
        yield from _phrase(child, inside)


def _phrase(head: Any, inside: set[int]) -> Iterator[int]:
    """The tokens of a phrase without a clause that closes it behind a comma: the mayor, who had fled."""
    last = head.right_edge.i
    for child in head.children:
        closing = child.dep_ in ("relcl", "appos") and child.right_edge.i == head.right_edge.i and child.i > head.i
        if closing and head.doc[child.left_edge.i - 1].text == "," and not _holds(child, inside):
            last = child.left_edge.i - 2
    yield from range(head.left_edge.i, max(head.i, last) + 1)


def _holds(token: Any, inside: set[int]) -> bool:
    return any(token.left_edge.i <= at <= token.right_edge.i for at in inside)


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
    said = " ".join(text[start:end].split()).strip(_TRIM)
    if len(said) > longest:
        said = f"{said[: longest - 2].rsplit(' ', 1)[0].rstrip(_TRIM)} …"
    return f"{lead}{said}"
