"""Progress on standard error: articles done, their rate, and the time left; in a log, a line now and then."""

import sys
from typing import Any

#: Seconds between two lines of a log.
_IN_A_LOG = 30.0


def bar(what: str, total: int, done: int, progress: bool | None) -> Any:
    """A bar, headed `what`, of `total` articles, `done` of them before; ``update(n)`` moves it, ``close()`` ends it.

    `progress` False shows none. None and True show one: on a terminal at once, elsewhere every half minute.
    """
    from tqdm import tqdm

    seen = bool(sys.stderr and sys.stderr.isatty())
    return tqdm(
        total=total,
        initial=done,
        desc=what,
        unit=" articles",
        file=sys.stderr,
        disable=progress is False,
        mininterval=0.5 if seen else _IN_A_LOG,
        maxinterval=10 if seen else _IN_A_LOG,
        leave=True,
    )
