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
            ours, theirs = (group.setdefault(found, found) for found in (kind(_base(a)), kind(_base(b))))
            first = min(ours, theirs)
            group.update({name: first for name, of in group.items() if of in (ours, theirs)})
        return group

    def kind(self, word: str) -> str:
        """What the words for one act share, the analyst's pairs counted."""
        if not self.pairs:
            return kind(word)
        found = kind(_base(word))
        return self._groups.get(found, kind(word))

    def same(self, a: str, b: str) -> bool:
        """Whether the analyst counts the two as one act."""
        return kind(_base(a)) in self._groups and self.kind(a) == self.kind(b)

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
        return tuple(frozenset().union(*(acts(word) | acts(_base(word)) for word in pair)) for pair in self.pairs)


def _base(word: str) -> str:
    """The form that a lexicon knows: freed is free, hand over is handover; another stays as it is."""
    forms = (*bases(word), word.replace(" ", ""))
    return next((form for form in forms if names_act(form)), word)
