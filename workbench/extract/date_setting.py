"""In what setting a date is read, and what a reading is."""

from dataclasses import dataclass

from workbench.extract.date_anchor import Anchor
from workbench.extract.periods import Period


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where a date stands.

    `tense` is -1, 0 or 1 (date_tense); `before` is the date named last, where that is near; `year` one that stands
    beside the date and belongs to it ("3 March and 4 April 2021"); `day_first` the order of the article's dates.
    """

    anchor: Anchor | None
    tense: int = -1
    before: Period | None = None
    year: int | None = None
    day_first: bool | None = None
    now: bool = False  # whether the word at the date is an adverb: now
    floats: bool = False  # whether it is told from an earlier time that no date gives: he had left the week before


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date means (None: nothing resolves it), and how that was found, in words for the analyst."""

    period: Period | None
    basis: str


#: Why a date is not resolved that `floats`.
FLOATS = "it is told from an earlier time, which no date before it gives"


def unread(why: str) -> Reading:
    """A date that nothing resolves, and why."""
    return Reading(None, f"not resolved: {why}")
