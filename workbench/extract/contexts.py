"""The words around a number that settle how it is read, as patterns by name; the lexicon is figure_contexts.toml."""

import re
from functools import cache

from workbench.lexicons import lexicon


@cache
def context(name: str) -> re.Pattern[str]:
    """The pattern of the entry `name`, without regard to case.

    >>> bool(context("votes").search("Lawmakers voted 12-3"))
    True
    """
    (pattern,) = (entry.pattern for entry in lexicon("figure_contexts").entries if entry.id == name)
    return re.compile(pattern, re.IGNORECASE)
