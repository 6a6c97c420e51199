"""Counts that move: what was published on another day is an update."""

import pytest
from figure_corpus import article

from workbench.compare.quantities import Comparison, group
from workbench.compare.sentences import sentence
from workbench.language import parse
from workbench.model import Fact, Verdict


def _reported(*said: tuple[str, str | None]) -> Comparison:
    figures, articles = [], []
    for place, (text, day) in enumerate(said):
        fact = Fact(day, "sources.csv") if day else None
        made, some = article(text, "abc"[place], published=fact)  # type: ignore[arg-type]
        articles.append(made)
        figures += some
    return group(figures, list(parse(articles)))


FIRST = "The ski lift accident killed <21;tourists> tourists, the governor said."
SECOND = "The ski lift accident killed <24;tourists> tourists, the governor said."


def test_a_toll_of_the_next_day_is_an_update() -> None:
    found = _reported((FIRST, "2024-03-01"), (SECOND, "2024-03-02T08:00:00Z"))
    (one,) = found.quantities
    assert one.verdict is Verdict.COMPATIBLE
    assert [(pair.relation, pair.reason) for pair in found.pairs] == [(Verdict.COMPATIBLE, "reported a day later")]
    assert "reported on different days" in sentence(one)
    assert not found.checks


@pytest.mark.parametrize(
    "days", [("2024-03-01", "2024-03-01"), (None, None), ("2024-03-01", None), ("2024-03", "2024-04")]
)
def test_a_toll_of_one_day_or_of_no_known_day_is_a_conflict(days: tuple[str | None, str | None]) -> None:
    found = _reported((FIRST, days[0]), (SECOND, days[1]))
    assert [quantity.verdict for quantity in found.quantities] == [Verdict.CONFLICT]


def test_what_does_not_move_conflicts_on_any_day() -> None:
    text = "The council spent {} on the bridge repair contract, the auditor said."
    found = _reported((text.format("$<21000;;USD>"), "2024-03-01"), (text.format("$<24000;;USD>"), "2024-03-02"))
    assert [quantity.verdict for quantity in found.quantities] == [Verdict.CONFLICT]
