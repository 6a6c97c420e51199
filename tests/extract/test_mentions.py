"""What an article names, of which kind, and exactly where."""

from itertools import pairwise

import pytest

from workbench.extract import mentions
from workbench.extract.named import Named
from workbench.language import parse
from workbench.model import Article, Block, Role


def named(*blocks: str | tuple[str, Role, str | None]) -> list[Named]:
    """What an article of these blocks names; a block is its text, or text, role and reason."""
    text, made = "", []
    for block in blocks:
        words, role, reason = (block, Role.BODY, None) if isinstance(block, str) else block
        made.append(Block(len(text), len(text) + len(words) + 1, role, reason))
        text += words + "\n"
    article = Article("a", text, tuple(made), "a.txt", "", "utf-8")
    found = [one for parsed in parse([article]) for one in mentions.find(parsed)]
    spans = sorted(passage.span for one in found for passage in one.passages)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[p.start : p.end] == p.surface for one in found for p in one.passages)
    return found


KINDS = {
    "person, title": ("President Ana Ruiz spoke. Ms. Ruiz left.", [("Ana Ruiz", "person")]),
    "person, role": ("The striker Željko Šarić scored.", [("Željko Šarić", "person")]),
    "person by surname later": ("Kwabena Asante left. Asante smiled.", [("Kwabena Asante", "person")]),
    "person, double name": ("It was Kwabena Ofori-Atta.", [("Kwabena Ofori-Atta", "person")]),
    "organisation word": ("The Harbour Institute closed.", [("Harbour Institute", "organisation")]),
    "organisation word, plural": ("Shares in Orsund Lines fell by a tenth.", [("Orsund Lines", "organisation")]),
    "organisation word, Spanish": ("Instituto Arven asked voters.", [("Instituto Arven", "organisation")]),
    "organisation by noun": ("The news agency Orbis was first.", [("Orbis", "organisation")]),
    "organisation by apposition": ("Vintal, a brewer of stout, closed.", [("Vintal", "organisation")]),
    "initials": ("The tariff was set by the WTO.", [("WTO", "organisation")]),
    "web site": ("It was first told by Harbour.net on Monday.", [("Harbour.net", "organisation")]),
    "place by preposition": ("They camped near Orsund for a week.", [("Orsund", "place")]),
    "place by noun": ("They left the village of Orsund.", [("Orsund", "place")]),
    "place beside a place": ("The lab in Orsund, Norway, is shut.", [("Orsund", "place"), ("Norway", "place")]),
    "compound of places": ("US-Norway talks began.", [("US", "place"), ("Norway", "place")]),
    "half a compound": ("The US-led talks began.", [("US", "place")]),
    "no name: a prize": ("She won the Arven Prize.", []),
    "no name: people": ("Norwegians cheered.", []),
    "no name: people of a place not known": ("Many Arvenians cheered.", []),
    "place by its government": ("The government of Arvenia fell. Arvenia said so.", [("Arvenia", "place")]),
    "place after an adjective": ("Neighbouring Norway sent boats.", [("Norway", "place")]),
    "no name: a direction": ("Western banks paid.", []),
    "no name: a shout": ("IT WAS THE END OF IT ALL.", []),
    "possessive": ("Ana Ruiz’s dog ran.", [("Ana Ruiz", "person")]),
    "role at the start": ("Goalkeeper Grant Muller saved it.", [("Grant Muller", "person")]),
}


@pytest.mark.parametrize(("text", "wanted"), KINDS.values(), ids=KINDS.keys())
def test_kinds(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in named(text)] == wanted


OUTSIDE = {
    "byline": (("By Ana Ruiz and Tom Akers", Role.BYLINE, None), [("Ana Ruiz", "person"), ("Tom Akers", "person")]),
    "byline, label": (("Edited by: Tatyana Orlova", Role.BYLINE, None), [("Tatyana Orlova", "person")]),
    "byline, agency": (
        ("By Ana Ruiz, Harbour News", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Harbour News", "organisation")],
    ),
    "byline, where from": (
        ("By Ana Ruiz in Orsund and Tom Akers in Oslo", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Orsund", "place"), ("Tom Akers", "person"), ("Oslo", "place")],
    ),
    "byline, for whom": (
        ("By Ana Ruiz for Harbour News", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Harbour News", "organisation")],
    ),
    "byline, with whom": (
        ("By Ana Ruiz with Ivo Kant", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Ivo Kant", "person")],
    ),
    "byline, role": (("By Ana Ruiz, Chief Reporter", Role.BYLINE, None), [("Ana Ruiz", "person")]),
    "who did what": (
        ("(Reporting by Ana Ruiz in Oslo; Additional reporting by Ivo Kant; Editing by Tom Akers)", Role.BYLINE, None),
        [("Ana Ruiz", "person"), ("Oslo", "place"), ("Ivo Kant", "person"), ("Tom Akers", "person")],
    ),
    "credit": (("Image source, Orbis", Role.CREDIT, None), [("Orbis", "organisation")]),
    "dateline": (("OSLO, Norway —", Role.DATELINE, None), [("OSLO", "place"), ("Norway", "place")]),
    "dateline, agency": (("OSLO (Orbis) -", Role.DATELINE, None), [("OSLO", "place"), ("Orbis", "organisation")]),
    "source in a list": (
        ("  • Новая газета", Role.FURNITURE, "under a list of sources"),
        [("Новая газета", "organisation")],
    ),
    "other furniture": (("Share on Orbis", Role.FURNITURE, "asks to share"), []),
}


@pytest.mark.parametrize(("block", "wanted"), OUTSIDE.values(), ids=OUTSIDE.keys())
def test_outside_sentences(block: tuple[str, Role, str | None], wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in named(block, "It rained.")] == wanted


def test_a_signature_names_its_author_thrice() -> None:
    (one,) = named(
        ("It rained in the night.", Role.EMBED, None),
        ("— Olena Kravets / Олена Кравець (@KravetsUA)", Role.EMBED, None),
    )
    assert one.kind == "person"
    assert [passage.surface for passage in one.passages] == ["Olena Kravets", "Олена Кравець", "@KravetsUA"]


def test_an_account_of_somebody_else_is_nobody_named() -> None:
    (one,) = named(("It rained, said Olena Kravets to @dailyharbour.", Role.EMBED, None))
    assert [passage.surface for passage in one.passages] == ["Olena Kravets"]


@pytest.mark.parametrize(
    "text", ["@" * 500, "Олена " * 300, "US-" * 300, "李" * 500, "- - -", "A" * 3000, "By by by by"]
)
def test_any_text(text: str) -> None:
    for role in (Role.BODY, Role.EMBED, Role.BYLINE, Role.CREDIT, Role.DATELINE):
        named((text, role, None))
