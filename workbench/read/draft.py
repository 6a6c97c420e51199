"""What passes between the modules of reading: a raw file, a draft of an article, and the one exception they raise."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbench.model import Block, Fact


def counted(number: int, noun: str) -> str:
    """A number with its noun, for messages.

    >>> counted(1, "row"), counted(2000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def too_large(size: int, limit: int) -> str:
    """What is said of a file of `size` bytes, where `limit` is the largest that is read."""
    sizes = f"{size / 1e6:,.0f} MB, over the limit of {limit / 1e6:g} MB"
    return f"This file has {sizes}: split it, or raise limit_mb to read it."


class UnreadableError(Exception):
    """A file, or a part of it, cannot be read. The message is the sentence that the analyst is shown."""


@dataclass(frozen=True)
class Raw:
    """A file as it lies on the disk, in a zip archive or in a mail, before anything is read from it.

    `path` is what the analyst is shown, `stated` what a sources.csv beside the file says of it.
    """

    path: str
    name: str
    data: bytes
    stated: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in small letters and with its dot; empty where there is none."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal; taken once, however many articles they hold."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.name[: len(self.name) - len(self.suffix)] or self.name


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader found it, before its layout is read.

    `text` is final: nothing after this changes a character of it. `known` are the blocks whose role the format itself
    states (a heading, a figcaption); they need not cover the text. `facts` come from the format's metadata, under the
    names of the fields of Article: headline, source, byline, dateline, published, language, url, note. `warnings` are
    sentences about what is missing or odd. `name` is what to call the article where its file holds several.
    """

    text: str
    encoding: str
    known: tuple[Block, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    name: str | None = None
