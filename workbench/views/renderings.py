"""What a view of utterances works on: each thing said, its renderings by source, and how each stands to the fullest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.citing import sources
from workbench.compare.fidelity import ORDER
from workbench.model import Article, Entity, Fidelity, Mention, Quote, QuoteKind, QuotePair, Utterance
from workbench.views.differences import Change, agreed, lay, mirrored

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Symbol and word for each grade, and for what one source alone has.
FIDELITY: Mapping[str, str] = {
    "same": "● same words",
    "spelling": "≈ spelling",
    "trimmed": "✂ trimmed",
    "boundary": "↔ boundary moved",
    "altered": "▲ altered",
}
ALONE = "○ one source"
#: Whose colour each grade takes.
TONES: Mapping[str, str] = {
    **{"same": "agree", "spelling": "agree", "trimmed": "compatible", "boundary": "compatible"},
    **{"altered": "conflict", "": "single-source"},
}


@dataclass(frozen=True, slots=True)
class Part:
    """One quote of a rendering; `changes` against the reference. `alone`: nothing in the reference matches it."""

    quote: Quote
    changes: tuple[Change, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one article gives of an utterance. `against` is the article compared with; None for the reference itself."""

    article: Article
    parts: tuple[Part, ...]
    relation: Fidelity | None = None
    against: str | None = None
    reported: bool = False  # one of the two is reported speech, the other quoted
    conflict: str | None = None
    notes: tuple[str, ...] = ()
    copy_of: str | None = None
    aside: bool = False  # compared with another source than the reference

    @property
    def marked(self) -> bool:
        """Whether some of it stands between quote marks."""
        return any(part.quote.kind is not QuoteKind.INDIRECT for part in self.parts)

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(len(part.quote.passage.surface.split()) for part in self.parts)


