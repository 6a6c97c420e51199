"""Counts that move while the news goes on: a toll of Saturday and one of Sunday are an update, no contradiction."""

from datetime import date

from workbench.compare import words
from workbench.compare.frames import Frame


def moving(frame: Frame) -> str | None:
    """The day that a count which goes on for days was published; None where it does not or the day is not known."""
    return frame.day if frame.key == "count" and frame.acts & words.lemmas("moving") else None


def later(a: Frame, b: Frame) -> int:
    """How many days apart two counts of something that moves were published; 0 where that is not known."""
    one, two = moving(a), moving(b)
    return gap(one, two) if one and two else 0


def gap(one: str, two: str) -> int:
    """The days between two dates; 0 where one is none.

    >>> gap("2024-02-28", "2024-03-01"), gap("2024-03-01", "soon")
    (2, 0)
    """
    try:
        return abs((date.fromisoformat(two) - date.fromisoformat(one)).days)
    except ValueError:
        return 0


def reason(days: int) -> str:
    """Why two counts may differ.

    >>> reason(1), reason(3)
    ('reported a day later', 'reported 3 days later')
    """
    return f"reported {'a day' if days == 1 else f'{days} days'} later"
