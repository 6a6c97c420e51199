"""The heads of columns, a source each: level where they fit, on one line or two, else upright."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.charts import palette
from workbench.charts.sheet import SMALL, Sheet, fit_name, theme, width

_LONGEST = 60  # characters of a name that may stand level
_LEVEL, _LINE, _UPRIGHT, _GAP = 0.34, 0.15, 1.75, 0.08  # inches; an upright name is no longer than _UPRIGHT


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the columns: the names as they are written, whether upright, and how high they are."""

    said: tuple[str, ...]
    upright: bool
    height: float

    def draw(self, sheet: Sheet, at: int, position: int, middle: float, bottom: float) -> None:
        """Write head number `at`, of the source at `position` in the corpus, above `bottom`, around `middle`."""
        ink = palette.look(position, theme()).colour
        given: dict[str, Any] = {"weight": "bold", "color": ink, "ha": "center", "va": "bottom"}
        if self.upright:
            given |= {"rotation": 90, "rotation_mode": "default"}
        sheet.text(middle, bottom - 0.08, self.said[at], SMALL, **given)


def heads(names: Iterable[str], cell: float) -> Heads:
    """The heads of columns of `cell` inches.

    >>> heads(["BBC", "Northern Dispatch"], 1.1)
    Heads(said=('BBC', 'Northern\\nDispatch'), upright=False, height=0.49)
    """
    every = tuple(" ".join(name.split()) for name in names)
    level = tuple(made for name in every if (made := _broken(name, cell - _GAP)) is not None)
    if len(level) == len(every):
        return Heads(level, False, _LEVEL + _LINE * any("\n" in name for name in level))
    said = tuple(fit_name(name, _UPRIGHT, SMALL, bold=True) for name in every)
    return Heads(said, True, max(map(_wide, said), default=0.0) + 0.14)


def _broken(name: str, room: float) -> str | None:
    """`name` on one line or two of at most `room` inches; None where it needs more."""
    if len(name) > _LONGEST:
        return None
    if _wide(name) <= room:
        return name
    breaks = [at for at, letter in enumerate(name) if letter == " " or (letter == "-" and 0 < at < len(name) - 1)]
    made = [f"{name[: at + (name[at] == '-')]}\n{name[at + 1 :]}" for at in breaks]
    best = min(made, key=_wide, default=name)
    return best if _wide(best) <= room else None


def _wide(name: str) -> float:
    return width(name, SMALL, bold=True)
