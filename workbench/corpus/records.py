"""What is found in the articles of a corpus, and between those of one event; each made once, when it is asked for."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cache import Memory, Shelf, remembered
from workbench.corpus.grouped import ByEvent
from workbench.faults import Guarded
from workbench.framing import Framing
from workbench.garbage import undisturbed
from workbench.model import Check, Figure, Quote, QuotePair, Utterance, by_article

if TYPE_CHECKING:
    from workbench.compare.entities import Naming
    from workbench.compare.quantities import Comparison
    from workbench.language import Parsed


def _naming() -> Any:
    from workbench.compare.entities import Naming

    return Naming


def _comparison() -> Any:
    from workbench.compare.quantities import Comparison

    return Comparison


class Records(Guarded, ByEvent, ABC):
    """The records behind the tables: those of each article, and those of all articles of an event together.

    `origin` are the files and folders that were read; `shelf` is where to look for what was found before.
    """

    origin: tuple[Path, ...]
    shelf: Shelf | None

    @abstractmethod
    def forget(self, name: str) -> None:
        """Make the table `name` anew when it is next asked for: what it is made of has changed."""

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

        spoken = by_article(self.quote_records)
        blocks: figures.Blocks = {}
        return tuple(
            figure
            for parsed in self.parsed
            for figure in self._found(
                "figures", parsed, figures.find, parsed, spoken.get(parsed.article.article_id, ()), blocks
            )
        )

    @remembered(lambda: tuple[tuple[Utterance, ...], tuple[QuotePair, ...]])
    def quote_groups(self) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        """What was said, each thing once, and the renderings of it that two articles give."""
        return self._grouped(self.voiced_quotes)

    def _grouped(self, voiced: Iterable[Quote]) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        """The utterances among quotes, and their pairs, within each event."""
        from workbench.compare import together, utterances

        spoken = by_article(voiced)

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

        event_of = self.event_of
        voiced: dict[str, list[Figure]] = {event.event_id: [] for event in self.event_records}
        parsed: dict[str, list[Parsed]] = {event.event_id: [] for event in self.event_records}
        for figure in self.figure_records:
            # under one name, so that an origin counts once however the articles spell it
            name = self.naming.speaker(figure.passage.article_id, figure.speaker)[1]
            spoken = figure if name == figure.speaker else replace(figure, speaker=name)
            voiced[event_of[figure.passage.article_id]].append(spoken)
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
        dated = self.framing.date_checks
        return (*self.comparison.checks, *self.naming.checks, *self.framing.checks, *dated)
