"""A pattern that is compiled when it is first tried: a lexicon has many, and most texts need few of them."""

import re
from functools import cached_property


class Late:
    """A regular expression; what is wrong with it shows when it is first tried.

    >>> late = Late("dozens?")
    >>> bool(late.made.search("a dozen")), late.made is late.made
    (True, True)
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The pattern compiled."""
        return re.compile(self.pattern, self.flags)
