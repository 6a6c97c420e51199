"""Sums, parts and totals: found where the text gives a reason, and never without one."""

import pytest
from figure_corpus import corpus

from workbench.compare.quantities import group


@pytest.mark.parametrize(
    ("texts", "expressions"),
    [
        pytest.param(
            ["The strike hit <90;trains> trains: <60;trains> were cancelled, the remaining <30;trains> were late."],
            {"60 + 30 = 90": True},
            id="the-remaining",
        ),
        pytest.param(
            [
                "Anna Berg and <41;passengers> other passengers were rescued from the ferry.",
                "<42;passengers> passengers were rescued from the ferry.",
            ],
            {"1 + 41 = 42": True},
            id="somebody-and-others",
        ),
        pytest.param(
            ["The crash killed <19;people> people, including <four=4;children> children and <two=2;nurses> nurses."],
            {"4 + 2 = 6 ≤ 19": True},
            id="parts-fit",
        ),
        pytest.param(
            ["The crash killed <5;people> people, including <four=4;children> children and <two=2;nurses> nurses."],
            {"4 + 2 = 6 > 5": False},
            id="parts-do-not-fit",
        ),
        pytest.param(
            ["The storm destroyed <52;houses> houses.", "The storm destroyed more than <50=>50;houses> houses."],
            {"52 > 50": True},
            id="bound",
        ),
        pytest.param(
            [
                "The clinic treated <12;patients> patients on Monday.",
                "The museum drew <30;visitors> visitors, the zoo <42;visitors>.",
            ],
            {},
            id="no-reason-to-add",
        ),
    ],
)
def test_relations(texts: list[str], expressions: dict[str, bool]) -> None:
    found = {relation.expression: relation.holds for relation in group(*corpus(*texts)).relations}
    assert found == expressions


def test_a_sum_that_fails_is_a_question() -> None:
    text = "The crash killed <5;people> people, including <four=4;children> children and <two=2;nurses> nurses."
    checks = group(*corpus(text)).checks
    assert [(check.kind, check.severity, len(check.passages)) for check in checks] == [("arithmetic", "notice", 3)]


def test_figures_of_a_relation_are_named_once() -> None:
    comparison = group(
        *corpus("The storm destroyed <52;houses> houses.", "The storm destroyed over <50=>50;houses> houses.")
    )
    (relation,) = comparison.relations
    assert relation.figure_ids == ("a:f20-22", "b:f25-27")
