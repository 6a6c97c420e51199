"""Seconds of the first and of the second load of unchanged articles, with every table, each in a process of its own.

`first` has an empty cache and includes loading the model; `second` finds everything; `again` is a further load in the
same process. What `import workbench` and its own modules cost stands apart, since both have it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import event

_WORK = """
import json, sys, time
started = time.process_time()
import workbench as wb
import workbench.compare.dated, workbench.compare.entities, workbench.compare.headlines, workbench.compare.quantities
from workbench.review import load
from workbench.tables.schemas import SCHEMAS
imported = time.process_time()
def whole():
    corpus = load(sys.argv[1], progress=False)
    return {name: corpus.rows(name) for name in SCHEMAS}
whole()
once = time.process_time()
whole()
print(json.dumps([imported - started, once - imported, time.process_time() - once]))
"""


def measure(count: int) -> dict[str, float]:
    """Seconds of importing, of the first load, of the second, and of one more in the same process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "articles")
        folder.mkdir()
        event.write(folder, count)
        surroundings = {**os.environ, "WORKBENCH_CACHE": str(Path(name, "cache"))}

        def run() -> list[float]:
            command = [sys.executable, "-c", _WORK, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
            times: list[float] = json.loads(done.stdout)
            return times

        _, first, _ = run()
        imports, second, again = run()
        return {"imports": imports, "first": first, "second": second, "again": again}


def table(counts: list[int]) -> str:
    """A table in Markdown, a row a number of articles."""
    lines = ["| articles | imports | first load | second load | again | first / second |", "|---:|" + "---:|" * 5]
    for count in counts:
        found = measure(count)
        told = [f"{found['imports']:.2f}", f"{found['first']:.2f}", f"{found['second']:.3f}", f"{found['again']:.3f}"]
        lines.append(f"| {count} | {' | '.join(told)} | ×{found['first'] / found['second']:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table([int(given) for given in sys.argv[1:]] or [5, 50]))
