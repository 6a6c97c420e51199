"""What a reading and its bound say of the quantity: the number named, and the range that it allows."""

import re

from workbench.extract.readings import Reading
from workbench.extract.words import Words
from workbench.model import Bound, Measure

_VOTES = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bballots?\b|\b(?:passed|approved|rejected|adopted|ratified|defeated|confirmed|acquitted)\b|\bruling\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[-‐‑–—−]|to)\s*")


def measure(reading: Reading, unit: str | None, bound: Bound | None, *, more: int = 0) -> Measure:
    """The measure of a reading; `more` persons are named beside its number."""
    numeral, upper = reading.numeral, reading.upper
    if upper is not None:
        about = bound is Bound.ABOUT
        return Measure(None, numeral.value, upper.value, unit, approximate=about, bound=Bound.ABOUT if about else None)
    if numeral.value is None:
        return Measure(None, numeral.low, numeral.high, unit)
    value = numeral.value + more
    if bound is Bound.ABOUT:
        return Measure(value, None, None, unit, approximate=True, bound=bound)
    low = value if bound not in (Bound.BELOW, Bound.AT_MOST) else None
    high = value if bound not in (Bound.ABOVE, Bound.AT_LEAST) else None
    return Measure(value, low, high, unit, bound=bound or Bound.EXACT)


def is_tally(words: Words, reading: Reading) -> bool:
    """Whether the number is one side of a vote: "by 220-213", "voted 12 to 3"."""
    text = words.text
    if reading.unit is not None or not _VOTES.search(words.sentence_text(reading.start)):
        return False
    if reading.upper is not None:
        return bool(_JOINT.fullmatch(text[reading.numeral.end : reading.upper.start]))
    after = re.match(r"\s*(?:[-‐‑–—−]|to)\s*\d", text[reading.end :])
    before = re.search(r"\d\s*(?:[-‐‑–—−]|to)\s*$", text[max(0, reading.start - 8) : reading.start])
    return bool(after or before)
