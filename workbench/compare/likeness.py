"""How much speaks for two figures measuring the same thing, and what rules it out.

The same number in two reports of one event is evidence by itself, the more so the odder the number; two different
numbers need everything else to be the same. A doubtful pair stays apart: a false alarm costs more than a miss.
"""

from functools import lru_cache

from workbench.compare import chance, updates, verdicts, words
from workbench.compare.excluded import apart, clash, close, relation, ruled_out, succession
from workbench.compare.field import Field, distinct
from workbench.compare.frames import Frame
from workbench.compare.measured import is_fraction, of_act, points_for, same_value
from workbench.compare.times import WEEKDAYS
from workbench.model import Verdict

#: Points that a pair needs: with one value, with two that are compatible, with two that are not.
NEEDED = {Verdict.AGREE: 2.5, Verdict.COMPATIBLE: 3.0, Verdict.CONFLICT: 3.75}
_ACT, _AKIN, _OTHER_ACT, _CONTEXT, _OTHERS = 1.5, 1.0, -0.75, 2.0, 2.5
#: A number with so many points of its own, in two articles on one event, is seldom a coincidence.
_ODD, _RARE = 1.5, 0.5
_TYPED = 0.6  # for a sum, share or time of the same thing: "a five-year contract"
_WAYS = ("rise", "fall")
_NEAR = 0.05  # the part of a number by which a rounding may change it, where a comparison asks for little else
#: The least share of words that a pair's sentences have in common, unless its number is odd enough by itself.
_FLOOR = 0.12
#: Two numbers further apart than this measure different things sooner than they contradict each other.
_FARTHEST = 2.5


def likeness(a: Frame, b: Frame, field: Field) -> float:
    """The points for the two measuring one thing; minus one where too little is known or something rules it out."""
    what, same = points_for(a, b, field), same_value(a, b)
    if ruled_out(a, b, field, what):
        return -1.0
    overlap, acts = field.overlap(a, b), bool(a.acts & b.acts)
    if acts and ((a.key.startswith("money") and what < 1.25) or (a.key == "percent" and what < 0)):
        acts = not (a.acts & b.acts) <= {*_WAYS}  # any sum may rise
    lone = (chance.lone(a, b, what, field) or chance.again(a, b, what, overlap, field)) if same else 0.0
    lone = lone or (0.0 if same else chance.rounding(a, b, what, field))
    if not (lone or (_familiar(a, b, overlap, what) if same else _comparable(a, b, overlap, field, what))):
        return -1.0
    points = _number(a, b) + what + _CONTEXT * overlap
    points += _ACT if acts else _AKIN if same and words.akin(a.acts, b.acts) else (0.0 if lone else _other_act(a, b))
    points += _RARE if same and _rare(a, b, what) else 0.0
    points += chance.points(a, b, what, overlap) + chance.bounds(a, b) + lone
    points += 0.5 * bool(a.modifiers & b.modifiers) + 0.3 * (a.part and b.part) + 1.5 * bool(a.bearer & b.bearer)
    points += _TYPED if (same or close(a, b)) and a.key != "count" and what >= 1.25 else 0.0
    points += 0.5 * _shared_figures(a, b, field) - (_OTHERS if same else 0.5) * _other_agents(a, b)
    points -= clash(_not_now(a.times, field.now), _not_now(b.times, field.now))
    odd = same and distinct(a.figure.measure.value or 0.0) >= 2
    points -= 0.5 * any(
        not odd and "before" in one.times and not two.times - field.now for one, two in ((a, b), (b, a))
    )
    return points


def same_article(a: Frame, b: Frame, field: Field) -> bool:
    """Whether two figures of one article contradict each other: one thing with two exact values, beyond doubt."""
    if apart(a, b, field) or relation(a, b) is not Verdict.CONFLICT or not a.acts & b.acts:
        return False
    exact = verdicts.exact(a.figure.measure) and verdicts.exact(b.figure.measure)
    return exact and a.times == b.times and _sure(a, b, field.overlap(a, b), field, points_for(a, b, field))


