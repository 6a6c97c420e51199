"""What a view of quantities works on: the comparison, and the matrix of it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench import charts
from workbench.citing import place, sources
from workbench.markup import Html
from workbench.model import Figure, Mention, Passage, Quantity
from workbench.review import Reviewed
from workbench.tables import frames, matrix, records
from workbench.tables import rows as to_rows
from workbench.views import narrow, picture
from workbench.views.quantity_state import SEPARATOR

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: What needs the analyst first.
VERDICT_ORDER = ("conflict", "compatible", "agree", "single-source")
_FIXED = (
    "quantity",
    "unit",
    "kind",
    "verdict",
    "sources",
    "origins",
    "low",
    "best",
    "high",
    "statements",
    "names",
    "text",
)


@dataclass(frozen=True)
class Measured:
    """The quantities of `corpus`: records, lines of the matrix, the frame. Each is made once."""

    corpus: "Corpus"
    _cache: dict[Any, Html] = field(default_factory=dict, init=False, repr=False, compare=False)
    _places: dict[Passage, place.Place] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def sources(self) -> sources.Sources:
        """What the sources are called and how they are coloured."""
        return sources.of(self.corpus.documents)

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of the frame for each article, in the order of the corpus."""
        return sources.columns(self.sources.names, _FIXED)

    @cached_property
    def column_of(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return {self.sources.names[key]: column for key, column in self.columns.items()}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure, by its id."""
        articles = {article.article_id: article for article in self.corpus.documents}
        return records.figures(self.corpus.rows("figures"), articles)

    @cached_property
    def copies(self) -> frozenset[str]:
        """The articles that repeat another."""
        return frozenset(article.article_id for article in self.corpus.documents if article.duplicate_of)

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """The quantities, by id."""
        read = records.quantities(self.corpus.rows("quantities"), self.figures)
        return {one.quantity_id: one for one in read}

    @cached_property
    def relations(self) -> list[dict[str, Any]]:
        """Sums, parts and totals, tensions."""
        return self.corpus.rows("relations")

    @cached_property
    def questions(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """What the analyst should look at: an expression (or nothing), what is asked, and the figures it is about."""
        gone = self._answered
        asked = [(r["expression"], r["note"], tuple(r["figure_ids"])) for r in self.relations if not r["holds"]]
        asked = [one for one in asked if frozenset(one[2]) not in gone]
        known = {frozenset(ids) for _, _, ids in asked}
        checks = [("", check.message, check.figure_ids) for check in self.corpus.comparison.checks]
        return [*asked, *(check for check in checks if check[2] and frozenset(check[2]) not in known)]

    @property
    def _answered(self) -> set[frozenset[str]]:
        """The figures of the questions that an analyst rejected."""
        if not isinstance(self.corpus, Reviewed):
            return set()
        raw, left = self.corpus.layers.compared.comparison.checks, self.corpus.comparison.checks
        return {frozenset(check.figure_ids) for check in raw if check not in left}

    @cached_property
    def reasons(self) -> dict[frozenset[str], tuple[str, str]]:
        """What two figures of two articles are to each other, and why, by the ids of both."""
        rows = self.corpus.rows("figure_pairs")
        return {frozenset((row["figure_a"], row["figure_b"])): (row["relation"], row["reason"]) for row in rows}

    @cached_property
    def lines(self) -> dict[str, matrix.Line]:
        """The lines of the matrix, in its order, by quantity_id."""
        made = matrix.lines(
            self.quantities.values(),
            self.figures.values(),
            copies=self.copies,
            questioned=[ids for _, _, ids in self.questions],
        )
        return {line.quantity.quantity_id: line for line in made}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The matrix as a DataFrame: a row a quantity (by quantity_id), a column a source, None where it is silent."""
        columns = (*_FIXED[:4], *self.columns.values(), *_FIXED[4:])
        index = pd.Index(list(self.lines), dtype="object", name="quantity_id")
        rows = [self._row(line) for line in self.lines.values()]
        return narrow.built(rows, columns, index, integer=("sources", "statements"), number=("low", "best", "high"))

    @cached_property
    def having(self) -> dict[str, int]:
        """How many quantities each source speaks to, by its column."""
        counts = Counter(key for line in self.lines.values() for key in line.cells)
        return {column: counts[key] for key, column in self.columns.items()}

    def _row(self, line: matrix.Line) -> dict[str, Any]:
        one = line.quantity
        said = {self.columns[key]: cell.text for key, cell in line.cells.items()}
        return {
            **said,
            "quantity": one.label,
            "unit": one.unit,
            "kind": line.kind.value,
            "verdict": one.verdict.value,
            "sources": len(one.sources),
            "origins": "; ".join(one.origins) or None,
            "low": one.low,
            "best": one.best,
            "high": one.high,
            "statements": len(one.figures),
            "names": SEPARATOR.join(self._named(one)) or None,
            "text": "\n".join(self._words(figure) for figure in one.figures),
        }

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        """The names that each article mentions, in reading order."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.corpus.naming.mentions:
            found[mention.passage.article_id].append(mention)
        return {key: sorted(some, key=lambda one: one.passage.start) for key, some in found.items()}

    def _named(self, quantity: Quantity) -> list[str]:
        """Who and what is named in the sentences that state the quantity, those named most first."""
        counts: Counter[str] = Counter()
        for figure in quantity.figures:
            passage, where = figure.passage, self.place_of(figure)
            start = passage.start - where.at
            some = self._mentions.get(passage.article_id, [])
            first = bisect_left(some, start, key=lambda one: one.passage.start)
            for mention in some[first:]:
                if mention.passage.start >= start + len(where.sentence):
                    break
                counts[mention.canonical] += 1
        return [name for name, _ in counts.most_common()]

    def _words(self, figure: Figure) -> str:
        """Everything that finding looks through for one figure."""
        where = self.place_of(figure)
        return " ".join(part for part in (where.sentence, figure.counted, figure.scope, figure.speaker) if part)

    def place_of(self, figure: Figure) -> place.Place:
        """The paragraph and the sentence of a figure."""
        passage = figure.passage
        if passage not in self._places:
            self._places[passage] = place.of(self.corpus.document(passage.article_id), passage.start, passage.end)
        return self._places[passage]

    def chart(self, quantity_id: str) -> Any:
        """The point-and-range chart of one quantity, as corrected."""
        one = self.quantities[quantity_id]
        figures = self.corpus.figures
        figures = figures[figures["figure_id"].isin([figure.figure_id for figure in one.figures])]
        given: Mapping[str, Any] = {
            "documents": self.corpus.documents,
            "articles": self.corpus.articles,
            "figures": figures.assign(quantity_id=quantity_id),
            "quantities": frames.frame("quantities", to_rows.quantities([one])),
        }
        return charts.figures(SimpleNamespace(**given), quantity=quantity_id)  # type: ignore[arg-type]

    def picture(self, quantity_id: str) -> Html:
        """The chart of one quantity as HTML, drawn once; of very many sources, how to draw it."""
        while self.draw_some(quantity_id):
            pass
        images = [one for theme in charts.THEMES if (one := self.known((quantity_id, theme)))]
        many = len(self.lines[quantity_id].cells)
        return self.kept(quantity_id, lambda: picture.framed(images) if images else picture.too_many(many, "figures"))

    def is_drawn(self, quantity_id: str) -> bool:
        """Whether nothing of the chart of one quantity is left to draw, as where too many sources state it."""
        drawn = all(self.known((quantity_id, theme)) is not None for theme in charts.THEMES)
        return drawn or len(self.lines[quantity_id].cells) > picture.MOST

    def draw_some(self, quantity_id: str) -> bool:
        """Draw the chart of one quantity for one more theme; whether there was anything to draw."""
        if self.is_drawn(quantity_id):
            return False
        missing = [theme for theme in charts.THEMES if self.known((quantity_id, theme)) is None]
        self.kept((quantity_id, missing[0]), lambda: picture.image(lambda: self.chart(quantity_id), missing[0]))
        return True

    def kept(self, key: Any, make: Callable[[], Html]) -> Html:
        """What `make` makes, made once for each key."""
        if key not in self._cache:
            self._cache[key] = make()
        return self._cache[key]

    def known(self, key: Any) -> Html | None:
        """What was made for this key; None where nothing was."""
        return self._cache.get(key)
