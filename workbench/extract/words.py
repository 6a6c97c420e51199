"""The tokens of one parsed block, found by their place in its text."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from workbench.language import Doc, Token

Made = TypeVar("Made")

#: How far up a tree is looked: chains of nouns without end are no prose, and each number of one would climb them all.
_HIGHEST = 40


class Words:
    """A parse, with look-ups by character offset. Offsets are those of ``doc.text``.

    What is asked of a sentence or a token for each of its numbers is worked out once and kept (`once`), so that a
    sentence of thousands of numbers costs what it holds and no more.
    """

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.text: str = doc.text
        self._starts = [token.idx for token in doc]
        self._kept: dict[tuple[str, int], Any] = {}

    @cached_property
    def lower(self) -> str:
        """The text in lower case, where that keeps its length; else the text."""
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else self.text

    @cached_property
    def _sentences(self) -> tuple[list[int], list[tuple[int, int]]]:
        """The first token of each sentence, and the places of the sentences in the text."""
        spans = list(self.doc.sents) if len(self.doc) else []
        return [span.start for span in spans], [(span.start_char, span.end_char) for span in spans]

    def once(self, name: str, at: int, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept under `name` and the number of a token or sentence."""
        if (name, at) not in self._kept:
            self._kept[name, at] = make()
        kept: Made = self._kept[name, at]
        return kept

    def at(self, offset: int) -> "Token | None":
        """The token that holds the character at `offset`, or begins there; None past the end or in white space."""
        if not 0 <= offset < len(self.text) or not self._starts:
            return None
        index = bisect_right(self._starts, offset) - 1
        token = self.doc[index] if index >= 0 else None
        return (
            token if token is not None and token.idx <= offset < token.idx + len(token) and not token.is_space else None
        )

    def index_from(self, offset: int) -> int:
        """The number of the first token that begins at `offset` or after it."""
        return bisect_right(self._starts, offset - 1)

    def before(self, offset: int) -> "Token | None":
        """The last token, not white space, that ends at `offset` or before it."""
        index = bisect_right(self._starts, offset - 1) - 1
        while index >= 0 and (self.doc[index].is_space or self.doc[index].idx + len(self.doc[index]) > offset):
            index -= 1
        return self.doc[index] if index >= 0 else None

    def sentence(self, offset: int) -> int | None:
        """The number of the sentence that holds the character at `offset`; None in white space."""
        token = self.at(offset)
        return bisect_right(self._sentences[0], token.i) - 1 if token is not None else None

    @property
    def last_sentence(self) -> int:
        """The number of the last sentence."""
        return max(0, len(self._sentences[0]) - 1)

    def sentence_text(self, offset: int) -> str:
        """The sentence that holds the character at `offset`."""
        number = self.sentence(offset)
        if number is None:
            return ""
        start, end = self._sentences[1][number]
        return self.text[start:end]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds the character at `offset` begins."""
        number = self.sentence(offset)
        return self._sentences[1][number][0] if number is not None else 0

    def sentence_head(self, offset: int) -> str:
        """The first words of the sentence that holds the character at `offset`."""
        start = self.sentence_start(offset)
        return self.text[start : start + 48]

    def above(self, token: "Token") -> "Iterator[Token]":
        """The words that govern the token, the nearest first."""
        return islice(token.ancestors, _HIGHEST)

    def verb_above(self, token: "Token") -> "Token | None":
        """The nearest verb that governs the token."""
        return next((above for above in self.above(token) if above.pos_ in ("VERB", "AUX")), None)

    def opens_sentence(self, token: "Token") -> bool:
        """Whether a capital is due at the token: first in its sentence, or after a colon, a dash or a mark."""
        if token.is_sent_start or token.i == 0:
            return True
        return not self.doc[token.i - 1].text.lstrip("'’")[:1].isalnum()

    def is_title(self, offset: int) -> bool:
        """Whether the sentence at `offset` is in title case, so that capitals say nothing."""
        number = self.sentence(offset)
        return number is not None and self.once("title", number, lambda: self._in_capitals(number))

    def _in_capitals(self, number: int) -> bool:
        starts = [*self._sentences[0], len(self.doc)]
        longer = [
            word.text for word in self.doc[starts[number] : starts[number + 1]] if word.is_alpha and len(word) > 3
        ]
        return len(longer) > 2 and sum(word[0].isupper() for word in longer) > 0.75 * len(longer)
