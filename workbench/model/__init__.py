"""The records that flow through the workbench: frozen, typed, and free of logic beyond look-ups.

A :class:`Passage` is the anchor of everything: one span of one article, with the exact characters that stand there.
Passages are made only by :meth:`Article.passage`, which cuts the surface from the text, so a record whose span does not
match its surface cannot come about.
"""

from workbench.model.articles import PROSE, Article, Block, Fact, Passage, Problem, Role, Severity, by_article
from workbench.model.events import Event
from workbench.model.figures import Bound, Figure, FigureKind, Measure, Standing
from workbench.model.framing import (
    Act,
    ActForm,
    Claim,
    DateMention,
    Device,
    Distinction,
    Happening,
    Label,
    LabelKind,
    Origin,
    Reuse,
    Voice,
    Wording,
)
from workbench.model.names import Entity, Mention, NameKind
from workbench.model.quantities import Check, CheckKind, FigurePair, Quantity, Relation, Verdict
from workbench.model.quotes import EditKind, Fidelity, Quote, QuoteKind, QuotePair, Utterance, WordEdit

__all__ = [
    "PROSE",
    "Act",
    "ActForm",
    "Article",
    "Block",
    "Bound",
    "Check",
    "CheckKind",
    "Claim",
    "DateMention",
    "Device",
    "Distinction",
    "EditKind",
    "Entity",
    "Event",
    "Fact",
    "Fidelity",
    "Figure",
    "FigureKind",
    "FigurePair",
    "Happening",
    "Label",
    "LabelKind",
    "Measure",
    "Mention",
    "NameKind",
    "Origin",
    "Passage",
    "Problem",
    "Quantity",
    "Quote",
    "QuoteKind",
    "QuotePair",
    "Relation",
    "Reuse",
    "Role",
    "Severity",
    "Standing",
    "Utterance",
    "Verdict",
    "Voice",
    "WordEdit",
    "Wording",
    "by_article",
]
