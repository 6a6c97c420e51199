"""Which quotes are worth comparing: those that share a run of words, so that cost grows with their number."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, pairwise

from workbench.compare.rendering import Word, joined
from workbench.compare.spelling import concept

#: In a crowd that shares a run of words, each is compared with so many neighbours (in the order of their words) only.
NEIGHBOURS = 24

#: The weight of a word that is more than a small one.
_TELLING = 0.5


def candidates(renderings: Sequence[Sequence[Word]]) -> list[tuple[int, int]]:
    """Pairs of places in `renderings`, smaller first, that share three words in a row, or two words of content.

    At most ``NEIGHBOURS`` pairs for each run of words of each rendering; independent of the order of `renderings`.
    """
    crowds: dict[Hashable, set[int]] = defaultdict(set)
    names = [joined(words) for words in renderings]
    for at, words in enumerate(renderings):
        for run in _runs(words):
            crowds[run].add(at)
    pairs: set[tuple[int, int]] = set()
    for crowd in crowds.values():
        ordered = sorted(crowd, key=lambda at: (names[at], at))
        near = len(ordered) if len(ordered) <= NEIGHBOURS else NEIGHBOURS // 2
        for place, one in enumerate(ordered):
            pairs.update((min(one, two), max(one, two)) for two in ordered[place + 1 : place + 1 + near])
    return sorted(pairs)


def _runs(words: Sequence[Word]) -> Iterator[Hashable]:
    """Runs of three words, with and without the middle one; neighbouring words of content, in either order; all of a
    very short quote."""
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        if min(one.weight, three.weight) >= _TELLING:
            yield one.key, "", three.key
        if one.weight + two.weight + three.weight >= 1.2:
            yield one.key, two.key, three.key
    telling = [concept(word.key) for word in words if word.weight == 1]
    for near in (telling[at : at + 3] for at in range(len(telling))):
        for pair in combinations(near, 2):
            yield frozenset(pair)
    for at in range(len(words) - 3):  # small words too, when there are four in a row
        yield tuple(word.key for word in words[at : at + 4])
    if len(words) < 3:
        yield tuple(word.key for word in words)
    for one, two in pairwise(words):
        if min(one.weight, two.weight) >= _TELLING:
            yield one.key, two.key