@dataclass(frozen=True)
class Heard:
    """The utterances of a corpus with their quotes and pairs; everything is made once."""

    corpus: "Corpus"

    @cached_property
    def sources(self) -> sources.Sources:
        """What the sources are called and how they are coloured."""
        return sources.of(self.corpus.documents)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each article in the corpus."""
        return {article.article_id: at for at, article in enumerate(self.corpus.documents)}

    @cached_property
    def utterances(self) -> dict[str, Utterance]:
        """Every utterance by its id: those of most sources first, then those that differ most, then as they come."""

        def rank(one: Utterance) -> tuple[int, int, int, int]:
            first = self.quotes[one.quote_ids[0]].passage
            loose = ORDER.index(one.fidelity) if one.fidelity else -1
            return -len(one.article_ids), -loose, self.order[first.article_id], first.start

        return {one.utterance_id: one for one in sorted(self.corpus.quote_groups[0], key=rank)}

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Every quote by its id, each speaker under one name."""
        return {quote.quote_id: quote for quote in self.corpus.voiced_quotes}

    @cached_property
    def pairs(self) -> dict[str, list[QuotePair]]:
        """The pairs of each utterance."""
        found: dict[str, list[QuotePair]] = defaultdict(list)
        for pair in self.corpus.quote_groups[1]:
            found[pair.utterance_id].append(pair)
        return found

    @cached_property
    def _pairs_of(self) -> dict[str, dict[int, QuotePair]]:
        """The pairs of each quote, by their place among all pairs."""
        found: dict[str, dict[int, QuotePair]] = defaultdict(dict)
        for at, pair in enumerate(self.corpus.quote_groups[1]):
            found[pair.quote_a][at] = found[pair.quote_b][at] = pair
        return found

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Every entity by its id."""
        return {one.entity_id: one for one in self.corpus.naming.entities}

    @cached_property
    def variants(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The names of each entity, by entity_id, and in which articles each stands."""
        return variants(self.corpus.naming.mentions)

    def named(self, article_ids: Iterable[str]) -> list[str]:
        """What the articles are called, in the order of the corpus."""
        return [self.sources.names[key] for key in sorted(article_ids, key=self.order.__getitem__)]

    def plain(self, words: str) -> str:
        """`words` with the articles named as everywhere else in the views."""
        for article in sorted(self.corpus.documents, key=lambda one: -len(one.article_id)):
            words = words.replace(article.article_id, self.sources.names[article.article_id])
        return words

    def mixed(self, pair: QuotePair) -> bool:
        """Whether one of the two is quoted and the other reported."""
        kinds = [self.quotes[key].kind is QuoteKind.INDIRECT for key in (pair.quote_a, pair.quote_b)]
        return kinds[0] != kinds[1]

    def renderings(self, utterance_id: str, most: int | None = None) -> list[Rendering]:
        """What each source gives of the utterance, or the first `most`, each with its differences from the reference.

        The reference comes first, the others in the order of the corpus; it is the fullest rendering between quote
        marks, or where none has marks, the fullest.
        """
        reference, *others = self.printed(utterance_id)
        return [reference, *(self._compared(each, reference) for each in others[: None if most is None else most - 1])]

    def printed(self, utterance_id: str) -> list[Rendering]:
        """The same without the differences."""
        one = self.utterances[utterance_id]
        by_article: dict[str, list[Quote]] = defaultdict(list)
        for key in one.quote_ids:
            by_article[self.quotes[key].passage.article_id].append(self.quotes[key])
        bare = [
            Rendering(self.corpus.document(key), tuple(map(Part, sorted(some, key=lambda q: q.passage.start))))
            for key, some in sorted(by_article.items(), key=lambda item: self.order[item[0]])
        ]
        within = set(one.article_ids)
        counted = [each for each in bare if each.article.article_id in within] or bare
        paired = {key for pair in self.pairs.get(utterance_id, ()) for key in (pair.quote_a, pair.quote_b)}
        reference = min(counted, key=lambda each: (not _marked(each, paired), -each.size))
        return [reference, *(each for each in bare if each is not reference)]

    def _compared(self, own: Rendering, reference: Rendering) -> Rendering:
        """`own` with its differences from the reference; from another source's where these two were not compared."""
        ids = {part.quote.quote_id for part in own.parts}
        by_place = {at: pair for key in ids for at, pair in self._pairs_of.get(key, {}).items()}
        pairs = [by_place[at] for at in sorted(by_place)]
        if not pairs:
            original = own.article.duplicate_of
            return Rendering(own.article, own.parts, copy_of=original if original in self.order else None)
        first = {part.quote.quote_id for part in reference.parts}
        chosen = [pair for pair in pairs if {pair.quote_a, pair.quote_b} & first]
        against = reference.article.article_id
        if not chosen:
            against = self._other(pairs[0], ids).passage.article_id
            chosen = [pair for pair in pairs if self._other(pair, ids).passage.article_id == against]
        parts = tuple(self._part(part.quote, chosen) for part in own.parts)
        return Rendering(
            own.article,
            parts,
            max((pair.relation for pair in chosen), key=ORDER.index),
            against,
            any(self.mixed(pair) for pair in chosen),
            "; ".join(dict.fromkeys(self.plain(pair.conflict) for pair in chosen if pair.conflict)) or None,
            tuple(dict.fromkeys(self.plain(pair.note) for pair in chosen if pair.note)),
            aside=against != reference.article.article_id,
        )

    def _other(self, pair: QuotePair, ids: set[str]) -> Quote:
        return self.quotes[pair.quote_b if pair.quote_a in ids else pair.quote_a]

    def _part(self, quote: Quote, pairs: Iterable[QuotePair]) -> Part:
        own = (self.corpus.document(quote.passage.article_id), quote.passage)
        found = []
        for pair in pairs:
            if quote.quote_id not in (pair.quote_a, pair.quote_b):
                continue
            first = pair.quote_a == quote.quote_id
            other = self.quotes[pair.quote_b if first else pair.quote_a].passage
            edits = mirrored(pair.changes) if first else pair.changes
            found.append(lay(edits, (self.corpus.document(other.article_id), other), own))
        return Part(quote, agreed(found), not found)


def _marked(rendering: Rendering, paired: set[str]) -> bool:
    """Whether what is compared of the rendering (anything, where nothing is) stands between quote marks."""
    parts = [part for part in rendering.parts if part.quote.quote_id in paired] or rendering.parts
    return any(part.quote.kind is not QuoteKind.INDIRECT for part in parts)


def variants(mentions: Iterable[Mention]) -> dict[str, dict[str, tuple[str, ...]]]:
    """By entity: every name that the articles use for it, the most frequent first, and the articles that use it."""
    uses: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in mentions:
        uses[one.entity_id][" ".join(one.passage.surface.split())].append(one.passage.article_id)
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, forms in uses.items():
        ranked = sorted(forms, key=lambda form: (-len(forms[form]), form))
        made[key] = {form: tuple(dict.fromkeys(forms[form])) for form in ranked}
    return made
