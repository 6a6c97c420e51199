"""Workers on this machine: a thread each, that minds a child process. Without any, the work is done in this process.

Not ``multiprocessing``: a child here is told from which article it was lost at, a child that hangs can be ended without
the others, and what passes is JSON. So Dask is only needed for a cluster.
"""

import queue
import threading
from collections.abc import Iterator

from workbench.stream import work
from workbench.stream.task import Options, Partition
from workbench.stream.work import Done
from workbench.stream.worker import Worker


def here(partitions: Iterator[Partition], options: Options) -> Iterator[Done]:
    """Work the partitions in this process, one after the other: a crash or a hang is not guarded against."""
    for partition in partitions:
        yield work.make(partition, options, lambda *_: None)


def run(partitions: Iterator[Partition], options: Options, workers: int, retries: int) -> Iterator[Done]:
    """Work the partitions in so many processes; what is done comes in no order.

    `partitions` is taken from as workers are free. Raises what a worker raises; the others are then ended.
    """
    crew = [Worker(options, retries) for _ in range(workers)]
    results: queue.SimpleQueue[Done | BaseException | None] = queue.SimpleQueue()
    turn = threading.Lock()

    def mind(worker: Worker) -> None:
        try:
            while True:
                with turn:
                    partition = next(partitions, None)
                if partition is None:
                    break
                results.put(worker.run(partition))
        except BaseException as error:
            results.put(error)
        finally:
            worker.close()
            results.put(None)

    threads = [threading.Thread(target=mind, args=(worker,), daemon=True) for worker in crew]
    for thread in threads:
        thread.start()
    try:
        for _ in crew:
            while (result := results.get()) is not None:
                if isinstance(result, BaseException):
                    raise result
                yield result
    finally:
        for worker in crew:
            worker.close()
