"""Quotes: what stands between quote marks, of what kind it is, and who says it."""

from collections.abc import Iterator

from workbench.extract import speakers
from workbench.extract.kinds import kind_of
from workbench.extract.marks import pair
from workbench.extract.scene import Scene
from workbench.language import Parsed
from workbench.model import Passage, Quote
from workbench.spans import Span, trim


def find(parsed: Parsed) -> Iterator[Quote]:
    """The quotes of an article, in reading order."""
    article = parsed.article
    spans = [article.ink(part.block) for part in parsed.parts]
    marked = [one for one in pair(article.text, spans) if trim(article.text, one.span).length]
    scene = Scene(parsed, marked)
    quotation = ""
    for made in speakers.attribute(scene):
        span = trim(article.text, made.marked.span)
        if not made.goes_on or not quotation:
            quotation = f"{article.article_id}:u{span.start}"
        yield Quote(
            article.passage(span.start, span.end),
            kind_of(scene, made),
            quotation,
            speaker=made.speaker.name,
            speaker_at=_passage(parsed, made.speaker.at),
            cue=made.cue.text if made.cue else None,
            role=article.block_at(span.start).role,
        )


def _passage(parsed: Parsed, span: Span | None) -> Passage | None:
    return parsed.article.passage(span.start, span.end) if span and span.length else None
