"""What there is to know of the decisions: histories, memos and grades, counts, orphans, and where analysts differ."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.model import Passage
from workbench.review import marks
from workbench.review.agreement import Agreement, agreements
from workbench.review.decision import BESIDE, Decision, Entry, Kind, Layer, Step
from workbench.review.differences import Difference, differences
from workbench.tables.schemas import SCHEMAS

if TYPE_CHECKING:
    from workbench.review.journal import Kept
    from workbench.review.reviewed import Reviewed

#: Decisions by which items come to be what they are.
_JOINING = frozenset({Kind.MERGE, Kind.SPLIT, Kind.GROUP, Kind.UNGROUP})
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
        """Those that are not undone, in the order of time, everybody's; those on articles of other events left out."""
        return tuple(self._corpus.layers.decisions)

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

    def history(self, layer: str, key: str, passages: Iterable[Passage] = ()) -> tuple[Entry, ...]:
        """Everything that was decided on an item, undone and redone, in the order of time; memos and grades too.

        With its `passages`, also by which merge or split it came to be what it is.
        """
        wanted, here = (Layer(layer), key), set(passages)
        about = {name for name, item in self._items.items() if item == wanted}
        for one in self._corpus.layers.placed:
            if (
                one.decision.target.layer is wanted[0]
                and one.decision.kind in _JOINING
                and here.intersection(one.passages)
            ):
                about.add(one.decision.decision_id)
        entries = self._corpus.journal.entries
        for entry in entries:
            if isinstance(entry, Decision) and (entry.target.layer, entry.target.key) == wanted:
                about.add(entry.decision_id)
        return tuple(one for one in entries if (one.of if isinstance(one, Step) else one.decision_id) in about)

    @property
    def _items(self) -> dict[str, tuple[Layer, str]]:
        """By decision_id: the layer and the key, as the tables have it by now, of what it is about."""
        layers, framing = self._corpus.layers, self._corpus.framing
        named: dict[Layer, Callable[[], dict[str, str]]] = {
            Layer.FIGURE: lambda: layers.figures.named,
            Layer.QUOTE: lambda: layers.quotes.named,
            Layer.NAME: lambda: layers.named.mentions.named,
            Layer.LABEL: lambda: framing.labelled.named,
            Layer.WORDING: lambda: {**framing.worded.named, **framing.chosen.named},
        }
        now = {layer: make() for layer, make in named.items() if layers.of(layer)}
        return {name: (layer, now.get(layer, {}).get(key, key)) for name, (layer, key) in layers.traced.items()}

    def marks(self, layer: str) -> dict[str, tuple[str, ...]]:
        """By key: what a row of the layer shows of the decisions on it: confirmed, corrected or added; memo; grades."""
        if not self._corpus.journal.live:
            return {}
        wanted, kept = Layer(layer), self._corpus.layers.marks
        if wanted not in kept:
            kept[wanted] = self._marks(wanted)
        return kept[wanted]

    def _marks(self, wanted: Layer) -> dict[str, tuple[str, ...]]:
        found = {key: [what] for key, what in marks.of_table(self._corpus, TABLES[wanted]).items()}
        items = self._items
        for one in self.decisions:
            item = items.get(one.decision_id)
            if one.kind in BESIDE and item is not None and item[0] is wanted:
                told = found.setdefault(item[1], [])
                told += ["memo"] if one.kind is Kind.MEMO else [f"graded {grade}" for grade in one.after.values()]
        return {key: tuple(dict.fromkeys(told)) for key, told in found.items()}

    def rejected(self, layer: str) -> int:
        """How many items of a layer were rejected, and are left out of the tables."""
        return self._gone()[TABLES[Layer(layer)]]() if self._corpus.layers.of(Layer(layer)) else 0

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
        gone, found = self._gone(), {}
        for name in (one for one in SCHEMAS if one in gone):
            told = Counter(row["decided"] for row in self._corpus.rows(name))
            states = {state: told[state] for state in ("machine", "confirmed", "corrected", "added")}
            found[name] = {**states, "rejected": gone[name]()}
        return found

    def _gone(self) -> dict[str, Callable[[], int]]:
        corpus, layers = self._corpus, self._corpus.layers
        return {
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

    def differences(self) -> list[Difference]:
        """The items on which analysts decided differently, with what each decided."""
        return differences(self._corpus.layers.placed)

    def agreement(self) -> dict[str, Agreement]:
        """By layer: how far the analysts agree, as Krippendorff's alpha."""
        return agreements(self._corpus.layers.placed)
