"""What all frames of a corpus know together: rare words, nouns counted alike, the time of the event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from workbench.compare import rounded, verdicts, words
from workbench.compare.frames import Frame


@dataclass(frozen=True, slots=True)
class Field:
    """The background against which two frames are compared."""

    weights: dict[str, float]  # of a word, the more the rarer it is among the sentences with figures
    totals: dict[frozenset[str], float]  # the weight of all words of a sentence
    rarest: float  # the weight of a word that stands in one sentence only
    alike: frozenset[frozenset[str]]  # nouns that two articles use for the same people or things
    now: frozenset[str]  # the times that most articles name: those of the event itself
    neighbours: dict[tuple[str, int], tuple[Frame, ...]]  # the frames of a sentence
    dead: frozenset[str]  # the articles that say how many died, so that bodies found are something else
    sizes: dict[str, float]  # by figure: the size of the event that its sentence, or the last before it, gives
    twofold: frozenset[tuple[str, float]]  # keys and values that an article gives of two things
    repeated: frozenset[str]  # figures whose number the text of their article gives more than once
    crowded: frozenset[str]  # figures beside which their article gives another number near by

    @classmethod
    def of(cls, frames: Sequence[Frame]) -> "Field":
        """The field of these frames, which are in the order of their articles and texts."""
        neighbours: dict[tuple[str, int], list[Frame]] = {}
        for frame in frames:
            neighbours.setdefault(frame.sentence, []).append(frame)
        seen = Counter(word for some in neighbours.values() for word in some[0].words)
        weights = {word: log(1 + len(neighbours) / count) for word, count in seen.items()}
        return cls(
            weights=weights,
            totals={some: _total(some, weights) for some in {frame.words for frame in frames}},
            rarest=log(1 + len(neighbours)),
            alike=frozenset(_alike(frames)),
            now=_now(frames),
            neighbours={place: tuple(some) for place, some in neighbours.items()},
            dead=frozenset(one.sentence[0] for one in frames if not one.remains and words.acts("die") <= one.acts),
            sizes=dict(_sizes(frames)),
            twofold=frozenset(_twofold(frames)),
            repeated=frozenset(_repeated(frames)),
            crowded=frozenset(rounded.crowded(frames)),
        )

    def overlap(self, a: Frame, b: Frame) -> float:
        """The share of the words of the shorter sentence that are in the other, rare words counting more."""
        shared = _total(a.words & b.words, self.weights)
        return shared / max(min(self.totals[a.words], self.totals[b.words]), 3 * self.rarest)


def _total(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum([weights.get(word, 1.0) for word in words])


def distinct(value: float) -> float:
    """How much it says that two articles have this number: 0 for two, 2 for 123, 1 for 2,000.

    >>> [distinct(value) for value in (2, 7, 20, 61, 123, 2000, 5.6)]
    [0.0, 0.5, 1.0, 1.5, 2.0, 1.0, 1.5]
    """
    if value != int(value):
        return 1.5
    if abs(value) <= 3:
        return 0.0
    if abs(value) <= 12:
        return 0.5
    return 1.0 + 0.5 * min(2, verdicts.digits(value) - 1)


def _repeated(frames: Sequence[Frame]) -> Iterator[str]:
    """The figures whose number stands twice or more in the text below the headline, so that it may be of two things."""
    told = [frame for frame in frames if not frame.figure.implied]
    given = [(frame.sentence[0], frame.key, frame.figure.measure.value) for frame in told]
    below = (place for place, frame in zip(given, told, strict=True) if not verdicts.is_short(frame.figure))
    often = {place for place, count in Counter(below).items() if count > 1}
    yield from (frame.figure.figure_id for place, frame in zip(given, told, strict=True) if place in often)


def _twofold(frames: Iterable[Frame]) -> Iterator[tuple[str, float]]:
    """What one article says of two things: 5% of its workers here, a forecast of 5% there."""
    firsts: dict[tuple[str, str, float], Frame] = {}
    for frame in frames:
        value = frame.figure.measure.value
        if value is None or frame.figure.implied:
            continue
        first = firsts.setdefault((frame.sentence[0], frame.key, value), frame)
        if first is not frame and _two_things(first, frame):
            yield frame.key, value


def _two_things(a: Frame, b: Frame) -> bool:
    """Whether two figures of one article with one number are told of other things, or stand beside each other."""
    if a.sentence == b.sentence:
        return True
    if a.acts & b.acts or words.akin(a.acts, b.acts):
        return False
    if not a.head or not b.head:
        told = all(any(map(words.known, one.acts)) for one in (a, b))
        return a.figure.role is b.figure.role and (told or not a.words & b.words)
    return not words.related(a.head, b.head) and not words.lemmas("anybody") & {a.head, b.head}


def _alike(frames: Iterable[Frame]) -> Iterator[frozenset[str]]:
    """Nouns of one sort that stand with the same odd number under the same act."""
    by_value: dict[float, dict[tuple[str, frozenset[str]], Frame]] = {}
    for frame in frames:
        value = frame.figure.measure.value
        if value is not None and frame.head and frame.key == "count" and distinct(value) >= 1.5:
            by_value.setdefault(value, {}).setdefault((frame.head, frame.acts), frame)
    for some in by_value.values():
        for a, b in combinations(list(some.values())[:40], 2):
            x, y = a.head or "", b.head or ""
            if x != y and a.acts & b.acts and words.person(x) == words.person(y):
                yield frozenset((x, y))


def _now(frames: Sequence[Frame]) -> frozenset[str]:
    articles = {frame.sentence[0] for frame in frames}
    told = Counter(time for _, time in {(frame.sentence[0], time) for frame in frames for time in frame.times})
    now = {time for time, count in told.items() if count >= 2 and 2 * count > len(articles)}
    return frozenset(now) - {"before", "since", "later"}


def _sizes(frames: Sequence[Frame]) -> Iterator[tuple[str, float]]:
    """By figure, the size of the event that it belongs to: the one in its sentence, else the last before it."""
    sizes: dict[tuple[str, int], set[float]] = {}
    for frame in frames:
        value = frame.figure.measure.value
        own = {value} if value is not None and frame.key == "size" else set()
        if frame.sizes or own:
            sizes.setdefault(frame.sentence, set()).update(frame.sizes | own)
    last: dict[str, set[float]] = {}
    for frame in frames:
        some = last[frame.sentence[0]] = sizes.get(frame.sentence) or last.get(frame.sentence[0], set())
        if len(some) == 1:
            yield frame.figure.figure_id, min(some)
