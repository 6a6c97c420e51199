"""What each source is called and how it is coloured: the same in every view and chart, in the order of the corpus."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.charts.palette import source_colours, source_labels

if TYPE_CHECKING:
    from workbench.model import Article


@dataclass(frozen=True)
class Sources:
    """The names and colours of a corpus's articles, by article_id, in order."""

    names: Mapping[str, str]
    colours: Mapping[str, str]

    def colour_of(self, name: str) -> str | None:
        """The colour of the first article whose source is called `name`."""
        return self.colours.get(self._ids.get(name, ""))

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The first article of each name: asked for once a source and filter, in a loop over all sources."""
        return {name: key for key, name in reversed(list(self.names.items()))}


def columns(names: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """The column of a frame for each source of `names`, in their order; none is called like one of those `taken`.

    >>> columns({"a": "Reuters", "b": "kind"}, ("name", "kind"))
    {'a': 'Reuters', 'b': 'kind (source)'}
    """
    return {key: f"{name} (source)" if name in taken else name for key, name in names.items()}


def asked(articles: "Iterable[Article]", names: Mapping[str, str]) -> dict[str, str]:
    """What each source is called, by article_id as in `names`, and by its long name where `names` cuts that."""
    there = list(articles)
    often = Counter(one.name for one in there)
    cut = [one for one in there if "…" in names.get(one.article_id, "") and often[one.name] == 1]
    return {**{one.name: names[one.article_id] for one in cut}, **names}


def of(articles: "Iterable[Article]") -> Sources:
    """The sources of these articles; an article without a known source goes by its id. No two names are alike."""
    names = source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    return Sources(names, source_colours(list(names)))
