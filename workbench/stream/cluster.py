"""Workers of an existing Dask cluster: each holds a child process of its own, as a worker of this machine does.

The one owner of Dask. Articles do not pass through the scheduler: a partition names its files, and the worker that has
it reads them and writes its tables. What passes is strings of JSON.
"""

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any
from uuid import uuid4

from workbench.errors import MissingPackage, OptionError, WorkbenchError, cause
from workbench.stream import places, work
from workbench.stream.task import Options, Partition
from workbench.stream.version import version
from workbench.stream.work import Done
from workbench.stream.worker import Worker

#: Partitions that are handed out at a time, for each worker: enough that none waits, few enough to be light.
_AHEAD = 3
_mine = threading.local()


def run(what: str, partitions: Iterator[Partition], options: Options, scheduler: str, retries: int) -> Iterator[Done]:
    """Work the partitions, as ``work.do`` does what is asked, on the cluster of `scheduler`; it comes in no order.

    Raises MissingPackage without Dask, OptionError where the scheduler cannot be reached, has no worker, or where a
    worker has another version of the workbench; WorkbenchError where nothing can be written, and, at the end, where
    partitions were lost with their workers after all retries.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise MissingPackage("distributed", "cluster", "Working on a cluster (--scheduler)") from error
    try:
        client = Client(scheduler, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise OptionError(f"No Dask scheduler answers at {scheduler}: check its address, and that it runs.") from error
    with client:
        ahead = _AHEAD * _checked(client, options.version)
        told, run = asdict(options), uuid4().hex

        def submitted(some: Partition) -> Any:
            given = (what, json.dumps(some.json), json.dumps(told), retries)
            return client.submit(worked, *given, key=f"workbench-{what}-{some.number}-{run}", retries=2, pure=False)

        with client.as_current():
            waiting = as_completed([submitted(one) for one in islice(partitions, ahead)])
        lost: list[str] = []
        for future in waiting:
            try:
                yield Done(**json.loads(future.result()))
            except WorkbenchError:
                raise
            except Exception as error:  # the worker itself is lost, again and again: the other partitions go on
                lost.append(" ".join(f"{type(error).__name__}: {error}".split())[:300])
            waiting.update([submitted(one) for one in islice(partitions, 1)])
    if lost:
        raise WorkbenchError(f"{len(lost)} partitions were lost on the cluster: run again to go on. {lost[0]}")


def worked(what: str, partition: str, options: str, retries: int) -> str:
    """What a worker of the cluster runs: one partition, in the child that it holds."""
    some, given = Partition.of(json.loads(partition)), Options.of(json.loads(options))
    if places.stays_here(given.out):
        return json.dumps(asdict(work.do(what, some, given, lambda *_: None)))
    held = getattr(_mine, "held", None)
    if held is None or held[0] != options:
        if held is not None:
            held[1].close()
        held = _mine.held = (options, Worker(given, retries))
    return json.dumps(asdict(held[1].run(some, what)))


def _checked(client: Any, own: str) -> int:
    """How many workers there are, all of them with this version of the workbench. Raises OptionError."""
    try:
        client.wait_for_workers(1, timeout=20)
        versions = client.run(version)
    except Exception as error:
        raise OptionError(
            f"The cluster has no worker with the workbench: install it there ({cause(error)})."
        ) from error
    others = [worker for worker, found in versions.items() if found != own]
    if others:
        raise OptionError(f"{others[0]} has another version of the workbench: install this one on every worker.")
    return len(versions)
