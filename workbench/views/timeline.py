"""When things happened, as each source dates them."""

from workbench.citing.say import count
from workbench.model import DateMention, Happening
from workbench.views.grid import Cell
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use


class Timeline(SideView):
    """A row an event, in order of time, a column a source: the words with which it dates it.

    ``view.frame`` is the matrix as shown, ``view.selected`` the happening_id of the row looked at.
    """

    title = "Timeline, side by side"
    drawn = "timeline"
    placeholder = "Find a date or an event …"
    row_label = "Date and event"
    silence = "Not dated in"
    only_label = "Dated by"
    detail_first = "Click a row to see every date in its sentence, and how it was resolved."
    legend = "In the columns: the words that each source dates it with. At the left: the date that they come to."
    filters = ("kind", "only", "source")

    def rows(self) -> tuple[Row, ...]:
        """In order of time."""
        return tuple(
            Row(
                one.happening_id,
                f"{_when(one)}: {one.label}",
                "sources differ" if one.differs else "",
                tuple(_use(date) for date in one.dates),
                sub=f"▲ {one.differs}" if one.differs else "",
                sought=("the same event with a date, by its words, names and acts",),
            )
            for one in self.corpus.framing.timeline
        )

    def head(self, row: Row) -> Cell:
        """The date, and below it what happened."""
        when, _, label = row.name.partition(": ")
        return Cell(when, strong=True, sub=" · ".join(part for part in (label, row.sub) if part))

    def heading(self) -> str:
        """How many events are dated, by how many sources."""
        if not self._all:
            return f"no dates in {count(len(self.corpus), 'article')}"
        several = sum(len(row.articles) > 1 for row in self._all)
        differ = sum(bool(row.kind) for row in self._all)
        told = f"{count(len(self._all), 'dated event')} · {several} dated by several sources"
        return f"{told} · ▲ {differ} dated differently" if differ else told

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No date fits: take a word out of the find box, or choose All in the filters."
        return "No dates were found in these articles."


def _when(one: Happening) -> str:
    return f"{one.start_date} to {one.end_date}" if one.end_date and one.end_date != one.start_date else one.start_date


def _use(date: DateMention) -> Use:
    return Use(" ".join(date.passage.surface.split()), date.passage, note=date.basis)
