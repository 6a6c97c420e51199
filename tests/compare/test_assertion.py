"""Which figures a sentence only speaks of, and states not."""

import pytest
from figure_corpus import corpus

from workbench.compare.assertion import DENIED, SUPPOSED
from workbench.compare.frames import frames
from workbench.compare.quantities import group
from workbench.model import Verdict

CASES = [
    ("He dismissed as “fantasy” a report that <60;people> people had died.", DENIED),
    ("The minister denied that <40;people> people had been arrested.", DENIED),
    ("There is no evidence that <300;votes> votes were bought.", DENIED),
    ("It is not true that <15;patients> patients were infected, the hospital said.", DENIED),
    ("The club denied reports of <12;injuries> injuries.", DENIED),
    ("Police could not confirm reports that <30;people> people had drowned.", DENIED),
    ("If <20;deputies> deputies were to resign, the government would fall.", SUPPOSED),
    ("The company dismissed <40;workers> workers and denied three charges.", None),
    ("He denied killing <40;people> people.", None),
    ("The court rejected the claims of <40;women> women.", None),
    ("The judge denied bail to <12;suspects> suspects.", None),
    ("<60;people> people died, said the minister, who denied a cover-up.", None),
    ("The club denied that it had made the offer of <55000000;money> dollars.", DENIED),
    ("He denied that the offer of <70;percent> percent was ever made.", DENIED),
    ("The union denied that its demand for <15;percent> percent had been met.", None),
    ("Unless its demand for <12;percent> percent is met, the union will strike.", None),
    ("The ministry confirmed that <30;people> people had drowned.", None),
]


@pytest.mark.parametrize(("text", "doubt"), CASES, ids=[text[:40] for text, _ in CASES])
def test_doubt(text: str, doubt: str | None) -> None:
    assert [frame.doubt for frame in frames(*corpus(text))] == [doubt]


def test_a_denied_figure_contradicts_nobody() -> None:
    said = "The quarry collapse killed <30;workers> workers, the ministry said."
    denied = "The ministry denied that the quarry collapse killed <41;workers> workers."
    found = group(*corpus(said, denied))
    assert [quantity.verdict for quantity in found.quantities] == [Verdict.SINGLE_SOURCE] * 2
    assert "a claim denied" in found.quantities[1].label
    assert not found.checks


def test_taking_part_is_no_taking() -> None:
    lift = "The cable car was allowed to carry just <200;people> people."
    march = "Police said <400;people> people took part in the march."
    found = group(*corpus(lift, march))
    assert [quantity.verdict for quantity in found.quantities] == [Verdict.SINGLE_SOURCE] * 2
    assert found.quantities[1].label == "people who took part"
