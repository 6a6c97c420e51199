"""The whole analysis over the floor: the bare pipeline, with all its parts, on the same texts in the same process.

    python tests/benchmarks/floor.py [50 500]

Each size runs in a process of its own, the model loaded before and the modules compiled (see compiled.py); everything
else, other modules and their patterns and lexicons among it, is read for the first time. The floor is run before the
analysis and after it, and the mean of both is taken, since a machine that others use too is not always as fast. Seconds
are the processor's.

The invented articles tell one event and repeat paragraphs, which are parsed once: the second ratio is reckoned as if
each paragraph stood in one article only, the seconds of the parse growing with the characters to parse.
"""

import json
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import compiled
import event
import stages

#: Analyses after the first, of which the shortest is taken: a look for garbage falls into one or another.
AGAIN = 3


def measure(folder: str) -> dict[str, float]:
    """Seconds of the floor, the analysis, its parse and a further one; the share of the text that is to be parsed."""
    from workbench.language import PIPELINES, load, plain

    bare = import_module(next(name for name in PIPELINES if find_spec(name))).load()
    load()
    texts = [plain(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).iterdir())]
    before = _floor(bare, texts)
    found = dict(stages.measure(folder))
    again = min(sum(dict(stages.measure(folder)).values()) for _ in range(AGAIN))
    floor = (before + _floor(bare, texts)) / 2
    paragraphs = _paragraphs(folder)
    return {
        "floor": floor,
        "whole": sum(found.values()),
        "again": again,
        "parse": found["parse"],
        "distinct": sum(map(len, set(paragraphs))) / sum(map(len, paragraphs)),
    }


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
    """What `measure` gives for so many articles."""
    with tempfile.TemporaryDirectory() as name:
        event.write(Path(name), count)
        compiled.package()
        done = subprocess.run([sys.executable, __file__, "in", name], capture_output=True, check=True)
        found: dict[str, float] = json.loads(done.stdout)
        return found


def line(count: int) -> str:
    """A sentence on so many articles."""
    found = in_own_process(count)
    apart = found["whole"] + found["parse"] * (1 / found["distinct"] - 1)
    return (
        f"{count} articles: whole {found['whole']:.2f} s / floor {found['floor']:.2f} s = "
        f"{found['whole'] / found['floor']:.2f} (once more, {found['again'] / found['floor']:.2f}); as if no paragraph "
        f"stood twice (here {1 - found['distinct']:.0%} do), {apart / found['floor']:.2f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["in"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        for size in map(int, sys.argv[1:] or ("50", "500")):
            print(line(size), flush=True)
