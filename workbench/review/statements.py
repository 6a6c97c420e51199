"""Decisions on claims, on questions and on what a source is called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from workbench.model import Article, Check, Claim, Fact, Passage
from workbench.review.decision import Action
from workbench.review.standing import CONFIRMED, CORRECTED, MACHINE, Placed, Standing

Record = TypeVar("Record", Claim, Check)


@dataclass
class Stated(Generic[Record]):
    """The records after the decisions; what each is by now, the rejected ones, answers, decisions that do not fit."""

    records: tuple[Record, ...] = ()
    decided: dict[str, str] = field(default_factory=dict)
    rejected: tuple[Record, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    orphans: dict[str, str] = field(default_factory=dict)


def claims(found: Iterable[Claim], standings: Mapping[str, Standing]) -> Stated[Claim]:
    """The claims after the decisions: rejected ones left out, labels as corrected, the analyst's own at the end."""
    made = _kept(found, standings, lambda one: one.claim_id)
    records = []
    for one in made.records:
        changes = standings[one.claim_id].changes if one.claim_id in standings else {}
        label = changes.get("label")
        records.append(replace(one, label=label) if isinstance(label, str) else one)
    new = [_added(key, standing) for key, standing in standings.items() if standing.added and not standing.rejected]
    made.decided |= {one.claim_id: standings[one.claim_id].decided for one in new}
    made.records = (*records, *new)
    return made


def checks(found: Iterable[Check], standings: Mapping[str, Standing]) -> Stated[Check]:
    """The questions after the decisions: rejected ones left out, answers to the others."""
    made = _kept(found, standings, lambda one: one.check_id)
    for key in made.decided:
        answer = standings[key].changes.get("answer") if key in standings else None
        if isinstance(answer, str):
            made.answers[key] = answer
    return made


def sources(articles: Iterable[Article], standings: Mapping[str, Standing]) -> tuple[list[Article], dict[str, str]]:
    """The articles with their sources as the analyst names them, and what each is by now."""
    decided: dict[str, str] = {}
    found = []
    for article in articles:
        standing = standings.get(article.article_id)
        if standing is None:
            found.append(article)
            continue
        named, who = standing.changes.get("source"), standing.placed[-1].decision.analyst
        if standing.rejected:
            found.append(replace(article, source=None))
            decided[article.article_id] = CORRECTED
        elif isinstance(named, str) and named.strip():
            found.append(replace(article, source=Fact(" ".join(named.split()), f"named by {who}")))
            decided[article.article_id] = CORRECTED
        else:
            found.append(article)
            decided[article.article_id] = CONFIRMED
    return found, decided


def _kept(found: Iterable[Record], standings: Mapping[str, Standing], key: Callable[[Record], str]) -> Stated[Record]:
    """The records without the rejected ones; a decision finds its record by its key and its passages."""
    made: Stated[Record] = Stated()
    kept, rejected, met = [], [], set()
    for one in found:
        standing = standings.get(key(one))
        if standing is None or not _same(one.passages, standing):
            kept.append(one)
            continue
        met.add(key(one))
        if standing.rejected:
            rejected.append(one)
        else:
            kept.append(one)
            if standing.decided != MACHINE:
                made.decided[key(one)] = standing.decided
    made.records, made.rejected = tuple(kept), tuple(rejected)
    for name, standing in standings.items():
        if name not in met and not standing.added:
            why = "the machine no longer says so, or of other passages"
            made.orphans |= {placed.decision.decision_id: why for placed in standing.placed}
    return made


def _same(passages: Iterable[Passage], standing: Standing) -> bool:
    """Whether the decision is about these passages: at least one of its own is among them, or neither has any."""
    last: Placed = standing.placed[-1]
    here, there = set(passages), {one for one in last.passages if one is not None}
    return bool(here & there) or not last.passages


def _added(key: str, standing: Standing) -> Claim:
    first = standing.placed[0]
    passages = tuple(one for one in first.passages if one is not None)
    articles = tuple(dict.fromkeys(one.article_id for one in passages))
    label = str(standing.changes.get("label") or first.decision.after.get("label") or passages[0].surface)
    assert first.decision.action is Action.ADD
    silent = tuple(str(one) for one in first.decision.after.get("silent", ()))
    return Claim(key, label, "sentence", articles, silent, passages)
