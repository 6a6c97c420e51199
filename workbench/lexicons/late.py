"""A pattern that is compiled when it is first tried: a lexicon has many, and most texts need few of them."""

import re
from functools import cached_property
from typing import Any

try:  # how Python reads a pattern: not promised to stay, and only needed to be quick
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # a later Python: patterns are tried everywhere, as they would be if nothing were known of them
    compiler = parser = None


class Late:
    """A regular expression; what is wrong with it shows when it is first tried.

    >>> late = Late("dozens?")
    >>> bool(late.made.search("a dozen")), late.made is late.made
    (True, True)
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, int(flags)

    @cached_property
    def tree(self) -> Any:
        """The pattern as Python reads it, from which may be told what it matches; None where Python does not give it.

        It is kept until the pattern is compiled, of which reading is the larger half.
        """
        return parser.parse(self.pattern, self.flags) if parser else None

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The pattern compiled."""
        tree = vars(self).pop("tree", None)
        made: re.Pattern[str] = compiler.compile(tree, self.flags) if tree else re.compile(self.pattern, self.flags)
        return made


def as_late(pattern: str | Late) -> Late:
    """A pattern that may be given as text."""
    return Late(pattern) if isinstance(pattern, str) else pattern
