"""Streams of 1, 10, 100 and 1,000 invented articles, and 10,000 when asked: articles a second, peak memory, workers.

Ten articles an event, an event a folder, every table written. Each row is a run of the command line in a process of its
own: `clock` is what a user waits, `processor` what all its processes together need (a busy machine does not lengthen
it), `peak MB` the most that its largest process held.

    python tests/benchmarks/stream.py [--articles 1 10 100 1000 10000] [--workers 1 2]
    python tests/benchmarks/stream.py --killed 10000     # killed three times at random, and compared with one unbroken
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import event
import usage

EVENT = 10  # articles
#: One article in fifty is in another language, as in every archive: so that the detector of languages is loaded early.
FOREIGN = """Fähre läuft vor der Küste auf Grund

Die Fähre ist am Mittwoch vor der Küste auf ein Riff gelaufen, teilte die Küstenwache mit. 23 Menschen kamen ums Leben.

Der Verkehrsminister ordnete eine Untersuchung an. Neun Menschen werden noch vermisst.
"""

HEADS = ("articles", "workers", "clock s", "processor s", "articles / clock s", "processor ms / article", "peak MB")


def write(folder: Path, count: int) -> None:
    """`count` articles, ten of them a folder, each folder told with a seed of its own."""
    for first in range(0, count, EVENT):
        below = folder / f"event{first // EVENT:05}"
        below.mkdir(parents=True)
        for number in range(first, min(first + EVENT, count)):
            text = FOREIGN if number % 50 == 7 else event.article(number, event.SEED + first)
            (below / f"a{number:06}.txt").write_text(text, encoding="utf-8")


class Run(NamedTuple):
    """One run: seconds by the clock and of the processor, and megabytes of its largest process."""

    articles: int
    workers: int
    clock: float
    processor: float
    peak: float

    @property
    def each(self) -> float:
        """Milliseconds of the processor an article."""
        return 1000 * self.processor / self.articles

    @property
    def line(self) -> str:
        """As a line of a Markdown table under `HEADS`."""
        rate = self.articles / self.clock
        cells = (f"{self.articles:,}", f"{self.workers}", f"{self.clock:,.1f}", f"{self.processor:,.1f}")
        return f"| {' | '.join((*cells, f'{rate:,.1f}', f'{self.each:,.0f}', f'{self.peak:,.0f}'))} |"


def measure(folder: Path, count: int, workers: int) -> Run:
    """A run over the `count` articles in `folder`."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "workbench.cli", "tables", str(folder), "--out", out, "--stream"]
        command += ["--events", "folder", "--workers", str(workers)]
        return Run(count, workers, **usage.measure(command))


def killed(count: int, workers: int, tables: str | None, seed: int = 1) -> str:
    """A run of `count` articles is killed three times at random, and then ends: whether it is as one unbroken."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name, "in"), count)
        command = [sys.executable, "-m", "workbench.cli", "tables", str(Path(name, "in")), "--stream"]
        command += ["--only", tables] if tables else []
        command += ["--events", "folder", "--workers", str(workers), "--partition", str(max(10, count // 80)), "--out"]
        parts = count // max(10, count // 80)
        for done in sorted(random.Random(seed).sample(range(1, max(4, parts - 2)), 3)):
            run = subprocess.Popen([*command, str(Path(name, "killed"))], stderr=subprocess.DEVNULL)
            while run.poll() is None and len(list(Path(name, "killed", "_manifest").glob("part-*"))) < done:
                time.sleep(0.01)
            run.kill()
            print(f"killed after {done} of {parts} parts: status {run.wait()}", flush=True)
        for out in ("killed", "unbroken"):
            subprocess.run([*command, str(Path(name, out))], check=True, stderr=subprocess.DEVNULL)
        found = [_content(Path(name, out)) for out in ("killed", "unbroken")]
        return f"{len(found[0])} files, {'the same' if found[0] == found[1] else 'NOT the same'} as of a run unbroken"


def _content(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def runs(counts: Iterable[int], workers: Iterable[int]) -> Iterator[Run]:
    """A run for each number of articles with each number of workers."""
    crews = tuple(workers)
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), count)
            for crew in crews:
                yield measure(Path(name), count, crew)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--killed", type=int, help="so many articles")
    parser.add_argument("--tables", help="of the run that is killed; all of them otherwise")
    given = parser.parse_args()
    if given.killed:
        print(killed(given.killed, given.workers[-1], given.tables))
        return
    print(f"| {' | '.join(HEADS)} |\n|{'---:|' * len(HEADS)}")
    for run in runs(given.articles, given.workers):
        print(run.line, flush=True)


if __name__ == "__main__":
    main()
