"""One number told less exactly: "more than 1,100" of 1,140, "almost three weeks" of 19 days, 84 of 83.6 million.

An outlet that rounds keeps close: the step of the last digit it tells, or half of it. Two numbers so close, of one
sort, are of one thing where neither article has another number near by which the other could mean.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from math import floor, log, log10

from workbench.compare import scales, verdicts, words
from workbench.compare.frames import Frame
from workbench.model import Bound, Measure, Verdict

_FARTHEST = 0.25  # the part of the greater number that a rounding may take away
_CROWD = 1.3  # times that the one number may be the other before nobody would take it for the same
_SHARE = 3.0  # percent by which a fraction is off
_SMALL = 6.0  # numbers up to this one are not rounded
_MET = 12  # numbers of one article that one is held against


@lru_cache(maxsize=65536)
def near(a: Measure, b: Measure) -> bool:
    """Whether one number is the other with fewer digits, or bounds it as closely as one who rounds does.

    >>> exact, over = Measure(312, 312, 312, bound=Bound.EXACT), Measure(300, 300, None, bound=Bound.ABOVE)
    >>> near(exact, over), near(exact, Measure(200, 200, None, bound=Bound.ABOVE))
    (True, False)
    """
    if verdicts.pair(a, b)[0] is not Verdict.COMPATIBLE:
        return False
    return _tells(a, b) or _tells(b, a)


def _tells(loose: Measure, other: Measure) -> bool:
    """Whether the first may be said for the second."""
    if scales.is_share(loose) or scales.is_share(other):
        loose, other = (scales.into(one, scales.PERCENT) for one in (loose, other))
        return abs((loose.value or 0) - (other.value or 0)) <= _SHARE and loose.approximate
    other = scales.into(other, loose.unit)
    if loose.value is None and loose.low and loose.high and other.value is not None:
        return loose.low <= other.value <= loose.high and loose.high - loose.low <= _FARTHEST * loose.high
    if not loose.value or other.value is None or loose.value < 0 or other.value <= 0:
        return False
    if loose.unit != other.unit and scales.family(loose.unit) != scales.family(other.unit):
        return False
    gap = other.value - loose.value
    most = max(other.value, loose.value)
    if abs(gap) > _FARTHEST * most or not gap:
        return False
    one = verdicts.digits(loose.value) == 1
    step = _step(loose.value)
    match verdicts.kind(loose):
        case Bound.ABOVE | Bound.AT_LEAST:
            return 0 < gap <= step * (0.5 if one else 1.0)
        case Bound.BELOW | Bound.AT_MOST:
            return 0 < -gap <= step * (0.5 if one else 1.0)
        case _:
            fewer = verdicts.digits(loose.value) < verdicts.digits(other.value)
            return abs(gap) <= step / 2 and (fewer or not verdicts.exact(loose))


def _step(value: float) -> float:
    """The worth of the last digit of a number that is no nought: 100 of 1,100, 0.1 of 83.6.

    >>> [_step(value) for value in (1100, 90000, 7)]
    [100.0, 10000.0, 1.0]
    """
    return float(10.0 ** (floor(log10(abs(value)) + 1e-9) + 1 - verdicts.digits(value)))


def crowded(frames: Iterable[Frame]) -> Iterator[str]:
    """The figures beside which their article gives another number near by, so that a rounding may be of either."""
    rows: dict[tuple[str, str], list[tuple[float, Frame]]] = {}
    for frame in frames:
        size = _size(frame)
        if size is not None and size > 0:
            rows.setdefault((frame.sentence[0], frame.key), []).append((size, frame))
    for row in rows.values():
        row.sort(key=lambda one: one[0])
        for at, (size, frame) in enumerate(row):
            most = _CROWD * size
            for _, other in takewhile(lambda one, most=most: one[0] <= most, row[at + 1 : at + 1 + _MET]):
                if _two(frame, other):
                    yield frame.figure.figure_id
                    yield other.figure.figure_id


def bands(frame: Frame) -> Iterator[str]:
    """The stretches of the scale in which a number is looked for that it could be a rounding of; none for small ones."""
    size = _size(frame)
    if size is not None and size > _SMALL:
        band = floor(log(size) / log(_CROWD))
        yield f"~{band}"
        yield f"~{band + 1}"


def _size(frame: Frame) -> float | None:
    """The number on one scale for all of its key: hours for times."""
    measure = frame.figure.measure
    if frame.key.startswith("money"):
        return next((value for _, value in scales.points(measure)), measure.value)
    into = {"duration": "hour", "percent": scales.PERCENT}.get(frame.key.partition(":")[0])
    return scales.into(measure, into).value if into else measure.value


def _two(a: Frame, b: Frame) -> bool:
    """Whether two numbers of one article are of two things, as far as this can be seen from them alone."""
    if a.figure.measure == b.figure.measure:
        return False
    if a.figure.measure.value != b.figure.measure.value and not near(a.figure.measure, b.figure.measure):
        return not a.head or not b.head or words.person(a.head) == words.person(b.head)
    return bool(a.head and b.head and not words.related(a.head, b.head) and a.sentence == b.sentence)
