"""Headlines side by side: what each says, who does what in it, and what it leaves out that others' headlines have."""

from functools import cached_property

from workbench.citing.say import count
from workbench.compare.headlines import Headline
from workbench.markup import Html
from workbench.model import Act, Passage
from workbench.views import sided
from workbench.views.grid import Cell
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use

_KINDS = {"figure": "a figure", "name": "a name", "act": "an act"}


class Headlines(SideView):
    """Columns are sources; rows the headline, who does what in it, and what some headlines have and others leave out.

    ``view.frame`` is the matrix as shown, ``view.selected`` the row looked at.
    """

    title = "Headlines, side by side"
    placeholder = "Find a word …"
    row_label = "Headline and what is in it"
    silence = "Not in the headline, nor found further down, in"
    detail_first = "Click a row to see the words in their place."
    legend = (
        "Under the headlines: what some of them have and others leave out. “below: …”: the text has it further down. "
        "A dash: the text has it nowhere (rest on it to see what was looked for)."
    )
    filters = ("kind", "source")
    longest = 240

    def rows(self) -> tuple[Row, ...]:
        """The headlines, the acts in them, then what most headlines have."""
        found = [one for one in self.corpus.framing.headlines if one.passage is not None]
        whole = tuple(Use(_said(one.passage), one.passage) for one in found if one.passage)
        acts = tuple(Use(_told(act), act.passage) for one in found for act in one.acts)
        made = [Row("headline", "Headline", "headline", whole)] if whole else []
        made += [Row("acts", "Who does what", "act", acts)] if acts else []
        return (*made, *self._items(found))

    def _items(self, found: list[Headline]) -> list[Row]:
        """What some headlines have and others leave out, that which most have first."""
        uses: dict[tuple[str, str], dict[Passage, Use]] = {}
        for one in found:
            for absent in one.absent:
                here = uses.setdefault((absent.kind, absent.label), {})
                here.update({passage: Use(_said(passage), passage, note="headline") for passage in absent.passages})
                if absent.below:
                    here[absent.below] = Use(f"below: {_said(absent.below)}", absent.below, note="further down")
        made = [
            Row(
                f"{kind}: {label}",
                label[:1].upper() + label[1:],
                kind,
                tuple(some.values()),
                sub=_KINDS.get(kind, kind),
                sought=tuple(dict.fromkeys(use.text for use in some.values() if use.note == "headline"))[:8],
            )
            for (kind, label), some in uses.items()
        ]
        return sorted(made, key=lambda row: -sum(use.note == "headline" for use in row.uses))

    def sought(self, row: Row, article_id: str) -> str:
        """That there is no headline, or what was looked for in it and below it."""
        if article_id in self._bare:
            return f"{self.sides.sources.names[article_id]}: no headline in the file"
        if row.key == "acts":
            return "No act was read from this headline"
        return super().sought(row, article_id)

    def none(self, row: Row, article_id: str) -> Cell:
        """A dash, or that there is no headline."""
        if row.key != "headline":
            return super().none(row, article_id)
        return Cell("no headline in the file", dim=True, title=self.sought(row, article_id))

    def detail(self) -> Html:
        """The words of the selected row in their places; for the headlines, who has none."""
        if self._row and self._row.key == "headline":
            return sided.render(self.sides, self._row, "No headline in the file")
        return super().detail()

    @cached_property
    def _bare(self) -> frozenset[str]:
        """The articles without a headline."""
        there = {one.passage.article_id for one in self.corpus.framing.headlines if one.passage is not None}
        return frozenset({article.article_id for article in self.corpus.documents} - there)

    def heading(self) -> str:
        """How many articles have a headline, and how many things some of them leave out."""
        total, found = len(self.corpus), [one for one in self.corpus.framing.headlines if one.passage is not None]
        items = sum(row.key not in ("headline", "acts") for row in self._all)
        return (
            f"{len(found)} of {count(total, 'article')} with a headline · {count(items, 'thing')} that some leave out"
        )

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "Nothing fits: take a word out of the find box, or choose All in the filters."
        return "None of these articles has a headline. See 00-start for what was read."


def _said(passage: Passage) -> str:
    return " ".join(passage.surface.split())


def _told(act: Act) -> str:
    """Actor, act and object, in the words of the headline and in this order."""
    parts = [_said(part) for part in (act.actor, act.passage, act.object) if part]
    return " → ".join(parts) if not act.negated else f"not: {' → '.join(parts)}"
