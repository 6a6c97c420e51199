"""When things happened: the dates of a corpus, what they date, the timeline, and the questions that it raises."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.cache import remembered
from workbench.framing.inputs import Inputs
from workbench.framing.parts import per_event
from workbench.model import Check, DateMention, Happening, by_article

if TYPE_CHECKING:
    from workbench.compare.dated import Dated
    from workbench.language import Parsed

_Told = TypeVar("_Told")


def _dated() -> Any:
    from workbench.compare.dated import Dated

    return tuple[Dated, ...]


class Timed(Inputs):
    """What ``corpus.framing`` holds of time."""

    @remembered(lambda: tuple[DateMention, ...])
    @per_event
    def dates(self) -> tuple[DateMention, ...]:
        """Every date, resolved against the article's own date; where it tells none, against the other articles'."""
        from workbench.extract import dates
        from workbench.extract.date_anchor import corpus_days

        newest = max((day for day in self._told(dates.newest_of).values() if day is not None), default=None)
        around = corpus_days(self._told(dates.anchor_of), newest)
        figures = by_article(self._corpus.figure_records)

        def find(parsed: "Parsed") -> Iterator[DateMention]:
            named = parsed.article.article_id
            return dates.find(parsed, figures=figures.get(named, ()), around=around[named], newest=newest)

        return tuple(date for one in self._corpus.parsed for date in self._corpus._found("dates", one, find, one))

    def _told(self, tell: Callable[["Parsed"], _Told | None]) -> dict[str, _Told | None]:
        """What `tell` makes of each article, by its article_id; None where it fails."""

        def found(parsed: "Parsed") -> Iterator[_Told | None]:
            yield tell(parsed)

        return {
            one.article.article_id: next(iter(self._corpus._found("dates", one, found, one)), None)
            for one in self._corpus.parsed
        }

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
