"""What is reported as said: by person or by source, each quote with its cue, what it came through, and its context."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench import charts
from workbench.citing import place, sources
from workbench.citing.say import count
from workbench.markup import Html
from workbench.model import Article, QuoteKind
from workbench.review.decision import Layer
from workbench.views import narrow, picture
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = (
    *("source", "speaker", "quote", "cue", "via", "kind", "paragraph", "words", "sentence", "said_as", "part", "role"),
    *("article_id", "start", "end", "speaker_start", "speaker_end", "quotation_id"),
)
_TEXT = ("source", "speaker", "quote", "cue", "via", "kind", "sentence", "said_as", "part", "role", "article_id")
_FOUND_IN = ("quote", "speaker", "said_as", "cue", "via", "source", "sentence")
_NOBODY = "Speaker not known"
_BY = {"person": "speaker", "source": "source"}


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; by person or by source; sources and kinds chosen; order; selection."""

    find: str = ""
    by: str = "person"
    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def prepare(corpus: "Corpus") -> pd.DataFrame:
    """The quotes of `corpus`, each with its source, paragraph and sentence; the index holds the quote_ids."""
    names = sources.of(corpus.documents).names
    given = corpus.rows("quotes")  # each speaker under the one name that the person has in all articles
    parts = Counter(row["quotation_id"] for row in given)
    seen: Counter[str] = Counter()
    rows = []
    for row in given:
        seen[row["quotation_id"]] += 1
        where = place.of(corpus.document(row["article_id"]), row["start"], row["end"])
        whole = parts[row["quotation_id"]]
        part = f"part {seen[row['quotation_id']]} of {whole}" if whole > 1 else None
        rows.append(_row(row, names[row["article_id"]], where) | {"part": part})
    frame = pd.DataFrame(rows, columns=list(COLUMNS), index=narrow.ids(given, "quote_id"))
    return narrow.typed(
        frame, text=_TEXT, integer=("paragraph", "words", "start", "end", "speaker_start", "speaker_end")
    )


def _row(row: Mapping[str, Any], source: str, where: place.Place) -> dict[str, Any]:
    return {
        **row,
        "source": source,
        "quote": row["surface"],
        "words": len(row["surface"].split()),
        "paragraph": where.paragraph,
        "sentence": where.sentence,
        "said_as": row["speaker_surface"],
    }


