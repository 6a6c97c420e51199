"""What two statements of one quantity are to each other, and what all of them together are.

A statement allows a range of values: "more than 100" all above 100, "about 100" those that round to it, "dozens" those
from two dozen up. Two statements agree when they say the same, are compatible when one value fits both, and conflict
when none does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from math import inf

from workbench.compare import scales, updates, words
from workbench.model import Bound, Figure, Measure, Role, Standing, Verdict, by_article

#: How far an approximate number may be off, by the digits that are not zeros: "about 100" one, "about 120" two.
_SLACK = {1: 0.2, 2: 0.1}
#: Where space is short, so that "more than" is left out.
_SHORT = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.STANDFIRST, Role.CAPTION})
_VAGUE_SLACK = 0.75  # "dozens" may be said of twenty


@lru_cache(maxsize=65536)
def pair(a: Measure, b: Measure) -> tuple[Verdict, str]:
    """The relation of two measures of one thing and the reason in a few words.

    >>> pair(Measure(123, 123, 123, bound=Bound.EXACT), Measure(100, 100, None, bound=Bound.ABOVE))
    (<Verdict.COMPATIBLE: 'compatible'>, 'bound')
    """
    if a.unit == b.unit or not scales.comparable(a, b):
        return _in_one_unit(a, b)
    share = scales.is_share(a) or scales.is_share(b)
    if not (share or scales.exactly(a, b)) and scales.same(a, b) and kind(a) == kind(b):
        return Verdict.COMPATIBLE, "rounding"  # 60 days and two months are the same as people count
    if share:
        return _in_one_unit(*(_percent(one) for one in (a, b)))
    if exact(a) and not exact(b):
        return _in_one_unit(scales.into(a, b.unit), b)  # "almost two months" allows what such months are
    return _in_one_unit(a, scales.into(b, a.unit))


def _percent(measure: Measure) -> Measure:
    """A share in percent; a fraction is seldom meant to the point: a third allows 34 percent."""
    if not scales.is_share(measure):
        return measure
    told = scales.into(measure, scales.PERCENT)
    if told.value is None or kind(told) not in (Bound.EXACT, Bound.ABOUT):
        return told
    slack = 0.1 * told.value
    return replace(told, value=None, low=told.value - slack, high=told.value + slack, bound=Bound.ABOUT)


def _in_one_unit(a: Measure, b: Measure) -> tuple[Verdict, str]:
    if a.value is not None and a.value == b.value:
        if kind(a) == kind(b):
            return Verdict.AGREE, "same value" if exact(a) else "same words"
        return Verdict.COMPATIBLE, _looser(a, b)
    if (a.low, a.high, a.value) == (b.low, b.high, b.value) and a.value is None:
        return Verdict.AGREE, "same words"
    (low_a, high_a), (low_b, high_b) = allowed(a), allowed(b)
    if max(low_a, low_b) <= min(high_a, high_b):
        return Verdict.COMPATIBLE, "rounding" if exact(a) and exact(b) else _looser(a, b)
    if exact(a) and exact(b) and _rounded(a, b):
        return Verdict.COMPATIBLE, "rounding"
    return Verdict.CONFLICT, "different values"


class Moves:
    """Why two values of one quantity may both be true: what all its figures say of the times of these values.

    Where one article says that the count rose from 37 to 41, another's 37 does not contradict a third's 41.
    """

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._told: dict[float | None, dict[tuple[Standing | None, str | None], Figure]] = {}
        for figure in figures:
            told = self._told.setdefault(figure.measure.value, {})
            told.setdefault((figure.standing, figure.as_of), figure)
        self.earlier = frozenset(
            value
            for value, told in self._told.items()
            if value is not None and any(standing is Standing.EARLIER for standing, _ in told)
        )  # values that an article calls an earlier count

    def why(self, a: Figure, b: Figure) -> str | None:
        """The reason in a few words; None where there is none, or where both are of one day."""
        reason = updates.why(a, b)
        if reason or (a.as_of and b.as_of):
            return reason or ("an earlier count" if {a.measure.value, b.measure.value} & self.earlier else None)
        ones, others = (self._told.get(figure.measure.value, {}).values() for figure in (a, b))
        found = (updates.why(one, other) for one in (*ones, a) for other in (*others, b))
        return next((reason for reason in found if reason), None)


def between(a: Figure, b: Figure, moves: Moves | None = None) -> tuple[Verdict, str]:
    """The relation of two figures of one thing and the reason: as their measures, unless the count has moved.

    `moves` are those of the quantity to which the two belong.
    """
    verdict, reason = pair(a.measure, b.measure)
    if verdict is not Verdict.CONFLICT:
        return verdict, reason
    moved = moves.why(a, b) if moves else updates.why(a, b)
    return (Verdict.COMPATIBLE, moved) if moved else (verdict, reason)


def kind(measure: Measure) -> Bound | None:
    """The bound, with none given read as exact or vague."""
    if measure.approximate:
        return Bound.ABOUT
    return measure.bound or (Bound.EXACT if measure.value is not None else None)


def exact(measure: Measure) -> bool:
    """Whether one value is named and meant."""
    return measure.value is not None and kind(measure) is Bound.EXACT


def allowed(measure: Measure) -> tuple[float, float]:
    """The least and the most that a measure allows."""
    value = measure.value
    if value is not None:
        match kind(measure):
            case Bound.EXACT:
                return value, value
            case Bound.ABOUT:
                slack = abs(value) * _SLACK.get(digits(value), 0.05)
                return value - slack + 1e-9, value / (1 - slack / abs(value)) - 1e-9 if value else value
            case Bound.ABOVE | Bound.AT_LEAST:
                return value, inf
            case _:
                return -inf, value
    low = -inf if measure.low is None else measure.low
    high = inf if measure.high is None else measure.high
    if measure.low is not None and measure.high is not None and measure.bound:
        return low, high
    return (low * _VAGUE_SLACK if low > 0 else low), (high / _VAGUE_SLACK if high > 0 else high)


def digits(value: float) -> int:
    """The digits of a number that say something: 1 for 100, 2 for 120 and for 1.5 million.

    >>> [digits(value) for value in (100, 120, 1_500_000, 5.6, 7)]
    [1, 2, 2, 2, 1]
    """
    return len(f"{abs(value):.10g}".replace(".", "").lstrip("0").rstrip("0") or "0")


def _rounded(a: Measure, b: Measure) -> bool:
    """Whether one number is the other with fewer digits: 1.5 million and 1,498,000, but not 120 and 123 people."""
    assert a.value is not None and b.value is not None
    few, many = sorted((a.value, b.value), key=digits)
    if digits(few) == digits(many) or not few:
        return False
    whole = float(few).is_integer() and float(many).is_integer()
    return abs(few - many) / abs(few) < (0.005 if whole and abs(few) < 1000 else 0.05)


def _looser(a: Measure, b: Measure) -> str:
    kinds = {kind(a), kind(b)}
    if None in kinds:
        return "vague"
    return "approximate" if Bound.ABOUT in kinds else "bound"


def meant(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, a headline's number without its bound read with the bound that the text below it gives.

    "300 infected" above "more than 300 people were infected" says no more than the text does.
    """
    loose: dict[tuple[str, float | None, str | None], Figure] = {}
    for figure in figures:
        if figure.role is Role.BODY and not exact(figure.measure) and figure.measure.value is not None:
            loose.setdefault((figure.passage.article_id, figure.measure.value, figure.measure.unit), figure)
    found = []
    for figure in figures:
        key = (figure.passage.article_id, figure.measure.value, figure.measure.unit)
        other = loose.get(key) if figure.role in _SHORT and exact(figure.measure) else None
        alike = other and (not figure.counted or not other.counted or _last(figure.counted) == _last(other.counted))
        found.append(replace(figure, measure=other.measure) if other and alike else figure)
    return found


