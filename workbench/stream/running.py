"""A run: plan, see what is done, work the rest."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import OptionError, SourceError
from workbench.events import Light
from workbench.lexicons import kept
from workbench.model import Problem
from workbench.read.draft import counted
from workbench.review.journal import PREFIX, SUFFIX, folder_of
from workbench.stream import contents, inputs, lights, places
from workbench.stream import progress as progress_bar
from workbench.stream.crew import Crew
from workbench.stream.lights import Grouped
from workbench.stream.manifest import Manifest
from workbench.stream.plan import Plan
from workbench.stream.task import FORMATS, Options
from workbench.stream.version import version
from workbench.tables.schemas import SCHEMAS

#: Above so many articles, ``workbench tables`` streams unless it is told otherwise.
THRESHOLD = 5000
#: Articles of a partition, unless told otherwise.
PER_PARTITION = 128
#: How articles are grouped into events: by what they tell of, those of a folder together, or each by itself.
EVENTS = ("found", "folder", "each")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run came to: articles in the plan, partitions, those made now; rows made now, and articles set aside."""

    articles: int
    partitions: int
    made: int
    rows: int
    aside: int


def run(
    named: Sequence[str],
    out: str,
    *,
    tables: Sequence[str] = (),
    form: str = "jsonl",
    events: str = "found",
    workers: int = 1,
    scheduler: str | None = None,
    per_partition: int = PER_PARTITION,
    limit_mb: float = 50,
    timeout: float = 120,
    retries: int = 1,
    resume: bool = True,
    progress: bool | None = None,
    tell: Callable[[str], None] = lambda message: None,
) -> Ran:
    """Write the tables of the articles that paths, globs and addresses name, as ``OUT/<table>/part-00000.jsonl``.

    What is done already in `out`, by the same workbench of the same files with the same options, stays (unless `resume`
    is false). Articles are compared within their `events`. `workers` are processes of this machine (0: the work is done
    in this process, unguarded); `scheduler` is the address of a Dask cluster instead. `timeout` are the seconds that an
    article may take. `tell` is given sentences on what is made anew, and why.

    `form` is jsonl or parquet: one, so that each table's folder is a data set for whatever reads that format.

    Raises SourceError where there is no article, OptionError for options that are none, MissingPackage, WorkbenchError
    where tables cannot be written.
    """
    if events not in EVENTS or workers < 0 or per_partition < 1:
        raise OptionError(f"Give no worker or more, one article a partition or more, events {' or '.join(EVENTS)}.")
    options = Options(
        out=out,
        tables=_known("table", tables or SCHEMAS, SCHEMAS),
        form=_known("format", (form,), FORMATS)[0],
        limit=int(_positive("limit_mb", limit_mb) * 1_000_000),
        timeout=float(_positive("timeout", timeout)),
        version=version(),
        where=_where([*named, out]),
        **_own_words(named),
    )
    alone = workers == 0 or places.stays_here(out) or any(map(places.stays_here, named))
    hands = Crew(options, alone=alone, workers=workers, scheduler=scheduler, retries=retries)
    with closing(Plan()) as plan, closing(hands) as crew:
        count = plan.add(inputs.listed(named), crew.contents)
        if not count:
            raise SourceError(_nothing(plan.problems))
        plan.settle()
        folder = places.folder(out)
        _tell_of_decisions(named, tell)
        manifest = Manifest(folder, options)
        manifest.begin()
        keep = lights.Keep(folder, f"{options.version} {options.limit}", resume)
        _into_events(plan, events, lambda digest: keep.of(digest, lambda: _found(plan, crew, progress)))
        parts = plan.divide(per_partition)
        done = _done(plan, manifest, tell) if resume else {}
        manifest.tidy(done)
        rest = (one for one in plan.partitions() if one.number not in done)
        made, rows, aside = 0, 0, 0
        with closing(progress_bar.bar("Tables", count, sum(done.values()), progress)) as bar:
            for result in crew.do("make", rest):
                made, rows, aside = made + 1, rows + result.rows, aside + len(result.aside)
                bar.update(result.articles)
    return Ran(count, parts, made, rows, aside)


