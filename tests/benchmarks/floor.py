"""The whole analysis over the floor: the bare pipeline, with all its parts, on the same texts in the same process.

    python tests/benchmarks/floor.py [50 500]

Each size runs in processes of its own, of which the one in the middle counts, since a machine that others use too is
not always as fast; so too the floor is run before the analysis and after it, and the mean of both is taken. The model
is loaded and the modules are imported before, as those of the floor are, and compiled (see compiled.py); patterns and
word lists are read for the first time. `fresh` is the same analysis where importing is a part of it.
Seconds are the processor's.

The invented articles tell one event and repeat paragraphs, which are parsed once: the second ratio is reckoned as if
each paragraph stood in one article only, the seconds of the parse growing with the characters to parse.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import compiled
import event
import stages

#: Analyses after the first, of which the shortest is taken: a look for garbage falls into one or another.
AGAIN = 3
#: Processes for a size, up to so many articles.
RUNS, FEW = 5, 100
#: What an analysis is made of; what shows and exports it is not.
ANALYSIS = tuple(
    f"workbench.{name}"
    for name in ("cache", "compare", "corpus", "events", "extract", "framing", "lexicons", "read", "review")
)


def measure(folder: str, imported: bool) -> dict[str, float]:
    """Seconds of the floor, the analysis, its parse and a further one; the share of the text that is to be parsed."""
    from workbench.language import PIPELINES, load, plain

    bare = import_module(next(name for name in PIPELINES if find_spec(name))).load()
    load()
    if imported:
        _import(*ANALYSIS)
    texts = [plain(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).iterdir())]
    before = _floor(bare, texts)
    found = dict(stages.measure(folder))
    again = min(sum(dict(stages.measure(folder)).values()) for _ in range(AGAIN)) if imported else 0.0
    floor = (before + _floor(bare, texts)) / 2
    paragraphs = _paragraphs(folder)
    return {
        "floor": floor,
        "whole": sum(found.values()),
        "again": again,
        "parse": found["parse"],
        "distinct": sum(map(len, set(paragraphs))) / sum(map(len, paragraphs)),
    }


def _import(*names: str) -> None:
    """Import packages with all their modules."""
    for name in names:
        package = import_module(name)
        for found in walk_packages(package.__path__, f"{name}."):
            import_module(found.name)


def _paragraphs(folder: str) -> list[str]:
    """What there is to parse."""
    from workbench.language import plain
    from workbench.model import PROSE
    from workbench.read import read

    return [
        plain(article.text[article.ink(block).start : article.ink(block).end])
        for article in read(folder, progress=False).articles
        for block in article.blocks
        if block.role in PROSE
    ]


def _floor(bare: Any, texts: list[str]) -> float:
    started = time.process_time()
    for _ in bare.pipe(texts):
        pass
    return time.process_time() - started


def in_own_process(count: int) -> dict[str, float]:
    """What `measure` gives for so many articles, with `fresh`: the whole over the floor where importing is in it."""
    with tempfile.TemporaryDirectory() as name:
        event.write(Path(name), count)
        compiled.package()
        runs = [(_run(name, "imported"), _run(name, "fresh")) for _ in range(RUNS if count <= FEW else 1)]
        found, fresh = map(_middle, zip(*runs, strict=True))
        return {**found, "fresh": fresh["whole"] / fresh["floor"]}


def _run(folder: str, how: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, how, folder], capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _middle(runs: Iterable[dict[str, float]]) -> dict[str, float]:
    ordered = sorted(runs, key=lambda run: run["whole"] / run["floor"])
    return ordered[len(ordered) // 2]


def line(count: int) -> str:
    """A sentence on so many articles."""
    found = in_own_process(count)
    apart = found["whole"] + found["parse"] * (1 / found["distinct"] - 1)
    return (
        f"{count} articles: whole {found['whole']:.2f} s / floor {found['floor']:.2f} s = "
        f"{found['whole'] / found['floor']:.2f} (with importing {found['fresh']:.2f}; once more, "
        f"{found['again'] / found['floor']:.2f}); as if no paragraph stood twice (here {1 - found['distinct']:.0%} do) "
        f"{apart / found['floor']:.2f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] in (["imported"], ["fresh"]):
        print(json.dumps(measure(sys.argv[2], sys.argv[1] == "imported")))
    else:
        for size in map(int, sys.argv[1:] or ("50", "500")):
            print(line(size), flush=True)
