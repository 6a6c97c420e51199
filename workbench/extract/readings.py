"""Numbers read with the units beside them, ranges joined: the stage between the bare numerals and the figures.

"Between $62 and $68" is one reading with two ends; in "from 5 to 8 km" and "8 or 9 euros" each number is a reading of
its own and both have the unit. A magnitude that stands once serves both ends: "four to five thousand".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.extract import numerals, units, wholes
from workbench.extract.contexts import context
from workbench.extract.numerals import Form, Numeral
from workbench.extract.units import Unit

_TO = re.compile(r"-?\s*(?:[-‐‑–—]|−|to|through|and|or|up to)\s*", re.IGNORECASE)
_SHARED = re.compile(
    r"-?\s*(?:[-–—]|\b(?:to|and|or|and/or|up to|down to|versus|vs\.?|from)\b)\s*(?:not? more than |at most |up to )?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween (?:the ages of |about |around |roughly |approximately |some |an estimated )?$", re.IGNORECASE
)
_FROM = re.compile(
    r"\bfrom (?:about |around |roughly |approximately |nearly |almost |just |over |an? )*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number, or the two ends of a range, with its unit.

    `start` and `end` are the number's, `left` and `right` those of the whole, unit included.
    """

    numeral: Numeral
    unit: Unit | None
    left: int
    right: int
    upper: Numeral | None = None  # the other end of a range
    partner: int | None = None  # where the number begins that this one shares its noun with: "from 9 to 10 seats"

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.numeral.start

    @property
    def end(self) -> int:
        """Where the number, of a range its second end, ends."""
        return (self.upper or self.numeral).end


def single(text: str) -> Iterator[Reading]:
    """The numbers of a text, each with its own unit, in order."""
    whole = [Reading(numeral, unit, numeral.start, numeral.end) for numeral, unit in wholes.find(text)]
    for numeral in numerals.find(text):
        reading = _with_unit(text, numeral)
        while whole and (reading is None or whole[0].start < numeral.end):
            if reading and whole[0].end > numeral.start:  # "half a century": the whole says more than the half
                reading = None
            yield whole.pop(0)
        if reading:
            yield reading
    yield from whole


def _with_unit(text: str, numeral: Numeral) -> Reading | None:
    left = units.before(text, numeral.start) if numeral.form is Form.DIGITS else None
    if numeral.glued and not left:
        return None
    if left:
        again = units.after(text, numeral.end)
        return Reading(numeral, left, left.start, again.end if again and again.name == left.name else numeral.end)
    if numeral.magnitude == 1e6 and text[numeral.end - 1] == "m" and units.is_length(text, numeral.end):
        numeral = replace(numeral, value=(numeral.value or 0) / 1e6, magnitude=1, end=numeral.end - 1)
        right: Unit | None = Unit("m", "measure", numeral.end, numeral.end + 1)
    else:
        right = units.after(text, numeral.end, loose=_is_loose(text, numeral))
    return Reading(numeral, right, numeral.start, right.end if right else numeral.end)


def _is_loose(text: str, numeral: Numeral) -> bool:
    """Whether "of" or "a" may stand before the unit: "half a tonne", "dozens of miles"; not in "1 in 6 a year ago"."""
    half = text[numeral.start : numeral.start + 4].lower() == "half"
    return (numeral.form in (Form.VAGUE, Form.FRACTION) and not numeral.share) or half


def join(text: str, singles: Sequence[Reading]) -> Iterator[Reading]:
    """The readings in order, the two ends of a range made one, and units and nouns shared where they stand once."""
    ranged: list[Reading] = []
    index = 0
    while index < len(singles):
        first, second = singles[index], singles[index + 1] if index + 1 < len(singles) else None
        if second and _is_range(text, first, second):
            low = _scaled(first.numeral, second.numeral)
            ranged.append(Reading(low, second.unit or first.unit, first.left, second.right, upper=second.numeral))
            index += 2
        else:
            ranged.append(first)
            index += 1
    for place in range(len(ranged) - 1, 0, -1):
        ranged[place - 1], ranged[place] = _shared(text, ranged[place - 1], ranged[place])
    yield from ranged


def ends(reading: Reading) -> tuple[Reading, Reading]:
    """A range as two readings: what "by 220 to 213" means where votes are counted."""
    assert reading.upper is not None
    first = Reading(reading.numeral, reading.unit, reading.left, reading.numeral.end)
    return first, Reading(reading.upper, reading.unit, reading.upper.start, reading.right)


def _is_range(text: str, first: Reading, second: Reading) -> bool:
    """Whether the two numbers are the ends of one range."""
    between = text[first.right : second.left]
    word = between.strip().lower().removeprefix("- ")  # "16- to 24-year-olds"
    if not _TO.fullmatch(between) or not _comparable(first, second) or word in ("or", "up to"):
        return False
    before = text[max(0, first.left - 40) : first.left]
    if word == "and":
        return bool(_BETWEEN.search(before))
    if word in ("to", "through") and not context("spread-from").search(before):
        return not _FROM.search(before) and not (
            context("change-by").search(before) and (first.unit or not second.unit)
        )
    return True


def _comparable(first: Reading, second: Reading) -> bool:
    low, high = _scaled(first.numeral, second.numeral).value, second.numeral.value
    if low is None or high is None or low >= high or first.upper or second.upper or _parted(first, second):
        return False
    if first.unit and second.unit:
        return first.unit.name == second.unit.name
    if first.unit:  # "$5 to 10", "5% to 10", but no "doubled to 10"
        return first.unit.kind in ("money", "percent")
    return second.unit is None or second.unit.end > second.numeral.end


def _parted(first: Reading, second: Reading) -> bool:
    """Whether a fraction stands before what is none: "fell by a third to $212m"."""
    return first.numeral.form is Form.FRACTION and second.numeral.form is not Form.FRACTION


def _scaled(first: Numeral, second: Numeral) -> Numeral:
    """The first end of a range with the magnitude that stands only at the second: "four to five thousand"."""
    if first.value is None or second.value is None or first.magnitude > 1 or second.magnitude == 1:
        return first
    if first.form is Form.FRACTION or first.value >= min(1000, second.value / second.magnitude):
        return first
    return replace(first, value=first.value * second.magnitude)


def _shared(text: str, first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Neighbours of which one lacks the unit or the noun that stands at the other: "8 or $9", "from 9 to 10 seats"."""
    if first.unit is not None or _parted(first, second) or not _SHARED.fullmatch(text[first.right : second.left]):
        return first, second
    first = replace(first, numeral=_scaled(first.numeral, second.numeral), unit=second.unit, partner=second.start)
    return first, replace(second, partner=first.start)
