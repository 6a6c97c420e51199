"""A figure to the bytes of a picture, opaque and the same on every run, and to words for those who cannot see it."""

import io
import re
from typing import Any

import matplotlib as mpl

from workbench.errors import OptionError

FORMS = ("png", "svg", "pdf")

_SAVING: dict[str, Any] = {
    "svg.hashsalt": "workbench",
    "pdf.fonttype": 42,  # embeds the font, so that text can be selected and copied
    "pdf.compression": 6,
    "savefig.transparent": False,
    "savefig.bbox": None,
    "path.simplify": True,
    "svg.image_inline": True,
    "text.usetex": False,
}
#: No clock time and no version in the file.
_METADATA: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
_FONT = re.compile(r"(font(?:-family)?: [^;\"]*?)'DejaVu Sans'(?=[;\"])")


def image(figure: Any, form: str, *, dpi: int = 300, outlines: bool = False) -> bytes:
    """The figure as png, svg or pdf. Text in an SVG is text, or with `outlines` the outlines of its letters.

    Raises OptionError for another form.
    """
    if form not in FORMS:
        raise OptionError(f"There is no picture format {form!r}; the formats are {', '.join(FORMS)}.")
    sink = io.BytesIO()
    settings = {**_SAVING, "svg.fonttype": "path" if outlines else "none"}
    with mpl.rc_context():
        mpl.rcdefaults()  # whatever the caller has set: the picture is the same
        mpl.rcParams.update(settings)
        figure.savefig(
            sink,
            format=form,
            dpi=dpi if form == "png" else 72,
            metadata=_METADATA[form] | _title(figure),
            facecolor=figure.get_facecolor(),
            edgecolor="none",
        )
    if form == "svg" and not outlines:
        # Where DejaVu Sans is missing, Verdana has letters of the same width.
        return _FONT.sub(r"\1'DejaVu Sans', Verdana, sans-serif", sink.getvalue().decode()).encode()
    return sink.getvalue()


def describe(ax: Any) -> str:
    """Title, subtitle and source line of the chart on `ax`; empty for Axes that no chart was drawn on."""
    words = getattr(ax, "workbench_words", None)
    return (
        " ".join(f"{part.rstrip('.')}." for part in (words.title, words.subtitle, words.told, words.source) if part)
        if words
        else ""
    )


def _title(figure: Any) -> dict[str, str]:
    """What the chart on the figure shows, for those who cannot see it; nothing for a figure of somebody else's."""
    said = next((text for ax in figure.axes if (text := describe(ax))), "")
    return {"Title": said} if said else {}
