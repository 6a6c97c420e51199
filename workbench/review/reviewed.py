"""A corpus with the analyst's decisions applied: the same tables and records, and the machine's own kept beside."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench import corpus as machine_reading
from workbench.cache import Memory
from workbench.corpus import Corpus
from workbench.model import Article, Check, Event, Figure, Problem, Quote, QuotePair, Utterance
from workbench.read import Source
from workbench.review import marks
from workbench.review.deciding import Deciding
from workbench.review.decision import BESIDE, Decision, Layer, to_line
from workbench.review.framed import Framed
from workbench.review.journal import Journal, Kept, analyst_name, folder_of
from workbench.review.layers import Layers
from workbench.review.statements import Stated, checks
from workbench.review.utterances import Grouped
from workbench.tables.rows import Row
from workbench.tables.schemas import FILLED_BY

if TYPE_CHECKING:
    from workbench.compare.entities import Naming
    from workbench.compare.quantities import Comparison
    from workbench.language import Parsed
    from workbench.review.session import Review

#: Layers that only these properties of the framing follow from; from the others, all of it does.
_ONLY = {
    Layer.LABEL: frozenset({"labels", "labelled", "raw_checks", "raw_date_checks", "checks", "date_checks"}),
    Layer.WORDING: frozenset({"wording", "choices", "worded", "chosen"}),
    Layer.CLAIM: frozenset({"claims", "claimed"}),
    Layer.CHECK: frozenset({"checks", "date_checks"}),
}


def load(
    source: Source,
    *,
    progress: bool | None = None,
    limit_mb: float = 50,
    analyst: str | None = None,
    cache: bool = True,
    event: str | None = None,
) -> "Reviewed":
    """Read articles, and the decisions that were made on them, and return both as a corpus.

    `source`, `progress`, `limit_mb`, `cache` and `event` are those of ``workbench.corpus.load``; what cannot be read, a
    line of a journal included, becomes a row of ``corpus.problems``. `analyst` is who decides from now on (else the
    environment variable WORKBENCH_ANALYST, else the account's name). Nothing is written until something is decided.

    Raises SourceError when a path does not exist or nothing in it is an article.
    """
    machine = machine_reading.load(source, progress=progress, limit_mb=limit_mb, cache=cache, event=event)
    return Reviewed(machine, Journal(folder_of(machine.origin), analyst_name(analyst)))


class Reviewed(Deciding):
    """The corpus `machine` with the decisions of a journal. ``machine`` stays as it was read; ``review`` tells more.

    A decision changes this corpus at once: what follows from it is made anew when it is next asked for.
    """

    def __init__(self, machine: Corpus, journal: Journal) -> None:
        super().__init__(
            machine.documents,
            machine.read_problems,
            origin=machine.origin,
            event=machine.event,
            elsewhere=machine.elsewhere,
        )
        self.machine, self.journal, self.faults = machine, journal, machine.faults
        self.kept = Kept(journal.path, "Nothing is decided yet.")
        self._watching: list[Callable[[], None]] = []
        self.last: Decision | None = None  # what the last change was about; None where it was about several things
        self._since = False
        self._replay()

    @property
    def memory(self) -> Memory | None:
        """What was found in these articles before, under the same decisions; none once something is decided now."""
        if self._since:
            return None
        return self._decided if self.journal.live else self.machine.memory

    @cached_property
    def _decided(self) -> Memory | None:
        live = [to_line(one) for one in self.journal.live]
        return Memory.of(self.machine.shelf, "decided", self.documents, live)

    def renamed(self, documents: Iterable[Article]) -> "Reviewed":
        """The same texts with other facts beside them, such as a source's name, and the same decisions.

        Raises OptionError where `documents` are not the articles of this corpus, in their order.
        """
        return Reviewed(self.machine.renamed(documents), self.journal)

    @property
    def review(self) -> "Review":
        """Everything about the decisions: their history, counts, orphans, and where analysts differ."""
        from workbench.review.session import Review

        return Review(self)

    def items(self, layer: Layer) -> tuple[Any, ...]:
        """The records of a layer whose items stand at one place each."""
        if layer is Layer.FIGURE:
            return self.figure_records
        if layer is Layer.QUOTE:
            return self.quote_records
        if layer is Layer.NAME:
            return self.naming.mentions
        if layer is Layer.LABEL:
            return self.framing.labels
        return (*self.framing.wording, *self.framing.choices)

    def _forget(self, made: Decision | None) -> None:
        """Make anew, late, what follows from the decision `made`; from any, where it is None."""
        self.last = made
        layer = made.target.layer if made else None
        self._since = True
        if made is None or made.kind not in BESIDE:
            for name in [
                each for each in self.__dict__ if isinstance(getattr(type(self), each, None), cached_property)
            ]:
                if name != "framing":
                    del self.__dict__[name]
            if "framing" in self.__dict__:
                self.framing.forget(_ONLY.get(layer) if layer else None)
        self._frames.clear()
        self._replay()
        for call in list(self._watching):
            call()

    def _replay(self) -> None:
        self.layers = Layers(self.machine, self._here(self.journal.live))
        self.documents = tuple(self.layers.documents())
        self._by_id = {article.article_id: article for article in self.documents}

    def _here(self, live: Iterable[Decision]) -> tuple[Decision, ...]:
        """The decisions that are about these articles: those on articles of other events are not orphans."""
        if not self.elsewhere:
            return tuple(live)
        return tuple(one for one in live if not any(each.article_id in self.elsewhere for each in one.anchors))

    # -- the records, after the decisions ------------------------------------------------------------------------------

    @property
    def event_records(self) -> tuple[Event, ...]:
        """The events that the articles tell of; each article is of one."""
        return self.machine.event_records

    @cached_property
    def parsed(self) -> "tuple[Parsed, ...]":
        """The parse of every article that the extractors serve."""
        if self.documents == self.machine.documents:
            return self.machine.parsed
        return tuple(replace(one, article=self._by_id[one.article.article_id]) for one in self.machine.parsed)

    @cached_property
    def quote_records(self) -> tuple[Quote, ...]:
        """What is reported as said, in reading order."""
        return self.layers.quotes.records if self.layers.of(Layer.QUOTE) else self.machine.quote_records

    @cached_property
    def figure_records(self) -> tuple[Figure, ...]:
        """Every number stated, in reading order."""
        return self.layers.figures.records if self.layers.of(Layer.FIGURE) else self.machine.figure_records

    @cached_property
    def naming(self) -> "Naming":
        """Who and what the articles name."""
        found = self.layers.named.naming
        return replace(found, checks=self.layers.asked(found.checks)) if self.layers.of(Layer.CHECK) else found

    @cached_property
    def comparison(self) -> "Comparison":
        """What the figures measure, how they stand, and the sums among them."""
        found = self.layers.compared.comparison
        return replace(found, checks=self.layers.asked(found.checks)) if self.layers.of(Layer.CHECK) else found

    @cached_property
    def voiced_quotes(self) -> tuple[Quote, ...]:
        """The quotes, each speaker under the one name that the person has in all articles."""
        if self.quotes_as_read:
            return self.machine.voiced_quotes
        event_of = self.event_of
        named = {(event_of[one.article_ids[0]], one.canonical): one.entity_id for one in self.naming.entities}
        voiced = ((event_of[one.passage.article_id], self._voiced(one)) for one in self.quote_records)
        return tuple(
            one if one.speaker_id or not one.speaker else replace(one, speaker_id=named.get((event, one.speaker)))
            for event, one in voiced
        )

    @property
    def quotes_as_read(self) -> bool:
        """Whether no decision is about a quote or a name."""
        return not any(self.layers.of(layer) for layer in (Layer.QUOTE, Layer.NAME, Layer.ENTITY))

    @cached_property
    def quote_groups(self) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        """What was said, each thing once, and the renderings of it that two articles give."""
        found = self.grouped
        return found.utterances, found.pairs

    @cached_property
    def grouped(self) -> Grouped:
        """The utterances with what each is by now."""
        as_read = self.quotes_as_read and not self.layers.of(Layer.SOURCE)
        groups = self.machine.quote_groups if as_read else self._grouped(self.voiced_quotes)
        return self.layers.grouped(groups, self.voiced_quotes)

    @cached_property
    def framing(self) -> Framed:
        """What the articles call things, the words they choose, when things happened and where text comes from."""
        return Framed(self)

    @cached_property
    def asked(self) -> Stated[Check]:
        """The questions with what each is by now."""
        raw = (*self.layers.compared.comparison.checks, *self.layers.named.naming.checks)
        raw = (*raw, *self.framing.raw_checks, *self.framing.raw_date_checks)
        return checks(raw, self.layers.standings(Layer.CHECK))

    @cached_property
    def check_records(self) -> tuple[Check, ...]:
        """Questions worth a look: of figures, then of names, then of what the articles say and how."""
        return self.asked.records

    # -- the tables ----------------------------------------------------------------------------------------------------

    def rows(self, name: str, beside: Set[str] | None = None) -> list[Row]:
        """The rows of the table `name`; each says whether it is the machine's, confirmed, corrected or added.

        Raises OptionError for a name that is no table.
        """
        compared = beside is None or bool(FILLED_BY.get(name, frozenset()) & beside)
        return marks.stamped(self, name, super().rows(name, beside), compared=compared)

    def _makers(self, compared: bool) -> dict[str, Callable[[], list[Row]]]:
        return {**super()._makers(compared), "decisions": lambda: marks.decisions(self)}

    def _all_problems(self) -> list[Problem]:
        return list(dict.fromkeys([*super()._all_problems(), *self.journal.problems]))
