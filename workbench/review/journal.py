"""The journals beside the articles: every analyst's decisions, in the order of time, and how new ones are kept.

Each analyst has a file of their own, ``.workbench-decisions.NAME.jsonl``, so that two people whose folder is shared or
synchronised never write the same file, and merging is putting the files side by side. Two notebooks of one analyst do
write the same file: a lock, and lines that are only ever added, keep them apart.
"""

import getpass
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import OptionError
from workbench.model import Problem, Severity
from workbench.review.decision import Decision, Entry, Step, entry_id, now, step
from workbench.review.journal_file import JournalFile

#: How the files begin and end. They are hidden, so none is read as an article.
PREFIX, SUFFIX = ".workbench-decisions.", ".jsonl"
#: The environment variable that names the analyst.
ANALYST_VARIABLE = "WORKBENCH_ANALYST"
_SESSION = "it is in memory, as long as this session lasts"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where something was kept; `path` is None where it is in memory only, and `message` says why and what to do."""

    path: Path | None
    message: str


def analyst_name(given: str | None = None) -> str:
    """Who decides: as given, as WORKBENCH_ANALYST names them, else the name of the account.

    >>> analyst_name("  Ada   Lund ")
    'Ada Lund'
    """
    name = given or os.environ.get(ANALYST_VARIABLE) or ""
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
            name = "analyst"
    name = " ".join("".join(each if each.isprintable() else " " for each in name).split())
    return name[:80] or "analyst"


def file_of(folder: Path, analyst: str, prefix: str = PREFIX, suffix: str = SUFFIX) -> Path:
    """The analyst's own file in `folder`; names that differ have files that differ.

    >>> file_of(Path("."), "Ada Lund").name
    '.workbench-decisions.ada-lund-76c415.jsonl'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", analyst.lower()).strip("-")[:40] or "analyst"
    mark = hashlib.sha256(analyst.encode("utf-8", "replace")).hexdigest()[:6]
    return folder / f"{prefix}{stem}-{mark}{suffix}"


def folder_of(origin: Sequence[Path]) -> Path | None:
    """Where the journals of these files and folders lie: in the first, or beside it; None for text in memory."""
    if not origin:
        return None
    return origin[0] if origin[0].is_dir() else origin[0].parent


