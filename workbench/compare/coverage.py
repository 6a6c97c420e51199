"""Coverage: the claims of all articles, who has each and on whose word, who is silent, and what was looked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from workbench.compare import claim_acts, claim_joins, claim_labels, claim_sentences, sentences, shared_words
from workbench.compare.asking import words
from workbench.compare.claim_parts import Told, origin_at, origins
from workbench.compare.same_acts import SameActs
from workbench.extract.voices import Voices
from workbench.garbage import undisturbed
from workbench.language import Parsed
from workbench.model import (
    Act,
    Article,
    Claim,
    Entity,
    Figure,
    Mention,
    Passage,
    Quantity,
    Quote,
    QuoteKind,
    Utterance,
    by_article,
)

_MARKED = frozenset({QuoteKind.DIRECT, QuoteKind.PARTIAL, QuoteKind.EMBED})
_SHORTEST = 4  # words of a quote that only one article has
_SOUGHT = 12  # what is named as looked for
_PER_ARTICLE = 6  # passages of one article for one claim


@dataclass(frozen=True)
class Evidence:
    """What claims are found in: the articles and what was extracted from them and compared."""

    articles: Sequence[Article]
    parsed: Sequence[Parsed]
    quantities: Sequence[Quantity] = ()
    utterances: Sequence[Utterance] = ()
    quotes: Sequence[Quote] = ()
    acts: Sequence[Act] = ()
    entities: Sequence[Entity] = ()
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    voices: Mapping[str, Voices] = field(default_factory=dict)
    same_acts: SameActs = field(default_factory=SameActs)  # verbs that the analyst counts as one act


@undisturbed()
def find(evidence: Evidence) -> tuple[Claim, ...]:
    """The claims, those of most articles first; each with its passages, in the order of the articles.

    Figures (a quantity is one claim) and quotes (an utterance is one) are claims even where one article alone has them;
    acts and sentences where several have them. An article that repeats another counts for none, and is not silent;
    nor is one in a language in which nothing was looked for.
    """
    counted = [one.article_id for one in evidence.articles if one.duplicate_of is None and one.served]
    making = _Making(evidence, counted)
    made = [*making.figures(), *making.quotes(), *making.acts()]
    made += [claim for claim in making.sentences() if not any(_holds(other, claim) for other in made)]
    order = {article_id: at for at, article_id in enumerate(counted)}
    made.sort(key=lambda claim: (-len(claim.article_ids), order.get(claim.article_ids[0], 0), claim.passages[0].start))
    return tuple(_numbered(made))


def _holds(claim: Claim, sentence: Claim) -> bool:
    """Whether a claim is told by all articles that have the sentence, and in that sentence."""
    return set(sentence.article_ids) <= set(claim.article_ids) and all(
        any(one.article_id == two.article_id and one.span.overlaps(two.span) for one in claim.passages)
        for two in sentence.passages
    )


def _numbered(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, each id once, and of those with one name only what others than the first one's articles have."""
    seen: set[str] = set()
    having: dict[str, set[str]] = {}
    for claim in claims:
        known = having.setdefault(claim.label, set())
        if claim.claim_id in seen or set(claim.article_ids) <= known:
            continue
        seen.add(claim.claim_id)
        known |= set(claim.article_ids)
        yield claim


