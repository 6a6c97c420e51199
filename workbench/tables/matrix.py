"""The quantity-by-source matrix: a line a quantity, a cell a source, each with what it states and how that stands."""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from workbench.compare import verdicts
from workbench.model import Article, Figure, FigureKind, Quantity, Verdict, by_article
from workbench.tables import records
from workbench.tables.rows import Row
from workbench.tables.wording import stated

_FIRST = {Verdict.CONFLICT: 0, Verdict.COMPATIBLE: 1, Verdict.AGREE: 2, Verdict.SINGLE_SOURCE: 3}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source states of one quantity: its best statement, the looser ones, how it fits the others'."""

    article_id: str
    text: str
    also: tuple[str, ...]
    verdict: Verdict
    best: Figure
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity: a cell for each source that speaks to it (copies of other articles included), by article_id."""

    quantity: Quantity
    kind: FigureKind
    cells: Mapping[str, Cell]
    questions: int


def read(articles: Iterable[Article], figures: Sequence[Row], quantities: Sequence[Row]) -> list[Line]:
    """The lines of the matrix from the rows of the tables ``figures`` and ``quantities``."""
    by_id = {article.article_id: article for article in articles}
    known = records.figures(figures, by_id)
    copies = {key for key, article in by_id.items() if article.duplicate_of}
    return lines(records.quantities(quantities, known), known.values(), copies=copies)


def lines(
    quantities: Iterable[Quantity],
    figures: Iterable[Figure],
    *,
    copies: Set[str] = frozenset(),
    questioned: Iterable[Sequence[str]] = (),
) -> list[Line]:
    """The lines of the matrix: what most sources speak to first, of those what conflicts, then as the articles have it.

    `figures` are all of the corpus, also those that belong to no quantity; `copies` the articles that repeat another;
    `questioned` the figure_ids of each open question.
    """
    beside = by_article(figures)
    asked = [frozenset(ids) for ids in questioned]
    made = [_line(quantity, beside, copies, asked) for quantity in quantities if quantity.figures]
    return sorted(made, key=lambda line: (-len(line.quantity.sources), _FIRST[line.quantity.verdict], -_size(line)))


def _size(line: Line) -> int:
    return len(line.quantity.figures) if len(line.quantity.sources) > 1 else 0


def _line(
    quantity: Quantity, beside: Mapping[str, Sequence[Figure]], copies: Set[str], asked: Sequence[frozenset[str]]
) -> Line:
    own = by_article(quantity.figures)
    bests = {key: verdicts.best(some) for key, some in own.items()}
    stands = _Stands((best for key, best in bests.items() if key not in copies), verdicts.Moves(quantity.figures))
    cells = {
        key: _cell(some, bests[key], stands.of(bests[key], counted=key not in copies), beside.get(key, ()))
        for key, some in own.items()
    }
    kinds = [figure.kind for figure in quantity.figures if figure.kind is not FigureKind.VAGUE]
    ids = {figure.figure_id for figure in quantity.figures}
    return Line(quantity, kinds[0] if kinds else FigureKind.VAGUE, cells, sum(bool(ids & one) for one in asked))


def _cell(some: Sequence[Figure], best: Figure, stands: Verdict, beside: Sequence[Figure]) -> Cell:
    text = stated(best, beside)
    rest = sorted(some, key=verdicts.rank)
    also = dict.fromkeys(stated(figure, beside) for figure in rest if figure is not best)
    key = best.passage.article_id
    return Cell(key, text, tuple(one for one in also if one != text), stands, best, tuple(some))


class _Stands:
    """How each source's best statement stands to those of the others; those told alike are compared once."""

    def __init__(self, bests: Iterable[Figure], moves: verdicts.Moves) -> None:
        self._moves = moves
        self._alike: dict[Hashable, tuple[Figure, int]] = {}
        for best in bests:
            _, count = self._alike.get(_told(best), (best, 0))
            self._alike[_told(best)] = best, count + 1
        self._known: dict[Hashable, Verdict] = {}

    def of(self, best: Figure, *, counted: bool) -> Verdict:
        """How a best statement stands; `counted` where it is among those that are compared."""
        key = _told(best), counted
        if key not in self._known:
            self._known[key] = self._verdict(best, counted=counted)
        return self._known[key]

    def _verdict(self, best: Figure, *, counted: bool) -> Verdict:
        own = _told(best)
        others = [one for key, (one, count) in self._alike.items() if count - (counted and key == own)]
        if not others:
            return Verdict.SINGLE_SOURCE
        relations = {verdicts.between(best, other, self._moves)[0] for other in others}
        return next((one for one in (Verdict.CONFLICT, Verdict.AGREE) if one in relations), Verdict.COMPATIBLE)


def _told(figure: Figure) -> Hashable:
    return figure.measure, figure.as_of, figure.standing
