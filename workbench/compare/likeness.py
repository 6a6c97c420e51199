"""How much speaks for two figures measuring the same thing, and what rules it out.

The same number in two reports of one event is evidence by itself, the more so the odder the number; two different numbers
need everything else to be the same. So a doubtful pair stays apart: a false alarm costs more than a miss.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from workbench.compare import verdicts, words
from workbench.compare.frames import Frame
from workbench.compare.times import MONTHS, WEEKDAYS
from workbench.model import Verdict

#: Points that a pair needs: with one value, with two that are compatible, with two that are not.
NEEDED = {Verdict.AGREE: 2.5, Verdict.COMPATIBLE: 3.0, Verdict.CONFLICT: 3.75}
_ACT, _OTHER_ACT, _CONTEXT = 1.5, -0.75, 2.0
#: Two numbers further apart than this measure different things sooner than they contradict each other.
_FARTHEST = 2.5


@dataclass(frozen=True, slots=True)
class Field:
    """What is known from all frames together: how rare a word is, what nouns are counted alike, what time is the event's."""

    weights: dict[str, float]
    alike: frozenset[frozenset[str]]
    now: frozenset[str]
    neighbours: dict[tuple[str, int], tuple[Frame, ...]]
    sizes: dict[str, float]

    @classmethod
    def of(cls, frames: Sequence[Frame]) -> "Field":
        """The field of these frames."""
        sentences = {frame.sentence: frame for frame in frames}
        seen = Counter(word for frame in sentences.values() for word in frame.words)
        weights = {word: log(1 + len(sentences) / count) for word, count in seen.items()}
        articles = {frame.sentence[0] for frame in frames}
        told = Counter(time for _, time in {(frame.sentence[0], time) for frame in frames for time in frame.times})
        now = {time for time, count in told.items() if count >= 2 and 2 * count > len(articles)}
        beside: dict[tuple[str, int], list[Frame]] = {}
        for frame in frames:
            beside.setdefault(frame.sentence, []).append(frame)
        together = {place: tuple(some) for place, some in beside.items()}
        return cls(
            weights, frozenset(_alike(frames)), frozenset(now) - {"before", "since"}, together, dict(_sizes(frames))
        )


def _alike(frames: Iterable[Frame]) -> Iterable[frozenset[str]]:
    """Nouns of one sort that two articles count with the same odd number under the same act."""
    by_value: dict[float, list[Frame]] = {}
    for frame in frames:
        value = frame.figure.measure.value
        if value is not None and frame.head and frame.key == "count" and distinct(value) >= 1.5:
            by_value.setdefault(value, []).append(frame)
    for some in by_value.values():
        heads = {(frame.head, frame.acts): frame for frame in some}
        for a, b in combinations(list(heads.values())[:40], 2):
            if a.head != b.head and a.acts & b.acts and words.person(a.head or "") == words.person(b.head or ""):
                yield frozenset((a.head or "", b.head or ""))


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


def relation(a: Frame, b: Frame) -> Verdict:
    """How the two measures stand to each other."""
    return verdicts.pair(a.figure.measure, b.figure.measure)[0]


def apart(a: Frame, b: Frame, field: Field) -> bool:
    """Whether something rules out that the two measure the same thing."""
    if a.key != b.key or a.sentence == b.sentence or a.beside != b.beside or _heads(a, b, field) <= -2:
        return True
    if _same_value(a, b):
        return False
    if (
        a.part != b.part
        or ("since" in a.times) != ("since" in b.times)
        or _clash(a.times - field.now, b.times - field.now)
    ):
        return True
    if a.key == "age" and not a.names & b.names:
        return True
    if a.places and b.places and not a.places & b.places:
        return True
    return _other_event(a, b, field)


def likeness(a: Frame, b: Frame, field: Field) -> float:
    """The points for the two measuring the same thing; minus one where too little is known or something rules it out."""
    if apart(a, b, field):
        return -1.0
    verdict = relation(a, b)
    if not _same_value(a, b) and _one_sided(a.times - field.now, b.times - field.now):
        return -1.0
    if not _same_value(a, b) and not _comparable(a, b, verdict, field):
        return -1.0
    points = _number(a, b) + _heads(a, b, field) + _CONTEXT * overlap(a, b, field)
    points += _ACT if a.acts & b.acts else _OTHER_ACT if a.acts and b.acts and _of_act(a) else 0.0
    points += 0.5 * bool(a.modifiers & b.modifiers) + 0.3 * (a.part and b.part) + 0.5 * _shared_figures(a, b, field)
    if _clash(a.times - field.now, b.times - field.now):
        points -= 1.0
    return points


def enough(a: Frame, b: Frame, points: float) -> bool:
    """Whether the points suffice for this pair."""
    return points >= NEEDED[Verdict.AGREE if _same_value(a, b) else relation(a, b)]


