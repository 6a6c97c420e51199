"""Who and what is named: each once, with every form of its name in each source, and why these forms are of one."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ipywidgets
import pandas as pd

from workbench.charts.palette import cut, shorten
from workbench.markup import Html, join, mark, tag
from workbench.model import Mention
from workbench.views import by_hand, narrow, place
from workbench.views.bar import COPY, Action, Group, Option
from workbench.views.base import View
from workbench.views.grid import Cell, Column, Line
from workbench.views.namings import Named, ranked
from workbench.views.say import count
from workbench.views.setting import Setting

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_FOUND_IN = ("name", "variants", "reason")
_ASKED = "open question"
#: Listed in full at most; the table of names has all of them.
MOST = 60


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


class Names(View[State]):
    """The persons, organisations and places of a corpus, each once, with its name as each source writes it.

    ``view.frame`` holds the rows shown, ``view.selected`` the entity_id of the row looked at. Settable: ``find``,
    ``kind``, ``source``, ``only`` ("several forms", "merged", "open question"), ``sort``, ``descending``, ``selected``.
    """

    title = "Names, side by side"
    placeholder = "Find a name …"
    detail_first = "Click a row to see every mention in its sentence."
    filters = ("kind", "source", "only")
    kind = Setting[tuple[str, ...]]()
    source = Setting[tuple[str, ...]]()
    only = Setting[tuple[str, ...]]()

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(State())
        self.corpus = corpus
        self.named = Named(corpus)

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The name, a column a source, why its forms are one."""
        called = self.named.sources
        middle = (
            Column(column, shorten(called.names[key], 15), colour=called.colours.get(key))
            for key, column in self.named.columns.items()
        )
        return (Column("name", "Name"), *middle, Column("reason", "Why one"))

    @property
    def whole(self) -> pd.DataFrame:
        """All entities: those that most sources name first."""
        return self.named.frame

    @property
    def by_source(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return {self.named.sources.names[key]: column for key, column in self.named.columns.items()}

    def _options(self, name: str) -> list[str]:
        if name == "only":
            return ["several forms", "merged", _ASKED]
        return list(self.by_source) if name == "source" else super()._options(name)

    def apply(self, state: State, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows that `state` shows."""
        return apply(state, frame, self.by_source)

    # -- what is shown --------------------------------------------------------------------------------------------

    def lines(self, frame: pd.DataFrame) -> list[Line]:
        """Each entity with its forms by source."""
        return [self._line(key, row) for key, row in narrow.records(frame)]

    def _line(self, key: str, row: dict[str, Any]) -> Line:
        told = f"{row['kind']} · {count(row['mentions'], 'mention')} · {count(row['forms'], 'form')}"
        cells = [self._cell(key, article_id) for article_id in self.named.columns]
        merged = {"text": "merged", "sub": cut(row["reason"], 80)} if row["reason"] else {"text": "–", "dim": True}
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
        several, asked = int((whole["forms"] > 1).sum()), len(self.corpus.naming.checks)
        return " · ".join(
            [
                count(int(whole["mentions"].sum()), "mention"),
                *told,
                f"{several} named in several ways",
                *([f"▲ {count(asked, 'open question')}"] if asked else []),
            ]
        )

    def groups(self) -> tuple[Group, ...]:
        """Filters by kind, by source, and by how sure the name is."""
        whole, colour_of = self.whole, self.named.sources.colour_of
        sources = tuple(
            Option(name, name, int(whole[column].notna().sum()), colour_of(name))
            for name, column in self.by_source.items()
        )
        only = tuple(Option(name, name, int(_only(whole, name).sum())) for name in self._options("only"))
        kept = tuple(option for option in only if option.count or option.value in self.state.only)
        made = (Group("source", "Source", sources), Group("only", "Only", kept))
        shown = tuple(one for one in made if len(one.options) > (one.name == "source") or getattr(self.state, one.name))
        return (*narrow.groups(whole, self.state, {"kind": "Kind"}, colour_of), *shown)

    def actions(self) -> tuple[Action, ...]:
        """Copy the name that is selected."""
        return (replace(COPY, disabled=not self.state.selected),)

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
        return Html("").join([super().html(), asked(self.named)])

    def parts(self) -> list[ipywidgets.Widget]:
        """The bar, the table, the selected name, and the open questions."""
        self.grid.add_class("wb-wide")
        notes = ipywidgets.HTML(str(asked(self.named)))
        return [by_hand.Look(), self.bar, self.grid, self._detail, notes]


def render(named: Named, key: str) -> Html:
    """The panel of one entity as HTML. Pure."""
    one, mentions = named.entities[key], named.mentions.get(key, [])
    forms = ", ".join(f"{form} {number}" for form, number in ranked(named.forms(key)))
    questions = [tag("li", "▲ ", check.message) for check in named.questions.get(key, ())]
    also = (
        [tag("h4", "What else could be the same"), tag("ul", *questions, class_="wb-statements")] if questions else []
    )
    items = [tag("li", _mentioned(named, mention)) for mention in mentions[:MOST]]
    more = f"… and {len(mentions) - MOST:,} more: see the table of names." if len(mentions) > MOST else ""
    return tag(
        "div",
        tag("h3", one.canonical, " ", tag("span", one.kind.value, class_="wb-badge")),
        place.facts(("Forms", forms), ("Merged", one.reason or "nothing had to be: the forms are parts of one name")),
        also if questions else "",
        tag("ul", *items, class_="wb-statements"),
        tag("p", more, class_="wb-cite") if more else "",
        class_="wb-panel",
    )


def _mentioned(named: Named, mention: Mention) -> Html:
    passage = mention.passage
    article = named.corpus.document(passage.article_id)
    where = place.of(article, passage.start, passage.end)
    text, span = place.clip(where.sentence, (where.at, where.to), 240)
    swatch = tag("span", class_="wb-swatch", style=f"background:{named.sources.colours.get(passage.article_id)}")
    role = article.block_at(passage.start).role
    badge = [] if role in place.PLAIN_ROLES else [tag("span", role.value, class_="wb-badge")]
    source = tag("span", swatch, named.sources.names[passage.article_id], class_="wb-src")
    return join([source, tag("span", f"¶{where.paragraph}", class_="wb-cite"), mark(text, [span]), *badge], " ")


def asked(named: Named) -> Html:
    """All open questions which names are of one."""
    checks = named.corpus.naming.checks
    if not checks:
        return Html("")
    items = [tag("li", "▲ ", check.message) for check in checks[:MOST]]
    more = tag("p", f"… and {len(checks) - MOST:,} more: see .checks.", class_="wb-cite") if len(checks) > MOST else ""
    return tag("div", tag("h3", "Questions"), tag("ul", *items, class_="wb-statements"), more, class_="wb-panel")
