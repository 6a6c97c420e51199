"""Decisions on what stands at one place each: figures, quotes, mentions, labels and words that frame.

Pure: records and standings in, records out. What the machine no longer finds, though the text still has it, stays as
the analyst confirmed or corrected it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from workbench.model import (
    Article,
    Bound,
    Device,
    Figure,
    Label,
    LabelKind,
    Mention,
    NameKind,
    Passage,
    Quote,
    QuoteKind,
    Role,
    Voice,
    Wording,
)
from workbench.review.decision import Layer
from workbench.review.standing import Standing
from workbench.tables import records
from workbench.tables import rows as to_rows

Record = TypeVar("Record")
Row = dict[str, Any]


@dataclass
class Applied(Generic[Record]):
    """The records after the decisions: what each is by now, the rejected ones, and decisions that do not fit."""

    records: tuple[Record, ...] = ()
    decided: dict[str, str] = field(default_factory=dict)  # key -> confirmed, corrected, added
    rejected: tuple[Record, ...] = ()
    orphans: dict[str, str] = field(default_factory=dict)  # decision_id -> why
    named: dict[str, str] = field(default_factory=dict)  # the machine's key -> the key by now, where they differ


@dataclass(frozen=True)
class Rules(Generic[Record]):
    """How the records of a layer are read from rows, written to rows and called."""

    key: Callable[[Record], str]
    row: Callable[[Record], Row]
    record: Callable[[Row, Article], Record]
    columns: frozenset[str]  # those that an analyst can change


def apply(
    found: Iterable[Record],
    standings: Mapping[str, Standing],
    rules: Rules[Record],
    articles: Mapping[str, Article],
) -> Applied[Record]:
    """The records with the decisions applied, in reading order."""
    made: Applied[Record] = Applied()
    kept: list[Record] = []
    rejected: list[Record] = []
    met: set[str] = set()
    for record in found:
        key = rules.key(record)
        standing = standings.get(key)
        met.add(key)
        if standing is None:
            kept.append(record)
        elif standing.rejected:
            rejected.append(record)
        else:
            kept.append(_changed(record, standing, rules, articles, made))
    new = [_revived(standing, rules, articles, made) for key, standing in standings.items() if key not in met]
    kept += [record for record in new if record is not None]
    order = {article_id: at for at, article_id in enumerate(articles)}
    if any(record is not None for record in new) or made.named:
        kept.sort(key=lambda record: _order(rules.row(record), order))
    made.records, made.rejected = tuple(kept), tuple(rejected)
    return made


def _order(row: Row, order: Mapping[str, int]) -> tuple[int, int]:
    return order.get(row["article_id"], 0), row["start"]


def _changed(
    record: Record,
    standing: Standing,
    rules: Rules[Record],
    articles: Mapping[str, Article],
    made: Applied[Record],
) -> Record:
    key, row = standing.key, rules.row(record)
    try:
        after = rules.record(row | standing.changes, articles[row["article_id"]]) if standing.changes else record
    except (ValueError, KeyError, TypeError) as error:
        _fail(standing, made, f"it does not fit any more ({error})")
        return record
    now = rules.key(after)
    if now != key:
        made.named[key] = now
    made.decided[now] = standing.decided
    return after


def _revived(
    standing: Standing, rules: Rules[Record], articles: Mapping[str, Article], made: Applied[Record]
) -> Record | None:
    """What an analyst added, or confirmed or corrected before the machine lost sight of it."""
    passage = standing.passage
    if standing.rejected:
        if not standing.added:
            _fail(standing, made, "the machine no longer finds it")
        return None
    if passage is None:
        _fail(standing, made, "it names no passage")
        return None
    place = to_rows.place(passage)
    try:
        record = rules.record({**standing.base, **place, **standing.changes}, articles[passage.article_id])
    except (ValueError, KeyError, TypeError) as error:
        _fail(standing, made, f"it does not say enough to stand without the machine's reading ({error})")
        return None
    key = rules.key(record)
    made.decided[key] = standing.decided
    if standing.key != key:
        made.named[standing.key] = key
    return record


def _fail(standing: Standing, made: Applied[Record], why: str) -> None:
    made.orphans |= {placed.decision.decision_id: why for placed in standing.placed}


def figure_row(row: Row, changes: Mapping[str, Any]) -> Row:
    """The changes of a figure with what follows from them: its least and most are those of the number and its bound.

    >>> figure_row({"value": 100, "bound": ">"}, {"bound": "="})["high"]
    100
    """
    after = dict(changes)
    if {"value", "bound"} & changes.keys():
        value, bound = changes.get("value", row.get("value")), changes.get("bound", row.get("bound"))
        if value is not None and bound is None:
            bound = after["bound"] = "="
        least = value if bound in ("=", ">", ">=") else None
        most = value if bound in ("=", "<", "<=") else None
        after = {"low": least, "high": most, "approximate": bound == Bound.ABOUT.value, **after}
    return after


def _figure(row: Row, article: Article) -> Figure:
    full: Row = {"unit": None, "approximate": False, "bound": None, "counted": None, "scope": None, "speaker": None}
    full |= {"in_quote": False, "implied": False, "role": _role(article, row["start"]), "kind": "count"}
    full |= {"value": None, "low": None, "high": None}
    made = records.figure({**full, **row}, article)
    numbers = (made.measure.value, made.measure.low, made.measure.high)
    if any(isinstance(one, bool) or not isinstance(one, int | float | None) for one in numbers):
        raise ValueError("a figure's value is a number")
    return made


def _quote(row: Row, article: Article) -> Quote:
    at = None
    if row.get("speaker_start") is not None and row.get("speaker_end") is not None:
        at = article.passage(row["speaker_start"], row["speaker_end"])
        if row.get("speaker_surface") not in (None, at.surface):
            at = None  # the article has changed: who is meant stands, the place at the cue does not
    passage = article.passage(row["start"], row["end"])
    quotation_id = row.get("quotation_id") or f"{article.article_id}:{passage.start}"
    speaker, role = row.get("speaker"), row.get("role") or _role(article, passage.start)
    kind = QuoteKind(row.get("kind") or "direct")
    cue, via, speaker_id = (_maybe(row.get(name)) for name in ("cue", "via", "speaker_id"))
    return Quote(passage, kind, quotation_id, _maybe(speaker), at, cue, via, Role(role), speaker_id)


def _mention(row: Row, article: Article) -> Mention:
    passage = article.passage(row["start"], row["end"])
    return Mention(passage, NameKind(row["kind"]), _sure(row["entity_id"]), _sure(row["canonical"]))


def _label(row: Row, article: Article) -> Label:
    target = None
    if row.get("target_start") is not None and row.get("target_end") is not None:
        target = article.passage(row["target_start"], row["target_end"])
        target = target if row.get("target") in (None, target.surface) else None
    passage = article.passage(row["start"], row["end"])
    return Label(
        passage,
        LabelKind(row.get("kind") or "description"),
        Voice(row.get("voice") or "narrator"),
        _maybe(row.get("speaker")),
        target,
        _maybe(row.get("entity_id")),
        _maybe(row.get("canonical")),
        Role(row.get("role") or _role(article, passage.start)),
    )


def _wording(row: Row, article: Article) -> Wording:
    passage = article.passage(row["start"], row["end"])
    voice = Voice.REPORTED if row.get("reported") else Voice(row.get("voice") or "narrator")
    texts = {name: _maybe(row.get(name)) for name in ("concept", "speaker", "lexicon")}
    role = Role(row.get("role") or _role(article, passage.start))
    return Wording(passage, Device(row.get("device") or "loaded"), voice=voice, role=role, **texts)


def _role(article: Article, start: int) -> str:
    return article.block_at(start).role.value


def _maybe(value: object) -> str | None:
    return None if value is None else _sure(value)


def _sure(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _at(passage: Passage, mark: str, more: str = "") -> str:
    return f"{passage.article_id}:{mark}{passage.start}-{passage.end}{more}"


_PLACE_COLUMNS = frozenset({"start", "end"})

FIGURES: Rules[Figure] = Rules(
    lambda one: one.figure_id,
    lambda one: to_rows.figures([one])[0],
    _figure,
    frozenset({"value", "low", "high", "approximate", "bound", "unit", "counted"})
    | {"scope", "speaker", "kind", "quantity_id"}
    | _PLACE_COLUMNS,
)
QUOTES: Rules[Quote] = Rules(
    lambda one: one.quote_id,
    lambda one: to_rows.quotes([one])[0],
    _quote,
    frozenset({"speaker", "kind", "cue", "via"}) | _PLACE_COLUMNS,
)
MENTIONS: Rules[Mention] = Rules(
    lambda one: _at(one.passage, "n"),
    lambda one: to_rows.names([one])[0],
    _mention,
    frozenset({"kind", "entity_id", "canonical"}) | _PLACE_COLUMNS,
)
LABELS: Rules[Label] = Rules(
    lambda one: _at(one.passage, "l", f":{one.kind.value}"),
    lambda one: to_rows.labels([one])[0],
    _label,
    frozenset({"kind", "voice", "speaker", "entity_id", "canonical"}) | _PLACE_COLUMNS,
)
WORDING: Rules[Wording] = Rules(
    lambda one: _at(one.passage, "w", f":{one.device.value}"),
    lambda one: to_rows.wording([one])[0],
    _wording,
    frozenset({"device", "concept", "voice", "speaker"}) | _PLACE_COLUMNS,
)
RULES: dict[Layer, Rules[Any]] = {
    Layer.FIGURE: FIGURES,
    Layer.QUOTE: QUOTES,
    Layer.NAME: MENTIONS,
    Layer.LABEL: LABELS,
    Layer.WORDING: WORDING,
}
