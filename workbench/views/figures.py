"""Every number stated, in its sentence: find, filter, sort, and read each in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench import charts
from workbench.citing import place, say, sources
from workbench.citing.say import count
from workbench.markup import Html, tag
from workbench.model import Article, FigureKind, Voice
from workbench.review.decision import Layer
from workbench.views import narrow, picture
from workbench.views.bar import COPY, Action, Group
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = (
    *("source", "stated", "counted", "meaning", "kind", "unit", "scope", "who", "voice", "paragraph", "sentence"),
    *("value", "low", "high", "bound", "in_quote", "implied", "role", "article_id", "start", "end", "at", "to"),
)
_TEXT = (*COLUMNS[:9], "sentence", "bound", "role", "article_id")
_FOUND_IN = ("stated", "meaning", "counted", "scope", "who", "source", "sentence")


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; kinds, sources, units, voices chosen (none means all); order; selection."""

    find: str = ""
    kind: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def prepare(corpus: "Corpus") -> pd.DataFrame:
    """The figures of `corpus`, each with its source, paragraph and sentence; the index holds the figure_ids.

    `at` and `to` say where the statement stands in `sentence`.
    """
    names = sources.of(corpus.documents).names
    given = corpus.rows("figures")  # each speaker under the one name that the person has in all articles
    rows = [
        _row(row, names[row["article_id"]], place.of(corpus.document(row["article_id"]), row["start"], row["end"]))
        for row in given
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), index=narrow.ids(given, "figure_id"))
    return narrow.typed(
        frame, text=_TEXT, integer=("paragraph", "start", "end", "at", "to"), number=("value", "low", "high")
    )


def _row(row: Mapping[str, Any], source: str, where: place.Place) -> dict[str, Any]:
    return {
        **row,
        "source": source,
        "paragraph": where.paragraph,
        "stated": say.stated(row),
        "meaning": say.meaning(row),
        "who": row["speaker"],
        "voice": "quoted" if row["in_quote"] else "reported" if row["speaker"] else "narrator",
        "sentence": where.sentence,
        "at": where.at,
        "to": where.to,
    }


