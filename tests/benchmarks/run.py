"""Measure speed on this machine: `make bench`. Prints a table; nothing here is ever asserted in a test.

The floor is the bare pipeline, with all its parts, on the same texts in the same process. The corpus is the seeds,
copied with other numbers in them as often as is asked for, so that the text is known and grows linearly.

    python tests/benchmarks/run.py [--articles 5 50 500]
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import stages
import stream
from others import compare

import workbench as wb
from workbench.language import PIPELINES, load, plain

T = TypeVar("T")
SEEDS = Path(__file__).parents[2] / "seeds"


def write_corpus(folder: Path, count: int) -> None:
    """`count` articles: the seeds in turn, with every number of two digits or more replaced, seeded by the copy."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for copy in range(count):
        dice = random.Random(copy)
        text = re.sub(r"\b\d{2,3}\b", lambda found, dice=dice: str(dice.randint(10, 999)), texts[copy % len(texts)])
        (folder / f"a{copy:06d}.txt").write_text(text, encoding="utf-8")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def floor(corpus: wb.Corpus) -> float:
    """Seconds of the bare pipeline, all parts on, for the same texts, a text an article."""
    from importlib import import_module
    from importlib.util import find_spec

    bare = import_module(next(name for name in PIPELINES if find_spec(name))).load()
    texts = [plain(article.text) for article in corpus.documents]
    return timed(lambda: [None for _ in bare.pipe(texts)])[0]


def measure(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder, count)
        reading, corpus = timed(lambda: wb.load(folder, progress=False, cache=False))
        parsing, _ = timed(lambda: corpus.parsed)
        quoting, _ = timed(lambda: corpus.quote_records)
        counting, _ = timed(lambda: corpus.figure_records)
        bottom = floor(corpus)
        words = sum(len(article.text.split()) for article in corpus.documents)
    whole = reading + parsing + quoting + counting
    per_1000 = 1000 / words
    return {
        "articles": count,
        "words": words,
        "read": reading * per_1000,
        "parse": parsing * per_1000,
        "quotes": quoting * per_1000,
        "figures": counting * per_1000,
        "floor": bottom * per_1000,
        "whole / floor": whole / bottom,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def import_ratio() -> float:
    """Seconds of ``import workbench`` over those of ``import pandas``, each in a fresh process, the best of five."""

    def best(module: str) -> float:
        code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(5)]
        return min(float(run.stdout) for run in runs)

    return best("workbench") / best("pandas")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 50, 500])
    parser.add_argument("--streamed", type=int, nargs="+", default=[1, 10, 100, 1000], help="10000 takes half an hour")
    given = parser.parse_args()
    counts = given.articles
    print(f"import workbench / import pandas: {import_ratio():.2f}")
    load()
    print("seconds per 1,000 words, one process, the model loaded before:")
    for at, count in enumerate(counts):
        row = measure(count)
        if at == 0:
            print("  ".join(f"{name:>13}" for name in row))
        print(
            "  ".join(
                f"{value:13,.3f}" if name not in ("articles", "words", "peak MB") else f"{value:13,.0f}"
                for name, value in row.items()
            )
        )
    print("seconds by stage, one event of so many invented articles:")
    print("\n".join(stages.table(counts)))
    print("seconds beyond the parse, which both are given:")
    with tempfile.TemporaryDirectory() as name:
        write_corpus(Path(name), 50)
        for what, ours, theirs in compare(wb.load(name, progress=False)):
            print(f"{what}: {ours:.3f} / {theirs:.3f} = {ours / theirs:.3f}")
    print("streams, every table, ten articles an event:")
    for line in stream.table(given.streamed, [1, 2]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
