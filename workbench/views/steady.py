"""No long look for garbage while the analyst waits for an answer."""

import gc
from typing import Any
from weakref import WeakValueDictionary

_known: "WeakValueDictionary[int, Any]" = WeakValueDictionary()


def settle(corpus: Any) -> None:
    """Leave what is there by now out of the looks for garbage: a corpus of hundreds of articles, and what shows it.

    Such a look goes through millions of objects that stay, for most of a second, whenever enough new ones were made:
    in the middle of an answer. Where another corpus comes, what was left of the one before is looked for once.
    """
    if _known.get(id(corpus)) is not corpus:
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        _known[id(corpus)] = corpus
    gc.freeze()
