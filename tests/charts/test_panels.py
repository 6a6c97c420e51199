"""The small multiple: a panel a quantity, nothing overlaps, and what it shows is said."""

import built
import pytest
from drawn import assert_apart, texts

from workbench import charts
from workbench.charts import palette


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("sources", [0, 1, 2, 5, 12])
def test_nothing_overlaps_or_is_cut(sources, theme):
    with charts.style(theme):
        ax = charts.quantities(built.corpus(sources))
    assert_apart(ax)


def two_groups():
    made = built.corpus(4)
    for at, row in enumerate(list(made.given["figures"])):
        made.given["figures"].append({**row, "figure_id": f"x{at}", "counted": "masts", "value": 7 + at})
    return made


def test_panels_stand_side_by_side():
    boxes = dict(texts(charts.quantities(two_groups())))
    boats, masts = boxes["Boats"], boxes["Masts"]
    assert boats.y0 == masts.y0
    assert boats.x1 < masts.x0


def test_description_says_what_the_marks_say():
    described = charts.describe(charts.quantities(built.corpus(2)))
    assert described.startswith("The most widely reported numbers. 1 of 1 quantities, conflicts first")
    assert "Boats: The…Chronicle > 40 (the council); " in described
