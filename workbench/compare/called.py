"""How sources describe one thing in sentences of much the same content: weather balloons, smugglers' balloons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.compare.counted_as import heads
from workbench.compare.phrases import Words, noun
from workbench.language import Parsed

#: A noun that more sentences have than this is met only with the next few of them, so that the work stays linear.
_MET = 8
#: Words beside the noun that two sentences must share.
_SHARED = 3
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


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
    """The common nouns that something describes, with it, and the other words of their sentence."""
    for part in one.parts:
        if part.block.repeat_of is not None:
            continue
        for sentence in part.doc.sents:
            content = {token.i: _key(token) for token in sentence if token.pos_ in _CONTENT and not token.is_stop}
            for token in sentence:
                if token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod", "npadvmod"):
                    continue
                words = noun(one, part, token)
                if words.start < part.span(token).start:
                    inside = range(words.start - part.start, words.end - part.start)
                    yield words, frozenset(key for i, key in content.items() if part.doc[i].idx not in inside)


def _key(token: Any) -> str:
    return str(token.lower_ if token.pos_ in ("PROPN", "NUM") else token.lemma_.lower())


def kindred(uses: Sequence[tuple[Words, frozenset[str]]]) -> Iterator[tuple[Words, Words]]:
    """Pairs of two articles that describe the noun differently in sentences that share enough words."""
    for at, (a, beside_a) in enumerate(uses):
        met = 0
        for b, beside_b in uses[at + 1 :]:
            if a.article_id == b.article_id:
                continue
            met += 1
            if met > _MET:
                break
            shared = len(beside_a & beside_b)
            if a.key != b.key and shared >= _SHARED and shared >= min(len(beside_a), len(beside_b)) / 3:
                yield a, b
