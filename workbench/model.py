"""The records that flow through the workbench: frozen, typed, and free of logic beyond look-ups.

A :class:`Passage` is the anchor of everything: one span of one article, with the exact characters that stand there.
Passages are made only by :meth:`Article.passage`, which cuts the surface from the text, so a record whose span does not
match its surface cannot come about.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.spans import Span


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
        """What to call the article where its source is asked for: the source, else the file's stem."""
        return self.source.value if self.source else self.article_id


class Bound(StrEnum):
    """How a number bounds the quantity: exactly, about, more than, at least, less than, at most."""

    EXACT = "="
    ABOUT = "~"
    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="


class FigureKind(StrEnum):
    """What sort of quantity a figure states."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    VAGUE = "vague"


class Standing(StrEnum):
    """What a figure is where it is no plain statement of its article."""

    EARLIER = "earlier"  # the article says that the count was this before: "up from 37", "had stood at 37"
    UPDATE = "update"  # the article says that the count has come to this: "rose to 41"
    DENIED = "denied"
    SUPPOSED = "supposed"


@dataclass(frozen=True, slots=True)
class Measure:
    """How much: the number named, the range it allows, and its unit.

    Exact: value = low = high, bound `=`. Bound: value is the number named, one of low and high is None. Approximate:
    value set, `approximate`, bound `~`. Range: value None, low and high. Vague: value None; low or high where the word
    has them.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as stated, with its measure, what it counts, its scope and who says it."""

    passage: Passage
    kind: FigureKind
    measure: Measure
    counted: str | None = None
    scope: str | None = None
    speaker: str | None = None
    in_quote: bool = False
    implied: bool = False
    role: Role = Role.BODY
    standing: Standing | None = None  # None: a plain statement; known once the articles are compared
    as_of: str | None = None  # the day of a count that goes on: a date, a month and day, or a weekday

    @property
    def figure_id(self) -> str:
        """Stable while the text is: made of the article and the place."""
        mark = "i" if self.implied else "f"
        return f"{self.passage.article_id}:{mark}{self.passage.start}-{self.passage.end}"


class QuoteKind(StrEnum):
    """What sort of quotation it is."""

    DIRECT = "direct"
    PARTIAL = "partial"
    TERM = "term"
    TITLE = "title"
    INDIRECT = "indirect"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words reported as said: the span without its quote marks, who said them, and how the article says so."""

    passage: Passage
    kind: QuoteKind
    quotation_id: str  # shared by the parts of one quotation
    speaker: str | None = None  # canonical name; None when not known
    speaker_at: Passage | None = None  # what stands at the cue: "she", "the official", "Coale"
    cue: str | None = None
    via: str | None = None
    role: Role = Role.BODY
    speaker_id: str | None = None  # the speaker's entity, known once the articles are compared

    @property
    def quote_id(self) -> str:
        """Stable while the text is: made of the article and the place."""
        return f"{self.passage.article_id}:q{self.passage.start}-{self.passage.end}"


class Fidelity(StrEnum):
    """How two renderings of one utterance differ, from the least to the most."""

    SAME = "same"  # the same words; marks, case and punctuation are no difference
    SPELLING = "spelling"  # the same words, spelt in two ways
    TRIMMED = "trimmed"  # one leaves words out at its edges, or where it has an ellipsis
    BOUNDARY = "boundary"  # the words that one lacks stand just outside its marks
    ALTERED = "altered"  # words differ inside the marks


class EditKind(StrEnum):
    """What was done to words from the one rendering to the other."""

    SPELT = "spelt"
    DROPPED = "dropped"
    ADDED = "added"
    REPLACED = "replaced"
    MOVED = "moved"
    BRACKETED = "bracketed"  # the article marks the change itself, with square brackets


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One difference between two renderings: the words here and there; None on the side that has none."""

    kind: EditKind
    a: Passage | None
    b: Passage | None
    outside: bool = False  # whether the side that lacks the words has them just outside its quote marks


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Two renderings, by two articles, of one utterance, and every word in which they differ."""

    utterance_id: str
    quote_a: str
    quote_b: str
    relation: Fidelity
    changes: tuple[WordEdit, ...] = ()
    conflict: str | None = None  # what the sources cannot both be right about: who said it
    note: str | None = None  # a doubt about the pair, in words for the analyst


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, however many sources quote it: its renderings, in the order of the articles' ids."""

    utterance_id: str
    quote_ids: tuple[str, ...]
    article_ids: tuple[str, ...]  # who quotes it, duplicates of an article left out
    speaker: str | None = None
    fidelity: Fidelity | None = None  # the loosest of its pairs; None where one source alone has it
    conflict: str | None = None


class Verdict(StrEnum):
    """What the statements of one quantity, or two of them, are to one another."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The thing measured, to which figures of several articles belong, and what they say of it together.

    `best` is the exact value that most articles give; None where none gives one or the articles conflict evenly. In
    `figures`, a headline's number has the bound that the text below it gives.
    """

    quantity_id: str
    label: str
    unit: str | None
    verdict: Verdict
    low: float | None
    best: float | None
    high: float | None
    sources: tuple[str, ...]  # article_ids; an article that repeats another is left out
    origins: tuple[str, ...]  # those who are named as saying it
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures of two articles on one quantity, and how they stand to each other."""

    quantity_id: str
    figure_a: str
    figure_b: str
    relation: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A sum, a part and its total, or a tension among figures; `holds` is None where it cannot be told."""

    relation_id: str
    expression: str
    holds: bool | None
    figure_ids: tuple[str, ...]
    note: str


class CheckKind(StrEnum):
    """What a question to the analyst is about."""

    ARITHMETIC = "arithmetic"
    CONTRADICTION = "contradiction"
    DATE = "date"
    NAME = "name"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Check:
    """A question worth an analyst's look, with the figures and passages that raise it."""

    check_id: str
    kind: CheckKind
    severity: Severity
    message: str
    figure_ids: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names a person, an organisation or a place, without title, and the entity that it means."""

    passage: Passage
    kind: NameKind
    entity_id: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of all articles: its names, and why these were held to be of one."""

    entity_id: str
    kind: NameKind
    canonical: str
    variants: tuple[str, ...]  # as the articles write it, the form of most articles first
    reason: str | None
    article_ids: tuple[str, ...]