@dataclass(frozen=True)
class _Making:
    """Claims in the making."""

    evidence: Evidence
    counted: Sequence[str]

    def claim(self, kind: str, label: str, told: Iterable[Told]) -> Claim | None:
        """The claim that some places state; None where only articles that do not count have it."""
        told_by = by_article(sorted(told, key=lambda one: (one.passage.start, one.passage.end)))
        having = tuple(article_id for article_id in self.counted if article_id in told_by)
        if not having:
            return None
        kept = [one for article_id in having for one in told_by[article_id]]
        shown = [one for article_id in having for one in _apart(told_by[article_id])]
        first = shown[0].passage
        sought = tuple(dict.fromkeys(word for one in kept for word in one.sought))[:_SOUGHT]
        silent = tuple(article_id for article_id in self.counted if article_id not in told_by)
        claim_id = f"k:{kind}:{first.article_id}:{first.start}-{first.end}"
        return Claim(claim_id, label, kind, having, silent, tuple(one.passage for one in shown), sought, origins(kept))

    def figures(self) -> Iterator[Claim]:
        """A claim a quantity, or all that one clause of one article counts; figures without a meaning are left out."""
        by_label: dict[str, list[Told]] = defaultdict(list)
        for quantity in claim_joins.joined(self.evidence.quantities, self._parsed):
            if claim_labels.has_meaning(quantity, self._parsed):
                label = claim_labels.of_quantity(quantity, self._parsed)
                said = claim_labels.stated_best(quantity)
                by_label[label] += [self._figure(one, named=one.figure_id in said) for one in quantity.figures]
        for label, told in by_label.items():
            claim = self.claim("figure", label, told)
            if claim is not None:
                yield claim

    def _figure(self, figure: Figure, *, named: bool) -> Told:
        """What a figure tells; on whose word only where it is `named` in the claim: "about 100" is no origin of 123."""
        origin = figure.speaker or origin_at(self.evidence.voices.get(figure.passage.article_id), figure.passage)
        origin = origin if named else None
        counted = (figure.counted,) if figure.counted else ()
        return Told(self._around(figure), origin, (sentences.stated(figure), *counted))

    def _around(self, figure: Figure) -> Passage:
        """The figure with what it counts, where that stands right behind it."""
        article = self._articles[figure.passage.article_id]
        start, end = figure.passage.start, figure.passage.end
        rest = article.text[end : end + 60]
        if figure.counted and figure.counted in rest:
            return article.passage(start, end + rest.index(figure.counted) + len(figure.counted))
        return article.passage(start, end)

    @cached_property
    def _parsed(self) -> dict[str, Parsed]:
        return {parsed.article.article_id: parsed for parsed in self.evidence.parsed}

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.article_id: article for article in self.evidence.articles}

    def quotes(self) -> Iterator[Claim]:
        """A claim an utterance between quote marks."""
        quotes = {quote.quote_id: quote for quote in self.evidence.quotes}
        for utterance in self.evidence.utterances:
            some = [quotes[one] for one in utterance.quote_ids if one in quotes]
            marked = [quote for quote in some if quote.kind in _MARKED]
            longest = max((len(quote.passage.surface.split()) for quote in marked), default=0)
            if marked and (len({quote.passage.article_id for quote in some}) > 1 or longest >= _SHORTEST):
                told = [Told(quote.passage, quote.speaker, _of_quote(quote)) for quote in some]
                best = shared_words.fullest(one for one in some if one in marked or one.kind is QuoteKind.INDIRECT)
                claim = self.claim("quote", f"{utterance.speaker or 'Somebody'}: {words(best.passage, 70)}", told)
                if claim is not None:
                    yield claim

    def acts(self) -> Iterator[Claim]:
        """A claim an act on one object, or to one person, that several articles tell; counted objects are figures."""
        counted = {
            (figure.passage.article_id, at)
            for quantity in self.evidence.quantities
            for figure in quantity.figures
            for at in range(figure.passage.start, figure.passage.end)
        }
        acts = [act for act in self.evidence.acts if not _is_counted(act, counted)]
        groups = claim_acts.of_acts(acts, self._articles, self.evidence.voices, self.evidence.same_acts)
        self._add_names(groups)
        names = {entity.entity_id: entity.canonical for entity in self.evidence.entities}
        for key in sorted(groups):
            first = " ".join(groups[key][0].passage.surface.split())
            plain = [one.passage for one in groups[key] if one.origin is None]  # a claim is named in no speaker's words
            told = plain or [one.passage for one in groups[key]]
            label = claim_labels.of_passages(told, self._parsed, first)
            if key[0] == "name":
                who, done = names.get(key[2], label), claim_acts.done(key[1])
                groups[key] = [replace(one, sought=(who, done, *one.sought)) for one in groups[key]]
                label = f"{who}: {done}"
            yield from self._several("act", label, groups[key])

    def _add_names(self, groups: claim_acts.Groups) -> None:
        """Add what is told of persons; where several articles have it, the others' sentences are looked at closely."""
        given = [
            (parsed, self.evidence.mentions.get(name, ()), self.evidence.voices.get(name) or Voices(()))
            for parsed in self.evidence.parsed
            for name in [parsed.article.article_id]
        ]
        for one in given:
            for key, told in claim_acts.of_names(*one, self.evidence.same_acts):
                groups[key].append(told)
        having = {key: {one.passage.article_id for one in told} for key, told in groups.items() if key[0] == "name"}
        wanted = {(key[1], key[2]) for key, articles in having.items() if len(articles) > 1}
        for one in given:
            for key, told in claim_acts.near_names(*one, wanted, self.evidence.same_acts):
                if told.passage.article_id not in having[key]:
                    groups[key].append(told)

    def sentences(self) -> Iterator[Claim]:
        """A claim a sentence that several articles have in other words."""
        found = claim_sentences.of_sentences(self.evidence.parsed, self.evidence.mentions, self.evidence.voices)
        for told in found:
            label = claim_labels.of_sentences([one.passage for one in told], self._parsed)
            yield from self._several("sentence", label, told)

    def _several(self, kind: str, label: str, told: Sequence[Told]) -> Iterator[Claim]:
        claim = self.claim(kind, label, told)
        if claim is not None and len(claim.article_ids) > 1:
            yield claim


def _is_counted(act: Act, counted: set[tuple[str, int]]) -> bool:
    """Whether the object of an act is so many, so that the figure is the claim."""
    what = act.object
    return what is not None and any((what.article_id, at) in counted for at in range(what.start, what.end))


def _of_quote(quote: Quote) -> tuple[str, ...]:
    """What is looked for in articles that do not have a quote: its words, its speaker."""
    return (words(quote.passage, 40), quote.speaker) if quote.speaker else (words(quote.passage, 40),)


def _apart(told: Sequence[Told]) -> list[Told]:
    """The first places of one article, none overlapping another."""
    kept: list[Told] = []
    for one in told:
        if not any(one.passage.span.overlaps(other.passage.span) for other in kept):
            kept.append(one)
        if len(kept) == _PER_ARTICLE:
            break
    return kept
