"""A child process and what to do when it is lost: the partition is tried again, and what it is lost at is set aside."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from workbench.errors import WorkbenchError
from workbench.stream.task import Options, Partition, line
from workbench.stream.work import Done

#: How many articles of one event may be compared in the time that one article has.
_COMPARED = 8
#: Seconds that a child has to start, to load the model, and to write.
_START = 120.0
#: Articles after which a child is replaced by a new one: what the libraries remember of words grows with each.
_FRESH = 2048


@dataclass(frozen=True, slots=True)
class Beat:
    """What a child was last at: the articles, the step, and whether a fault is that of all of them."""

    articles: tuple[str, ...]
    what: str
    together: bool


class LostError(Exception):
    """The child died, or did not answer in time. `at` is what it was last at."""

    def __init__(self, reason: str, at: Beat) -> None:
        super().__init__(reason)
        self.at = at


class Worker:
    """Works partitions in a child process, which is started when it is needed. To be used by one thread at a time."""

    def __init__(self, options: Options, retries: int = 1) -> None:
        self._options, self._retries = options, retries
        self._child: subprocess.Popen[bytes] | None = None
        self._deadline = float("inf")
        self._late = self._ended = False
        self._articles = 0

    def close(self) -> None:
        """End the child; no other is started."""
        self._ended = True
        self._drop()

    def _drop(self) -> None:
        child, self._child, self._articles = self._child, None, 0
        if child:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    pipe.close()

    def run(self, partition: Partition, what: str = "make") -> Done:
        """Do what ``work.do`` does; articles at which the child is lost again and again are set aside.

        Raises WorkbenchError where no partition can be worked: tables cannot be written, or no child starts.
        """
        failures = 0
        while True:
            try:
                done = Done(**self._ask(self._job(partition, what)))
                self._articles += done.articles
                if self._articles >= _FRESH:
                    self._drop()
                return done
            except LostError as lost:
                failures += 1
                if failures > self._retries:
                    failures = 0
                    partition = self._without_the_guilty(partition, lost)

    def names(self, place: str, limit: int) -> list[Any]:
        """What ``work.names`` tells of the file at `place`. Raises LostError where that kills or stops the child."""
        told: list[Any] = self._ask({"names": place, "limit": limit})
        return told

    def _without_the_guilty(self, partition: Partition, lost: LostError) -> Partition:
        """The partition without the articles that the child is lost at, or with the event apart that it is lost at."""
        reason, at = str(lost), lost.at
        if not at.articles:
            raise WorkbenchError(f"Partition {partition.number} cannot be worked: {reason} ({at.what}).")
        if at.together or len(at.articles) == 1:
            return partition.without(dict.fromkeys(at.articles, reason), {})
        guilty = {}
        for article_id in at.articles:
            try:
                self._ask(self._job(partition.only(article_id), "try"))
            except LostError as again:
                guilty[article_id] = str(again)
        if guilty:
            return partition.without(guilty, {})
        events = {one.event_id for one in partition.wanted if one.article_id in at.articles}
        return partition.without({}, dict.fromkeys(events, reason))

    def _job(self, partition: Partition, what: str) -> dict[str, Any]:
        return {"do": what, "options": asdict(self._options), "partition": partition.json}

    def _ask(self, job: Mapping[str, Any]) -> Any:
        """The answer of the child to a job. Raises LostError where there is none, WorkbenchError where it failed."""
        at, seconds = Beat((), "the first step", False), _START + self._options.timeout
        child = self._started()
        self._late = False
        try:
            self._deadline = time.monotonic() + seconds
            assert child.stdin and child.stdout
            child.stdin.write(line(job))
            child.stdin.flush()
            for told in map(json.loads, child.stdout):
                if "done" in told:
                    return told["done"]
                if "failed" in told:
                    raise WorkbenchError(told["failed"])
                at = Beat(tuple(told["at"]), told["what"], told["together"])
                seconds = self._seconds(at)
                self._deadline = time.monotonic() + seconds
        except (BrokenPipeError, ValueError):
            pass  # it died, maybe in the middle of a line
        finally:
            self._deadline = float("inf")
        raise LostError(self._why(child, seconds), at)

    def _seconds(self, at: Beat) -> float:
        if not at.articles:
            return _START + self._options.timeout
        return self._options.timeout * max(1, len(at.articles) / _COMPARED)

    def _why(self, child: "subprocess.Popen[bytes]", seconds: float) -> str:
        child.kill()
        status = child.wait()
        self._drop()
        if self._late:
            return f"the work on it did not end within {seconds:g} seconds"
        return f"the work on it ended the process ({f'signal {-status}' if status < 0 else f'exit status {status}'})"

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            self._drop()
            if self._ended:
                raise WorkbenchError("The run was stopped: run the same command again to go on.")
            # -P: nothing is imported from the folder that it runs in, which may be that of the articles.
            command = [sys.executable, "-P", "-m", "workbench.stream.child"]
            try:
                self._child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self._options.where
                )
            except (FileNotFoundError, NotADirectoryError) as error:
                message = f"There is no {error.filename} on this machine: name places that every worker can reach."
                raise WorkbenchError(message) from error
            threading.Thread(target=self._watch, args=(self._child,), daemon=True).start()
        return self._child

    def _watch(self, child: "subprocess.Popen[bytes]") -> None:
        """Kill the child when it is late: reading from it has no time limit of its own on every system."""
        while child.poll() is None:
            if time.monotonic() > self._deadline:
                self._late = True
                child.kill()
                return
            time.sleep(0.2)
