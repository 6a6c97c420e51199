"""Decisions on figures and quantities, carried into the comparison: groups, verdicts, pairs, sums and questions."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workbench.compare import reworked
from workbench.compare.quantities import Comparison, pairs_of
from workbench.compare.regroup import Change, quantity_of, regroup, split_id
from workbench.errors import OptionError
from workbench.language import Parsed
from workbench.model import Figure, FigureKind, Quantity, Relation
from workbench.review.decision import BESIDE, Action, Kind, Layer
from workbench.review.items import Applied
from workbench.review.standing import CONFIRMED, CORRECTED, LOST, Placed, rekey


@dataclass
class Compared:
    """The comparison after the decisions, what each quantity is by now, and decisions that do not fit."""

    comparison: Comparison
    decided: dict[str, str] = field(default_factory=dict)
    rejected: int = 0  # quantities
    orphans: dict[str, str] = field(default_factory=dict)


def decide(
    comparison: Comparison,
    figures: Applied[Figure],
    placed: Iterable[Placed],
    copies: Set[str] = frozenset(),
    *,
    parses: Callable[[Set[str]], Sequence[Parsed]] = lambda _: (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> Compared:
    """The comparison after the decisions on figures (`figures`) and those on quantities, in their order.

    `placed` are the decisions on quantities, and those on figures that put them into another one. `parses` gives the
    parses of some articles, for sums to be made anew; `names` what to call an article.
    """
    work = _Work({one.quantity_id: one for one in comparison.quantities}, copies)
    touched = work.take(figures)
    for one in placed:
        if one.decision.target.layer is Layer.FIGURE:
            work.move(one, figures.named.get(one.key, one.key))
        elif one.decision.kind not in BESIDE:
            work.decide(one)
    before = {one.quantity_id: one for one in comparison.quantities}
    changed = {key for key, one in work.now.items() if before.get(key) != one}
    for key in changed:
        work.decided[key] = CORRECTED
    same = work.now.keys() - changed
    kept = [pair for pair in comparison.pairs if pair.quantity_id in same]
    pairs = (*kept, *(pair for key, one in work.now.items() if key in changed for pair in pairs_of(one, copies)))
    kept_sums = [one for one in comparison.relations if not touched.intersection(one.figure_ids)]
    new_sums = _sums(comparison, figures, work.now, touched, parses) if touched else []
    gone, asked = reworked.questions(comparison, work.now, changed, new_sums, names)
    checks = [one for one in comparison.checks if one.check_id not in gone and not touched & {*one.figure_ids}]
    relations = {one.relation_id: one for one in (*new_sums, *kept_sums)}
    found = Comparison(
        tuple(work.now.values()),
        pairs,
        tuple(relations[key] for key in sorted(relations)),
        tuple({one.check_id: one for one in (*checks, *asked)}.values()),
    )
    decided = {key: what for key, what in work.decided.items() if key in work.now}
    return Compared(found, decided, work.rejected, work.orphans)


def _sums(
    read: Comparison,
    figures: Applied[Figure],
    now: Mapping[str, Quantity],
    touched: Set[str],
    parses: Callable[[Set[str]], Sequence[Parsed]],
) -> list[Relation]:
    """The sums of figures that are other ones by now, among the articles that speak of their quantities."""
    about = {*touched, *figures.decided}
    groups = (one for one in (*read.quantities, *now.values()) if about & {figure.figure_id for figure in one.figures})
    articles = {figure.passage.article_id for one in groups for figure in one.figures}
    parsed = parses(articles)
    return list(reworked.relations(figures.records, tuple(now.values()), parsed, about)) if parsed else []


@dataclass
class _Work:
    now: dict[str, Quantity]
    copies: Set[str]
    decided: dict[str, str] = field(default_factory=dict)
    orphans: dict[str, str] = field(default_factory=dict)
    rejected: int = 0

    def take(self, figures: Applied[Figure]) -> set[str]:
        """Put the figures as decided into their quantities; the ids of those whose number is another, or gone."""
        after = {figure.figure_id: figure for figure in figures.records if figure.figure_id in figures.decided}
        gone = {figure.figure_id for figure in figures.rejected}
        if not after and not gone:
            return set()
        was = {now: key for key, now in figures.named.items()}
        old = {was.get(key, key): figure for key, figure in after.items()}
        touched, met = set(gone), set()
        for key, quantity in list(self.now.items()):
            ids = [figure.figure_id for figure in quantity.figures]
            met.update(ids)
            if not any(one in gone or one in old for one in ids):
                continue
            left = [_as_read(old.get(one.figure_id, one), one) for one in quantity.figures if one.figure_id not in gone]
            touched |= {
                one.figure_id for one in quantity.figures if _number(old.get(one.figure_id, one)) != _number(one)
            }
            if not left:
                del self.now[key]
            elif tuple(left) != quantity.figures:
                self.now[key] = quantity_of(key, quantity.label, left, self.copies)
        for key, figure in old.items():
            if key not in met and figure.kind is not FigureKind.ORDINAL:
                label = figure.counted or figure.passage.surface
                made = quantity_of(f"q:{figure.figure_id}", label, [figure], self.copies)
                self.now[made.quantity_id] = made
        return touched

    def move(self, placed: Placed, figure_id: str) -> None:
        """One decision that puts a figure into another quantity, or into one of its own."""
        decision = placed.decision
        at = next((key for key, one in self.now.items() if figure_id in {f.figure_id for f in one.figures}), None)
        given, goal = decision.after.get("quantity_figure_ids"), decision.after.get("quantity_id")
        if at is None or placed.lost:
            return
        members = [rekey(str(one), decision, placed.passages) for one in given] if isinstance(given, list) else []
        to = self._holding([one for one in members if one != figure_id], str(goal)) if goal else None
        if goal and to is None:
            self.orphans[decision.decision_id] = "the quantity that it names is no longer there"
        elif to != at:
            self._put(figure_id, at, to)

    def _put(self, figure_id: str, at: str, to: str | None) -> None:
        """Take a figure out of the quantity `at` and into `to`, or into one of its own."""
        if len(self.now[at].figures) > 1:
            self._regroup(Change("split", at, (figure_id,)))
            at = split_id((figure_id,))
        if to is not None:
            self._regroup(Change("merge", to, other=at))

    def _regroup(self, change: Change) -> None:
        self.now = {one.quantity_id: one for one in regroup(self.now.values(), [change], self.copies)}

    def _holding(self, members: Iterable[str], key: str) -> str | None:
        """The quantity that holds most of these figures, the one called `key` where two hold as many."""
        wanted = set(members)
        if not wanted:
            return key if key in self.now else None
        if key in self.now and wanted == {one.figure_id for one in self.now[key].figures}:
            return key
        counts = Counter(name for name, one in self.now.items() for figure in one.figures if figure.figure_id in wanted)
        ranked = counts.most_common(2)
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return key if counts.get(key) == ranked[0][1] else None
        return ranked[0][0]

    def decide(self, placed: Placed) -> None:
        """One decision on a quantity."""
        decision = placed.decision

        def ids(of: Mapping[str, object]) -> list[str]:
            given = of.get("figure_ids")
            return [rekey(str(one), decision, placed.passages) for one in given] if isinstance(given, list) else []

        one = self._holding(ids(decision.before), placed.key)
        if placed.lost or one is None:
            self.orphans[decision.decision_id] = LOST
            return
        try:
            self._apply(one, placed, ids(decision.after))
        except OptionError as error:
            self.orphans[decision.decision_id] = f"it does not fit any more ({error})"

    def _apply(self, one: str, placed: Placed, figure_ids: list[str]) -> None:
        decision = placed.decision
        if decision.kind is Kind.RENAME:
            label = " ".join(str(decision.after.get("label", "")).split())
            if not label:
                raise OptionError("A quantity needs a name: give at least one word.")
            self.now[one] = replace(self.now[one], label=label)
        elif decision.kind is Kind.MERGE:
            other = self._holding(figure_ids, str(decision.after.get("other", "")))
            if other is None:
                self.orphans[decision.decision_id] = LOST
            elif other != one:
                self._regroup(Change("merge", one, other=other))
            else:
                self.decided.setdefault(one, CONFIRMED)
        elif decision.kind is Kind.SPLIT:
            there = {figure.figure_id for figure in self.now[one].figures}
            out = tuple(each for each in figure_ids if each in there)
            if not out:
                self.orphans[decision.decision_id] = LOST
            elif set(out) != there:
                self._regroup(Change("split", one, out, label=str(decision.after.get("label", ""))))
        elif decision.action is Action.REJECT:
            del self.now[one]
            self.rejected += 1
        elif decision.action is Action.CONFIRM:
            self.decided.setdefault(one, CONFIRMED)


def _as_read(figure: Figure, read: Figure) -> Figure:
    """The figure with what the comparison learnt of it: its standing, its day, the bound that the text gives it."""
    if figure is read or (figure.figure_id == read.figure_id and figure.measure == read.measure):
        figure = replace(figure, measure=read.measure)
    return replace(figure, standing=read.standing, as_of=read.as_of)


def _number(figure: Figure) -> object:
    return figure.measure, figure.counted, figure.scope
