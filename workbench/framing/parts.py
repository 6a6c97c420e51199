"""One event of a corpus of several: what the comparisons within it read, and what makes them run in each event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.model import Act, Article, DateMention, Event, Happening, Label, Mention, Quote

if TYPE_CHECKING:
    from workbench.compare.dated import Dated
    from workbench.compare.entities import Naming
    from workbench.compare.quantities import Comparison
    from workbench.corpus.records import Records
    from workbench.extract.voices import Voices
    from workbench.framing import Framing
    from workbench.lexicons.own import Own

_Record = TypeVar("_Record")
_Result = TypeVar("_Result")


def per_event(find: Callable[[Any], tuple[_Record, ...]]) -> Callable[[Any], tuple[_Record, ...]]:
    """`find` for each of the ``parts`` of what it is given, in order; where there are none, `find` as it is."""

    @wraps(find)
    def each(framing: Any) -> tuple[_Record, ...]:
        parts = framing.parts
        return tuple(record for part in parts for record in find(part)) if parts else find(framing)

    return each


class Divided:
    """The records of a corpus by event; each layer is divided once, when the first event asks for it."""

    def __init__(self, corpus: "Records") -> None:
        self.corpus = corpus
        self._event = {one: event.event_id for event in corpus.event_records for one in event.article_ids}
        self._layers: dict[str, dict[str, list[Any]]] = {}

    def of(
        self, event: Event, layer: str, records: Callable[[], Iterable[_Record]], article_of: Callable[[_Record], str]
    ) -> tuple[_Record, ...]:
        """The `records` of a layer that are of this event, told by the id of the article that each is of."""
        if layer not in self._layers:
            divided: dict[str, list[Any]] = defaultdict(list)
            for record in records():
                divided[self._event.get(article_of(record), "")].append(record)
            self._layers[layer] = divided
        return tuple(self._layers[layer].get(event.event_id, ()))


class Scope:
    """What a corpus holds of one of its events, read as a corpus is; faults are told to the corpus.

    What is made of an event is remembered with all of the corpus, not by itself.
    """

    memory = None

    def __init__(self, divided: Divided, event: Event) -> None:
        self.divided, self.event, self.corpus = divided, event, divided.corpus
        self.origin, self.faults, self.forget = self.corpus.origin, self.corpus.faults, self.corpus.forget
        self._found = self.corpus._found

    @property
    def event_records(self) -> tuple[Event, ...]:
        """The event."""
        return (self.event,)

    @property
    def documents(self) -> tuple[Article, ...]:
        """The articles of the event, in the order of the corpus."""
        return self.divided.of(self.event, "documents", lambda: self.corpus.documents, lambda one: one.article_id)

    @property
    def parsed(self) -> tuple[Any, ...]:
        """Their parses."""
        return self.divided.of(self.event, "parsed", lambda: self.corpus.parsed, lambda one: one.article.article_id)

    @property
    def figure_records(self) -> tuple[Any, ...]:
        """Their figures."""
        return self.of_passages("figures", lambda: self.corpus.figure_records)

    @property
    def voiced_quotes(self) -> tuple[Any, ...]:
        """Their quotes, each speaker under one name."""
        return self.of_passages("quotes", lambda: self.corpus.voiced_quotes)

    def of_passages(self, layer: str, records: Callable[[], Iterable[_Record]]) -> tuple[_Record, ...]:
        """The records of a layer that stand in the event's articles: each has a passage."""
        return self.divided.of(self.event, layer, records, lambda one: str(one.passage.article_id))  # type: ignore[attr-defined]

    @property
    def quote_groups(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """What was said, each thing once, and its renderings in pairs."""
        return (
            self.divided.of(
                self.event,
                "utterances",
                lambda: self.corpus.quote_groups[0],
                lambda one: one.article_ids[0] if one.article_ids else _article_of(one.quote_ids[0]),
            ),
            self.divided.of(
                self.event, "pairs", lambda: self.corpus.quote_groups[1], lambda one: _article_of(one.quote_a)
            ),
        )

    @property
    def comparison(self) -> "Comparison":
        """What their figures measure; sums and questions are asked for of the whole corpus only."""
        from workbench.compare.quantities import Comparison

        return Comparison(
            self.divided.of(
                self.event,
                "quantities",
                lambda: self.corpus.comparison.quantities,
                lambda one: one.figures[0].passage.article_id if one.figures else "",
            )
        )

    @property
    def naming(self) -> "Naming":
        """Who and what they name; mentions and questions are asked for of the whole corpus only."""
        from workbench.compare.entities import Naming

        entities = self.divided.of(
            self.event, "entities", lambda: self.corpus.naming.entities, lambda one: "".join(one.article_ids[:1])
        )
        return Naming(entities, (), ())

    def _sound(self, what: str, of: Callable[[Sequence[str]], _Result]) -> _Result:
        """What `of` makes of the event's articles with which it succeeds; a problem for each of the others."""
        return self.corpus._sound(what, of, [one.article_id for one in self.documents])


def _article_of(quote_id: str) -> str:
    return quote_id.rpartition(":q")[0]


class PartOf:
    """The framing of one event of several: what is compared is compared within it; what is not is that of `whole`.

    ``Framing`` is made of it and of the records in `scope`.
    """

    def __init__(self, whole: "Framing", scope: Scope) -> None:
        self._corpus: Any = scope
        self._of_all, self._scope = whole, scope

    @property
    def parts(self) -> "tuple[Framing, ...]":
        """None: it is a part."""
        return ()

    @property
    def own(self) -> "Own":
        """What the analyst changed about words."""
        return self._of_all.own

    @property
    def quotes_of(self) -> dict[str, list[Quote]]:
        """The quotes of each article."""
        return self._of_all.quotes_of

    @property
    def voices_of(self) -> "dict[str, Voices]":
        """Whose words stand where, in each article."""
        return self._of_all.voices_of

    @property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """The names that each article mentions."""
        return self._of_all.mentions_of

    @property
    def labels(self) -> tuple[Label, ...]:
        """What the event's articles call each person and thing."""
        return self._scope.of_passages("labels", lambda: self._of_all.labels)

    @property
    def acts(self) -> tuple[Act, ...]:
        """Who does what to whom, in the event's articles."""
        return self._scope.of_passages("acts", lambda: self._of_all.acts)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the event's articles."""
        return self._scope.of_passages("dates", lambda: self._of_all.dates)

    @property
    def dated(self) -> "tuple[Dated, ...]":
        """Those that are of something that happened."""
        divided = self._scope.divided
        return divided.of(self._scope.event, "dated", lambda: self._of_all.dated, lambda one: one.article_id)

    @property
    def timeline(self) -> tuple[Happening, ...]:
        """What happened, as the event's articles tell."""
        divided = self._scope.divided
        return divided.of(
            self._scope.event, "timeline", lambda: self._of_all.timeline, lambda one: "".join(one.article_ids[:1])
        )
