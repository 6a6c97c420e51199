"""The reader: articles beside one another, what is the same in them marked, and followed from one into the others."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import ipywidgets
import pandas as pd

from workbench.citing.say import count
from workbench.markup import Html, tag
from workbench.model import Article, Passage
from workbench.review.decision import Layer
from workbench.views import reader_apart, reader_subject
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.reader_columns import Columns
from workbench.views.reader_followed import FITS, MOST, Followed
from workbench.views.reading import finding, following, layout, static
from workbench.views.reading.marks import ALIGNS, LAYERS
from workbench.views.subject import Subject

if TYPE_CHECKING:
    pass


class Reader(Followed):
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
    columns = (Column("source", "Source"), Column("paragraph", "¶"), Column("words", "Passage"))
    detail_first = ""

    # -- what is done -------------------------------------------------------------------------------------------------

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
                self.note(article.article_id),
            )
            for article in self.shown
        ]
        apart = reader_apart.html(self) if self.state.versus else Html("")
        sentence = tag("p", tag("b", self.told())) if link else tag("p", self.heading())
        return tag(
            "div", tag("h3", self.title), sentence, static.page(sides, self.state.layers), apart, class_="wb-twin"
        )

    # -- the widget ---------------------------------------------------------------------------------------------------

    @property
    def panel(self) -> Columns:
        """The columns in the browser: they stay when what was made of the corpus is made anew."""
        if self._panel is None:
            self._panel = Columns(self)
        return self._panel

    _panel: Columns | None = None

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
        self.likeness.read()
        return box

    def reset(self) -> None:
        """Show everything again, each article from its top."""
        super().reset()
        if self._panel is not None:
            self._panel.pane.tops += 1

    def _show_all(self) -> None:
        state = self.state
        self.panel.show()
        self._head.value = str(tag("div", tag("h2", self.title), class_="wb-head"))
        beside = (action for one in self.companions for action in one.actions())
        self.bar.groups = [group.plain for group in self.groups()]
        self.bar.actions = [asdict(action) for action in (*self.actions(), *beside)]
        self.bar.chosen = {"align": [state.align], "articles": list(state.articles), "versus": [state.versus]}
        self.bar.find, self.bar.clip = state.find, self.clip()
        for one in self.companions:
            one.show()

    def _told(self, **changes: Any) -> None:
        """The browser chose something of the bar."""
        if self._showing:
            return
        if "versus" in changes:
            changes["versus"] = (changes["versus"] or [""])[0]
        self.change(**changes)


def _text(value: object) -> Cell | str | None:
    return None if value is None or value is pd.NA else str(value)
