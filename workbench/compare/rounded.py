"""One number told less exactly: "more than 1,100" of 1,140, "almost three weeks" of 19 days, 84 of 83.6 million.

An outlet that rounds keeps close: the step of the last digit it tells, or half of it. Two numbers so close, of one
sort, are of one thing where neither article has another number near by which the other could mean.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor, log, log10

from workbench.compare import scales, verdicts, words
from workbench.compare.frames import Frame
from workbench.model import Bound, Measure, Verdict

_FARTHEST = 0.25  # the part of the greater number that a rounding may take away
_NEAREST = 0.15  # the same, where both are told in one unit and none bounds the other
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
    if loose.unit != other.unit and not scales.comparable(loose, other):
        return False
    if scales.is_share(loose) or scales.is_share(other):
        x, y = (scales.into(one, scales.PERCENT).value for one in (loose, other))
        return x is not None and y is not None and abs(x - y) <= _SHARE and loose.approximate
    reach = _NEAREST if other.unit == loose.unit else _FARTHEST  # "two months" of seven weeks
    other = scales.into(other, loose.unit)
    if other.value is None or other.value <= 0:
        return False
    if loose.value is None:
        low, high = loose.low or 0.0, loose.high or 0.0
        return low <= other.value <= high and high - low <= _FARTHEST * high
    return loose.value > 0 and _within(loose, loose.value, other.value, reach)


def _within(loose: Measure, value: float, other: float, reach: float) -> bool:
    """Whether the other number is within the step of the last digit told, on the side that the bound says."""
    gap, step = other - value, _step(value)
    if not gap or abs(gap) > _FARTHEST * max(other, value):
        return False
    most = step / 2 if verdicts.digits(value) == 1 else step
    match verdicts.kind(loose):
        case Bound.ABOVE | Bound.AT_LEAST:
            return 0 < gap <= most
        case Bound.BELOW | Bound.AT_MOST:
            return 0 < -gap <= most
        case _:
            fewer = verdicts.digits(value) < verdicts.digits(other)
            return abs(gap) <= min(step / 2, reach * value) and (fewer or not verdicts.exact(loose))


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
            for more, other in row[at + 1 : at + 1 + _MET]:
                if more <= _CROWD * size and _two(frame, other):
                    yield frame.figure.figure_id
                    yield other.figure.figure_id


def bands(frame: Frame) -> Iterator[str]:
    """The stretches of the scale in which a number may have its roundings; none for small ones."""
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
