"""A word of a parse as a plain Python object, with the names that spaCy has.

spaCy makes an object for each look at a token, and a string for each look at its lemma: the rules look at every word
hundreds of times. Here each word is made once, with all that is read of it, and a look is a look. What spaCy knows and
no rule reads is left out, and its documents are let go.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.language.tree import Stretch, Tree


class Form(NamedTuple):
    """What is known of a word by its letters."""

    text: str
    lower: str
    is_alpha: bool
    is_digit: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    is_currency: bool
    like_num: bool


class Word:
    """A word in its place: what it is, and what it hangs on. Two are the same only if they are one and the same."""

    __slots__ = (
        "_form",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: "Tree"
    head: "Word"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    whitespace_: str
    is_sent_start: bool
    _form: Form

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __lt__(self, other: "Word") -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters only."""
        return self._form.is_alpha

    @property
    def is_digit(self) -> bool:
        """Whether it is made of digits only."""
        return self._form.is_digit

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return self._form.is_punct

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self._form.is_space

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the most frequent words, which say little."""
        return self._form.is_stop

    @property
    def is_currency(self) -> bool:
        """Whether it is a sign of a currency."""
        return self._form.is_currency

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number."""
        return self._form.like_num

    @property
    def is_sent_end(self) -> bool:
        """Whether a sentence ends with it."""
        return self.i + 1 == len(self.doc.words) or self.doc.words[self.i + 1].is_sent_start

    @property
    def lefts(self) -> "list[Word]":
        """The words before it that hang on it, in order."""
        return self.doc.below[self.i][0]

    @property
    def rights(self) -> "list[Word]":
        """The words after it that hang on it, in order."""
        return self.doc.below[self.i][1]

    @property
    def n_lefts(self) -> int:
        """How many words before it hang on it."""
        return len(self.lefts)

    @property
    def children(self) -> "list[Word]":
        """The words that hang on it, in order."""
        lefts, rights = self.doc.below[self.i]
        return lefts + rights

    @property
    def subtree(self) -> "Iterator[Word]":
        """It and all words below it, those before each word first."""
        below = self.doc.below
        waiting: list[tuple[Word, bool]] = [(self, False)]
        while waiting:
            word, opened = waiting.pop()
            lefts, rights = below[word.i]
            if opened or not (lefts or rights):
                yield word
                continue
            waiting += [(right, False) for right in reversed(rights)]
            waiting.append((word, True))
            waiting += [(left, False) for left in reversed(lefts)]

    @property
    def left_edge(self) -> "Word":
        """The first word of those at and below it."""
        return self.doc.words[self.doc.edges[self.i][0]]

    @property
    def right_edge(self) -> "Word":
        """The last word of those at and below it."""
        return self.doc.words[self.doc.edges[self.i][1]]

    @property
    def ancestors(self) -> "Iterator[Word]":
        """The words that it hangs on, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: "Word") -> bool:
        """Whether `other` hangs on it, however far below."""
        return any(above is self for above in other.ancestors)

    @property
    def conjuncts(self) -> "tuple[Word, ...]":
        """The words that it is joined with by "and", "or" and the like, in the order in which they are joined."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [right for right in word.rights if right.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    @property
    def sent(self) -> "Stretch":
        """The sentence that it is in."""
        return self.doc.sentence(self.i)

    def nbor(self, steps: int = 1) -> "Word":
        """The word so many places behind it; before it, where `steps` is negative.

        Raises IndexError where there is none.
        """
        at = self.i + steps
        if at < 0:
            raise IndexError(f"There is no word {-steps} places before {self.text!r}.")
        return self.doc.words[at]
