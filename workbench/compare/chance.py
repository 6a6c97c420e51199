"""How unlikely it is that two reports of one event have a number in common by chance.

An odd number that two articles give, with one unit and nothing that tells of two things, is of one thing as a rule:
what outlets have many words for is what was done with a sum, or what befell a number of people, not the number.
"""

from workbench.compare import rounded, verdicts, words
from workbench.compare.excluded import close
from workbench.compare.field import Field, distinct
from workbench.compare.frames import Frame
from workbench.compare.measured import is_fraction, same_value
from workbench.compare.times import WEEKDAYS
from workbench.model import Bound

_ODD, _ROUND, _VERY_ODD = 1.5, 1.0, 2.0
_UNIT, _SIZE, _SUM, _COUNTED, _BOUND = 1.0, 1.25, 0.5, 0.5, 0.5
#: What must speak for two counts of one noun: the same people or things, not people of two sorts.
_ONE_NOUN, _SAME_NOUN = 0.8, 1.25
#: The share of words in common that makes up for a round number, and the least for a size.
_SOME, _LITTLE = 0.24, 0.12
#: For a number that no article of the event gives of two things: one past the small ones, a small one, other names.
_LONE, _SMALL, _OTHER_NAMES = 1.5, 1.0, 1.0
_FIRST_ODD = 3  # numbers up to this one say nothing by themselves
_AGAIN = 2.0  # for what a headline repeats
_NEVER = 2.0  # points against two sorts that one number cannot count
_MANY = 1000
_EXACT = 3  # digits by which a size is known again


def points(a: Frame, b: Frame, what: float, overlap: float) -> float:
    """Points for an odd number in common; `what` are those for what the two count or measure.

    None where other acts are told of the two, of other nouns, or of others by name. `overlap` is the share of words
    that their sentences have in common.
    """
    value = a.figure.measure.value
    if value is None or a.sentence[0] == b.sentence[0] or not same_value(a, b) or a.beside or b.beside:
        return 0.0
    odd = distinct(value)
    if odd <= 0 or others(a, b, what):
        return 0.0
    return _counted(a, odd, what, overlap) if a.key == "count" else _summed(a, odd, what, overlap)


def lone(a: Frame, b: Frame, what: float, field: Field) -> float:
    """Points for a number that two articles give, each of one thing only, so that there is nothing to mistake it for.

    None for counts of people of two sorts, or of two sorts of things to which other acts befell.
    """
    value = a.figure.measure.value
    if value is None or a.sentence[0] == b.sentence[0] or not same_value(a, b) or a.beside or b.beside:
        return 0.0
    if abs(value) <= _FIRST_ODD and value == int(value):
        return 0.0
    if is_fraction(a) or is_fraction(b) or {(one.key, one.figure.measure.value) for one in (a, b)} & field.twofold:
        return 0.0
    named = bool(a.subjects and b.subjects and not a.subjects & b.subjects and not initials(a.subjects, b.subjects))
    if not (_one_sort(a, b, what) and not named if a.key == "count" else _one_sum(a, b, what)):
        return 0.0
    if a.key.startswith("measure") and what < 1 and not a.acts & b.acts and not a.words & b.words:
        return 0.0
    return (_LONE if distinct(value) >= 1 else _SMALL) - (_OTHER_NAMES if named else 0.0)


def again(a: Frame, b: Frame, what: float, overlap: float, field: Field) -> float:
    """Points for a number that a headline or caption gives and its article's text again, of one thing only."""
    value = a.figure.measure.value
    if a.sentence[0] != b.sentence[0] or verdicts.is_short(a.figure) == verdicts.is_short(b.figure):
        return 0.0
    if value is None or not same_value(a, b) or (abs(value) <= _FIRST_ODD and value % 1 == 0):
        return 0.0
    if is_fraction(a) or is_fraction(b) or (a.key, value) in field.twofold or a.beside or b.beside:
        return 0.0
    told = any(map(words.known, a.acts & b.acts)) or words.akin(a.acts, b.acts)
    if told or what > 1:
        return _AGAIN
    once = a.figure.figure_id not in field.repeated
    return _AGAIN if once and what >= 0 and overlap >= _LITTLE and not (_named(a) and _named(b)) else 0.0


def rounding(a: Frame, b: Frame, what: float, field: Field) -> float:
    """Points for two numbers of which one is the other told less exactly, and no other number near could be meant.

    `what` are the points for what the two count or measure.
    """
    one, two = a.figure, b.figure
    if a.sentence[0] == b.sentence[0] or not rounded.near(one.measure, two.measure):
        return 0.0
    if {one.figure_id, two.figure_id} & field.crowded or _told_apart(a, b, field):
        return 0.0
    told = any(map(words.known, a.acts & b.acts)) or words.akin(a.acts, b.acts)
    if not told and _named(a) and _named(b):
        return 0.0  # homes destroyed and homes damaged
    if a.key == "count":
        sort = what >= _ONE_NOUN and _one_sort(a, b, what)
        return _LONE if sort and (told or what >= _SAME_NOUN or close(a, b)) else 0.0
    return _LONE if _one_sum(a, b, what) and (told or what > 1) else 0.0


