"""What there is to know of the decisions: histories, memos and grades, counts, orphans, and where analysts differ."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.review.agreement import Agreement, agreements
from workbench.review.decision import Decision, Entry, Kind, Layer, Step
from workbench.review.differences import Difference, differences
from workbench.tables.schemas import SCHEMAS

if TYPE_CHECKING:
    from workbench.review.journal import Kept
    from workbench.review.reviewed import Reviewed

#: The table of each layer.
TABLES = {
    Layer.FIGURE: "figures",
    Layer.QUANTITY: "quantities",
    Layer.QUOTE: "quotes",
    Layer.UTTERANCE: "utterances",
    Layer.NAME: "names",
    Layer.ENTITY: "entities",
    Layer.LABEL: "labels",
    Layer.WORDING: "wording",
    Layer.CLAIM: "claims",
    Layer.CHECK: "checks",
    Layer.SOURCE: "articles",
}


class Review:
    """The decisions on a corpus. Nothing here changes anything; ``corpus.decide`` and ``corpus.undo`` do."""

    def __init__(self, corpus: "Reviewed") -> None:
        self._corpus = corpus

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those that are not undone, in the order of time, everybody's."""
        return self._corpus.journal.live

    @property
    def analyst(self) -> str:
        """Who decides."""
        return self._corpus.journal.analyst

    @property
    def kept(self) -> "Kept":
        """Where the last decision is kept, or why it is in memory only."""
        return self._corpus.kept

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What is in memory only, because it could not be written."""
        return self._corpus.journal.waiting

    def history(self, layer: str, key: str) -> tuple[Entry, ...]:
        """Everything that was decided on an item, undone and redone, in the order of time; memos and grades too."""
        wanted = (Layer(layer), key)
        placed = {
            one.decision.decision_id
            for one in self._corpus.layers.placed
            if (one.decision.target.layer, one.key) == wanted
        }
        entries = self._corpus.journal.entries
        for one in entries:
            if isinstance(one, Decision) and (one.target.layer, one.target.key) == wanted:
                placed.add(one.decision_id)
        return tuple(one for one in entries if (one.of if isinstance(one, Step) else one.decision_id) in placed)

    def memos(self, layer: str, key: str) -> tuple[Decision, ...]:
        """The memos on an item."""
        live = {one.decision_id for one in self.decisions}
        some = (one for one in self.history(layer, key) if isinstance(one, Decision) and one.kind is Kind.MEMO)
        return tuple(one for one in some if one.decision_id in live)

    def grades(self, layer: str, key: str) -> dict[str, dict[str, str]]:
        """By analyst: the latest reliability and credibility that they gave an item."""
        live = {one.decision_id for one in self.decisions}
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self.history(layer, key):
            if isinstance(one, Decision) and one.kind is Kind.GRADE and one.decision_id in live:
                found[one.analyst] |= {name: str(grade) for name, grade in one.after.items()}
        return dict(found)

    @property
    def orphans(self) -> dict[str, str]:
        """By decision_id: why a decision has no effect. It is never moved to what merely looks alike."""
        corpus, layers = self._corpus, self._corpus.layers
        found = dict(layers.lost)
        parts: dict[Layer, Callable[[], dict[str, str]]] = {
            Layer.FIGURE: lambda: {**layers.figures.orphans, **layers.compared.orphans},
            Layer.QUANTITY: lambda: layers.compared.orphans,
            Layer.QUOTE: lambda: layers.quotes.orphans,
            Layer.UTTERANCE: lambda: corpus.grouped.orphans,
            Layer.NAME: lambda: layers.named.mentions.orphans,
            Layer.ENTITY: lambda: layers.named.orphans,
            Layer.LABEL: lambda: corpus.framing.labelled.orphans,
            Layer.WORDING: lambda: {**corpus.framing.worded.orphans, **corpus.framing.chosen.orphans},
            Layer.CLAIM: lambda: corpus.framing.claimed.orphans,
            Layer.CHECK: lambda: corpus.asked.orphans,
        }
        for layer, make in parts.items():
            if layers.of(layer):
                found = {**make(), **found}
        return found

    def counts(self) -> dict[str, dict[str, int]]:
        """By table: how many rows are the machine's, confirmed, corrected and added, and how many were rejected."""
        corpus, layers = self._corpus, self._corpus.layers
        gone: dict[str, Callable[[], int]] = {
            "figures": lambda: len(layers.figures.rejected),
            "quantities": lambda: layers.compared.rejected,
            "quotes": lambda: len(layers.quotes.rejected),
            "utterances": lambda: corpus.grouped.rejected,
            "names": lambda: len(layers.named.mentions.rejected),
            "entities": lambda: layers.named.rejected,
            "labels": lambda: len(corpus.framing.labelled.rejected),
            "wording": lambda: len(corpus.framing.worded.rejected) + len(corpus.framing.chosen.rejected),
            "claims": lambda: len(corpus.framing.claimed.rejected),
            "checks": lambda: len(corpus.asked.rejected),
            "articles": lambda: 0,
        }
        found = {}
        for name in (one for one in SCHEMAS if one in gone):
            told = Counter(row["decided"] for row in corpus.rows(name))
            states = {state: told[state] for state in ("machine", "confirmed", "corrected", "added")}
            found[name] = {**states, "rejected": gone[name]()}
        return found

    def differences(self) -> list[Difference]:
        """The items on which analysts decided differently, with what each decided."""
        return differences(self._corpus.layers.placed)

    def agreement(self) -> dict[str, Agreement]:
        """By layer: how far the analysts agree, as Krippendorff's alpha."""
        return agreements(self._corpus.layers.placed)
