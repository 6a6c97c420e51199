"""The promised tables as attributes of a corpus, each made on first use, with only the work that it needs."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cache import Shelf
from workbench.corpus.records import Records
from workbench.errors import OptionError
from workbench.model import Article, Event, Problem
from workbench.tables import rows as to_rows
from workbench.tables.rows import Row
from workbench.tables.schemas import FILLED_BY, SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

#: What the texts alone decide, whatever their sources are called.
_OF_TEXTS = ("parsed", "quote_records", "figure_records", "naming", "event_records")


class Corpus(Records):
    """Articles on one event, or several. Each promised table is an attribute (a DataFrame), computed on first use.

    `documents` are the records behind ``articles``; ``figure_records`` and ``quote_records`` those behind the others.
    `origin` are the files and folders that were read; empty where articles came from memory. `shelf` is where to look
    for what was found in the same articles before. `event` is the one event that all articles are taken to be of (None:
    they are grouped); `elsewhere` are the ids of articles that were read with them and are of other events.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[Problem] = (),
        *,
        origin: Iterable[Path] = (),
        shelf: Shelf | None = None,
        event: Event | None = None,
        elsewhere: Iterable[str] = (),
    ) -> None:
        self.documents: tuple[Article, ...] = tuple(articles)
        self.read_problems: tuple[Problem, ...] = tuple(problems)
        self.faults: list[Problem] = []
        self.origin: tuple[Path, ...] = tuple(origin)
        self.shelf = shelf
        self.event, self.elsewhere = event, frozenset(elsewhere)
        self._by_id = {article.article_id: article for article in self.documents}
        self._frames: dict[str, pd.DataFrame] = {}

    def renamed(self, documents: Iterable[Article]) -> "Corpus":
        """The same texts with other facts beside them, such as a source's name; what was made of the texts is kept.

        Raises OptionError where `documents` are not the articles of this corpus, in their order.
        """
        made = Corpus(
            documents,
            self.read_problems,
            origin=self.origin,
            shelf=self.shelf,
            event=self.event,
            elsewhere=self.elsewhere,
        )
        if [(one.article_id, one.text) for one in made.documents] != [(o.article_id, o.text) for o in self.documents]:
            raise OptionError("Renaming takes the articles of this corpus, in their order: give each of them, once.")
        made.faults = list(self.faults)
        kept = {name: self.__dict__[name] for name in _OF_TEXTS if name in self.__dict__}
        if "parsed" in kept:
            kept["parsed"] = tuple(
                replace(one, article=made.document(one.article.article_id)) for one in kept["parsed"]
            )
        made.__dict__.update(kept)
        return made

    def document(self, article_id: str) -> Article:
        """The article with this id.

        Raises OptionError where there is none.
        """
        try:
            return self._by_id[article_id]
        except KeyError:
            raise OptionError(f"There is no article {article_id!r}; there are {', '.join(self._by_id)}.") from None

    def rows(self, name: str, beside: Set[str] | None = None) -> list[Row]:
        """The rows of the table `name`, as plain dictionaries, with only the work that these tables need.

        `beside` names the tables that are asked for along with it (None: all of them). The columns that a comparison
        fills, such as ``quotes.utterance_id``, stay null where no comparison is among them.

        Raises OptionError for a name that is no table.
        """
        if name not in SCHEMAS:
            raise OptionError(f"There is no table {name!r}; the tables are {', '.join(SCHEMAS)}.")
        make = self._makers(beside is None or bool(FILLED_BY.get(name, frozenset()) & beside)).get(name)
        return to_rows.complete(make(), SCHEMAS[name].names) if make else []

    def _makers(self, compared: bool) -> dict[str, Callable[[], list[Row]]]:
        return {
            "articles": lambda: to_rows.articles(self.documents, self.event_of),
            "events": lambda: to_rows.events(self.event_records, self.documents),
            "problems": lambda: to_rows.problems(self._all_problems()),
            "blocks": lambda: to_rows.blocks(self.documents),
            "figures": lambda: (
                to_rows.figures(self._voiced_figures(), self.comparison.quantity_of)
                if compared
                else to_rows.figures(self.figure_records)
            ),
            "quantities": lambda: to_rows.quantities(self.comparison.quantities),
            "figure_pairs": lambda: to_rows.figure_pairs(self.comparison.pairs),
            "relations": lambda: to_rows.relations(self.comparison.relations),
            "checks": lambda: to_rows.checks(self.check_records),
            "names": lambda: to_rows.names(self.naming.mentions),
            "entities": lambda: to_rows.entities(self.naming.entities),
            "quotes": lambda: (
                to_rows.quotes(self.voiced_quotes, self._utterance_of())
                if compared
                else to_rows.quotes(self.quote_records)
            ),
            "utterances": lambda: to_rows.utterances(self.quote_groups[0]),
            "quote_pairs": lambda: to_rows.quote_pairs(self.quote_groups[1]),
            **self.framing.makers(),
        }

    def _all_problems(self) -> list[Problem]:
        """What could not be read, and what, once it was asked for, could not be taken from an article."""
        return [*self.read_problems, *self.events_noticed(), *self.faults]

    @property
    def computed(self) -> frozenset[str]:
        """The tables that this version computes; the others of ``tables.schemas`` are promised, and still empty."""
        return frozenset(self._makers(False))

    def _utterance_of(self) -> dict[str, str]:
        return {quote_id: said.utterance_id for said in self.quote_groups[0] for quote_id in said.quote_ids}

    def table(self, name: str) -> "pd.DataFrame":
        """The table `name` as a DataFrame, made on first use; the columns are those of ``tables.schemas``."""
        if name not in self._frames or name == "problems":  # a rule that fails shows when its table is asked for
            from workbench.tables.frames import frame

            self._frames[name] = frame(name, self.rows(name))
        return self._frames[name]

    def forget(self, name: str) -> None:
        """Make the table `name` anew when it is next asked for: what it is made of has changed."""
        self._frames.pop(name, None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in SCHEMAS:
            raise AttributeError(f"a corpus has no attribute {name!r}; its tables are {', '.join(SCHEMAS)}")
        return self.table(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *SCHEMAS})

    def __len__(self) -> int:
        return len(self.documents)

    def __repr__(self) -> str:
        words = sum(to_rows.words(article) for article in self.documents)
        return f"<Corpus: {len(self)} articles, {words:,} words, {len(self.read_problems)} problems>"
