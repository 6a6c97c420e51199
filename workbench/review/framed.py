"""The framing of a reviewed corpus: made of its figures, quotes and names as decided, then decided on itself."""

from collections.abc import Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.framing import Framing
from workbench.model import Check, Claim, Label, Wording
from workbench.review.decision import Layer
from workbench.review.items import Applied
from workbench.review.statements import Stated, claims

if TYPE_CHECKING:
    from workbench.review.reviewed import Reviewed

#: What no decision changes: the word lists in use.
_STATE = frozenset({"own"})


class Framed(Framing):
    """What `corpus` holds of framing, with the decisions on labels, words, claims and questions."""

    def __init__(self, corpus: "Reviewed") -> None:
        super().__init__(corpus)
        self._reviewed = corpus

    def forget(self, names: Set[str] | None) -> None:
        """Make these properties anew when they are next asked for; all but the word lists where `names` is None."""
        for name in list(self.__dict__):
            made = isinstance(getattr(type(self), name, None), cached_property)
            if made and name not in _STATE and (names is None or name in names):
                del self.__dict__[name]

    @cached_property
    def labelled(self) -> Applied[Label]:
        """The labels with what each is by now."""
        return self._reviewed.layers.labels(_read(Framing.labels, self))

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """What each article calls each person and thing."""
        return self.labelled.records

    def _forget(self, part: str) -> None:
        super()._forget(part)
        for name in ("worded", "wording", "chosen", "choices", "claimed", "claims"):
            self.__dict__.pop(name, None)

    @cached_property
    def worded(self) -> Applied[Wording]:
        """The words of the lists, with what each is by now."""
        return self._reviewed.layers.wording(_read(Framing.wording, self), choices=False)

    @cached_property
    def wording(self) -> tuple[Wording, ...]:
        """Loaded words, intensifiers, hedges and reporting verbs, as ``word_lists`` have them."""
        return self.worded.records

    @cached_property
    def chosen(self) -> Applied[Wording]:
        """The sources' choices of words, with what each is by now."""
        return self._reviewed.layers.wording(_read(Framing.choices, self), choices=True)

    @cached_property
    def choices(self) -> tuple[Wording, ...]:
        """The words that sources choose for one and the same thing or act, which is their ``concept``."""
        return self.chosen.records

    @cached_property
    def claimed(self) -> Stated[Claim]:
        """The claims with what each is by now."""
        return claims(_read(Framing.claims, self), self._reviewed.layers.standings(Layer.CLAIM))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is claimed, by which articles and on whose word, and who is silent; what most articles have first."""
        return self.claimed.records

    @cached_property
    def raw_checks(self) -> tuple[Check, ...]:
        """The questions of the framing, rejected ones included."""
        found: tuple[Check, ...] = _read(Framing.checks, self)
        return found

    @cached_property
    def raw_date_checks(self) -> tuple[Check, ...]:
        """The questions about dates, rejected ones included."""
        found: tuple[Check, ...] = _read(Framing.date_checks, self)
        return found

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Questions about what the articles say, and how, that are worth an analyst's look."""
        return self._reviewed.layers.asked(self.raw_checks)

    @cached_property
    def date_checks(self) -> tuple[Check, ...]:
        """Questions about dates: differing sources, two steps into one office on one day, impossible orders."""
        return self._reviewed.layers.asked(self.raw_date_checks)


def _read(made: Any, framing: Framing) -> Any:
    """What a property of ``Framing`` makes, without keeping it under the property's own name."""
    return made.func(framing)
