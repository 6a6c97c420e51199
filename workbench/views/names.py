"""Who and what is named: each once, with every form of its name in each source, and why these forms are of one."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.charts.palette import cut
from workbench.citing.say import count
from workbench.compare.rejoin import APART, Change, apart_id
from workbench.errors import OptionError
from workbench.markup import Html
from workbench.model import NameKind
from workbench.review import Decision, Layer, Reviewed
from workbench.views import by_hand, narrow, subject_groups
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.naming_panel import asked, render
from workbench.views.namings import Named, ranked
from workbench.views.setting import Setting
from workbench.views.side_columns import SideColumns
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.compare.entities import Naming
    from workbench.corpus import Corpus

_FOUND_IN = ("name", "variants", "reason")
_ASKED = "open question"


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; kinds, sources, state of names chosen (none means all); order; selection."""

    find: str = ""
    kind: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame, sources: dict[str, str]) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order; `sources` maps the names of sources to columns. Pure."""
    kept = narrow.choose(narrow.find(frame, state.find, _FOUND_IN), {"kind": state.kind})
    if state.source:
        kept = kept[kept[[sources[name] for name in state.source]].notna().any(axis=1)]
    if state.only:
        kept = kept[pd.concat([_only(kept, name) for name in state.only], axis=1).any(axis=1)]
    return narrow.order(kept, state.sort, state.descending)


def _only(frame: pd.DataFrame, name: str) -> "pd.Series[bool]":
    if name == "merged":
        return frame["reason"].notna()
    return frame["question"].notna() if name == _ASKED else (frame["forms"] > 1).astype(bool)


class Names(SideColumns, View[State]):
    """The persons, organisations and places of a corpus, each once, with its name as each source writes it.

    ``view.frame`` holds the rows shown, ``view.selected`` the entity_id of the row looked at. Settable: ``find``,
    ``kind``, ``source``, ``only`` ("several forms", "merged", "open question"), ``sort``, ``descending``, ``selected``.
    ``same``, ``apart``, ``distinct`` and ``undo`` put names right, for every view and table; ``changes`` lists what was
    decided, and ``naming`` holds the names after it.
    """

    title = "Names, side by side"
    drawn = "barcode"
    placeholder = "Find a name …"
    detail_first = "Click a row to see every mention in its sentence."
    filters = ("kind", "source", "only")
    known = {"kind": tuple(NameKind)}  # noqa: RUF012 - read only
    layers = (Layer.ENTITY, Layer.NAME)
    heeds_too = frozenset({Layer.CHECK})
    kind = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    only = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self.follow_decisions()

    @cached_property
    def named(self) -> Named:
        """The names, as decided."""
        return Named(self.corpus)

    @property
    def naming(self) -> "Naming":
        """The entities, mentions and open questions, as decided."""
        return self.corpus.naming

    @property
    def changes(self) -> list[str]:
        """What was decided on names, in words; other analysts' decisions too."""
        return by_hand.decided(self.corpus, self._about_names)

    # -- corrections ----------------------------------------------------------------------------------------------

    def same(self, other: str, entity: str = "") -> None:
        """Make `other` one with this entity (the selected one). Raises OptionError where one is not there."""
        one = self._meant(entity)
        by_hand.reviewed(self.corpus).decide("correct", "entity", one, other=other)
        self.change(selected=one)

    def apart(self, uses: "Sequence[tuple[str, str]]", entity: str = "") -> None:
        """Take `uses`, pairs of article_id and form, out of this entity (the selected one) into one of their own.

        Raises OptionError where they are not its forms, or all of them.
        """
        one, given = self._meant(entity), [list(use) for use in uses]
        if not given:
            raise OptionError("Say which forms of the name to take apart: pairs of an article_id and a form.")
        by_hand.reviewed(self.corpus).decide("reject", "entity", one, uses=given)
        made = apart_id(Change("apart", one, uses=tuple((use[0], use[1]) for use in given)))
        self.change(selected=made if made in self.whole.index else "")

    def distinct(self, other: str, entity: str = "") -> None:
        """Answer the question whether `other` is the same as this entity (the selected one) with no.

        Raises OptionError where nothing is asked of the two.
        """
        one, corpus = self._meant(entity), by_hand.reviewed(self.corpus)
        questions = {check.check_id: check for check in self.named.questions.get(one, ())}
        theirs = {check.check_id for check in self.named.questions.get(other, ())}
        asked = next((key for key in questions if key in theirs), None)
        if asked is None or one == other:
            raise OptionError(f"Nothing is asked of {one!r} and {other!r}: they are two already, or not there.")
        corpus.decide("reject", "check", asked, reason="they are two")

    def undo(self) -> None:
        """Take your last decision on a name back; nothing where there is none."""
        by_hand.undo(self.corpus, self._about_names)

    def _about_names(self, one: Decision) -> bool:
        asked = self.corpus.machine.naming.checks if isinstance(self.corpus, Reviewed) else ()
        return one.target.layer in self.layers or one.target.key in {check.check_id for check in asked}

    def _meant(self, entity: str) -> str:
        if not (entity or self.state.selected):
            raise OptionError("Select a name first, or give one: the index of .frame holds their ids.")
        return entity or self.state.selected

    # -- what there is --------------------------------------------------------------------------------------------

    @cached_property
    def named_sources(self) -> dict[str, str]:
        """What the sources are called, by article."""
        return {key: self.named.sources.names[key] for key in self.named.columns}

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The name, a column a source, why its forms are one."""
        called = self.named.sources
        middle = (
            Column.of_source(self.named.columns[key], called.names[key], called.colours.get(key))
            for key in self.with_column
        )
        return (Column("name", "Name"), *middle, Column("reason", "Why one"))

    @property
    def whole(self) -> pd.DataFrame:
        """All entities: those that most sources name first."""
        return self.named.frame

    @cached_property
    def source_columns(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return {self.named.sources.names[key]: column for key, column in self.named.columns.items()}

    def _options(self, name: str) -> list[str]:
        if name == "only":
            return ["several forms", "merged", _ASKED]
        return list(self.source_columns) if name == "source" else super()._options(name)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.source_columns)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each entity with its forms by source."""
        sides = {*self.named.columns.values()}
        return [self._line(*one) for one in narrow.records(frame[[name for name in frame if name not in sides]])]

    def _line(self, key: str, row: dict[str, Any]) -> Line:
        told = f"{row['kind']} · {count(row['mentions'], 'mention')} · {count(row['forms'], 'form')}"
        cells = [self._cell(key, one) or self.blank(one) for one in self.with_column]
        word = "by hand" if row["reason"] == APART else "merged"
        merged = {"text": word, "sub": cut(row["reason"], 80)} if row["reason"] else {"text": "–", "dim": True}
        why = Cell(**merged, badges=(_ASKED,) if row["question"] else ())
        name = Cell(row["name"], strong=True, sub=told)
        return Line(key, (name, *cells, why))

    def _cell(self, key: str, article_id: str) -> Cell | None:
        counts = self.named.uses.get(key, {}).get(article_id)
        if not counts:
            return None
        (first, times), *rest = ranked(counts)
        other = ", ".join(f"{form}\u00a0{number}" for form, number in rest[:3]) + (" …" if len(rest) > 3 else "")
        return Cell(f"{first}\u00a0{times}", sub=f"also {other}" if other else None)

    def heading(self) -> str:
        """How many of each kind there are, how many go by several names, and how many questions are open."""
        whole = self.whole
        if whole.empty:
            return f"no names in {count(len(self.corpus), 'article')}"
        kinds = whole["kind"].value_counts()
        told = [count(int(kinds[name]), name) for name in ("person", "organisation", "place") if name in kinds]
        several, asked = int((whole["forms"] > 1).sum()), len(self.naming.checks)
        told = [count(int(whole["mentions"].sum()), "mention"), *told, f"{several} named in several ways"]
        return " · ".join([*told, *([f"▲ {count(asked, 'open question')}"] if asked else [])])

    @cached_property
    def _having(self) -> dict[str, int]:
        """How many entities each source names, by its column."""
        return {column: int(self.whole[column].notna().sum()) for column in self.source_columns.values()}

    def groups(self) -> tuple[Group, ...]:
        """Filters by kind, by source, and by how sure the name is."""
        whole, colour_of = self.whole, self.named.sources.colour_of
        sources = tuple(
            Option(name, name, self._having[column], colour_of(name)) for name, column in self.source_columns.items()
        )
        only = tuple(Option(name, name, int(_only(whole, name).sum())) for name in self._options("only"))
        kept = tuple(option for option in only if option.count or option.value in self.state.only)
        made = (Group("source", "Source", sources), Group("only", "Only", kept))
        shown = tuple(one for one in made if len(one.options) > (one.name == "source") or getattr(self.state, one.name))
        return (*narrow.groups(whole, self.state, {"kind": "Kind"}, colour_of), *shown)

    def actions(self) -> tuple[Action, ...]:
        """Copy the name that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

    def summary(self) -> str:
        """What the view shows, in a few lines of text, with the corrections made by hand."""
        made = [f"By hand: {'; '.join(self.changes)}."] if self.changes else []
        return "\n".join([super().summary(), *made])

    def clip(self) -> str:
        """The selected name with its forms in each source, and why these are one; in plain text."""
        key = self.state.selected
        if not key:
            return ""
        one = self.named.entities[key]
        forms = [self._cited(key, at) for at in self.named.uses[key]]
        why = f" Merged: {one.reason}." if one.reason else ""
        return f"{one.canonical} ({one.kind.value}). {'; '.join(forms)}.{why}"

    def _cited(self, key: str, article_id: str) -> str:
        """The forms of the name in one source, and the paragraph of the first."""
        first = next(one.passage for one in self.named.mentions[key] if one.passage.article_id == article_id)
        paragraph = self.corpus.document(article_id).paragraph_at(first.start)
        return f"{self.named.sources.names[article_id]}: {self.named.told(key, article_id)} (first in ¶{paragraph})"

    def subject(self) -> Subject | None:
        """The selected name, the questions about it, and its mentions."""
        key, named = self.state.selected, self.named
        if key not in named.entities:
            return None
        mentions, questions = named.mentions.get(key, ()), named.questions.get(key, ())
        return subject_groups.entity(self.subjects, named.entities[key], mentions, questions, self.clip())

    def detail(self) -> Html:
        """The selected name: why its forms are one, what else may be, and every mention in its sentence."""
        return render(self.named, self.state.selected) if self.state.selected else Html("")

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No name fits: take a word out of the find box, or choose All in the filters."
        return "No names were found in these articles. See 00-start for what was read, and in which language."

    def html(self) -> Html:
        """The view without a kernel, with the open questions."""
        return Html("").join([super().html(), asked(self.named), by_hand.listed(self.changes)])

    def parts(self) -> list[ipywidgets.Widget]:
        """The bar, the table, the selected name, and the open questions."""
        self.grid.add_class("wb-wide")
        self._notes = ipywidgets.HTML()
        return [by_hand.Look(), self.bar, self.grid, self._detail, self._notes]

    def _show_all(self) -> None:
        super()._show_all()
        self._notes.value = str(asked(self.named))
