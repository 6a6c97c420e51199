"""Who does the work of a run: processes of this machine, a cluster, or this process where only it sees the files."""

from collections.abc import Iterator
from typing import Any

from workbench.model import Problem, Severity
from workbench.stream import cluster, contents, local
from workbench.stream.inputs import Input
from workbench.stream.task import Options, Partition, problems
from workbench.stream.work import Done
from workbench.stream.worker import LostError, Worker


class Crew:
    """The workers of one run, kept from its first step to its last, so that each loads the model once."""

    def __init__(
        self, options: Options, *, alone: bool, workers: int = 1, scheduler: str | None = None, retries: int = 1
    ) -> None:
        self._options, self._alone, self._scheduler, self._retries = options, alone, scheduler, retries
        self._workers = [Worker(options, retries) for _ in range(workers)]

    def close(self) -> None:
        """End the processes of this machine."""
        for worker in self._workers:
            worker.close()

    def do(self, what: str, partitions: Iterator[Partition]) -> Iterator[Done]:
        """What ``work.do`` makes of the partitions; it comes in no order."""
        if self._scheduler:
            return cluster.run(what, partitions, self._options, self._scheduler, self._retries)
        if self._alone:
            return local.here(what, partitions, self._options)
        return local.run(what, partitions, self._options, self._workers)

    def contents(self, one: Input) -> Iterator[Any]:
        """The articles in a file, as the plan wants them; a file that may hold many is opened by a worker."""
        if self._alone or not contents.holds_many(one):
            yield from contents.of(one, self._options.limit)
            return
        try:
            told = self._workers[0].names(one.place, self._options.limit)
        except LostError as lost:
            yield Problem(
                one.shown, None, Severity.ERROR, f"This file was set aside: {lost}. Get it anew, or split it."
            )
            return
        for found in told:
            yield tuple(found) if isinstance(found, list) else problems([found])[0]
