"""The plan of a run: every article with its number, its id and its event, and the partitions that they are worked in.

It lies in a file of its own (SQLite, removed at the end), so that memory holds one partition of it at a time. The
partitions follow from the order of the inputs alone: neither workers nor time decide what stands in which.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from workbench.model import Problem, Severity
from workbench.stream.inputs import Input
from workbench.stream.places import State, is_address
from workbench.stream.task import Partition, Piece, Wanted, facts, problems

_TABLES = """
CREATE TABLE inputs (input INTEGER PRIMARY KEY, place TEXT, whole TEXT UNIQUE, size INTEGER, stamp TEXT, stated TEXT);
CREATE TABLE articles (number INTEGER PRIMARY KEY, input INTEGER, member TEXT, draft INTEGER, name TEXT, id TEXT,
  event TEXT);
CREATE TABLE problems (before INTEGER, told TEXT);
CREATE TABLE aside (id TEXT PRIMARY KEY, reason TEXT);
CREATE TABLE labels (event TEXT PRIMARY KEY, label TEXT, odd TEXT);
CREATE TABLE events (event TEXT PRIMARY KEY, part INTEGER);
"""
_INDEXES = """
UPDATE articles SET id = name;
CREATE INDEX by_name ON articles (name);
CREATE INDEX by_id ON articles (id);
"""
_OF_PARTITION = """
SELECT inputs.input, place, size, stamp, stated, member, draft, id, event
FROM events JOIN articles USING (event) JOIN inputs USING (input) WHERE part = ? ORDER BY number
"""
_ASIDE_OF_PARTITION = """
SELECT id, reason FROM aside JOIN articles USING (id) JOIN events USING (event) WHERE part = ? ORDER BY number
"""
_LABELS_OF_PARTITION = "SELECT event, label, odd FROM labels JOIN events USING (event) WHERE part = ? ORDER BY event"
_OF_CHUNK = """
SELECT inputs.input, place, size, stamp, stated, member, draft, id, event
FROM articles JOIN inputs USING (input) WHERE number >= ? AND number < ? ORDER BY number
"""
_PROBLEMS_OF_PARTITION = """
SELECT told FROM problems JOIN articles ON number = min(before, ?) JOIN events USING (event)
WHERE part = ? ORDER BY before, problems.rowid
"""

#: (member of a zip archive, number in its file, name) of each article in a file, and problems with the file.
Contents = Iterable[tuple[str | None, int, str] | Problem]


class Plan:
    """Filled with `add`; then come, in this order, `settle`, `events`, `divide`, and `partitions` to read it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="workbench-plan-")
        self._db = sqlite3.connect(Path(self._folder.name) / "plan.sqlite", check_same_thread=False)
        self._db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4000; {_TABLES}")

    def close(self) -> None:
        """Remove the plan."""
        self._db.close()
        self._folder.cleanup()

    def add(self, listed: Iterable[Input | Problem], contents: Callable[[Input], Contents], limit: int = 0) -> int:
        """Take in the files, each once, with the articles that `contents` finds in it; how many articles there are now.

        Where `limit` is not 0, it ends once there are more than so many.
        """
        count = self.count
        for one in listed:
            if isinstance(one, Problem):
                self._problem(count, one)
                continue
            added = self._input(one)
            for found in contents(one) if added is not None else ():
                if isinstance(found, Problem):
                    self._problem(count, found)
                else:
                    member, draft, name = found
                    row = (count, added, None if member is None else _text(member), draft, _text(name))
                    self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, NULL, NULL)", row)
                    count += 1
            if limit and count > limit:
                break
        return count

    @property
    def count(self) -> int:
        """How many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems that listing met."""
        return _problems(self._db.execute("SELECT told FROM problems ORDER BY before"))

    def settle(self) -> None:
        """Give each article an id that no other has. Nothing is added after this."""
        self._db.executescript(_INDEXES)
        self._name_apart()

    @property
    def digest(self) -> str:
        """A digest of the files with their states, and of the ids of their articles."""
        made = hashlib.sha256()
        for row in self._db.execute(
            "SELECT place, size, stamp, stated, id FROM articles JOIN inputs USING (input) ORDER BY number"
        ):
            made.update(repr(row).encode())
        return made.hexdigest()

    def chunks(self, size: int) -> Iterator[Partition]:
        """The articles in their order, so many at a time, whatever their events."""
        for number, first in enumerate(range(0, self.count, size)):
            rows = self._db.execute(_OF_CHUNK, (first, first + size)).fetchall()
            yield Partition(number, _pieces(rows))

    def events(self, event_of: Callable[[str, str], str]) -> None:
        """Give each article its event, which `event_of` tells from the place of its file and its id."""
        self._db.create_function("event_of", 2, lambda *given: _text(event_of(*map(json.loads, given))))
        self._db.execute(
            "UPDATE articles SET event = event_of((SELECT place FROM inputs i WHERE i.input = articles.input), id)"
        )

    def note(self, aside: Mapping[str, str], labels: Iterable[tuple[str, str, Sequence[str]]] = ()) -> None:
        """Note why articles are left out, and what events are called and which of their articles are odd."""
        told = ((_text(one), reason) for one, reason in aside.items())
        self._db.executemany("INSERT OR REPLACE INTO aside VALUES (?, ?)", told)
        called = ((_text(event), label, json.dumps(list(odd))) for event, label, odd in labels)
        self._db.executemany("INSERT OR REPLACE INTO labels VALUES (?, ?, ?)", called)

    def divide(self, per_partition: int) -> int:
        """Pack the events, in the order of their first articles, into partitions; how many there are.

        An event is never divided; several share a partition until it has `per_partition` articles.
        """
        self._db.execute(
            "CREATE TABLE sizes AS SELECT event, min(number) AS first, count(*) AS size FROM articles GROUP BY 1"
        )
        part, held = 0, 0
        for event, size in self._db.execute("SELECT event, size FROM sizes ORDER BY first"):
            if held and held + size > per_partition:
                part, held = part + 1, 0
            self._db.execute("INSERT INTO events VALUES (?, ?)", (event, part))
            held += size
        self._db.executescript("CREATE INDEX by_event ON articles (event); CREATE INDEX by_part ON events (part);")
        return part + 1 if held else 0

    def partitions(self) -> Iterator[Partition]:
        """The partitions, in their order."""
        last = self.count - 1
        parts = self._db.execute("SELECT max(part) FROM events").fetchone()[0]
        for part in range(0 if parts is None else parts + 1):
            rows = self._db.execute(_OF_PARTITION, (part,)).fetchall()
            told = _problems(self._db.execute(_PROBLEMS_OF_PARTITION, (last, part)))
            aside = {json.loads(one): why for one, why in self._db.execute(_ASIDE_OF_PARTITION, (part,))}
            called = self._db.execute(_LABELS_OF_PARTITION, (part,))
            labels = {json.loads(event): (label, json.loads(odd)) for event, label, odd in called}
            yield Partition(part, _pieces(rows), told, aside, labels=labels)

    def _input(self, one: Input) -> int | None:
        """The number of the input; None where it was there before."""
        stated = json.dumps({name: [fact.value, fact.basis] for name, fact in one.stated.items()})
        whole = one.place if is_address(one.place) else os.path.abspath(one.place)  # noqa: PTH100 - links stay apart
        row = (_text(one.place), _text(whole), one.state.size, one.state.stamp, stated)
        made = self._db.execute("INSERT OR IGNORE INTO inputs VALUES (NULL, ?, ?, ?, ?, ?)", row)
        return made.lastrowid if made.rowcount else None

    def _problem(self, before: int, problem: Problem) -> None:
        self._db.execute("INSERT INTO problems VALUES (?, ?)", (before, json.dumps(asdict(problem))))

    def _name_apart(self) -> None:
        """Of several articles of one name, each but the first gets the first free number behind it."""
        self._db.execute(
            "CREATE TEMP TABLE again AS SELECT number, name, place FROM articles JOIN inputs USING (input) "
            "WHERE name IN (SELECT name FROM articles GROUP BY name HAVING count(*) > 1) ORDER BY name, number"
        )
        owner, place, suffix = "", "", 1
        for number, name, here in self._db.execute("SELECT * FROM again ORDER BY rowid"):
            if name != owner:
                owner, place, suffix = name, here, 1
                continue
            while self._taken(made := _text(f"{json.loads(name)}-{(suffix := suffix + 1)}")):
                pass
            self._db.execute("UPDATE articles SET id = ? WHERE number = ?", (made, number))
            message = (
                f"{json.loads(place)} is called {json.loads(name)!r} already, so this is {json.loads(made)!r}: "
                "rename one of them to choose."
            )
            self._problem(number, Problem(json.loads(here), json.loads(made), Severity.NOTICE, message))

    def _taken(self, name: str) -> bool:
        found = self._db.execute("SELECT 1 FROM articles WHERE id = ? OR name = ? LIMIT 1", (name, name)).fetchone()
        return found is not None


def _pieces(rows: list[Any]) -> tuple[Piece, ...]:
    return tuple(_piece(list(some)) for _, some in groupby(rows, key=lambda row: row[0]))


def _piece(rows: list[Any]) -> Piece:
    _, place, size, stamp, stated, *_ = rows[0]
    wanted = (Wanted(_plain(row[5]), row[6], json.loads(row[7]), json.loads(row[8] or row[7])) for row in rows)
    return Piece(json.loads(place), State(size, stamp), facts(json.loads(stated)), tuple(wanted))


def _problems(rows: Iterable[Any]) -> tuple[Problem, ...]:
    return problems([json.loads(told) for (told,) in rows])


def _text(value: str) -> str:
    """Text as the plan keeps it: names of files that are no UTF-8 pass as well."""
    return json.dumps(value)


def _plain(told: str | None) -> str | None:
    return None if told is None else str(json.loads(told))
