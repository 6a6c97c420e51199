"""Decisions on utterances: renderings that an analyst groups as one thing said, or takes apart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from workbench.compare.alignment import align
from workbench.compare.fidelity import ORDER, edits, grade, outside
from workbench.compare.rendering import words
from workbench.model import Article, Quote, QuotePair, Utterance
from workbench.review.decision import BESIDE, Action, Kind
from workbench.review.standing import CONFIRMED, CORRECTED, LOST, Placed, rekey


@dataclass
class Grouped:
    """The utterances and pairs after the decisions, what each utterance is by now, and decisions that do not fit."""

    utterances: tuple[Utterance, ...]
    pairs: tuple[QuotePair, ...]
    decided: dict[str, str] = field(default_factory=dict)
    rejected: int = 0
    orphans: dict[str, str] = field(default_factory=dict)


def decide(
    groups: tuple[Sequence[Utterance], Sequence[QuotePair]],
    placed: Iterable[Placed],
    quotes: Iterable[Quote],
    articles: Mapping[str, Article],
) -> Grouped:
    """The utterances after the decisions, in their order; `quotes` are those that the utterances hold."""
    made = Grouped(tuple(groups[0]), tuple(groups[1]))
    work = _Work({quote.quote_id: quote for quote in quotes}, articles)
    for one in placed:
        if one.decision.kind not in BESIDE:
            _one(made, one, work)
    return made


@dataclass(frozen=True)
class _Work:
    quotes: Mapping[str, Quote]
    articles: Mapping[str, Article]

    def utterance(self, name: str, ids: Sequence[str], pairs: Iterable[QuotePair]) -> Utterance:
        """The utterance of these quotes."""
        said = sorted((self.quotes[key] for key in ids), key=lambda one: (one.passage.article_id, one.passage.start))
        named = Counter(one.speaker for one in said if one.speaker)
        articles = sorted({one.passage.article_id for one in said})
        own = [one for one in articles if self.articles[one].duplicate_of not in articles]
        loosest = max((pair.relation for pair in pairs), key=ORDER.index, default=None)
        speaker = next(iter(named)) if len(named) == 1 else None
        told = dict.fromkeys(f"{self.articles[q.passage.article_id].name}: {q.speaker}" for q in said if q.speaker)
        conflict = "; ".join(told) if len(named) > 1 else None
        return Utterance(name, tuple(one.quote_id for one in said), tuple(own), speaker, loosest, conflict)

    def pairs(self, name: str, ids: Sequence[str], known: Mapping[frozenset[str], QuotePair]) -> list[QuotePair]:
        """The pairs of an utterance: those known, and the others that two of its articles make."""
        found = []
        for one, two in combinations(ids, 2):
            pair = known.get(frozenset((one, two)))
            if pair is not None:
                found.append(replace(pair, utterance_id=name))
            elif self.quotes[one].passage.article_id != self.quotes[two].passage.article_id:
                found.append(self._pair(name, self.quotes[one], self.quotes[two]))
        return found

    def _pair(self, name: str, a: Quote, b: Quote) -> QuotePair:
        articles = (self.articles[a.passage.article_id], self.articles[b.passage.article_id])
        both = zip(articles, (a, b), strict=True)
        laid = align(*(words(article.text, one.passage.start, one.passage.end) for article, one in both))
        beyond = outside(laid, (a, b), articles)
        return QuotePair(name, a.quote_id, b.quote_id, grade(laid, beyond), edits(laid, articles, beyond))


def _one(made: Grouped, placed: Placed, work: _Work) -> None:
    decision = placed.decision

    def ids(of: Mapping[str, object]) -> list[str]:
        given = of.get("quote_ids")
        keys = [rekey(str(one), decision, placed.passages) for one in given] if isinstance(given, list) else []
        return [key for key in keys if key in work.quotes]

    holder = {key: one for one in made.utterances for key in one.quote_ids}
    counts = Counter(holder[key].utterance_id for key in ids(decision.before) if key in holder)
    ranked = counts.most_common(2)
    if placed.lost or not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1] and placed.key not in counts):
        made.orphans[decision.decision_id] = LOST
        return
    name = placed.key if counts.get(placed.key) == ranked[0][1] else ranked[0][0]
    one = next(each for each in made.utterances if each.utterance_id == name)
    others = [key for key in ids(decision.after) if key in holder]
    if decision.kind in (Kind.GROUP, Kind.UNGROUP) and not others:
        made.orphans[decision.decision_id] = LOST
    elif decision.kind is Kind.GROUP:
        joined = {name, *(holder[key].utterance_id for key in others)}
        if len(joined) > 1:
            _replace(
                made,
                joined,
                {name: [k for u in made.utterances if u.utterance_id in joined for k in u.quote_ids]},
                work,
            )
        else:
            made.decided.setdefault(name, CONFIRMED)
    elif decision.kind is Kind.UNGROUP:
        out = [key for key in one.quote_ids if key in others]
        stay = [key for key in one.quote_ids if key not in others]
        if out and stay:
            _replace(made, {name}, {name: stay, f"u-apart-{out[0]}": out}, work)
        else:
            made.decided.setdefault(name, CONFIRMED)
    elif decision.action is Action.REJECT:
        made.utterances = tuple(each for each in made.utterances if each is not one)
        made.pairs = tuple(pair for pair in made.pairs if pair.utterance_id != name)
        made.rejected += 1
    elif decision.action is Action.CONFIRM:
        made.decided.setdefault(name, CONFIRMED)


def _replace(made: Grouped, gone: set[str], groups: Mapping[str, Sequence[str]], work: _Work) -> None:
    """Put `groups` of quotes, by utterance_id, in the place of the utterances `gone`."""
    known = {frozenset((pair.quote_a, pair.quote_b)): pair for pair in made.pairs if pair.utterance_id in gone}
    new_pairs = {name: work.pairs(name, ids, known) for name, ids in groups.items()}
    new = [work.utterance(name, ids, new_pairs[name]) for name, ids in groups.items()]
    at = next(place for place, one in enumerate(made.utterances) if one.utterance_id in gone)
    left = [one for one in made.utterances if one.utterance_id not in gone]
    made.utterances = (*left[:at], *new, *left[at:])
    made.pairs = (
        *(pair for pair in made.pairs if pair.utterance_id not in gone),
        *(pair for some in new_pairs.values() for pair in some),
    )
    made.decided |= dict.fromkeys(groups, CORRECTED)
