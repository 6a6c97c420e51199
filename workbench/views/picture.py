"""A chart inside a view: a picture, with its description in words for whoever does not see it."""

import warnings
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import Any

from workbench import charts
from workbench.markup import Html, tag

#: A chart of more sources takes seconds to draw, and nobody can read it.
MOST = 40
#: Fine enough for a screen with two pixels a point, small enough to arrive at once.
DPI = 130


def of(draw: Callable[[], Any]) -> Html:
    """The chart that `draw` makes, as an image inside the page, once for each theme: nothing is fetched."""
    return framed(image(draw, theme) for theme in charts.THEMES)


def image(draw: Callable[[], Any], theme: str) -> Html:
    """The chart that `draw` makes, as an image for one theme."""
    with warnings.catch_warnings(), charts.style(theme):
        # a glyph that is missing is shown as a box: no news to the analyst
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        ax = draw()
        data = b64encode(charts.image(ax, "png", dpi=DPI)).decode("ascii")
    width = f"max-width:min(100%, {ax.figure.get_figwidth() * 96:.0f}px)"  # as drawn, and never wider than its panel
    given = {"alt": charts.describe(ax), "style": width, "class_": f"wb-{theme}"}
    given |= {"hidden": "hidden"} if theme != "light" else {}  # where our style sheet is not, light alone is shown
    return Html(str(tag("img", src=f"data:image/png;base64,{data}", **given)).removesuffix("</img>"))


def framed(images: Iterable[Html]) -> Html:
    """The images of a chart, one for each theme."""
    return tag("div", *images, class_="wb-panel wb-picture")


def whole(sources: int, chart: str, draw: Callable[[], Any]) -> Html:
    """The chart of all sources, as :func:`of` makes it; of very many, a sentence that says how to draw it."""
    return of(draw) if sources <= MOST else too_many(sources, chart)


def too_many(sources: int, chart: str) -> Html:
    """How to draw a chart of very many sources all the same, as a sentence.

    >>> "500 sources are too many" in str(too_many(500, "voices"))
    True
    """
    told = f"{sources:,} sources are too many to read in one chart. wb.charts.{chart}(corpus) draws it all the same."
    return tag("p", told, class_="wb-cite")
