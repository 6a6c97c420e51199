"""The analyst's own word lists, kept in a file beside the articles: read, and written whole or not at all."""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.errors import LexiconError, WorkbenchError
from workbench.lexicons.wordlists import WordLists, pieces, with_entry
from workbench.model import Device

#: The file beside the articles. Its kind is not read as an article.
FILE_NAME = ".workbench-wordlists.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """Where lists were kept: `path` is None where they are in memory only, and `message` says so and why."""

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


def load(path: Path | None) -> WordLists:
    """The lists with what the analyst changed; those of the workbench where nothing is kept at `path`.

    Raises LexiconError where the file is no word list of the workbench.
    """
    if path is None or not path.is_file():
        return WordLists()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        lists = WordLists(removed=frozenset((Device(one["device"]), pieces(one["words"])) for one in data["removed"]))
        for one in data["added"]:
            lists = with_entry(
                lists, one["words"], Device(one["device"]), concept=one.get("concept"), word_class=one["class"]
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, WorkbenchError) as error:
        raise LexiconError(
            f"The word lists in {path} cannot be read ({type(error).__name__}: {error}): "
            "mend the file, or move it away."
        ) from error
    return lists


def save(lists: WordLists, path: Path | None) -> Kept:
    """Keep what the analyst changed at `path`: the file is replaced at one stroke, so that it is never half written.

    Where nothing can be written (a read-only folder, text in memory) the lists stay, and the message says so.
    """
    if path is None:
        return Kept(None, "The articles came from memory, so the word lists last only as long as this session.")
    text = json.dumps(_plain(lists), ensure_ascii=False, indent=1) + "\n"
    draft: str | None = None
    try:
        handle, draft = tempfile.mkstemp(prefix=FILE_NAME, dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError as error:
        if draft is not None:
            Path(draft).unlink(missing_ok=True)
        return Kept(
            None,
            f"The word lists could not be kept in {path.parent} ({error.strerror or error}): "
            "they last only as long as this session; make the folder writable and save again.",
        )
    return Kept(path, f"The word lists are kept in {path}.")


def _plain(lists: WordLists) -> dict[str, Any]:
    added = [
        {"words": term.words, "device": term.device.value, "concept": term.concept, "class": term.word_class}
        for term in lists.added
    ]
    removed = sorted((device.value, " ".join(words)) for device, words in lists.removed)
    return {
        "workbench_wordlists": _VERSION,
        "added": added,
        "removed": [{"device": device, "words": words} for device, words in removed],
    }
