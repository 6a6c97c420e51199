"""The tokens of one parsed block, found by their place in its text."""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.language import Doc, Token


class Words:
    """A parse, with look-ups by character offset. Offsets are those of ``doc.text``."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.text: str = doc.text
        self._starts = [token.idx for token in doc]

    @cached_property
    def lower(self) -> str:
        """The text in lower case, where that keeps its length; else the text."""
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else self.text

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

    def sentence_text(self, offset: int) -> str:
        """The sentence that holds the character at `offset`."""
        token = self.at(offset)
        return str(token.sent.text) if token is not None else ""

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds the character at `offset` begins."""
        token = self.at(offset)
        return int(token.sent.start_char) if token is not None else 0

    def opens_sentence(self, token: "Token") -> bool:
        """Whether a capital is due at the token: first in its sentence, or after a colon, a dash or a mark."""
        if token.is_sent_start or token.i == 0:
            return True
        return not self.doc[token.i - 1].text.lstrip("'’")[:1].isalnum()

    def is_title(self, offset: int) -> bool:
        """Whether the sentence at `offset` is in title case, so that capitals say nothing."""
        token = self.at(offset)
        if token is None:
            return False
        longer = [word.text for word in token.sent if word.is_alpha and len(word) > 3]
        return len(longer) > 2 and sum(word[0].isupper() for word in longer) > 0.75 * len(longer)
