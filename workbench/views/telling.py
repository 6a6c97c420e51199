"""A view in words and as HTML without a kernel: what it shows, told to whoever does not see the widget."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from workbench.markup import Html, tag
from workbench.views import twin
from workbench.views.grid import Column, Line


class Telling:
    """What a view says of itself; the view has the rest."""

    title: str
    columns: tuple[Column, ...]
    filters: tuple[str, ...]
    state: Any
    whole: Any
    _shown: Callable[[], pd.DataFrame]
    lines: Callable[[pd.DataFrame], list[Line]]
    marked: Callable[[Iterable[Line]], list[Line]]
    heading: Callable[[], str]
    left_out: Callable[[], str]
    empty: Callable[[], str]
    clip: Callable[[], str]
    detail: Callable[[], Html]

    def written(self, most: int) -> list[Line]:
        """The first `most` rows shown, as the table shows them, headings between them included."""
        return self.marked(self.lines(self._shown().head(most)))

    def summary(self) -> str:
        """What the view shows, in a few lines of text."""
        shown, total = len(self._shown()), len(self.whole)
        gone = f", {self.left_out()}" if self.left_out() else ""
        lines = [f"{self.title}: {self.heading()}", f"Shown: {shown} of {total}{self._narrowed()}{gone}."]
        if self.state.selected:
            lines.append(f"Selected: {self.selected_words()}")
        return "\n".join(lines)

    def selected_words(self) -> str:
        """The selected row in one line of text."""
        return self.clip() or self.state.selected

    def _narrowed(self) -> str:
        parts = [f"find {self.state.find!r}"] if self.state.find else []
        parts += [
            f"{name} {', '.join(getattr(self.state, name))}" for name in self.filters if getattr(self.state, name)
        ]
        if self.state.sort:
            parts.append(f"sorted by {self.state.sort}{', descending' if self.state.descending else ''}")
        return f" ({'; '.join(parts)})" if parts else ""

    def html(self) -> Html:
        """The view without a kernel: heading, the first rows of the table, the selected row in its place."""
        shown = self._shown()
        lines = self.written(twin.ROWS)
        table = twin.table(self.columns, lines) if lines else tag("p", self.empty())
        more = tag("p", f"… and {len(shown) - twin.ROWS:,} more.") if len(shown) > twin.ROWS else ""
        told = " · ".join(part for part in (self.heading(), self.left_out()) if part)
        return tag("div", tag("h3", self.title), tag("p", told), table, more, self.detail(), class_="wb-twin")
