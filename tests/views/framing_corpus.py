"""Two articles on a dam, with framing made by hand: the views of framing are tested without any extraction."""

import re
from dataclasses import replace

from view_corpus import article, corpus_of

from workbench.compare.entities import Naming
from workbench.compare.headlines import Absent, Headline
from workbench.corpus import Corpus
from workbench.model import (
    Act,
    ActForm,
    Article,
    Check,
    CheckKind,
    Claim,
    DateMention,
    Device,
    Distinction,
    Entity,
    Happening,
    Label,
    LabelKind,
    NameKind,
    Origin,
    Passage,
    Quote,
    QuoteKind,
    Reuse,
    Role,
    Severity,
    Voice,
    Wording,
)

B = Role.BODY
EAST = (
    ("Dam opens\n", Role.HEADLINE, None, None),
    ("On Monday the <b>stubborn</b> minister Ada Lund opened the dam.\n", B, None, None),
    ("She called it “a triumph”, according to Radio East.\n", B, None, None),
    ("The minister left.\n", B, None, None),
    ("Fishers protested later.\n", B, None, None),
)
WEST = (("Lund, a leading engineer, opened the barrage on 3 May. Fishers protested.\n", B, None, None),)


def at(of: Article, surface: str, nth: int = 0) -> Passage:
    found = list(re.finditer(re.escape(surface), of.text))[nth]
    return of.passage(found.start(), found.end())


def built() -> Corpus:
    """Labels, wording, claims, checks, dates, reuse, origins and distinctive words of the two."""
    east, west = article("east", EAST, "The East"), article("west", WEST, None)
    triumph = at(east, "a triumph")
    corpus = corpus_of((east, west), quotes=[Quote(triumph, QuoteKind.PARTIAL, "q1", "Ada Lund")])
    lund = Entity("person:lund", NameKind.PERSON, "Ada Lund", ("Ada Lund", "Lund"), None, ("east", "west"))
    checks = (Check("name-1", CheckKind.NAME, Severity.NOTICE, "One person?", (), (at(east, "Ada Lund"),)),)
    corpus.__dict__["naming"] = Naming((lund,), (), checks)
    asked = Check(
        "c-1", CheckKind.SCOPE, Severity.WARNING, "A dam or a barrage?", (), (at(east, "dam"), at(west, "barrage"))
    )
    corpus.__dict__["check_records"] = (*checks, asked)
    known = {"entity_id": "person:lund", "canonical": "Ada Lund"}
    dates = (
        DateMention(at(east, "Monday"), "2024-05-04", None, "the Monday before the article's date"),
        DateMention(at(west, "3 May"), "2024-05-03", None, "the year of the article"),
    )
    opened = at(west, "opened")
    heads = (
        Headline("east", at(east, "Dam opens"), (Act(at(east, "opens"), "open", ActForm.ACTIVE, at(east, "Dam")),)),
        Headline("west", None, absent=(Absent("act", "dam opens", (at(east, "opens"),), opened),)),
    )
    corpus.framing.__dict__.update(
        headlines=(heads[0], replace(heads[1], passage=at(west, "Lund, a leading engineer"))),
        labels=(
            Label(at(east, "minister"), LabelKind.TITLE, **known),
            Label(at(east, "The minister"), LabelKind.ROLE, **known),
            Label(at(east, "a triumph"), LabelKind.DESCRIPTION, Voice.QUOTED, "Ada Lund", at(east, "it")),
            Label(at(west, "a leading engineer"), LabelKind.DESCRIPTION, **known),
        ),
        choices=(
            Wording(at(east, "dam", 0), Device.CHOICE, "the dam"),
            Wording(at(west, "barrage"), Device.CHOICE, "the dam"),
        ),
        wording=(
            Wording(at(east, "stubborn"), Device.LOADED, "blame", lexicon="loaded: stubborn"),
            Wording(triumph, Device.LOADED, "praise", Voice.QUOTED, "Ada Lund", "loaded: triumph"),
            Wording(at(west, "leading"), Device.INTENSIFIER, lexicon="intensifiers: leading"),
        ),
        claims=(
            Claim("k1", "Fishers protested", "act", ("east", "west"), (), (at(east, "Fishers"), at(west, "Fishers"))),
            Claim("k2", "it is a triumph", "quote", ("east",), ("west",), (triumph,), ("triumph",), ("Ada Lund",)),
        ),
        timeline=(
            Happening("h1", "2024-05-03", "2024-05-04", "opened the dam", ("east", "west"), dates, "3 or 4 May"),
        ),
        reuse=(
            Reuse(at(east, "opened the"), at(west, "opened the"), 2),
            Reuse(triumph, at(west, "a leading"), 1, True),
        ),
        origins=(Origin(at(east, "Radio East"), "Radio East", "attribution"),),
        distinctive=(Distinction("barrage", "west", 1, 0, 90.9, 1.5, (at(west, "barrage"),)),),
    )
    return corpus
