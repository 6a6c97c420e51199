"""The reader: articles beside one another, what is the same in them marked, and followed from one into the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import ipywidgets
import pandas as pd

from workbench.citing import sources
from workbench.citing.say import count
from workbench.errors import OptionError
from workbench.markup import Html, tag
from workbench.model import Article, Passage
from workbench.review.decision import Layer
from workbench.views import narrow, reader_apart, reader_subject
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.reader_columns import Columns
from workbench.views.reader_state import Spot, State
from workbench.views.reading import finding, following, gathering, layout, static, told
from workbench.views.reading.likeness import Likeness
from workbench.views.reading.marks import ALIGNS, LAYERS, Link, Marked
from workbench.views.setting import Setting
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Articles beside one another: at first, and at most.
FITS, MOST = 4, 6
_LINK = ("layer", "name", "sources", "places")


class Reader(View[State]):
    """Up to six articles side by side; ``reader.frame`` says where each source has what is followed, None: nowhere.

    Settable: ``articles`` (ids or names of sources, from left to right), ``layers`` (what is marked), ``align``
    ("figure", "utterance", "claim" or "text": what ``next()`` and ``previous()`` walk through), ``reference`` (whose
    order they keep), ``active`` (what is followed; ``reader.whole`` lists what there is), ``at`` (a passage: what
    stands there is followed), ``find``, ``versus`` (the source that the reference is compared with). ``go`` shows
    passages; ``add`` adds what the machine missed.

    Raises OptionError where there is no such article.
    """

    title = "Read side by side"
    placeholder = "Find in all …"
    reads = True
    heeds_too = frozenset(Layer)
    choices = {"align": tuple(ALIGNS)}  # noqa: RUF012 - read only
    columns = (Column("source", "Source"), Column("paragraph", "¶"), Column("words", "Passage"))
    detail_first = ""
    layers = Setting[tuple[str, ...]]()  # type: ignore[assignment]  # here, what is marked
    align = Setting[str]()
    versus = Setting[str]()

    def __init__(self, corpus: "Corpus", articles: Sequence[str] | str = ()) -> None:
        super().__init__(State())
        self.corpus = corpus
        first = self._ids(articles) or tuple(one.article_id for one in corpus.documents[:FITS])
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

    # -- what is done -------------------------------------------------------------------------------------------------

    def click(self, article_id: str, start: int, end: int, links: Sequence[str] | None = None) -> None:
        """Follow what stands at a place: of several marks the next with each click; without any, the paragraph."""
        spot = (article_id, start, end)
        if links is None:
            links = [mark.link for mark in self.linked.at(*spot)]
        now = self.state.selected if self.state.at == spot else ""
        link = following.clicked(self.linked, links, self.state.align, now, spot)
        if not link:
            link = f"{following.LIKE}:{article_id}:{start}-{end}"
        self.change(selected=link, at=spot)

    def next(self) -> None:
        """Follow the next thing of the sort that ``align`` names, in the order of the reference."""
        self._step(1)

    def previous(self) -> None:
        """Follow the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        state = self.state
        link_id = following.beside(self.steps, self.linked, state.selected, state.at, by)
        link = self.link(link_id) if link_id else None
        if link is None:
            return
        here = link.by_article.get(state.reference, link.passages[:1])
        layers = (*state.layers, link.layer) if link.layer in LAYERS else state.layers
        first = here[0]
        self.change(selected=link_id, at=(first.article_id, first.start, first.end), layers=layers)

    def go(self, passages: Iterable[Passage], called: str = "") -> None:
        """Show these passages, under the name `called`, the articles that have them beside one another."""
        some = [one for one in passages if one.article_id in self.sources.names]
        if not some:
            return
        having = list(dict.fromkeys(one.article_id for one in some))
        shown = [key for key in self.state.articles if key in having] + [
            key for key in having if key not in self.state.articles
        ]
        wanted = max(len(having), min(FITS, len(self.corpus)))
        articles = tuple(dict.fromkeys([*shown, *self.state.articles, *self.sources.names]))[: min(MOST, wanted)]
        held = self.linked.held(some)
        first = min(some, key=lambda one: articles.index(one.article_id) if one.article_id in articles else MOST)
        self.change(
            articles=articles,
            reference=articles[0],
            at=(first.article_id, first.start, first.end),
            places=tuple((one.article_id, one.start, one.end) for one in some),
            called=called or " ".join(first.surface.split())[:80],
            selected=held.link_id if held else following.PLACES,
            layers=(*self.state.layers, held.layer) if held else self.state.layers,
        )

    def add(self, layer: str, passage: Passage, reason: str = "", **given: Any) -> None:
        """Add what the machine missed: a figure, quote, name, label or wording at `passage`, with what is known of it.

        Raises OptionError where it cannot be so.
        """
        self.panel.add(layer, passage, given, reason)

    def act(self, name: str) -> None:
        """Previous, next, the difference of two sources."""
        if name in ("previous", "next"):
            getattr(self, name)()
        elif name == "versus":
            others = [key for key in self.state.articles if key != self.state.reference]
            self.change(versus="" if self.state.versus or not others else others[0])

    # -- what is said -------------------------------------------------------------------------------------------------

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
        return [key for key in self.sources.names if key in there and key not in having]

    def told(self) -> str:
        """In which sources what is followed is, and which do not have it, as a sentence; empty where nothing is."""
        link = self.followed
        return told.sentence(link, self.sources.names, self.silent) if link else ""

    def heading(self) -> str:
        """What is followed, or what there is to read."""
        shown = len(self.state.articles)
        return f"{shown} of {count(len(self.corpus), 'article')} beside one another"

    def empty(self) -> str:
        """Why there is nothing to see."""
        return "There is no article to read. See 00-start for what was read."

    def detail(self) -> Html:
        """Nothing below the columns."""
        return Html("")

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Where each source has what is followed."""
        return [
            Line(str(key), (row["source"], *(_text(row[name]) for name in ("paragraph", "words"))))
            for key, row in frame.iterrows()
        ]

    def written(self, most: int) -> list[Line]:
        """Where each source has what is followed, as a table of a briefing."""
        return self.lines(self.frame.head(most))

    def clip(self) -> str:
        """What is followed, with where to find it in each source."""
        link = self.followed
        return reader_subject.cited(self.corpus, link, self.sources.names) if link else ""

    def subject(self) -> Subject | None:
        """What is followed, to decide on: the mark at the place from which it is, and what it is one of."""
        return reader_subject.of(self)

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """No badges: the strip below says what was decided."""
        return {}

    def rejected(self) -> int:
        """How much was rejected is said where it is decided."""
        return 0

    def summary(self) -> str:
        """What is shown, what is followed and where, in a few lines."""
        names, state = self.sources.names, self.state
        shown = ", ".join(names[key] for key in state.articles)
        lines = [f"{self.title}: {shown}; marked: {', '.join(LAYERS[one] for one in state.layers) or 'nothing'}."]
        if state.find:
            found = self.found()
            lines.append(f"{state.find!r}: {', '.join(f'{names[key]} {len(some)}' for key, some in found.items())}.")
        if self.followed:
            lines.append(self.told())
            lines += [f"- {line}" for line in reader_subject.places(self.corpus, self.followed, names)]
        else:
            lines.append(f"{len(self.steps)} to walk through by {state.align}.")
        if state.versus:
            lines.append(reader_apart.summary(self))
        return "\n".join(lines)

    def found(self) -> dict[str, list[Passage]]:
        """By article shown, where the words looked for stand."""
        return finding.find(self.shown, self.state.find)

    @property
    def shown(self) -> tuple[Article, ...]:
        """The articles shown, from left to right."""
        return tuple(self.corpus.document(key) for key in self.state.articles)

    def difference(self) -> pd.DataFrame:
        """What the reference and ``versus`` have in common and what not: figures, quotes and claims, a row each.

        Raises OptionError while no two sources are chosen.
        """
        return reader_apart.frame(self)

    def html(self) -> Html:
        """The reader without a kernel: the articles side by side with their marks, what is followed in bold."""
        link = self.followed
        sides = [
            static.Side(
                article,
                self.sources.names[article.article_id],
                layout.lay(article, self.linked.by_article.get(article.article_id, [])),
                self.linked.by_article.get(article.article_id, []),
                link.by_article.get(article.article_id, []) if link else (),
                told.note(link, article.article_id) if link else "",
            )
            for article in self.shown
        ]
        apart = reader_apart.html(self) if self.state.versus else Html("")
        sentence = tag("p", tag("b", self.told())) if link else tag("p", self.heading())
        return tag(
            "div", tag("h3", self.title), sentence, static.page(sides, self.state.layers), apart, class_="wb-twin"
        )

    # -- the widget ---------------------------------------------------------------------------------------------------

    @cached_property
    def panel(self) -> Columns:
        """The columns in the browser."""
        return Columns(self)

    def groups(self) -> tuple[Group, ...]:
        """What is aligned, and which articles are shown, each with how often it has what is followed."""
        link = self.followed
        by = link.by_article if link else {}
        names, colours = self.sources.names, self.sources.colours
        some = tuple(
            Option(key, name, len(by.get(key, ())) if link else None, colours.get(key)) for key, name in names.items()
        )
        aligned = Group("align", "Align by", tuple(Option(one, one) for one in ALIGNS), many=False)
        shown = Group("articles", f"Shown (up to {MOST})", some)
        others = tuple(one for one in some if one.value != self.state.reference)
        apart = Group(
            "versus", f"{names.get(self.state.reference, '')} against", (Option("", "–"), *others), many=False
        )
        return (aligned, *((shown,) if len(some) > 1 else ()), *((apart,) if self.state.versus else ()))

    def actions(self) -> tuple[Action, ...]:
        """Walk through what is aligned; compare two sources; copy."""
        none, alone = not self.steps, len(self.state.articles) < 2
        return (
            Action("previous", "◀ Previous", f"Follow the {self.state.align} before (p)", disabled=none),
            Action("next", "Next ▶", f"Follow the next {self.state.align} (n)", disabled=none),
            Action(
                "versus", "Difference of two", "What the reference and another source have, and not", disabled=alone
            ),
            replace(COPY, disabled=self.followed is None),
        )

    def parts(self) -> list[ipywidgets.Widget]:
        """The bar, the columns, the difference of two sources."""
        self.bar.most_chips = 24
        return [self.bar, self.panel.pane, self._detail, self.panel.apart]

    @cached_property
    def widget(self) -> ipywidgets.VBox:
        """The reader as a widget."""
        box = cast(Any, View.widget).func(self)
        box.add_class("wb-reading-view")
        return box

    def _show_all(self) -> None:
        state = self.state
        self._head.value = str(tag("div", tag("h2", self.title), class_="wb-head"))
        beside = (action for one in self.companions for action in one.actions())
        self.bar.groups = [asdict(group) for group in self.groups()]
        self.bar.actions = [asdict(action) for action in (*self.actions(), *beside)]
        self.bar.chosen = {"align": [state.align], "articles": list(state.articles), "versus": [state.versus]}
        self.bar.find, self.bar.clip = state.find, self.clip()
        self.panel.show()
        for one in self.companions:
            one.show()

    def _told(self, **changes: Any) -> None:
        """The browser chose something of the bar."""
        if self._showing:
            return
        if "versus" in changes:
            changes["versus"] = (changes["versus"] or [""])[0]
        self.change(**changes)


def _rank(shown: Sequence[str], key: str) -> tuple[int, ...]:
    return (shown.index(key),) if key in shown else (len(shown),)


def _text(value: object) -> Cell | str | None:
    return None if value is None or value is pd.NA else str(value)
