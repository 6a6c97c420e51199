"""Other tools on the same texts in the same run: quantulum3 for figures, textacy for quotes (the extra [bench]).

python tests/benchmarks/others.py FOLDER     # a line each: what, our seconds, theirs, with tabs between
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import workbench as wb
from workbench.extract import figures, quotes
from workbench.language import PIPELINES, Parsed, load, parse, plain
from workbench.model import Article

TIMES = 3


def seconds(work: Callable[[Any], object], given: Callable[[], Any]) -> float:
    """Seconds of the processor that work takes, the best of three; what it is given is made anew, and not counted."""
    best = float("inf")
    for _ in range(TIMES):
        made = given()
        gc.collect()
        gc.disable()  # as the analysis does; what others left in memory is not theirs to go through
        started = time.process_time()
        work(made)
        best = min(best, time.process_time() - started)
        gc.enable()
    return best


def compare(corpus: wb.Corpus) -> Iterator[tuple[str, float, float]]:
    """(what, ours, theirs) in seconds beyond the parse, which both sides are given, unless `what` says otherwise.

    Each is run once before, so that both have their patterns and word lists. Ours is given parses of which nothing was
    asked before: what is worked out of a tree, as what hangs on a word, is in its seconds.
    """
    yield from _figures(corpus)
    yield from _quotes(list(corpus.documents))


def _figures(corpus: wb.Corpus) -> Iterator[tuple[str, float, float]]:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its pickled model does not load with a current scikit-learn; without, it is faster
    said = {item.article.article_id: list(quotes.find(item)) for item in corpus.parsed}
    paragraphs = [part.text for item in corpus.parsed for part in item.parts]

    def ours(parsed: list[Parsed]) -> None:
        for item in parsed:
            list(figures.find(item, said[item.article.article_id]))

    def theirs(texts: list[str]) -> None:
        for text in texts:
            parser.parse(text)

    articles = list(corpus.documents)
    theirs(["12 km"])
    ours(list(parse(articles)))
    yield (
        "figures, beside quantulum3",
        seconds(ours, lambda: list(parse(articles))),
        seconds(theirs, lambda: paragraphs),
    )


def _quotes(articles: list[Article]) -> Iterator[tuple[str, float, float]]:
    bare = import_module(next(name for name in PIPELINES if find_spec(name))).load(exclude=["ner"])
    parsed = list(parse(articles))
    docs = list(load().pipe(_paragraphs(parsed)))
    for item in parsed:
        list(quotes.find(item))
    _theirs(docs)
    theirs = seconds(_theirs, lambda: docs)
    yield "quotes, beside textacy", seconds(_all, lambda: list(parse(articles))), theirs
    whole = list(load().pipe(plain(one.text) for one in articles))
    ours = sum(len(list(quotes.find(item))) for item in parsed)
    told = f"ours {ours:,} quotes, theirs {_theirs(docs):,} a paragraph at a time and {_theirs(whole):,}"
    yield (
        f"quotes, beside textacy given an article as one text ({told} so)",
        seconds(_all, lambda: list(parse(articles))),
        seconds(_theirs, lambda: whole),
    )
    between = seconds(_between, lambda: list(parse(articles)))
    yield "of these those between marks alone, speakers resolved, beside textacy", between, theirs
    some = list(_apart(parsed))  # since ours parses a paragraph once however many articles print it
    texts = _paragraphs(item for item in parsed if item.article in some)
    yield (
        f"quotes with the parse that each needs, of {len(some)} articles that share no paragraph, beside textacy",
        seconds(lambda given: _all(parse(given)), lambda: some),
        seconds(lambda given: _theirs(bare.pipe(given)), lambda: texts),
    )


def _paragraphs(parsed: Iterable[Parsed]) -> list[str]:
    return [part.text for item in parsed for part in item.parts]


def _apart(parsed: Iterable[Parsed]) -> Iterator[Article]:
    """The articles that have no paragraph in common with one before them here."""
    seen: set[str] = set()
    for item in parsed:
        own = {part.text for part in item.parts}
        if own.isdisjoint(seen):
            seen |= own
            yield item.article


def _all(parsed: Iterable[Parsed]) -> None:
    for item in parsed:
        list(quotes.find(item))


def _between(parsed: Iterable[Parsed]) -> None:
    for item in parsed:
        list(quotes.between_marks(item))


def _theirs(docs: Iterable[Any]) -> int:
    from textacy.extract import direct_quotations

    found = 0
    for doc in docs:
        with suppress(ValueError):  # it raises where marks do not pair
            found += len(list(direct_quotations(doc)))
    return found


if __name__ == "__main__":
    for what, ours, theirs in compare(wb.load(sys.argv[1], progress=False, cache=False)):
        print(what, ours, theirs, sep="\t", flush=True)
