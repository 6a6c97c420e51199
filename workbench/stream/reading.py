"""A partition to articles: only its files are opened, and of each file only the articles that are wanted."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from workbench.model import Article, Problem, Severity
from workbench.read import each, walk
from workbench.read.draft import Draft, Raw
from workbench.stream import inputs
from workbench.stream.task import Partition, Piece, Wanted

#: Tells what is worked on: the articles, what is done, and whether a fault is that of all of them.
Beat = Callable[[tuple[str, ...], str, bool], None]


@dataclass(slots=True)
class Read:
    """What was read: the articles of each event in their order, and the problems; by place, the digest of each file."""

    events: dict[str, list[Article]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)


def read(partition: Partition, limit: int, beat: Beat) -> Read:
    """The articles of a partition, those left out with their reasons among the problems."""
    found = Read(problems=list(partition.problems))
    for piece in partition.pieces:
        wanted = tuple(one for one in piece.articles if one.article_id not in partition.aside)
        for one in piece.articles:
            if one.article_id in partition.aside:
                found.problems.append(set_aside(piece.place, one.article_id, partition.aside[one.article_id]))
        if wanted:
            beat(tuple(one.article_id for one in wanted), "reading", True)
            _piece(piece, wanted, limit, found)
    return found


def set_aside(place: str, article_id: str, reason: str) -> Problem:
    """What is told of an article that is left out."""
    return Problem(
        walk.shown(place), article_id, Severity.ERROR, f"This article was set aside: {reason}. Please report it."
    )


def _piece(piece: Piece, wanted: tuple[Wanted, ...], limit: int, found: Read) -> None:
    missing = {(one.member, one.draft): one for one in wanted}
    members = frozenset(one.member for one in wanted if one.member is not None)
    for raw in inputs.opened(piece.place, limit, stated=piece.stated, members=members or None):
        if isinstance(raw, Problem):
            if not members:  # the plan told those of an archive
                found.problems.append(raw)
            continue
        if not members:
            found.digests[piece.place] = raw.sha256
        for number, draft in enumerate(each.drafts(raw)):
            if isinstance(draft, Problem):
                missing.clear()
                if raw.suffix not in each.MANY:  # the plan opened the others and told it
                    found.problems.append(draft)
            elif one := missing.pop((raw.path if members else None, number), None):
                _article(draft, raw, one, found)


def _article(draft: Draft, raw: Raw, wanted: Wanted, found: Read) -> None:
    made = each.article(draft, raw)
    if isinstance(made, Problem):
        found.problems.append(made)
        return
    article, warnings = made
    found.events.setdefault(wanted.event_id, []).append(replace(article, article_id=wanted.article_id))
    warned = (Problem(article.path, wanted.article_id, Severity.WARNING, text) for text in warnings)
    found.problems.extend(warned)
