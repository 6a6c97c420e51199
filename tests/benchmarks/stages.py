"""Seconds of each stage of the analysis of one event of 5, 50 and 500 articles, with their growth and the memory.

Each size runs in a process of its own, so that its peak of memory is its own; the model is loaded before, and `warm`
says what a second analysis in the same process takes, modules, patterns and lexicons being read. Seconds are those of
the processor, which a busy machine does not lengthen as it does the clock's.
"""

import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import compiled
import event
import usage

#: By name in the table, the properties of a corpus or its framing, in the order in which they are asked for.
STAGES = {
    "parse": ("parsed",),
    "quotes": ("quote_records",),
    "figures": ("figure_records",),
    "names, entities compared": ("naming",),
    "quantities compared": ("comparison",),
    "utterances compared": ("quote_groups",),
    "labels": ("framing.labels",),
    "acts": ("framing.acts",),
    "wording": ("framing.wording",),
    "choices": ("framing.choices",),
    "distinctive": ("framing.distinctive",),
    "dates": ("framing.dates",),
    "timeline": ("framing.dated", "framing.timeline"),
    "reuse": ("framing.reuse",),
    "origins": ("framing.origins",),
    "claims": ("framing.claims",),
    "checks": ("framing.checks", "framing.date_checks"),
    "headlines": ("framing.headlines",),
}


def measure(folder: str) -> Iterator[tuple[str, float]]:
    """Each stage with its seconds, for the articles in `folder`."""
    import workbench as wb

    started = time.process_time()
    corpus = wb.load(folder, progress=False, cache=False)
    yield "read", time.process_time() - started
    for stage, names in STAGES.items():
        started = time.process_time()
        for name in names:
            holder, _, attribute = name.rpartition(".")
            getattr(corpus.framing if holder else corpus, attribute)
        yield stage, time.process_time() - started


def in_own_process(count: int, *, warm: bool = False) -> dict[str, float]:
    """The stages of `count` articles, and the process's peak of memory in MB; `warm`: of a second run."""
    with tempfile.TemporaryDirectory() as name:
        event.write(Path(name), count)
        compiled.package()
        command = [sys.executable, __file__, name, "warm" if warm else "cold"]
        done = subprocess.run(command, capture_output=True, check=True)
        return {str(stage): float(value) for stage, value in json.loads(done.stdout).items()}


def table(counts: list[int]) -> Iterator[str]:
    """The lines of a Markdown table."""
    by_count = {count: in_own_process(count) for count in counts}
    warm = in_own_process(counts[0], warm=True)
    growth = [f"×{two / one:.0f} articles" for one, two in itertools.pairwise(counts)]
    heads = ["stage", f"{counts[0]} warm", *map(str, counts), *growth]
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'---:|' * (len(heads) - 1)}"
    for stage in by_count[counts[0]]:
        found = [by_count[count][stage] for count in counts]
        ratios = [f"×{two / max(one, 0.001):.1f}" for one, two in itertools.pairwise(found)]
        form = ",.0f" if "MB" in stage else ",.3f"
        cells = [format(value, form) for value in (warm[stage], *found)]
        yield f"| {stage} | {' | '.join([*cells, *ratios])} |"


def _main(folder: str, how: str) -> None:
    from workbench.language import load

    load()
    found = dict(measure(folder))
    if how == "warm":
        found = dict(measure(folder))
    found["all"] = sum(found.values())
    found["peak MB"] = usage.own_peak()
    print(json.dumps(found))


if __name__ == "__main__":
    _main(*sys.argv[1:])
