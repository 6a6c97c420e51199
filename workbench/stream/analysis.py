"""Articles to rows: each event is a corpus of its own, made, asked for its tables, and forgotten."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.corpus import Corpus
from workbench.errors import cause
from workbench.events import Event, as_one
from workbench.model import Article, Problem
from workbench.read import assemble, duplicates
from workbench.stream.reading import Beat, Read, set_aside
from workbench.stream.task import Partition
from workbench.tables.rows import Row, problems
from workbench.tables.schemas import SCHEMAS, Column

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.language import Parsed

_Record = TypeVar("_Record")
Rows = dict[str, list[Row]]

#: In every table of a stream: within an event, ids such as ``person:ada-lund`` mean one thing.
EVENT = Column("event_id", "text", "the event within which the row was made, and within which ids of entities hold")


def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table as a stream writes it: those of its schema, and the event."""
    known = SCHEMAS[table].columns
    return known if EVENT.name in SCHEMAS[table].names else (*known, EVENT)


class Watched(Corpus):
    """A corpus that tells, before each step, of which articles it is; so that a step that never ends is known."""

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[Problem],
        *,
        origin: "Iterable[Path]",
        event: Event,
        beat: Beat,
    ) -> None:
        super().__init__(articles, problems, origin=origin, event=event)
        self._beat = beat
        self._ids = tuple(article.article_id for article in self.documents)

    def of_all(self, what: str) -> None:
        """Tell that the next step is of all articles."""
        self._beat(self._ids, what, False)

    def _found(self, what: str, parsed: "Parsed", find: Callable[..., Iterable[_Record]], *given: Any) -> list[_Record]:
        self._beat((parsed.article.article_id,), what, False)
        try:
            return super()._found(what, parsed, find, *given)
        finally:
            self.of_all("what follows " + what)


class Analysis:
    """Makes the rows of `tables`; `beat` is told of each step, `origin` is where own word lists lie."""

    def __init__(self, tables: Sequence[str], beat: Beat, origin: "Sequence[Path]" = ()) -> None:
        self._tables = sorted(tables, key=lambda name: name == "problems")  # extraction may find some more
        self._beat, self._origin = beat, origin

    def of(self, partition: Partition, read: Read) -> Rows:
        """The rows of a partition's articles, by table: in the order of the events, and in each of the articles.

        `read` is emptied on the way.
        """
        rows: Rows = {table: [] for table in self._tables}
        places = {one.article_id: piece.place for piece in partition.pieces for one in piece.articles}
        events = list(dict.fromkeys(one.event_id for one in partition.wanted))
        for event in events:
            articles = read.events.pop(event, [])
            if not articles:
                continue
            ids = frozenset(one.article_id for one in articles)
            called, odd = partition.labels.get(event, ("", ()))
            odd = tuple(sorted(ids & {*odd}))
            told = replace(as_one(articles), event_id=event, odd=odd)
            told = replace(told, label=called) if called else told
            for made, faults in self._event(told, articles, partition.apart.get(event)):
                for table, some in made.items():
                    rows[table] += some
                read.problems += [set_aside(places[name], name, reason) for name, reason in faults.items()]
        if "problems" in rows:
            rows["problems"] = [*({**row, EVENT.name: None} for row in problems(read.problems)), *rows["problems"]]
        return rows

    def _event(self, event: Event, articles: list[Article], apart: str | None) -> Iterator[tuple[Rows, dict[str, str]]]:
        """The rows of an event, and the articles left out; where comparing fails, of each of its articles alone."""
        if apart is None:
            try:
                yield self._corpus(event, articles), {}
                return
            except Exception as error:
                apart = _told(error)
        faults: dict[str, str] = {}
        for article in articles:
            try:
                alone = replace(event, article_ids=(article.article_id,), odd=())
                made = self._corpus(alone, [article])
            except Exception as error:
                faults[article.article_id] = _told(error)
                continue
            if "problems" in made and len(articles) > 1:
                made["problems"].append(_not_compared(article, event.event_id, apart))
            yield made, {}
        yield {}, faults

    def _corpus(self, event: Event, articles: list[Article]) -> Rows:
        """The rows of these articles as one event."""
        spoken = list(assemble.with_languages(articles))
        told = [problem for _, problem in spoken if problem]
        marked = duplicates.mark([article for article, _ in spoken])
        corpus = Watched(marked, told, origin=self._origin, event=event, beat=self._beat)
        beside, rows = set(self._tables), {}
        for table in self._tables:
            corpus.of_all(table)
            rows[table] = [{**row, EVENT.name: event.event_id} for row in corpus.rows(table, beside=beside)]
        return rows


def _not_compared(article: Article, event: str, reason: str) -> Row:
    message = f"This article is not compared with the others of its event: {reason}. Please report it."
    return {
        "path": article.path,
        "article_id": article.article_id,
        "severity": "warning",
        "message": message,
        EVENT.name: event,
    }


def _told(error: BaseException) -> str:
    return f"working on it failed ({cause(error)})"
