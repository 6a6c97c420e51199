"""Charts, with matplotlib only: each draws on Axes that one hands it, or on its own, and returns what it drew on.

>>> import workbench as wb
>>> wb.charts.corpus(wb.load("seeds", progress=False))  # in a notebook, this shows the chart
<Chart: Words by source>

``style("dark")`` is a context in which charts come out dark. No chart changes matplotlib's settings or pyplot's state.
"""

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from workbench.charts.palette import THEMES, source_colours, source_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    import pandas as pd
    from matplotlib.axes import Axes

    from workbench.corpus import Corpus

__all__ = [
    "THEMES",
    "agreement",
    "barcode",
    "choices",
    "corpus",
    "coverage",
    "data",
    "describe",
    "distinctive",
    "entrances",
    "figures",
    "image",
    "labels",
    "origins",
    "quantities",
    "quotes",
    "quoting",
    "source_colours",
    "source_labels",
    "style",
    "timeline",
    "voices",
]


_Given = ParamSpec("_Given")


def _read(
    draw: "Callable[Concatenate[Corpus, _Given], Axes]",
) -> "Callable[Concatenate[Corpus, _Given], Axes]":
    """The chart with whose reading it shows at its foot: the machine's, or that with the analysts' decisions."""

    @wraps(draw)
    def drawn(corpus: "Corpus", /, *args: _Given.args, **named: _Given.kwargs) -> "Axes":
        from workbench.charts import sheet, unread

        decided = sum(one.kind.value not in ("memo", "grade") for one in _decisions(corpus))
        count = f"{decided:,} decision{'' if decided == 1 else 's'} by analysts"
        token = sheet.READING.set(f"machine reading with {count}" if decided else "machine reading")
        unserved = unread.NAMES.set(_unread(corpus))
        try:
            return draw(corpus, *args, **named)
        finally:
            unread.NAMES.reset(unserved)
            sheet.READING.reset(token)

    return drawn


def _unread(corpus: Any) -> frozenset[str]:
    """What charts call the articles that no extractor serves."""
    from workbench.charts import unread

    ids = unread.of(corpus.documents)
    names = source_labels({a.article_id: a.source.value if a.source else None for a in corpus.documents}) if ids else {}
    return frozenset(names[one] for one in ids)


def _decisions(corpus: Any) -> "Sequence[Any]":
    review = getattr(corpus, "review", None)
    return review.decisions if review is not None else ()


