"""A parsed text: words in plain Python objects, stretches of them, and the tree over them, as spaCy names them."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import Any, overload

from workbench.language.word import Word

#: What hangs on most words; nothing is ever put into it.
_NOTHING: tuple[list[Word], list[Word]] = ([], [])


class Stretch:
    """Words in a row, ``doc[start:end]``."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Tree", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> "Stretch": ...
    def __getitem__(self, at: int | slice) -> "Word | Stretch":
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Stretch(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.words[range(self.start, self.end)[at]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stretch) and (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__

    @property
    def start_char(self) -> int:
        """Where the text of it begins."""
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the text of it ends."""
        return self.start_char if self.end <= self.start else self.doc.words[self.end - 1].idx + len(self[-1])

    @property
    def text(self) -> str:
        """The text, without the white space after it."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Word:
        """The word that the others hang on: the highest, and of several as high the first."""
        start, end = self.start, self.end
        words = self.doc.words
        tops = [word for word in words[start:end] if word.head is word or not start <= word.head.i < end]
        if len(tops) < 2:
            return tops[0] if tops else words[start]
        return next((word for word in tops if word.head is word), None) or min(tops, key=_height)

    @property
    def sent(self) -> "Stretch":
        """The sentence in which it begins."""
        return self.doc.sentence(self.start)


def _height(word: Word) -> int:
    """How many words stand above; a mark or white space with nothing below it counts as lowest."""
    if (word.is_space or word.is_punct) and not any(word.doc.below[word.i]):
        return len(word.doc.words) - 1
    return word.doc.heights[word.i]


class Tree:
    """A parsed text: its words in order, and what hangs on what."""

    def __init__(
        self, text: str, key: bytes, starts: list[int], heads: list[int], shared: dict[str, Any] | None = None
    ) -> None:
        self.text = text
        self.starts = starts  # where the words begin
        self.heads = heads  # the numbers of the words that they hang on
        self.key = key  # the same for texts whose letters and parses are the same
        #: What the words alone decide, made once for all articles that print them: numbers and names, never words.
        self.shared: dict[str, Any] = {} if shared is None else shared
        self.words: list[Word] = []

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Word | Stretch:
        if isinstance(at, int):
            return self.words[at]
        first, last, _ = at.indices(len(self.words))
        return Stretch(self, first, max(first, last))

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__

    @cached_property
    def below(self) -> list[tuple[list[Word], list[Word]]]:
        """For each word those before it and those after it that hang on it."""
        words = self.words
        below = [_NOTHING] * len(words)
        for at, above in enumerate(self.heads):
            if at != above:
                pair = below[above]
                if pair is _NOTHING:
                    pair = below[above] = ([], [])
                pair[at > above].append(words[at])
        return below

    @cached_property
    def heights(self) -> list[int]:
        """For each word how many stand above it, each found from the word above."""
        known: list[int] | None = self.shared.get("heights")
        if known is not None:
            return known
        found = [-1] * len(self.words)
        for word in self.words:
            path = []
            while found[word.i] < 0 and word.head is not word:
                path.append(word.i)
                word = word.head
            height = max(found[word.i], 0)
            found[word.i] = height
            for at in reversed(path):
                height += 1
                found[at] = height
        self.shared["heights"] = found
        return found

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """For each word the first and the last of those at and below it, found in two passes, as spaCy does."""
        known: list[tuple[int, int]] | None = self.shared.get("edges")
        if known is not None:
            return known
        first = list(range(len(self.words)))
        last = list(first)
        pairs = list(enumerate(self.heads))
        for at, above in chain(pairs, reversed(pairs)):
            if first[at] < first[above]:  # noqa: PLR1730 - a call of min costs more than all else here
                first[above] = first[at]
            if last[at] > last[above]:  # noqa: PLR1730
                last[above] = last[at]
        made = self.shared["edges"] = list(zip(first, last, strict=True))
        return made

    @cached_property
    def firsts(self) -> list[int]:
        """The numbers of the words with which the sentences begin."""
        return [0, *(word.i for word in self.words[1:] if word.is_sent_start)]

    @property
    def sents(self) -> Iterator[Stretch]:
        """The sentences, in order."""
        if self.words:
            for start, end in zip(self.firsts, [*self.firsts[1:], len(self.words)], strict=True):
                yield Stretch(self, start, end)

    def sentence(self, at: int) -> Stretch:
        """The sentence that holds word number `at`."""
        place = bisect_right(self.firsts, at)
        return Stretch(self, self.firsts[place - 1], [*self.firsts, len(self.words)][place])

    def _holding(self, at: int) -> int | None:
        """The number of the word that holds character `at`, or stands before the white space that does."""
        return bisect_right(self.starts, at) - 1 if self.words and 0 <= at < len(self.text) else None

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Stretch | None:
        """The words of ``text[start:end]``; None where there are none, or where it cuts one and `strict` forbids that.

        A word that is cut belongs to it where `alignment_mode` is "expand", and not where it is "contract".
        """
        first, last = self._holding(start), self._holding(end - 1)
        if first is None or last is None:
            return None
        opens, closes = self.words[first], self.words[last]
        ends = opens.idx + len(opens), closes.idx + len(closes)
        if alignment_mode == "strict" and (start, end) != (opens.idx, ends[1]):
            return None
        if alignment_mode == "contract":
            first, last = first + (opens.idx < start), last - (end < ends[1])
            if last < first:
                return None
        elif alignment_mode == "expand":
            first += start == ends[0]
        return Stretch(self, first, last + 1)
