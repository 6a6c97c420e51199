"""What views say of decisions on their rows, and how their methods make them; the look of the matrix."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import anywidget

from workbench.errors import OptionError
from workbench.markup import Html, tag
from workbench.review import Decision, Reviewed
from workbench.views import deciding_words

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_HERE = Path(__file__).parent
NEEDS = (
    "Decisions need a corpus of wb.load(...), which keeps them beside the articles; this one is the machine's alone."
)


class Look(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """An invisible child that brings the look of the matrix."""

    _esm = "export default { render() {} };"
    _css = _HERE / "matrix.css"


def reviewed(corpus: "Corpus") -> Reviewed:
    """The corpus, where decisions can be made on it. Raises OptionError where they cannot."""
    if not isinstance(corpus, Reviewed):
        raise OptionError(NEEDS)
    return corpus


def decided(corpus: "Corpus", mine: Callable[[Decision], bool]) -> list[str]:
    """The decisions that stand and are `mine` to tell, in words, in the order of time."""
    if not isinstance(corpus, Reviewed):
        return []
    words = deciding_words.Words(corpus)
    return [words.told(one) for one in corpus.journal.live if mine(one)]


def undo(corpus: "Corpus", mine: Callable[[Decision], bool]) -> None:
    """Take back the analyst's last decision that is `mine`; nothing where there is none."""
    if not isinstance(corpus, Reviewed):
        return
    own = [one for one in corpus.journal.live if one.analyst == corpus.journal.analyst and mine(one)]
    if own:
        corpus.undo(own[-1].decision_id)


def listed(changes: Sequence[str]) -> Html:
    """The corrections made by hand, as a list; nothing where there is none."""
    if not changes:
        return Html("")
    return tag("p", tag("b", "Corrected by hand: "), "; ".join(changes), ".", class_="wb-cite wb-changes")
