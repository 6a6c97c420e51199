"""The work on one partition, in whichever process: read, analyse, write, and then the line of the manifest."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workbench.stream import contents, lights, manifest, places, reading, writing
from workbench.stream.analysis import Analysis
from workbench.stream.reading import Beat
from workbench.stream.task import Options, Partition


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many articles it has, why some were set aside, and the number of rows written; or
    what grouping needs of each article, as JSON says it."""

    number: int
    articles: int
    aside: Mapping[str, str]
    rows: int = 0
    lights: Sequence[Sequence[Any]] = ()


def do(what: str, partition: Partition, options: Options, beat: Beat) -> Done:
    """Do one of: ``make`` (tables), ``try`` (the same without writing any), ``light`` (what grouping needs).

    Raises OSError where tables cannot be written.
    """
    count = sum(1 for _ in partition.wanted)
    read = reading.read(partition, options.limit, beat)
    if what == "light":
        articles = (one for some in read.events.values() for one in some)
        return Done(partition.number, count, partition.aside, lights=[lights.told(one) for one in articles])
    digests = read.digests
    origin = (Path(options.origin),) if options.origin else ()
    rows = Analysis(options.tables, beat, origin).of(partition, read)
    counts = {table: len(some) for table, some in rows.items()}
    done = Done(partition.number, count, partition.aside, sum(counts.values()))
    if what == "try":
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
    return [list(one) if isinstance(one, tuple) else asdict(one) for one in contents.names(place, limit)]


def _digest(place: str) -> str:
    try:
        return places.digest(place)
    except OSError:
        return ""
