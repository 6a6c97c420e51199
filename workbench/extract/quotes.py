"""Quotes: what stands between quote marks and what is reported without, of what kind it is, and who says it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from workbench.extract import embeds, indirect, nested, speakers, transcripts
from workbench.extract.indirect import Reported
from workbench.extract.kinds import kind_of
from workbench.extract.marks import Marked, pair
from workbench.extract.scene import Scene
from workbench.extract.speakers import Attribution
from workbench.extract.spoken import Said
from workbench.language import Parsed
from workbench.model import Passage, Quote, QuoteKind
from workbench.spans import Span, trim

#: The unit of a number, written right behind it.
_UNIT = re.compile(r"(?<=\d)[^\W\d_]{1,3}\b")


def find(parsed: Parsed) -> Iterator[Quote]:
    """The quotes of an article, in reading order: between marks, embedded, and indirect.

    The parts of one quotation share a quotation_id; no two quotes overlap in part.
    """
    marked = _stretches(parsed)
    scene = Scene(parsed, marked)
    attributed = list(speakers.attribute(scene))
    past = [Said(made.marked.start, made.speaker) for made in attributed if made.speaker.name]
    turns = list(_turns(scene))
    found = [
        *_marked(scene, attributed),
        *_nested(scene, nested.find(scene, marked, attributed)),
        *_nicknames(scene),
        *_embedded(scene),
        *turns,
        *_indirect(scene, attributed, indirect.find(scene, past)),
    ]
    said = [turn.passage.span for turn in turns]
    found = [one for one in found if one.kind is not QuoteKind.INDIRECT or not _overlaps_any(one.passage.span, said)]
    yield from _without_crossings(sorted(found, key=lambda quote: (quote.passage.start, -quote.passage.end)))


def between_marks(parsed: Parsed) -> Iterator[Quote]:
    """The outermost quotes between marks alone, in reading order, with who says them as `find` tells it."""
    scene = Scene(parsed, _stretches(parsed))
    yield from _marked(scene, speakers.attribute(scene))


def _stretches(parsed: Parsed) -> list[Marked]:
    """The stretches between marks that hold something."""
    text = parsed.article.text
    spans = [Span(part.block.start, part.block.end) for part in parsed.parts]
    return [one for one in pair(text, spans) if not text[one.start : one.end].isspace()]


def _marked(scene: Scene, attributed: Iterable[Attribution]) -> Iterator[Quote]:
    """What stands between marks."""
    article = scene.parsed.article
    titles: set[str] = set()
    for made, quotation in _quotations(scene, attributed):
        span = trim(article.text, made.marked.span)
        kind = kind_of(scene, made)
        work = trim(article.text, span, ".,;:!?")
        name = article.text[work.start : work.end]
        if kind is QuoteKind.TITLE:
            titles.add(name)
        elif name in titles:  # a work once named stays one
            kind = QuoteKind.TITLE
        yield Quote(
            article.passage(span.start, span.end),
            kind,
            quotation,
            speaker=made.speaker.name,
            speaker_at=_passage(scene, made.speaker.at),
            cue=made.cue.text if made.cue else None,
            via=made.via,
            role=article.block_at(span.start).role,
        )


def _nested(scene: Scene, attributed: Iterable[Attribution]) -> Iterator[Quote]:
    """What somebody is quoted as quoting."""
    article = scene.parsed.article
    for made in attributed:
        span = trim(article.text, made.marked.span)
        yield Quote(
            article.passage(span.start, span.end),
            QuoteKind.NESTED,
            f"{article.article_id}:u{span.start}",
            speaker=made.speaker.name,
            speaker_at=_passage(scene, made.speaker.at),
            cue=made.cue.text if made.cue else None,
            via=made.via,
            role=article.block_at(span.start).role,
        )


def _quotations(scene: Scene, attributed: Iterable[Attribution]) -> Iterator[tuple[Attribution, str]]:
    """Each attribution with the id of the quotation that it is a part of."""
    quotation = ""
    for made in attributed:
        if not made.goes_on or not quotation:
            quotation = f"{scene.parsed.article.article_id}:u{trim(scene.text, made.marked.span).start}"
        yield made, quotation


def _nicknames(scene: Scene) -> Iterator[Quote]:
    """Nicknames inside names, as terms that nobody is quoted with."""
    article = scene.parsed.article
    for one in scene.nicknames:
        passage = article.passage(one.start, one.end)
        role = article.block_at(one.start).role
        yield Quote(passage, QuoteKind.TERM, f"{article.article_id}:u{one.start}", role=role)


def _turns(scene: Scene) -> Iterator[Quote]:
    """The turns of a transcript, as quotes of who speaks."""
    article = scene.parsed.article
    for span, speaker in transcripts.find(scene):
        yield Quote(
            article.passage(span.start, span.end),
            QuoteKind.DIRECT,
            f"{article.article_id}:u{span.start}",
            speaker=speaker.name,
            speaker_at=_passage(scene, speaker.at),
            role=article.block_at(span.start).role,
        )


def _embedded(scene: Scene) -> Iterator[Quote]:
    """Embedded posts, as quotes of their authors."""
    article = scene.parsed.article
    for embed in embeds.find(scene):
        for span in embed.parts:
            yield Quote(
                article.passage(span.start, span.end),
                QuoteKind.EMBED,
                f"{article.article_id}:u{embed.parts[0].start}",
                speaker=embed.speaker.name,
                speaker_at=_passage(scene, embed.speaker.at),
                via=embed.account,
                role=article.block_at(span.start).role,
            )


def _indirect(scene: Scene, attributed: Iterable[Attribution], reports: Iterable[Reported]) -> Iterator[Quote]:
    """What is reported without marks; where its cue governs a quote too, they are parts of one quotation."""
    article = scene.parsed.article
    quotations = list(_quotations(scene, attributed))
    by_cue = {made.cue.span: quotation for made, quotation in reversed(quotations) if made.cue}
    attributions = [
        Span(made.marked.end, made.cue.span.end)
        for made, _ in quotations
        if made.cue and made.marked.end < made.cue.span.start and made.how == "right"
    ]
    for reported in reports:
        parts = [_to_word(scene.text, span) for span in reported.parts if not _overlaps_any(span, attributions)]
        if not parts:
            continue
        quotation = by_cue.get(reported.cue.span, f"{article.article_id}:u{parts[0].start}")
        for span in parts:
            yield Quote(
                article.passage(span.start, span.end),
                QuoteKind.INDIRECT,
                quotation,
                speaker=reported.speaker.name,
                speaker_at=_passage(scene, reported.speaker.at),
                cue=reported.cue.text,
                via=reported.via,
                role=article.block_at(span.start).role,
            )


def _to_word(text: str, span: Span) -> Span:
    """A span that ends with a word: the parse parts the m from €45m."""
    unit = _UNIT.match(text, span.end)
    return Span(span.start, unit.end()) if unit else span


def _overlaps_any(span: Span, ordered: Sequence[Span]) -> bool:
    """Whether a span overlaps one of those in order, of which none holds another."""
    at = bisect_left(ordered, span.end, key=lambda one: one.start)
    return any(span.overlaps(one) for one in ordered[max(0, at - 2) : at])


def _without_crossings(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """The quotes, in order, without those that overlap an earlier one in part or repeat it."""
    open_ends: list[Quote] = []
    for quote in quotes:
        open_ends = [one for one in open_ends if one.passage.end > quote.passage.start]
        if any(one.passage.end < quote.passage.end or one.passage.span == quote.passage.span for one in open_ends):
            continue
        open_ends.append(quote)
        yield quote


def _passage(scene: Scene, span: Span | None) -> Passage | None:
    return scene.parsed.article.passage(span.start, span.end) if span and span.length else None
