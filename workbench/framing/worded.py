"""The words of a corpus: those that frame, those chosen for one thing, and what the analyst changed about them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.cache import remembered
from workbench.faults import failed
from workbench.framing.inputs import Inputs
from workbench.framing.parts import per_event
from workbench.lexicons import kept
from workbench.lexicons.concepts import told
from workbench.lexicons.own import ACTS, CHOICES, LISTS, Own
from workbench.lexicons.wordlists import Term, WordLists
from workbench.model import Act, Device, Problem, Severity, Wording, by_article

if TYPE_CHECKING:
    from workbench.language import Parsed


def edited(worded: "Worded") -> bool:
    """Whether the analyst changed anything about words, so that what is found depends on more than the articles."""
    return bool(worded.own.edits)


class Worded(Inputs, ABC):
    """What ``corpus.framing`` holds of words; a change that the analyst makes is heeded at once."""

    @property
    @abstractmethod
    def acts(self) -> Sequence[Act]:
        """Who does what to whom."""

    @cached_property
    def own(self) -> Own:
        """What the analyst changed about words: the lists, and what counts as one thing or act."""
        own = Own(kept.place(self._corpus.origin), self._forget)
        if own.problem:
            self._tell(Problem(str(own.path), None, Severity.WARNING, own.problem))
        return own

    @property
    def word_lists(self) -> WordLists:
        """The words that frame: those of the workbench, as the analyst changed them beside these articles."""
        return self.own.edits.lists

    def use(self, lists: WordLists, *, keep: bool = True) -> kept.Kept:
        """From now on find words by these lists, and keep them beside the articles (unless `keep` is false).

        Only the words that frame are found anew; what the other layers found stays. Says where the lists are kept, or
        why they are not.
        """
        return self.own.use(lists, keep=keep)

    def _forget(self, part: str) -> None:
        """Find anew what a change of this part of the analyst's words touches."""
        found = {LISTS: ("wording",), CHOICES: ("choices",), ACTS: ("choices_as_found", "choices", "claims")}[part]
        for name in found:
            self.__dict__.pop(name, None)
        for table in ("wording", *(("claims",) if part == ACTS else ())):
            self._corpus.forget(table)

    @remembered(lambda: tuple[Wording, ...], unless=edited)
    def wording(self) -> tuple[Wording, ...]:
        """Loaded words, intensifiers, hedges and reporting verbs, as ``word_lists`` have them."""
        from workbench.extract import wording

        found = (self._listed(wording.find, parsed, self.word_lists) for parsed in self._corpus.parsed)
        return tuple(word for some in found for word in some)

    @remembered(lambda: tuple[Wording, ...], unless=edited)
    @per_event
    def choices_as_found(self) -> tuple[Wording, ...]:
        """The words that sources choose for one and the same thing or act, which is their ``concept``, as found."""
        from workbench.compare import wording
        from workbench.compare.same_acts import SameActs

        corpus = self._corpus
        acts_of = by_article(self.acts)
        same = SameActs(self.own.pairs)
        try:
            return wording.find(corpus.parsed, corpus.comparison.quantities, acts_of, self.voices_of, same)
        except Exception as error:  # one hostile text must not take the listed words along
            self._tell(failed("The sources' choices of words could not be compared", error))
            return ()

    @cached_property
    def choices(self) -> tuple[Wording, ...]:
        """The choices with what the analyst says counts as one thing; ``choices_as_found`` are without it."""
        from workbench.compare import recast

        if not self.own.edits.choices:
            return self.choices_as_found
        words, misfits = recast.replay(self.choices_as_found, self.own.edits.choices, self.places_of)
        for change, why in misfits:
            message = f"A change kept with these articles no longer fits and has no effect ({told(change)}): {why}"
            self._tell(Problem(None, None, Severity.WARNING, message))
        return words

    def places_of(self, words: Sequence[str]) -> tuple[Wording, ...]:
        """Where any of these words or phrases stand in any article, in any inflection."""
        from workbench.extract import wording

        lists = WordLists(tuple(Term(each, Device.CHOICE, mine=True) for each in words), bare=True)
        return tuple(word for parsed in self._corpus.parsed for word in self._listed(wording.find, parsed, lists))

    def _listed(self, find: Callable[..., Iterable[Wording]], parsed: "Parsed", lists: WordLists) -> list[Wording]:
        quotes = self.quotes_of.get(parsed.article.article_id, ())
        return self._corpus._found("wording", parsed, find, parsed, quotes, lists)
