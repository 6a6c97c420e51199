"""How a question to the analyst is made: one check from the passages that raise it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from workbench.language import Parsed
from workbench.model import (
    Check,
    CheckKind,
    Entity,
    Figure,
    Label,
    Mention,
    Passage,
    Quantity,
    Quote,
    QuotePair,
    Severity,
)


@dataclass(frozen=True)
class Material:
    """What questions are asked of: the articles' parses, and what was found in them and by comparing them."""

    parsed: Sequence[Parsed]
    quotes: dict[str, list[Quote]] = field(default_factory=dict)  # by article_id
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    quantities: Sequence[Quantity] = ()
    figures: Sequence[Figure] = ()
    pairs: Sequence[QuotePair] = ()
    labels: Sequence[Label] = ()

    @cached_property
    def of(self) -> dict[str, Parsed]:
        """The parses by article_id."""
        return {one.article.article_id: one for one in self.parsed}


def ask(
    kind: CheckKind,
    about: str,
    message: str,
    passages: Iterable[Passage],
    *,
    severity: Severity = Severity.NOTICE,
    figures: Sequence[Figure] = (),
) -> Check:
    """The check that asks `message` of `passages`; `about` is one word for the sort of question, part of its id."""
    ordered = sorted(dict.fromkeys(passages), key=lambda one: (one.article_id, one.start, one.end))
    first = ordered[0] if ordered else None
    place = f"{first.article_id}:{first.start}-{first.end}" if first else "-"
    last = ordered[-1] if len(ordered) > 1 else None
    beyond = f"+{last.article_id}:{last.start}-{last.end}" if last else ""
    ids = tuple(figure.figure_id for figure in figures)
    return Check(f"c:{about}:{place}{beyond}", kind, severity, message, ids, tuple(ordered))


def first_each(passages: Iterable[Passage]) -> list[Passage]:
    """Of each article's passages the first, in the order of the articles."""
    found: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda one: (one.article_id, one.start)):
        found.setdefault(passage.article_id, passage)
    return list(found.values())


def words(passage: Passage, longest: int = 60) -> str:
    """A passage's words between quote marks, on one line and cut where they are long."""
    said = " ".join(passage.surface.split())
    if len(said) > longest:
        kept = said[: longest - 2]
        said = f"{kept[: max(kept.rfind(' '), longest // 2)].rstrip()} …"  # no word is cut, unless it is endless
    return f"“{said}”"
