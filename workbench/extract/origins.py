"""Origins: where an article says that it has something from, whoever or whatever that is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from workbench.extract import source_lines, subjects
from workbench.extract.wordlists import bodies, media, person_words, platforms
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Article, Mention, NameKind, Origin, Quote, Role
from workbench.spans import Span

ATTRIBUTION, MEDIUM = "attribution", "medium"
_CITING = frozenset({"cite", "quote"})
_CARRIED = frozenset(
    {"report", "publish", "obtain", "see", "cite", "quote", "carry", "review", "release", "compile", "view"}
)
_SHOWING = frozenset({"show", "suggest", "indicate", "reveal", "find", "estimate", "say"})
_NEAR = 400  # characters around words within which the medium that carried them is named
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


def find(parsed: Parsed, quotes: Sequence[Quote] = (), mentions: Sequence[Mention] = ()) -> Iterator[Origin]:
    """The origins that an article declares, in reading order, each where it stands.

    `quotes` and `mentions` are the article's own, as the corpus knows them. Who is quoted is an origin, and so is what
    is quoted from, what the article cites without quoting, each name of a list of sources, and a wire tag.
    """
    names = _Names(mentions)
    found: list[tuple[Span, Origin]] = []  # in order of place, none overlapping another
    for origin in (*_spoken(parsed.article, quotes, names), *_cited(parsed, names), *_listed(parsed.article, names)):
        span = origin.passage.span
        at = bisect_left(found, span, key=lambda one: one[0])
        if not any(span.overlaps(other) for other, _ in found[max(0, at - 1) : at + 1]):
            found.insert(at, (span, origin))
    yield from (origin for _, origin in found)


class _Names:
    """What the article names, by place and by form."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._at = {mention.passage.span: mention for mention in mentions}
        self._spans = sorted(self._at)
        self._forms = {mention.passage.surface.casefold(): mention for mention in reversed(mentions)}

    def at(self, span: Span) -> Mention | None:
        """The name at a place."""
        return self._at.get(span)

    def form(self, name: str) -> Mention | None:
        """What is so called."""
        return self._forms.get(name.casefold())

    def holding(self, start: int) -> Mention | None:
        """The name that holds a place."""
        at = bisect_right(self._spans, start, key=lambda span: span.start) - 1
        return self._at[self._spans[at]] if at >= 0 and start < self._spans[at].end else None


def _spoken(article: Article, quotes: Iterable[Quote], names: _Names) -> Iterator[Origin]:
    """Who is quoted, and through whom or what."""
    for quote in quotes:
        if quote.speaker:
            passage = quote.speaker_at or quote.passage
            yield Origin(passage, quote.speaker, ATTRIBUTION, quote.speaker_id)
        if quote.via and not quote.via.startswith("@"):
            place = _nearest(article.text, quote.via, quote.passage.span)
            if place is not None:
                mention = names.at(place) or names.form(quote.via)
                if mention is None and quote.via.islower():
                    continue  # "in a statement", "on social media": words came through it, from nobody
                name = mention.canonical if mention else quote.via
                yield Origin(article.passage(*place), name, MEDIUM, mention.entity_id if mention else None)


def _nearest(text: str, name: str, beside: Span) -> Span | None:
    """Where `name` stands nearest to some words: behind them first, else before them."""
    after = text.find(name, beside.end, beside.end + _NEAR)
    before = text.rfind(name, max(0, beside.start - _NEAR), beside.start)
    if after < 0 and before < 0:
        return None
    at = after if before < 0 or (after >= 0 and after - beside.end <= beside.start - before) else before
    return Span(at, at + len(name))


def _cited(parsed: Parsed, names: _Names) -> Iterator[Origin]:
    """What the sentences cite without quoting it."""
    for part in parsed.parts:
        for token in part.doc:
            head = _source(token)
            if head is not None and (found := _named(parsed.article, part, head, names)) is not None:
                yield found


def _source(token: Any) -> Any:
    """The noun that a token gives as the source of something: according to X, citing X, figures from X, data show."""
    lemma = token.lemma_.lower()
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return subjects.after_according(token)
    if lemma in _CITING and token.tag_ == "VBG":
        cited = next((child for child in token.children if child.dep_ == "dobj"), None)
        return cited if cited is not None and _is_source(cited) else None
    if lemma in _CARRIED and token.tag_ == "VBN":
        by = subjects.agent(token)
        return by if by is not None and by.pos_ == "PROPN" else None
    if token.pos_ == "NOUN" and lemma in _nouns("data"):
        return _given_by(token)
    return None


def _given_by(noun: Any) -> Any:
    """Whose data they are: "a survey by X", "X's figures"; the data themselves where they show something."""
    for child in noun.children:
        if child.lower_ in ("from", "by") and child.dep_ in ("prep", "agent"):
            giver = next((each for each in child.children if each.dep_ == "pobj"), None)
            if giver is not None and giver.pos_ == "PROPN":
                return giver
    shows = noun.dep_ == "nsubj" and noun.head.lemma_ in _SHOWING and noun.head.pos_ == "VERB"
    if shows and any(child.dep_ == "ccomp" for child in noun.head.children):
        return noun
    return None


def _is_source(noun: Any) -> bool:
    lemma = noun.lemma_.lower()
    known = lemma in _nouns("source-people") or lemma in person_words() or lemma in bodies()
    return noun.pos_ == "PROPN" or known or noun.lower_ in media() or noun.text in platforms()


def _named(article: Article, part: Part, head: Any, names: _Names) -> Origin | None:
    """The origin that a noun phrase names: by its name where it has one, else in its own words."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    mention = names.holding(part.span(head).start)
    if mention is not None:
        return Origin(mention.passage, mention.canonical, ATTRIBUTION, mention.entity_id)
    words = _phrase(head)
    start, end = part.span(words[0]).start, part.span(words[-1]).end
    return Origin(article.passage(start, end), " ".join(article.text[start:end].split()), ATTRIBUTION)


def _phrase(head: Any) -> list[Any]:
    """The head with the words before it that belong to it, without its article, and what it is of: ministry of X."""
    left = [child for child in head.lefts if child.dep_ in ("amod", "compound", "poss", "nmod", "nummod")]
    first = left[0].left_edge if left else head
    words = list(head.doc[first.i : head.i + 1])
    while len(words) > 1 and words[0].lower_ in _ARTICLES:
        words.pop(0)
    of = next((child for child in head.rights if child.lower_ == "of" and child.i == head.i + 1), None)
    last = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if last is not None and last.i - head.i <= 6:
        words += list(head.doc[head.i + 1 : last.i + 1])
    return words


def _listed(article: Article, names: _Names) -> Iterator[Origin]:
    for span, how in source_lines.find(article):
        mention = names.at(span) or names.form(article.text[span.start : span.end])
        written = article.block_at(span.start).role is Role.BYLINE  # those who wrote it are no sources of it
        if written and how == source_lines.LISTED and not _is_outlet(article.text[span.start : span.end], mention):
            continue
        passage = article.passage(*span)
        name = mention.canonical if mention else re.sub(r"(?i)^the\s+", "", " ".join(passage.surface.split()))
        yield Origin(passage, name, how, mention.entity_id if mention else None)


def _is_outlet(name: str, mention: Mention | None) -> bool:
    return name in source_lines.agencies() or (mention is not None and mention.kind is NameKind.ORGANISATION)


@cache
def _nouns(entry: str) -> frozenset[str]:
    return next(frozenset(one.pattern.split()) for one in lexicon("source_words").entries if one.id == entry)
