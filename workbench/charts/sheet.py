"""The sheet that a chart is drawn on: our style, a title that says what is shown, and a source line below.

Everything is placed in inches and measured before it is drawn, so that nothing overlaps or is cut, whatever the names.
"""

import textwrap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, ScaledTranslation

from workbench import __version__
from workbench.charts import palette, unread
from workbench.charts.picture import describe, image

_HERE = Path(__file__).parent
_THEME: ContextVar[str | None] = ContextVar("theme", default=None)

WIDTH = 9.0  # inches: fills a text column, with letters that can be read there
_WIDE: ContextVar[float] = ContextVar("wide", default=WIDTH)
_TITLED: ContextVar[bool] = ContextVar("titled", default=True)
MARGIN = 0.25
TITLE, BODY, SMALL = 13.5, 10.5, 9.0  # points
LINE = 1.35  # height of a line, in sizes of its letters
_HINTED = 1.05  # letters fitted to a screen's pixels can be that much wider than their outlines


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around a chart: title, the line below it, and the source line at the foot."""

    title: str
    subtitle: str
    source: str
    told: str = ""  # what the marks say, for the description only


class Chart(Axes):
    """Axes that show themselves in a notebook: as a picture with an alternative text."""

    name = "workbench"

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        return image(self.figure, "png", dpi=144), {"alt": describe(self)}

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        # JupyterLab gives such a picture a class, by which the style sheet of the views finds it on a dark page
        return {}, {"needs_background": "light"} if palette.light(self.figure.get_facecolor()) else {}

    def __repr__(self) -> str:
        return f"<Chart: {getattr(self, 'workbench_words', Words('', '', '')).title}>"

    __str__ = __repr__


@contextmanager
def style(theme: str = "light") -> Iterator[None]:
    """A context with our settings of matplotlib; those before it come back after it.

    Raises OptionError for an unknown theme.
    """
    files = [_HERE / "workbench.mplstyle"] + ([_HERE / "dark.mplstyle"] if palette.known(theme) == "dark" else [])
    token = _THEME.set(theme)
    try:
        with mpl.rc_context():
            mpl.rcdefaults()  # whatever the caller has set; the backend stays
            for file in files:
                mpl.rcParams.update(_parameters(file))
            yield
    finally:
        _THEME.reset(token)


@contextmanager
def spread(inches: float, *, titled: bool = True) -> Iterator[None]:
    """A context in which charts on Axes of their own are so wide; not `titled` where the title stands elsewhere."""
    wide, told = _WIDE.set(inches), _TITLED.set(titled)
    try:
        yield
    finally:
        _WIDE.reset(wide)
        _TITLED.reset(told)


def theme() -> str:
    """The theme in force: that of the innermost ``style``, else light."""
    return _THEME.get() or "light"


def colour(role: str) -> str:
    """A colour of the theme: ink, mute (for what matters less), line, paper."""
    keys = {"ink": "text.color", "mute": "xtick.color", "line": "axes.edgecolor", "paper": "figure.facecolor"}
    return str(mpl.colors.to_hex(mpl.rcParams[keys[role]]))


def width(text: str, size: float = BODY, bold: bool = False) -> float:
    """The width of `text`, in inches, in our font."""
    return _HINTED * max((_width(line, size, bold) for line in text.split("\n")), default=0.0)


def wrap(text: str, inches: float, size: float) -> str:
    """`text` broken into lines of at most `inches`, also within a word that is longer than that."""
    average = max(_width("the quick brown fox 0123456789", size, False) / 30, 0.01)
    columns = max(12, int(inches / average * 1.2))
    while columns > 12:
        lines = textwrap.wrap(text, columns) or [""]
        if max(width(line, size) for line in lines) <= inches:
            break
        columns -= 2
    return "\n".join(textwrap.wrap(text, columns) or [""])


def fit(text: str, inches: float, size: float, bold: bool = False) -> str:
    """`text`, cut at its end to the room that there is."""
    if width(text, size, bold) <= inches:
        return text
    kept = text
    while kept and width(f"{kept}…", size, bold) > inches:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


_LONGEST = 80  # characters of a name: no chart has room for more


def fit_name(name: str, inches: float, size: float, bold: bool = False) -> str:
    """The name of a source, cut in its middle to the room that there is: names differ at both ends."""
    name = palette.shorten(name, _LONGEST)
    return next(
        (cut for most in range(len(name), 5, -1) if width(cut := palette.shorten(name, most), size, bold) <= inches),
        fit(name, inches, size, bold),
    )


#: Whose reading the charts show that are drawn now.
READING: ContextVar[str] = ContextVar("READING", default="machine reading")


def source_line(labels: list[str], kind: str = "") -> str:
    """The line that says what a chart rests on, and (`kind`, else ``READING``) whose reading it shows.

    >>> source_line(["BBC", "003"]).startswith("Source: 2 articles (BBC, 003). Analyst workbench ")
    True
    """
    named = ", ".join(labels[:12]) + (f" and {len(labels) - 12} more" if len(labels) > 12 else "")
    count = f"{len(labels)} article{'' if len(labels) == 1 else 's'}"
    said = f"Source: {count}{f' ({named})' if named else ''}. {unread.among(labels)}".rstrip()
    return f"{said} Analyst workbench {__version__}, {kind or READING.get()}."


def unshown_sources(count: int, every: int) -> str:
    """What is said of sources that a chart leaves out, as a sentence to go on with; empty where there are none.

    >>> unshown_sources(1, 6), unshown_sources(4, 16)
    (' 1 of 6 sources is not shown.', ' 4 of 16 sources are not shown.')
    """
    return f" {count:,} of {every:,} sources {'is' if count == 1 else 'are'} not shown." if count else ""


def unshown(count: int) -> str:
    """What is said of rows that a chart leaves out.

    >>> unshown(1), unshown(11)
    ('1 more is not', '11 more are not')
    """
    return f"{count:,} more {'is' if count == 1 else 'are'} not"


class Sheet:
    """Axes in inches: x from 0 to `width`, y from 0 (top) down to `height`. Charts draw on ``ax`` in these units.

    On Axes of the caller's the same inches are scaled to the size that they have.
    """

    def __init__(self, ax: Axes | None, height: float, words: Words) -> None:
        self.words = words
        self.height = max(height, 0.6)
        self.own = ax is None
        self.width = self.width_for(ax)
        title = wrap(words.title, self.width, TITLE * 1.06) if _TITLED.get() or ax is not None else ""
        subtitle = wrap(words.subtitle, self.width, BODY) if words.subtitle else ""
        foot = wrap(words.source, self.width, SMALL)
        self._head = sum(_tall(text, size) for text, size in ((title, TITLE), (subtitle, BODY)) if text) + 0.12
        self._foot = _tall(foot, SMALL) + 0.14
        self.ax: Any = ax if ax is not None else self._new_axes()
        self._prepare()
        self._write(title, subtitle, foot)

    @staticmethod
    def width_for(ax: Axes | None) -> float:
        """How wide a sheet on `ax` is, in inches; for None, on Axes of its own."""
        return _WIDE.get() - 2 * MARGIN if ax is None else _inches_wide(ax)

    @property
    def heads(self) -> float:
        """How high the heads of columns are, in inches: who cuts a tall chart in parts repeats them."""
        return float(getattr(self.ax, "workbench_heads", 0.0))

    @heads.setter
    def heads(self, inches: float) -> None:
        self.ax.workbench_heads = inches

    def _new_axes(self) -> Axes:
        tall = self._head + self.height + self._foot + 2 * MARGIN
        wide = self.width + 2 * MARGIN
        figure = Figure(figsize=(wide, tall))
        box = (MARGIN / wide, (MARGIN + self._foot) / tall, self.width / wide, self.height / tall)
        return figure.add_axes(box, axes_class=Chart)

    def _prepare(self) -> None:
        self.ax.workbench_words = self.words
        self.ax.set_xlim(0, self.width)
        self.ax.set_ylim(self.height, 0)
        self.ax.set_xticks([])
        self.ax.set_yticks([])
        self.ax.set_facecolor(colour("paper"))
        for spine in self.ax.spines.values():
            spine.set_visible(False)

    def _write(self, title: str, subtitle: str, foot: str) -> None:
        """Title and source line stand outside the axes, at a fixed distance in inches."""
        above = self.ax.transAxes + ScaledTranslation(0, self._head, self.ax.figure.dpi_scale_trans)
        below = self.ax.transAxes + ScaledTranslation(0, -0.14, self.ax.figure.dpi_scale_trans)
        lower = above + ScaledTranslation(0, -_tall(title, TITLE) if title else 0, self.ax.figure.dpi_scale_trans)
        say = {"ha": "left", "va": "top", "linespacing": 1.2}
        if title:
            self.ax.text(0, 1, title, transform=above, size=TITLE, weight="bold", color=colour("ink"), **say)
        if subtitle:
            self.ax.text(0, 1, subtitle, transform=lower, size=BODY, color=colour("mute"), **say)
        self.ax.text(0, 0, foot, transform=below, size=SMALL, color=colour("mute"), **say)

    def text(self, x: float, y: float, text: str, size: float = BODY, **options: Any) -> None:
        """`text` at x, y in inches from the top left, its middle line at y unless told otherwise."""
        given = {
            "ha": "left",
            "va": "center_baseline",
            "color": colour("ink"),
            "clip_on": False,
            "linespacing": 1.15,
        } | options
        self.ax.text(x, y, text, size=size, **given)

    def say_empty(self, sentence: str) -> None:
        """Instead of a chart: why there is none, in words."""
        wrapped = wrap(sentence, self.width - 0.4, BODY)
        self.text(self.width / 2, self.height / 2, wrapped, ha="center", va="center", color=colour("mute"))


def _inches_wide(ax: Axes) -> float:
    return float(ax.get_window_extent().transformed(Affine2D().scale(1 / ax.figure.dpi)).width)


def _tall(text: str, size: float) -> float:
    return (text.count("\n") + 1) * size * LINE / 72


@lru_cache(maxsize=4096)
def _width(line: str, size: float, bold: bool) -> float:
    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a letter that the font lacks is measured as the box it shows
        return float(text_to_path.get_text_width_height_descent(line, font, ismath=False)[0]) / 72


@lru_cache(maxsize=4)
def _parameters(file: Path) -> dict[str, Any]:
    read = mpl.rc_params_from_file(file, use_default_template=False)
    return {key: read[key] for key in read}
