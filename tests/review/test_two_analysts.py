"""Two analysts: both journals count, where they differ both are shown, and how far they agree is a number."""

import pytest
from test_reviewed import key, machine, row, write  # noqa: F401 - the fixture is used by its name

from workbench.review import Reviewed
from workbench.review.agreement import alpha
from workbench.review.journal import Journal

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units.
PAPER = [[1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4]]
PAPER += [[4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3]]


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        pytest.param(PAPER, 0.743, id="the paper's example"),
        pytest.param(["ab", "ba"], 1 - 3 * 4 / 8, id="never agree"),
        pytest.param(["aa", "bb", "cc"], 1.0, id="always agree"),
        pytest.param(["aa", "ab", "bb", "bb"], 1 - 7 * 2 / 30, id="by hand"),
        pytest.param(["aa", "aa"], None, id="no variety"),
        pytest.param(["a", "b"], None, id="nobody twice"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_alpha(units, expected) -> None:
    found = alpha(units)
    assert found == (expected if expected is None else pytest.approx(expected, abs=5e-4))


def test_two_journals_side_by_side(machine, tmp_path) -> None:  # noqa: F811
    ada = Reviewed(machine, Journal(tmp_path, "Ada"))
    bo = Reviewed(machine, Journal(tmp_path, "Bo"))
    forty, twelve, bound = key(ada, "40"), key(ada, "12"), key(ada, "300")
    ada.decide("correct", "figure", forty, value=41)
    ada.decide("confirm", "figure", twelve)
    ada.decide("correct", "figure", bound, bound=">")
    ada.grade("source", "north", reliability="A")
    assert bo.refresh() is True and bo.refresh() is False
    bo.decide("correct", "figure", forty, value=43)
    bo.decide("confirm", "figure", twelve)
    bo.decide("correct", "figure", bound, bound=">")
    bo.grade("source", "north", reliability="D")
    ada.refresh()
    assert {one.path.name for one in (ada.review.kept, bo.review.kept)} == {p.name for p in tmp_path.iterdir()}
    for name in ("figures", "quantities", "decisions"):
        assert ada.rows(name) == bo.rows(name)
    assert row(ada, "figures", figure_id=forty)["value"] == 43, "the latest word is in force"
    figure, grade = ada.review.differences()
    assert (figure.layer, figure.key, figure.applied.analyst) == ("figure", forty, "Bo")
    assert [(one.analyst, one.after["value"]) for one in figure.decisions] == [("Ada", 41), ("Bo", 43)]
    assert (grade.layer, grade.key) == ("reliability", "source:north")
    agreement = ada.review.agreement()
    assert (agreement["figure"].items, agreement["figure"].same) == (3, 2)
    assert agreement["figure"].analysts == ("Ada", "Bo")
    # Six values: corrected three times, once otherwise, twice as read: 1 - 5 * 2 / (3 * 3 + 1 * 5 + 2 * 4)
    assert agreement["figure"].alpha == pytest.approx(1 - 5 * 2 / 22)
    ada.undo(), ada.undo()
    assert len(ada.review.history("figure", bound)) == 3


def test_a_rejection_against_a_correction(machine, tmp_path) -> None:  # noqa: F811
    ada, bo = (Reviewed(machine, Journal(tmp_path, name)) for name in ("Ada", "Bo"))
    forty = key(ada, "40")
    ada.decide("reject", "figure", forty)
    bo.decide("correct", "figure", forty, value=41)
    ada.refresh()
    assert row(ada, "figures", figure_id=forty)["value"] == 41
    assert [one.action.value for one in ada.review.differences()[0].decisions] == ["reject", "correct"]
    bo.undo()
    ada.refresh()
    assert forty not in {one["figure_id"] for one in ada.rows("figures")} and not ada.review.differences()