def _told_apart(a: Frame, b: Frame, field: Field) -> bool:
    """Whether two numbers are of a rest or an addition, or of others by name, by their sort or by their time."""
    if any(one.beside or one.rest for one in (a, b)) or a.fresh != b.fresh:
        return True
    if a.subjects and b.subjects and not a.subjects & b.subjects and not initials(a.subjects, b.subjects):
        return True
    if a.modifiers and b.modifiers and not a.modifiers & b.modifiers and not a.acts & b.acts:
        return True
    return bool((a.times ^ b.times) - field.now - {*WEEKDAYS, "later"})


def _one_sort(a: Frame, b: Frame, what: float) -> bool:
    """Whether two counts may be of one sort: alike by their nouns, or by their acts where nouns say little."""
    told = bool(a.acts & b.acts) or words.akin(a.acts, b.acts)
    if what > 0:
        return told or what >= _SAME_NOUN or not (_named(a) and _named(b))
    return what > -_NEVER and (told or (what == 0 and not (a.head and b.head) and not (_named(a) and _named(b))))


def _one_sum(a: Frame, b: Frame, what: float) -> bool:
    """Whether two sums, shares, times or sizes may be of one thing: by their nouns, and by what was done."""
    heads = [frame.head for frame in (a, b) if frame.head not in words.lemmas("carrying") | words.lemmas("sumless")]
    if all(heads) and len(heads) > 1 and what <= 0 and a.head not in b.modifiers and b.head not in a.modifiers:
        return False
    if a.acts & b.acts or words.akin(a.acts, b.acts) or not (_named(a) and _named(b)):
        return True
    granting = words.lemmas("granting")
    return what > 1 or bool(a.key.startswith("money") and a.acts & granting and b.acts & granting)


def _named(frame: Frame) -> bool:
    return any(map(words.known, frame.acts))


def _summed(a: Frame, odd: float, what: float, overlap: float) -> float:
    measure = a.key.startswith("measure")
    told = what >= 0 if measure else what > 0 or (a.key == "percent" and overlap >= _SOME)
    if odd < _ROUND or not told:
        return 0.0
    if measure:
        exact = verdicts.digits(a.figure.measure.value or 0.0) >= _EXACT
        return _SIZE if exact or overlap >= _LITTLE or what >= _SAME_NOUN else 0.0
    if odd >= _ODD:
        return _UNIT
    return _SUM if a.key.startswith("money") and overlap >= _SOME else 0.0


def _counted(a: Frame, odd: float, what: float, overlap: float) -> float:
    if odd >= _ODD and what >= _ONE_NOUN:
        return _COUNTED
    told = what >= _SAME_NOUN and a.head not in words.lemmas("anybody") and overlap > 0
    return _COUNTED if told or (odd >= _VERY_ODD and what >= 0) else 0.0


def others(a: Frame, b: Frame, what: float = 0.0) -> bool:
    """Whether the two are told of others by name, or acts are told of them that are two things.

    An act that the lexicon does not know says little of two that are counted with one noun, as `what` tells.
    """
    if a.subjects and b.subjects and not a.subjects & b.subjects:
        return not two_sides(a, b) and not initials(a.subjects, b.subjects)
    if a.acts & b.acts or words.akin(a.acts, b.acts) or not a.acts or not b.acts or a.key.startswith("measure"):
        return False
    named, other = ({act for act in one.acts if words.known(act)} for one in (a, b))
    loose = a.key == "count" and what >= _SAME_NOUN
    return bool((named and other) or (not loose and (named | other) - words.lemmas("transfers")))


def large(a: Frame, b: Frame) -> bool:
    """Whether so many of one specific sort are counted that one number is sooner the other rounded than another."""
    if a.head in words.lemmas("anybody") or others(a, b, _SAME_NOUN):
        return False
    return min(a.figure.measure.value or 0, b.figure.measure.value or 0) >= _MANY


def two_sides(a: Frame, b: Frame) -> bool:
    """Whether the two tell one deal from its two sides: A sells to B for as much as B buys from A."""
    if a.acts & b.acts or not words.akin(a.acts, b.acts) or not a.key.startswith("money"):
        return False
    one, two = (frame.agents or frame.subjects for frame in (a, b))
    return bool(one & b.words and two & a.words)


def initials(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a name of the one is made of the first letters of the names of the other: "WHO", "World Health ...".

    >>> initials(frozenset({"who"}), frozenset({"world", "healt", "organ"})), initials(frozenset({"al"}), frozenset())
    (True, False)
    """
    return any(
        len(name) > 1 and sorted(name) == sorted(one[0] for one in others)
        for names, others in ((a, b), (b, a))
        for name in names
        if others
    )


def bounds(a: Frame, b: Frame) -> float:
    """Points for one number with one bound in two articles: "up to 800" is seldom said of two things."""
    one, two = a.figure.measure, b.figure.measure
    loose = one.bound not in (None, Bound.EXACT, Bound.ABOUT)
    return _BOUND if loose and one == two and a.sentence[0] != b.sentence[0] and not others(a, b) else 0.0
