"""A chart that a cell returns is a light picture: JupyterLab marks it so, and the style sheet of the views turns it."""

import re
from pathlib import Path

import pytest
from IPython.core.formatters import DisplayFormatter

from tests.charts import built
from workbench import charts, views

SHEET = Path(views.__file__).with_name("look.css").read_text(encoding="utf-8")
RULE = r'data-jp-theme-light="false"\] \.jp-OutputArea-output img\.jp-needs-light-background \{ filter: invert'


@pytest.mark.parametrize("name", ["agreement", "figures", "labels", "timeline", "coverage", "origins"])
def test_every_light_chart_says_so_and_a_rule_turns_it_on_dark_pages(name):
    shown, told = DisplayFormatter().format(getattr(charts, name)(built.corpus(2)))
    assert shown["image/png"] and told["image/png"]["alt"]
    assert told["needs_background"] == "light"
    assert re.search(RULE, SHEET)


def test_a_chart_that_was_drawn_dark_stays_as_it_is():
    with charts.style("dark"):
        shown, told = DisplayFormatter().format(charts.agreement(built.corpus(2)))
    assert shown["image/png"] and "needs_background" not in told


def test_the_ground_of_a_picture_is_that_of_the_dark_chart():
    paper = re.search(r"figure\.facecolor: (\w+)", Path(charts.__file__).with_name("dark.mplstyle").read_text())
    assert paper and f'body[data-jp-theme-light="false"] .wb-picture {{ background: #{paper[1]}; }}' in SHEET
