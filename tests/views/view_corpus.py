"""Two articles on a ferry, with figures and quotes made by hand: the views are tested without any extraction."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus import Corpus
from workbench.model import (
    Article,
    Block,
    Fact,
    Figure,
    FigureKind,
    Measure,
    Problem,
    Quote,
    QuoteKind,
    Role,
)
from workbench.review import Journal, Reviewed

FERRY = (
    ("Ferry aground with 300 aboard\n", Role.HEADLINE, None, None),
    ("Share this page\n", Role.FURNITURE, "a prompt to share", None),
    (
        "More than 300 passengers waited. Capt. Ines Moro said: “We hit sand at 6 knots.” Rescue took 9 hours.\n",
        *(Role.BODY, None, None),
    ),
    ("The ferry at dusk\n", Role.CAPTION, None, None),
    ("The ferry at dusk\n", Role.CAPTION, None, 0),
)
HARBOUR = (
    ("Hundreds wait for a tow\n", Role.HEADLINE, None, None),
    ("Some 250 people were aboard, “all of them calm”, a coastguard said.\n", Role.BODY, None, None),
)


def article(article_id: str, parts: Sequence[tuple[str, Role, str | None, int | None]], source: str | None) -> Article:
    blocks, at = [], 0
    for text, role, reason, repeat in parts:
        earlier = blocks[-1].start if repeat is not None else None
        blocks.append(Block(at, at + len(text), role, reason, earlier))
        at += len(text)
    text = "".join(part[0] for part in parts)
    fact = Fact(source, "row 2 of sources.csv") if source else None
    headline = parts[0][0].strip()
    return Article(
        article_id, text, tuple(blocks), f"news/{article_id}.txt", "0" * 64, "utf-8", headline, fact, language="en"
    )


@dataclass(frozen=True)
class Made:
    """What the hand-made corpus holds."""

    corpus: Corpus
    ferry: Article
    harbour: Article


def figure(where: Article, surface: str, kind: FigureKind, measure: Measure, **more: object) -> Figure:
    start = where.text.index(surface)
    role = where.block_at(start).role
    return Figure(where.passage(start, start + len(surface)), kind, measure, role=role, **more)


def quote(where: Article, surface: str, kind: QuoteKind, speaker: str | None, at: str | None, **more: object) -> Quote:
    start = where.text.index(surface)
    named = where.passage(where.text.index(at), where.text.index(at) + len(at)) if at else None
    passage = where.passage(start, start + len(surface))
    return Quote(passage, kind, f"{where.article_id}:u{start}", speaker, named, **more)


def corpus_of(
    articles: Sequence[Article],
    figures: Sequence[Figure] = (),
    quotes: Sequence[Quote] = (),
    problems: Sequence[Problem] = (),
) -> Corpus:
    made = Corpus(articles, problems)
    made.__dict__["figure_records"] = tuple(figures)  # in the place of what would be computed
    made.__dict__["quote_records"] = tuple(quotes)
    return made


def reviewed(machine: Corpus) -> Reviewed:
    """The corpus with decisions that are kept in memory."""
    return Reviewed(machine, Journal(None, "Ada Lund"))
