"""A progress bar where there is somebody to see it, and many files to wait for."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

#: Fewer items than this are read before a bar could be seen.
ENOUGH = 20


def bar(items: Sequence[Item], progress: bool | None) -> Iterable[Item]:
    """`items`, with a progress bar on the terminal or in the notebook that moves as they are taken.

    `progress` None shows it where somebody sees it and there are more than twenty items; True always, False never.
    """
    if progress is False or (progress is None and (len(items) <= ENOUGH or not _is_watched())):
        return items
    return _shown(items)


def _shown(items: Sequence[Item]) -> Iterator[Item]:
    from tqdm.auto import tqdm

    yield from tqdm(items, desc="Reading", unit=" files", leave=False)


def _is_watched() -> bool:
    """Whether standard error is a terminal, or this runs in a notebook."""
    kernel = sys.modules.get("ipykernel")
    shell = sys.modules.get("IPython")
    if kernel and shell and getattr(shell.get_ipython(), "kernel", None) is not None:
        return True
    return bool(sys.stderr and sys.stderr.isatty())
