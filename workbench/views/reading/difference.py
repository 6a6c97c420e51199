"""What two sources have in common, and what not: quantities, utterances and claims, with both passages side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Claim, Fidelity, FigurePair, Passage, QuotePair, Verdict
from workbench.views.reading.marks import Link, Marked

if TYPE_CHECKING:
    from workbench.corpus import Corpus

DIFFERENT, FIRST, SECOND, EQUAL = "different", "only the first", "only the second", "equal"
STANDINGS = (DIFFERENT, FIRST, SECOND, EQUAL)
_KINDS = {"figures": "figure", "quotes": "quote", "claims": "claim"}
_ALIKE = frozenset({Fidelity.SAME, Fidelity.SPELLING})
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that the one, the other or both have; `in_a` and `in_b` are the words that differ, in the article."""

    link: str
    kind: str
    name: str
    standing: str
    a: Passage | None = None
    b: Passage | None = None
    note: str = ""
    in_a: Spans = ()
    in_b: Spans = ()


def compare(corpus: "Corpus", marked: Marked, a: str, b: str) -> list[Row]:
    """The rows for the articles `a` and `b`: what differs, what one alone has, what is equal; each in reading order."""
    figures = _by_link(corpus.comparison.pairs, a, b)
    quotes = _quoted(corpus, a, b)
    told = {f"claim:{one.claim_id}": one for one in corpus.framing.claims}
    rows = [
        row
        for link in marked.links.values()
        if link.layer in _KINDS and not _said_already(told.get(link.link_id))
        for row in _row(link, a, b, figures, quotes)
    ]
    return sorted(rows, key=lambda row: (STANDINGS.index(row.standing), *_first(row)))


def _said_already(claim: Claim | None) -> bool:
    """Whether a claim is a figure's or a quote's, and stands among these."""
    return claim is not None and claim.kind in ("figure", "quote")


def _first(row: Row) -> tuple[int, int]:
    return (row.a.start if row.a else 1 << 40), (row.b.start if row.b else 0)


def _row(
    link: Link, a: str, b: str, figures: dict[str, list[FigurePair]], quotes: dict[str, QuotePair]
) -> Iterator[Row]:
    by_article = link.by_article
    one, two = (by_article.get(key, [None])[0] for key in (a, b))
    kind = _KINDS[link.layer]
    if one is None and two is None:
        return
    if one is None or two is None:
        yield Row(link.link_id, kind, link.name, SECOND if one is None else FIRST, one, two)
    elif link.layer == "quotes" and link.link_id in quotes:
        yield _of_quotes(link, quotes[link.link_id], one, two)
    elif link.layer == "figures":
        pairs = figures.get(link.link_id.partition(":")[2], [])
        apart = [pair for pair in pairs if pair.relation is not Verdict.AGREE]
        note = "; ".join(dict.fromkeys(pair.reason for pair in apart))
        yield Row(link.link_id, kind, link.name, DIFFERENT if apart else EQUAL, one, two, note)
    else:
        yield Row(link.link_id, kind, link.name, EQUAL, one, two)


def _of_quotes(link: Link, pair: QuotePair, one: Passage, two: Passage) -> Row:
    """Two renderings; `pair` may name them the other way round."""
    turned = pair.quote_a.startswith(f"{two.article_id}:q")
    edits = [(edit.b, edit.a) if turned else (edit.a, edit.b) for edit in pair.changes]
    firsts = tuple(sorted((each.start, each.end) for each, _ in edits if each))
    seconds = tuple(sorted((each.start, each.end) for _, each in edits if each))
    standing = EQUAL if pair.relation in _ALIKE and not pair.conflict else DIFFERENT
    note = "; ".join(part for part in (pair.relation.value, pair.conflict) if part)
    return Row(link.link_id, "quote", link.name, standing, one, two, note, firsts, seconds)


def _by_link(pairs: Iterable[FigurePair], a: str, b: str) -> dict[str, list[FigurePair]]:
    found: dict[str, list[FigurePair]] = {}
    for pair in pairs:
        if {_article(pair.figure_a), _article(pair.figure_b)} == {a, b}:
            found.setdefault(pair.quantity_id, []).append(pair)
    return found


def _quoted(corpus: "Corpus", a: str, b: str) -> dict[str, QuotePair]:
    """The first pair of each utterance that is of the two articles."""
    found: dict[str, QuotePair] = {}
    for pair in corpus.quote_groups[1]:
        if {_article(pair.quote_a), _article(pair.quote_b)} == {a, b}:
            found.setdefault(f"utterance:{pair.utterance_id}", pair)
    return found


def _article(key: str) -> str:
    """The article of a figure's or a quote's id."""
    return key.rpartition(":")[0]
