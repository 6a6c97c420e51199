"""A heading on a slide, with what is said below it, stands on the slide of its first point."""

import io

import pytest

from workbench.briefing.items import Maker
from workbench.export.document import slides
from workbench.export.document.blocks import Head, Made, Para

pptx = pytest.importorskip("pptx", reason="python-pptx is not installed")


def texts(before: int) -> list[list[str]]:
    """The paragraphs of each slide, where so many points stand before a heading."""
    points = [Para(f"Point {at} on the harbour and its ferries", Maker.MACHINE, point=True) for at in range(before)]
    head = [Head("Told by several", 2, Maker.MACHINE), Para("Read the passages before you rely on it.", Maker.MACHINE)]
    more = [Para(f"Line {at} on the storm", Maker.MACHINE, point=True) for at in range(4)]
    made = Made("Storm", (Head("What is established", 1, Maker.MACHINE), *points, *head, *more), (), "Foot.")
    deck = pptx.Presentation(io.BytesIO(slides.content(made)))
    shapes = [[shape for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides]
    return [[one.text for shape in some for one in shape.text_frame.paragraphs] for some in shapes]


@pytest.mark.parametrize("before", range(6, 16))
def test_a_heading_goes_with_its_first_point(before: int) -> None:
    (slide,) = [some for some in texts(before) if "Told by several" in some]
    at = slide.index("Told by several")
    assert slide[at + 1 : at + 3] == ["Read the passages before you rely on it.", "Line 0 on the storm"]
