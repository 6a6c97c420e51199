"""What rules out that two figures measure the same thing: other units, times, places, sizes, acts that exclude it."""

from functools import lru_cache

from workbench.compare import outlook, rounded, updates, verdicts, words
from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.compare.measured import is_fraction, points_for, same_value
from workbench.compare.times import MONTHS, WEEKDAYS
from workbench.model import Standing, Verdict

_WAYS = ("rise", "fall")
_NEAR = 0.05  # the part of a number by which a rounding may change it, where a comparison asks for little else


def relation(a: Frame, b: Frame) -> Verdict:
    """How the two measures stand to each other; counts of a moving toll on two days are no conflict."""
    return verdicts.between(a.figure, b.figure)[0]


def succession(a: Frame, b: Frame) -> bool:
    """Whether one of the two is an earlier count and the other is not, so that one sentence may hold both."""
    return (a.figure.standing is Standing.EARLIER) != (b.figure.standing is Standing.EARLIER)


def apart(a: Frame, b: Frame, field: Field) -> bool:
    """Whether something rules out that the two measure the same thing."""
    return ruled_out(a, b, field, points_for(a, b, field))


def ruled_out(a: Frame, b: Frame, field: Field, what: float) -> bool:
    """The same; `what` are the points for what the two measure."""
    if (
        a.key != b.key
        or (a.figure.measure.unit != b.figure.measure.unit and _other_unit(a, b))
        or _other_rate(a, b)
        or a.beside != b.beside
        or (a.sentence == b.sentence and not succession(a, b))
        or (a.remains != b.remains and (a if a.remains else b).sentence[0] in field.dead)
    ):
        return True
    if what <= -2 or _opposed(a, b) or (a.bearer and b.bearer and not a.bearer & b.bearer):
        return True
    same = same_value(a, b)
    if outlook.apart(a.outlook, b.outlook, alike=same or rounded.near(a.figure.measure, b.figure.measure)):
        return True
    if same:
        return a.other_side is not None and b.other_side is not None and a.other_side != b.other_side
    return _other_thing(a, b, field)


def _other_thing(a: Frame, b: Frame, field: Field) -> bool:
    """Whether two numbers that differ are of a part and its whole, or of other times, persons, events or places."""
    if (a.part != b.part and not _of_whole(a, b)) or (("since" in a.times) != ("since" in b.times) and not close(a, b)):
        return True
    if (clash(a.times, b.times) and not updates.grown(a.figure, b.figure)) or (
        a.key == "age" and not a.bearer & b.bearer
    ):
        return True
    return _other_event(a, b, field) or bool(a.places and b.places and not a.places & b.places)


def _of_whole(a: Frame, b: Frame) -> bool:
    """Whether the two are shares, of which a fraction names its whole: "a third of the shops", "34 percent"."""
    return a.key == "percent" and (is_fraction(a) or is_fraction(b))


def _other_unit(a: Frame, b: Frame) -> bool:
    """Whether the two are times in units of different length that exclude each other: three weeks and five days."""
    return a.key.startswith("duration") and relation(a, b) is Verdict.CONFLICT


def _other_rate(a: Frame, b: Frame) -> bool:
    """Whether the two are paid or counted by different things: "per share", "per year"."""
    one, two = ((frame.figure.measure.unit or "").partition(" per ")[2] for frame in (a, b))
    return one != two and (bool(one and two) or not same_value(a, b))


def close(a: Frame, b: Frame) -> bool:
    """Whether two numbers differ by rounding only: "nearly 1,300" and 1,284."""
    value, other = a.figure.measure.value, b.figure.measure.value
    if value is None or other is None or relation(a, b) is Verdict.CONFLICT:
        return False
    return abs(value - other) <= _NEAR * max(abs(value), abs(other))


def _opposed(a: Frame, b: Frame) -> bool:
    """Whether the acts exclude each other, killed and injured, or one figure is a claim that its sentence rejects."""
    ways = [frame.acts.intersection(_WAYS) for frame in (a, b)]
    if a.doubt or b.doubt or (a.key != "count" and len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]):
        return True  # "prices rose 5%" and "prices fell 5%" have the prices in common, no more
    return not a.acts & b.acts and any(words.against(act) & b.acts for act in a.acts)


def clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences name different times: other months, days or years."""
    return any(x and y and not x & y for x, y in zip(_named(a), _named(b), strict=True)) if a and b else False


@lru_cache(maxsize=4096)
def _named(times: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The months, the weekdays and the years among the times."""
    return times.intersection(MONTHS), times.intersection(WEEKDAYS), frozenset(filter(str.isdigit, times))


def _other_event(a: Frame, b: Frame, field: Field) -> bool:
    """Whether the figures belong to events of other sizes: injured by a quake of 5.2 here, of 5.6 there."""
    if not field.sizes:
        return False
    x, y = field.sizes.get(a.figure.figure_id), field.sizes.get(b.figure.figure_id)
    return x is not None and y is not None and x != y
