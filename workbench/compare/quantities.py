"""Figures of many articles to quantities: what is measured, what each article says of it, and whether they agree.

``group`` makes a frame of each figure, links the frames that measure one thing, strongest links first, and never links
what something rules out. It is the same whatever the order of the articles.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from workbench.compare import checks, disputed, rounded, scales, sums, verdicts, words
from workbench.compare.field import Field
from workbench.compare.frames import Frame, frames
from workbench.compare.regroup import quantity_of
from workbench.compare.shapes import CONFLICTS, Shapes
from workbench.compare.unique import labels
from workbench.language import Parsed
from workbench.model import Check, Figure, FigureKind, FigurePair, Quantity, Relation, Standing, Verdict

#: Blocks up to this size are compared all with all; in larger ones each frame meets some, so that cost stays linear.
_WHOLE_BLOCK = 60
_MET = 12
#: So many members of a group are asked whether something rules out a merge.
_ASKED = 8
#: So many pairs of a quantity are written in full; beyond, each figure is paired with the first of each other value.
_PAIRS = 2000


@dataclass(frozen=True, slots=True)
class Comparison:
    """The quantities that the figures of a corpus measure, their pairs across articles, sums and questions."""

    quantities: tuple[Quantity, ...] = ()
    pairs: tuple[FigurePair, ...] = ()
    relations: tuple[Relation, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures by figure_id, with what was learnt of them: their standing, their day."""
        return {figure.figure_id: figure for one in self.quantities for figure in one.figures}

    @property
    def quantity_of(self) -> dict[str, str]:
        """quantity_id by figure_id."""
        return {figure.figure_id: one.quantity_id for one in self.quantities for figure in one.figures}


def group(figures: Sequence[Figure], parsed: Sequence[Parsed]) -> Comparison:
    """Group figures into quantities, with verdicts, the pairs across articles and the sums among them.

    `parsed` are the parses of the figures' articles; a figure without one is read by the extractor's words alone. An
    article that repeats another (``duplicate_of``) is grouped but counts as no source.
    """
    copies = {one.article.article_id for one in parsed if one.article.duplicate_of is not None}
    ordered = sorted(figures, key=lambda figure: (figure.passage.article_id, figure.passage.start, figure.implied))
    framed = [frame for frame in frames(verdicts.meant(ordered), parsed) if frame.figure.kind is not FigureKind.ORDINAL]
    field = Field.of(framed)
    groups = _grouped(framed, field)
    named = zip(groups, labels(groups), strict=True)
    quantities = tuple(_quantity(members, called, copies) for members, called in named)
    pairs = tuple(pair for quantity in quantities for pair in pairs_of(quantity, copies))
    stated = [frame for frame in framed if not frame.doubt]
    relations = tuple(sums.relations(stated, quantities, sentences_of(parsed)))
    names = {one.article.article_id: one.article.name for one in parsed}
    asked = tuple(checks.checks(framed, field, quantities, relations, names))
    return Comparison(quantities, pairs, relations, asked)


def sentences_of(parsed: Sequence[Parsed]) -> dict[tuple[str, int], str]:
    """The text of each sentence, by its article and start."""
    return {
        (one.article.article_id, part.start + sentence.start_char): sentence.text
        for one in parsed
        for part in one.parts
        for sentence in part.doc.sents
    }


def _grouped(framed: Sequence[Frame], field: Field) -> list[list[Frame]]:
    """The frames in groups, each group and the list of them in the order of the articles and their text."""
    shapes = Shapes(framed, field)
    contested = list(disputed.find(framed))
    disputes = {disputed.dispute(framed[one], framed[two]) for one, two in contested}
    links = [*shapes.links(set(_candidates(framed, field))), *((CONFLICTS, 0.0, one, two) for one, two in contested)]
    of = list(range(len(framed)))
    groups = {
        at: _Group(
            [at],
            {frame.figure.measure.value},
            {frame.sentence[0]: [frame]},
            [frame.figure],
            set() if frame.remains else {frame.figure.measure.value},
        )
        for at, frame in enumerate(framed)
    }
    refused: set[tuple[int, int, int, int, bool]] = set()  # groups as they were, by their firsts and sizes
    for verdict, _, one, two in sorted(links):
        x, y = sorted((of[one], of[two]))
        if x == y:
            continue
        asked = (x, y, len(groups[x].members), len(groups[y].members), verdict == CONFLICTS)
        if asked in refused or not _may_merge(
            framed, groups[x], groups[y], shapes, disputes, conflict=verdict == CONFLICTS
        ):
            refused.add(asked)
            continue
        if len(groups[x].members) < len(groups[y].members):
            x, y = y, x
        for at in groups[y].members:
            of[at] = x
        groups[x].take(groups.pop(y))
    found = sorted(sorted(one.members) for one in groups.values())
    return [[framed[at] for at in some] for some in found]


