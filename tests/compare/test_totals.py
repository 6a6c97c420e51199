"""Parts named side by side and the total that they make: where an article gives both, and not by chance."""

import pytest
from figure_corpus import corpus

from workbench.compare.quantities import group

FOUND = [
    pytest.param(
        "The storm claimed <43;lives> lives. Among the dead were <27;women> women, "
        "<ten=10;men> men and <six=6;children> children.",
        "27 + 10 + 6 = 43",
        id="among-the-dead",
    ),
    pytest.param(
        "<Nine=9;bodies> bodies were found on Friday and <28;bodies> on Saturday. "
        "The flood has killed <37;people> people.",
        "9 + 28 = 37",
        id="bodies",
    ),
    pytest.param(
        "The bank will cut <1,200=1200;jobs> jobs, of which <700;jobs> are in Leeds and <500;jobs> in York.",
        "700 + 500 = 1,200",
        id="of-which",
    ),
    pytest.param(
        "The death toll rose to <41>, up from <37>, after <four=4;bodies> more bodies were found.",
        "37 + 4 = 41",
        id="those-added",
    ),
    pytest.param(
        "The crash killed <12;people> people. The dead include <seven=7;Danes> Danes, <four=4;Finns> Finns "
        "and <a=1;Greek> Greek.",
        "7 + 4 + 1 = 12",
        id="peoples",
    ),
    pytest.param(
        "The club sold <3,000=3000;tickets> tickets online and <800;tickets> tickets at the gate, "
        "<3,800=3800;tickets> tickets in all.",
        "3,000 + 800 = 3,800",
        id="in-all",
    ),
]
BY_CHANCE = [
    pytest.param(
        "The blast killed <12;people> and injured <30;people>. <42;firefighters> firefighters came.", id="other-people"
    ),
    pytest.param(
        "The party won <two=2;seats> seats and lost <three=3;seats> seats. It now has <five=5;seats> seats.", id="small"
    ),
    pytest.param(
        "The firm has <12;shops> shops and <30;vans> vans. It closed <42;shops> shops.",
        id="things-that-do-not-go-together",
    ),
    pytest.param(
        "Police held <12;men> men and <30;men> men. " + "A <9;;%> share rose. " * 5 + "In May <42;men> men were held.",
        id="far",
    ),
    pytest.param(
        "He denied that <12;men> men and <30;women> women had died. The fire killed <42;people> people.", id="denied"
    ),
]


def sums(text: str) -> list[str]:
    return [relation.expression for relation in group(*corpus(text)).relations if "+" in relation.expression]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_parts_that_make_a_total(text: str, expected: str) -> None:
    assert sums(text) == [expected]


@pytest.mark.parametrize("text", BY_CHANCE)
def test_what_adds_up_by_chance_is_no_sum(text: str) -> None:
    assert sums(text) == []
