"""Whether two figures count or measure the same sort of thing, by their nouns, their acts and their values."""

from workbench.compare import rounded, scales, words
from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.model import FigureKind

#: What may be said of anything that has a size: it says nothing of what the size is of.
_WAYS = frozenset({"rise", "fall"})


def same_value(a: Frame, b: Frame) -> bool:
    """Whether both name one number, whatever their bounds."""
    one, two = a.figure.measure, b.figure.measure
    if one.value is None:
        return two.value is None and one.high is not None and (one.low, one.high) == (two.low, two.high)
    if one.unit == two.unit:
        return one.value == two.value
    if not one.unit or not two.unit:
        return one.value == two.value or scales.same(one, two)
    return _in_other_units(a, b)


def _in_other_units(a: Frame, b: Frame) -> bool:
    one, two = a.figure.measure, b.figure.measure
    return scales.same(one, two) or (one.value == two.value and scales.family(one.unit) != scales.family(two.unit))


def points_for(a: Frame, b: Frame, field: Field) -> float:
    """Points for what is counted or measured; -2 and less where it cannot be the same."""
    if a.result & b.acts or b.result & a.acts or not a.head or not b.head or a.key == "size" or _one_way(a, b):
        return _unnamed(a, b)
    related = words.related(a.head, b.head) or _named_so(a, b) or _named_so(b, a)
    if related or frozenset((a.head, b.head)) in field.alike:
        return 1.5 if related else 1.25
    posts, anybody = words.lemmas("posts"), words.lemmas("anybody")
    people = [words.person(one.head or "") or (one.head in posts) for one in (a, b)]
    if all(people):
        return 0.8 if {a.head, b.head} & (anybody | posts) else 0.0
    if _did(a, b) or _did(b, a):
        return 0.8
    if a.key != "count":
        told = same_value(a, b) and any(map(words.known, (a.acts & b.acts) - _WAYS))
        return -0.5 if of_act(a) and not told else 0.0
    alike = same_value(a, b) or rounded.near(a.figure.measure, b.figure.measure)
    return -3.0 if any(people) else -1.0 if alike else -2.0


def _one_way(a: Frame, b: Frame) -> bool:
    """Whether one names only that something rose or fell by a share, and so did what the other names: a raise, pay."""
    if a.key != "percent" or not a.acts & b.acts & _WAYS:
        return False
    return any(not words.acts(frame.head or "").isdisjoint(_WAYS) for frame in (a, b))


def _did(a: Frame, b: Frame) -> bool:
    """Whether one counts what the persons of the other did: "41 votes" and "41 members voted", signatures, entries."""
    if a.key != "count" or a.head is None or words.person(a.head) or not words.person(b.head or ""):
        return False
    return words.names_act(a.head) and not words.acts(a.head).isdisjoint(b.acts)


def _befell(a: Frame, b: Frame) -> float:
    """Points where one counts with a noun those whom the act of the other befell: "12 deaths" and "12 were killed"."""
    if a.result and b.result and not a.result & b.result:
        return -3.0  # "12 deaths" and "300 cases" of one outbreak
    counted = {one.head for one in (a, b) if one.head}
    return 1.25 if same_value(a, b) or counted <= words.lemmas("anybody") else 0.0


def _unnamed(a: Frame, b: Frame) -> float:
    """Points where one of the two names nothing that it counts or measures, or only what befell those counted."""
    if a.result & b.acts or b.result & a.acts:
        return _befell(a, b)
    if any(one.head and not two.head and words.acts(one.head) & two.acts for one, two in ((a, b), (b, a))):
        return 1.25  # "210 mm of rain" and "it rained 210 mm"
    if a.key != "count":
        return 0.5
    return 0.8 if _bare_people(a, b) else 0.0


def _bare_people(a: Frame, b: Frame) -> bool:
    """Whether a number without a noun counts people, as its act says, and the other people too: "kills nine"."""
    if not any(words.of_people(act) for act in a.acts & b.acts):
        return False
    return all(not one.head or words.person(one.head) for one in (a, b))


def _named_so(a: Frame, b: Frame) -> bool:
    """Whether one counts with a noun what the other has before it: Danes and Danish citizens, crew and crew members."""
    if a.head is None or b.head not in words.lemmas("anybody") | words.lemmas("sizes") | {"member"}:
        return False
    return any(words.related(a.head, word) or words.name(a.head) == words.name(word) for word in b.modifiers)


def is_fraction(frame: Frame) -> bool:
    """Whether a number is a fraction or a multiple: half, a third, twice, which many things are."""
    return frame.figure.kind in (FigureKind.FRACTION, FigureKind.MULTIPLE)


def of_act(frame: Frame) -> bool:
    """Whether a figure depends on what was done: an age or a distance is the same whatever its bearer does."""
    return frame.key == "count" or frame.key.startswith(("money", "percent", "fraction"))
