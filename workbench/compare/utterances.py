"""Utterances: quotes of several articles that render the same words, and how faithful each rendering is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.compare import voices
from workbench.compare.alignment import Alignment
from workbench.compare.fidelity import ORDER, edits, grade, outside, sense
from workbench.compare.matching import Match, matches
from workbench.compare.rendering import words
from workbench.compare.renderings import Renderings, Said
from workbench.compare.voices import Voice
from workbench.model import Article, EditKind, Fidelity, Quote, QuoteKind, QuotePair, Utterance

#: Marked words that nobody is said to have said.
_UNSAID = frozenset({QuoteKind.TITLE})
#: Parts of a quotation that are laid together, and names of one utterance's speakers that are compared.
_MOST_PARTS, _MOST_NAMES = 12, 60
_SAME = Fidelity.SAME
_VERBATIM = frozenset({_SAME, Fidelity.SPELLING})


def group(
    quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
    """Each thing said once, and every pair of renderings that two of `articles` (by id) give of it.

    Every quote belongs to one utterance, those that one article alone has included; titles of works to none. The parts
    of one quotation stay together. An article and its duplicates count as one. The order of `quotes` plays no part.
    """
    known = {quote.quote_id: quote for quote in quotes if quote.kind not in _UNSAID}
    said = sorted(
        (
            Said(quote, article, words(article.text, quote.passage.start, quote.passage.end))
            for quote in known.values()
            if (article := articles.get(quote.passage.article_id))
        ),
        key=lambda one: one.place,
    )
    return _Grouping(said, articles, Renderings(said)).result()


@dataclass(frozen=True)
class _Grouping:
    """Quotes in the order of their places, to be joined and graded."""

    said: Sequence[Said]
    articles: Mapping[str, Article]
    told: Renderings

    def result(self) -> tuple[tuple[Utterance, ...], tuple[QuotePair, ...]]:
        parts = self._parts()
        found = matches(self.told, parts)
        joins = [*found, *((part[0], other) for part in parts for other in part[1:])]
        inside: dict[int, list[Match]] = defaultdict(list)
        components = _components(len(self.said), joins)
        number = {at: which for which, members in enumerate(components) for at in members}
        for match in sorted(found):
            inside[number[match[0]]].append(match)
        whole = {at: marked for part in parts for marked in [self._marked(part)] for at in part}
        utterances: list[Utterance] = []
        pairs: list[QuotePair] = []
        for which, members in enumerate(components):
            name = f"u-{self.said[members[0]].quote.quote_id}"
            counted = self._counted(members)
            graded = [
                self._pair(name, one, two, (whole[one], whole[two]))
                for one, two in inside[which]
                if self._across(one, two, counted)
            ]
            utterances.append(self._utterance(name, members, counted, graded))
            pairs += graded
        return tuple(utterances), tuple(pairs)

    def _parts(self) -> list[list[int]]:
        """The places of the parts of each quotation."""
        parts: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(self.said):
            parts[one.place[0], one.quote.quotation_id].append(at)
        return list(parts.values())

    def _marked(self, part: Sequence[int]) -> list[int]:
        """The parts of a quotation that stand between quote marks."""
        return [at for at in part if self.said[at].quote.kind is not QuoteKind.INDIRECT]

    def _counted(self, members: Iterable[int]) -> frozenset[str]:
        """The articles that count for an utterance: of an article and its duplicates, one."""
        having: dict[str, set[str]] = defaultdict(set)
        for at in members:
            article_id = self.said[at].place[0]
            having[_root(article_id, self.articles)].add(article_id)
        return frozenset(root if root in found else min(found) for root, found in having.items())

    def _across(self, one: int, two: int, counted: frozenset[str]) -> bool:
        a, b = self.said[one].place[0], self.said[two].place[0]
        return a != b and a in counted and b in counted

    def _pair(self, name: str, one: int, two: int, whole: tuple[list[int], list[int]]) -> QuotePair:
        a, b = self.said[one], self.said[two]
        laid, articles = self.told.laid(one, two), (a.article, b.article)
        beyond = outside(laid, (a.quote, b.quote), articles)
        relation = grade(laid, beyond)
        changes = edits(Alignment(a.words, b.words, laid.blocks), articles, beyond) if relation is not _SAME else ()
        split = 1 < max(map(len, whole)) <= _MOST_PARTS and one in whole[0] and two in whole[1]
        if split and relation in {Fidelity.TRIMMED, Fidelity.BOUNDARY}:
            together = grade(self.told.laid_together(*whole))
            if together in _VERBATIM:  # nothing is left out: the quotation is split around its cue
                relation = together
                changes = tuple(edit for edit in changes if edit.kind is EditKind.SPELT)
        conflict = None
        if self.told.voice(one, two) is Voice.DIFFERENT:
            conflict = _conflict((a, b))
        notes = _reported(a, b), sense(laid) if relation is Fidelity.ALTERED else None
        note = " ".join(filter(None, notes)) or None
        return QuotePair(name, a.quote.quote_id, b.quote.quote_id, relation, changes, conflict, note)

    def _utterance(
        self, name: str, members: Sequence[int], counted: frozenset[str], pairs: Sequence[QuotePair]
    ) -> Utterance:
        said = [self.said[at] for at in members]
        named = Counter(one.quote.speaker for one in said if one.quote.speaker)
        first = {one.quote.speaker: one.quote for one in reversed(said)}
        names = sorted(named, key=lambda speaker: (-named[speaker], speaker))[:_MOST_NAMES]
        apart = any(voices.of(first[one], first[two]) is Voice.DIFFERENT for one, two in combinations(names, 2))
        best = min(named, key=lambda speaker: (-named[speaker], -len(speaker), speaker), default=None)
        return Utterance(
            name,
            tuple(one.quote.quote_id for one in said),
            tuple(sorted(counted)),
            None if apart else best,
            max((pair.relation for pair in pairs), key=ORDER.index, default=None),
            _conflict(said) if apart else None,
        )


def _reported(a: Said, b: Said) -> str | None:
    """Whose rendering is reported speech, which need not keep the speaker's words."""
    if a.quote.kind is not QuoteKind.INDIRECT and b.quote.kind is not QuoteKind.INDIRECT:
        return None
    names = dict.fromkeys(one.article.name for one in (a, b) if one.quote.kind is QuoteKind.INDIRECT)
    return f"{' and '.join(names)} {'report' if len(names) > 1 else 'reports'} it without quote marks."


def _conflict(said: Iterable[Said]) -> str:
    """Who names whom, for the analyst: "Daily Post, Echo: Ana Ruiz; Evening News: Tom Becker"."""
    named: dict[str, dict[str, None]] = {}
    for one in said:
        if one.quote.speaker:
            named.setdefault(one.quote.speaker, {})[one.article.name] = None
    return "; ".join(f"{', '.join(articles)}: {speaker}" for speaker, articles in named.items())


def _root(article_id: str, articles: Mapping[str, Article]) -> str:
    """The article that this one repeats, itself where it repeats none."""
    seen = {article_id}
    while (original := articles[article_id].duplicate_of) and original in articles and original not in seen:
        seen.add(original)
        article_id = original
    return article_id


def _components(count: int, joins: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The places 0 to `count`, those that are joined together; in order."""
    leader = list(range(count))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for one, two in joins:
        first, second = sorted((find(one), find(two)))
        leader[second] = first
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        members[find(at)].append(at)
    return list(members.values())
