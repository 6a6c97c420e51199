"""Quotes: what stands between quote marks, and who says it."""

import re
from collections.abc import Iterator

from workbench.extract.marks import pair
from workbench.language import Parsed
from workbench.model import Quote, QuoteKind
from workbench.spans import trim

_VERBS = frozenset(
    "say tell add state note describe call write announce warn claim stress emphasize explain argue admit deny ask "
    "confirm insist report declare recall reply respond suggest tweet".split()
)
_SUBJECTS = ("nsubj", "nsubjpass")


def find(parsed: Parsed) -> Iterator[Quote]:
    """The quotes of an article, in reading order: a first version, with the nearest reporting verb's subject."""
    article = parsed.article
    spans = [article.ink(part.block) for part in parsed.parts]
    last: str | None = None
    for marked in pair(article.text, spans):
        span = trim(article.text, marked.span)
        if marked.depth or not span.length:
            continue
        part = next(part for part in parsed.parts if part.block.start <= span.start < part.block.end)
        cue = _nearest_cue(part, span)
        subject = cue and next((child for child in cue.lefts if child.dep_ in _SUBJECTS), None)
        subject = subject or cue and next((child for child in cue.children if child.dep_ in _SUBJECTS), None)
        at = None
        if subject is not None:
            place = part.span(part.doc[subject.left_edge.i : subject.i + 1])
            at = article.passage(place.start, place.end)
            last = at.surface
        words = article.text[span.start : span.end]
        kind = QuoteKind.DIRECT if len(words.split()) > 5 or re.search(r"[.!?,]$", words) else QuoteKind.PARTIAL
        yield Quote(
            article.passage(span.start, span.end),
            kind,
            f"{article.article_id}:u{span.start}",
            speaker=at.surface if at else last if marked.continues else None,
            speaker_at=at,
            cue=cue.text if cue is not None else None,
            role=article.block_at(span.start).role,
        )


def _nearest_cue(part, span):  # type: ignore[no-untyped-def]
    cues = [token for token in part.doc if token.lemma_ in _VERBS and token.pos_ == "VERB"]
    cues = [cue for cue in cues if not span.overlaps(part.span(cue))]
    return min(
        cues,
        key=lambda cue: min(abs(part.span(cue).start - span.end), abs(part.span(cue).start - span.start)),
        default=None,
    )
