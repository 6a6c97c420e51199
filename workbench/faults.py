"""A rule that fails: hostile text reaches every rule, and must not stop the others, nor take other articles along."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.errors import cause
from workbench.garbage import undisturbed
from workbench.model import Article, Problem, Severity

if TYPE_CHECKING:
    from workbench.language import Parsed

_Record = TypeVar("_Record")


def failed(what: str, error: Exception, article: Article | None = None) -> Problem:
    """The problem that says `what` came of an `error`, with this article or (None) with all of them together."""
    path, article_id = (article.path, article.article_id) if article else (None, None)
    return Problem(path, article_id, Severity.WARNING, f"{what} ({cause(error)}): please report it.")


class Guarded:
    """What has articles, `documents`, and tells in `faults` what a rule could not make of them."""

    documents: tuple[Article, ...]
    faults: list[Problem]
    _by_id: dict[str, Article]

    def _found(self, what: str, parsed: "Parsed", find: Callable[..., Iterable[_Record]], *given: Any) -> list[_Record]:
        """What `find` gives; where an article makes it fail, nothing, and a problem: the others go on."""
        try:
            with undisturbed():
                return list(find(*given))
        except Exception as error:
            self._tell(failed(f"No {what} could be taken from this article", error, parsed.article))
            return []

    def _sound(
        self, what: str, of: Callable[[Sequence[str]], _Record], article_ids: Sequence[str] | None = None
    ) -> _Record:
        """What `of` makes of the articles (None: all) with which it succeeds; a problem for each of the others."""
        from workbench.compare import guarded

        made, faults = guarded.over(tuple(self._by_id) if article_ids is None else article_ids, of)
        self._left_out(what, faults)
        return made

    def _left_out(self, what: str, faults: Mapping[str, Exception]) -> None:
        """A problem for each article that a comparison had to leave out."""
        for article_id, error in faults.items():
            self._tell(failed(what, error, self._by_id[article_id]))

    def _tell(self, fault: Problem) -> None:
        """Keep a problem, once."""
        if fault not in self.faults:
            self.faults.append(fault)
