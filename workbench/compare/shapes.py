"""Figures that are told alike: what is found of two of them holds for every two like these.

Hundreds of articles give a few facts in few forms, copied from one another. Two frames are of one shape where nothing
that their comparison looks at tells them apart but where they stand; so each two shapes are compared once.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.compare import verdicts
from workbench.compare.excluded import apart, relation
from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.compare.likeness import enough, likeness
from workbench.compare.times import WEEKDAYS
from workbench.model import Standing, Verdict

#: Same values are linked first, then compatible ones, conflicts last: so a conflict is one between settled groups.
_ORDER = {Verdict.AGREE: 0, Verdict.COMPATIBLE: 1, Verdict.CONFLICT: 2}

CONFLICTS = _ORDER[Verdict.CONFLICT]

#: The order, the points negated, and two places.
Link = tuple[int, float, int, int]
_Pair = tuple[int, int, int]


class Shapes:
    """The frames of a corpus by place, compared as if each shape stood there once."""

    def __init__(self, framed: Sequence[Frame], field: Field) -> None:
        shapes: dict[Hashable, int] = {}
        self._framed, self._field = framed, field
        self._of = [shapes.setdefault(_shape(frame, field), len(shapes)) for frame in framed]
        articles: dict[str, int] = {}
        sentences: dict[tuple[str, int], int] = {}
        self._article = [articles.setdefault(frame.sentence[0], len(articles)) for frame in framed]
        self._sentence = [sentences.setdefault(frame.sentence, len(sentences)) for frame in framed]
        self._links: dict[_Pair, tuple[int, float] | None] = {}
        self._apart: dict[_Pair, bool] = {}

    def links(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Link]:
        """The pairs of places that measure one thing, each with how soon it is to be linked, smaller first."""
        of, known, article, sentence = self._of, self._links, self._article, self._sentence
        for one, two in pairs:
            pair = of[one], of[two], (article[one] == article[two]) + (sentence[one] == sentence[two])
            try:
                link = known[pair]
            except KeyError:
                link = known[pair] = self._link(self._framed[one], self._framed[two])
            if link is not None:
                yield (*link, one, two)

    def _link(self, a: Frame, b: Frame) -> tuple[int, float] | None:
        points = likeness(a, b, self._field)
        if points <= 0:
            return None
        stands = relation(a, b)
        return (_ORDER[stands], -points) if enough(a, b, points, stands) else None

    def apart_as_told(self, one: int, two: int) -> bool:
        """Whether two are ruled out only by the places or weekdays that their sentences name: a country and a town."""
        x, y = self._framed[one], self._framed[two]
        bare = replace(x, places=frozenset(), times=x.times.difference(WEEKDAYS))
        return bare != x and not apart(bare, y, self._field)

    def apart(self, one: int, two: int) -> bool:
        """Whether something rules out that two places measure one thing."""
        near = (self._article[one] == self._article[two]) + (self._sentence[one] == self._sentence[two])
        pair = self._of[one], self._of[two], near
        if pair not in self._apart:
            self._apart[pair] = apart(self._framed[one], self._framed[two], self._field)
        return self._apart[pair]


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
        frame.subjects,
        frame.times,
        frame.places,
        frame.bearer,
        frame.other_side,
        frame.part,
        frame.beside,
        frame.with_one,
        frame.fresh,
        frame.rest,
        frame.remains and (frame.remains, frame.sentence[0] in field.dead),
        bool(frame.doubt),
        frame.outlook,
        field.sizes.get(figure.figure_id),
        figure.figure_id in field.crowded,
        figure.figure_id in field.repeated,
        verdicts.is_short(figure),
        beside,
    )