@dataclass(slots=True)
class _Group:
    """A quantity in the making: its frames by place, their values, and the frames of each article."""

    members: list[int]
    values: set[float | None]
    by_article: dict[str, list[Frame]]
    told: list[Figure]  # one figure of each value, standing and day
    whole: set[float | None]  # the values of those that are no count of bodies

    def vouches(self, frame: Frame) -> bool:
        """Whether it says of the dead what a frame says of bodies, which then rules nothing out."""
        return frame.remains and frame.figure.measure.value in self.whole

    def take(self, other: "_Group") -> None:
        """Add the frames of another group."""
        self.members += other.members
        self.values |= other.values
        self.whole |= other.whole
        known = {(one.measure.value, one.standing, one.as_of) for one in self.told}
        self.told += [one for one in other.told if (one.measure.value, one.standing, one.as_of) not in known]
        for article_id, some in other.by_article.items():
            self.by_article.setdefault(article_id, []).extend(some)


def _candidates(framed: Sequence[Frame], field: Field) -> Iterator[tuple[int, int]]:
    """Pairs worth a look, by place: of one key with one value or near it, under one act, or with one noun."""
    blocks: dict[tuple[str, str], list[int]] = {}
    for at, frame in enumerate(framed):
        value = frame.figure.measure.value
        if value is not None:
            for point in scales.points(frame.figure.measure) or (value,):
                blocks.setdefault((frame.key, f"={point}"), []).append(at)
        nouns = (f"#{frame.head}", *(f"#{kind}" for kind in words.kinds(frame.head))) if frame.head else ()
        rough = () if frame.figure.figure_id in field.crowded else rounded.bands(frame)
        for word in {*frame.acts, *nouns, *rough}:
            blocks.setdefault((frame.key, word), []).append(at)
    for block in blocks.values():
        if len(block) <= _WHOLE_BLOCK:
            yield from combinations(block, 2)
            continue
        for place, two in enumerate(block):
            for one in (*block[: min(place, _MET)], *block[max(place - _MET, _MET) : place]):
                yield one, two


def _may_merge(
    framed: Sequence[Frame], a: _Group, b: _Group, shapes: Shapes, disputes: Set[disputed.Dispute], *, conflict: bool
) -> bool:
    """Whether two groups that a pair links may be one.

    Nothing rules it out, no article says two things but as those of two sources (`disputes`), and no conflict comes in
    but by a link that is one itself.
    """
    moves = verdicts.Moves((*a.told, *b.told))
    moved = _has_moved(a, b) or _has_moved(b, a)
    for one in a.members[:_ASKED]:
        for two in b.members[:_ASKED]:
            x, y = framed[one], framed[two]
            vouched = a.vouches(x) or b.vouches(y)
            ruled_out = not vouched and shapes.apart(one, two) and not disputed.told(x, y, disputes)
            if ruled_out and not (moved and shapes.apart_as_told(one, two)):
                return False
            heard = x.figure.measure.value in b.values or y.figure.measure.value in a.values
            if _clashes(x, y, moves) and not (conflict or heard):
                return False
    few, many = sorted((a.by_article, b.by_article), key=len)
    return not any(
        _clashes(x, y, moves) and not disputed.told(x, y, disputes)
        for article_id in few.keys() & many.keys()
        for x in few[article_id]
        for y in many[article_id]
    )


def _has_moved(a: _Group, b: _Group) -> bool:
    """Whether an article says that what the one counts was what the other counts before: 41, up from 37."""
    return any(
        one.figure.standing is Standing.EARLIER
        and any(other.figure.standing is Standing.UPDATE for other in b.by_article.get(article_id, ()))
        for article_id, some in a.by_article.items()
        for one in some
    )


def _clashes(x: Frame, y: Frame, moves: verdicts.Moves) -> bool:
    return verdicts.between(x.figure, y.figure, moves)[0] is Verdict.CONFLICT


def _quantity(members: Sequence[Frame], called: str, copies: set[str]) -> Quantity:
    figures = [frame.figure for frame in members]
    return quantity_of(f"q:{figures[0].figure_id}", called, figures, copies)


def pairs_of(quantity: Quantity, copies: Set[str]) -> Iterator[FigurePair]:
    """Every two figures of two articles that the quantity holds, and how they stand; `copies` are left out."""
    moves = verdicts.Moves(quantity.figures)
    own = [figure for figure in quantity.figures if figure.passage.article_id not in copies]
    pairs: Iterable[tuple[Figure, Figure]] = combinations(own, 2)
    if len(own) * (len(own) - 1) // 2 > _PAIRS:
        firsts = list({figure.measure: figure for figure in reversed(own)}.values())
        pairs = ((first, figure) for figure in own for first in firsts if first is not figure)
    for a, b in pairs:
        if a.passage.article_id != b.passage.article_id:
            verdict, reason = verdicts.between(a, b, moves)
            if verdict is Verdict.CONFLICT and a.as_of and b.as_of:
                reason += f", as of {a.as_of}" if a.as_of == b.as_of else f", as of {a.as_of} and {b.as_of}"
            yield FigurePair(quantity.quantity_id, a.figure_id, b.figure_id, verdict, reason)
