"""The framing of a corpus: labels, acts, words, dates, reuse, origins and claims, each computed once and late."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.cache import remembered
from workbench.extract.voices import Voices
from workbench.model import (
    Act,
    Check,
    Claim,
    DateMention,
    Distinction,
    Figure,
    Happening,
    Label,
    Mention,
    Origin,
    Problem,
    Quote,
    Reuse,
    Severity,
)
from workbench.scoped import Divided, PartOf, Scope, per_event
from workbench.tables import rows as to_rows
from workbench.tables.rows import Row
from workbench.worded import Worded, edited

if TYPE_CHECKING:
    from workbench.compare.dated import Dated
    from workbench.compare.headlines import Headline
    from workbench.corpus import Corpus
    from workbench.language import Parsed

_Record = TypeVar("_Record")


def _problem(what: str, error: Exception) -> Problem:
    """A problem of all articles together."""
    said = " ".join(str(error).split())[:160]
    return Problem(None, None, Severity.WARNING, f"{what} ({type(error).__name__}: {said}): please report it.")


def _headlines() -> Any:
    from workbench.compare.headlines import Headline

    return tuple[Headline, ...]


def _dated() -> Any:
    from workbench.compare.dated import Dated

    return tuple[Dated, ...]


class Framing(Worded):
    """What `corpus` holds of framing; each property a tuple of records, in reading order unless it says otherwise."""

    def __init__(self, corpus: "Corpus") -> None:
        self._corpus = corpus

    @property
    def parts(self) -> "tuple[Framing, ...]":
        """The framing of each event, where the articles are of several; made anew each time, so never stale."""
        events = self._corpus.event_records
        divided = Divided(self._corpus)
        return tuple(Part(self, Scope(divided, event)) for event in events) if len(events) > 1 else ()

    @cached_property
    def quotes_of(self) -> dict[str, list[Quote]]:
        """The quotes of each article, speakers under the one name that they have in all articles."""
        found: dict[str, list[Quote]] = defaultdict(list)
        for quote in self._corpus.voiced_quotes:
            found[quote.passage.article_id].append(quote)
        return found

    @cached_property
    def voices_of(self) -> dict[str, Voices]:
        """Whose words stand where, in each article."""
        articles = self._corpus.documents
        return {article.article_id: Voices(self.quotes_of.get(article.article_id, ())) for article in articles}

    @cached_property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """The names that each article mentions, in reading order."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._corpus.naming.mentions:
            found[mention.passage.article_id].append(mention)
        return found

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

        found = []
        for parsed in self._corpus.parsed:
            named = parsed.article.article_id
            given = (parsed, self.quotes_of.get(named, ()), self.mentions_of.get(named, ()))
            found += self._corpus._found("origins", parsed, origins.find, *given)
        settled = self._whole(
            "origins under one name",
            lambda: outlets.settle(found, self._corpus.documents, self._corpus.naming.entities),
        )
        return settled or tuple(found)

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

        return tuple(
            label for parsed in self._corpus.parsed for label in self._of_article("labels", labels.find, parsed)
        )

    @remembered(lambda: tuple[Act, ...])
    def acts(self) -> tuple[Act, ...]:
        """Who does what to whom, clause by clause."""
        from workbench.extract import acts

        return tuple(act for parsed in self._corpus.parsed for act in self._of_article("acts", acts.find, parsed))

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

    def _of_article(self, what: str, find: Callable[..., Iterable[_Record]], parsed: "Parsed") -> list[_Record]:
        """What `find` gives for an article, its mentions and its quotes; nothing, and a problem, where it fails."""
        article_id = parsed.article.article_id
        mentions, quotes = self.mentions_of.get(article_id, ()), self.quotes_of.get(article_id, ())
        return self._corpus._found(what, parsed, find, parsed, mentions, quotes)

    def _over(self, what: str, of: Callable[[Set[str]], Iterable[_Record]]) -> tuple[_Record, ...]:
        """What `of` makes of the articles with these ids: of all, or without those at fault, each then a problem."""
        try:
            return self._corpus._sound(f"There are no {what} of this article", lambda kept: tuple(of(frozenset(kept))))
        except Exception as error:  # it fails whatever the articles: one problem for all
            self._corpus.faults.append(_problem(f"There are no {what}", error))
            return ()

    @remembered(lambda: tuple[DateMention, ...])
    @per_event
    def dates(self) -> tuple[DateMention, ...]:
        """Every date, resolved against the article's own date; where it tells none, against the other articles'."""
        from workbench.extract import dates
        from workbench.extract.date_anchor import corpus_days

        own = {
            parsed.article.article_id: next(
                iter(self._corpus._found("dates", parsed, lambda parsed=parsed: [dates.anchor_of(parsed)])), None
            )
            for parsed in self._corpus.parsed
        }
        told = (
            self._corpus._found("dates", parsed, lambda parsed=parsed: [dates.newest_of(parsed)])
            for parsed in self._corpus.parsed
        )
        newest = max((day for some in told for day in some if day is not None), default=None)
        around = corpus_days(own, newest)
        figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in self._corpus.figure_records:
            figures[figure.passage.article_id].append(figure)
        return tuple(
            date
            for parsed in self._corpus.parsed
            for date in self._corpus._found(
                "dates",
                parsed,
                lambda parsed=parsed: dates.find(
                    parsed,
                    figures=figures[parsed.article.article_id],
                    around=around[parsed.article.article_id],
                    newest=newest,
                ),
            )
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
            message = f"No questions about {sort} were asked ({type(error).__name__}: {error}): please report it."
            corpus.faults.append(Problem(None, None, Severity.WARNING, message))
        return found

    @remembered(_dated)
    @per_event
    def dated(self) -> "tuple[Dated, ...]":
        """The dates that are of an event, each with the acts and names that its words hold."""
        from workbench.compare import dated

        parsed = self._corpus.parsed
        return self._over(
            "dated events",
            lambda kept: dated.read(
                [one for one in self.dates if one.passage.article_id in kept],
                [one for one in parsed if one.article.article_id in kept],
                self.mentions_of,
            ),
        )

    @remembered(lambda: tuple[Happening, ...])
    @per_event
    def timeline(self) -> tuple[Happening, ...]:
        """What happened, each thing once, in order of time, with the sources that date it and where they differ."""
        from workbench.compare import timeline

        return self._over(
            "events on the timeline", lambda kept: timeline.group(one for one in self.dated if one.article_id in kept)
        )

    @remembered(lambda: tuple[Check, ...])
    @per_event
    def date_checks(self) -> tuple[Check, ...]:
        """Questions about dates: differing sources, two steps into one office on one day, impossible orders."""
        from workbench.compare import date_checks

        names = {article.article_id: article.name for article in self._corpus.documents}
        return self._whole("questions about dates", lambda: date_checks.checks(self.dated, self.timeline, names))

    def _whole(self, what: str, find: Callable[[], Iterable[_Record]]) -> tuple[_Record, ...]:
        """What `find` gives of all articles together; nothing, and a problem, where it fails."""
        try:
            return tuple(find())
        except Exception as error:  # as in `_over`, where no article can be told to be at fault
            self._corpus.faults.append(_problem(f"There are no {what}", error))
            return ()

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
