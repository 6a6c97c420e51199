"""Quotes, and the utterances of which several articles give a rendering."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.articles import Passage, Role


class QuoteKind(StrEnum):
    """What sort of quotation it is."""

    DIRECT = "direct"
    PARTIAL = "partial"
    TERM = "term"
    TITLE = "title"
    INDIRECT = "indirect"
    EMBED = "embed"
    NESTED = "nested"  # within another quote: what the person quoted says that somebody else said


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
