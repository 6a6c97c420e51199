"""Decisions: what an analyst confirms, corrects, rejects or adds, with what it was, what it is, why, who and when.

A decision is plain data that JSON can hold; nothing in it is ever executed. It names its item by layer and key and,
since keys are made of places, has an anchor for every passage that it is about: the exact text with its surroundings.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from workbench.errors import OptionError
from workbench.review.grades import CREDIBILITY, RELIABILITY

#: The most that one decision may hold, written out: a line of the journal.
MOST_BYTES = 1_000_000


class Action(StrEnum):
    """What is done to the machine's reading."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"


class Layer(StrEnum):
    """What sort of thing is decided on."""

    FIGURE = "figure"
    QUANTITY = "quantity"
    QUOTE = "quote"
    UTTERANCE = "utterance"
    NAME = "name"  # one mention
    ENTITY = "entity"  # the person, organisation or place behind mentions
    LABEL = "label"
    WORDING = "wording"
    CLAIM = "claim"
    CHECK = "check"
    SOURCE = "source"


class Kind(StrEnum):
    """The form of a decision, finer than its action; memos and grades leave the reading itself as it is."""

    VALUE = "value"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    GROUP = "group"
    UNGROUP = "ungroup"
    MEMO = "memo"
    GRADE = "grade"


#: The kinds that say something about an item without changing it.
BESIDE = frozenset({Kind.MEMO, Kind.GRADE})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage that can be found again: its exact text, what stands before and behind, and where that was."""

    article_id: str
    sha256: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """What is decided on: its layer, and its key in the tables (``figure_id``, ``entity_id``, ...)."""

    layer: Layer
    key: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; `before` and `after` hold the columns that it is about, as JSON has them."""

    decision_id: str
    target: Target
    action: Action
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    analyst: str
    at: str  # ISO 8601, in UTC
    anchors: tuple[Anchor, ...] = ()
    kind: Kind = Kind.VALUE


@dataclass(frozen=True, slots=True)
class Step:
    """The undoing or redoing of a decision."""

    step_id: str
    op: str  # undo, redo
    of: str  # decision_id
    analyst: str
    at: str


Entry = Decision | Step


def entry_id(entry: Entry) -> str:
    """The id of a decision or a step."""
    return entry.decision_id if isinstance(entry, Decision) else entry.step_id


def now(after: str = "") -> str:
    """This moment, in UTC with microseconds, always later than `after`: clocks go back, journals do not."""
    moment = datetime.now(UTC)
    if after and moment <= (last := datetime.fromisoformat(after)):
        moment = last.replace(microsecond=last.microsecond + 1) if last.microsecond < 999_999 else _next(last)
    return moment.isoformat(timespec="microseconds")


def _next(last: datetime) -> datetime:
    return datetime.fromtimestamp(int(last.timestamp()) + 1, UTC)


def new(
    target: Target,
    action: Action,
    *,
    analyst: str,
    at: str,
    kind: Kind = Kind.VALUE,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    anchors: Sequence[Anchor] = (),
) -> Decision:
    """A new decision with an id of its own.

    Raises OptionError where it is too long, or holds what JSON cannot.
    """
    made = Decision(
        f"d-{uuid4().hex}", target, action, before or {}, after or {}, reason, analyst, at, tuple(anchors), kind
    )
    try:
        line = to_line(made)
    except (TypeError, ValueError, RecursionError) as error:
        raise OptionError(f"A decision holds plain values only (text, numbers, lists): {error}.") from error
    if len(line) > MOST_BYTES:
        raise OptionError(f"This decision is too long to be kept: say it in less than {MOST_BYTES:,} bytes.")
    try:
        again = from_line(line)
    except ValueError as error:
        raise OptionError(f"This is no decision that can be kept: {error}.") from error
    assert isinstance(again, Decision)
    return again


def step(op: str, of: str, *, analyst: str, at: str) -> Step:
    """The undoing (`op` undo) or redoing (redo) of the decision `of`."""
    return Step(f"s-{uuid4().hex}", op, of, analyst, at)


def to_line(entry: Entry) -> bytes:
    """One line of JSON, with its end; control characters and halves of characters are escaped.

    >>> to_line(Step("s-1", "undo", "d-1", "Ada", "2026-01-01T00:00:00+00:00"))[:22]
    b'{"op": "undo", "of": "'
    """
    if isinstance(entry, Step):
        told: dict[str, Any] = {"op": entry.op, "of": entry.of, "analyst": entry.analyst, "at": entry.at}
        told["id"] = entry.step_id
    else:
        told = {"op": "decide", "id": entry.decision_id, "layer": entry.target.layer, "key": entry.target.key}
        told |= {"action": entry.action, "kind": entry.kind, "before": dict(entry.before), "after": dict(entry.after)}
        told |= {"reason": entry.reason, "analyst": entry.analyst, "at": entry.at}
        told["anchors"] = [asdict(anchor) for anchor in entry.anchors]
    try:
        return json.dumps(told, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(told, ensure_ascii=True, allow_nan=False).encode() + b"\n"


def from_line(line: bytes) -> Entry:
    """What a line of the journal says.

    Raises ValueError where it is none that the workbench writes.
    """
    try:
        data = json.loads(line, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("it is no JSON object")
    if data.get("op") in ("undo", "redo"):
        return Step(_text(data, "id"), data["op"], _text(data, "of"), _text(data, "analyst"), _time(data))
    if data.get("op") != "decide":
        raise ValueError(f"it says {str(data.get('op'))[:40]!r}, which this version does not know")
    before, after, anchors = data.get("before"), data.get("after"), data.get("anchors")
    if not isinstance(before, dict) or not isinstance(after, dict) or not isinstance(anchors, list):
        raise ValueError("before and after must be objects, anchors a list")
    made = Decision(
        _text(data, "id"),
        Target(Layer(_text(data, "layer")), _text(data, "key")),
        Action(_text(data, "action")),
        before,
        after,
        _text(data, "reason"),
        _text(data, "analyst"),
        _time(data),
        tuple(_anchor(one) for one in anchors),
        Kind(data.get("kind", Kind.VALUE)),
    )
    if made.kind is Kind.GRADE:
        _graded(after)
    if made.kind is Kind.MEMO and not isinstance(after.get("memo"), str):
        raise ValueError("a memo needs text")
    return made


def _graded(after: Mapping[str, Any]) -> None:
    known = {"reliability": RELIABILITY, "credibility": CREDIBILITY}
    if not after or any(str(value) not in known.get(name, {}) for name, value in after.items()):
        raise ValueError("a grade is a reliability (A to F) or a credibility (1 to 6)")


def _anchor(data: object) -> Anchor:
    if not isinstance(data, dict):
        raise ValueError("an anchor must be an object")
    article_id, sha256, exact = (_text(data, name) for name in ("article_id", "sha256", "exact"))
    start, end = data.get("start"), data.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError("an anchor needs a start and an end")
    return Anchor(article_id, sha256, exact, _text(data, "prefix"), _text(data, "suffix"), start, end)


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its {name} is no text")
    return value


def _time(data: Mapping[str, Any]) -> str:
    moment = datetime.fromisoformat(_text(data, "at"))
    if moment.tzinfo is None:
        raise ValueError("its time has no zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")