class Journal:
    """The decisions of everybody on the articles in `folder`; new ones are the `analyst`'s.

    Without a folder they are kept in memory only. `entries` are all lines in the order of time, `live` the decisions
    that are not undone.
    """

    def __init__(self, folder: Path | None, analyst: str) -> None:
        self.folder, self.analyst = folder, analyst
        self._own = self._file(analyst)
        self._others: dict[Path, JournalFile] = {}
        self._mine: dict[str, Entry] = {}  # made in this session, kept or not
        self._unread: dict[Path, str] = {}
        self.entries: tuple[Entry, ...] = ()
        self.live: tuple[Decision, ...] = ()
        self.refresh()

    def _file(self, analyst: str) -> JournalFile | None:
        return JournalFile(file_of(self.folder, analyst)) if self.folder else None

    def sign(self, analyst: str) -> None:
        """Let `analyst` decide from now on; what was decided before stays that of whoever decided it."""
        if self._own is not None:
            self._others[self._own.path] = self._own
        self.analyst = analyst_name(analyst)
        own = self._file(self.analyst)
        self._own = self._others.pop(own.path, own) if own is not None else None
        self.refresh()

    @property
    def path(self) -> Path | None:
        """The analyst's own file."""
        return self._own.path if self._own else None

    def refresh(self) -> bool:
        """Read what anybody has written since; whether there was anything new."""
        before = self.entries
        for file in self._files():
            self._unread.pop(file.path, None)
            try:
                file.refresh()
            except OSError as error:
                self._unread[file.path] = error.strerror or str(error)
        self._settle()
        return self.entries != before

    def _files(self) -> list[JournalFile]:
        if self.folder is None or self._own is None:
            return []
        try:
            found = sorted(self.folder.glob(f"{PREFIX}*{SUFFIX}"))
        except OSError:
            found = []
        for path in found:
            if path != self._own.path:
                self._others.setdefault(path, JournalFile(path))
        return [self._own, *self._others.values()]

    def _kept_in(self) -> list[JournalFile]:
        return [self._own, *self._others.values()] if self._own else []

    def _settle(self) -> None:
        by_id = {entry_id(entry): entry for file in self._kept_in() for entry in file.entries} | self._mine
        self.entries = tuple(sorted(by_id.values(), key=lambda entry: (entry.at, entry_id(entry))))
        self.live = tuple(_live(self.entries))

    def add(self, decision: Decision) -> Kept:
        """Keep a decision; where it cannot be kept on the disk, in memory, to be tried again with the next."""
        return self._add(decision)

    def _add(self, entry: Entry) -> Kept:
        self._mine[entry_id(entry)] = entry
        self.entries = (*self.entries, entry)
        if isinstance(entry, Decision):
            self.live = (*self.live, entry)
        else:
            self.live = tuple(_live(self.entries))
        return self.keep()

    def keep(self) -> Kept:
        """Write through to the disk what is not there yet."""
        if self._own is None:
            return Kept(
                None, f"The articles came from memory, so there is no folder to keep a decision in: {_SESSION}."
            )
        had = len(self._own.entries)
        try:
            written = self._own.append(one for one in self._mine.values() if one.analyst == self.analyst)
        except OSError as error:
            why = error.strerror or str(error)
            return Kept(
                None,
                f"Your decision could not be kept in {self._own.path} ({why}): {_SESSION}; make the folder writable, "
                "or make room, and it is kept along with your next decision.",
            )
        if len(self._own.entries) != had + written:  # another notebook of this analyst wrote meanwhile
            self._settle()
        return Kept(self._own.path, f"Kept in {self._own.path}.")

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What is in memory only."""
        there = {name for file in self._kept_in() for name in file.ids}
        return tuple(entry for key, entry in self._mine.items() if key not in there)

    def moment(self) -> str:
        """The time of a new entry, later than all there are."""
        return now(self.entries[-1].at if self.entries else "")

    def undo(self, decision_id: str | None = None) -> tuple[Step, Kept]:
        """Take back the analyst's own decision with this id, or the last one.

        Raises OptionError where there is none.
        """
        done, _ = self._stacks()
        if not done or (decision_id is not None and decision_id not in done):
            raise OptionError("There is no decision of yours to undo; others' are answered by a decision of your own.")
        return self._stepped("undo", decision_id or done[-1])

    def redo(self) -> tuple[Step, Kept]:
        """Take the analyst's last undoing back, where nothing was decided since.

        Raises OptionError where there is none.
        """
        _, undone = self._stacks()
        if not undone:
            raise OptionError("There is nothing to redo.")
        return self._stepped("redo", undone[-1])

    @property
    def undoable(self) -> Decision | None:
        """What undoing would take back."""
        return self._decision(self._stacks()[0])

    @property
    def redoable(self) -> Decision | None:
        """What redoing would bring back."""
        return self._decision(self._stacks()[1])

    def _decision(self, ids: list[str]) -> Decision | None:
        some = (one for one in reversed(self.entries) if isinstance(one, Decision))
        return next((one for one in some if ids and one.decision_id == ids[-1]), None)

    def _stepped(self, op: str, of: str) -> tuple[Step, Kept]:
        made = step(op, of, analyst=self.analyst, at=self.moment())
        return made, self._add(made)

    def _stacks(self) -> tuple[list[str], list[str]]:
        """The analyst's decisions that stand, and those undone since the last one; the latest last."""
        done: dict[str, None] = {}
        undone: dict[str, None] = {}
        for entry in self.entries:
            if entry.analyst != self.analyst:
                continue
            if isinstance(entry, Decision):
                done[entry.decision_id] = None
                undone.clear()
            elif entry.op == "undo" and entry.of in done:
                del done[entry.of]
                undone[entry.of] = None
            elif entry.op == "redo" and entry.of in undone:
                del undone[entry.of]
                done[entry.of] = None
        return list(done), list(undone)

    @property
    def problems(self) -> list[Problem]:
        """What cannot be read in the journals, and stays in them."""
        found = [Problem(str(path), None, Severity.WARNING, _unread(path, why)) for path, why in self._unread.items()]
        for file in self._kept_in():
            for bad in file.bad:
                what = "The last line was left half written" if bad.last else f"Line {bad.number} cannot be read"
                message = f"{what} ({bad.why}): it stays in the file and is passed over; all other lines are read."
                found.append(Problem(str(file.path), None, Severity.WARNING, message))
        return found


def _unread(path: Path, why: str) -> str:
    return f"The decisions in {path.name} cannot be read ({why}): let the file be read, and load the articles again."


def _live(entries: Sequence[Entry]) -> Iterator[Decision]:
    """The decisions that are not undone; only who decided can undo."""
    by = {entry.decision_id: entry.analyst for entry in entries if isinstance(entry, Decision)}
    undone = {
        entry.of: entry.op == "undo"
        for entry in entries
        if isinstance(entry, Step) and by.get(entry.of) == entry.analyst
    }
    for entry in entries:
        if isinstance(entry, Decision) and not undone.get(entry.decision_id, False):
            yield entry
