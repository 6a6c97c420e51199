"""The matrix: a row a quantity, a column a source; what each says, how exactly, and whether they agree."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.briefing.items import Chart
from workbench.charts.palette import cut
from workbench.charts.selection import VERDICTS
from workbench.citing.say import count
from workbench.compare.regroup import split_id
from workbench.errors import OptionError
from workbench.markup import Html, tag
from workbench.review.decision import Layer
from workbench.views import by_hand, narrow, quantity_panel, subject_groups
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.following import soon
from workbench.views.grid import Cell, Column, Line
from workbench.views.measured import VERDICT_ORDER, Measured
from workbench.views.quantity_state import State, apply, named_in
from workbench.views.setting import Setting
from workbench.views.side_columns import SideColumns
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Seconds after which the chart follows the words: an arrow key held down draws nothing on its way.
_PAUSE = 0.25
#: Seconds between the drawings of its themes, so that clicks come between.
_BETWEEN = 0.03
_SIGN = re.compile("([▲≈<>≤≥]) ")


class Quantities(SideColumns, View[State]):
    """The quantities of a corpus: what each source states of each, the verdict, every statement in its sentence.

    ``view.frame`` is the matrix as shown, ``view.selected`` the quantity_id of the row looked at. Settable: ``find``,
    ``verdict``, ``kind``, ``unit``, ``name``, ``source``, ``sort``, ``descending``, ``selected``. ``rename``,
    ``merge``, ``split`` and ``undo`` put quantities right, for all views and tables; ``changes`` lists what was done.
    """

    title = "Figures, side by side"
    drawn = "agreement"
    placeholder = "Find a number, a noun, a name …"
    detail_first = "Click a row to see every statement in its sentence."
    filters = ("verdict", "kind", "unit", "name", "source")
    layers = (Layer.QUANTITY, Layer.FIGURE)
    heeds_too = frozenset({Layer.CHECK})
    verdict = Setting[tuple[str, ...]]()
    kind = Setting[tuple[str, ...]]()
    unit = Setting[tuple[str, ...]]()
    name = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self._waiting: asyncio.TimerHandle | None = None
        self.follow_decisions()

    # -- what there is --------------------------------------------------------------------------------------------

    @cached_property
    def measured(self) -> Measured:
        """The quantities, as decided."""
        return Measured(self.corpus)

    @property
    def whole(self) -> pd.DataFrame:
        """All quantities: what most sources speak to first."""
        return self.measured.frame

    @property
    def changes(self) -> list[str]:
        """What was decided on quantities, in words; other analysts' decisions too."""
        return by_hand.decided(self.corpus, lambda one: one.target.layer is Layer.QUANTITY)

    @cached_property
    def named_sources(self) -> dict[str, str]:
        """What the sources are called, by article."""
        return {key: self.measured.sources.names[key] for key in self.measured.columns}

    @property
    def source_columns(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return self.measured.column_of

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """What is counted, the verdict, a column a source, who is named as saying it."""
        called = self.measured.sources
        middle = (
            Column.of_source(self.measured.columns[key], called.names[key], called.colours.get(key))
            for key in self.with_column
        )
        return (
            Column("quantity", "What is counted"),
            Column("verdict", "Verdict"),
            *middle,
            Column("origins", "Origins"),
        )

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.measured.column_of)

    def _options(self, name: str) -> list[str]:
        there = {"source": list(self.measured.column_of), "verdict": list(VERDICT_ORDER)}
        there["name"] = list(self._names()) if name == "name" else []
        return there[name] if name in there else super()._options(name)

    # -- corrections ----------------------------------------------------------------------------------------------

    def rename(self, label: str, quantity: str = "") -> None:
        """Call a quantity (the selected one) `label`. Raises OptionError for no name or no such quantity."""
        self._decide(self._meant(quantity), label=label)

    def merge(self, other: str, quantity: str = "") -> None:
        """Put the quantity `other` into this one (the selected one). Raises OptionError where one is not there."""
        self._decide(self._meant(quantity), other=other)

    def split(self, figures: str | Sequence[str], label: str = "", quantity: str = "") -> None:
        """Take `figures` (figure_ids) out into a quantity of their own. Raises OptionError where they are not in it."""
        ids = [figures] if isinstance(figures, str) else list(figures)
        self._decide(self._meant(quantity), figure_ids=ids, **({"label": label} if label else {}))
        self.change(selected=split_id(ids) if split_id(ids) in self.whole.index else "")

    def undo(self) -> None:
        """Take your last decision on a quantity back; nothing where there is none."""
        by_hand.undo(self.corpus, lambda one: one.target.layer is Layer.QUANTITY)

    def _meant(self, quantity: str) -> str:
        if not (quantity or self.state.selected):
            raise OptionError("Select a quantity first, or name one: the index of .frame holds their ids.")
        return quantity or self.state.selected

    def _decide(self, quantity: str, **changes: Any) -> None:
        by_hand.reviewed(self.corpus).decide("correct", "quantity", quantity, **changes)
        self.change(selected=quantity)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each quantity with its verdict and what each source states."""
        return [self._line(str(key)) for key in frame.index]

    def _line(self, key: str) -> Line:
        line = self.measured.lines[key]
        one = line.quantity
        kind = one.unit or line.kind.value
        verdict = Cell(
            VERDICTS[one.verdict.value],
            tone=one.verdict.value,
            sub=count(len(one.sources), "source") if len(one.sources) > 1 else None,
            badges=("question",) if line.questions else (),
        )
        cells = [self._cell(line.cells.get(key)) or self.blank(key) for key in self.with_column]
        named = "; ".join(cut(name, 34) for name in one.origins[:2])
        named += f" and {len(one.origins) - 2} more" if len(one.origins) > 2 else ""
        origins = Cell(f"{len(one.origins)} named", sub=named or None, dim=not one.origins)
        return Line(key, (Cell(quantity_panel.title(one), strong=True, sub=kind), verdict, *cells, origins))

    def _cell(self, cell: Any) -> Cell | None:
        if cell is None:
            return None
        also = ", ".join(map(_together, cell.also[:3])) + (" …" if len(cell.also) > 3 else "")
        conflict = "conflict" if cell.verdict.value == "conflict" else None
        said = _together(f"▲ {cell.text}" if conflict else cell.text)
        return Cell(said, strong=not cell.text.startswith("“"), sub=f"also {also}" if also else None, tone=conflict)

    def heading(self) -> str:
        """How many articles, figures and quantities there are, and how many of each verdict; the open questions."""
        questions = count(len(self.measured.questions), "question")
        return " · ".join((self._counted(), *self._verdicts().values(), questions))

    def _counted(self) -> str:
        figures, quantities = count(len(self.measured.figures), "figure"), len(self.whole)
        noun = "quantity" if quantities == 1 else "quantities"
        return f"{count(len(self.corpus), 'article')} · {figures} · {quantities:,} {noun}"

    def _verdicts(self) -> dict[str, str]:
        counts = self.whole["verdict"].value_counts()
        return {
            name: f"{VERDICTS[name].split(' ', 1)[0]} {int(counts.get(name, 0))} {VERDICTS[name].split(' ', 1)[1]}"
            for name in VERDICTS
        }

    def _names(self) -> dict[str, int]:
        """Who and what is named in the sentences of how many quantities, the most frequent first."""
        return dict(Counter(name for names in self.whole["names"] for name in named_in(names)).most_common())

    def groups(self) -> tuple[Group, ...]:
        """Filters by verdict, kind of number, unit, name and source."""
        counts = self.whole["verdict"].value_counts()
        verdicts = tuple(Option(name, VERDICTS[name], int(counts[name])) for name in VERDICT_ORDER if name in counts)
        kinds = narrow.groups(self.whole, self.state, {"kind": "Kind", "unit": "Unit"}, lambda _: None)
        names = tuple(Option(name, name, number) for name, number in self._names().items())
        called = self.measured.sources
        having = self.measured.having
        both = self.source_columns.items()
        sources = tuple(Option(name, name, having[column], called.colour_of(name)) for name, column in both)
        made = (Group("verdict", "Verdict", verdicts), *kinds, Group("name", "Named with it", names))
        made += (Group("source", "Source", sources),)
        return tuple(group for group in made if len(group.options) > 1 or getattr(self.state, group.name))

    def actions(self) -> tuple[Action, ...]:
        """Copy the quantity that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

    def clip(self) -> str:
        """The selected quantity in a sentence, with each statement and where to find it."""
        return quantity_panel.clip(self.measured, self.state.selected) if self.state.selected else ""

    def selected_words(self) -> str:
        """The selected quantity in one line of text."""
        return quantity_panel.briefly(self.measured, self.state.selected)

    def subject(self) -> Subject | None:
        """The selected quantity, and its statements."""
        return subject_groups.quantity(self.subjects, self.state.selected)

    def detail(self) -> Html:
        """The selected quantity: its sentence, every statement in its place, and why each pair agrees or not."""
        return quantity_panel.render(self.measured, self.state.selected) if self.state.selected else Html("")

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No quantity fits: take a word out of the find box, or choose All in the filters."
        return "No figures were found in these articles: nothing to compare. See 00-start for what was read."

    def chart(self) -> Chart | None:
        """The chart of the selected quantity; of all of them, where none is selected."""
        key = self.state.selected
        return Chart("figures", (("quantity", key),)) if key else super().chart()

    def picture(self) -> Html:
        """The point-and-range chart of the selected quantity; empty where none is selected."""
        return self.measured.picture(self.state.selected) if self.state.selected else Html("")

    def summary(self) -> str:
        """What the view shows, in a few lines of text, with the corrections made by hand."""
        made = [f"By hand: {'; '.join(self.changes)}."] if self.changes else []
        return "\n".join([super().summary(), *made])

    def html(self) -> Html:
        """The view without a kernel."""
        return Html("").join([super().html(), quantity_panel.notes(self.measured), by_hand.listed(self.changes)])

    # -- the widget -----------------------------------------------------------------------------------------------

    def parts(self) -> list[ipywidgets.Widget]:
        """The filters, the matrix, the selected quantity with its chart, and the sums and questions."""
        self._notes = ipywidgets.HTML()
        self.grid.add_class("wb-wide")
        return [by_hand.Look(), self.bar, self.grid, self._detail, self._notes]

    def _show_all(self) -> None:
        super()._show_all()
        told = [tag("b", words, class_=f"wb-tone-{name}") for name, words in self._verdicts().items()]
        questions = count(len(self.measured.questions), "question")
        line = Html(" · ").join([Html.escape(self._counted()), *told, Html.escape(questions)])
        self._head.value = str(tag("div", tag("h2", self.title), tag("p", line), class_="wb-head"))
        self._notes.value = str(quantity_panel.notes(self.measured))
        if self.state.selected and not self.measured.is_drawn(self.state.selected):
            self._soon(self._show_chart)

    def _seen(self) -> Html:
        """The panel of the selected quantity, with its chart unless that has yet to be drawn."""
        key = self.state.selected
        chart = self.picture() if key and self.measured.is_drawn(key) else None
        return quantity_panel.render(self.measured, key, chart) if key else Html("")

    def _show_chart(self) -> None:
        """Put the chart into the panel of the selected quantity, unless another one is selected by now."""
        key = self.state.selected
        if key and self.measured.draw_some(key):
            self._soon(self._show_chart, _BETWEEN)
        elif key:
            self._detail.value = str(tag("div", self._seen(), class_="wb-detail"))

    def _soon(self, do: Callable[[], None], seconds: float = _PAUSE) -> None:
        """Do it once the words are shown, only the last of what is asked for in a row; without a kernel, at once."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = soon(do, seconds)


def _together(text: str) -> str:
    """`text` with its signs kept on the line of their numbers."""
    return _SIGN.sub("\\1\u00a0", text)
