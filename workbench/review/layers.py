"""The reading of a corpus after the decisions, layer by layer, each made once and late."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.model import Article, Check, Figure, Label, Quote, Wording
from workbench.review import items, naming, quantities, statements, utterances
from workbench.review.decision import BESIDE, Decision, Layer
from workbench.review.items import MENTIONS, Applied, Rules
from workbench.review.meant import Meant, stem
from workbench.review.naming import Named
from workbench.review.quantities import Compared
from workbench.review.standing import LOST, Placed, Standing, fold, place, traced
from workbench.review.utterances import Grouped

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.language import Parsed

_CHOICE = ":choice"
#: Why a decision on what is now in two events has no effect.
_APART = "what it is about is in several events by now, and each is compared within itself"


class Layers:
    """What the `machine` reads, with the `decisions` applied to it; what no decision is about is the machine's own."""

    def __init__(self, machine: "Corpus", decisions: Sequence[Decision]) -> None:
        self.machine, self.decisions = machine, decisions
        self.marks: dict[Layer, dict[str, tuple[str, ...]]] = {}  # what rows show of the decisions, made once
        self.articles: dict[str, Article] = {article.article_id: article for article in machine.documents}

    @cached_property
    def placed(self) -> list[Placed]:
        """Every decision with its place in the articles as they are now."""
        return [self._here(one) for one in place(self.decisions, self.machine.documents)]

    def _here(self, placed: Placed) -> Placed:
        """A decision on an entity, or a question about names, by the id that it has among these events."""
        decision, at = placed.decision, next((one.article_id for one in placed.passages if one), None)
        if decision.target.layer not in (Layer.ENTITY, Layer.CHECK) or at is None:
            return placed
        if len(self.machine.event_records) < 2 and stem(placed.key) == placed.key:
            return placed
        return replace(placed, key=self.meant.known(placed.key, at))

    @cached_property
    def meant(self) -> Meant:
        """Which entity an id means in an article."""
        return Meant(self.machine.naming, self.machine.event_of)

    @cached_property
    def _apart(self) -> frozenset[str]:
        """The decisions that join what is in several events by now."""
        if len(self.machine.event_records) < 2:
            return frozenset()
        event_of = self.machine.event_of
        joining = (one for one in self.placed if one.decision.kind not in BESIDE)
        found = (
            (one.decision.decision_id, {event_of[each.article_id] for each in one.passages if each}) for one in joining
        )
        return frozenset(name for name, events in found if len(events) > 1)

    @cached_property
    def _by_layer(self) -> Mapping[Layer, list[Placed]]:
        found: dict[Layer, list[Placed]] = defaultdict(list)
        for one in self.placed:
            if one.decision.decision_id not in self._apart:
                found[one.decision.target.layer].append(one)
        return found

    @cached_property
    def traced(self) -> dict[str, tuple[Layer, str]]:
        """By decision_id: the layer and the machine's key of what it is about; what is lost is left out."""
        return {name: (layer, key) for layer, some in self._by_layer.items() for name, key in traced(some).items()}

    def of(self, layer: Layer) -> list[Placed]:
        """The decisions on a layer, in their order; memos and grades left out."""
        return [one for one in self._by_layer.get(layer, ()) if one.decision.kind not in BESIDE]

    @cached_property
    def _standings(self) -> dict[Layer, dict[str, Standing]]:
        return {}

    def standings(self, layer: Layer) -> dict[str, Standing]:
        """What the decisions on each item of a layer come to."""
        if layer not in self._standings:
            self._standings[layer] = fold(self.of(layer))
        return self._standings[layer]

    @cached_property
    def sources(self) -> tuple[list[Article], dict[str, str]]:
        """The articles under the names that the analyst gives their sources."""
        return statements.sources(self.machine.documents, self.standings(Layer.SOURCE))

    @cached_property
    def figures(self) -> Applied[Figure]:
        """The figures."""
        return self._items(Layer.FIGURE, self.machine.figure_records) if self.of(Layer.FIGURE) else Applied()

    @cached_property
    def quotes(self) -> Applied[Quote]:
        """The quotes."""
        return self._items(Layer.QUOTE, self.machine.quote_records) if self.of(Layer.QUOTE) else Applied()

    @cached_property
    def named(self) -> Named:
        """The names: mentions and entities."""
        read = self.machine.naming
        mentions, entities = self.standings(Layer.NAME), self.of(Layer.ENTITY)
        if not mentions and not entities:
            return Named(read, Applied(read.mentions))
        return naming.decide(read, mentions, entities, self.articles, self._in_event(MENTIONS))

    @cached_property
    def compared(self) -> Compared:
        """The comparison of figures."""
        read = self.machine.comparison
        if not self.of(Layer.FIGURE) and not self.of(Layer.QUANTITY):
            return Compared(read)
        copies = frozenset(article.article_id for article in self.articles.values() if article.duplicate_of)
        moves = [one for one in self.of(Layer.FIGURE) if "quantity_id" in one.decision.after]
        steps = sorted((*moves, *self.of(Layer.QUANTITY)), key=lambda one: (one.decision.at, one.decision.decision_id))
        names = {key: article.name for key, article in self.articles.items()}
        return quantities.decide(read, self.figures, steps, copies, parses=self._parses, names=names)

    def _parses(self, article_ids: Set[str]) -> "list[Parsed]":
        """The parses of these articles: those at hand, else made for them alone."""
        if "parsed" in vars(self.machine):
            return [one for one in self.machine.parsed if one.article.article_id in article_ids]
        known: dict[str, Parsed] = vars(self.machine).setdefault("parsed_some", {})
        if wanted := [self.articles[key] for key in sorted(article_ids - known.keys()) if key in self.articles]:
            from workbench.language import parse

            known.update({one.article.article_id: one for one in parse(wanted)})
        return [known[key] for key in self.articles if key in article_ids and key in known]

    def grouped(self, groups: tuple[Any, Any], quotes: Iterable[Quote]) -> Grouped:
        """The utterances, of `groups` as the comparison finds them among `quotes`."""
        return utterances.decide(groups, self.of(Layer.UTTERANCE), quotes, self.articles)

    def labels(self, found: Iterable[Label]) -> Applied[Label]:
        """The labels."""
        return self._items(Layer.LABEL, found)

    def wording(self, found: Iterable[Wording], *, choices: bool) -> Applied[Wording]:
        """The words that frame: those of the lists, or the sources' choices."""
        some = {k: one for k, one in self.standings(Layer.WORDING).items() if k.endswith(_CHOICE) is choices}
        return items.apply(found, some, items.WORDING, self.articles)

    def asked(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """The questions of one part of the comparison, without those that the analyst rejected."""
        standings = self.standings(Layer.CHECK)
        return statements.checks(checks, standings).records if standings else tuple(checks)

    def _items(self, layer: Layer, found: Iterable[Any]) -> Applied[Any]:
        rules: Rules[Any] = items.RULES[layer]
        if layer is Layer.LABEL:
            rules = self._in_event(rules)
        return items.apply(found, self.standings(layer), rules, self.articles)

    def _in_event(self, rules: Rules[Any]) -> Rules[Any]:
        """The rules of a layer whose rows name an entity: that of the event of their article."""
        return replace(
            rules, record=lambda row, article: rules.record(self.meant.row(row, article.article_id), article)
        )

    @property
    def lost(self) -> dict[str, str]:
        """The decisions whose passages are gone, and that it is so."""
        apart = dict.fromkeys(self._apart, _APART)
        return apart | {one.decision.decision_id: LOST for one in self.placed if one.lost}

    def documents(self) -> list[Article]:
        """The articles, their sources named."""
        return self.sources[0] if self.of(Layer.SOURCE) else list(self.machine.documents)
