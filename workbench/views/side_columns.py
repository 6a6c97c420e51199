"""Which sources have a column where there are more than a table has room for: those chosen, else the first ones."""

from collections.abc import Collection, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

import pandas as pd

from workbench.charts import unread
from workbench.views.following import Following
from workbench.views.grid import Cell

#: Columns of sources that can still be compared at a glance; with fewer sources, each has its own.
MOST = 12


def shown(names: Mapping[str, str], chosen: Collection[str]) -> tuple[str, ...]:
    """The sources that have a column, by id; `names` are those of all, `chosen` the names of those asked for.

    >>> shown({"a": "Post", "b": "Echo"}, ["Echo"])
    ('a', 'b')
    >>> shown({str(at): f"Paper {at}" for at in range(99)}, ["Paper 7", "Paper 70"])
    ('7', '70')
    """
    if len(names) <= MOST or not chosen:
        return tuple(islice(names, MOST))
    asked = tuple(key for key, name in names.items() if name in chosen)
    return (asked or tuple(names))[:MOST]


def told(names: Mapping[str, str], chosen: Collection[str]) -> str:
    """How many sources have a column, and how to see others; empty where all have one.

    >>> told({str(at): f"Paper {at}" for at in range(500)}, [])
    'columns for the first 12 of 500 sources: choose others under Source'
    """
    there = shown(names, chosen)
    if len(there) == len(names):
        return ""
    first = "" if set(chosen) & {names[key] for key in there} else "the first "
    return f"columns for {first}{len(there)} of {len(names):,} sources: choose others under Source"


class SideColumns(Following):
    """A view with a column a source; its filter ``source`` chooses which, where there are very many."""

    @property
    def named_sources(self) -> Mapping[str, str]:
        """What the sources are called, by article."""
        raise NotImplementedError

    @property
    def _chosen(self) -> Collection[str]:
        state: Any = self._state
        chosen: Collection[str] = state.source
        return chosen

    @property
    def frame(self) -> pd.DataFrame:
        """The matrix as it is shown: a column a source, None where a source is silent."""
        whole: pd.DataFrame = self.whole
        return whole.loc[self._shown().index].drop(columns=["text"], errors="ignore")

    def _sifted(self) -> pd.DataFrame:
        """All rows, without the columns of sources that the state does not ask for.

        To reorder hundreds of columns takes longer than all else, and which rows are shown hangs on few of them.
        """
        state: Any = self._state
        names = {*state.source, *getattr(state, "silent", ())}
        asked = {state.sort, *(column for name, column in self.source_columns.items() if name in names)}
        idle = {*self.source_columns.values()} - asked
        whole: pd.DataFrame = self.whole
        return whole[[column for column in whole.columns if column not in idle]]

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The articles in which nothing was looked for: a column without anything in it is not silent there."""
        corpus: Any = getattr(self, "corpus", None)
        return unread.of(corpus.documents) if corpus is not None else ()

    def blank(self, article_id: str) -> Cell | None:
        """The cell of a source that has nothing: a plain one, or that nothing was looked for in it."""
        said = unread.told([self.named_sources[article_id]]) if article_id in self.unread else ""
        return Cell("?", dim=True, title=said) if said else None

    @property
    def source_columns(self) -> Mapping[str, str]:
        """The column of the frame for each name of a source."""
        raise NotImplementedError

    @property
    def with_column(self) -> tuple[str, ...]:
        """The articles whose source has a column."""
        return shown(self.named_sources, self._chosen)

    def left_out(self) -> str:
        """How many rows were rejected, how many sources have no column, and in which nothing was looked for."""
        unknown = unread.told([self.named_sources[key] for key in self.unread]).rstrip(".")
        return " · ".join(filter(None, (super().left_out(), told(self.named_sources, self._chosen), unknown)))
