"""From a briefing to what renderers are given: ids looked up, passages numbered, charts drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from workbench import __version__, charts
from workbench.briefing import items
from workbench.errors import OptionError
from workbench.export.charts import small
from workbench.export.document import native
from workbench.export.document.blocks import Block, Grid, Head, Made, Para, Picture
from workbench.export.document.cited import Citations
from workbench.export.document.decided import Decided
from workbench.export.document.looked_up import LookedUp
from workbench.export.document.phrases import counted
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: The charts that a briefing can hold.
CHARTS = tuple(
    name
    for name in charts.__all__
    if name not in ("THEMES", "data", "describe", "image", "source_colours", "source_labels", "style")
)
#: Characters of a source's name in sentences; charts have less room and shorten it further.
_LONGEST_NAME = 48
_IMAGES: WeakKeyDictionary[Any, bytes] = WeakKeyDictionary()


def resolve(briefing: items.Briefing, corpus: "Corpus", drawn: Mapping[str, Any] | None = None) -> Made:
    """The briefing as blocks and numbered citations; `drawn` are charts drawn already, without arguments, by name.

    What the analysts decided stands at its end, whatever was picked.

    Raises OptionError for a chart that there is not.
    """
    work = _Work(corpus, drawn or {})
    blocks = [block for item in briefing.items for block in work.blocks(item)]
    blocks += work.decided.section()
    cited, final = work.citations.finish()
    numbered = tuple(
        replace(one, numbers=tuple(sorted({final[number] for number in one.numbers}))) if isinstance(one, Para) else one
        for one in blocks
    )
    read = counted(len(corpus.documents), "article")
    foot = f"Analyst workbench {__version__}, {read} read."
    every = tuple(citation for one in cited for citation in one.citations)
    return Made(line(briefing.title), numbered, every, foot, work.decided.left_out, cited)


def labels(corpus: "Corpus") -> dict[str, str]:
    """What each source is called in sentences, by article_id."""
    sources = {one.article_id: one.source.value if one.source else None for one in corpus.documents}
    return charts.source_labels(sources, _LONGEST_NAME)


class _Work:
    """The look-ups of one briefing, and its citations."""

    def __init__(self, corpus: "Corpus", drawn: Mapping[str, Any]) -> None:
        self.corpus = corpus
        self.drawn = drawn
        names = labels(corpus)
        self.citations = Citations(corpus, names)
        self.decided = Decided(corpus, names)
        self.looked_up = LookedUp(corpus, names, self.citations)

    def blocks(self, item: items.Item) -> Iterator[Block]:
        """What an item shows; one that is no longer there says so."""
        match item:
            case items.Heading(text, level, maker):
                yield Head(line(text), level, maker)
            case items.Text(text, maker):
                for part in filter(None, (line(part) for part in text.split("\n\n"))):
                    yield Para(part, maker)
            case items.Statement():
                yield Para(line(item.text), item.maker, self.citations.add(item.where), item.status, point=True)
            case items.Chart():
                yield self._chart(item)
            case items.Table(name, columns, rows, title, maker):
                yield Grid(line(title or name), columns, rows, maker)
            case _:
                yield self.looked_up.point(item)
                for layer, key in self.looked_up.about(item):
                    yield from self.decided.remarks(layer, key)

    def _chart(self, item: items.Chart) -> Picture | Para:
        if item.name not in CHARTS:
            raise OptionError(f"There is no chart {item.name!r}; the charts are {', '.join(CHARTS)}.")
        plain = not item.arguments
        drawn = self.drawn.get(item.name) if plain else None
        try:
            drawn = self._draw(item) if drawn is None else drawn
        except OptionError:  # what it is about is gone since it was picked: all else is written
            gone = "What a picked chart was about is no longer found in the articles: pick it again, or leave it out."
            return Para(gone, items.Maker.MACHINE, point=True)
        words = getattr(drawn, "workbench_words", None)
        title = line(item.title or (words.title if words else item.name))
        brief = line(f"{title}. {words.subtitle}" if words and words.subtitle else title)
        make = native.MAKERS.get(item.name)
        return Picture(
            item.name,
            title,
            line(item.caption),
            alt=line(charts.describe(drawn)),
            brief=brief,
            axes=drawn,
            bars=make(self.corpus) if make and plain else None,
            again=lambda theme: self._draw(item, theme),
            plain=plain,
        )

    def _draw(self, item: items.Chart, theme: str = "light") -> Any:
        with charts.style(theme):
            return getattr(charts, item.name)(self.corpus, **dict(item.arguments))


def image(axes: Any) -> bytes:
    """The chart as PNG for pages and slides, made once for all formats."""
    if axes not in _IMAGES:
        _IMAGES[axes] = small(charts.image(axes, "png", 180))
    return _IMAGES[axes]


def fitting(axes: Any) -> tuple[float, float]:
    """Width and height of a chart, in inches."""
    return float(axes.figure.get_figwidth()), float(axes.figure.get_figheight())
