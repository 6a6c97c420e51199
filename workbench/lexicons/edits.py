"""Everything that an analyst changed about words, as one value; and how two analysts' changes go together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.lexicons.concepts import Change
from workbench.lexicons.wordlists import WordLists


@dataclass(frozen=True)
class Edits:
    """The word lists as changed, and the changes of what counts as one thing or act, in their order."""

    lists: WordLists = field(default_factory=WordLists)
    choices: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is changed at all."""
        return bool(self.lists.added or self.lists.removed or self.choices)


def rebase(theirs: Edits, before: Edits, now: Edits) -> Edits:
    """`theirs` with what changed from `before` to `now`, and nothing else: what others changed meanwhile stays.

    >>> from workbench.lexicons.wordlists import with_entry
    >>> mine, others = Edits(with_entry(WordLists(), "sham")), Edits(with_entry(WordLists(), "puppet"))
    >>> [term.words for term in rebase(others, Edits(), mine).lists.added]
    ['puppet', 'sham']
    """
    if theirs == before:
        return now
    return Edits(_lists(theirs.lists, before.lists, now.lists), _choices(theirs.choices, before.choices, now.choices))


def _lists(theirs: WordLists, before: WordLists, now: WordLists) -> WordLists:
    had = {term.key: term for term in before.added}
    new = tuple(term for term in now.added if had.get(term.key) != term)
    newly_out = now.removed - before.removed
    touched = (had.keys() - {term.key for term in now.added}) | {term.key for term in new} | newly_out
    added = (*(term for term in theirs.added if term.key not in touched), *new)
    removed = (theirs.removed - (before.removed - now.removed)) | newly_out
    return WordLists(added, removed - {term.key for term in new})


def _choices(theirs: Sequence[Change], before: Sequence[Change], now: Sequence[Change]) -> tuple[Change, ...]:
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    kept = list(theirs)
    for undone in reversed(before[same:]):
        if undone in kept:
            del kept[len(kept) - 1 - kept[::-1].index(undone)]
    others = [change for change in theirs if change not in before]  # what both did counts once
    return (*kept, *(change for change in now[same:] if change not in others))
