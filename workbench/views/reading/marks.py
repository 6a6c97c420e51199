"""What is marked in the articles, and what is linked with what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from workbench.model import Passage

#: What can be marked, and what each layer is called, in the order of the chips.
LAYERS: Mapping[str, str] = MappingProxyType(
    {
        "figures": "figures",
        "quotes": "quotes",
        "names": "names",
        "reuse": "shared text",
        "labels": "labels",
        "words": "loaded words",
        "dates": "dates",
        "claims": "claims",
    }
)
_ORDER = tuple(LAYERS)
#: The layers that are marked at first.
FIRST = ("figures", "quotes", "names", "reuse")
#: By what passages are aligned, and the layer whose marks have these links.
ALIGNS: Mapping[str, str] = MappingProxyType(
    {"figure": "figures", "utterance": "quotes", "claim": "claims", "text": "reuse"}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage: its layer, the id of what it is, the link that it belongs to, and what is said of it."""

    passage: Passage
    layer: str
    key: str
    link: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What several passages have in common: one quantity, one thing said, one name. `kind` is a layer's."""

    link_id: str
    layer: str
    name: str
    passages: tuple[Passage, ...] = ()

    @property
    def by_article(self) -> dict[str, list[Passage]]:
        """The passages of each article that has one, in reading order."""
        found: dict[str, list[Passage]] = {}
        for one in sorted(self.passages, key=lambda one: (one.start, one.end)):
            found.setdefault(one.article_id, []).append(one)
        return found


@dataclass(frozen=True)
class Marked:
    """All marks of a corpus. `names` are what links are called, by link_id."""

    marks: tuple[Mark, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_article(self) -> dict[str, list[Mark]]:
        """The marks of each article, in reading order, the longer first where two begin together."""
        found: dict[str, list[Mark]] = {}
        for one in sorted(self.marks, key=lambda one: (one.passage.start, -one.passage.end, one.layer)):
            found.setdefault(one.passage.article_id, []).append(one)
        return found

    @cached_property
    def links(self) -> dict[str, Link]:
        """Every link by its id, in the order in which its first mark was given."""
        passages: dict[str, dict[Passage, None]] = {}
        layers: dict[str, str] = {}
        for one in self.marks:
            passages.setdefault(one.link, {})[one.passage] = None
            layers.setdefault(one.link, one.layer)
        return {
            key: Link(key, layers[key], self.names.get(key) or next(iter(some)).surface, tuple(some))
            for key, some in passages.items()
        }

    def at(self, article_id: str, start: int, end: int) -> list[Mark]:
        """The marks that touch a stretch of an article, the shortest first."""
        some = (one for one in self.by_article.get(article_id, ()))
        found = [one for one in some if one.passage.start < end and start < one.passage.end]
        return sorted(found, key=lambda one: (one.passage.end - one.passage.start, _ORDER.index(one.layer)))

    def held(self, passages: Iterable[Passage]) -> Link | None:
        """The link of most of these passages, the narrowest of several; None where none has half of them."""
        wanted = {(one.article_id, one.start, one.end) for one in passages}
        counts: dict[str, set[tuple[str, int, int]]] = {}
        for article_id in dict.fromkeys(one[0] for one in wanted):
            for mark in self.by_article.get(article_id, ()):
                place = (article_id, mark.passage.start, mark.passage.end)
                if place in wanted:
                    counts.setdefault(mark.link, set()).add(place)
        if not counts:
            return None
        best = min(counts, key=lambda key: (-len(counts[key]), len(self.links[key].passages)))
        return self.links[best] if 2 * len(counts[best]) >= len(wanted) else None
