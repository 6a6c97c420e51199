"""Work that makes very many records at once, without looks for garbage in between."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """No looks for objects in circles that nothing holds: records are in none, and each look goes over all of them.

    A comparison of 500 articles takes a fifth less, and each article costs the same, however many there are.

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
            gc.enable()
