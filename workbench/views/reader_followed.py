"""What the reader works on: the marks of a corpus and their links, the state, and what is followed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import unread
from workbench.citing import sources
from workbench.errors import OptionError
from workbench.model import Passage
from workbench.views import narrow
from workbench.views.base import View
from workbench.views.reader_state import Spot, State
from workbench.views.reading import following, gathering, told
from workbench.views.reading.likeness import Likeness
from workbench.views.reading.marks import ALIGNS, LAYERS, Link, Marked
from workbench.views.setting import Setting

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Articles beside one another: at first, and at most.
FITS, MOST = 4, 6
_LINK = ("layer", "name", "sources", "places")


class Followed(View[State]):
    """The articles, what is linked in them, and the state that says what is shown and followed."""

    choices = {"align": tuple(ALIGNS)}  # noqa: RUF012 - read only
    layers = Setting[tuple[str, ...]]()  # type: ignore[assignment]  # here, what is marked
    align = Setting[str]()
    versus = Setting[str]()

    def __init__(self, corpus: "Corpus", articles: Sequence[str] | str = ()) -> None:
        super().__init__(State())
        self.corpus = corpus
        first = self._ids(articles)[:MOST] or tuple(one.article_id for one in corpus.documents[:FITS])
        self._state = State(articles=first, reference=first[0] if first else "")
        self.follow_decisions()

    # -- what there is ------------------------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> sources.Sources:
        """What the sources are called and how they are coloured."""
        return sources.of(self.corpus.documents)

    @cached_property
    def linked(self) -> Marked:
        """Every mark in the articles, and what is linked."""
        return gathering.gather(self.corpus)

    @cached_property
    def likeness(self) -> Likeness:
        """The paragraphs of the articles, to find the like of one."""
        return Likeness(self.corpus.documents)

    @cached_property
    def whole(self) -> pd.DataFrame:
        """Everything that can be followed; the index holds the ids that ``active`` takes."""
        rows = [(one.layer, one.name, len(one.by_article), len(one.passages)) for one in self.linked.links.values()]
        index = pd.Index(list(self.linked.links), dtype="object", name="link")
        return narrow.typed(
            pd.DataFrame(rows, columns=list(_LINK), index=index), text=("layer", "name"), integer=("sources", "places")
        )

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """What next and previous walk through, in the order of the reference."""
        steps = [key for key in self.steps if key in frame.index]
        return frame.loc[steps]

    @property
    def steps(self) -> list[str]:
        """The ids of what next and previous walk through."""
        if not self.state.reference:
            return []
        reference = self.corpus.document(self.state.reference)
        return following.walk(self.linked, self.likeness, self.state.align, reference)

    def link(self, link_id: str) -> Link | None:
        """What this id stands for: also a paragraph with its like, and passages that were handed on."""
        if link_id in self.linked.links:
            return self.linked.links[link_id]
        sort, _, spot = link_id.partition(":")
        if sort == following.LIKE:
            article_id, _, span = spot.rpartition(":")
            start, _, end = span.partition("-")
            if article_id in self.sources.names and start.isdigit() and end.isdigit():
                return following.like(self.likeness, self.corpus.document(article_id), int(start), int(end))
        if sort == following.PLACES and self.state.places:
            some = tuple(self.corpus.document(key).passage(start, end) for key, start, end in self.state.places)
            return Link(link_id, following.PLACES, self.state.called, some)
        return None

    @property
    def followed(self) -> Link | None:
        """What is followed; None where nothing is."""
        return self.link(self.state.selected) if self.state.selected else None

    @property
    def frame(self) -> pd.DataFrame:
        """Where each source has what is followed: its first passage, and how many; None where it is silent."""
        shown = list(self.state.articles)
        order = sorted(self.corpus.documents, key=lambda one: (*_rank(shown, one.article_id),))
        return following.frame(self.followed, order, self.sources.names)

    @property
    def silent(self) -> list[str]:
        """The ids of the articles, of the events that it is of, that have nothing of what is followed."""
        link = self.followed
        if link is None:
            return []
        having = link.by_article
        there = {
            key
            for event in self.corpus.event_records
            if having.keys() & {*event.article_ids}
            for key in event.article_ids
        }
        unknown = unread.of(self.corpus.documents)
        return [key for key in self.sources.names if key in there and key not in having and key not in unknown]

    def told(self) -> str:
        """In which sources what is followed is, and which do not have it, as a sentence; empty where nothing is."""
        link = self.followed
        if link is None:
            return ""
        return f"{told.sentence(link, self.sources.names, self.silent)} {self.unlooked}".rstrip()

    @property
    def unlooked(self) -> str:
        """In which sources, besides those that have it, nothing was looked for; empty where in none."""
        having = self.followed.by_article if self.followed else {}
        unknown = [key for key in unread.of(self.corpus.documents) if key not in having]
        return unread.told([self.sources.names[key] for key in unknown])

    def note(self, article_id: str) -> str:
        """What the column of an article says of what is followed; empty where nothing is."""
        link = self.followed
        if link is None:
            return ""
        if article_id not in link.by_article and not self.corpus.document(article_id).served:
            return unread.INSTEAD
        return told.note(link, article_id)

    # -- the state ----------------------------------------------------------------------------------------------------

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles shown, from left to right; the reference comes first where it is set after them."""
        return self.state.articles

    @articles.setter
    def articles(self, given: Sequence[str] | str) -> None:
        self.change(articles=given)

    @property
    def reference(self) -> str:
        """The article whose order next and previous keep, pinned at the left."""
        return self.state.reference

    @reference.setter
    def reference(self, given: str) -> None:
        self.change(reference=given)

    @property
    def active(self) -> str:
        """The id of what is followed."""
        return self.state.selected

    @active.setter
    def active(self, link_id: str) -> None:
        self.change(selected=link_id, at=None)

    @property
    def at(self) -> Passage | None:
        """The passage from which something is followed."""
        spot = self.state.at
        return self.corpus.document(spot[0]).passage(*spot[1:]) if spot else None

    @at.setter
    def at(self, passage: Passage | Spot | None) -> None:
        if passage is None:
            self.change(selected="", at=None)
            return
        spot = (passage.article_id, passage.start, passage.end) if isinstance(passage, Passage) else passage
        self.click(*spot)

    def click(self, article_id: str, start: int, end: int, links: Sequence[str] | None = None) -> None:
        """Follow what stands at a place: of several marks the next with each click; without any, the paragraph."""
        spot = (article_id, start, end)
        if links is None:
            seen = {*self.state.layers, ALIGNS[self.state.align]}
            here = [one for one in self.linked.at(*spot) if one.passage.start <= start and end <= one.passage.end]
            links = [mark.link for mark in here if mark.layer in seen] or [mark.link for mark in here]
        now = self.state.selected if self.state.at == spot else ""
        link = following.clicked(self.linked, links, self.state.align, now, spot)
        if not link:
            link = f"{following.LIKE}:{article_id}:{start}-{end}"
        self.change(selected=link, at=spot)

    def change(self, **changes: Any) -> None:
        """Replace fields of the state and show the result. Raises OptionError for what cannot be."""
        state = self.state
        if "articles" in changes:
            changes["articles"] = self._ids(changes["articles"])[:MOST] or state.articles
        for name in {"reference", "versus"} & changes.keys():
            changes[name] = (self._ids(changes[name]) or ("",))[0]
        now = changes.get("articles", state.articles)
        if pinned := changes.get("reference"):
            changes["articles"] = now = (pinned, *(key for key in now if key != pinned))[:MOST]
        if changes.get("reference", state.reference) not in now and now:
            changes["reference"] = now[0]
        if "layers" in changes:
            given = changes["layers"]
            changes["layers"] = self._layers((given,) if isinstance(given, str) else tuple(given))
        if "align" in changes:
            changes["align"] = self._options_given("align", changes["align"])[0]
        changes["selected"] = changes.get("selected", state.selected) or ""
        new = replace(state, **changes)
        if new == state:
            return
        self._state = new
        if new.selected and self.followed is None:
            self._state = state
            raise OptionError(
                f"There is nothing {new.selected!r} to follow; the index of .whole holds the ids there are."
            )
        self._show()

    def _ids(self, given: Sequence[str] | str | None) -> tuple[str, ...]:
        """The ids of articles that are given by their ids or by their sources' names, each once."""
        wanted = () if not given else (given,) if isinstance(given, str) else tuple(given)
        by_name = {name: key for key, name in self.sources.names.items()}
        for one in wanted:
            if one not in self.sources.names and one not in by_name:
                there = told.listed(list(self.sources.names.values()))
                raise OptionError(f"There is no article {one!r} here; there is {there}.")
        return tuple(dict.fromkeys(one if one in self.sources.names else by_name[one] for one in wanted))

    def _layers(self, given: tuple[str, ...]) -> tuple[str, ...]:
        for one in given:
            if one not in LAYERS:
                raise OptionError(f"There is no layer {one!r} here; there is {', '.join(LAYERS)}.")
        return tuple(one for one in LAYERS if one in given)

    def _kept(self) -> dict[str, Any]:
        return {"articles": self.state.articles, "reference": self.state.reference}

    def _settled(self, state: State, place: int) -> State:
        """After a decision: what is followed stays while there is such a thing; else what stands at its place now."""
        self._state = state
        if state.selected and self.followed is None:
            spot = state.at
            here = self.linked.at(*spot) if spot else []
            return replace(state, selected=here[0].link if here else "", at=spot if here else None)
        return state

    def _place(self) -> int:
        return -1


def _rank(shown: Sequence[str], key: str) -> tuple[int, ...]:
    return (shown.index(key),) if key in shown else (len(shown),)
