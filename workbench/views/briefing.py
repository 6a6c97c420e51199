"""The briefing that the analyst puts together: its items in order, what each shows, words between them, and exports."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.briefing import items, store
from workbench.briefing.pages import keyed
from workbench.citing.say import count
from workbench.errors import WorkbenchError
from workbench.markup import Html, tag
from workbench.views import briefing_read, briefing_rows, companions, narrow, twin
from workbench.views.bar import Action
from workbench.views.base import View
from workbench.views.briefing_edit import Editor
from workbench.views.briefing_files import Export
from workbench.views.briefing_made import Making
from workbench.views.briefing_preview import Preview
from workbench.views.briefing_rows import Listed
from workbench.views.following import soon
from workbench.views.grid import Cell, Column, Line
from workbench.views.looked import Looked

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Seconds without a further letter after which the list and the reading show what was typed.
_REST = 0.35
_FOUND_IN = ("kind", "says", "whose")


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find, and the item that is selected."""

    find: str = ""
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that `state` shows; their order is that of the briefing."""
    return narrow.find(frame, state.find, _FOUND_IN)


class Briefing(Making, View[State]):
    """The analyst's briefing on a corpus, kept beside the articles (with ``keep=False``: in memory only, by itself).

    Items are told by their numbers: ``add(item, view or table)``, ``move(3, 1)``, ``remove(3)``, ``edit(3, text=...)``,
    ``draft()``, ``undo()``, ``redo()``, ``export(folder, formats=...)``. Settable: ``title``, ``find``, ``selected``.
    ``briefing`` is what it holds, as a value; ``frame`` its items.
    """

    placeholder = "Find in the briefing …"
    columns = (
        Column("number", "No.", "6%", "right"),
        Column("says", "What it shows", "66%"),
        Column("kind", "Kind", "10%"),
        Column("cited", "Passages", "8%", "right"),
        Column("whose", "Whose words", "10%"),
    )
    detail_first = ""
    writing = False  # while somebody types in a field of the view
    _resting: "asyncio.TimerHandle | None" = None

    def __init__(self, corpus: "Corpus", *, keep: bool = True) -> None:
        super().__init__(State())
        self.corpus = corpus
        self.store = store.of(corpus) if keep else store.Store()
        self.store.watch(self)
        self._listed = Listed(self.store.page, corpus)
        self.follow_decisions()

    def trial(self) -> "Briefing":
        """A copy in memory, to try things: nothing that is done to it is kept."""
        made = Briefing(self.corpus, keep=False)
        page = self.store.page
        made.store.edit(lambda _: page)
        return made

    def renew(self) -> None:
        """Look everything up again: what was corrected shows."""
        self._listed = Listed(self.store.page, self.corpus)
        if self._built:
            self._preview.forget()
        super().renew()

    # -- what it holds ---------------------------------------------------------------------------------------------

    @property
    def listed(self) -> Listed:
        """The items with what each shows by now."""
        if self._listed.page is not self.store.page:
            self._listed = self._listed.then(self.store.page)
        return self._listed

    @property
    def chosen(self) -> tuple[str, items.Item | None]:
        """The key and the item that is selected."""
        key = self.state.selected
        return key, dict(self.store.page.entries).get(key)

    def follow(self) -> None:
        """Show the briefing as it is now; while somebody writes, once they pause: what is written is kept at once."""
        self._last = None
        if self.state.selected and self.state.selected not in self.store.page.keys:
            self._state = replace(self._state, selected="")
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None
        if self.writing:
            self._resting = soon(self._show, _REST)
        else:
            self._show()

    def change(self, **changes: Any) -> None:
        """Replace fields of the state; `selected` may be a number. The order is that of the briefing: no sorting."""
        selected = changes.get("selected")
        if selected and selected not in self.store.page.keys:
            changes["selected"] = self._key(int(selected)) if str(selected).isdigit() else selected
        super().change(**{name: value for name, value in changes.items() if name not in ("sort", "descending")})

    # -- what the view says of itself ------------------------------------------------------------------------------

    @property
    def whole(self) -> pd.DataFrame:
        """All items, in order; the index holds their keys."""
        return self.listed.frame

    @property
    def frame(self) -> pd.DataFrame:
        """The items shown: what each shows, its kind, how many passages it cites, whose words it has."""
        return self._shown().set_index("number")

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame)

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each item with what it shows."""
        return [self._line(key, row) for key, row in narrow.records(frame)]

    def _line(self, key: str, row: dict[str, Any]) -> Line:
        heading = row["kind"] == "heading"
        says = Cell(row["says"] or "(nothing written yet)", strong=heading, dim=not row["says"])
        cited = Cell(f"{row['cited']:,}" if row["cited"] else "–", dim=not row["cited"])
        return Line(key, (Cell(str(row["number"])), says, Cell(row["kind"]), cited, Cell(row["whose"])))

    def heading(self) -> str:
        """How much it holds, of what, and how many passages it cites."""
        kinds = Counter(self.whole["kind"])
        if not kinds:
            return "nothing in it yet"
        told = " · ".join(briefing_rows.counted(number, kind) for kind, number in kinds.items())
        return f"{count(len(self.whole), 'item')}: {told}; {count(len(self.listed.citations), 'passage')} cited"

    def selected_words(self) -> str:
        """The selected item in one line."""
        row = narrow.record(self.whole, self.state.selected)
        return f"item {row['number']}, {row['kind']}: {row['says']}"

    def actions(self) -> tuple[Action, ...]:
        """Order, write, undo, begin with the draft."""
        none = not self.state.selected
        return (
            Action("up", "Move up", "Move the selected item up", disabled=none),
            Action("down", "Move down", "Move the selected item down", disabled=none),
            Action("remove", "Remove", "Take the selected item out of the briefing", disabled=none),
            Action("heading", "New heading", "Write a heading behind the selected item", leads=True),
            Action("text", "New text", "Write text of your own behind the selected item", leads=True),
            Action("undo", "Undo", "Take the last change back", disabled=not self.store.can_undo),
            Action("redo", "Redo", "Take the last undoing back", disabled=not self.store.can_redo),
            Action("draft", "Start from the draft", "Put in what the workbench itself would say; can be undone"),
        )

    def act(self, name: str) -> None:
        """Do what the button is for; what cannot be done is said beside it."""
        try:
            self.bar.said = self._done(name)
        except WorkbenchError as error:
            self.bar.said = str(error)

    def _done(self, name: str) -> str:
        key, _ = self.chosen
        if name in ("up", "down") and key:
            number = self.number(key)
            self.move(number, number + (1 if name == "down" else -1))
            return f"Item {number} is item {self.number(key)} now."
        if name == "remove" and key:
            number = self.number(key)
            self.remove(number)
            if self.store.page.entries:
                self.change(selected=str(min(number, len(self.store.page.entries))))
            return f"Item {number} is taken out."
        if name in ("heading", "text"):
            return self._write(items.Heading("") if name == "heading" else items.Text(""))
        if name in ("undo", "redo"):
            (self.undo if name == "undo" else self.redo)()
            return "Taken back." if name == "undo" else "Done again."
        if name == "draft":
            self.draft()
            return "The draft is in the briefing."
        return ""

    @cached_property
    def companions(self) -> tuple[companions.Companion, ...]:
        """None: what is here is picked already."""
        return ()

    def _write(self, item: items.Item) -> str:
        """A new item to be written, behind the selected one."""
        entries, after = keyed([item]), self.state.selected
        new = entries[0][0]
        self.store.edit(lambda page: page.insert(entries, after=after))
        self.change(selected=new, find="")
        if self._built:
            self._editor.focus()
        return f"Write item {self.number(new)} below."

    def detail(self) -> Html:
        """Where the briefing is kept, and what is wrong, if anything."""
        kept = self.store.kept
        told = [tag("p", kept.message, class_="wb-problem" if self.store.waiting else "wb-cite", role="status")]
        told += [tag("p", self.store.problem, class_="wb-problem", role="alert")] if self.store.problem else []
        return Html("").join(told)

    def empty(self) -> str:
        """What to do with a briefing that holds nothing."""
        if len(self.whole):
            return "No item fits: take a word out of the find box."
        return (
            "Nothing is in the briefing yet: press “Add to briefing” in any view, “New text” to write, "
            "or “Start from the draft”."
        )

    def html(self) -> Html:
        """The briefing without a kernel: its items, and how they read, charts named only."""
        shown = self._shown()
        lines = self.lines(shown.head(twin.ROWS))
        table = twin.table(self.columns, lines) if lines else tag("p", self.empty())
        reading = briefing_read.Reading(self.listed, briefing_read.not_drawn).whole()
        return tag("div", tag("h3", self.title), tag("p", self.heading()), table, reading, class_="wb-twin")

    def summary(self) -> str:
        """What the briefing holds, an item a line."""
        lines = [f"{self.title}: {self.heading()}"]
        lines += [
            f"{row['number']:>3} {row['kind']}: {briefing_rows.short(row['says'])}"
            for _, row in narrow.records(self._shown())
        ]
        return "\n".join(lines)

    # -- the widget ------------------------------------------------------------------------------------------------

    def parts(self) -> list[ipywidgets.Widget]:
        """The title, the bar, the items, what is written in the selected one, the exports, and how it all reads."""
        self._name = ipywidgets.Text(
            description="Briefing title",
            continuous_update=True,
            style={"description_width": "initial"},
            layout={"width": "min(760px, 100%)"},
        )
        self._name.observe(lambda change: self._titled(change["new"]), "value")
        self._editor, self._export, self._preview = Editor(self), Export(self), Preview(self)
        looked = Looked()
        looked.on_msg(lambda *_: self.store.refresh())
        self.grid.sortable = False
        return [looked, self._name, self.bar, self.grid, self._detail, self._editor, self._export, self._preview]

    def _titled(self, title: str) -> None:
        if not self._showing and title != self.store.page.title:
            with self.typed():
                self.store.edit(lambda page: replace(page, title=title), "title")

    @contextmanager
    def typed(self) -> Iterator[None]:
        """What is changed meanwhile is typed by somebody, who should not be kept waiting."""
        self.writing = True
        try:
            yield
        finally:
            self.writing = False

    def _show_all(self) -> None:
        super()._show_all()
        if self._name.value != self.store.page.title:
            self._name.value = self.store.page.title
        self._name.placeholder = self.title
        self._editor.show()
        self._preview.show()
