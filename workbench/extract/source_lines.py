"""Sources that stand outside an article's sentences: lists of sources, wire tags, "with files from" an agency."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.lexicons import lexicon
from workbench.model import Article, Block, Role
from workbench.spans import Span, trim

LISTED = "source list"
_LISTED = "under a list of sources"  # the reader's reason for a block of such a list
_BULLET = " \t\n\u00a0•·*–—-▪◦,;.:"
_SPLIT = re.compile(r"\s*(?:[,;|/•·\n]|\band\b|&)\s*")
_BEFORE_TAG = r"(?:[^()\n.!?]|(?<=\b[A-Z][a-z][a-z])\.|(?<=\bSept)\.){0,50}"  # a town and a day: "OSLO, Oct. 3"
_TAG = re.compile(rf"\s*{_BEFORE_TAG}\((?P<name>[^\W\d_][^()\n]{{0,30}})\)\s*[-–—]")
_NAME = re.compile(
    r"(?:the )?[A-ZÀ-ÞА-ЯҐЄІЇ][^\s,;]*(?:[ ](?:[A-ZÀ-ÞА-ЯҐЄІЇ0-9][^\s,;]*|of|the|for|de|la|and(?= [A-Z])))*"
)
_SAID = re.compile(r" (?:was|were|is|are|has|have) ")  # what a sentence tells of the name: "was used in this article"
_CONTRIBUTED = re.compile(r"[*_(\s]*(?P<names>[^.!?\n]{2,100}?) (?:also )?contributed (?:to|reporting)\b", re.I)
_LINES = frozenset({Role.BODY, Role.CREDIT, Role.BYLINE, Role.FURNITURE})
_PLACED = re.compile(r"[^()\n]{0,60}\((?P<name>[^()\n]{2,30})\)")
_NEAR_END = 8  # blocks at the end of an article, and at its start, in which a line about sources stands
_LONGEST = 40  # words of such a line


def find(article: Article) -> Iterator[tuple[Span, str]]:
    """Each name of a source, and how it is given: "source list" or "wire tag"; in reading order."""
    blocks = article.blocks
    for nth, block in enumerate(blocks):
        if block.reason == _LISTED:
            yield from ((span, LISTED) for span in _listed(article, block.start, block.end))
            continue
        edge = nth < _NEAR_END or nth >= len(blocks) - _NEAR_END
        if block.role is Role.DATELINE or (block.role is Role.BODY and nth < _NEAR_END):
            yield from ((span, "wire tag") for span in _tag(article, block))
        if edge and block.role in _LINES:
            yield from ((span, LISTED) for span in _line(article, block))
            yield from ((span, LISTED) for span in _contributed(article, block))
            yield from ((span, "wire tag") for span in _signature(article, block))


def _listed(article: Article, start: int, end: int) -> Iterator[Span]:
    """The names of a list: a line each, or parted by commas."""
    at = start
    for closed in [*(match.span() for match in _SPLIT.finditer(article.text, start, end)), (end, end)]:
        span = trim(article.text, Span(at, closed[0]), also=_BULLET)
        surface = article.text[span.start : span.end]
        if span.length > 1 and len(surface.split()) <= 8 and surface[0].isalnum():
            yield span
        at = closed[1]


def _tag(article: Article, block: Block) -> Iterator[Span]:
    """The agency of "LISBON (Reuters) -", at the start of a text."""
    match = _TAG.match(article.text, block.start, min(block.end, block.start + 100))
    if match is None and block.role is Role.DATELINE:
        match = _PLACED.match(article.text, block.start, block.end)
    if match and match["name"][0].isupper():
        yield Span(*match.span("name"))


def _line(article: Article, block: Block) -> Iterator[Span]:
    """The names behind "Sources:" or "With files from", in a short line."""
    text = article.text[block.start : block.end]
    if len(text) > _LONGEST * 12 or len(text.split()) > _LONGEST:
        return
    for match in _openers().finditer(text):
        rest = re.match(r"[^.!?\n]*(?:\.\w[^.!?\n]*)*", text[match.end() :])
        end = match.end() + (rest.end() if rest else 0)
        for span in _listed(article, block.start + match.end(), block.start + end):
            if named := _NAME.match(article.text, span.start, span.end):
                said = _SAID.match(article.text, named.end(), span.end)
                yield Span(span.start, named.end()) if said else span
        return


def _signature(article: Article, block: Block) -> Iterator[Span]:
    """The agency of "(Reuters)" or "— AP" at the end of a block."""
    end = trim(article.text, Span(block.start, block.end)).end
    start = max(block.start, end - 60)
    match = _signed().search(article.text[start:end])
    if match:
        yield from _listed(article, start + match.start("names"), start + match.end("names"))


def _contributed(article: Article, block: Block) -> Iterator[Span]:
    """The agencies of a line that says that they contributed: Reuters and AP contributed to this report."""
    match = _CONTRIBUTED.match(article.text, block.start, min(block.end, block.start + 200))
    for span in _listed(article, *match.span("names")) if match else ():
        if article.text[span.start : span.end] in agencies():
            yield span


@cache
def agencies() -> frozenset[str]:
    """The names of agencies and outlets that stand in lines about sources."""
    names = [entry.pattern for entry in lexicon("source_words").entries if entry.more["kind"] == "agency"]
    return frozenset("|".join(names).split("|"))


@cache
def _openers() -> re.Pattern[str]:
    lists = "|".join(
        f"(?:{entry.pattern})" for entry in lexicon("source_words").entries if entry.more["kind"] == "list"
    )
    return re.compile(rf"(?i:(?<!\w)(?:{lists}))[ \t]*:?\s*(?=[^\W_])")


@cache
def _signed() -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda name: (-len(name), name)))
    several = rf"(?P<names>(?:{either})(?:\s*[,/]\s*(?:{either}))*)"
    return re.compile(rf"(?:^|(?<=[\s.!?\"”]))(?:\((?=[^()]+\)\.?$)|(?:—|–|--|-)\s?(?=[^()]+$)){several}\)?\.?$")
