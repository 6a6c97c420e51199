"""The work on one partition, in whichever process: read, analyse, write, and then the line of the manifest."""

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.stream import contents, manifest, places, reading, writing
from workbench.stream.analysis import Analysis
from workbench.stream.reading import Beat
from workbench.stream.task import Options, Partition


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many articles were worked, how many rows there are, what was set aside."""

    number: int
    articles: int
    rows: int
    aside: int

    @property
    def json(self) -> dict[str, Any]:
        """The same as JSON says it."""
        return {"number": self.number, "articles": self.articles, "rows": self.rows, "aside": self.aside}


def make(partition: Partition, options: Options, beat: Beat, *, trial: bool = False) -> Done:
    """Work a partition and write its tables; a `trial` writes nothing.

    Raises OSError where its tables cannot be written.
    """
    read = reading.read(partition, options.limit, beat)
    digests = read.digests
    origin = (Path(options.origin),) if options.origin else ()
    rows = Analysis(options.tables, beat, origin).of(partition, read)
    counts = {table: len(some) for table, some in rows.items()}
    done = Done(partition.number, sum(1 for _ in partition.wanted), sum(counts.values()), len(partition.aside))
    if trial:
        return done
    out = places.folder(options.out)
    beat((), "writing", False)
    files = writing.write(out, partition.number, rows, options)
    for piece in partition.pieces:
        if piece.place not in digests:
            digests[piece.place] = _digest(piece.place)
    line = manifest.Line(files, counts, {**partition.aside, **partition.apart})
    manifest.written(out, partition, options, line, digests)
    gc.collect()  # a corpus and what was found in it hold each other: the next partition needs their room
    return done


def names(place: str, limit: int) -> list[Any]:
    """What `contents.names` finds, as JSON says it: lists of articles, dictionaries of problems."""
    from dataclasses import asdict

    return [list(one) if isinstance(one, tuple) else asdict(one) for one in contents.names(place, limit)]


def _digest(place: str) -> str:
    try:
        return places.digest(place)
    except OSError:
        return ""
