"""The first view: choose articles, see what was read and what was set aside, look at each, name the sources."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd
from IPython.display import HTML as DisplayHTML  # noqa: N811 - Html is ours

from workbench import charts
from workbench.citing import sources
from workbench.citing.say import count
from workbench.errors import WorkbenchError
from workbench.markup import Html, join, tag
from workbench.review import Layer, Reviewed, load
from workbench.settings import remember, whole_source
from workbench.views import articles, events, narrow, opener, picture, problems, subject_groups
from workbench.views.bar import Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Line
from workbench.views.named_sources import NamedSources
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.read import Source

_FOUND_IN = ("source", "headline", "published", "byline", "file")


@dataclass(frozen=True, slots=True)
class State:
    """What the view shows: words to find; languages; the article looked at, whole or what was set aside of it."""

    find: str = ""
    language: tuple[str, ...] = ()
    text: str = "whole"
    sort: str = ""
    descending: bool = False
    selected: str = ""
    page: int = 0


def apply(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that `state` shows, in its order."""
    found = narrow.find(frame, state.find, _FOUND_IN)
    return narrow.order(narrow.choose(found, {"language": state.language}), state.sort, state.descending)


class Start(NamedSources, View[State]):
    """What was read from a folder of articles (default: what the notebooks read, else seeds).

    ``start.corpus`` is the corpus, with the decisions on it; ``start.frame`` the articles shown; ``start.aside`` what
    was set aside; ``start.problems`` what could not be read. Settable: ``path``, ``find``, ``language``, ``text``
    ("whole" or "set aside"), ``sort``, ``descending``, ``selected``.

    Raises SourceError where there is nothing to read.
    """

    title = "Start"
    drawn = "corpus"
    placeholder = "Find a source or a headline …"
    filters = ("language",)
    layers = (Layer.SOURCE,)
    choices = {"text": ("whole", "set aside")}  # noqa: RUF012 - read only
    columns = articles.HEADINGS
    language = Setting[tuple[str, ...]]()
    text = Setting[str]()

    def __init__(self, source: "Source | None" = None) -> None:
        super().__init__(State())
        self._dropped: tempfile.TemporaryDirectory[str] | None = None
        self._failed = ""
        self._read(whole_source() if source is None else source)

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Any:
        """What is read. Set it to read something else.

        Raises SourceError where there is nothing to read; what was read before stays.
        """
        return self._source

    @path.setter
    def path(self, source: "Source") -> None:
        self._read(source)
        remember(source)
        if self._built:
            self._picture.value = str(self.picture())
            self._opener.show(self._shown_path())
            self._chooser.show(self.corpus)
        self._show()

    def _read(self, source: "Source") -> None:
        self.corpus: Reviewed = load(source, progress=False)
        self._source: Any = source
        self._failed = ""
        self._state = State()
        self.renew()
        self.follow_decisions()

    def _try(self, source: "Source") -> None:
        """Read what the browser asks for; where that fails, say so and keep what there is."""
        try:
            self.path = source
        except WorkbenchError as error:
            self._failed = str(error)
            self._show()
            self.bar.said = f"Not read: {error}"  # beside the field too: the problems stand below the table

    def _take(self, files: Sequence[Mapping[str, Any]]) -> None:
        """Read files that were added: they go to a temporary folder, and nowhere into the notebook."""
        folder = opener.keep(files)
        self._try(Path(folder.name))
        if self._failed:
            folder.cleanup()
        else:
            self._dropped = folder
            self._opener.show(f"{count(len(files), 'file')} added")
            self._show()

    @cached_property
    def sources(self) -> sources.Sources:
        """The sources' names and colours."""
        return sources.of(self.corpus.documents)

    # -- what the view says of itself ---------------------------------------------------------------------------------

    @cached_property
    def whole(self) -> pd.DataFrame:
        """All articles, in reading order."""
        return articles.prepare(self.corpus, self.sources)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame)

    @property
    def aside(self) -> pd.DataFrame:
        """What was set aside of the articles, and why: a row a stretch of text."""
        return articles.aside(self.corpus, self.sources)

    @property
    def problems(self) -> pd.DataFrame:
        """What could not be read as it should be, each with what to do."""
        frame: pd.DataFrame = self.corpus.problems
        return frame

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each article, with a field for the name of its source."""
        return articles.lines(frame, self.sources.colours)

    def heading(self) -> str:
        """How much was read, how much of it was set aside, what is not known."""
        return articles.heading(self.whole, len(self.problems))

    def groups(self) -> tuple[Group, ...]:
        """How the article below is shown; and a filter by language where there are several."""
        options = (Option("whole", "Whole text"), Option("set aside", "Only what was set aside"))
        labels = {"language": "Language"}
        show = Group("text", "Article below", options, many=False)
        return (*narrow.groups(self.whole, self.state, labels, self.sources.colour_of), show)

    def actions(self) -> tuple[Action, ...]:
        """Keep the names given here."""
        savable = bool(self.names) and self._dropped is None
        return (
            Action(
                "save",
                "Save sources.csv",
                "Write the names given here into a sources.csv beside the articles",
                disabled=not savable,
            ),
            Action("copy", "Copy sources.csv", "Put the names given here on the clipboard", True, not self.names),
        )

    def act(self, name: str) -> None:
        """Save the names, where that was asked for."""
        if name == "save":
            try:
                self.bar.said = f"Saved: {', '.join(str(path) for path in self.save_sources())}"
            except (OSError, WorkbenchError) as error:
                self.bar.said = f"Not saved: {error}"

    def clip(self) -> str:
        """The names given here, as a sources.csv."""
        return self.sources_csv() if self.names else ""

    def selected_words(self) -> str:
        """The article that is selected, in one line."""
        row = narrow.record(self.whole, self.state.selected)
        return ", ".join(part for part in (row["source"], row["headline"]) if part)

    def subject(self) -> Subject | None:
        """The source of the selected article."""
        key = self.state.selected
        return subject_groups.source(self.subjects, self.corpus.document(key)) if key else None

    def detail(self) -> Html:
        """The article that is selected, in place."""
        shown = self.article() if self.state.selected else Html("")
        return join([problems.render(self.corpus.rows("problems"), self._failed), shown])

    def article(self) -> Html:
        """The article that is selected (else the first one) in place, what was set aside dimmed, with the reason.

        Raises OptionError where there is no article.
        """
        key = self.state.selected or str(self.whole.index[0])
        row = narrow.record(self.whole, key)
        return articles.render(self.corpus.document(key), row, only_aside=self.state.text == "set aside")

    def in_place(self) -> DisplayHTML:
        """The same without a widget, to be shown by a cell of its own."""
        return DisplayHTML(str(tag("div", self.article(), class_="wb-view")))

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        return "No article fits: take a word out of the find box, or choose All in the filters."

    detail_first = "Click an article to see it in place: what was set aside is dimmed, with the reason."

    def picture(self) -> Html:
        """The chart of what was read."""
        return picture.whole(len(self.corpus), "corpus", lambda: charts.corpus(self.corpus))

    # -- the widget ---------------------------------------------------------------------------------------------------

    def parts(self) -> list[ipywidgets.Widget]:
        """The row that opens a folder, then find, table, article and chart."""
        self.grid.observe(lambda _: self._edit(self.grid.edited), "edited")
        self._opener.show(self._shown_path())
        self._chooser.show(self.corpus)
        return [self._opener, self._chooser, *super().parts()]

    @cached_property
    def _chooser(self) -> events.Chooser:
        return events.Chooser(self._say)

    def _say(self, told: str) -> None:
        self.bar.said = told

    @cached_property
    def _opener(self) -> opener.Opener:
        return opener.Opener(self._try, self._take)

    def _edit(self, edit: Mapping[str, str]) -> None:
        if edit and edit["id"] in self.whole.index:
            self.name(edit["id"], edit["value"])

    def _shown_path(self) -> str:
        source = self._source
        if isinstance(source, (str, Path)):
            return str(source)
        return ", ".join(map(str, source)) if isinstance(source, (list, tuple)) else "given in Python"
