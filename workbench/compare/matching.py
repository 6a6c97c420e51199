"""Matching: which quotes render one utterance, found among candidates, not among all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from workbench.compare.blocking import candidates
from workbench.compare.renderings import Renderings, Said

Match: TypeAlias = tuple[int, int]

#: How often one article's quote of one speaker counts; quotes of the same words that are all compared with one another;
#: of more than these, the next ones that each is compared with; of two forms of words, the first quotes that are; parts
#: on either side of one that matched.
_REPEATS, _ALL, _NEXT, _ACROSS, _BESIDE = 6, 60, 24, 30, 3


def matches(told: Renderings, parts: Sequence[Sequence[int]] = ()) -> set[Match]:
    """The pairs of places, smaller first, that render one utterance; `parts` are those of one quotation.

    Quotes of the same words are one form, and only forms are aligned: a sentence that hundreds quote costs no more.
    """
    said = told.said
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        if one.words:
            forms[tuple(word.key for word in one.words)].append(at)
    crowds = [_Crowd.of(said, forms[form]) for form in sorted(forms)]
    found = {pair for crowd in crowds for pair in crowd.pairs() if told.match(*pair)}
    for near, far in candidates([said[crowd.heads[0]].words for crowd in crowds]):
        if told.possible(crowds[near].heads[0], crowds[far].heads[0]):
            pairs = product(crowds[near].heads[:_ACROSS], crowds[far].heads[:_ACROSS])
            found |= {pair for one, two in pairs if told.match(*(pair := (min(one, two), max(one, two))))}
    return found | set(_siblings(told, parts, found))


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


def _siblings(told: Renderings, parts: Sequence[Sequence[int]], found: set[Match]) -> Iterator[Match]:
    """Short parts of a quotation whose other part matched: "I believe", he said, "that the bridge will hold"."""
    beside = {
        at: part[max(0, number - _BESIDE) : number + _BESIDE + 1]
        for part in parts
        if len(part) > 1
        for number, at in enumerate(part)
    }
    seen = set(found)
    for one, two in sorted(found):
        if one not in beside and two not in beside:
            continue
        for a, b in product(beside.get(one, (one,)), beside.get(two, (two,))):
            pair = (min(a, b), max(a, b))
            new = pair not in seen
            seen.add(pair)
            if new and min(len(told.said[a].words), len(told.said[b].words)) > 1:
                laid = told.laid(*pair)
                if laid.blocks and laid.share == 1.0 and not laid.inner:
                    yield pair
