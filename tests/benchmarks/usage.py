"""Run a command and print what it used, as JSON: seconds by the clock and of the processor, and the most memory in MB.

    python tests/benchmarks/usage.py COMMAND ...

This process is small and new for each command: a child counts the memory of the process that it comes from as its own.
Memory is that of the largest process among the command and those that it waited for.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def measure(command: list[str]) -> dict[str, float]:
    """What `command` used. Raises CalledProcessError where it or this process fails."""
    done = subprocess.run([sys.executable, "-S", __file__, *command], capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def own_peak() -> float:
    """The most memory in MB that this process has held, since it began to run its own program."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _main(command: list[str]) -> int:
    started = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(run.pid, 0)
    clock = time.perf_counter() - started
    print(json.dumps({"clock": clock, "processor": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
