"""Events from likenesses: groups whose articles are alike on average, those most alike first (average linkage)."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.events.nearest import fade
from workbench.events.weights import Vector, added

#: A group of so many articles is a large event: how alike they are is known well enough to measure others by it.
LARGE = 10
#: Those are of a large event whose likeness to it is so much of that among its own articles.
OWN = 0.6
#: Two groups are two events where the likeness between them is less than so much of that within the looser of them.
NEAR = 0.55
#: Articles written apart are hardly more alike than this: copies are, and tell nothing of how alike the others must be.
WRITTEN_APART = 0.6
#: How often a pair is put back with its new likeness before it is taken as it then is.
_TURNS = 8


@dataclass(slots=True)
class Cluster:
    """Articles, by their place; the sum of their vectors; their first and last day."""

    members: list[int]
    total: Vector
    first: int | None = None
    last: int | None = None
    _told: dict[int, float] | None = None
    _within: float | None = None

    @property
    def told(self) -> dict[int, float]:
        """What each term tells of the articles together; kept for a group, which others are held against often."""
        if len(self.members) < LARGE:
            return self.total.by_key()
        if self._told is None:
            self._told = self.total.by_key()
        return self._told

    def alike(self, other: "Cluster") -> float:
        """How alike the articles of the two are on average, less the further they are apart in time."""
        few, many = sorted((self, other), key=lambda each: len(each.total.keys))
        mean = few.total.dot(many.told) / (len(self.members) * len(other.members))
        return mean * fade(self.apart(other))

    @property
    def within(self) -> float:
        """How alike two articles of it are on average; 1 where there is one."""
        many = len(self.members)
        if many == 1:
            return 1.0
        if self._within is None:
            self._within = (self.total.dot(self.told) - many) / (many * (many - 1))  # without each with itself
        return self._within

    @property
    def close(self) -> float:
        """How alike its articles are, copies aside; 0 where there is one, which tells nothing of it."""
        return min(self.within, WRITTEN_APART) if len(self.members) > 1 else 0.0

    def apart(self, other: "Cluster") -> int | None:
        """The days between the two; 0 where they overlap, None where the days of one are not known."""
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return None
        return max(0, other.first - self.last, self.first - other.last)

    def take(self, other: "Cluster") -> None:
        """Make the articles of the other ones of this."""
        self.members += other.members
        self.total = added(self.total, other.total)
        self._told = self._within = None
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (None, None)


def link(
    vectors: Sequence[Vector],
    days: Sequence[int | None],
    likenesses: Iterable[tuple[float, int, int]],
    least: float,
    same: Iterable[tuple[int, int]] = (),
) -> list[Cluster]:
    """The groups of all texts, in order of their first: joined, the most alike first, while alike by `least`.

    `same` are pairs that are joined whatever their likeness. Only groups of which `likenesses` connect two texts are
    tried, a few times for each: the work grows with their number. Those under `least` serve to complete large events.
    """
    groups = _Groups([Cluster([at], vector, days[at], days[at]) for at, vector in enumerate(vectors)])
    for one, two in same:
        groups.join(one, two)
    some = sorted((-alike, one, two, 0) for alike, one, two in likenesses)
    heap = [each for each in some if -each[0] >= least]  # sorted, so a heap
    while heap:
        minus, one, two, turn = heapq.heappop(heap)
        a, b = groups.of(one), groups.of(two)
        if a is b:
            continue
        alike = a.alike(b)
        if alike < NEAR * min(a.close, b.close):
            continue  # two events of one kind, or of the same people
        if alike >= -minus - 1e-9 or (turn >= _TURNS and alike >= least):
            groups.join(one, two)
        elif alike >= least:
            heapq.heappush(heap, (-alike, one, two, turn + 1))
    if len(groups.left()) > 1:
        _gather(groups, ((one, two) for _, one, two, _ in some))
    return groups.left()


def _gather(groups: "_Groups", connected: Iterable[tuple[int, int]]) -> None:
    """Join to each large event what is nearly as like it as its own articles are.

    Of very many articles on one event, each has much of its own, and the words that all have tell less: some would
    stand apart.
    """
    tried: set[tuple[int, int, int]] = set()
    for one, two in connected:
        small, large = sorted((groups.of(one), groups.of(two)), key=lambda each: len(each.members))
        pair = (small.members[0], large.members[0], len(small.members) + len(large.members))
        if small is large or len(large.members) < LARGE or pair in tried:
            continue
        tried.add(pair)
        if small.alike(large) >= OWN * large.within:
            groups.join(one, two)


class _Groups:
    """Clusters, and the one that each text is in by now."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._clusters = clusters
        self._owner = list(range(len(clusters)))

    def of(self, at: int) -> Cluster:
        """The cluster that the text at this place is in."""
        return self._clusters[self._root(at)]

    def join(self, one: int, two: int) -> None:
        """Make the clusters of two texts one."""
        kept, gone = sorted((self._root(one), self._root(two)))
        if kept != gone:
            self._clusters[kept].take(self._clusters[gone])
            self._clusters[gone] = Cluster([], self._clusters[kept].total)
            self._owner[gone] = kept

    def left(self) -> list[Cluster]:
        """The clusters, in order of their first text."""
        return [cluster for cluster in self._clusters if cluster.members]

    def _root(self, at: int) -> int:
        while self._owner[at] != at:
            self._owner[at] = self._owner[self._owner[at]]
            at = self._owner[at]
        return at