def enough(a: Frame, b: Frame, points: float, stands: Verdict) -> bool:
    """Whether the points suffice for this pair, whose measures stand so to each other."""
    return points >= NEEDED[Verdict.AGREE if same_value(a, b) else stands]


def _rare(a: Frame, b: Frame, what: float) -> bool:
    """Whether two articles have so odd a number that chance is unlikely, and nothing says that it is of two things."""
    odd = _number(a, b)
    if odd < _ODD or a.sentence[0] == b.sentence[0] or (a.subjects and b.subjects and not a.subjects & b.subjects):
        return False
    return odd >= 2 or what >= 0.8 or bool(a.acts & b.acts) or _other_act(a, b) == 0.0


def _other_act(a: Frame, b: Frame) -> float:
    """Points against two of which other acts are told; less where one is no act that articles have many words for."""
    if not a.acts or not b.acts or not of_act(a):
        return 0.0
    return _OTHER_ACT if all(any(map(words.known, one.acts)) for one in (a, b)) else _OTHER_ACT / 3


def _number(a: Frame, b: Frame) -> float:
    """Points for the numbers: an odd one in common says more than a round one, a count more than a time or a share."""
    value, other = a.figure.measure.value, b.figure.measure.value
    if same_value(a, b) and value is None:
        return 1.0  # the same range
    if value is None or other is None:
        return 0.25
    if same_value(a, b):
        if a.key.startswith("ordinal") or is_fraction(a) or is_fraction(b):
            return 0.25
        whole = value == int(value)
        return distinct(value) / (2 if whole and a.key.startswith(("duration", "percent", "measure")) else 1)
    gap = abs(value - other) / max(abs(value), abs(other))
    return 1.0 if gap <= 0.05 else 0.5 if gap <= 0.35 else 0.0


def _familiar(a: Frame, b: Frame, overlap: float, what: float) -> bool:
    """Whether two figures with one value have enough else in common to be more than a coincidence."""
    measure, acts = a.figure.measure, bool(a.acts & b.acts)
    value = (measure.high if measure.value is None else measure.value) or 0.0
    if a.bearer & b.bearer or chance.points(a, b, what, overlap):
        return True
    told = any(map(words.known, a.acts & b.acts)) and what >= (0.8 if a.key == "count" else 0.5)
    if abs(value) > 3 and a.sentence[0] != b.sentence[0] and (told or (what >= 1.25 and a.key != "count")):
        return True  # "Dead: 9" and "nine people were killed" have no other word in common
    if what >= 1.25 and a.key.startswith(("duration", "measure")) and overlap >= 2 * _FLOOR:
        return True  # "the two-hour crossing": what lasts is named, and nothing was done
    if abs(value) <= 3 or is_fraction(a) or is_fraction(b):
        return overlap >= 0.5 or (acts and overlap >= _FLOOR)
    odd = _number(a, b)
    if odd >= 2 or (odd >= _ODD and a.sentence[0] != b.sentence[0]):
        return acts or overlap > 0 or what >= 0.8
    alike = acts or a.key == "count" or what >= 1.25
    return overlap >= (_FLOOR if alike else 2 * _FLOOR)


def _comparable(a: Frame, b: Frame, overlap: float, field: Field, what: float) -> bool:
    """Whether two figures with different values may be set against each other."""
    is_close = close(a, b)
    if (_one_sided(a, b, field) and not is_close and not updates.grown(a.figure, b.figure)) or (
        a.sentence[0] == b.sentence[0] and not _refined(a, b) and not succession(a, b)
    ):
        return False
    rounded = is_close and what >= 1.25 and (a.key != "count" or chance.large(a, b))
    if _other_day(a, b) or (not a.acts & b.acts and not ((a.key != "count" and overlap > 0.5) or rounded)):
        return False
    if (a.head and b.head and what < 0.8) or (a.modifiers and b.modifiers and not a.modifiers & b.modifiers):
        return False
    value, other = a.figure.measure.value, b.figure.measure.value
    if value is None or other is None:
        vague = a if value is None else b  # "dozens of children" are a part of the people sooner than all of them
        return overlap >= 0.25 and (what >= 1.25 or vague.head is None or vague.head in words.lemmas("anybody"))
    if relation(a, b) is not Verdict.CONFLICT:
        told = close(a, b) and what >= 0.5 and any(map(words.known, a.acts & b.acts))
        return (
            (told and (overlap >= _FLOOR or what >= 1.25))
            or rounded
            or (_number(a, b) > 0 and (a.key == "count" or overlap >= 0.4))
            or overlap > 0.4
        )
    return _sure(a, b, overlap, field, what)


