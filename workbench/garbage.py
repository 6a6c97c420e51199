"""When Python looks for garbage: never in the midst of work that makes very many records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_FEW = 10_000  # objects of which no account is taken
_MANY = 500_000  # objects set aside, after which all are looked over once
_aside = 0


@contextmanager
def undisturbed() -> Iterator[None]:
    """No looks for objects in circles that nothing holds: records are in none, and each look goes over all of them.

    A comparison of 500 articles takes a fifth less, and each article costs the same, however many there are. What was
    made counts as old at once, so that no look over it follows.

    >>> with undisturbed():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            _set_aside()
            gc.enable()


def _set_aside() -> None:
    """Count as old what was made since the last look; look over everything only after very many such objects.

    For what is set aside is in no count of Python's own, and a corpus that nobody uses any more would stay for good.
    """
    global _aside  # noqa: PLW0603 - the heap is the process's
    made = gc.get_count()[0]
    if made < _FEW or gc.get_freeze_count():  # what somebody has frozen would thaw
        return
    _aside += made
    if _aside < _MANY:
        gc.freeze()
        gc.unfreeze()
    else:
        _aside = 0
        gc.collect()
