"""The briefing that an analyst is putting together, kept in a file beside the articles after every change.

Several notebooks may have the same one open: each change is made on what the file holds at that moment, under a lock,
and put in its place at one stroke. A file that cannot be read is moved aside before another is written, never written
over. Where nothing can be written the changes stay in memory, and are made on the file as soon as that is possible.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary, WeakSet

from workbench import durable
from workbench.briefing.items import Briefing, Item
from workbench.briefing.pages import History, Page, Scribe, keyed
from workbench.errors import OptionError, WorkbenchError, cause
from workbench.review import lock
from workbench.review.journal import Kept, analyst_name, file_of, folder_of

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: How the files begin and end. They are hidden, so none is read as an article.
PREFIX, SUFFIX = ".workbench-briefing.", ".json"
_VERSION_KEY, _VERSION = "workbench_briefing", 1
_MOST_BYTES = 200_000_000
_SECONDS = 5.0
_SESSION = "it lasts as long as this session"


class _NewerError(WorkbenchError):
    """The file was written by a newer workbench."""


class _DamagedError(WorkbenchError):
    """The file is not what the workbench keeps."""


class Follower(Protocol):
    """What wants to know of changes."""

    def follow(self) -> None:
        """Show the briefing as it is now."""


class Store:
    """The briefing of one analyst in the file `path`, or in memory only where that is None.

    ``page`` is the briefing as it is now, ``kept`` says where the last change is, ``problem`` what is wrong with the
    file, if anything.
    """

    def __init__(self, path: Path | None = None, analyst: str = "") -> None:
        self.path, self.analyst = path, analyst
        self.problem = ""
        self.kept = Kept(path, "Nothing is picked yet.")
        self._history = self._filed = History()  # as it is now; as the file has it
        self._seen: tuple[int, ...] = ()
        self._scribe = Scribe()
        self._pending: list[Callable[[History], History]] = []
        self._followers: WeakSet[Any] = WeakSet()
        self.refresh()

    @property
    def page(self) -> Page:
        """The briefing as it is now."""
        return self._history.page

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back, of an earlier session too."""
        return self._history.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether the last undoing can be taken back."""
        return self._history.at < len(self._history.pages) - 1

    @property
    def waiting(self) -> bool:
        """Whether there are changes that should be in the file and are not."""
        return self.path is not None and bool(self._pending)

    def watch(self, follower: Follower) -> None:
        """Tell `follower` of every change from now on, as long as somebody holds it."""
        self._followers.add(follower)

    # -- changes ---------------------------------------------------------------------------------------------------

    def edit(self, change: Callable[[Page], Page], mark: str = "") -> Kept:
        """Make a change, and keep it at once. Changes in a row with the same `mark` are undone together.

        `change` is made again where the file has another page by then: keys of new items are made before it.
        """
        return self._do(lambda history: history.then(change(history.page), mark))

    def add(self, *items: Item, after: str = "") -> tuple[Item, ...]:
        """Add those of `items` that are not in the briefing yet, and say which those were."""
        there = [item for _, item in self.page.entries]
        new = tuple(item for at, item in enumerate(items) if item not in there and item not in items[:at])
        if new:
            entries = keyed(new)
            self.edit(lambda page: page.insert(entries, after=after))
        return new

    def undo(self) -> Kept:
        """Take the last change back. Raises OptionError where there is none."""
        if not self.can_undo:
            raise OptionError("There is nothing to undo: the briefing is as it was when it was begun.")
        return self._do(lambda history: history.step(-1))

    def redo(self) -> Kept:
        """Take the last undoing back. Raises OptionError where there is none, or something was changed since."""
        if not self.can_redo:
            raise OptionError("There is nothing to redo: nothing was undone since the last change.")
        return self._do(lambda history: history.step(1))

    def _do(self, step: Callable[[History], History]) -> Kept:
        self._pending.append(step)
        return self.keep()

    # -- the file --------------------------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Read what another notebook has changed meanwhile; whether there was anything new."""
        before = self._history
        try:
            self._read()
            self.problem = ""
        except OSError as error:
            self.problem = f"The briefing in {self.path} cannot be read ({error.strerror or error}): let it be read."
        except WorkbenchError as error:
            self.problem = str(error)
        self._settle()
        if self._history == before:
            return False
        if not self._pending:
            self.kept = Kept(self.path, f"Kept in {self.path}.")
        self._tell()
        return True

    def keep(self) -> Kept:
        """Put into the file what is not there yet."""
        if self.path is None:
            self._settle()
            self._filed, self._pending = self._history, []
            self.kept = Kept(None, f"Your briefing is in memory only: {_SESSION}.")
        else:
            self.kept = self._keep(self.path)
        self._tell()
        return self.kept

    def _keep(self, path: Path) -> Kept:
        aside = ""
        try:
            with _alone(path.parent):
                try:
                    self._read()
                except _DamagedError:
                    there = durable.set_aside(path)
                    aside = (
                        f" The file that was there could not be read and is now {there.name}: nothing in it is lost."
                    )
                self._settle()
                if self._history != self._filed or not self._seen:
                    told = self._scribe.write(self._history, **{_VERSION_KEY: _VERSION, "analyst": self.analyst})
                    durable.put(path, told.encode("ascii"))
                self._filed, self._seen, self._pending, self.problem = self._history, _seen(path), [], ""
        except _NewerError as error:
            self._settle()
            return Kept(None, f"Your briefing is not kept, {_SESSION}: {error}")
        except OSError as error:
            self._settle()
            return Kept(
                None,
                f"Your briefing could not be kept in {path.parent} ({error.strerror or error}): {_SESSION}; "
                "make the folder writable, or make room, and it is kept with your next change.",
            )
        return Kept(path, f"Kept in {path}.{aside}")

    def _read(self) -> None:
        """Take in the file where it is another one than before; one that is gone leaves what we have."""
        if self.path is None:
            return
        seen = _seen(self.path)
        if seen != self._seen:
            if seen:
                self._filed = _stored(self.path)
            self._seen = seen

    def _settle(self) -> None:
        """What the file has, with our changes that it does not have."""
        history = self._filed
        for step in self._pending:
            history = step(history)
        self._history = history

    def _tell(self) -> None:
        for follower in list(self._followers):
            follower.follow()


