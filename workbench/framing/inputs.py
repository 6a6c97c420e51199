"""What all of framing reads: the quotes, voices and names of each article; and what becomes of a rule that fails."""

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from workbench.cache import Memory
from workbench.extract.voices import Voices
from workbench.faults import failed
from workbench.model import Mention, Problem, Quote, by_article

if TYPE_CHECKING:
    from workbench.corpus.records import Records
    from workbench.language import Parsed

_Record = TypeVar("_Record")


class Inputs:
    """What `corpus` gives to framing."""

    def __init__(self, corpus: "Records") -> None:
        self._corpus = corpus

    @property
    def memory(self) -> Memory | None:
        """What was found in these very articles before."""
        return self._corpus.memory

    @property
    def faults(self) -> list[Problem]:
        """What could not be found, and why."""
        return self._corpus.faults

    @cached_property
    def quotes_of(self) -> dict[str, list[Quote]]:
        """The quotes of each article, speakers under the one name that they have in all articles."""
        return by_article(self._corpus.voiced_quotes)

    @cached_property
    def voices_of(self) -> dict[str, Voices]:
        """Whose words stand where, in each article."""
        articles = self._corpus.documents
        return {article.article_id: Voices(self.quotes_of.get(article.article_id, ())) for article in articles}

    @cached_property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """The names that each article mentions, in reading order."""
        return by_article(self._corpus.naming.mentions)

    def _of_each(self, what: str, find: Callable[..., Iterable[_Record]]) -> tuple[_Record, ...]:
        """What `find` gives for each article, its names and its quotes; nothing, and a problem, for one at fault."""
        return tuple(
            record
            for parsed in self._corpus.parsed
            for record in self._corpus._found(what, parsed, find, parsed, *self._named_and_quoted(parsed))
        )

    def _named_and_quoted(self, parsed: "Parsed") -> tuple[Sequence[Mention], Sequence[Quote]]:
        article_id = parsed.article.article_id
        return self.mentions_of.get(article_id, ()), self.quotes_of.get(article_id, ())

    def _over(self, what: str, of: Callable[[Set[str]], Iterable[_Record]]) -> tuple[_Record, ...]:
        """What `of` makes of the articles with these ids: of all, or without those at fault, each then a problem."""
        try:
            return self._corpus._sound(f"There are no {what} of this article", lambda kept: tuple(of(frozenset(kept))))
        except Exception as error:  # it fails whatever the articles: one problem for all
            self._tell(failed(f"There are no {what}", error))
            return ()

    def _whole(self, what: str, find: Callable[[], Iterable[_Record]]) -> tuple[_Record, ...]:
        """What `find` gives of all articles together; nothing, and a problem, where it fails."""
        try:
            return tuple(find())
        except Exception as error:  # as in `_over`, where no article can be told to be at fault
            self._tell(failed(f"There are no {what}", error))
            return ()

    def _tell(self, fault: Problem) -> None:
        """Keep a problem, once."""
        if fault not in self.faults:
            self.faults.append(fault)
