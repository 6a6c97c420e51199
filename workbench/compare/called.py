"""How sources describe one thing in sentences of much the same content: weather balloons, smugglers' balloons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.compare.counted_as import heads
from workbench.compare.phrases import Words, near, noun
from workbench.language import Parsed

#: So many places of one noun in one article are compared, each with so many of the articles after: the work is linear.
_OF_ARTICLE = 12
_MET = 60
#: Words near the noun that two sentences must share.
_SHARED = 3


def find(parsed: Sequence[Parsed], counted: Sequence[tuple[str, list[Words]]]) -> Iterator[tuple[str, list[Words]]]:
    """By noun: the places at which sentences of two articles, much alike, describe it differently.

    Nouns that figures count are left out: they have their own comparison.
    """
    known = frozenset(head for _, members in counted for head in heads(members))
    places: dict[str, list[tuple[Words, frozenset[str]]]] = defaultdict(list)
    for one in parsed:
        for words, beside in _described(one):
            if words.token.lemma_.lower() not in known:
                places[words.token.lemma_.lower()].append((words, beside))
    for head, uses in places.items():
        met = {id(words): words for a, b in kindred(uses) for words in (a, b)}
        if met:
            yield head, list(met.values())


def _described(one: Parsed) -> Iterator[tuple[Words, frozenset[str]]]:
    """The common nouns of an article that something describes, with it, and the other words near by."""
    for part in one.parts:
        if part.block.repeat_of is not None:
            continue
        for token in part.doc:
            if token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod", "npadvmod"):
                continue
            words = noun(one, part, token)
            if words.start < part.span(token).start:
                yield words, near(token, words.start - part.start, words.end - part.start)


def kindred(uses: Sequence[tuple[Words, frozenset[str]]]) -> Iterator[tuple[Words, Words]]:
    """Pairs of two articles that call a thing differently in sentences that share enough words.

    `uses` are the places with the words near each, the articles one after the other.
    """
    by_article: dict[str, list[tuple[Words, frozenset[str]]]] = defaultdict(list)
    for words, near_by in uses:
        if len(by_article[words.article_id]) < _OF_ARTICLE:
            by_article[words.article_id].append((words, near_by))
    asked = [use for some in by_article.values() for use in some]
    names: dict[int, frozenset[str]] = {}
    after = 0
    for some in by_article.values():
        after += len(some)
        for a, near_a in some:
            for b, near_b in asked[after : after + _MET]:
                shared = len(near_a & near_b)
                alike = shared >= _SHARED and shared >= min(len(near_a), len(near_b)) / 3
                if alike and a.key != b.key and not _others(a, b, names):
                    yield a, b


def _others(a: Words, b: Words, names: dict[int, frozenset[str]]) -> bool:
    """Whether names tell two things apart: Kenyan runners are no Ethiopian runners.

    `names` are those of words asked for before, by their id.
    """
    for one in (a, b):
        if id(one) not in names:
            names[id(one)] = _names(one)
    ours, theirs = names[id(a)], names[id(b)]
    return bool(ours) and bool(theirs) and not ours & theirs


def _names(words: Words) -> frozenset[str]:
    begin = words.start - words.part.start
    stretch = words.part.doc.char_span(begin, words.end - words.part.start, alignment_mode="contract") or ()
    return frozenset(
        one.lower_.replace(".", "") for one in stretch if one.pos_ in ("PROPN", "ADJ") and one.text[:1].isupper()
    )