def is_short(figure: Figure) -> bool:
    """Whether it stands where space is short: in a headline, a standfirst or a caption."""
    return figure.role in _SHORT


def _last(counted: str) -> str:
    """The last word of what is counted; people for those named by what befell them: "six dead" are six people."""
    return "people" if words.befell(counted) else counted.lower().rpartition(" ")[2]


def rank(figure: Figure) -> tuple[bool, bool, int, bool]:
    """How little a figure says, lowest for its article's best.

    A plain statement before an earlier count or what is denied, stated before implied, exact before loose, and the text
    before a headline or a caption.
    """
    measure = figure.measure
    loose = 0 if exact(measure) else 3 if measure.value is None and measure.bound is None else 1 + measure.approximate
    return (figure.standing not in (None, Standing.UPDATE), figure.implied, loose, figure.role in _SHORT)


def best(figures: Iterable[Figure]) -> Figure:
    """The most exact of an article's statements on one quantity; the first of equals."""
    return min(figures, key=lambda figure: (rank(figure), figure.passage.start))


def bests(figures: Iterable[Figure]) -> dict[str, Figure]:
    """The best statement of each article, by article_id, of the `figures` of one quantity."""
    return {article_id: best(some) for article_id, some in by_article(figures).items()}


def overall(bests: Sequence[Figure], moves: Moves | None = None) -> Verdict:
    """The verdict on a quantity from each article's best statement; `moves` are those of all its figures.

    Raises ValueError where there is none.
    """
    if not bests:
        raise ValueError("A quantity needs a statement.")
    if len(bests) == 1:
        return Verdict.SINGLE_SOURCE
    told = moves or Moves(bests)
    some = list(combinations(_distinct(bests), 2))
    if any(between(a, b, told)[0] is Verdict.CONFLICT for a, b in some):
        return Verdict.CONFLICT
    if any(pair(a.measure, b.measure)[0] is Verdict.CONFLICT for a, b in some):
        return Verdict.COMPATIBLE
    if all(pair(a.measure, b.measure)[0] is Verdict.AGREE for a, b in some):
        return Verdict.AGREE  # "about 300" and "about 300" too: the sources say the same
    unit = bests[0].measure.unit
    values = [scales.into(figure.measure, unit).value for figure in bests if exact(figure.measure)]
    return Verdict.AGREE if len(values) > len(set(values)) else Verdict.COMPATIBLE


def contested(figures: Iterable[Figure], moves: Moves | None = None) -> bool:
    """Whether the body of one article gives two numbers that cannot both be true, as sources do who do not agree.

    A headline or a caption that says another number than its own article is a question to that article alone.
    """
    told = (figure for figure in figures if figure.role not in _SHORT)
    return any(
        between(a, b, moves)[0] is Verdict.CONFLICT
        for some in by_article(told).values()
        for a, b in combinations(_distinct(some), 2)
    )


def _distinct(bests: Sequence[Figure]) -> list[Figure]:
    """One figure of each measure and day: enough to find a conflict, however many articles there are."""
    return list({(one.measure, one.kind, one.as_of, one.standing): one for one in bests}.values())


def common(bests: Sequence[Figure], earlier: Set[float] = frozenset()) -> float | None:
    """The exact value that most articles give; None where none does, or where two are given equally often.

    What is an `earlier` count by any article's word is left out where another is left.
    """
    counts = Counter(figure.measure.value for figure in bests if exact(figure.measure))
    newest = Counter({value: count for value, count in counts.items() if value not in earlier}) or counts
    most = newest.most_common(2)
    if not most or (len(most) == 2 and most[0][1] == most[1][1]):
        return None
    return most[0][0]
