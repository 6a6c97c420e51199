"""A chart that a cell returns is a light picture: the style sheet of the views finds it by its description."""

import re
from pathlib import Path

import pytest

from tests.charts import built
from workbench import charts, views

SHEET = Path(views.__file__).with_name("look.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["agreement", "figures", "labels", "timeline", "coverage", "origins"])
def test_every_chart_is_found_by_the_rule_for_dark_pages(name):
    (looked_for,) = re.findall(r'data-jp-theme-light="false"\] \.jp-OutputArea-output img\[alt\*="([^"]+)"\]', SHEET)
    _, shown = getattr(charts, name)(built.corpus(2))._repr_png_()
    assert looked_for in shown["alt"]


def test_the_ground_of_a_picture_is_that_of_the_dark_chart():
    paper = re.search(r"figure\.facecolor: (\w+)", Path(charts.__file__).with_name("dark.mplstyle").read_text())
    assert paper and f'body[data-jp-theme-light="false"] .wb-picture {{ background: #{paper[1]}; }}' in SHEET
