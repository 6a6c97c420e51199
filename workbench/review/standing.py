"""What all decisions on one item come to: kept or rejected, with which changes, on whose word.

Decisions are replayed in the order of time: a later one on the same column replaces an earlier one, and a confirmation
or a correction brings back what was rejected.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.model import Article, Passage
from workbench.review.anchor import Places
from workbench.review.decision import BESIDE, Action, Anchor, Decision, Kind, Layer

#: What a row's column ``decided`` says.
MACHINE, CONFIRMED, CORRECTED, ADDED = "machine", "confirmed", "corrected", "added"
#: The layers whose items are one passage each.
ONE_PASSAGE = frozenset({Layer.FIGURE, Layer.QUOTE, Layer.NAME, Layer.LABEL, Layer.WORDING, Layer.SOURCE})
_PLACE = re.compile(r":([a-z]?)(\d+)-(\d+)")
LOST = "what it is about is no longer in the article, or not in the same words"


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision in the articles of now: its key, and its anchors' passages (None for those that are gone)."""

    decision: Decision
    key: str
    passages: tuple[Passage | None, ...]

    @property
    def lost(self) -> bool:
        """Whether it has nothing left to stand on."""
        if not self.passages:
            return False
        if self.decision.target.layer in ONE_PASSAGE:
            needed = 2 if "start" in self.decision.after and len(self.passages) > 1 else 1
            return None in self.passages[:needed]
        return all(passage is None for passage in self.passages)


def place(decisions: Iterable[Decision], articles: Iterable[Article]) -> list[Placed]:
    """The decisions with the passages that they are about, as they stand in `articles`."""
    places = Places(articles)
    made = []
    for decision in decisions:
        passages = tuple(places.find(anchor) for anchor in decision.anchors)
        key = rekey(decision.target.key, decision, passages)
        if decision.target.layer is Layer.SOURCE and passages and passages[0] is not None:
            key = passages[0].article_id
        made.append(Placed(decision, key, passages))
    return made


def rekey(key: str, decision: Decision, passages: Iterable[Passage | None]) -> str:
    """A key made of places, with the places of now: of the passages of the decision's anchors, in their order."""
    moves: dict[tuple[str, str], list[tuple[str, Passage]]] = {}
    for anchor, passage in zip(decision.anchors, passages, strict=True):
        if passage is not None and _there(anchor) != _there(passage):
            moves.setdefault((str(anchor.start), str(anchor.end)), []).append((anchor.article_id, passage))
    return _replaced(key, moves) if moves else key


def _replaced(key: str, moves: Mapping[tuple[str, str], Iterable[tuple[str, Passage]]]) -> str:
    made, last = [], 0
    for match in _PLACE.finditer(key):
        before, place = key[last : match.start()], match.group()
        for article_id, passage in moves.get((match[2], match[3]), ()):
            if before.endswith(article_id):
                before = before.removesuffix(article_id) + passage.article_id
                place = f":{match[1]}{passage.start}-{passage.end}"
                break
        made += [before, place]
        last = match.end()
    return "".join(made) + key[last:]


def _there(one: Anchor | Passage) -> tuple[str, int, int]:
    return one.article_id, one.start, one.end


@dataclass(slots=True)
class Standing:
    """What the decisions on one item come to."""

    key: str
    rejected: bool = False
    confirmed: bool = False
    added: bool = False
    changes: dict[str, Any] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)

    @property
    def decided(self) -> str:
        """What the item's row says."""
        if self.added:
            return ADDED
        return CORRECTED if self.changes else CONFIRMED if self.confirmed else MACHINE

    @property
    def base(self) -> Mapping[str, Any]:
        """The whole item as it was when it was first decided on, or as it was added."""
        first = self.placed[0].decision
        return first.after if self.added else first.before

    @property
    def passage(self) -> Passage | None:
        """Where the item stands."""
        first = self.placed[0].passages
        return first[0] if first else None

    def take(self, placed: Placed) -> None:
        """Take in one more decision, later than those before."""
        decision = placed.decision
        self.placed.append(placed)
        self.rejected = decision.action is Action.REJECT
        if decision.action is Action.CONFIRM:
            self.confirmed = True
        elif decision.action is Action.ADD:
            self.added = True
        elif decision.action is Action.CORRECT:
            self.changes |= decision.after
            if "start" in decision.after and len(placed.passages) > 1 and (to := placed.passages[1]) is not None:
                self.changes |= {"start": to.start, "end": to.end}


def fold(placed: Iterable[Placed]) -> dict[str, Standing]:
    """What the decisions come to, by the key that the machine gives the item; memos and grades play no part."""
    return _followed(placed)[0]


def traced(placed: Iterable[Placed]) -> dict[str, str]:
    """By decision_id, memos and grades too: the key that the machine gives the item that a decision is about."""
    return _followed(placed)[1]


def _followed(placed: Iterable[Placed]) -> tuple[dict[str, Standing], dict[str, str]]:
    found: dict[str, Standing] = {}
    of: dict[str, str] = {}
    called: dict[str, str] = {}  # an item whose place or kind was corrected has another key from then on
    for one in placed:
        if one.lost:
            continue
        key = of[one.decision.decision_id] = called.get(one.key, one.key)
        if one.decision.kind in BESIDE:
            continue
        standing = found.setdefault(key, Standing(key))
        standing.take(one)
        if one.decision.kind is Kind.VALUE and (now := _renamed(standing, one.decision.target.layer)) != key:
            called[now] = key
    return found, of


def _renamed(standing: Standing, layer: Layer) -> str:
    """The key of an item by now: it tells its place and, of labels and words, of what kind it is."""
    key, now = standing.key, standing.changes
    if "start" in now and "end" in now:
        key = _PLACE.sub(lambda match: f":{match[1]}{now['start']}-{now['end']}", key, count=1)
    kind = now.get({Layer.LABEL: "kind", Layer.WORDING: "device"}.get(layer, ""))
    return f"{key.rpartition(':')[0]}:{kind}" if isinstance(kind, str) else key
