"""Figures that are told alike: what is found of two of them holds for every two like these.

Hundreds of articles give a few facts in few forms, copied from one another. Two frames are of one shape where nothing
that their comparison looks at tells them apart but where they stand; so each two shapes are compared once.
"""

from collections.abc import Hashable, Sequence

from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.compare.likeness import apart, enough, likeness, relation
from workbench.model import Standing, Verdict

#: Same values are linked first, then compatible ones, conflicts last: so a conflict is one between settled groups.
_ORDER = {Verdict.AGREE: 0, Verdict.COMPATIBLE: 1, Verdict.CONFLICT: 2}

CONFLICTS = _ORDER[Verdict.CONFLICT]

Link = tuple[int, float]
_Pair = tuple[int, int, int]


class Shapes:
    """The frames of a corpus by place, compared as if each shape stood there once."""

    def __init__(self, framed: Sequence[Frame], field: Field) -> None:
        known: dict[Hashable, int] = {}
        self._framed, self._field = framed, field
        self._of = [known.setdefault(_shape(frame, field), len(known)) for frame in framed]
        self._links: dict[_Pair, Link | None] = {}
        self._apart: dict[_Pair, bool] = {}

    def link(self, one: int, two: int) -> Link | None:
        """How soon two places are to be linked, smaller first, where they measure one thing: ``(order, -points)``."""
        pair = self._pair(one, two)
        if pair not in self._links:
            a, b = self._framed[one], self._framed[two]
            points = likeness(a, b, self._field)
            fits = points > 0 and enough(a, b, points)
            self._links[pair] = (_ORDER[relation(a, b)], -points) if fits else None
        return self._links[pair]

    def apart(self, one: int, two: int) -> bool:
        """Whether something rules out that two places measure one thing."""
        pair = self._pair(one, two)
        if pair not in self._apart:
            self._apart[pair] = apart(self._framed[one], self._framed[two], self._field)
        return self._apart[pair]

    def _pair(self, one: int, two: int) -> _Pair:
        a, b = self._framed[one].sentence, self._framed[two].sentence
        return self._of[one], self._of[two], (a[0] == b[0]) + (a == b)


def _shape(frame: Frame, field: Field) -> Hashable:
    """All that the comparison of a frame looks at, besides its place: its own words and the figures beside it."""
    figure = frame.figure
    beside = frozenset(
        (one.key, one.figure.measure.value, one.figure.standing is Standing.EARLIER)
        for one in field.neighbours[frame.sentence]
        if one is not frame
    )
    return (
        frame.key,
        frame.head,
        figure.measure,
        figure.standing,
        figure.as_of,
        frame.words,
        frame.modifiers,
        frame.acts,
        frame.result,
        frame.agents,
        frame.times,
        frame.places,
        frame.bearer,
        frame.other_side,
        frame.part,
        frame.beside,
        frame.with_one,
        frame.fresh,
        frame.rest,
        bool(frame.doubt),
        field.sizes.get(figure.figure_id),
        beside,
    )
