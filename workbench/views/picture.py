"""A chart inside a view: a picture, with its description in words for whoever does not see it."""

import warnings
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from workbench import charts
from workbench.markup import Html, tag

#: Fine enough for a screen with two pixels a point, small enough to arrive at once.
DPI = 130


def of(draw: Callable[[], Any]) -> Html:
    """The chart that `draw` makes, as an image inside the page: nothing is fetched."""
    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="Glyph .* missing from font"
        )  # shown as a box: no news to the analyst
        ax = draw()
        data = b64encode(charts.image(ax, "png", dpi=DPI)).decode("ascii")
    width = f"max-width:{ax.figure.get_figwidth() * 96:.0f}px"
    picture = tag("img", src=f"data:image/png;base64,{data}", alt=charts.describe(ax), style=width)
    return tag("div", Html(str(picture).removesuffix("</img>")), class_="wb-panel wb-picture")
