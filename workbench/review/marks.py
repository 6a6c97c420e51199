"""What the tables say of decisions: the column ``decided`` of each row, and the table of the decisions themselves."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.review.decision import Decision, Kind, Layer
from workbench.review.items import LABELS
from workbench.review.standing import CORRECTED, MACHINE
from workbench.tables.rows import Row

if TYPE_CHECKING:
    from workbench.review.reviewed import Reviewed


def stamped(corpus: "Reviewed", name: str, rows: list[Row], *, compared: bool) -> list[Row]:
    """The rows of a table, with what each is by now: machine, confirmed, corrected or added."""
    if name not in _KEYS:
        return rows
    decided = of_table(corpus, name, compared=compared)
    key = _KEYS[name]
    answers = corpus.asked.answers if name == "checks" else {}
    for row in rows:
        row["decided"] = decided.get(key(row), MACHINE)
        if name == "checks":
            row["answer"] = answers.get(row["check_id"])
    return rows


def _at(mark: str, more: str = "") -> Callable[[Row], str]:
    def key(row: Row) -> str:
        place = f"{row['article_id']}:{mark}{row['start']}-{row['end']}"
        return f"{place}:{row[more]}" if more else place

    return key


_KEYS: dict[str, Callable[[Row], str]] = {
    "articles": lambda row: str(row["article_id"]),
    "figures": lambda row: str(row["figure_id"]),
    "quantities": lambda row: str(row["quantity_id"]),
    "quotes": lambda row: str(row["quote_id"]),
    "utterances": lambda row: str(row["utterance_id"]),
    "names": _at("n"),
    "entities": lambda row: str(row["entity_id"]),
    "labels": _at("l", "kind"),
    "wording": _at("w", "device"),
    "claims": lambda row: str(row["claim_id"]),
    "checks": lambda row: str(row["check_id"]),
}


def of_table(corpus: "Reviewed", name: str, *, compared: bool = True) -> Mapping[str, str]:
    """What the rows of a table are, by key, where they are not the machine's.

    What a decision on something else has changed (the speaker of a quote, where a name was split) is corrected too.
    """
    layers = corpus.layers
    if not layers.decisions:
        return {}
    makers: dict[str, Callable[[], Mapping[str, str]]] = {
        "quotes": lambda: {**(_voices(corpus) if compared else {}), **layers.quotes.decided},
        "names": lambda: {**_differing(*_mentions(corpus), _mention), **layers.named.mentions.decided},
        "entities": lambda: {
            **_differing(corpus.machine.naming.entities, corpus.naming.entities, lambda one: one.entity_id),
            **layers.named.decided,
        },
        "utterances": lambda: _utterances(corpus),
        "articles": lambda: layers.sources[1],
        "figures": lambda: {**(_moved(corpus) if compared else {}), **layers.figures.decided},
        "quantities": lambda: layers.compared.decided,
        "labels": lambda: {**(_called(corpus) if compared else {}), **corpus.framing.labelled.decided},
        "wording": lambda: {**corpus.framing.worded.decided, **corpus.framing.chosen.decided},
        "claims": lambda: corpus.framing.claimed.decided,
        "checks": lambda: corpus.asked.decided,
    }
    return makers[name]()


def _mentions(corpus: "Reviewed") -> tuple[Any, Any]:
    return corpus.machine.naming.mentions, corpus.naming.mentions


def _moved(corpus: "Reviewed") -> dict[str, str]:
    """The figures that belong to another quantity than the machine put them into."""
    if corpus.layers.compared.comparison is corpus.machine.comparison:
        return {}
    read, now = corpus.machine.comparison.quantity_of, corpus.comparison.quantity_of
    return {key: CORRECTED for key in read.keys() | now.keys() if read.get(key) != now.get(key)}


def _called(corpus: "Reviewed") -> dict[str, str]:
    """The labels of names that are somebody else's than the machine thought."""
    other = set(_differing(*_mentions(corpus), _mention))
    return {
        LABELS.key(one): CORRECTED
        for one in (corpus.framing.labels if other else ())
        if one.target and f"{one.target.article_id}:n{one.target.start}-{one.target.end}" in other
    }


def _utterances(corpus: "Reviewed") -> dict[str, str]:
    if corpus.quotes_as_read and not corpus.layers.of(Layer.UTTERANCE):
        return {}
    read, now = corpus.machine.quote_groups[0], corpus.quote_groups[0]
    return {**_differing(read, now, lambda one: one.utterance_id), **corpus.grouped.decided}


def _voices(corpus: "Reviewed") -> dict[str, str]:
    if corpus.quotes_as_read:
        return {}
    return _differing(corpus.machine.voiced_quotes, corpus.voiced_quotes, lambda one: one.quote_id)


def _differing(read: Any, now: Any, key: Callable[[Any], str]) -> dict[str, str]:
    if read is now:
        return {}
    before = {key(one): one for one in read}
    return {key(one): CORRECTED for one in now if before.get(key(one)) != one}


def _mention(one: Any) -> str:
    return f"{one.passage.article_id}:n{one.passage.start}-{one.passage.end}"


def decisions(corpus: "Reviewed") -> list[Row]:
    """A row a decision, those undone left out, with whether it is applied or an orphan, and why."""
    orphans = corpus.review.orphans
    return [_row(one, orphans.get(one.decision_id)) for one in corpus.layers.decisions]


def _row(one: Decision, why: str | None) -> Row:
    return {
        "decision_id": one.decision_id,
        "target": one.target.key,
        "action": one.action.value,
        "before": _told(_before(one)),
        "after": _told(one.after),
        "reason": one.reason or None,
        "analyst": one.analyst,
        "at": one.at,
        "status": "orphan" if why else "applied",
        "layer": one.target.layer.value,
        "kind": None if one.kind is Kind.VALUE else one.kind.value,
        "note": why,
        "article_ids": list(dict.fromkeys(anchor.article_id for anchor in one.anchors)),
        "exact": one.anchors[0].exact if one.anchors else None,
    }


def _before(one: Decision) -> Mapping[str, Any]:
    """What the machine read, of the columns that the decision is about; of all, where it is about the whole."""
    some = {name: value for name, value in one.before.items() if name in one.after}
    return some or one.before


def _told(columns: Mapping[str, Any]) -> str | None:
    return json.dumps(dict(columns), ensure_ascii=False, sort_keys=True) if columns else None
