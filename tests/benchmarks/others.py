"""Other tools on the same texts in the same run: quantulum3 for figures, textacy for quotes (the extra [bench]).

python tests/benchmarks/others.py FOLDER     # a line each: what, our seconds, theirs, with tabs between
"""

import sys
import time
from collections.abc import Callable, Iterator

import workbench as wb
from workbench.extract import figures, quotes
from workbench.language import Parsed, load


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def compare(corpus: wb.Corpus) -> Iterator[tuple[str, float, float]]:
    """(what, ours, theirs) in seconds beyond the parse, which both sides are given; each is run once before."""
    from quantulum3 import classifier, parser
    from textacy.extract import direct_quotations

    classifier.USE_CLF = False  # its pickled model does not load with a current scikit-learn; without, it is faster
    parsed = corpus.parsed
    paragraphs = [part.text for item in parsed for part in item.parts]
    docs = list(load().pipe(paragraphs))

    def their_quotes() -> None:
        for doc in docs:
            try:
                list(direct_quotations(doc))
            except ValueError:  # it raises where marks do not pair
                continue

    def our_quotes() -> list[object]:
        return [list(quotes.find(fresh(item))) for item in parsed]

    said = {item.article.article_id: list(quotes.find(item)) for item in parsed}

    def our_figures() -> list[object]:
        return [list(figures.find(fresh(item), said[item.article.article_id])) for item in parsed]

    parser.parse("12 km")
    our_figures()
    yield (
        "figures, beside quantulum3",
        seconds(our_figures),
        seconds(lambda: [parser.parse(text) for text in paragraphs]),
    )
    their_quotes()
    our_quotes()
    yield "quotes, beside textacy", seconds(our_quotes), seconds(their_quotes)


def fresh(item: Parsed) -> Parsed:
    """The same parse in a new record, so that nothing remembered about the old one is used."""
    return Parsed(item.article, item.parts)


if __name__ == "__main__":
    for what, ours, theirs in compare(wb.load(sys.argv[1], progress=False, cache=False)):
        print(what, ours, theirs, sep="\t", flush=True)
