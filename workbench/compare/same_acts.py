"""Verbs that an analyst counts as one act, beside those that the lexicons have as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.compare.deeds import kind
from workbench.compare.words import acts, bases, names_act


@dataclass(frozen=True)
class SameActs:
    """Pairs of verbs that are one act; pairs that share a verb, or an act that a lexicon has, go together.

    >>> own = SameActs((("axe", "scrap"), ("scrap", "bin")))
    >>> own.same("axe", "bin"), own.same("axe", "extend"), own.kind("bin") == own.kind("axe")
    (True, False, True)
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _groups(self) -> Mapping[str, str]:
        """The kinds of act that are in a pair, and the one that stands for all that go together."""
        group: dict[str, str] = {}
        for a, b in self.pairs:
            ours, theirs = (group.setdefault(kind(_base(word)), kind(_base(word))) for word in (a, b))
            first = min(ours, theirs)
            group.update({name: first for name, of in group.items() if of in (ours, theirs)})
        return group

    def kind(self, word: str) -> str:
        """What the words for one act share, the analyst's pairs counted."""
        found = kind(word)
        return self._groups.get(found, found)

    def same(self, a: str, b: str) -> bool:
        """Whether the analyst counts the two as one act."""
        return kind(a) in self._groups and kind(b) in self._groups and self.kind(a) == self.kind(b)

    def widen(self, found: frozenset[str]) -> frozenset[str]:
        """Acts as ``words.acts`` has them, with those that the analyst counts as the same."""
        for _ in self.pairs:
            more = frozenset().union(*(one for one in self._acts if one & found))
            if more <= found:
                break
            found |= more
        return found

    @cached_property
    def _acts(self) -> tuple[frozenset[str], ...]:
        return tuple(acts(_base(a)) | acts(_base(b)) for a, b in self.pairs)


def _base(word: str) -> str:
    """The base form where a lexicon knows it, so that "freed" may be typed for "free"."""
    return next((base for base in bases(word) if names_act(base)), word)
