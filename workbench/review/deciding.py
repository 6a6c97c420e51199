"""How decisions are made on a corpus, kept, taken back and told of; what they come to is :class:`Reviewed`'s part."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.review.decision import Action, Decision, Kind, Layer, Step, Target
from workbench.review.journal import Journal, Kept

if TYPE_CHECKING:
    from workbench.review.reviewed import Reviewed

_Word = TypeVar("_Word", Action, Layer)


class Deciding(Corpus):
    """A corpus on which an analyst decides."""

    journal: Journal
    kept: Kept
    _watching: list[Callable[[], None]]

    def decide(self, action: str, layer: str, key: str = "", *, reason: str = "", **changes: Any) -> Decision:
        """Confirm, correct, reject or add (`action`) the item `key` of a `layer`, as the tables call it, and keep that.

        `changes` are the columns as they are to be: ``value=114`` of a figure, ``speaker="Ada Lund"`` of a quote,
        ``label`` (rename), ``other`` (merge) or ``figure_ids`` (split) of a quantity, ``canonical``, ``other`` or
        ``variant`` of an entity, ``group`` or ``ungroup`` of an utterance, ``answer`` of a check, ``source`` of a
        source. What is added is said by ``article_id``, ``start`` and ``end``. ``review.kept`` says where it is kept.

        Raises OptionError where there is no such item, or it cannot be so.
        """
        from workbench.review import making

        made = making.decision(
            cast("Reviewed", self),
            _one_of(Action, action),
            _one_of(Layer, layer),
            key,
            changes,
            reason=reason,
            analyst=self.journal.analyst,
            at=self.journal.moment(),
        )
        return self._keep(made)

    def memo(self, layer: str, key: str, text: str) -> Decision:
        """Write a memo on an item. Raises OptionError where there is no such item."""
        return self._beside(layer, key, Kind.MEMO, {"memo": text}, "")

    def grade(
        self, layer: str, key: str, *, reliability: str | None = None, credibility: int | None = None, reason: str = ""
    ) -> Decision:
        """Grade a source's reliability (A to F), or the credibility of a piece of information (1 to 6), or both.

        Raises OptionError for other grades, and where there is no such item.
        """
        given = {"reliability": reliability, "credibility": None if credibility is None else str(credibility)}
        return self._beside(layer, key, Kind.GRADE, {name: one for name, one in given.items() if one}, reason)

    def undo(self, decision_id: str | None = None) -> Step:
        """Take back your last decision, or the one with this id. Raises OptionError where there is none of yours."""
        step, kept = self.journal.undo(decision_id)
        self._changed(step.of, kept)
        return step

    def redo(self) -> Step:
        """Take back your last undoing. Raises OptionError where there is none, or something was decided since."""
        step, kept = self.journal.redo()
        self._changed(step.of, kept)
        return step

    def refresh(self) -> bool:
        """Take in what others have decided meanwhile; whether there was anything."""
        new = self.journal.refresh()
        if new:
            self._forget(None)
        return new

    def sign(self, analyst: str) -> None:
        """Let `analyst` decide from now on; what was decided before stays that of whoever decided it."""
        self.journal.sign(analyst)
        self._forget(None)

    def keep(self) -> Kept:
        """Try again to keep what is in memory only; what ``review.kept`` says then."""
        self.kept = self.journal.keep()
        return self.kept

    def watch(self, call: Callable[[], None]) -> Callable[[], None]:
        """Call `call` after every change; calling what this returns ends that."""
        self._watching.append(call)
        return lambda: self._watching.remove(call) if call in self._watching else None

    def _beside(self, layer: str, key: str, kind: Kind, after: dict[str, Any], reason: str) -> Decision:
        from workbench.review import making

        target, who, at = Target(_one_of(Layer, layer), key), self.journal.analyst, self.journal.moment()
        made = making.beside(cast("Reviewed", self), target, kind, after, reason=reason, analyst=who, at=at)
        return self._keep(made)

    def _keep(self, made: Decision) -> Decision:
        self._changed(made.decision_id, self.journal.add(made), made)
        return made

    def _changed(self, decision_id: str, kept: Kept, made: Decision | None = None) -> None:
        self.kept = kept
        known = (one for one in self.journal.entries if isinstance(one, Decision) and one.decision_id == decision_id)
        self._forget(made or next(known, None))

    @abstractmethod
    def _forget(self, made: Decision | None) -> None:
        """Make anew, late, what follows from the decision `made`; from any, where it is None."""


def _one_of(kind: type[_Word], word: str) -> _Word:
    try:
        return kind(word)
    except ValueError:
        raise OptionError(f"There is no {kind.__name__.lower()} {word!r}; there is {', '.join(kind)}.") from None