@_read
def corpus(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """How many words each source has, and how many of them are prose, captions or set aside as furniture."""
    from workbench.charts import words

    found = words.data(corpus.articles, corpus.blocks)
    return _with(found, words.draw(found, ax))


@_read
def figures(corpus: "Corpus", quantity: str | None = None, ax: "Axes | None" = None) -> "Axes":
    """What each source states, as it states it: "more than 100" is an arrow from 100, a range a bar.

    `quantity` is a quantity_id: then only the figures that belong to it. Else those that most sources state come first.

    Raises OptionError where no figure belongs to `quantity`.
    """
    from workbench.charts import statements

    found = statements.data(corpus.articles, corpus.figures, quantity=quantity, quantities=corpus.quantities)
    return _with(found, statements.draw(found, ax))


@_read
def agreement(corpus: "Corpus", ax: "Axes | None" = None, most: int = 30) -> "Axes":
    """What the sources agree on and where they differ: quantities by sources, what each states, and how it stands.

    At most `most` quantities are shown, those that most sources speak to.
    """
    from workbench.charts import agreed

    found = agreed.data(corpus.documents, corpus.rows("figures"), corpus.rows("quantities"))
    return _with(found, agreed.draw(found, ax, most))


@_read
def quantities(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """The quantities that most sources speak to, in small: a panel each, points, arrows and bars as in ``figures``."""
    from workbench.charts import panels, statements

    found = statements.data(corpus.articles, corpus.figures, quantities=corpus.quantities, most=panels.MOST)
    return _with(found, panels.draw(found, ax))


@_read
def voices(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """Whose words each source quotes, and how many words the narrator has beside them."""
    from workbench.charts import speakers

    found = speakers.data(corpus.articles, corpus.quotes)
    return _with(found, speakers.draw(found, ax))


@_read
def quoting(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """Who quotes whom: speakers by sources, in each cell the words that the source quotes of the speaker."""
    from workbench.charts import whom

    found = whom.data(corpus.articles, corpus.quotes)
    return _with(found, whom.draw(found, ax))


@_read
def entrances(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """Where in each article each voice is first heard, from 0% to 100% of the article's words."""
    from workbench.charts import first_heard

    found = first_heard.data(corpus.articles, corpus.blocks, corpus.quotes)
    return _with(found, first_heard.draw(found, ax))


@_read
def labels(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """What each source calls the people and things that most sources label: a row each, a column a source."""
    from workbench.charts import vocabulary, worded

    names = {entity.entity_id: entity.canonical for entity in corpus.naming.entities}
    found = vocabulary.data(corpus.articles, corpus.rows("labels"), "entity_id", names)
    return _with(found, worded.draw(found, vocabulary.LABELS, ax))


@_read
def choices(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """The different words that sources choose for one thing or act: a row each, a column a source."""
    from workbench.charts import vocabulary, worded

    rows = [row for row in corpus.rows("wording") if row["device"] == "choice"]
    names = {row["concept"]: row["concept"] for row in rows}
    found = vocabulary.data(corpus.articles, rows, "concept", names)
    return _with(found, worded.draw(found, vocabulary.CHOICES, ax))


@_read
def distinctive(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """The words that set each source apart from the others: a panel a source."""
    from workbench.charts import apart

    found = apart.data(corpus.documents, corpus.rows("distinctive"))
    return _with(found, apart.draw(found, ax))


@_read
def coverage(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """What is told where: a row a claim, a column a source, a symbol for how prominently; readable in grey."""
    from workbench.charts import covered

    found = covered.of(corpus)
    return _with(found, covered.draw(found, ax))


@_read
def barcode(corpus: "Corpus", words: "Sequence[str] | None" = None, ax: "Axes | None" = None) -> "Axes":
    """Where in each article a name stands: those that most sources have; with `words`, these words or phrases."""
    from workbench.charts import strokes

    found = strokes.of(corpus, words)
    return _with(found, strokes.draw(found, ax))


@_read
def timeline(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """When things happened, as each source dates them: time runs down, a lane a source, ▲ where one differs."""
    from workbench.charts import timed

    found = timed.data(corpus.documents, corpus.framing.timeline)
    return _with(found, timed.draw(found, ax))


@_read
def origins(corpus: "Corpus", ax: "Axes | None" = None) -> "Axes":
    """Who depends on whom: the origins that each source names, and the text that sources share outside quotes."""
    from workbench.charts import dependence

    found = dependence.data(corpus.documents, corpus.rows("origins"), corpus.rows("reuse"))
    return _with(found, dependence.draw(found, ax))


#: The chart of the quotes is the chart of the voices.
quotes = voices


def data(ax: Any) -> "pd.DataFrame | None":
    """What the chart on `ax` shows, as the table that it was drawn from; None for Axes that no chart was drawn on."""
    return getattr(ax, "workbench_data", None)


def _with(data: "pd.DataFrame", ax: "Axes") -> "Axes":
    """The chart, which keeps the table that it was drawn from."""
    ax.workbench_data = data  # type: ignore[attr-defined]
    return ax


def style(theme: str = "light") -> "AbstractContextManager[None]":
    """A context in which charts come out in `theme`: "light" or "dark". What was set before is set again afterwards.

    Raises OptionError for another theme.
    """
    from workbench.charts import sheet

    return sheet.style(theme)


def image(ax: "Axes", form: str = "png", dpi: int = 150) -> bytes:
    """The chart as the bytes of a picture: png, svg (text as outlines, the same on every machine) or pdf."""
    from workbench.charts import picture

    return picture.image(ax.figure, form, dpi=dpi, outlines=True)


def describe(ax: Any) -> str:
    """What the chart shows, in words: the alternative text for a picture of it."""
    from workbench.charts import picture

    return picture.describe(ax)
