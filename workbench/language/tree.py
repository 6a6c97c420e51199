"""A parsed text: words in plain Python objects, stretches of them, and the tree over them, as spaCy names them."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, overload

from workbench.language.word import Word


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
        words, inside = self.doc.words, range(self.start, self.end)
        top: Word | None = None
        least = len(words)
        for word in self:
            if word.head is word:
                return word
        for word in self:
            if word.head.i not in inside and (height := _height(word)) < least:
                top, least = word, height
        return top or words[self.start]

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

    def __init__(self, text: str, key: bytes, shared: dict[str, Any] | None = None) -> None:
        self.text = text
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
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.words))
            return Stretch(self, first, max(first, last))
        return self.words[at]

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__

    @cached_property
    def below(self) -> list[tuple[list[Word], list[Word]]]:
        """For each word those before it and those after it that hang on it."""
        below: list[tuple[list[Word], list[Word]]] = [([], []) for _ in self.words]
        for word in self.words:
            above = word.head
            if above is not word:
                below[above.i][word.i > above.i].append(word)
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
        for word in (*self.words, *reversed(self.words)):
            at, above = word.i, word.head.i
            first[above] = min(first[above], first[at])
            last[above] = max(last[above], last[at])
        made = self.shared["edges"] = list(zip(first, last, strict=True))
        return made

    @cached_property
    def _firsts(self) -> list[int]:
        return [0, *(word.i for word in self.words[1:] if word.is_sent_start)]

    @property
    def sents(self) -> Iterator[Stretch]:
        """The sentences, in order."""
        if self.words:
            for start, end in zip(self._firsts, [*self._firsts[1:], len(self.words)], strict=True):
                yield Stretch(self, start, end)

    def sentence(self, at: int) -> Stretch:
        """The sentence that holds word number `at`."""
        place = bisect_right(self._firsts, at)
        return Stretch(self, self._firsts[place - 1], [*self._firsts, len(self.words)][place])

    @cached_property
    def _starts(self) -> list[int]:
        return [word.idx for word in self.words]

    def _holding(self, at: int) -> int | None:
        """The number of the word that holds character `at`, or stands before the white space that does."""
        return bisect_right(self._starts, at) - 1 if self.words and 0 <= at < len(self.text) else None

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
