"""A corpus: the articles of one event or several, what was found in them, and its tables, each made once and late."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.cache import Memory, Shelf, of_user, remembered
from workbench.cache.undisturbed import undisturbed
from workbench.errors import OptionError
from workbench.events import choice
from workbench.framing import Framing
from workbench.model import Article, Check, Event, Figure, Problem, Quote, QuotePair, Severity, Utterance
from workbench.read import Source, read
from workbench.scoped import Eventful
from workbench.settings import event_of
from workbench.tables import rows as to_rows
from workbench.tables.rows import Row
from workbench.tables.schemas import FILLED_BY, SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

    from workbench.compare.entities import Naming
    from workbench.compare.quantities import Comparison
    from workbench.language import Parsed

_Record = TypeVar("_Record")


def load(
    source: "Source",
    *,
    progress: bool | None = None,
    limit_mb: float = 50,
    cache: bool = True,
    event: str | None = None,
) -> "Corpus":
    """Read articles and return them as a corpus; what cannot be read becomes a row of ``corpus.problems``.

    `source` is a path, a glob or a list of them (a folder is read recursively), a DataFrame or a list of dicts with a
    column for the text, or the text of one article itself. `progress` shows a progress bar (None: where there is
    somebody to see it). `limit_mb` is the size in megabytes above which a file is set aside. `cache` looks up what was
    found in the same articles before (see ``workbench.cache``). `event` takes the articles of one event only: its id,
    its label or a part of no other's label; "*" takes all articles as one event. Without it, articles on several events
    are told apart (``corpus.events``) and compared within each.

    Raises SourceError when a path does not exist or nothing in it is an article; OptionError, which lists the events,
    where `event` is none of them.

    >>> load("seeds", progress=False).articles.words.sum() > 2000
    np.True_
    """
    kept = of_user() if cache else None
    event = event_of(source) if event is None else event
    reading = read(source, progress=progress, limit_mb=limit_mb, shelf=kept)
    if event is None:
        return Corpus(reading.articles, reading.problems, origin=_paths(source), shelf=kept)
    articles, problems, chosen = choice.limited(reading.articles, reading.problems, event)
    elsewhere = {article.article_id for article in reading.articles}.difference(chosen.article_ids)
    return Corpus(articles, problems, origin=_paths(source), shelf=kept, event=chosen, elsewhere=elsewhere)


def _paths(source: "Source") -> tuple[Path, ...]:
    """The files and folders in `source`, where it names nothing else: notebooks can read these again."""
    paths: list[Path] = []
    for one in source if isinstance(source, list | tuple) else [source]:
        if not isinstance(one, str | Path) or "\n" in str(one):
            return ()
        found = [Path(one)]
        if not found[0].exists():  # a pattern, absolute or not, which Path.glob would not take
            found = [Path(path) for path in sorted(glob(str(one), recursive=True))]  # noqa: PTH207
        if not found:
            return ()
        paths += found
    return tuple(paths)


def _naming() -> Any:
    from workbench.compare.entities import Naming

    return Naming


def _comparison() -> Any:
    from workbench.compare.quantities import Comparison

    return Comparison


#: What the texts alone decide, whatever their sources are called.
_OF_TEXTS = ("parsed", "quote_records", "figure_records", "naming", "event_records")


class Corpus(Eventful):
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

    @cached_property
    def memory(self) -> Memory | None:
        """What was found in these very articles before."""
        chosen = (self.event,) if self.event else ()  # taken as one event, they may be found to be several
        return Memory.of(self.shelf, "corpus", self.documents, *chosen)

    @cached_property
    def parsed(self) -> tuple["Parsed", ...]:
        """The parse of every article that the extractors serve."""
        from workbench.language import parse

        with undisturbed():
            return tuple(parse(self.documents))

    @remembered(lambda: tuple[Quote, ...])
    def quote_records(self) -> tuple[Quote, ...]:
        """What is reported as said, in reading order."""
        from workbench.extract import quotes

        return tuple(quote for parsed in self.parsed for quote in self._found("quotes", parsed, quotes.find, parsed))

    @remembered(lambda: tuple[Figure, ...])
    def figure_records(self) -> tuple[Figure, ...]:
        """Every number stated, in reading order."""
        from workbench.extract import figures

        spoken: dict[str, list[Quote]] = {}
        for quote in self.quote_records:
            spoken.setdefault(quote.passage.article_id, []).append(quote)
        blocks: figures.Blocks = {}
        return tuple(
            figure
            for parsed in self.parsed
            for figure in self._found(
                "figures", parsed, figures.find, parsed, spoken.get(parsed.article.article_id, ()), blocks
            )
        )

    def _found(self, what: str, parsed: "Parsed", find: Callable[..., Iterable[_Record]], *given: Any) -> list[_Record]:
        """What `find` gives; where an article makes it fail, nothing, and a problem: the others go on."""
        try:
            with undisturbed():
                return list(find(*given))
        except Exception as error:  # hostile text reaches every rule; one article must not stop the rest
            self._fault(f"No {what} could be taken from this article", parsed.article, error)
            return []

    def _fault(self, what: str, article: Article, error: Exception) -> None:
        said = " ".join(str(error).split())[:160]
        message = f"{what} ({type(error).__name__}: {said}): please report it."
        fault = Problem(article.path, article.article_id, Severity.WARNING, message)
        if fault not in self.faults:
            self.faults.append(fault)

    @remembered(lambda: tuple[tuple[Utterance, ...], tuple[QuotePair, ...]])
    def quote_groups(self) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        """What was said, each thing once, and the renderings of it that two articles give."""
        return self._grouped(self.voiced_quotes)

    def _grouped(self, voiced: Iterable[Quote]) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        """The utterances among quotes, and their pairs, within each event."""
        from workbench.compare import together, utterances

        spoken: dict[str, list[Quote]] = {}
        for quote in voiced:
            spoken.setdefault(quote.passage.article_id, []).append(quote)

        def of(kept: Sequence[str]) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
            return utterances.group([quote for one in kept for quote in spoken.get(one, ())], self._by_id)

        what = "The quotes of this article could not be compared with the others'"
        return together.quotes(self._sound(what, of, some) for some in self._compared)

    @remembered(_naming)
    def naming(self) -> "Naming":
        """Who and what the articles name: the entities, each mention, and which entities may be one."""
        from workbench.compare import entities, together
        from workbench.extract import mentions

        found = {
            parsed.article.article_id: self._found("names", parsed, mentions.find, parsed) for parsed in self.parsed
        }

        def of(kept: Sequence[str]) -> "Naming":
            return entities.group(named for article_id in kept for named in found.get(article_id, ()))

        what = "The names of this article could not be compared with the others'"
        return together.namings([self._sound(what, of, some) for some in self._compared])

    def _sound(
        self, what: str, of: Callable[[Sequence[str]], _Record], article_ids: Sequence[str] | None = None
    ) -> _Record:
        """What `of` makes of the articles (None: all) with which it succeeds; a problem for each of the others."""
        from workbench.compare import guarded

        made, faults = guarded.over(tuple(self._by_id) if article_ids is None else article_ids, of)
        self._left_out(what, faults)
        return made

    def _left_out(self, what: str, faults: Mapping[str, Exception]) -> None:
        """A problem for each article that a comparison had to leave out."""
        for article_id, error in faults.items():
            self._fault(what, self._by_id[article_id], error)

    @cached_property
    def voiced_quotes(self) -> tuple[Quote, ...]:
        """The quotes, each speaker under the one name that the person has in all articles."""
        return tuple(self._voiced(quote) for quote in self.quote_records)

    def _voiced(self, quote: Quote) -> Quote:
        entity_id, name = self.naming.speaker(quote.passage.article_id, quote.speaker, quote.speaker_at)
        return replace(quote, speaker=name, speaker_id=entity_id) if entity_id else quote

    def _voiced_figures(self) -> Iterator[Figure]:
        known = self.comparison.figures
        for figure in self.figure_records:
            _, name = self.naming.speaker(figure.passage.article_id, figure.speaker)
            read = known.get(figure.figure_id, figure)
            yield replace(figure, speaker=name, standing=read.standing, as_of=read.as_of)

    @cached_property
    def framing(self) -> Framing:
        """What the articles call things, the words they choose, when things happened and where text comes from."""
        return Framing(self)

    @remembered(_comparison)
    def comparison(self) -> "Comparison":
        """What the figures measure, each thing once, how two articles' figures of it stand, and the sums among them."""
        from workbench.compare import guarded, together

        event_of = self._event_of()
        voiced: dict[str, list[Figure]] = {event.event_id: [] for event in self.event_records}
        parsed: dict[str, list[Parsed]] = {event.event_id: [] for event in self.event_records}
        for figure in self.figure_records:
            name = self.naming.speaker(figure.passage.article_id, figure.speaker)[1]
            spoken = figure if name == figure.speaker else replace(figure, speaker=name)
            voiced[event_of[figure.passage.article_id]].append(spoken)
        # so that an origin counts once, however the articles spell its name
        for one in self.parsed:
            parsed[event_of[one.article.article_id]].append(one)
        found = []
        for event_id, figures in voiced.items():
            made, faults = guarded.group(figures, parsed[event_id])
            self._left_out("The figures of this article are not compared", faults)
            found.append(made)
        return together.comparisons(found)

    @cached_property
    def check_records(self) -> tuple[Check, ...]:
        """Questions worth a look: of figures, then of names, then of what the articles say and how."""
        dated = getattr(self.framing, "date_checks", ())
        return (*self.comparison.checks, *self.naming.checks, *self.framing.checks, *dated)

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
            "articles": lambda: to_rows.articles(self.documents, self._event_of()),
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
        if name not in self._frames:
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
