"""Two renderings word by word: what they share in order, what was moved, and what is left on either side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.compare.rendering import Word, joined

Words = Sequence[Word]

#: Above this many cells, alignment takes the fastest way instead of the most readable one.
_LARGE = 60_000
#: Blocks this few words apart belong together, whatever their weight; from _HEAVY on, however far apart they are.
_NEAR, _HEAVY = 3, 3.0
#: The weight of words that is asked before they count as moved.
_MOVED = 1.2
#: Spelt differently enough that the words look different, though they are the same: "it’s" and "it is".
_SHORT_FORMS = frozenset({("s", "is"), ("s", "has"), ("d", "would"), ("d", "had")})


@dataclass(frozen=True, slots=True)
class Block:
    """Words that both have, ``a[a1:a2]`` and ``b[b1:b2]``; `spelt`: the same words, written differently."""

    a1: int
    a2: int
    b1: int
    b2: int
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between blocks, or at the edges: what stands in ``a[a1:a2]`` where b has ``b[b1:b2]``."""

    a1: int
    a2: int
    b1: int
    b2: int


@dataclass(frozen=True)
class Alignment:
    """How the words of `b` lie along those of `a`."""

    a: Words
    b: Words
    blocks: tuple[Block, ...]

    @cached_property
    def lead(self) -> Gap:
        """What stands before the first shared word."""
        return Gap(0, self.blocks[0].a1, 0, self.blocks[0].b1) if self.blocks else Gap(0, len(self.a), 0, len(self.b))

    @cached_property
    def tail(self) -> Gap:
        """What stands after the last shared word."""
        last = self.blocks[-1] if self.blocks else Block(0, len(self.a), 0, len(self.b))
        return Gap(last.a2, len(self.a), last.b2, len(self.b))

    @cached_property
    def inner(self) -> tuple[Gap, ...]:
        """What stands between shared words."""
        pairs = zip(self.blocks, self.blocks[1:], strict=False)
        gaps = (Gap(one.a2, two.a1, one.b2, two.b1) for one, two in pairs)
        return tuple(gap for gap in gaps if gap.a2 > gap.a1 or gap.b2 > gap.b1)

    @property
    def lead_or_tail(self) -> bool:
        """Whether one of them has words before the first shared word or after the last."""
        return self.lead in self.gaps or self.tail in self.gaps

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is not shared, in order."""
        edges = (self.lead, *self.inner, self.tail)
        return tuple(gap for gap in edges if gap.a2 > gap.a1 or gap.b2 > gap.b1)

    @cached_property
    def moved(self) -> tuple[Block, ...]:
        """Runs of two words or more that both have, in different places."""
        return tuple(_moved(self.a, self.b, self.gaps))

    @cached_property
    def shared(self) -> float:
        """The weight of the words that both have, in order."""
        return _weight(self.a, self.blocks)

    @cached_property
    def count(self) -> int:
        """The number of words that both have, in order."""
        return sum(min(block.a2 - block.a1, block.b2 - block.b1) for block in self.blocks)

    @cached_property
    def share(self) -> float:
        """The part of the shorter rendering that the other has too, moved words included, by weight; 0 to 1."""
        least = min(_total(self.a), _total(self.b))
        return min(1.0, (self.shared + 0.8 * _weight(self.a, self.moved)) / least) if least else 0.0

    @cached_property
    def run(self) -> int:
        """The longest run of words that both have without a gap."""
        best = length = 0
        last: Block | None = None
        for block in self.blocks:
            goes_on = last is not None and (last.a2, last.b2) == (block.a1, block.b1)
            length = (length if goes_on else 0) + min(block.a2 - block.a1, block.b2 - block.b1)
            best, last = max(best, length), block
        return best

    @cached_property
    def density(self) -> float:
        """How close together the shared words stand in the rendering where they are spread the most; 0 to 1."""
        if not self.blocks:
            return 0.0
        first, last = self.blocks[0], self.blocks[-1]
        return self.count / max(last.a2 - first.a1, last.b2 - first.b1, 1)

    @cached_property
    def respelt(self) -> bool:
        """Whether some of the shared words are spelt in two ways."""
        return any(
            block.spelt or any(x.plain != y.plain for x, y in zip(*self._of(block), strict=True))
            for block in self.blocks
        )

    def _of(self, block: Block) -> tuple[Words, Words]:
        return self.a[block.a1 : block.a2], self.b[block.b1 : block.b2]


def align(a: Words, b: Words) -> Alignment:
    """Lay the words of `b` along those of `a`.

    Where the one holds the other whole, that is what is shared, wherever else single words may recur.
    """
    if len(a) == len(b) and all(one.key == two.key for one, two in zip(a, b, strict=True)):
        return Alignment(a, b, (Block(0, len(a), 0, len(b)),) if a else ())
    blocks = _contained(a, b) or _strong(a, b, list(_blocks(a, b)))
    return Alignment(a, b, tuple(blocks))


def _contained(a: Words, b: Words) -> list[Block]:
    """The blocks of a rendering that stands whole within the other, hyphens and spaces aside; empty where none does."""
    small, large = (a, b) if len(joined(a)) <= len(joined(b)) else (b, a)
    sought, text = joined(small), joined(large)
    starts, at = {}, 0
    for number, word in enumerate(large):
        starts[at] = number
        at += len(word.key)
    starts[at] = len(large)
    found = text.find(sought) if sought else -1
    while found >= 0 and not (found in starts and found + len(sought) in starts):
        found = text.find(sought, found + 1)
    if found < 0:
        return []
    one, two = starts[found], starts[found + len(sought)]
    if small is a:
        return [Block(x.a1, x.a2, x.b1 + one, x.b2 + one, x.spelt) for x in _blocks(a, b[one:two])]
    return [Block(x.a1 + one, x.a2 + one, x.b1, x.b2, x.spelt) for x in _blocks(a[one:two], b)]


def _blocks(a: Words, b: Words) -> Iterator[Block]:
    for tag, a1, a2, b1, b2 in _opcodes(tuple(word.key for word in a), tuple(word.key for word in b)):
        if tag == "equal":
            yield Block(a1, a2, b1, b2)
        elif tag == "replace" and _same(a[a1:a2], b[b1:b2]):
            yield Block(a1, a2, b1, b2, spelt=True)


@lru_cache(maxsize=2048)  # many articles have one and the same words, and others' words beside them
def _opcodes(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, int, int, int, int], ...]:
    if len(a) * len(b) <= _LARGE:
        return tuple(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())
    codes = Levenshtein.opcodes(a, b)
    return tuple((code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes)


def _same(a: Words, b: Words) -> bool:
    """Whether two runs are the same words: joined or hyphenated, a short form, or an acronym spelt out."""
    if joined(a) == joined(b):
        return True
    if len(a) == len(b) == 1:
        pair = (a[0].key, b[0].key)
        return pair in _SHORT_FORMS or pair[::-1] in _SHORT_FORMS
    short, long = (a, b) if len(a) < len(b) else (b, a)
    acronym = short[0].key if len(short) == 1 else ""
    return acronym.isupper() and len(long) == len(acronym) and acronym.casefold() == "".join(w.key[:1] for w in long)


def _strong(a: Words, b: Words, blocks: list[Block]) -> list[Block]:
    """The blocks without small ones at the edges, far from the rest, that both have by chance.

    Where one falls, the words near the rest are looked at again: the far one may have kept them apart.
    """
    while len(blocks) > 1 and _far(a, b, (blocks[-2], blocks[-1]), blocks[-1]):
        blocks.pop()
        blocks += _near(a, b, blocks[-1])
    while len(blocks) > 1 and _far(a, b, (blocks[0], blocks[1]), blocks[0]):
        blocks.pop(0)
    return blocks


def _far(a: Words, b: Words, pair: tuple[Block, Block], edge: Block) -> bool:
    """Whether two blocks stand too far apart for the weight of the one at the edge, and no ellipsis says why."""
    one, two = pair
    distance = max(two.a1 - one.a2, two.b1 - one.b2)
    told = a[two.a1].cut or b[two.b1].cut
    return distance > _NEAR and not told and _weight(a, [edge]) < min(_HEAVY, distance / 6)


def _near(a: Words, b: Words, last: Block) -> list[Block]:
    """The blocks among the words just after `last`."""
    size = min(len(a) - last.a2, len(b) - last.b2) + _NEAR
    one, two = a[last.a2 : last.a2 + size], b[last.b2 : last.b2 + size]
    found = [Block(last.a2 + x.a1, last.a2 + x.a2, last.b2 + x.b1, last.b2 + x.b2, x.spelt) for x in _blocks(one, two)]
    return found[:1] if found and max(found[0].a1 - last.a2, found[0].b1 - last.b2) <= _NEAR else []


def _moved(a: Words, b: Words, gaps: Sequence[Gap]) -> Iterator[Block]:
    """Runs of words left over on both sides: the longest first met in the order of a, each word used once."""
    left = {at for gap in gaps for at in range(gap.a1, gap.a2)}
    right = {at for gap in gaps for at in range(gap.b1, gap.b2)}
    pairs: dict[tuple[str, str], list[int]] = {}
    for at in sorted(right):
        if at + 1 in right:
            pairs.setdefault((b[at].key, b[at + 1].key), []).append(at)
    at = 0
    while at < len(a) - 1:
        best = Block(at, at + 1, 0, 0)
        for start in pairs.get((a[at].key, a[at + 1].key), ())[:8] if {at, at + 1} <= left else ():
            size = 0
            while {at + size} <= left and {start + size} <= right and a[at + size].key == b[start + size].key:
                size += 1
            best = max(best, Block(at, at + size, start, start + size), key=lambda block: block.a2)
        if best.a2 - at >= 2 and _weight(a, [best]) >= _MOVED:
            right -= set(range(best.b1, best.b2))
            yield best
        at = best.a2


def _weight(a: Words, blocks: Sequence[Block]) -> float:
    return sum(_total(a[block.a1 : block.a2]) for block in blocks)


def _total(found: Words) -> float:
    return sum(word.weight for word in found)
