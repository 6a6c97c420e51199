"""What an analyst changed about words, kept in a file beside the articles: read, and written whole or not at all.

The file is JSON with a version. Keys that this version does not know stay in it. What another analyst put into it
meanwhile stays: it is read before it is written, and only the analyst's own changes go in. A file that cannot be read
is moved aside before another is written, never written over.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench import durable
from workbench.errors import LexiconError, WorkbenchError, cause
from workbench.lexicons.concepts import Change, change
from workbench.lexicons.edits import Edits, rebase
from workbench.lexicons.wordlists import Term, WordLists, pieces, with_entry
from workbench.model import Device

#: The file beside the articles. Its kind is not read as an article.
FILE_NAME = ".workbench-wordlists.json"
_VERSION = 2  # 1 had no choices
_VERSION_KEY = "workbench_wordlists"
_MOST_BYTES = 5_000_000
_SESSION = "it lasts as long as this session"


class _NewerError(LexiconError):
    """The file was written by a newer workbench."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the changes were kept: `path` is None where they are in memory only, and `message` says so and why."""

    path: Path | None
    message: str


def place(origin: Sequence[Path]) -> Path | None:
    """The file that belongs to what was read: in the first folder, or beside the first file; None for text in memory.

    >>> place([])
    """
    if not origin:
        return None
    first = origin[0]
    return (first if first.is_dir() else first.parent) / FILE_NAME


def load(path: Path | None) -> Edits:
    """What the analyst changed; nothing where nothing is kept at `path`.

    Raises LexiconError where the file cannot be read as what the workbench keeps.
    """
    try:
        return _read(path)[1] if path is not None else Edits()
    except OSError as error:
        raise LexiconError(
            f"The word lists in {path} cannot be read ({error.strerror or error}): let the file be read, "
            "and load the articles again."
        ) from error


def save(edits: Edits, path: Path | None, before: Edits = Edits()) -> Kept:  # noqa: B008 - frozen
    """Put what changed from `before` to `edits` into the file at `path`, at one stroke: it is never half written.

    `before` is what was read from the file or kept there last. Where nothing can be written (a read-only folder, a
    full disk, text in memory) the edits stay with the caller, and the message says so.
    """
    if path is None:
        return Kept(None, f"The articles came from memory, so there is no folder to keep your change in: {_SESSION}.")
    try:
        return _save(edits, path, before)
    except _NewerError as error:
        return Kept(None, f"Your change is not kept, {_SESSION}: {error}")
    except OSError as error:
        return Kept(
            None,
            f"Your change could not be kept in {path.parent} ({error.strerror or error}): {_SESSION}; "
            "make the folder writable, or make room, and keep it again.",
        )


def _save(edits: Edits, path: Path, before: Edits) -> Kept:
    data: dict[str, Any] = {}
    aside, merged, others = "", edits, False
    try:
        there = path.exists()
        data, theirs = _read(path)
        if there:
            merged, others = rebase(theirs, before, edits), theirs != before
        elif not edits:
            return Kept(path, "No word is changed, so there is nothing to keep.")
        if there and merged == theirs:
            return Kept(path, f"The word lists are kept in {path}.")
    except _NewerError:
        raise
    except LexiconError:
        kept = durable.set_aside(path).name
        aside = f" The file that was there cannot be read and is now {kept}: nothing in it is lost."
    durable.put(path, f"{json.dumps(_plain(merged, data), ensure_ascii=False, indent=1)}\n".encode())
    also = " Somebody else changed it meanwhile: that stays in it, and counts from the next wb.load." if others else ""
    return Kept(path, f"The word lists are kept in {path}.{also}{aside}")


def _read(path: Path) -> tuple[dict[str, Any], Edits]:
    """What stands in the file, and what it means. Raises LexiconError, and OSError where it cannot be opened."""
    if not path.is_file():
        return {}, Edits()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"it has more than {_MOST_BYTES:,} bytes")
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.get(_VERSION_KEY, 1) > _VERSION:
            raise _NewerError(f"the word lists in {path} were written by a newer workbench: update this one.")
        return data, _meant(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, WorkbenchError) as error:
        if isinstance(error, _NewerError):
            raise
        raise LexiconError(
            f"The word lists in {path} cannot be read ({cause(error)}): mend the file, or move it "
            "away; it stays as it is until you change a word, and then it is moved aside, not written over."
        ) from error


def _meant(data: dict[str, Any]) -> Edits:
    lists = WordLists(removed=frozenset(_key(one) for one in data["removed"]))
    for one in data["added"]:
        concept, word_class = one.get("concept"), one["class"]
        lists = with_entry(lists, one["words"], Device(one["device"]), concept=concept, word_class=word_class)
    return Edits(lists, tuple(map(_change, data.get("choices", ()))))


def _key(one: dict[str, Any]) -> tuple[Device, tuple[str, ...]]:
    return Device(one["device"]), pieces(one["words"])


def _change(one: dict[str, Any]) -> Change:
    texts = {name: one.get(name, "") for name in ("concept", "other", "label")}
    words = one.get("words", [])
    if not isinstance(words, list) or not all(isinstance(each, str) for each in (*texts.values(), *words)):
        raise TypeError("a change of words holds something that is not text")
    return change(one["kind"], texts["concept"], other=texts["other"], words=words, label=texts["label"])


def _plain(edits: Edits, data: dict[str, Any]) -> dict[str, Any]:
    """The edits as JSON, with what `data` has beside them: whole keys, and keys of entries that stay."""
    terms = {_key(one): one for one in data.get("added", ())}
    out = {_key(one): one for one in data.get("removed", ())}
    changes = [(_change(one), one) for one in data.get("choices", ())]
    removed = sorted(edits.lists.removed, key=lambda key: (key[0].value, key[1]))
    return {
        **data,
        _VERSION_KEY: _VERSION,
        "added": [{**terms.get(term.key, {}), **_term(term)} for term in edits.lists.added],
        "removed": [{**out.get(key, {}), "device": key[0].value, "words": " ".join(key[1])} for key in removed],
        "choices": [
            {**next((raw for other, raw in changes if other == one), {}), **_told(one)} for one in edits.choices
        ],
    }


def _term(term: Term) -> dict[str, Any]:
    return {"words": term.words, "device": term.device.value, "concept": term.concept, "class": term.word_class}


def _told(one: Change) -> dict[str, Any]:
    parts = {"concept": one.concept, "other": one.other, "words": list(one.words), "label": one.label}
    return {"kind": one.kind, **{name: value for name, value in parts.items() if value}}
