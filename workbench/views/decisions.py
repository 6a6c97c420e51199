"""All decisions: what, before and after, who, when and why; whether each has effect; and where analysts differ."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.briefing.items import Maker, Statement
from workbench.citing import place
from workbench.citing.say import count
from workbench.errors import OptionError, WorkbenchError
from workbench.markup import Html, join, tag
from workbench.model import Passage
from workbench.review import Decision, Layer
from workbench.views import by_hand, narrow
from workbench.views.bar import Action, Group
from workbench.views.base import View
from workbench.views.deciding_words import Words, moment
from workbench.views.decisions_told import agreed, differing
from workbench.views.grid import Cell, Column, Line
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = ("at", "layer", "item", "done", "change", "analyst", "reason", "status", "note", "undone_at", "own")
_FOUND_IN = ("layer", "item", "done", "change", "analyst", "reason", "note")
_UNDO = Action("undo this", "Undo this", "Take the selected decision back: only your own")
_REFRESH = Action("refresh", "Read again", "Take in what others decided meanwhile")


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; layers, analysts and status chosen (none means all); order; selection."""

    find: str = ""
    status: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    analyst: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


class Decisions(View[State]):
    """Every decision of every analyst on a corpus, the latest first; an orphan is one whose passage is gone.

    ``view.frame`` holds the rows shown, ``view.selected`` the decision_id of the row looked at. Settable: ``find``,
    ``status`` (applied, orphan, undone, elsewhere), ``layer``, ``analyst``, ``sort``, ``descending``, ``selected``.
    ``view.undo()`` takes the selected decision back.
    """

    title = "Decisions"
    placeholder = "Find an item, a reason, an analyst …"
    detail_first = "Click a row to see the decision whole, with its passages."
    filters = ("status", "layer", "analyst")
    heeds_too = frozenset(Layer)
    columns = (
        Column("at", "When", "12%"),
        Column("item", "What", "25%"),
        Column("change", "Before → after", "25%"),
        Column("analyst", "Who", "10%"),
        Column("reason", "Why", "16%"),
        Column("status", "Status", "12%"),
    )
    status = Setting[tuple[str, ...]]()
    layer = Setting[tuple[str, ...]]()
    analyst = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = by_hand.reviewed(corpus)
        self.follow_decisions()

    @cached_property
    def _decisions(self) -> dict[str, Decision]:
        made = [one for one in self.corpus.journal.entries if isinstance(one, Decision)]
        return {one.decision_id: one for one in reversed(made)}

    @cached_property
    def whole(self) -> pd.DataFrame:
        """All decisions, undone ones included, the latest first."""
        words, orphans = Words(self.corpus), self.corpus.review.orphans
        live, mine = {one.decision_id for one in self.corpus.journal.live}, self.corpus.journal.analyst
        here = {one.decision_id for one in self.corpus.layers.decisions}
        rows = [
            {
                "at": one.at,
                "layer": one.target.layer.value,
                "item": words.item(one),
                "done": words.done(one),
                "change": words.change(one) or None,
                "analyst": one.analyst,
                "reason": one.reason or None,
                "status": _status(key, live, here, orphans),
                "note": orphans.get(key),
                "own": "yes" if one.analyst == mine else "no",
            }
            for key, one in self._decisions.items()
        ]
        index = pd.Index(list(self._decisions), dtype="object", name="decision_id")
        return narrow.typed(pd.DataFrame(rows, columns=list(COLUMNS), index=index), text=COLUMNS)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        found = narrow.find(frame, state.find, _FOUND_IN)
        chosen = {"status": state.status, "layer": state.layer, "analyst": state.analyst}
        return narrow.order(narrow.choose(found, chosen), state.sort, state.descending)

    # -- taking back --------------------------------------------------------------------------------------------------

    def undo(self, decision_id: str = "") -> None:
        """Take a decision (the selected one) back. Raises OptionError where it is not yours, or none is selected."""
        key = decision_id or self.state.selected
        if not key:
            raise OptionError("Select a decision first, or name one: the index of .frame holds their ids.")
        self.acting = True
        try:
            self.corpus.undo(key)
        finally:
            self.acting = False

    def actions(self) -> tuple[Action, ...]:
        """Undo the selected decision; take in what others decided."""
        row = narrow.record(self.whole, self.state.selected) if self.state.selected else {}
        undoable = row.get("own") == "yes" and row.get("status") != "undone"
        return (replace(_UNDO, disabled=not undoable), _REFRESH)

    def act(self, name: str) -> None:
        """Undo, or read again, and say so."""
        try:
            if name == "undo this":
                self.undo()
                self.bar.said = f"Undone. {self.corpus.kept.message}"
            elif name == "refresh":
                new = self.corpus.refresh()
                self.bar.said = "There is something new." if new else "Nothing new."
        except WorkbenchError as error:
            self.bar.said = str(error)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each decision."""
        return [_line(key, row) for key, row in narrow.records(frame)]

    def heading(self) -> str:
        """How many decisions there are, by how many analysts, and how many have no effect."""
        whole = self.whole
        if whole.empty:
            return f"nothing is decided yet by {self.corpus.journal.analyst}, or anybody else"
        counts = whole["status"].value_counts()
        told = [count(len(whole), "decision"), f"by {count(whole['analyst'].nunique(), 'analyst')}"]
        told += [f"{int(counts[name])} {name}" for name in ("applied", "undone") if name in counts]
        told += [f"▲ {count(int(counts['orphan']), 'orphan')}"] if "orphan" in counts else []
        differ = len(self._differences)
        return " · ".join([*told, *([f"▲ analysts differ on {count(differ, 'item')}"] if differ else [])])

    @cached_property
    def _differences(self) -> list[Any]:
        return self.corpus.review.differences()

    @property
    def agreement(self) -> pd.DataFrame:
        """How far the analysts agree, by layer: Krippendorff's alpha over the items that two or more decided on."""
        rows = {
            layer: {"alpha": one.alpha, "items": one.items, "same": one.same, "analysts": ", ".join(one.analysts)}
            for layer, one in self.corpus.review.agreement().items()
        }
        return pd.DataFrame.from_dict(rows, orient="index", columns=["alpha", "items", "same", "analysts"])

    def groups(self) -> tuple[Group, ...]:
        """Filters by status, sort of item and analyst."""
        labels = {"status": "Status", "layer": "On", "analyst": "By"}
        return narrow.groups(self.whole, self.state, labels, lambda _: None)

    def subject(self) -> Subject | None:
        """The selected decision: its passages, and a sentence for the briefing."""
        one = self._decisions.get(self.state.selected)
        if one is None:
            return None
        told = Words(self.corpus).told(one)
        passages = tuple(passage for passage in self._passages(one) if passage)
        where = tuple((passage.article_id, passage.start, passage.end) for passage in passages[:3])
        said = f"{one.analyst} {told}{f': {one.reason}' if one.reason else ''}".rstrip(".") + "."
        return Subject(told, passages=passages, items=(Statement(said, where, Maker.ANALYST),))

    def _passages(self, one: Decision) -> tuple[Passage | None, ...]:
        placed = (each.passages for each in self.corpus.layers.placed if each.decision.decision_id == one.decision_id)
        return next(placed, ())

    def detail(self) -> Html:
        """The selected decision: what it changed, who made it and why, and the passages that it is about."""
        one = self._decisions.get(self.state.selected)
        if one is None:
            return Html("")
        row, words = narrow.record(self.whole, self.state.selected), Words(self.corpus)
        facts = place.facts(
            ("Decided", f"{one.analyst}, {moment(one.at)}"),
            ("Change", words.change(one)),
            ("Why", one.reason),
            ("Status", f"{row['status']}: {row['note']}" if row["note"] else row["status"]),
        )
        passages = self._passages(one) or (None,) * len(one.anchors)
        shown = [self._quoted(exact, at) for exact, at in zip((a.exact for a in one.anchors), passages, strict=True)]
        return tag(
            "div",
            tag("h3", f"{words.done(one)}: {words.item(one)}"),
            facts,
            tag("ul", *(tag("li", each) for each in shown[:20]), class_="wb-statements"),
            class_="wb-panel",
        )

    def _quoted(self, exact: str, passage: Passage | None) -> Html:
        if passage is None:
            return join([tag("span", "gone", class_="wb-badge"), " “", " ".join(exact.split()), "”"])
        article = self.corpus.document(passage.article_id)
        return place.quoted(article, [(passage.start, passage.end)])

    def clip(self) -> str:
        """The selected decision in one line."""
        one = self._decisions.get(self.state.selected)
        return f"{moment(one.at)} {one.analyst} {Words(self.corpus).told(one)}" if one else ""

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No decision fits: take a word out of the find box, or choose All in the filters."
        return "Nothing is decided yet: select a row of any view, then Confirm, Correct or Reject below its table."

    def picture(self) -> Html:
        """Where analysts differ, and how far they agree."""
        return join([differing(self.corpus, self._differences), agreed(self.corpus.review.agreement())])

    def html(self) -> Html:
        """The view without a kernel, with agreement and differences."""
        return join([super().html(), self.picture()])


def _status(key: str, live: Set[str], here: Set[str], orphans: Mapping[str, str]) -> str:
    if key not in live:
        return "undone"
    return "elsewhere" if key not in here else "orphan" if key in orphans else "applied"


def _line(key: str, row: Mapping[str, Any]) -> Line:
    tone = {"orphan": "conflict", "applied": "agree"}.get(row["status"])
    signs = {"applied": "● applied", "orphan": "▲ orphan", "undone": "○ undone", "elsewhere": "on another event"}
    return Line(
        key,
        (
            Cell(moment(row["at"]).removesuffix(" UTC"), sub="UTC"),
            Cell(row["item"], strong=True, sub=f"{row['done']} · {row['layer']}", dim=row["status"] == "undone"),
            Cell(row["change"], dim=not row["change"]),
            Cell(row["analyst"]),
            Cell(row["reason"], dim=not row["reason"]),
            Cell(signs[row["status"]], tone=tone, sub=row["note"]),
        ),
    )
