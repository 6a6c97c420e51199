"""What two sources have in common, and what not: quantities, utterances and claims, with both passages side by side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.compare import verdicts
from workbench.model import Claim, Fidelity, Figure, Passage, QuotePair, Verdict
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
    """The rows for the articles `a` and `b`: what differs, what one alone has, what is equal; each in reading order.

    Of several statements on one quantity in an article the most exact counts, as for the verdict.
    """
    figures = {one.quantity_id: one.figures for one in corpus.comparison.quantities}
    quotes = _quoted(corpus, a, b)
    at = {one.quote_id: one.passage for one in corpus.quote_records}
    told = {f"claim:{one.claim_id}": one for one in corpus.framing.claims}
    rows = []
    for link in marked.links.values():
        if link.layer not in _KINDS or _said_already(told.get(link.link_id)):
            continue
        if link.link_id in quotes:
            rows.append(_of_quotes(link, quotes[link.link_id], at, a))
        elif link.layer == "figures" and (some := figures.get(link.link_id.partition(":")[2])):
            rows += _of_figures(link, _best(some, a), _best(some, b))
        else:
            rows += _plain(link, a, b)
    return sorted(rows, key=lambda row: (STANDINGS.index(row.standing), *_first(row)))


def _said_already(claim: Claim | None) -> bool:
    """Whether a claim is a figure's or a quote's, and stands among these."""
    return claim is not None and claim.kind in ("figure", "quote")


def _first(row: Row) -> tuple[int, int]:
    return (row.a.start if row.a else 1 << 40), (row.b.start if row.b else 0)


def _plain(link: Link, a: str, b: str) -> Iterator[Row]:
    by_article = link.by_article
    one, two = (by_article.get(key, [None])[0] for key in (a, b))
    if one or two:
        standing = EQUAL if one and two else FIRST if one else SECOND
        yield Row(link.link_id, _KINDS[link.layer], link.name, standing, one, two)


def _best(figures: Iterable[Figure], article_id: str) -> Figure | None:
    own = [one for one in figures if one.passage.article_id == article_id]
    return min(own, key=lambda one: (verdicts.rank(one), one.passage.start)) if own else None


def _of_figures(link: Link, one: Figure | None, two: Figure | None) -> Iterator[Row]:
    if one is None and two is None:
        return
    places = (one.passage if one else None, two.passage if two else None)
    if one is None or two is None:
        yield Row(link.link_id, "figure", link.name, SECOND if one is None else FIRST, *places)
    else:
        relation, reason = verdicts.between(one, two)
        same = relation is Verdict.AGREE
        yield Row(link.link_id, "figure", link.name, EQUAL if same else DIFFERENT, *places, "" if same else reason)


def _of_quotes(link: Link, pair: QuotePair, at: Mapping[str, Passage], a: str) -> Row:
    """Two renderings; `pair` may name them the other way round."""
    turned = _article(pair.quote_a) != a
    one, two = (at.get(key) for key in (pair.quote_a, pair.quote_b)[:: -1 if turned else 1])
    edits = [(edit.b, edit.a) if turned else (edit.a, edit.b) for edit in pair.changes]
    firsts = tuple(sorted((each.start, each.end) for each, _ in edits if each))
    seconds = tuple(sorted((each.start, each.end) for _, each in edits if each))
    standing = EQUAL if pair.relation in _ALIKE and not pair.conflict else DIFFERENT
    note = "; ".join(part for part in (pair.relation.value, pair.conflict) if part)
    return Row(link.link_id, "quote", link.name, standing, one, two, note, firsts, seconds)


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
