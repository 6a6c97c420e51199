"""Text that sources share outside quotes, and where they say that they have things from."""

from collections import defaultdict

from workbench.citing.say import count
from workbench.model import Origin, Passage, Reuse
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use


class Shared(SideView):
    """A row a stretch of text that several sources share outside quotes, a column a source: its words there."""

    title = "Shared text"
    drawn = "origins"
    placeholder = "Find words …"
    row_label = "Shared words"
    silence = "Not in"
    detail_first = "Click a row to see the shared words in each source."
    legend = "Word for word: at least eight words in a row outside quotes. Nearly: a sentence reworded in places."
    filters = ("kind", "source")
    longest = 240

    def rows(self) -> tuple[Row, ...]:
        """The longest first."""
        pairs = sorted(self.corpus.framing.reuse, key=lambda one: (one.near, -one.tokens))
        return tuple(
            Row(
                f"{one.a.article_id}:{one.a.start}-{one.b.article_id}:{one.b.start}",
                f"{one.tokens} words" if not one.near else f"nearly alike, {one.tokens} words shared",
                "nearly" if one.near else "word for word",
                (_shown(one.a), _shown(one.b)),
                sought=("the same words in a row, or nearly the same sentence",),
            )
            for one in pairs
        )

    def heading(self) -> str:
        """How much is shared."""
        found: tuple[Reuse, ...] = self.corpus.framing.reuse
        exact = sum(not one.near for one in found)
        if not found:
            return "no two sources share text outside quotes"
        return f"{count(exact, 'passage')} word for word, {len(found) - exact} nearly alike"

    def empty(self) -> str:
        """Why there is nothing to see."""
        if len(self.whole):
            return "No passage fits: take a word out of the find box, or choose All in the filters."
        return "No two sources share eight words in a row outside quotes, or a sentence reworded in places."


class Origins(SideView):
    """A row an origin that sources name, a column a source: the words that name it."""

    title = "Where the sources say they have it from"
    drawn = "origins"
    placeholder = "Find an origin …"
    row_label = "Origin"
    silence = "Not named in"
    detail_first = "Click a row to see where each source names the origin."
    legend = (
        "attribution: “X said”, “according to X” · medium: “told the BBC” · source list: in the head or at the end · "
        "wire tag: “(AP)”."
    )
    only_label = "Named by"
    filters = ("kind", "only", "source")

    def rows(self) -> tuple[Row, ...]:
        """The origin that most sources name first."""
        found: dict[str, list[Origin]] = defaultdict(list)
        for origin in self.corpus.framing.origins:
            found[origin.entity_id or origin.name.casefold()].append(origin)
        made = [
            Row(
                key,
                some[0].name,
                some[0].how,
                tuple(Use(" ".join(o.passage.surface.split()), o.passage, note=o.how) for o in some),
                sought=("the name, or a word for it, as where something is from",),
                sub=f"{some[0].how} · {count(len(some), 'time')}",
            )
            for key, some in found.items()
        ]
        return tuple(sorted(made, key=lambda row: row.rank))

    def heading(self) -> str:
        """How many origins are named, and how many of them by several sources."""
        if not self._all:
            return f"no origin is named in {count(len(self.corpus), 'article')}"
        several = sum(len(row.articles) > 1 for row in self._all)
        return f"{count(len(self._all), 'origin')} named · {several} by several sources"

    def empty(self) -> str:
        """Why there is nothing to see."""
        if len(self.whole):
            return "No origin fits: take a word out of the find box, or choose All in the filters."
        return "None of these articles says where it has something from."


def _shown(passage: Passage) -> Use:
    return Use(" ".join(passage.surface.split()), passage)
