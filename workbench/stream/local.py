"""Workers on this machine: a thread each, that minds a child process. Without any, the work is done in this process.

Not ``multiprocessing``: a child here is told from which article it was lost at, a child that hangs can be ended without
the others, and what passes is JSON. So Dask is only needed for a cluster.
"""

import queue
import threading
from collections.abc import Iterator, Sequence

from workbench.stream import work
from workbench.stream.task import Options, Partition
from workbench.stream.work import Done
from workbench.stream.worker import Worker


def here(what: str, partitions: Iterator[Partition], options: Options) -> Iterator[Done]:
    """Work the partitions in this process, one after the other: a crash or a hang is not guarded against."""
    for partition in partitions:
        yield work.do(what, partition, options, lambda *_: None)


def run(what: str, partitions: Iterator[Partition], options: Options, crew: Sequence[Worker]) -> Iterator[Done]:
    """Work the partitions, as ``work.do`` does what is asked, in the processes of a crew; it comes in no order.

    `partitions` is taken from as workers are free. Raises what a worker raises; the crew is then to be closed.
    """
    results: queue.SimpleQueue[Done | BaseException | None] = queue.SimpleQueue()
    turn = threading.Lock()

    def mind(worker: Worker) -> None:
        try:
            while True:
                with turn:
                    partition = next(partitions, None)
                if partition is None:
                    break
                results.put(worker.run(partition, what))
        except BaseException as error:
            results.put(error)
        finally:
            results.put(None)

    threads = [threading.Thread(target=mind, args=(worker,), daemon=True) for worker in crew]
    for thread in threads:
        thread.start()
    for _ in crew:
        while (result := results.get()) is not None:
            if isinstance(result, BaseException):
                raise result
            yield result
