"""What the view of quantities shows: a frozen state, and the rows that it leaves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from workbench.views import narrow

#: Between the names in the column `names` of the frame.
SEPARATOR = "; "
_FOUND_IN = ("quantity", "unit", "origins", "text")
_NUMBER = re.compile(r"\d[\d,.]*")
_SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; what is chosen of each filter (none means all); order; selection.

    `name` are people, bodies and places named in the sentences.
    """

    find: str = ""
    verdict: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame, sources: Mapping[str, str]) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order; `sources` maps the names of sources to their columns."""
    found = narrow.find(frame, state.find, _FOUND_IN)
    kept = narrow.choose(found, {"verdict": state.verdict, "kind": state.kind, "unit": state.unit})
    if state.name:
        kept = kept[[not set(state.name).isdisjoint(named_in(names)) for names in kept["names"]]]
    if state.source:
        kept = kept[kept[[sources[name] for name in state.source]].notna().any(axis=1)]
    if state.sort in sources.values():
        numbers = kept[state.sort].map(number_in, na_action="ignore").astype("Float64")
        return kept.loc[numbers.sort_values(ascending=not state.descending, kind="stable", na_position="last").index]
    return narrow.order(kept, state.sort, state.descending)


def named_in(names: object) -> list[str]:
    """The names in a cell of the column `names`.

    >>> named_in("Ada Lund; Oslo"), named_in(None)
    (['Ada Lund', 'Oslo'], [])
    """
    return names.split(SEPARATOR) if isinstance(names, str) else []


def number_in(text: str) -> float | None:
    """The number that a cell comes down to: the last one in it, with its magnitude; None for words.

    >>> number_in("1 + 113 = 114"), number_in("> 1.5 million"), number_in("“several”")
    (114.0, 1500000.0, None)
    """
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    digits = found[-1].group().replace(",", "").rstrip(".")
    size = next((size for word, size in _SIZES.items() if word in text[found[-1].end() :]), 1)
    return float(digits) * size if digits.count(".") < 2 else None
