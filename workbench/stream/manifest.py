"""What is done, in ``DIR/_manifest``: a file with a line of JSON a partition, written when its tables are.

A partition is done where its line is there and says the same as the plan: the same articles of the same files (by size
and time, else by their SHA-256), the same options, the same version of the workbench. Whatever else is there of a
partition is made anew, so a run may be stopped at any moment.
"""

import json
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import OptionError
from workbench.stream import places
from workbench.stream.places import Folder
from workbench.stream.task import Options, Partition, line
from workbench.tables.schemas import SCHEMAS

FOLDER = "_manifest"
_RUN = f"{FOLDER}/run.json"
_PART = re.compile(r"/part-(?P<number>\d{5,})\.(?P<form>jsonl|parquet)$")


def part(number: int) -> str:
    """What the files of a partition are called."""
    return f"part-{number:05}"


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of a partition that is done: its files with their sizes, rows by table, articles left out."""

    files: Mapping[str, int]
    rows: Mapping[str, int]
    aside: Mapping[str, str] = field(default_factory=dict)


def written(out: Folder, partition: Partition, options: Options, made: Line, digests: Mapping[str, str]) -> None:
    """Write the line of a partition whose tables are written."""
    inputs = [
        {
            "path": piece.place,
            "size": piece.state.size,
            "stamp": piece.state.stamp,
            "sha256": digests.get(piece.place),
            "articles": len(piece.articles),
        }
        for piece in partition.pieces
    ]
    told = {
        "partition": partition.number,
        "articles": sum(1 for _ in partition.wanted),
        "rows": dict(made.rows),
        "inputs": inputs,
        "inputs_sha256": partition.digest,
        "version": options.version,
        "options": options.kept,
        "timeout": options.timeout,
        "aside": dict(made.aside),
        "files": dict(made.files),
    }
    out.put(f"{FOLDER}/{part(partition.number)}.jsonl", line(told))


class Manifest:
    """The manifest in the folder `out`: which partitions are done, and why others are not."""

    def __init__(self, out: Folder, options: Options) -> None:
        self._out, self._options = out, options
        self._sizes = {table: dict(out.sizes(table)) for table in SCHEMAS}
        self.reasons: Counter[str] = Counter()

    def begin(self) -> None:
        """Take the folder into use. Raises OptionError where parts lie in it that are no run's."""
        if self._out.get(_RUN) is None and (found := next(self._parts(), None)):
            raise OptionError(
                f"{self._options.out} holds {found}, which no manifest tells of: name another folder, or remove it."
            )
        told = {"version": self._options.version, "options": self._options.kept}
        self._out.put(_RUN, line(told))

    def done(self, partition: Partition) -> Line | None:
        """What is told of the partition where it is done; None where it is to be made, with the reason counted."""
        told = self._told(f"{FOLDER}/{part(partition.number)}.jsonl")
        if told is None:
            return None
        try:
            reason = self._stale(told, partition)
        except (KeyError, TypeError, ValueError, AttributeError):
            reason = "their lines of the manifest cannot be read"
        if reason:
            self.reasons[reason] += 1
            return None
        return Line(told["files"], told["rows"], told["aside"])

    def tidy(self, done: Container[int]) -> None:
        """Remove what is there of partitions that are not done, so that nobody reads it with the rest."""
        for table, sizes in self._sizes.items():
            for name in sizes:
                found = _PART.search(name)
                if found and not (table in self._options.tables and _is_of(found, done, self._options.form)):
                    self._out.remove(name)
        for name, _ in list(self._out.sizes(FOLDER)):
            found = _PART.search(name)
            if found and int(found["number"]) not in done:
                self._out.remove(name)

    def _stale(self, told: Mapping[str, Any], partition: Partition) -> str | None:
        """Why what is told of a partition does not stand for it as it is planned; None where it does."""
        timeout = told["timeout"] if told["aside"] else self._options.timeout
        wanted = {
            "the workbench has changed": (told["version"], self._options.version),
            "the options have changed": (told["options"], self._options.kept),
            "the timeout has changed, and articles were set aside": (timeout, self._options.timeout),
            "other articles belong to them": (told["inputs_sha256"], partition.digest),
        }
        for reason, (was, now) in wanted.items():
            if was != now:
                return reason
        for piece, known in zip(partition.pieces, told["inputs"], strict=True):
            same = (piece.state.size, piece.state.stamp) == (known["size"], known["stamp"])
            if not same and not _same_content(piece.place, known["sha256"]):
                return "their files have changed"
        if any(self._sizes[name.partition("/")[0]].get(name) != size for name, size in told["files"].items()):
            return "their tables are not there as they were written"
        return None

    def _told(self, name: str) -> dict[str, Any] | None:
        content = self._out.get(name)
        try:
            told = json.loads(content) if content else None
        except ValueError:
            return None
        return told if isinstance(told, dict) else None

    def _parts(self) -> Iterator[str]:
        return (name for sizes in self._sizes.values() for name in sizes if _PART.search(name))


def _is_of(found: re.Match[str], done: Container[int], form: str) -> bool:
    return int(found["number"]) in done and found["form"] == form


def _same_content(place: str, sha256: str | None) -> bool:
    try:
        return sha256 is not None and places.digest(place) == sha256
    except OSError:
        return False