def apply(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order."""
    found = narrow.find(frame, state.find, _FOUND_IN)
    chosen = {"kind": state.kind, "source": state.source, "unit": state.unit, "voice": state.voice}
    return narrow.order(narrow.choose(found, chosen), state.sort, state.descending)


class Figures(View[State]):
    """The figures of a corpus: a table that is found in, filtered and sorted, and each figure in its sentence.

    ``figures.frame`` holds the rows shown, ``figures.selected`` the figure_id of the row looked at. Settable:
    ``find``, ``kind``, ``source``, ``unit``, ``voice``, ``sort``, ``descending``, ``selected``.
    """

    title = "Figures"
    drawn = "figures"
    placeholder = "Find a number, a noun, a name …"
    filters = ("kind", "source", "unit", "voice")
    known = {"kind": tuple(FigureKind), "voice": tuple(Voice)}  # noqa: RUF012 - read only
    layers = (Layer.FIGURE,)
    columns = (
        Column("source", "Source", "17%"),
        Column("value", "As stated", "11%"),
        Column("counted", "What it counts", "18%"),
        Column("sentence", "In its sentence", "36%"),
        Column("who", "Who says it", "12%"),
        Column("paragraph", "Place", "6%"),
    )
    kind = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    unit = Setting[tuple[str, ...]]()
    voice = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self.follow_decisions()

    @cached_property
    def sources(self) -> sources.Sources:
        """The sources' names and colours."""
        return sources.of(self.corpus.documents)

    @cached_property
    def whole(self) -> pd.DataFrame:
        """All figures, in reading order."""
        return prepare(self.corpus)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame)

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each figure with its source, what it counts and its sentence."""
        return [self._line(key, row) for key, row in narrow.records(frame)]

    def _line(self, key: str, row: Mapping[str, Any]) -> Line:
        sentence, span = place.clip(row["sentence"], (row["at"], row["to"]))
        about = " · ".join(str(part) for part in (row["kind"], row["scope"]) if part)
        return Line(
            key,
            (
                Cell(row["source"], strong=True, colour=self.sources.colours.get(row["article_id"])),
                Cell(row["stated"], strong=True, sub=_more(row), badges=("implied",) if row["implied"] else ()),
                Cell(row["counted"], sub=about),
                Cell(sentence, marks=(span,)),
                Cell(
                    row["who"] or ("not named" if row["in_quote"] else "narrator"),
                    dim=not row["who"],
                    badges=("quoted",) if row["in_quote"] else (),
                ),
                Cell(f"¶{row['paragraph']}", badges=() if row["role"] in place.PLAIN_ROLES else (row["role"],)),
            ),
        )

    def heading(self) -> str:
        """How many figures there are, and how many of them somebody else says."""
        whole = self.whole
        if whole.empty:
            return f"no figures in {count(len(self.corpus), 'article')}"
        told = int((whole["voice"] != "narrator").sum())
        loose = int((whole["bound"].fillna("") != "=").sum())
        return (
            f"{count(len(whole), 'figure')} in {whole['article_id'].nunique()} of {count(len(self.corpus), 'article')}"
            f" · {loose} not exact (more than, about, a range, a vague word) · {told} quoted or reported"
        )

    def groups(self) -> tuple[Group, ...]:
        """Filters by kind, source, unit and voice; one without a choice is left out."""
        labels = {"kind": "Kind", "voice": "Voice", "source": "Source", "unit": "Unit"}
        return narrow.groups(self.whole, self.state, labels, self.sources.colour_of)

    def actions(self) -> tuple[Action, ...]:
        """Copy the figure that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

    def clip(self) -> str:
        """The selected figure in its sentence, with where to find it."""
        if not self.state.selected:
            return ""
        row = narrow.record(self.whole, self.state.selected)
        article = self.corpus.document(row["article_id"])
        sentence = " ".join(row["sentence"].split())
        return f"{row['stated']}: “{sentence}” [{place.citation(article, row['start'], row['end'])}]"

    def subject(self) -> Subject | None:
        """The selected figure."""
        return self.subjects.figure(self.state.selected)

    def detail(self) -> Html:
        """The selected figure in its paragraph, and how the workbench reads it."""
        if not self.state.selected:
            return Html("")
        row = narrow.record(self.whole, self.state.selected)
        return render(row, self.corpus.document(row["article_id"]), self.sources.names[row["article_id"]])

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No figure fits: take a word out of the find box, or choose All in the filters."
        return "No figures were found in these articles. See 00-start for what was read, and in which language."

    def picture(self) -> Html:
        """The chart of what each source states."""
        if not len(self.whole):
            return Html("")
        return picture.whole(len(self.corpus), "figures", lambda: charts.figures(self.corpus))


def render(row: Mapping[str, Any], article: Article, source: str) -> Html:
    """The figure `row` of `article` in its paragraph, with what the workbench makes of it, as HTML. Pure."""
    return place.panel(
        tag("span", row["stated"]) + (tag("span", f" {row['counted']}") if row["counted"] else ""),
        place.quoted(article, [(row["start"], row["end"])]),
        place.facts(
            ("Source", source),
            ("Place", place.where(article, row["start"])),
            ("Read as", row["meaning"] + (" (follows from the words, is not stated)" if row["implied"] else "")),
            ("Kind", row["kind"]),
            ("Counts", row["counted"]),
            ("Scope", row["scope"]),
            (
                "Said by",
                row["who"]
                or ("somebody quoted, who is not named here" if row["in_quote"] else "the article itself (narrator)"),
            ),
        ),
    )


def _more(row: Mapping[str, Any]) -> str | None:
    """The figure's meaning, where it says more than the number as printed."""
    plain = row["value"] is not None and say.number(row["value"]) == row["stated"].lstrip("><≥≤≈ ")
    return None if plain and not row["unit"] else row["meaning"] or None
