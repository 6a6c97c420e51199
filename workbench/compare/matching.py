"""Matching: which quotes render one utterance, found among candidates, not among all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TypeAlias

from workbench.compare import voices
from workbench.compare.alignment import Alignment, Words, align
from workbench.compare.blocking import candidates
from workbench.compare.evidence import Support, enough, enough_reported, enough_retold
from workbench.compare.fidelity import around
from workbench.compare.rendering import Word, ends_cut
from workbench.compare.voices import Voice
from workbench.model import Article, Quote, QuoteKind

Match: TypeAlias = tuple[int, int]

#: Indirect speech of fewer words seldom states anything by itself.
_STATEMENT = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its article and its words."""

    quote: Quote
    article: Article
    words: Words

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.quote.passage.article_id, self.quote.passage.start, self.quote.passage.end


def matches(said: Sequence[Said], parts: Sequence[Sequence[int]] = ()) -> set[Match]:
    """The pairs of places in `said`, smaller first, that render one utterance; `parts` are those of one quotation.

    Quotes of the same words are one form, and only forms are aligned: a sentence that hundreds quote costs no more.
    """
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        if one.words:
            forms[tuple(word.key for word in one.words)].append(at)
    members = [forms[form] for form in sorted(forms)]
    found = {pair for same in members for pair in combinations(same, 2) if _match(said, *pair)}
    for near, far in candidates([said[places[0]].words for places in members]):
        first, second = said[members[near][0]], said[members[far][0]]
        laid = align(first.words, second.words)
        if laid.blocks and _possible(laid, first, second):
            pairs = ((min(pair), max(pair)) for pair in product(members[near], members[far]))
            found |= {pair for pair in pairs if _match(said, *pair)}
    return found | set(_siblings(said, parts, found))


def _match(said: Sequence[Said], one: int, two: int) -> bool:
    a, b = said[one], said[two]
    if a.quote.quotation_id == b.quote.quotation_id and a.place[0] == b.place[0]:
        return False
    return _enough(align(a.words, b.words), a, b)


def _enough(laid: Alignment, a: Said, b: Said) -> bool:
    support = Support(
        voices.compare(a.quote.speaker, b.quote.speaker),
        continued=_continued(laid, a, b),
        together=a.place[0] == b.place[0],
    )
    if QuoteKind.INDIRECT in {a.quote.kind, b.quote.kind}:
        stated = all(one.quote.kind is not QuoteKind.INDIRECT or _states(one.words) for one in (a, b))
        return stated and enough_reported(laid, support)
    if enough(laid, support) or enough_retold(laid, support):
        return True
    # What stands around the quotes is looked at only where it could tip the balance.
    closer = replace(support, nearby=2)
    return enough(laid, closer) and enough(laid, replace(support, nearby=_nearby(laid, a, b)))


def _states(reported: Words) -> bool:
    """Whether indirect speech is long enough to state something, and more than a string of names."""
    return len(reported) >= _STATEMENT and sum(1 for word in reported if word.weight < 1) >= 2


def _possible(laid: Alignment, a: Said, b: Said) -> bool:
    """Whether the words could do at all, were the speakers one and everything around the same."""
    best = Support(Voice.SAME, nearby=2, continued=_continued(laid, a, b), together=True)
    return enough(laid, best) or enough_reported(laid, best) or enough(laid, replace(best, continued=True))


def _continued(laid: Alignment, a: Said, b: Said) -> bool:
    """Whether one breaks off with an ellipsis, and the other begins with its last words, and goes on."""
    if len(laid.blocks) != 1:
        return False
    block = laid.blocks[0]
    if block.a2 - block.a1 < 3 or laid.shared < 0.7:
        return False
    if block.a2 == len(laid.a) and block.b1 == 0:
        return ends_cut(a.article.text, a.quote.passage.end)
    if block.b2 == len(laid.b) and block.a1 == 0:
        return ends_cut(b.article.text, b.quote.passage.end)
    return False


def _nearby(laid: Alignment, a: Said, b: Said) -> float:
    """The weight of the words next to what is shared that are the same in both, inside the marks or just outside."""
    first, last = laid.blocks[0], laid.blocks[-1]
    before = _beside(a, first.a1, before=True), _beside(b, first.b1, before=True)
    after = _beside(a, last.a2, before=False), _beside(b, last.b2, before=False)
    return sum(one.weight for one, two in (before, after) if one and two and one.key == two.key)


def _beside(said: Said, at: int, *, before: bool) -> Word | None:
    if before and at > 0:
        return said.words[at - 1]
    if not before and at < len(said.words):
        return said.words[at]
    return next(iter(around(said.article, said.quote, 1, before=before)), None)


def _siblings(said: Sequence[Said], parts: Sequence[Sequence[int]], found: set[Match]) -> Iterator[Match]:
    """Short parts of a quotation whose other part matched: "I believe", he said, "that the bridge will hold"."""
    beside = {at: part for part in parts if len(part) > 1 for at in part}
    for one, two in sorted(found):
        for a, b in product(beside.get(one, (one,)), beside.get(two, (two,))):
            pair = (min(a, b), max(a, b))
            if pair not in found and min(len(said[a].words), len(said[b].words)) > 1:
                laid = align(said[pair[0]].words, said[pair[1]].words)
                if laid.blocks and laid.share == 1.0 and not laid.inner:
                    yield pair
