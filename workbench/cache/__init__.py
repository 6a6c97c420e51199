"""What was made of the same bytes before, kept in the user's cache folder: a second load need not make it again.

    version     what the results depend on beside the articles: this code, its lexicons, the model, the libraries
    shelf       a folder of entries: bounded in size, safe with several processes, whole or not there
    memory      what was made of one input, by name;  `remembered` makes a property look there first

An entry is found by a digest of everything that it was made of, so that none is ever stale. It is data: MessagePack
that is decoded into the records' own types, with a checksum; nothing in it can run code. ``WORKBENCH_CACHE`` names
another folder, or ``off`` for none; ``workbench ... --no-cache`` and ``wb.load(..., cache=False)`` go without.
"""

from workbench.cache.memory import Memory, remembered
from workbench.cache.shelf import Shelf, of_user

__all__ = ["Memory", "Shelf", "of_user", "remembered"]
