"""Each thing said, once: how many sources have it, in whose words, and how far these differ; or person by person."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets
import pandas as pd

from workbench import charts
from workbench.charts.palette import cut
from workbench.citing.say import count
from workbench.compare import shared_words
from workbench.compare.fidelity import ORDER
from workbench.markup import Html, tag
from workbench.model import Entity, QuoteKind, Utterance
from workbench.review.decision import Layer
from workbench.views import by_hand, narrow, picture, subject_groups, utterance_panel
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.renderings import ALONE, FIDELITY, TONES, Heard
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_HERE = Path(__file__).parent
_FIXED = ("words", "speaker", "sources", "fidelity", "named", "kind", "form", "renderings", "conflict", "speaker_id")
_FOUND_IN = ("text", "speaker", "named", "conflict")
_LOOSE = [grade.value for grade in ORDER]
_SHOWN = 120  # characters of the first words
_TWINS = 8  # utterances of several sources whose renderings are part of the view without a kernel


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; by utterance or person; what is chosen of each filter; order; selection."""

    find: str = ""
    group: str = "utterance"
    fidelity: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


class Look(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """An invisible child that brings the look of differences."""

    _esm = "export default { render() {} };"
    _css = _HERE / "utterances.css"


def prepare(heard: Heard) -> pd.DataFrame:
    """The utterances, those of several sources first; the index holds the utterance_ids, `text` what find looks in."""
    rows = [_row(heard, one) for one in heard.utterances.values()]
    index = pd.Index(list(heard.utterances), dtype="object", name="utterance_id")
    frame = pd.DataFrame(rows, columns=[*_FIXED, "text"], index=index)
    text = [name for name in (*_FIXED, "text") if name not in ("sources", "renderings")]
    return narrow.typed(frame, text=text, integer=("sources", "renderings"))


def _row(heard: Heard, one: Utterance) -> dict[str, Any]:
    quotes = [heard.quotes[key] for key in one.quote_ids]
    reported = {quote.kind is QuoteKind.INDIRECT for quote in quotes}
    speaker_id = next((q.speaker_id for q in quotes if q.speaker_id and q.speaker == one.speaker), None)
    entity = heard.entities.get(speaker_id or "")
    reference = shared_words.fullest(quotes)
    said = [part for q in quotes for part in (q.passage.surface, q.speaker, q.cue, q.via) if part]
    return {
        "words": " ".join(reference.passage.surface.split()),
        "speaker": one.speaker,
        "sources": len(one.article_ids),
        "fidelity": one.fidelity.value if one.fidelity else None,
        "named": ", ".join(heard.named(one.article_ids)),
        "kind": entity.kind.value if entity else "by role" if one.speaker else "not known",
        "form": "both" if len(reported) > 1 else "reported" if True in reported else "quoted",
        "renderings": len(quotes),
        "conflict": heard.plain(one.conflict) if one.conflict else None,
        "speaker_id": speaker_id,
        "text": "\n".join([*said, *(entity.variants if entity else ())]),
    }


def apply(state: State, frame: pd.DataFrame, sources: dict[str, frozenset[str]]) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order; `sources` says which utterances each source has. Pure."""
    found = narrow.find(frame, state.find, _FOUND_IN)
    kept = narrow.choose(found, {"fidelity": state.fidelity, "kind": state.kind, "form": state.form})
    if state.source:
        having = frozenset().union(*(sources[name] for name in state.source))
        kept = kept[[key in having for key in kept.index]]
    if state.sort == "fidelity":
        ranks = kept["fidelity"].map({name: at for at, name in enumerate(_LOOSE)}).astype("Float64")
        kept = kept.loc[ranks.sort_values(ascending=not state.descending, kind="stable", na_position="last").index]
    else:
        kept = narrow.order(kept, state.sort, state.descending)
    if state.group == "utterance" or kept.empty:
        return kept
    totals = kept.groupby("speaker").agg(sources=("sources", "max"), said=("renderings", "sum"))
    return narrow.gather(kept, "speaker", list(totals.sort_values("said", ascending=False, kind="stable").index))


class Utterances(View[State]):
    """What is said, each thing once, with every source's rendering of it and the words in which these differ.

    ``view.frame`` holds the rows shown, ``view.selected`` the utterance_id of the row looked at. Settable: ``find``,
    ``group`` ("utterance" or "person"), ``fidelity``, ``source``, ``kind`` (of speaker), ``form`` (quoted, reported,
    both), ``sort``, ``descending``, ``selected``.
    """

    title = "Quotes, side by side"
    drawn = "quoting"
    placeholder = "Find words or a speaker …"
    detail_first = "Click a row to see every source’s rendering."
    filters = ("fidelity", "source", "kind", "form")
    known = {"fidelity": tuple(_LOOSE)}  # noqa: RUF012 - read only
    layers = (Layer.UTTERANCE, Layer.QUOTE)
    choices = {"group": ("utterance", "person")}  # noqa: RUF012 - read only
    columns = (
        Column("words", "First words", "46%"),
        Column("speaker", "Said by", "20%"),
        Column("sources", "Sources", "18%"),
        Column("fidelity", "Fidelity", "16%"),
    )
    group = Setting[str]()
    fidelity = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    kind = Setting[tuple[str, ...]]()
    form = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus", *, group: str = "utterance") -> None:
        super().__init__(State())
        self.corpus = corpus
        self._group = group
        self.change(group=group)
        self.follow_decisions()

    @cached_property
    def heard(self) -> Heard:
        """The utterances with their quotes and pairs."""
        return Heard(self.corpus)

    def _kept(self) -> dict[str, Any]:
        return {"group": self._group}

    @cached_property
    def whole(self) -> pd.DataFrame:
        """All utterances: those of most sources first, among these the ones that differ most."""
        return prepare(self.heard)

    @property
    def frame(self) -> pd.DataFrame:
        """The rows that are shown, in the order in which they are shown."""
        return self._shown().drop(columns="text")

    @cached_property
    def by_source(self) -> dict[str, frozenset[str]]:
        """The utterances that each source has, by the source's name; a copy of an article has what the article has."""
        found: dict[str, set[str]] = {name: set() for name in self.heard.sources.names.values()}
        for key, one in self.heard.utterances.items():
            for quote_id in one.quote_ids:
                found[self.heard.sources.names[self.heard.quotes[quote_id].passage.article_id]].add(key)
        return {name: frozenset(keys) for name, keys in found.items() if keys}

    def _options(self, name: str) -> list[str]:
        return list(self.by_source) if name == "source" else super()._options(name)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.by_source)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each utterance; by person, below a heading with every form of the name."""
        made: list[Line] = []
        last: object = made
        for key, row in narrow.records(frame):
            if self.state.group == "person" and row["speaker"] != last:
                last = row["speaker"]
                made.append(Line("", group=self._heading_cell(row)))
            made.append(self._line(key, row))
        return made

    def _heading_cell(self, row: dict[str, Any]) -> Cell:
        shown = self._shown()
        if row["speaker"] is None:
            own = shown[shown["speaker"].isna()]
            return Cell(utterance_panel.NOBODY, sub=count(len(own), "utterance"), strong=True)
        own = shown[(shown["speaker"] == row["speaker"]).fillna(False)]
        entity = self.heard.entities.get(next(iter(own["speaker_id"].dropna()), ""))
        told = [count(len(own), "utterance"), *(self._aka(entity) if entity else [])]
        return Cell(row["speaker"], sub=" · ".join(told), strong=True)

    def _aka(self, entity: Entity) -> list[str]:
        """The other forms of the name, each with its sources, and why they were held to be of one."""
        forms = self.heard.variants.get(entity.entity_id, {})
        others = [
            f"“{form}” ({', '.join(self.heard.named(articles))})"
            for form, articles in forms.items()
            if form != entity.canonical
        ]
        made = [f"also {', '.join(others)}"] if others else []
        return [*made, f"merged: {entity.reason}"] if entity.reason else made

    def _line(self, key: str, row: dict[str, Any]) -> Line:
        grade = row["fidelity"] or ""
        first = cut(row["words"], _SHOWN)
        said = first if row["form"] == "reported" else f"“{first}”"
        badges = {"reported": ("reported",), "both": ("quoted and reported",)}.get(row["form"], ())
        who = Cell(utterance_panel.title(self.heard, key), strong=bool(row["speaker"]), dim=not row["speaker"])
        if row["conflict"]:
            who = replace(who, tone="conflict", dim=False, sub=row["conflict"])
        grades = Cell(FIDELITY.get(grade, ALONE), tone=TONES[grade] if row["sources"] > 1 else None, dim=not grade)
        return Line(key, (Cell(said, badges=badges), who, Cell(str(row["sources"]), sub=row["named"]), grades))

    def heading(self) -> str:
        """How many things are said, how many of them in several sources, and how these differ."""
        whole = self.whole
        if whole.empty:
            return f"nothing is reported as said in {count(len(self.corpus), 'article')}"
        several = int((whole["sources"] > 1).sum())
        grades = Counter(whole["fidelity"].dropna())
        told = [FIDELITY[name].replace(" ", f" {grades[name]} ", 1) for name in reversed(_LOOSE) if grades[name]]
        odd = int(whole["conflict"].notna().sum())
        return " · ".join(
            [
                count(int(whole["renderings"].sum()), "quote"),
                count(len(whole), "utterance"),
                count(whole["speaker"].nunique(), "speaker"),
                f"{several} in more than one source",
                *told,
                *([f"▲ {odd} given to different speakers"] if odd else []),
            ]
        )

    def groups(self) -> tuple[Group, ...]:
        """By what; and filters by fidelity, source, kind of speaker, and form."""
        by = Group("group", "Group", (Option("utterance", "By utterance"), Option("person", "By person")), many=False)
        counts = self.whole["fidelity"].value_counts()
        grades = tuple(Option(name, FIDELITY[name], int(counts[name])) for name in reversed(_LOOSE) if name in counts)
        colour_of = self.heard.sources.colour_of
        named = tuple(Option(name, name, len(keys), colour_of(name)) for name, keys in self.by_source.items())
        made = (Group("fidelity", "Fidelity", grades), Group("source", "Source", named))
        kept = tuple(one for one in made if len(one.options) > 1 or getattr(self.state, one.name))
        return (by, *kept, *narrow.groups(self.whole, self.state, {"kind": "Speaker", "form": "Form"}, colour_of))

    def actions(self) -> tuple[Action, ...]:
        """Copy the utterance that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

    def clip(self) -> str:
        """Every rendering of the selected utterance with its speaker and where to find it."""
        return utterance_panel.clip(self.heard, self.state.selected) if self.state.selected else ""

    def subject(self) -> Subject | None:
        """The selected utterance, and its quotes."""
        one = self.heard.utterances.get(self.state.selected)
        return subject_groups.utterance(self.subjects, one) if one else None

    def detail(self) -> Html:
        """The selected utterance: its renderings stacked, with their differences."""
        return utterance_panel.render(self.heard, self.state.selected) if self.state.selected else Html("")

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "Nothing fits: take a word out of the find box, or choose All in the filters."
        return "Nothing is reported as said in these articles. See 00-start for what was read, and in which language."

    def picture(self) -> Html:
        """The chart of who quotes whom."""
        if not len(self.whole):
            return Html("")
        return picture.whole(len(self.corpus), "quoting", lambda: charts.quoting(self.corpus))

    def html(self) -> Html:
        """The view without a kernel: the table, the selected utterance, else the first ones of several sources."""
        if self.state.selected:
            return super().html()
        shown = self._shown()
        several = shown.index[(shown["sources"] > 1).fillna(False)]
        panels = [utterance_panel.render(self.heard, key) for key in several[:_TWINS]]
        left = f"… and {len(several) - _TWINS} more in several sources." if len(several) > _TWINS else ""
        return Html("").join([super().html(), *panels, tag("p", left) if left else ""])

    def parts(self) -> list[ipywidgets.Widget]:
        """The look of verdicts and of differences, then the bar, the table, the selected utterance and the chart."""
        return [by_hand.Look(), Look(), *super().parts()]
