"""Articles: what was read, divided into blocks, and the passages that anchor every other record."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from workbench.spans import Span

#: The hash that crawlers put at the end of a file's name: no date is that long, and none has letters.
_HASH = re.compile(r"[-_.](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,}$")


class Role(StrEnum):
    """What a stretch of an article is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUMMARY = "summary"
    BYLINE = "byline"
    DATELINE = "dateline"
    TIMESTAMP = "timestamp"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    EMBED = "embed"
    FURNITURE = "furniture"


#: The roles whose text states something about the event, in the order in which extraction reads them.
PROSE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY, Role.SUBHEADING, Role.BODY, Role.CAPTION, Role.EMBED})


class Severity(StrEnum):
    """What a problem costs: `error` (not loaded), `warning` (loaded, something missing), `notice` (worth knowing)."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept a file, or a part of it, from being read as it should be. One sentence, with what to do."""

    path: str | None
    article_id: str | None
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article with one role; the blocks of an article partition its text.

    Line ends and spaces between two blocks belong to the block before them; ``Article.ink`` gives a block without them.
    """

    start: int
    end: int
    role: Role
    reason: str | None = None  # why it has this role, in words for the analyst; None for plain body text
    repeat_of: int | None = None  # start of the earlier block that says the same (a repeated caption, a cut headline)

    @property
    def span(self) -> Span:
        """The block's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """One span of one article and the characters that stand there: made by :meth:`Article.passage` only."""

    article_id: str
    start: int
    end: int
    surface: str

    @property
    def span(self) -> Span:
        """The passage's place in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known about an article, and how: `basis` says where it was found, in words for the analyst."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Article:
    """One document, decoded and divided into blocks. `text` is never changed after decoding.

    `published` and `dateline` are what the text, the page's metadata or sources.csv state; what is not known is None.
    """

    article_id: str
    text: str
    blocks: tuple[Block, ...]
    path: str
    sha256: str
    encoding: str
    headline: str | None = None
    source: Fact | None = None
    byline: Fact | None = None
    dateline: Fact | None = None
    published: Fact | None = None  # ISO 8601, as precise as known
    language: str | None = None  # ISO 639-1
    url: str | None = None
    note: str | None = None
    duplicate_of: str | None = None  # article_id of the article that says the same, word for word or nearly so
    served: bool = True  # whether the extractors serve its language
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(block.start for block in self.blocks))

    def passage(self, start: int, end: int) -> Passage:
        """The passage ``[start, end)``, in code points.

        Raises ValueError for an empty or impossible span.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(
                f"[{start}:{end}] is no stretch of {self.article_id}, which has {len(self.text)} characters."
            )
        return Passage(self.article_id, start, end, self.text[start:end])

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at `offset`."""
        return self.blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def paragraph_at(self, offset: int) -> int:
        """The number, from 1, of the block that holds the character at `offset`: what ¶ means in citations."""
        return max(1, bisect_right(self._starts, offset))

    def ink(self, block: Block) -> Span:
        """The block without the white space at its edges (empty where there is nothing else)."""
        surface = self.text[block.start : block.end]
        left = len(surface) - len(surface.lstrip())
        return Span(block.start + left, block.start + left + len(surface.strip()))

    @property
    def name(self) -> str:
        """What to call the article where its source is asked for: the source, else the stem without its hash."""
        return self.source.value if self.source else _HASH.sub("", self.article_id) or self.article_id


class Placed(Protocol):
    """A record of something that stands in an article."""

    @property
    def passage(self) -> Passage: ...  # noqa: D102


_Placed = TypeVar("_Placed", bound=Placed)


def by_article(records: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    """The records of each article, in their order, by its article_id; an article without any has no entry."""
    found: dict[str, list[_Placed]] = {}
    for record in records:
        found.setdefault(record.passage.article_id, []).append(record)
    return found
