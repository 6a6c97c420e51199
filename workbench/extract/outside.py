"""Names that stand in no English sentence: bylines, datelines, credits, lists of sources, other scripts, accounts."""

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterator
from itertools import islice

from workbench.extract.named import Named
from workbench.extract.wordlists import first_names, organisation_words, places, roles, titles
from workbench.language import Parsed
from workbench.model import Article, Block, Passage, Role
from workbench.read import beside
from workbench.spans import Span

_LABEL = re.compile(
    r"(?i)^.{0,60}?\b(?:by|source|credits?|photos?|photograph|pictures?|images?|courtesy of|via|from|author|editor|text"
    r"|©)\b\s*[,:]?\s*"
)
_SPLIT = re.compile(r"\s*(?:[,;|/•·()\n]|\band\b|&)\s*")
_CREDITED = re.compile(
    r"(?i)(?:\b(?:photos?|photograph|pictures?|images?|credit)\b(?: by)?[:/] ?[^.!?;\n]{0,40}|©\s?)$"
)
_BESIDE = re.compile(r"\s+(?P<word>in|at|near|from|outside|aboard|on|for|with)\s+(?:the\s+)?(?=\w)")
_SIGNATURE = re.compile(r"\s*(?:[—–―]|--?)\s*(?P<name>[^\W\d_][^/(@\n]{0,60}?)\s*(?=[/(@])")
_ACCOUNT = re.compile(r"@\w{2,30}")
_FOREIGN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*(?: [^\W\d_]+(?:[-'’.][^\W\d_]+)*){0,3}")
_BETWEEN = re.compile(r"\s*[/(,|–—-]?\s*")
_ACCOUNTS = 20  # in one post: who signs with more is a list
_GAP = 6  # characters at most between a name and itself in another script
_BULLET = " \t\n\u00a0•·*–—-▪◦"


def add(parsed: Parsed, found: list[Named]) -> None:
    """Add to `found` what the article names outside its sentences, and mentions there of what is found already."""
    article = parsed.article
    taken = _Taken(found)
    for block in article.blocks:
        if block.role is Role.EMBED:
            _add_signature(article, found, taken, block)
    for span in _foreign(article):
        _add_foreign(article, found, taken, span)
    for block in article.blocks:
        if block.role is Role.BYLINE:
            _add_pieces(article, found, taken, block, "person")
        elif block.role is Role.CREDIT:
            _add_pieces(article, found, taken, block, "organisation")
        elif block.role is Role.DATELINE:
            _add_dateline(article, found, taken, block)
        elif block.role is Role.EMBED:
            _add_accounts(article, found, taken, block)
        elif block.role is Role.FURNITURE and block.reason == "under a list of sources":
            _add_source(article, found, taken, block)


def is_credit(article: Article, passage: Passage) -> bool:
    """Whether a name stands in a credit or a dateline, or behind a credit's label (Photo: X) in other text."""
    block = article.block_at(passage.start)
    if block.role in (Role.CREDIT, Role.DATELINE):
        return True
    return bool(_CREDITED.search(article.text[max(block.start, passage.start - 60) : passage.start]))


class _Taken:
    """The stretches that mentions cover already, and whose mention ends where."""

    def __init__(self, found: list[Named]) -> None:
        self.spans = sorted(passage.span for named in found for passage in named.passages)
        self.at = {passage.end: named for named in found for passage in named.passages}  # what is named right before
        self.by_form = {form.casefold(): named for named in reversed(found) for form in named.forms}

    def take(self, span: Span) -> bool:
        """Whether the stretch was free; from now on it is not."""
        at = bisect_left(self.spans, span)
        near = self.spans[max(0, at - 1) : at + 1]
        if span.length == 0 or any(span.overlaps(other) for other in near):
            return False
        insort(self.spans, span)
        return True


def _put(article: Article, found: list[Named], taken: _Taken, span: Span, kind: str) -> None:
    """Add a mention, where the place is free: to what bears this name already, else as something new."""
    if not taken.take(span):
        return
    passage = article.passage(*span)
    name = " ".join(passage.surface.split())
    named = taken.by_form.get(name.casefold())
    if named is None:
        named = Named(article.article_id, name, kind, [])
        taken.by_form[name.casefold()] = named
        found.append(named)
    named.passages.append(passage)
    taken.at[span.end] = named


def _pieces(article: Article, start: int, end: int) -> Iterator[Span]:
    """The stretches between commas, slashes and the like."""
    text = article.text[start:end]
    at = 0
    for match in [*_SPLIT.finditer(text), None]:
        stop = match.start() if match else len(text)
        piece = text[at:stop].strip(_BULLET + ".:")
        if piece:
            left = start + at + text[at:stop].index(piece)
            yield Span(left, left + len(piece))
        at = match.end() if match else stop


def _add_pieces(article: Article, found: list[Named], taken: _Taken, block: Block, kind: str) -> None:
    """The names in a byline or a credit, its label left out."""
    label = _LABEL.match(article.text[block.start : block.end].split("\n")[0])
    for span in _pieces(article, block.start + (label.end() if label else 0), block.end):
        lead = _LABEL.match(article.text[span.start : span.end])
        span = Span(span.start + (lead.end() if lead else 0), span.end)
        span = _without_beside(article, found, taken, span)
        told_of = article.text.find(" contributed ", span.start, span.end)
        span = Span(span.start, told_of) if told_of > 0 else span
        words = article.text[span.start : span.end].split()
        if not words or len(words) > 10 or not words[0][0].isupper() or _is_dated(words):
            continue
        while len(words) > 1 and words[0].casefold().rstrip(".") in titles():
            span = Span(span.start + article.text[span.start : span.end].index(words[1]), span.end)
            words = words[1:]
        if words[-1].casefold() in roles():
            continue  # Chief Reporter
        told = "person" if len(words) > 1 and words[0] in first_names() else kind
        surface = article.text[span.start : span.end]
        bodily = any(word.casefold().rstrip(".") in organisation_words() for word in words) or beside.outlet(surface)
        if bodily or len(words) == 1:
            told = "organisation"
        _put(article, found, taken, span, told)


def _is_dated(words: list[str]) -> bool:
    """Whether a piece is a number or a date: 23, Published: 6 September 2023."""
    return words[0][0].isdigit() or any(word.strip(",.").isdigit() for word in words)


def _without_beside(article: Article, found: list[Named], taken: _Taken, span: Span) -> Span:
    """A piece of a byline without what stands behind the name: Ana Ruiz in Lisbon, for Orbis; that is added too."""
    match = _BESIDE.search(article.text, span.start, span.end)
    if match is None:
        return span
    kind = {"for": "organisation", "with": "person"}.get(match["word"], "place")
    behind = Span(match.end(), span.end)
    words = article.text[behind.start : behind.end].split()
    if words and len(words) < 5 and words[0][0].isupper():
        _put(article, found, taken, behind, kind)
    return Span(span.start, match.start())


def _add_dateline(article: Article, found: list[Named], taken: _Taken, block: Block) -> None:
    """The places that a dateline names, and the agency in its parentheses."""
    for span in _pieces(article, block.start, block.end):
        surface = article.text[span.start : span.end].rstrip(" –—―-:")
        if not surface or any(char.isdigit() for char in surface) or not surface[0].isupper():
            continue
        agency = article.text[max(0, span.start - 1)] == "("
        if surface.title() in places() or surface in places():
            agency = False
        span = Span(span.start, span.start + len(surface))
        _put(article, found, taken, span, "organisation" if agency else "place")


def _add_source(article: Article, found: list[Named], taken: _Taken, block: Block) -> None:
    """The outlet in one line of a list of sources."""
    for span in _pieces(article, block.start, block.end):
        surface = article.text[span.start : span.end]
        if surface[0].isalpha() and "http" not in surface and len(surface.split()) < 8:
            _put(article, found, taken, span, "organisation")
        break


def _add_signature(article: Article, found: list[Named], taken: _Taken, block: Block) -> None:
    """The author in the last line of a post: — Ana Ruiz (@anaruiz)."""
    line = article.text.rfind("\n", block.start, article.ink(block).end) + 1
    match = _SIGNATURE.match(article.text, max(line, block.start), block.end)
    if match and match["name"][0].isupper() and len(match["name"].split()) <= 6:
        words = {word.casefold() for word in match["name"].split()}
        kind = "organisation" if len(words) == 1 or words & organisation_words() else "person"
        _put(article, found, taken, Span(*match.span("name")), kind)


def _add_accounts(article: Article, found: list[Named], taken: _Taken, block: Block) -> None:
    """The account in a post's signature is a name of whom it stands beside."""
    for match in islice(_ACCOUNT.finditer(article.text, block.start, block.end), _ACCOUNTS):
        handle = match.group()[1:].casefold()
        for named in found:
            words = [word.casefold() for form in named.forms for word in form.split() if len(word) > 3]
            if named.kind != "place" and any(word in handle for word in words) and taken.take(Span(*match.span())):
                named.passages.append(article.passage(*match.span()))
                named.aliases.add(match.group())
                break


def _foreign(article: Article) -> Iterator[Span]:
    """Runs of words in other scripts than the Latin one, capitalised where the script has capitals."""
    for block in article.blocks:
        if block.role is Role.FURNITURE or article.text[block.start : block.end].isascii():
            continue
        for match in _FOREIGN.finditer(article.text, block.start, block.end):
            if all(_is_foreign(word) for word in match.group().split()):
                yield Span(*match.span())


def _is_foreign(word: str) -> bool:
    cased = word[0].isupper() or not (word[0].islower())
    return cased and not unicodedata.name(word[0], "LATIN").startswith(("LATIN", "MODIFIER", "FULLWIDTH LATIN"))


def _add_foreign(article: Article, found: list[Named], taken: _Taken, span: Span) -> None:
    """A name in another script: that of the name right before it, else one of its own."""
    beside = next(
        (
            taken.at[end]
            for end in range(span.start, max(0, span.start - _GAP), -1)
            if end in taken.at and _BETWEEN.fullmatch(article.text[end : span.start])
        ),
        None,
    )
    if not taken.take(span):
        return
    passage = article.passage(*span)
    if beside is not None:
        beside.passages.append(passage)
        beside.aliases.add(passage.surface)
    else:
        found.append(Named(article.article_id, passage.surface, None, [passage]))