def is_large(named: Sequence[str], limit_mb: float = 50, most: int = THRESHOLD) -> bool:
    """Whether there are more than `most` articles in the files named, counted no further than that.

    An address is always large: only a stream reads it. Raises SourceError for a path that does not exist.
    """
    if any(map(places.is_address, named)):
        return True
    with closing(Plan()) as plan:
        limit = int(limit_mb * 1_000_000)
        return plan.add(inputs.listed(named), lambda one: contents.of(one, limit), most) > most


def _known(what: str, given: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    for one in given:
        if one not in known:
            raise OptionError(f"A stream writes no {what} {one!r}: choose from {', '.join(known)}.")
    return tuple(dict.fromkeys(given))


def _positive(what: str, value: float) -> float:
    if not value > 0:
        raise OptionError(f"{what} is {value!r}: give a number above zero.")
    return value


def _where(given: Sequence[str]) -> str | None:
    """This folder, where one of the places is relative to it: workers find it as this process does."""
    paths = [Path(one) for one in given if not places.is_address(one)]
    return None if all(path.is_absolute() for path in paths) else str(Path.cwd())


def _own_words(named: Sequence[str]) -> dict[str, str]:
    """Where the analyst's own word lists lie beside the articles: the place they are found from, and their digest."""
    paths = [Path(one).absolute() for one in named if not places.is_address(one) and Path(one).exists()]
    listing = kept.place(paths)
    if not listing or not listing.is_file():
        return {}
    return {"origin": str(paths[0]), "words": hashlib.sha256(listing.read_bytes()).hexdigest()}


def _tell_of_decisions(named: Sequence[str], tell: Callable[[str], None]) -> None:
    """Say so where an analyst decided something about these articles: that is not applied."""
    folder = folder_of([Path(one) for one in named if not places.is_address(one)])
    if folder is not None and any(folder.glob(f"{PREFIX}*{SUFFIX}")):
        tell(f"The decisions kept in {folder} are not applied: a stream writes what the machine reads.")


def _into_events(plan: Plan, events: str, group: Callable[[str], Grouped]) -> None:
    """Give each article of the plan its event; `group` finds the events, given a digest of the articles."""
    if events == "each":
        plan.events(lambda place, article_id: f"e:{article_id}")
    elif events == "folder":
        plan.events(lambda place, article_id: place.replace("\\", "/").rpartition("/")[0] or ".")
    else:
        found = group(plan.digest)
        plan.events(lambda place, article_id: found.event_of.get(article_id, f"e:{article_id}"))
        plan.note(found.aside, found.labels)


def _found(plan: Plan, crew: Crew, progress: bool | None) -> Grouped:
    """The events among the articles of the plan: each is read once, and forgotten but for its terms."""
    aside: dict[str, str] = {}

    def all_lights() -> Iterator[Light]:
        with closing(progress_bar.bar("Events", plan.count, 0, progress)) as bar:
            for result in crew.do("light", plan.chunks(PER_PARTITION)):
                aside.update(result.aside)
                yield from map(lights.light, result.lights)
                bar.update(result.articles)

    return lights.grouped(all_lights(), aside)


def _done(plan: Plan, manifest: Manifest, tell: Callable[[str], None]) -> dict[int, int]:
    """By number, the partitions that are done, with how many articles each has."""
    done = {one.number: sum(1 for _ in one.wanted) for one in plan.partitions() if manifest.done(one) is not None}
    if done:
        tell(f"Done already: {counted(len(done), 'partition')}.")
    for reason, number in manifest.reasons.items():
        tell(f"Made anew, {counted(number, 'partition')}: {reason}.")
    return done


def _nothing(found: Sequence[Problem]) -> str:
    """One sentence on why there is no article."""
    if not found:
        return "There is no article in what was given: give files of text, HTML, PDF, or tables of articles."
    return f"Nothing could be read as an article. {found[0].path}: {found[0].message}"