_BY_PATH: dict[Path, Store] = {}
_BY_OWNER: "WeakKeyDictionary[Any, Store]" = WeakKeyDictionary()


def of(corpus: "Corpus") -> Store:
    """The analyst's briefing on this corpus: one for all its views, beside the articles where they are files."""
    journal = getattr(corpus, "journal", None)  # of a corpus with decisions: who decides, picks
    analyst = journal.analyst if journal is not None else analyst_name()
    folder = folder_of(corpus.origin)
    if folder is None:
        return _BY_OWNER.setdefault(corpus if journal is None else journal, Store(None, analyst))
    path = briefing_file(folder, analyst)
    known = _BY_PATH.setdefault(path.resolve(), Store(path, analyst))
    known.refresh()
    return known


def title_of(page: Page, corpus: "Corpus") -> str:
    """The title of a page; where it has none, what it is on."""
    total = len(corpus.documents)
    return page.title or f"Briefing on {total:,} article{'' if total == 1 else 's'}"


def picked(corpus: "Corpus") -> Briefing | None:
    """The briefing that the analyst put together on this corpus; None where nothing is in it."""
    page = of(corpus).page
    return replace(page.briefing, title=title_of(page, corpus)) if page.entries else None


def briefing_file(folder: Path, analyst: str) -> Path:
    """The file of the analyst's briefing on the articles in `folder`.

    >>> briefing_file(Path("."), "Ada Lund").name
    '.workbench-briefing.ada-lund-76c415.json'
    """
    return file_of(folder, analyst, PREFIX, SUFFIX)


def _stored(path: Path) -> History:
    """What the file holds. Raises _NewerError, _DamagedError, and OSError where it cannot be opened."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"it has more than {_MOST_BYTES:,} bytes")
        data = json.loads(path.read_bytes())
        if data[_VERSION_KEY] > _VERSION:
            raise _NewerError(f"The briefing in {path} was written by a newer workbench: update this one.")
        return History.of(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _DamagedError(
            f"The briefing in {path} cannot be read ({cause(error)}): "
            "mend the file, or move it away; with your next change it is moved aside, not written over."
        ) from error


def _seen(path: Path) -> tuple[int, ...]:
    """What tells one version of the file from another; nothing where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return ()
    return status.st_ino, status.st_mtime_ns, status.st_size


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of the folder, so that two notebooks write one after the other; without, where it has none."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folder; what is wrong otherwise shows when the file is written
        yield
        return
    try:
        with lock.held(descriptor, seconds=_SECONDS):
            yield
            with suppress(OSError):
                os.fsync(descriptor)  # the name of the file stands in the folder
    finally:
        os.close(descriptor)
