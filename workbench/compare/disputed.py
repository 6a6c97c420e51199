"""Numbers in dispute: what two sources of one article say of one thing, each its own number.

"Unions claimed that 80,000 had turned out; police put the crowd at 25,000." An article that tells both contradicts
nobody, but the two numbers are of one quantity, and its sources do not agree.
"""

from collections.abc import Iterator, Sequence, Set

from workbench.compare import words
from workbench.compare.frames import Frame
from workbench.compare.scales import into
from workbench.compare.times import WEEKDAYS
from workbench.model import Standing

#: The article that tells of a dispute, what can be compared, and the two values that its sources give for one thing.
Dispute = tuple[str, str, frozenset[float | None]]

_BACK = 3  # figures between the two, at most
_NEAR = 400  # characters from the start of the one sentence to that of the other, at most
_FARTHEST = 30.0  # times that the one number is the other, at most


def find(framed: Sequence[Frame]) -> Iterator[tuple[int, int]]:
    """The places of each two frames that are in dispute; the frames are in the order of their articles and texts."""
    for two, frame in enumerate(framed):
        for one in range(max(0, two - _BACK), two):
            if disputed(framed[one], frame) and not (
                _says_both(framed, two, framed[one]) or _says_both(framed, one, frame)
            ):
                yield one, two


def _says_both(framed: Sequence[Frame], at: int, other: Frame) -> bool:
    """Whether the source of a number gives the other in the same sentence: three of the trust's five hospitals."""
    near = (one for one in framed[max(0, at - _BACK) : at + _BACK + 1] if one.sentence == framed[at].sentence)
    source = framed[at].figure.speaker or framed[at].told_by
    return any(
        one.key == other.key
        and one.figure.measure.value == other.figure.measure.value
        and (one.figure.speaker or one.told_by) == source
        and one is not other
        for one in near
    )


def dispute(a: Frame, b: Frame) -> Dispute:
    """By what a dispute is known in the article of the first: its key and the two values."""
    return a.sentence[0], a.key, frozenset((a.figure.measure.value, b.figure.measure.value))


def told(a: Frame, b: Frame, disputes: Set[Dispute]) -> bool:
    """Whether the article of one of the two tells of a dispute over these numbers; what others tell says nothing.

    Elsewhere 60 and 15 may be of two things.
    """
    return dispute(a, b) in disputes or dispute(b, a) in disputes


def disputed(a: Frame, b: Frame) -> bool:
    """Whether two sources, named close to each other in one article, give two numbers for one thing."""
    if a.sentence[0] != b.sentence[0] or a.key != b.key or abs(a.sentence[1] - b.sentence[1]) > _NEAR:
        return False
    return _two_sources(a, b) and _far_enough(a, b) and _plain(a, b) and _one_thing(a, b)


def _two_sources(a: Frame, b: Frame) -> bool:
    """Whether each number has a source of its own, or one is put against what the article tells itself."""
    one, two = (frame.figure.speaker or frame.told_by for frame in (a, b))
    if one and two:
        return one.lower() != two.lower()
    return bool(a.told_by or b.told_by) and _acts(a) & _acts(b) != frozenset()


def _far_enough(a: Frame, b: Frame) -> bool:
    """Whether the two numbers cannot both be true, and are of one size nevertheless."""
    x, y = a.figure.measure, into(b.figure.measure, a.figure.measure.unit)
    if x.value is None or y.value is None or a.figure.implied or b.figure.implied or x.unit != y.unit:
        return False
    few, many = sorted((x.value, y.value))
    return 0 < few < many <= _FARTHEST * few


def _plain(a: Frame, b: Frame) -> bool:
    """Whether neither is a part, a rest, an addition or an earlier count, and both are of one time and place."""
    if any(one.part or one.beside or one.rest or one.fresh or one.remains or one.doubt for one in (a, b)):
        return False
    if Standing.EARLIER in (a.figure.standing, b.figure.standing) or a.other_side or b.other_side or a.side != b.side:
        return False
    x, y = ({*one.times} - {*WEEKDAYS, "later"} for one in (a, b))
    same_time = not (x ^ y) or a.sentence == b.sentence
    return same_time and not (a.places and b.places and not a.places & b.places)


def _one_thing(a: Frame, b: Frame) -> bool:
    """Whether one act is told of both and one sort counted; or the one says neither: "the airport said it was 60"."""
    anybody = {None, *words.lemmas("anybody")} if a.key == "count" else {None}
    if any(one.head in anybody and not _says_more(one) for one in (a, b)):
        if a.key != "count":
            return a.key.startswith(("percent", "money"))  # a time without its act is of anything
        return None in (a.head, b.head) or all(one.head in anybody or words.person(one.head or "") for one in (a, b))
    if not _acts(a) & _acts(b) and not words.akin(_acts(a), _acts(b)):
        bare = all(one.told_by and not _acts(one) for one in (a, b))  # "she spoke of 900 pickets, the firm counted 600"
        return bare and a.head == b.head and a.modifiers == b.modifiers
    if a.modifiers and b.modifiers and not a.modifiers & b.modifiers:
        return False
    if not a.head or not b.head or words.related(a.head, b.head):
        return True
    people = all(words.person(head) for head in (a.head, b.head))
    return people and bool({a.head, b.head} & words.lemmas("anybody"))


def _says_more(frame: Frame) -> bool:
    """Whether something is told of those counted, besides who gives their number."""
    return bool(_acts(frame) if frame.told_by else frame.acts or not frame.figure.speaker)


def _acts(frame: Frame) -> frozenset[str]:
    """The acts told of what is counted, but for the one that its own noun would be: a hospital is no stay in one."""
    own = words.acts(frame.head) if frame.head else frozenset()
    return frozenset(act for act in frame.acts - own if words.known(act))
