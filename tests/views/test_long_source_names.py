"""A very long name of a source is cut everywhere alike, and stands whole where the passages are listed."""

import workbench as wb
from workbench.briefing import items
from workbench.export.document import draft
from workbench.export.document.resolve import resolve

LONG = "The Daily Ledger and Northern Counties Advertiser (incorporating the Evening Chronicle), Weekend Edition"
ARTICLES = [
    {"source": LONG, "published": "2026-03-04", "text": "Ferry sinks\n\nThe ferry carried 212 passengers."},
    {"source": "Bay Echo", "published": "2026-03-04", "text": "Ferry lost\n\nThe ferry carried 240 passengers."},
]


def test_a_question_does_not_spell_it_out() -> None:
    corpus = wb.load(ARTICLES, progress=False)
    asked = [str(name) for name in wb.views.Checks(corpus).frame["name"]]
    assert any("The Daily…Weekend Edition" in one for one in asked)
    assert not any("Northern Counties" in one for one in asked)


def test_the_briefing_has_it_whole_beside_the_passages_alone() -> None:
    corpus = wb.load(ARTICLES, progress=False)
    drafted = draft(corpus)
    words = tuple(item for item in drafted.items if not isinstance(item, items.Chart))
    made = resolve(items.Briefing(drafted.title, words), corpus)
    assert [LONG in one.details for one in made.sources] == [True, False]
    assert not any(LONG in str(getattr(block, "text", "")) for block in made.blocks)
