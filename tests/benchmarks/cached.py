"""Seconds of the first and of the second load of unchanged articles, each in a process of its own.

A load here is reading and all that is found and compared. `first` has an empty cache and includes loading the model;
`second` finds everything; `again` is a further load in the same process. What importing the package's modules costs,
and making the rows of every table, stands apart: both loads have it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import event
import stages

_WORK = """
import json, sys, time
started = time.process_time()
import workbench as wb
import workbench.compare.dated, workbench.compare.entities, workbench.compare.headlines, workbench.compare.quantities
from workbench.review import load
from workbench.tables.schemas import SCHEMAS
imported = time.process_time()
def records():
    corpus = load(sys.argv[1], progress=False)
    for stage in json.loads(sys.argv[2]):
        holder, _, name = stage.rpartition(".")
        getattr(corpus.framing if holder else corpus, name)
    return corpus
corpus = records()
once = time.process_time()
for name in SCHEMAS: corpus.rows(name)
rows = time.process_time()
records()
print(json.dumps([imported - started, once - imported, rows - once, time.process_time() - rows]))
"""
#: What a load and its comparison find; the parse itself is a means.
_NAMES = json.dumps([name for names in stages.STAGES.values() for name in names if name != "parsed"])


def measure(count: int) -> dict[str, float]:
    """Seconds of importing, of the first load, of the second, of one more in the same process, and of all rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "articles")
        folder.mkdir()
        event.write(folder, count)
        surroundings = {**os.environ, "WORKBENCH_CACHE": str(Path(name, "cache"))}

        def run() -> list[float]:
            command = [sys.executable, "-c", _WORK, str(folder), _NAMES]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
            times: list[float] = json.loads(done.stdout)
            return times

        _, first, _, _ = run()
        imports, second, rows, again = run()
        return {"imports": imports, "first": first, "second": second, "again": again, "rows": rows}


def table(counts: list[int]) -> str:
    """A table in Markdown, a row a number of articles."""
    lines = [
        "| articles | imports | first load | second load | again | rows | first / second |",
        "|---:|" + "---:|" * 6,
    ]
    for count in counts:
        found = measure(count)
        told = [f"{found['imports']:.2f}", f"{found['first']:.2f}", f"{found['second']:.3f}", f"{found['again']:.3f}"]
        told.append(f"{found['rows']:.3f}")
        lines.append(f"| {count} | {' | '.join(told)} | ×{found['first'] / found['second']:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table([int(given) for given in sys.argv[1:]] or [5, 50]))
