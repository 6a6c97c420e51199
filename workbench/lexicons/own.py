"""The analyst's own changes during a session: made, taken back, kept, and told to whatever shows words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakSet

from workbench.errors import LexiconError
from workbench.lexicons import kept
from workbench.lexicons.concepts import Change, pairs, told
from workbench.lexicons.edits import Edits, rebase
from workbench.lexicons.wordlists import WordLists
from workbench.model import Device

#: What an edit changes: the listed words, the choices of words, or which verbs are one act (then claims as well).
LISTS, CHOICES, ACTS = "lists", "choices", "acts"


class Follower(Protocol):
    """What shows words, and shows them anew once they have changed."""

    def follow(self, part: str) -> None:
        """The `part` has changed: LISTS, CHOICES or ACTS."""


class Own:
    """What the analyst changed, as it stands: `edits`. Nothing is ever lost from it because it could not be kept.

    `problem` says why what is kept at `path` could not be read; `kept` says where the last change was kept, or why not.
    """

    def __init__(self, path: Path | None = None, forget: Callable[[str], None] = lambda _: None) -> None:
        self.path, self._forget = path, forget
        self.problem: str | None = None
        try:
            self.edits = kept.load(path)
        except LexiconError as error:
            self.edits, self.problem = Edits(), str(error)
        self._wanted = self._saved = self.edits  # what the file should hold; what was read from it or put into it
        self._past: list[WordLists] = []
        self.kept = kept.Kept(path if self.edits else None, f"The word lists are kept in {path}." if self.edits else "")
        self._followers: WeakSet[Any] = WeakSet()

    def watch(self, follower: Follower) -> None:
        """Tell `follower` of every change from now on, as long as somebody holds it."""
        self._followers.add(follower)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The verbs that count as one act."""
        return pairs(self.edits.choices)

    # -- word lists -----------------------------------------------------------------------------------------------

    @property
    def list_changes(self) -> list[tuple[str, Device, str]]:
        """The words added and taken out, with their device and what was done, in words."""
        lists = self.edits.lists
        added = [
            (term.words, term.device, f"added “{term.words}” to {term.device.value} words") for term in lists.added
        ]
        out = sorted((" ".join(key[1]), key[0]) for key in lists.removed)
        return [*added, *((words, device, f"took “{words}” out of {device.value} words") for words, device in out)]

    def use(self, lists: WordLists, *, keep: bool = True) -> kept.Kept:
        """Count by these lists from now on, and keep them (unless `keep` is false)."""
        if lists != self.edits.lists:
            self._past.append(self.edits.lists)
        return self._set(replace(self.edits, lists=lists), LISTS, keep)

    @property
    def can_undo_list(self) -> bool:
        """Whether there is a change of the lists in this session to take back."""
        return bool(self._past)

    def undo_list(self, *, keep: bool = True) -> bool:
        """Take the last change of the lists back; False where there is none in this session."""
        if not self._past:
            return False
        self._set(replace(self.edits, lists=self._past.pop()), LISTS, keep)
        return True

    # -- choices and acts -----------------------------------------------------------------------------------------

    @property
    def choice_changes(self) -> list[str]:
        """The changes of what counts as one thing or act, in words."""
        return [told(change) for change in self.edits.choices]

    def choose(self, change: Change, *, keep: bool = True) -> kept.Kept:
        """Make one more change of what counts as one thing or act."""
        made = replace(self.edits, choices=(*self.edits.choices, change))
        return self._set(made, ACTS if change.kind == "act" else CHOICES, keep)

    def undo_choice(self, *, keep: bool = True) -> Change | None:
        """Take the last of these changes back, of an earlier session too; None where there is none."""
        if not self.edits.choices:
            return None
        last = self.edits.choices[-1]
        made = replace(self.edits, choices=self.edits.choices[:-1])
        self._set(made, ACTS if last.kind == "act" else CHOICES, keep)
        return last

    # -- keeping --------------------------------------------------------------------------------------------------

    def keep(self) -> kept.Kept:
        """Try again to keep what could not be kept."""
        self.kept = kept.save(self._wanted, self.path, self._saved)
        if self.kept.path is not None:
            self._saved = self._wanted
        return self.kept

    @property
    def unkept(self) -> bool:
        """Whether there is a change that should be in the file and is not."""
        return self.path is not None and self._wanted != self._saved

    def _set(self, edits: Edits, part: str, keep: bool) -> kept.Kept:
        if keep:
            self._wanted = rebase(self._wanted, self.edits, edits)
        self.edits = edits
        if keep:
            self.keep()
        else:
            self.kept = kept.Kept(None, "This change is not kept, as you asked: it lasts as long as this session.")
        self._forget(part)
        for follower in list(self._followers):
            follower.follow(part)
        return self.kept