def overlap(a: Frame, b: Frame, field: Field) -> float:
    """The share of the words of the shorter sentence that are in the other, rare words counting more."""
    shared = sum(field.weights.get(word, 1.0) for word in a.words & b.words)
    least = min(sum(field.weights.get(word, 1.0) for word in one.words) for one in (a, b))
    return shared / max(least, 4.0)


def _of_act(frame: Frame) -> bool:
    """Whether a figure depends on what was done: an age or a distance is the same whatever its bearer does."""
    return frame.key == "count" or frame.key.startswith(("money", "percent", "fraction"))


def _same_value(a: Frame, b: Frame) -> bool:
    value = a.figure.measure.value
    return value is not None and value == b.figure.measure.value


def _number(a: Frame, b: Frame) -> float:
    value, other = a.figure.measure.value, b.figure.measure.value
    if value is None or other is None:
        return 0.25
    if value == other:
        return distinct(value)
    gap = abs(value - other) / max(abs(value), abs(other))
    return 1.0 if gap <= 0.05 else 0.5 if gap <= 0.35 else 0.0


def _heads(a: Frame, b: Frame, field: Field) -> float:
    """Points for what is counted; -2 and less where it cannot be the same."""
    if a.key != "count":
        return 1.0 if not a.head or not b.head else 1.5 if words.related(a.head, b.head) else 0.5
    if not a.head or not b.head:
        return 0.0
    if words.related(a.head, b.head) or _named_so(a, b) or _named_so(b, a):
        return 1.5
    if frozenset((a.head, b.head)) in field.alike:
        return 1.25
    people = words.person(a.head), words.person(b.head)
    anybody = words.lemmas("anybody")
    if all(people):
        return 0.8 if a.head in anybody or b.head in anybody else 0.0
    if any(people):
        return -3.0
    return -1.0 if _same_value(a, b) else -2.0


def _named_so(a: Frame, b: Frame) -> bool:
    """Whether one counts with a noun what the other counts with an adjective: Danes and Danish citizens, wounded and wounded people."""
    if a.head is None or b.head not in words.lemmas("anybody"):
        return False
    return any(words.root(a.head) == words.root(word) or words.name(a.head) == words.name(word) for word in b.modifiers)


def _comparable(a: Frame, b: Frame, verdict: Verdict, field: Field) -> bool:
    """Whether two figures with different values may be set against each other."""
    if not a.acts & b.acts and not (a.key != "count" and overlap(a, b, field) > 0.5):
        return False
    if a.key == "count" and (_heads(a, b, field) < 0.8 and (a.head and b.head)):
        return False
    if a.modifiers and b.modifiers and not a.modifiers & b.modifiers:
        return False
    if verdict is not Verdict.CONFLICT:
        return _number(a, b) > 0 or overlap(a, b, field) > 0.3
    value, other = a.figure.measure.value, b.figure.measure.value
    if value is None or other is None or min(value, other) <= 0 or max(value, other) / min(value, other) > _FARTHEST:
        return False
    return a.modifiers == b.modifiers and not a.rest and not b.rest


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences name different times: other months, days or years."""
    years = [{time for time in one if time.isdigit()} for one in (a, b)]
    named = [(a.intersection(names), b.intersection(names)) for names in (MONTHS, WEEKDAYS)]
    return any(x and y and not x & y for x, y in (*named, (years[0], years[1])))


def _one_sided(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one sentence names a month, a year or an earlier time and the other no time but a weekday."""
    return bool(a.difference(WEEKDAYS)) != bool(b.difference(WEEKDAYS))


def _other_event(a: Frame, b: Frame, field: Field) -> bool:
    """Whether the figures belong to events of other sizes: injured by a quake of 5.2 here, of 5.6 there."""
    x, y = field.sizes.get(a.figure.figure_id), field.sizes.get(b.figure.figure_id)
    return x is not None and y is not None and x != y


def _sizes(frames: Sequence[Frame]) -> Iterator[tuple[str, float]]:
    """The size of the event that a figure belongs to: the one in its sentence, else the last before it in its article."""
    sizes: dict[tuple[str, int], set[float]] = {}
    for frame in frames:
        if frame.sizes:
            sizes.setdefault(frame.sentence, set()).update(frame.sizes)
        if _size(frame) and frame.figure.measure.value is not None:
            sizes.setdefault(frame.sentence, set()).add(frame.figure.measure.value)
    last: dict[str, set[float]] = {}
    for frame in frames:
        some = last[frame.sentence[0]] = sizes.get(frame.sentence) or last.get(frame.sentence[0], set())
        if len(some) == 1:
            yield frame.figure.figure_id, min(some)


def _size(frame: Frame) -> bool:
    """Whether a figure says how strong an event was, as one tells two events of a kind apart."""
    return frame.key == "decimal" or frame.key.startswith("measure:magnitude")


def _shared_figures(a: Frame, b: Frame, field: Field) -> bool:
    x, y = (
        {(one.key, one.figure.measure.value) for one in field.neighbours[frame.sentence] if one is not frame}
        for frame in (a, b)
    )
    return any(value is not None for _, value in x & y)
