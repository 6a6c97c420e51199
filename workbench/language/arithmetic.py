"""With which library the pipeline multiplies matrices, and on how many threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from typing import Any


def use_numpy(pipeline: Any) -> None:
    """Have the pipeline's large layer multiply with NumPy's library and not with spaCy's own, at a third of the time.

    NumPy's has code for the processor at hand (AVX-512 and the like) where spaCy's, BLIS, is built for the oldest. The
    small layers stay with BLIS: what it gives for a row never depends on the rows beside it, which NumPy's library
    promises for large products only, and a parse must be the same whatever else is parsed along with it.
    """
    if find_spec("threadpoolctl") is None or "tok2vec" not in pipeline.pipe_names:
        return
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for layer in pipeline.get_pipe("tok2vec").model.walk():
        if isinstance(layer.ops, NumpyOps):  # not where somebody has spaCy compute on a graphics card
            layer.ops = ops


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Keep NumPy's library to one thread meanwhile: for products as small as ours, more only wait for one another."""
    threads = _threads()
    if threads is None:
        yield
        return
    with threads.limit(limits=1, user_api="blas"):
        yield


@cache
def _threads() -> Any:
    if find_spec("threadpoolctl") is None:
        return None
    import numpy as np  # noqa: F401 - a library that is not loaded yet would not be found, now or later
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    return ThreadpoolController()
