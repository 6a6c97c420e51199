"""The two sides of a vote: "by 220-213", "voted 12 to 3", "a 5-4 ruling"."""

import re

from workbench.extract.contexts import context
from workbench.extract.readings import Reading
from workbench.extract.words import Words

_JOINT = re.compile(r"\s*(?:[-‐‑–—−]|to)\s*")
_SECOND = re.compile(r"\s*(?:[-‐‑–—−]|(?:votes )?to)\s*\d")
_FIRST = re.compile(r"\d\s*(?:[-‐‑–—−]|(?:votes )?to)\s*$")


def is_tally(words: Words, reading: Reading) -> bool:
    """Whether the number, or each of the two numbers, is one side of a vote."""
    text = words.text
    if reading.unit is not None:
        return False
    if not (context("vote-after").match(text, reading.end) or _tells_of_votes(words, reading.start)):
        return False
    if reading.upper is not None:
        return bool(_JOINT.fullmatch(text[reading.numeral.end : reading.upper.start]))
    before = text[max(0, reading.start - 12) : reading.start]
    return bool(_SECOND.match(text, reading.end) or _FIRST.search(before))


def _tells_of_votes(words: Words, start: int) -> bool:
    number = words.sentence(start)
    if number is None:
        return False
    return words.once("votes", number, lambda: bool(context("votes").search(words.sentence_text(start))))
