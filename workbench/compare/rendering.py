"""The words of a quote, each with its place in the article: what is compared, punctuation and case left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from workbench.compare.spelling import key, plain, weight

_TOKEN = re.compile(
    r"(?P<gap>…|\.\s?\.(?:\s?\.)+)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’][^\W_]+)*|[%&])"
    r"|(?P<stop>[.!?]+)|(?P<open>\[)|(?P<close>\])"
)
_CONTRACTION = re.compile(r"(?i)(n['’]t|['’](?:re|ll|ve|m|s|d))$")
_MEANING = {"nt": "not", "re": "are", "ll": "will", "ve": "have", "m": "am"}
_CLIPPED = {"wo": "will", "ca": "can", "sha": "shall"}
#: Where it begins and ends, how it is compared as it is, its key and how much it tells.
_Piece: TypeAlias = tuple[int, int, str, str, float]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an article, by what it is compared."""

    start: int
    end: int
    plain: str  # in lower case, without punctuation: what `same` looks at
    key: str  # what all spellings of it share
    weight: float  # how much it tells
    opens: bool = False  # the first word of a sentence or of the quote
    cut: bool = False  # an ellipsis stands before it
    bracketed: bool = False  # the article's own, in square brackets


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, contractions taken apart, with their places in `text`.

    >>> [word.key for word in words("“We’re not organised.”", 0, 22)]
    ['we', 'are', 'not', 'organized']
    """
    return tuple(_words(text, start, end))


def joined(found: Sequence[Word]) -> str:
    """The keys run together, by which "good will" is "goodwill"."""
    return "".join(word.key for word in found)


def ends_cut(text: str, end: int) -> bool:
    """Whether an ellipsis ends a quote whose span ends at `end`, within it or just after it.

    >>> ends_cut("so it goes…", 11), ends_cut("so it goes.", 11)
    (True, False)
    """
    tail = text[max(0, end - 6) : end].rstrip()
    return tail.endswith(("…", "...", ". . .")) or text[end : end + 3] == "..." or text[end : end + 1] == "…"


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    opens, cut, depth = True, False, 0
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        if kind == "word":
            at = token.start()
            for first, last, same, spelt, tells in _pieces(token.group()):
                yield Word(at + first, at + last, same, spelt, tells, opens, cut, depth > 0)
                opens = cut = False
        elif kind == "gap":
            cut = True
        elif kind == "stop":
            opens = True
        else:
            depth = 1 if kind == "open" else 0


@lru_cache(maxsize=1 << 16)
def _pieces(surface: str) -> tuple[_Piece, ...]:
    """The word, or the two words that a contraction is made of, with their places in it."""
    end = len(surface)
    short = _CONTRACTION.search(surface)
    at = short.start() if short and short.start() else end
    head = surface[:at]
    clipped = _CLIPPED.get(head.casefold()) if at < end and surface[at] in "nN" else None
    first = 0, at, clipped or plain(head), clipped or key(head), weight(clipped or head)
    if at == end:
        return (first,)
    tail = plain(surface[at:])
    full = _MEANING.get(tail.casefold(), tail.casefold())
    return first, (at, end, tail, full, weight(full))
