"""Drafted section: what one source alone tells, the most prominent first, each sentence of it once."""

from typing import TYPE_CHECKING

from workbench.briefing.items import Chart, Claim, Heading, Item, Maker, Text
from workbench.citing import place
from workbench.compare import prominence
from workbench.compare.prominence import Prominence
from workbench.export.document.told_by_several import Several
from workbench.model import Role
from workbench.spans import Span

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Claim as Told
    from workbench.model import Passage

#: Claims over all sources, and for each of them.
_MOST, _LEAST_EACH, _MOST_EACH = 24, 2, 4
_RANK = {Prominence.LEAD: 0, Prominence.LATER: 1, Prominence.QUOTED: 2}
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.CAPTION})
_INTRO = (
    "Each was looked for in all other sources, by its names, figures and words, and not found; a source that puts it "
    "in quite other words can be missed. The sentence is the article’s own. All of them are in the table claims."
)


def alone(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """The claims of each source that were looked for in the others and not found there."""
    counting = [one.article_id for one in corpus.documents if one.duplicate_of is None and one.served]
    if len(counting) < 2:
        return []
    each = max(_LEAST_EACH, min(_MOST_EACH, _MOST // len(counting)))
    found: list[Item] = []
    for key in counting:
        lines = _once(corpus, key)
        if lines:
            many = f" ({each} of {len(lines):,})" if len(lines) > each else ""
            head = Heading(f"Only in {names[key]}{many}", 2, Maker.MACHINE)
            found += [head, *(Claim(one) for one in lines[:each])]
    told = any(len(one.article_ids) > 1 for one in corpus.framing.claims)
    return [*([Text(_INTRO, Maker.MACHINE)] if found else []), *found, *([Chart("coverage")] if found or told else [])]


def _once(corpus: "Corpus", article_id: str) -> list[str]:
    """The claim_ids, one for each sentence that holds some, the most prominent first; no bare headline.

    What stands in a sentence, an act or a quote that several articles tell is not told by one alone.
    """
    ranked: list[tuple[tuple[int, float], int, str]] = []
    several = Several(corpus)
    seen: list[Span] = []
    for at, claim in enumerate(corpus.framing.claims):
        passage = _told(corpus, claim) if claim.article_ids == (article_id,) else None
        if passage is None or several.have(passage):
            continue
        span = place.sentence(corpus.document(article_id), passage)
        if not any(span.start < one.end and one.start < span.end for one in seen):
            seen.append(span)
            ranked.append((_prominence(corpus, claim, article_id), at, claim.claim_id))
    return [key for *_, key in sorted(ranked)]


def _told(corpus: "Corpus", claim: "Told") -> "Passage | None":
    """Where the running text has the claim; None where only a headline or a caption does."""
    body = (one for one in claim.passages if corpus.document(one.article_id).block_at(one.start).role not in _HEADS)
    return next(body, None)


def _prominence(corpus: "Corpus", claim: "Told", article_id: str) -> tuple[int, float]:
    """How prominently the article has the claim: what stands in its lead comes first."""
    article, voices = corpus.document(article_id), corpus.framing.voices_of[article_id]
    how, share = prominence.of(article, list(claim.passages), voices)
    return _RANK[how], share