def _other_day(a: Frame, b: Frame) -> bool:
    """Whether one tells what has come on top, and the other not, or not surely of the same day."""
    if not a.fresh and not b.fresh:
        return False
    return not (a.fresh and b.fresh and a.figure.as_of is not None and a.figure.as_of == b.figure.as_of)


def _sure(a: Frame, b: Frame, overlap: float, field: Field, what: float) -> bool:
    """Whether two numbers that exclude each other are so surely of one thing that an alarm is right."""
    value, other = a.figure.measure.value or 0.0, b.figure.measure.value or 0.0
    if _other_agents(a, b) or min(value, other) <= 0 or max(value, other) / min(value, other) > _FARTHEST:
        return False
    if _side_by_side(a, b, field) or _side_by_side(b, a, field):
        return False
    if a.with_one != b.with_one and abs(value - other) == 1:
        return False  # "seven dead, including the gunman" and six victims: a definition, no contradiction
    if (a.times - field.now) ^ (b.times - field.now) - {*WEEKDAYS} or a.rest or b.rest:
        return False
    told = what >= 1.25 and any(map(words.known, a.acts & b.acts))
    sure = what >= 1.25 and overlap >= _FLOOR if a.key == "count" else overlap >= (0.4 if told else 0.5)
    return sure and a.modifiers == b.modifiers


def _side_by_side(a: Frame, b: Frame, field: Field) -> bool:
    """Whether the sentence of the one gives both numbers, as of two things: "112 votes to 97"."""
    value = b.figure.measure.value
    if a.other_side is not None and a.other_side == value:
        return True
    beside = (one for one in field.neighbours[a.sentence] if one is not a and one.key == b.key)
    return any(one.figure.measure.value == value and not succession(one, a) for one in beside)


def _refined(a: Frame, b: Frame) -> bool:
    """Whether an article may say the one number for the other: "more than 100" above, 123 below; never two bounds."""
    exact = [verdicts.exact(one.figure.measure) for one in (a, b)]
    return exact[0] != exact[1] and relation(a, b) is not Verdict.CONFLICT


def _other_agents(a: Frame, b: Frame) -> bool:
    """Whether the two name those who did it, and name others; a state and its capital may be one."""
    if not a.agents or not b.agents or a.agents & b.agents:
        return False
    return not chance.initials(a.agents, b.agents) and not chance.two_sides(a, b)


@lru_cache(maxsize=4096)
def _not_now(times: frozenset[str], now: frozenset[str]) -> frozenset[str]:
    """The times that are not the event's own, without weekdays."""
    return times.difference(now, WEEKDAYS)


def _one_sided(a: Frame, b: Frame, field: Field) -> bool:
    """Whether one names a month, a year, an earlier or later time ("rose to 12"), and the other the event's or none.

    A weekday counts where the day of the event itself is known.
    """
    idle = () if field.now.intersection(WEEKDAYS) else WEEKDAYS
    return bool(a.times.difference(field.now, idle)) != bool(b.times.difference(field.now, idle))


def _shared_figures(a: Frame, b: Frame, field: Field) -> bool:
    """Whether the two sentences have another figure in common."""
    if len(field.neighbours[a.sentence]) == 1 or len(field.neighbours[b.sentence]) == 1:
        return False
    x, y = (
        {(one.key, one.figure.measure.value) for one in field.neighbours[frame.sentence] if one is not frame}
        for frame in (a, b)
    )
    return any(value is not None for _, value in x & y)
