"""Charts to files: PNG to paste, SVG with text that can be selected, PDF with its fonts inside."""

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
    return [
        files.put(target.with_name(f"{target.name}.{form}"), picture.image(figure, form, dpi=dpi)) for form in formats
    ]