def apply(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order.

    By person: who is quoted most comes first, quotes without a known speaker last. By source: in the corpus's order.
    """
    found = narrow.find(frame, state.find, _FOUND_IN)
    kept = narrow.order(
        narrow.choose(found, {"source": state.source, "kind": state.kind}), state.sort, state.descending
    )
    if state.by == "source" or kept.empty:
        order = list(dict.fromkeys(frame["source"]))
        return narrow.gather(kept, "source", order)
    heard = kept.groupby("speaker")["words"].sum().sort_values(ascending=False, kind="stable")
    return narrow.gather(kept, "speaker", list(heard.index))


class Quotes(View[State]):
    """The quotes of a corpus, by person or by source, each in its paragraph, to be copied with its citation.

    ``quotes.frame`` holds the rows shown, ``quotes.selected`` the quote_id of the row looked at. Settable:
    ``find``, ``by`` ("person" or "source"), ``source``, ``kind``, ``sort``, ``descending``, ``selected``.
    """

    title = "Quotes"
    drawn = "voices"
    placeholder = "Find words or a speaker …"
    filters = ("source", "kind")
    known = {"kind": tuple(QuoteKind)}  # noqa: RUF012 - read only
    layers = (Layer.QUOTE,)
    choices = {"by": ("person", "source")}  # noqa: RUF012 - read only
    columns = (
        Column("source", "Source", "17%"),
        Column("quote", "As printed", "43%"),
        Column("speaker", "Speaker", "15%"),
        Column("cue", "Cue, via", "15%"),
        Column("paragraph", "Place", "10%"),
    )
    by = Setting[str]()
    source = Setting[tuple[str, ...]]()
    kind = Setting[tuple[str, ...]]()

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
        """All quotes, in reading order."""
        return prepare(self.corpus)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame)

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each quote, below a heading for its person or source."""
        column = _BY[self.state.by]
        made: list[Line] = []
        last: object = made
        for key, row in narrow.records(frame):
            if row[column] != last:
                last = row[column]
                made.append(self._heading_line(column, last))
            made.append(self._line(key, row))
        return made

    def _heading_line(self, column: str, value: Any) -> Line:
        shown = self._shown()
        group = shown[shown[column].isna() if value is None else (shown[column] == value).fillna(False)]
        articles, words = group["article_id"].nunique(), int(group["words"].sum())
        told = count(len(group), "quote") + (f" in {count(articles, 'source')}" if column == "speaker" else "")
        colour = self.sources.colour_of(value) if column == "source" else None
        return Line(
            "", group=Cell(value or _NOBODY, sub=f"{told} · {count(words, 'word')}", strong=True, colour=colour)
        )

    def _line(self, key: str, row: Mapping[str, Any]) -> Line:
        spoken_as = f"“{row['said_as']}” in the text" if row["said_as"] and row["said_as"] != row["speaker"] else None
        badges = tuple(badge for badge in (row["kind"], row["part"]) if badge and badge != "direct")
        place_badges = () if row["role"] in place.PLAIN_ROLES else (row["role"],)
        return Line(
            key,
            (
                Cell(row["source"], strong=True, colour=self.sources.colours.get(row["article_id"])),
                Cell(words(row), badges=badges),
                Cell(row["speaker"] or "not known", sub=spoken_as, dim=row["speaker"] is None),
                Cell(row["cue"], sub=f"via {row['via']}" if row["via"] else None),
                Cell(f"¶{row['paragraph']}", badges=place_badges),
            ),
        )

    def heading(self) -> str:
        """How many quotes there are, by how many people, in how many sources."""
        whole = self.whole
        if whole.empty:
            return f"no quotes in {count(len(self.corpus), 'article')}"
        unknown = int(whole["speaker"].isna().sum())
        known = count(whole["speaker"].nunique(), "named speaker")
        rest = f" · {unknown} without a known speaker" if unknown else ""
        return (
            f"{count(len(whole), 'quote')} in {whole['article_id'].nunique()} of {count(len(self.corpus), 'article')}"
            f" · {count(int(whole['words'].sum()), 'word')} · {known}{rest}"
        )

    def groups(self) -> tuple[Group, ...]:
        """By whom; and filters by source and kind."""
        by = Group("by", "Group", (Option("person", "By person"), Option("source", "By source")), many=False)
        labels = {"source": "Source", "kind": "Kind"}
        return (by, *narrow.groups(self.whole, self.state, labels, self.sources.colour_of))

    def actions(self) -> tuple[Action, ...]:
        """Copy the quote that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

    def clip(self) -> str:
        """The selected quote with its speaker and where to find it."""
        if not self.state.selected:
            return ""
        row = narrow.record(self.whole, self.state.selected)
        article = self.corpus.document(row["article_id"])
        said = ", ".join(
            part for part in (row["speaker"] or _NOBODY.lower(), row["via"] and f"via {row['via']}") if part
        )
        return f"{words(row)} — {said} [{place.citation(article, row['start'], row['end'])}]"

    def subject(self) -> Subject | None:
        """The selected quote."""
        return self.subjects.quote(self.state.selected)

    def detail(self) -> Html:
        """The selected quote in its paragraph, with its speaker, and how the workbench reads it."""
        if not self.state.selected:
            return Html("")
        row = narrow.record(self.whole, self.state.selected)
        return render(row, self.corpus.document(row["article_id"]))

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No quote fits: take a word out of the find box, or choose All in the filters."
        return "No quotes were found in these articles. See 00-start for what was read, and in which language."

    def picture(self) -> Html:
        """The chart of who is heard in which source."""
        if not len(self.whole):
            return Html("")
        return picture.whole(len(self.corpus), "voices", lambda: charts.voices(self.corpus))


def words(row: Mapping[str, Any]) -> str:
    """The words as printed, on one line; between quote marks unless the article reports them without."""
    text = " ".join(row["quote"].split())
    return text if row["kind"] == "indirect" else f"“{text}”"


def render(row: Mapping[str, Any], article: Article) -> Html:
    """The quote `row` of `article` in its paragraph, with what the workbench makes of it, as HTML. Pure."""
    marks: list[tuple[int, int] | tuple[int, int, str]] = [(row["start"], row["end"])]
    if row["speaker_start"] is not None:
        marks.append((row["speaker_start"], row["speaker_end"], "wb-who"))
    aka = f" (“{row['said_as']}” in the text)" if row["said_as"] and row["said_as"] != row["speaker"] else ""
    return place.panel(
        row["speaker"] or _NOBODY,
        place.quoted(article, marks),
        place.facts(
            ("Said by", f"{row['speaker']}{aka}" if row["speaker"] else f"not known{aka}"),
            ("Cue", row["cue"]),
            ("Via", row["via"]),
            ("Kind", " · ".join(part for part in (row["kind"], row["part"]) if part)),
            ("Source", row["source"]),
            ("Place", place.where(article, row["start"])),
        ),
    )
