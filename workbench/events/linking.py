"""Events from likenesses: groups whose articles are alike on average, those most alike first (average linkage)."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.events.nearest import fade
from workbench.events.weights import Vector, added

#: How often a pair is put back with its new likeness before it is taken as it then is.
_TURNS = 8


@dataclass(slots=True)
class Cluster:
    """Articles, by their place; the sum of their vectors; their first and last day."""

    members: list[int]
    total: Vector
    first: int | None = None
    last: int | None = None

    def alike(self, other: "Cluster") -> float:
        """How alike the articles of the two are on average, less the further they are apart in time."""
        mean = self.total.dot(other.total.by_key()) / (len(self.members) * len(other.members))
        return mean * fade(self.apart(other))

    @property
    def within(self) -> float:
        """How alike two articles of it are on average; 1 where there is one."""
        many = len(self.members)
        if many == 1:
            return 1.0
        return (self.total.dot(self.total.by_key()) - many) / (many * (many - 1))  # without each with itself

    def apart(self, other: "Cluster") -> int | None:
        """The days between the two; 0 where they overlap, None where the days of one are not known."""
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return None
        return max(0, other.first - self.last, self.first - other.last)

    def take(self, other: "Cluster") -> None:
        """Make the articles of the other ones of this."""
        self.members += other.members
        self.total = added(self.total, other.total)
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

    `same` are pairs that are joined whatever their likeness. Only pairs of groups in which some `likenesses` connect
    two texts are tried, and each of these a few times: the work grows with their number.
    """
    clusters = [Cluster([at], vector, days[at], days[at]) for at, vector in enumerate(vectors)]
    owner = list(range(len(clusters)))

    def of(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    def join(one: int, two: int) -> None:
        kept, gone = min(one, two), max(one, two)
        clusters[kept].take(clusters[gone])
        clusters[gone] = Cluster([], clusters[kept].total)
        owner[gone] = kept

    for one, two in same:
        if of(one) != of(two):
            join(of(one), of(two))
    heap = [(-alike, one, two, 0) for alike, one, two in likenesses]
    heapq.heapify(heap)
    while heap:
        minus, one, two, turn = heapq.heappop(heap)
        a, b = of(one), of(two)
        if a == b:
            continue
        alike = clusters[a].alike(clusters[b])
        if alike >= -minus - 1e-9 or (turn >= _TURNS and alike >= least):
            join(a, b)
        elif alike >= least:
            heapq.heappush(heap, (-alike, one, two, turn + 1))
    return [cluster for cluster in clusters if cluster.members]
