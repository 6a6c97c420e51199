"""The framing of a corpus: labels, acts, words, dates, reuse, origins and claims, each computed once and late."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.cache import remembered
from workbench.faults import failed
from workbench.framing.parts import Divided, PartOf, Scope, per_event
from workbench.framing.timed import Timed
from workbench.framing.worded import Worded, edited
from workbench.model import Act, Check, Claim, Distinction, Label, Origin, Reuse
from workbench.tables import rows as to_rows
from workbench.tables.rows import Row

if TYPE_CHECKING:
    from workbench.compare.headlines import Headline


def _headlines() -> Any:
    from workbench.compare.headlines import Headline

    return tuple[Headline, ...]


class Framing(Worded, Timed):
    """What `corpus` holds of framing; each property a tuple of records, in reading order unless it says otherwise."""

    @property
    def parts(self) -> "tuple[Framing, ...]":
        """The framing of each event, where the articles are of several; made anew each time, so never stale."""
        events = self._corpus.event_records
        divided = Divided(self._corpus)
        return tuple(Part(self, Scope(divided, event)) for event in events) if len(events) > 1 else ()

    @remembered(lambda: tuple[Reuse, ...])
    @per_event
    def reuse(self) -> tuple[Reuse, ...]:
        """What two articles share outside quotations."""
        from workbench.compare import reuse

        documents = self._corpus.documents
        return self._over(
            "text that articles share",
            lambda kept: reuse.find([one for one in documents if one.article_id in kept], self.quotes_of),
        )

    @remembered(lambda: tuple[Origin, ...])
    @per_event
    def origins(self) -> tuple[Origin, ...]:
        """Where the articles say that they have something from, each place once."""
        from workbench.compare import outlets
        from workbench.extract import origins

        found = self._of_each("origins", lambda parsed, names, quotes: origins.find(parsed, quotes, names))
        settled = self._whole(
            "origins under one name",
            lambda: outlets.settle(found, self._corpus.documents, self._corpus.naming.entities),
        )
        return settled or found

    @remembered(lambda: tuple[Distinction, ...])
    @per_event
    def distinctive(self) -> tuple[Distinction, ...]:
        """The words that each source uses more than the others, the most distinctive of each source first."""
        from workbench.compare import distinctive

        parsed = self._corpus.parsed
        return self._over(
            "distinctive words",
            lambda kept: distinctive.rank([one for one in parsed if one.article.article_id in kept], self.quotes_of),
        )

    @remembered(lambda: tuple[Label, ...])
    def labels(self) -> tuple[Label, ...]:
        """What each article calls each person and thing."""
        from workbench.extract import labels

        return self._of_each("labels", labels.find)

    @remembered(lambda: tuple[Act, ...])
    def acts(self) -> tuple[Act, ...]:
        """Who does what to whom, clause by clause."""
        from workbench.extract import acts

        return self._of_each("acts", acts.find)

    @remembered(_headlines)
    @per_event
    def headlines(self) -> "tuple[Headline, ...]":
        """The headline of each article: what it tells, and what it leaves out that others' headlines have."""
        from workbench.compare import headlines

        corpus = self._corpus
        quantity_of = corpus.comparison.quantity_of
        figures = corpus.figure_records
        return self._over(
            "headlines side by side",
            lambda kept: headlines.compare(
                [one for one in corpus.documents if one.article_id in kept],
                self.acts,
                figures,
                self.mentions_of,
                quantity_of,
            ),
        )

    @remembered(lambda: tuple[Claim, ...], unless=edited)
    @per_event
    def claims(self) -> tuple[Claim, ...]:
        """What is claimed, by which articles and on whose word, and who is silent; what most articles have first."""
        from workbench.compare import coverage
        from workbench.compare.same_acts import SameActs

        corpus = self._corpus
        evidence = coverage.Evidence(
            corpus.documents,
            corpus.parsed,
            corpus.comparison.quantities,
            corpus.quote_groups[0],
            corpus.voiced_quotes,
            self.acts,
            corpus.naming.entities,
            self.mentions_of,
            self.voices_of,
            SameActs(self.own.pairs),
        )
        return self._whole("claims by source", lambda: coverage.find(evidence))

    @remembered(lambda: tuple[Check, ...])
    @per_event
    def checks(self) -> tuple[Check, ...]:
        """Questions about what the articles say, and how, that are worth an analyst's look."""
        from workbench.compare import contradictions
        from workbench.compare.asking import Material

        corpus = self._corpus
        material = Material(
            corpus.parsed,
            self.quotes_of,
            self.mentions_of,
            corpus.naming.entities,
            corpus.comparison.quantities,
            corpus.figure_records,
            corpus.quote_groups[1],
            self.labels,
        )
        found, faults = contradictions.find(material)
        for sort, error in faults.items():
            self._tell(failed(f"No questions about {sort} were asked", error))
        return found

    def makers(self) -> dict[str, Callable[[], list[Row]]]:
        """By name of table: what makes its rows."""
        return {
            "acts": lambda: to_rows.acts(self.acts),
            "labels": lambda: to_rows.labels(self.labels),
            "dates": lambda: to_rows.dates(self.dates),
            "timeline": lambda: to_rows.timeline(self.timeline),
            "origins": lambda: to_rows.origins(self.origins),
            "wording": lambda: to_rows.wording([*self.wording, *self.choices]),
            "distinctive": lambda: to_rows.distinctive(self.distinctive),
            "claims": lambda: to_rows.claims(self.claims),
            "reuse": lambda: to_rows.reuse(self.reuse),
        }


class Part(PartOf, Framing):
    """The framing of one event of several."""
