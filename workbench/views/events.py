"""The events of a corpus: what each is about, how many articles tell of it; one of them is read on its own."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.citing import sources
from workbench.citing.say import count
from workbench.errors import OptionError, SourceError
from workbench.events import choice
from workbench.markup import Html, join, tag
from workbench.model import Article, Event
from workbench.settings import event_remembered, remember, whole_source
from workbench.views import narrow
from workbench.views.bar import Action
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = ("label", "articles", "sources", "start_date", "end_date", "event_id")
#: Events that a list offers; the view shows all.
OFFERED = 200
_ALL = "All events"
_OPENING = 90


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; order; the event looked at."""

    find: str = ""
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def prepare(corpus: "Corpus") -> pd.DataFrame:
    """The events of `corpus`, those of most articles first; the index holds the event_ids."""
    rows = sorted(corpus.rows("events"), key=lambda row: (-row["articles"], row["start_date"] or "9999"))
    told = [{**row, "sources": ", ".join(row["sources"]) or None} for row in rows]
    frame = pd.DataFrame(told, columns=list(COLUMNS), index=narrow.ids(rows, "event_id"))
    return narrow.typed(frame, text=[name for name in COLUMNS if name != "articles"], integer=("articles",))


def apply(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order."""
    return narrow.order(narrow.find(frame, state.find, ("label", "sources")), state.sort, state.descending)


class Events(View[State]):
    """The events that the articles of a corpus tell of; ``events.read("flood")`` lets the notebooks read one only.

    ``events.frame`` holds the rows shown, ``events.selected`` the event_id of the row looked at, ``events.chosen`` that
    of the event that is read. Settable: ``find``, ``sort``, ``descending``, ``selected``.
    """

    title = "Events"
    placeholder = "Find an event …"
    columns = (
        Column("label", "Event", "46%"),
        Column("articles", "Articles", "9%", "right"),
        Column("sources", "Sources", "25%"),
        Column("start_date", "Published", "20%"),
    )
    detail_first = "Click an event to see its articles."

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self.chosen = remembered(corpus)
        self.follow_decisions()

    @cached_property
    def whole(self) -> pd.DataFrame:
        """All events, those of most articles first."""
        return prepare(self.corpus)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame)

    def read(self, event: str = "") -> str:
        """Let the other notebooks of this run of ``workbench lab`` read this event only (its id); "" for all.

        Says what they read from now on. Raises OptionError where there is no such event.
        """
        if event and event not in self.whole.index:
            raise OptionError(f"There is no event {event!r} here; the index of .frame holds the ids there are.")
        self.chosen = event
        return choose(self.corpus, event)

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each event with its articles, sources and days."""
        return [self._line(key, row) for key, row in narrow.records(frame)]

    def _line(self, key: str, row: Mapping[str, Any]) -> Line:
        days = _days(row["start_date"], row["end_date"])
        badges = ("read on its own",) if key == self.chosen else ()
        named = Cell(row["label"], strong=True, badges=badges)
        return Line(key, (named, f"{row['articles']:,}", row["sources"], Cell(days or "days not known", dim=not days)))

    def heading(self) -> str:
        """How many events there are, of how many articles."""
        lone = int((self.whole["articles"] == 1).sum())
        told = f"{count(len(self.whole), 'event')} in {count(len(self.corpus), 'article')}"
        return told + (f" · {lone:,} told by one article only" if lone and len(self.whole) > 1 else "")

    def actions(self) -> tuple[Action, ...]:
        """Read one event, or all."""
        one = Action(
            "one",
            "Read only this event",
            "The other notebooks then read the selected event alone",
            disabled=not self.state.selected,
        )
        return one, Action("all", "Read all", "The other notebooks then read every event", disabled=not self.chosen)

    def act(self, name: str) -> None:
        """Let the notebooks read the selected event, or all."""
        if name in ("one", "all"):
            self.bar.said = self.read(self.state.selected if name == "one" else "")
            self._painted = None
            self._show()

    def selected_words(self) -> str:
        """The event that is selected, in one line."""
        row = narrow.record(self.whole, self.state.selected)
        return f"{row['label']} ({count(row['articles'], 'article')})"

    def detail(self) -> Html:
        """The articles of the selected event in order of their days: headline or first words, source, day."""
        if not self.state.selected:
            return Html("")
        event = next(one for one in self.corpus.event_records if one.event_id == self.state.selected)
        names = sources.of(self.corpus.documents).names
        items = []
        told = map(self.corpus.document, event.article_ids)
        for article in sorted(told, key=lambda one: (_day(one) or "9999", one.article_id)):
            day = f", {_day(article)}" if _day(article) else ""
            cite = tag("span", f" {names[article.article_id]}{day}", class_="wb-cite")
            items.append(tag("li", article.headline or shorten(article.text, _OPENING, placeholder=" …"), cite))
        return tag("div", tag("h3", event.label), tag("ul", join(items)), class_="wb-panel")

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        return "No event fits: take a word out of the find box."


class Chooser(ipywidgets.Dropdown):  # type: ignore[misc]  # ipywidgets is not typed
    """A list from which one event is chosen for the other notebooks; hidden where all articles are of one.

    `say` is called with what was done, in words.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(description="Event", options=[(_ALL, "")], layout={"width": "680px", "max_width": "100%"})
        self._corpus: Corpus | None = None
        self._quiet = False
        self._say = say
        self.observe(self._take, "value")

    def show(self, corpus: "Corpus") -> None:
        """Offer the events of `corpus`, those of most articles first."""
        self._corpus = corpus
        found = corpus.event_records
        chosen = remembered(corpus)
        order = sorted(found, key=lambda one: -len(one.article_ids))  # a stable sort: then by their first day
        offered = [*order[:OFFERED], *(one for one in order[OFFERED:] if one.event_id == chosen)]
        self._quiet = True
        try:
            self.options = [(f"{_ALL} ({len(found):,})", ""), *((_told(one), one.event_id) for one in offered)]
            self.value = chosen
        finally:
            self._quiet = False
        self.layout.display = None if len(found) > 1 else "none"
        if not chosen and event_remembered() and _kept(corpus):
            self._say(f"The event that was chosen is not among these articles. {choose(corpus, '')}")

    def _take(self, change: Mapping[str, Any]) -> None:
        if self._corpus is not None and not self._quiet:
            self._say(choose(self._corpus, str(change["new"] or "")))


def remembered(corpus: "Corpus") -> str:
    """The id of the event of the corpus that the notebooks read; empty where they read all, or something else."""
    if event_remembered() and _kept(corpus):
        with suppress(OptionError):
            return choice.choose(corpus.event_records, event_remembered()).event_id
    return ""


def _kept(corpus: "Corpus") -> bool:
    """Whether the notebooks read these articles."""
    try:
        source = whole_source()
    except SourceError:
        return False
    places = source if isinstance(source, list) else [source]
    return [one.resolve() for one in places] == [one.resolve() for one in corpus.origin]


def _told(event: Event) -> str:
    """An event in a line of the list: what it is about, how much there is of it, and when."""
    days = _days(event.start_date, event.end_date)
    return f"{event.label} ({', '.join(filter(None, (count(len(event.article_ids), 'article'), days)))})"


def _day(article: Article) -> str:
    return article.published.value[:10] if article.published else ""


def _days(first: str | None, last: str | None) -> str:
    return " to ".join(dict.fromkeys(day for day in (first, last) if day))


def choose(corpus: "Corpus", event: str) -> str:
    """Let the other notebooks read this event of the corpus only, or all where it is empty; what was done, in words."""
    label = next((one.label for one in corpus.event_records if one.event_id == event), "all events")
    given = f'..., event="{event}"' if event else "..."
    if not corpus.origin:
        return f"These articles are no files, so only this notebook has them: take load({given}) here."
    if remember(list(corpus.origin), event):
        return f"The other notebooks now read {label}: run them again."
    return f"Nothing is kept outside a run of workbench lab: take load({given}) instead."
