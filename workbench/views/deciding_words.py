"""Decisions in words: what was done to what, before and after, who and when."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from workbench.charts.palette import cut
from workbench.citing import sources
from workbench.citing.say import count
from workbench.review import Action, Decision, Kind, Reviewed, Step
from workbench.review.decision import Entry
from workbench.tables.wording import number

_DONE = {
    Action.CONFIRM: "confirmed",
    Action.CORRECT: "corrected",
    Action.REJECT: "rejected",
    Action.ADD: "added",
}
#: Columns by the words that the controls have for them.
_CALLED = {
    "counted": "what is counted",
    "quantity_id": "quantity",
    "entity_id": "who is meant",
    "speaker": "speaker",
    "canonical": "name",
    "low": "at least",
    "high": "at most",
    "device": "sort of word",
    "concept": "about",
    "voice": "whose words",
}
#: Columns that say nothing beside the others.
_QUIET = frozenset({"quantity_figure_ids", "speaker_id", "low", "high", "approximate", "end"})
_LONGEST = 70


class Words:
    """The decisions on `corpus` in words; ids are told as what they stand for, where that is known."""

    def __init__(self, corpus: Reviewed) -> None:
        self.corpus = corpus

    @cached_property
    def names(self) -> dict[str, str]:
        """What the sources are called."""
        return dict(sources.of(self.corpus.documents).names)

    def told(self, one: Decision) -> str:
        """What was decided on what, in one line: ``corrected “100” (value: 100 → 114)``."""
        what, why = self.item(one), self.change(one)
        if one.kind is Kind.MEMO:
            return f"memo on {what}: {why}"
        if one.kind is Kind.GRADE:
            return f"graded {what}: {why}"
        return f"{self.done(one)} {what}" + (f" ({why})" if why else "")

    def done(self, one: Decision) -> str:
        """The act in one word."""
        beside = {Kind.MEMO: "memo", Kind.GRADE: "graded", Kind.RENAME: "renamed", Kind.MERGE: "merged"}
        joined = {Kind.SPLIT: "taken apart", Kind.GROUP: "grouped", Kind.UNGROUP: "taken apart"}
        return {**beside, **joined}.get(one.kind) or _DONE[one.action]

    def item(self, one: Decision) -> str:
        """What was decided on, as the machine called it."""
        before = {**one.after, **one.before}
        for name in ("label", "canonical", "message"):
            if isinstance(before.get(name), str):
                return f"“{cut(str(before[name]), _LONGEST)}”"
        if one.target.layer.value == "source":
            return f"the source {self.names.get(one.target.key, one.target.key)}"
        exact = one.anchors[0].exact if one.anchors else one.target.key
        where = self.names.get(one.anchors[0].article_id, one.anchors[0].article_id) if one.anchors else ""
        return f"“{cut(' '.join(exact.split()), _LONGEST)}”" + (f" in {where}" if where else "")

    def change(self, one: Decision) -> str:
        """What changed, before → after; empty where nothing did."""
        after = one.after
        if one.kind is Kind.MEMO:
            return str(after.get("memo", ""))
        if one.kind is Kind.GRADE:
            return ", ".join(f"{name} {value}" for name, value in after.items())
        if one.kind in (Kind.MERGE, Kind.SPLIT, Kind.GROUP, Kind.UNGROUP):
            return self._joined(one)
        if one.action is Action.ADD:
            return ""
        return "; ".join(self._column(name, one.before, after) for name in after if not self._quiet(name, after))

    def _joined(self, one: Decision) -> str:
        after = one.after
        if one.kind is Kind.MERGE:
            return f"with “{self._other(after)}”"
        if "uses" in after:
            forms = ", ".join(f"{form} ({self.names.get(at, at)})" for at, form in _pairs(after["uses"]))
            return f"not the same: {forms}"
        ids = after.get("figure_ids") or after.get("quote_ids") or []
        noun = "figure" if "figure_ids" in after else "quote"
        return f"{count(len(ids), noun)} {'in' if one.kind is Kind.GROUP else 'out'}"

    def _quiet(self, name: str, after: Mapping[str, Any]) -> bool:
        followed = name in ("low", "high") and not {"value", "bound"} & after.keys()
        return name in _QUIET and not followed

    def _column(self, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        if name == "start":
            return f"its words: {before.get('start')}-{before.get('end')} → {after['start']}-{after.get('end')}"
        was = f"{self._value(name, before[name])} → " if name in before else ""
        return f"{_CALLED.get(name, name)}: {was}{self._value(name, after[name])}"

    def _value(self, name: str, value: Any) -> str:
        if value is None or value == "":
            return "none"
        if name == "quantity_id":
            quantities = (*self.corpus.comparison.quantities, *self.corpus.machine.comparison.quantities)
            return next((one.label for one in quantities if one.quantity_id == value), str(value))
        if name == "entity_id":
            entities = (*self.corpus.naming.entities, *self.corpus.machine.naming.entities)
            return next((one.canonical for one in entities if one.entity_id == value), str(value))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number(value)
        return cut(str(value), _LONGEST)

    def _other(self, after: Mapping[str, Any]) -> str:
        other, machine = after.get("other"), self.corpus.machine
        if "uses" in after:
            known = next((one.canonical for one in machine.naming.entities if one.entity_id == other), None)
            return known or next((form for _, form in _pairs(after["uses"])), str(other))
        known = next((one.label for one in machine.comparison.quantities if one.quantity_id == other), None)
        return known or str(other)


def moment(at: str) -> str:
    """When, to the minute.

    >>> moment("2026-11-22T11:05:31.123456+00:00")
    '2026-11-22 11:05 UTC'
    """
    return f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M} UTC"


def _pairs(uses: Any) -> list[tuple[str, str]]:
    return [(str(use[0]), str(use[1])) for use in uses if isinstance(use, list | tuple) and len(use) == 2]


def past(corpus: Reviewed, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The entries of a history, the latest first: who, when, what, before → after, why; and whether it still stands."""
    words, known = Words(corpus), {one.decision_id: one for one in corpus.journal.entries if isinstance(one, Decision)}
    live = {one.decision_id for one in corpus.journal.live}
    orphans, mine = corpus.review.orphans, corpus.journal.analyst
    made = []
    for one in entries:
        about = known.get(one.of) if isinstance(one, Step) else one
        if about is None:
            continue
        step = {"undo": "undid: ", "redo": "did again: "}[one.op] if isinstance(one, Step) else ""
        stands = not step and about.decision_id in live
        made.append(
            {
                "who": one.analyst,
                "at": one.at,
                "what": f"{step}{words.done(about)}",
                "change": words.change(about),
                "reason": "" if step else about.reason,
                "undone": not step and not stands,
                "orphan": orphans.get(about.decision_id, "") if stands else "",
                "id": about.decision_id if stands and one.analyst == mine else "",
            }
        )
    return made[::-1]
