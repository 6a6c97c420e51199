"""Heads of columns: level on one line or two where they fit, upright and whole elsewhere."""

import pytest

from workbench.charts import heads as level
from workbench.charts import sheet
from workbench.charts.heads import heads


@pytest.mark.parametrize(
    ("names", "cell", "said", "upright"),
    [
        pytest.param(["BBC", "AFP"], 0.6, ("BBC", "AFP"), False, id="one-line"),
        pytest.param(["BBC", "Northern Dispatch"], 1.1, ("BBC", "Northern\nDispatch"), False, id="two-lines"),
        pytest.param(["valley-gazette"], 0.8, ("valley-\ngazette",), False, id="broken-at-a-hyphen"),
        pytest.param(["Northern Dispatch", "BBC"], 0.5, ("Northern Dispatch", "BBC"), True, id="upright-and-whole"),
        pytest.param([], 1.0, (), False, id="none"),
    ],
)
def test_a_name_is_not_cut_where_there_is_room(names, cell, said, upright):
    made = heads(names, cell)
    assert made.said == said
    assert made.upright is upright
    assert made.height > (1.2 if upright else 0.3)


def test_a_very_long_name_is_cut_between_its_words():
    (said,) = heads(["International Federation of Harbour Masters and Pilots"], 0.5).said
    assert said.startswith("International") and said.endswith("Pilots") and "…" in said


def test_a_name_without_letters_turns_no_other_head():
    assert not heads(["", "BBC"], 1.1).upright


def test_a_name_of_very_many_words_is_measured_a_few_times(monkeypatch):
    asked = []
    real = sheet.width
    for module in (sheet, level):
        monkeypatch.setattr(module, "width", lambda *given, **more: asked.append(given) or real(*given, **more))
    (said,) = heads(["Harbour " * 800], 1.1).said
    assert "…" in said
    assert len(asked) < 200
