"""The process that works partitions: JSON lines in, JSON lines out, nothing else; no pickle, and no code, passes.

It loads the model once, tells before each step what it is at, and ends when its parent does.
"""

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict
from typing import IO, Any

from workbench.errors import WorkbenchError
from workbench.stream import work
from workbench.stream.task import Options, Partition, line


def main() -> None:
    """Take jobs from standard input until it is closed; tell of each on what was standard output."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends it
    os.dup2(2, 1)  # whatever a library prints goes to the log
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        told = json.loads(jobs.get())
        try:
            answer = {"done": _answer(told, out)}
        except (WorkbenchError, OSError) as error:  # not one article's fault: the run cannot go on
            answer = {"failed": " ".join(str(error).split())}
        out.write(line(answer))


def _listen(given: IO[bytes], jobs: "queue.SimpleQueue[bytes]") -> None:
    """Pass jobs on; when the parent is gone, end at once: another run may be writing the same partitions."""
    for job in given:
        jobs.put(job)
    os._exit(0)


def _answer(told: Mapping[str, Any], out: IO[bytes]) -> Any:
    def beat(articles: tuple[str, ...], what: str, together: bool) -> None:
        out.write(line({"at": articles, "what": what, "together": together}))

    if "names" in told:
        return work.names(told["names"], told["limit"])
    partition, options = Partition.of(told["partition"]), Options.of(told["options"])
    return asdict(work.do(told["do"], partition, options, beat))


if __name__ == "__main__":
    main()
