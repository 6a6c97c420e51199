"""What a format's reader hands over: text, and what the format itself says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.model import Block, Fact


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader found it, before its layout is read.

    `text` is final: nothing after this changes a character of it. `known` are the blocks whose role the format itself
    states (a heading, a figcaption); they need not cover the text. `facts` come from the format's metadata, under the
    names of the fields of Article: headline, source, byline, published, language, url, note.
    """

    text: str
    encoding: str
    known: tuple[Block, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
