"""Charts to files: PNG to paste, SVG with text that can be selected, PDF with its fonts inside."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.charts import picture
from workbench.errors import OptionError
from workbench.export import files


def save(chart: Any, stem: Path | str, formats: Sequence[str] = picture.FORMS, *, dpi: int = 300) -> list[Path]:
    """Write the chart to ``stem.png``, ``stem.svg`` and ``stem.pdf`` (or as `formats` say) and return the paths.

    `chart` is the Axes that a chart function returned, or a Figure. A second run writes the same bytes; nothing carries
    a clock's time. `dpi` is that of the PNG.

    Raises OptionError for an unknown format, or where `chart` is neither Axes nor Figure.
    """
    figure = getattr(chart, "figure", None) or chart
    if not hasattr(figure, "savefig"):
        raise OptionError(f"A {type(chart).__name__} is no chart; give the Axes that a chart function returned.")
    target = Path(stem)
    files.folder(target.parent)
    return [files.put(target.with_name(f"{target.name}.{form}"), _content(figure, form, dpi=dpi)) for form in formats]


def _content(figure: Any, form: str, *, dpi: int) -> bytes:
    made = picture.image(figure, form, dpi=dpi)
    return small(made) if form == "png" else made


def small(png: bytes) -> bytes:
    """The picture with 256 colours, which is all that a chart has: a third of the size, and no eye sees it."""
    from PIL import Image, PngImagePlugin

    with Image.open(io.BytesIO(png)) as opened:
        drawn, told, dots = opened.convert("RGB"), dict(opened.info), opened.info.get("dpi")
    info = PngImagePlugin.PngInfo()
    for name, value in told.items():
        if isinstance(value, str):
            info.add_itxt(name, value)
    sink = io.BytesIO()
    fewer = drawn.quantize(256, dither=Image.Dither.NONE)
    fewer.save(sink, "PNG", pnginfo=info, **({"dpi": dots} if dots else {}))
    return sink.getvalue()
