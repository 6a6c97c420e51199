"""Matching: which quotes render one utterance, found among candidates, not among all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
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

#: How often one article's quote of one speaker counts; quotes of the same words that are all compared with one another;
#: of more than these, the next ones that each is compared with; of two forms of words, the first quotes that are; parts
#: on either side of one that matched.
_REPEATS, _ALL, _NEXT, _ACROSS, _BESIDE = 6, 60, 24, 30, 3
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
    crowds = [_Crowd.of(said, forms[form]) for form in sorted(forms)]
    found = {pair for crowd in crowds for pair in crowd.pairs() if _match(said, *pair)}
    for near, far in candidates([said[crowd.heads[0]].words for crowd in crowds]):
        first, second = said[crowds[near].heads[0]], said[crowds[far].heads[0]]
        laid = align(first.words, second.words)
        if laid.blocks and _possible(laid, first, second):
            pairs = product(crowds[near].heads[:_ACROSS], crowds[far].heads[:_ACROSS])
            found |= {pair for one, two in pairs if _match(said, *(pair := (min(one, two), max(one, two))))}
    return found | set(_siblings(said, parts, found))


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Quotes of the same words: those that are compared with others, and what merely repeats one of them.

    Of what one article gives one speaker again and again, the first few are compared; the others go with the first.
    """

    heads: Sequence[int]
    repeats: Sequence[Match]

    @classmethod
    def of(cls, said: Sequence[Said], places: Sequence[int]) -> "_Crowd":
        groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for at in places:
            groups[said[at].place[0], said[at].quote.speaker].append(at)
        heads = sorted(at for group in groups.values() for at in group[:_REPEATS])
        if len(heads) > _ALL:  # those of one speaker stand together, so that a crowd between them parts none
            heads.sort(key=lambda at: (said[at].quote.speaker or "", at))
        return cls(heads, [(group[0], at) for group in groups.values() for at in group[_REPEATS:]])

    def pairs(self) -> Iterator[Match]:
        """The pairs to look at: all of the heads, in a large crowd those next to one another, and the repeats."""
        near = len(self.heads) if len(self.heads) <= _ALL else _NEXT
        for number, one in enumerate(self.heads):
            for two in self.heads[number + 1 : number + 1 + near]:
                yield min(one, two), max(one, two)
        yield from self.repeats


def _match(said: Sequence[Said], one: int, two: int) -> bool:
    a, b = said[one], said[two]
    if a.quote.quotation_id == b.quote.quotation_id and a.place[0] == b.place[0]:
        return False
    return _enough(align(a.words, b.words), a, b)


def _enough(laid: Alignment, a: Said, b: Said) -> bool:
    support = Support(
        voices.of(a.quote, b.quote),
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
    beside = {
        at: part[max(0, number - _BESIDE) : number + _BESIDE + 1]
        for part in parts
        if len(part) > 1
        for number, at in enumerate(part)
    }
    seen = set(found)
    for one, two in sorted(found):
        for a, b in product(beside.get(one, (one,)), beside.get(two, (two,))):
            pair = (min(a, b), max(a, b))
            new = pair not in seen
            seen.add(pair)
            if new and min(len(said[a].words), len(said[b].words)) > 1:
                laid = align(said[pair[0]].words, said[pair[1]].words)
                if laid.blocks and laid.share == 1.0 and not laid.inner:
                    yield pair
