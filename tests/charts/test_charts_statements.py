"""The chart of figures: an open bound is open, a range a bar, and never a point where the text states none."""

import built
import pytest
from matplotlib.colors import to_hex

from workbench import charts
from workbench.charts import selection, statements
from workbench.errors import OptionError
from workbench.tables import frames


def row(article_id, start, **columns):
    exact = {"kind": "count", "bound": "=", "approximate": False, "implied": False, "counted": "boats"}
    value = columns.get("value")
    return {
        "article_id": article_id,
        "start": start,
        "end": start + 2,
        "surface": str(value),
        "figure_id": f"{start}",
    } | (exact | {"low": value, "high": value} | columns)


def selected(rows, sources=3, **options):
    return selection.data(built.corpus(sources).articles, frames.frame("figures", rows), **options)


def points(ax):
    """Colour inside of each mark, by its x in inches."""
    return {round(float(dots.get_offsets()[0][0]), 3): to_hex(dots.get_facecolors()[0]) for dots in ax.collections}


def arrows(ax):
    """From where to where each arrow goes, in inches."""
    return [(text.xyann[0], text.xy[0]) for text in ax.texts if hasattr(text, "arrow_patch") and text.arrow_patch]


def drawn(*rows):
    return statements.draw(selected(list(rows)))


def test_more_than_is_an_arrow_and_no_filled_point():
    ax = drawn(row("doc00", 1, value=40, high=None, bound=">"), row("doc01", 1, value=52))
    ((begin, end),) = arrows(ax)
    filled = points(ax)
    open_at, exact_at = sorted(filled)
    assert begin == pytest.approx(open_at, abs=1e-3) and end > begin
    assert filled[open_at] == "#ffffff" and filled[exact_at] != "#ffffff"
    assert "> 40" in [text.get_text() for text in ax.texts]


def test_less_than_points_down():
    ax = drawn(row("doc00", 1, value=40, low=None, bound="<"), row("doc01", 1, value=52))
    ((begin, end),) = arrows(ax)
    assert end < begin and "< 40" in [text.get_text() for text in ax.texts]


def test_about_is_hollow_and_a_range_is_a_bar():
    ax = drawn(
        row("doc00", 1, value=40, approximate=True, bound="~"),
        row("doc01", 1, value=None, low=45, high=60, bound=None, surface="45 to 60"),
    )
    assert list(points(ax).values()) == ["#ffffff"]
    bars = [line for line in ax.lines if line.get_linewidth() == 5]
    assert len(bars) == 1 and bars[0].get_xdata()[0] < bars[0].get_xdata()[1]
    assert {"≈ 40", "45 to 60"} <= {text.get_text() for text in ax.texts}


def test_a_vague_word_without_a_number_has_no_place():
    ax = drawn(row("doc00", 1, value=None, surface="Several", kind="vague", bound=None), row("doc01", 1, value=52))
    assert len(points(ax)) == 1
    assert "“Several” (no number)" in [text.get_text() for text in ax.texts]


def test_what_several_sources_count_comes_first_and_alone():
    made = selected(
        [
            row("doc00", 1, value=3, counted="cars"),
            row("doc00", 9, value=5),
            row("doc01", 9, value=5, counted="old boat"),
        ]
    )
    assert list(made["heading"].unique()) == ["Boats"]
    assert made.attrs == {"groups": 2, "shared": 1, "by_noun": 1}


def test_where_nothing_is_shared_single_sources_are_shown_and_said_so():
    rows = [row("doc00", 1, value=3, counted="cars"), row("doc01", 9, value=5)]
    ax = drawn(*rows)
    assert "2 things are counted, none by two sources; 2 of them shown." in charts.describe(ax)


def test_equal_statements_of_one_article_are_one_mark():
    made = selected([row("doc00", 1, value=5), row("doc00", 9, value=5), row("doc01", 1, value=6)])
    assert list(made["times"]) == [2, 1]
    assert "5 (×2)" in [text.get_text() for text in statements.draw(made).texts]


def test_units_are_never_mixed():
    percent = {"unit": "%", "kind": "percent"}
    made = selected([row("doc00", 1, value=20, **percent), row("doc01", 1, value=20)])
    assert made["group"].nunique() == 2


def test_ordinals_are_left_out():
    assert selected([row("doc00", 1, value=3, kind="ordinal")]).empty


def test_a_quantity_narrows_the_chart_and_names_it():
    rows = [
        row("doc00", 1, value=5, quantity_id="q1"),
        row("doc01", 1, value=5),
        row("doc01", 5, value=7, quantity_id="q1"),
    ]
    named = {"quantity_id": "q1", "label": "boats lost", "verdict": "conflict"}
    made = selected(rows, quantity="q1", quantities=frames.frame("quantities", [named]))
    assert list(made["value"]) == [5, 7]
    said = [text.get_text() for text in statements.draw(made).texts]
    assert "Boats lost" in said and "2 sources   ▲ conflict" in said
    with pytest.raises(OptionError, match="No figure belongs to the quantity 'q9'"):
        selected(rows, quantity="q9")


def test_far_apart_values_stand_on_a_scale_that_says_so():
    ax = drawn(row("doc00", 1, value=5), row("doc01", 1, value=5000))
    assert "logarithmic scale" in [text.get_text() for text in ax.texts]


@pytest.mark.parametrize("value", [0, -5, 1e15])
def test_any_value_has_a_place(value):
    ax = drawn(row("doc00", 1, value=value), row("doc01", 1, value=value))
    assert len(points(ax)) == 1  # both stand in the same place


def test_dollar_signs_are_no_formulas():
    ax = drawn(row("doc00", 1, value=5, surface="$5 to $x_2$"), row("doc01", 1, value=6))
    assert all(not text.get_parse_math() for text in ax.texts)


def test_what_is_implied_is_said_as_a_number():
    ax = drawn(
        row("doc00", 1, value=114, implied=True, surface="the captain and 113 others"), row("doc01", 1, value=52)
    )
    assert "114 (implied)" in [text.get_text() for text in ax.texts]
