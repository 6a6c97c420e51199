"""What the analysts decided, as a briefing tells it: remarks beside an item, and a section on all decisions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench.briefing.items import Maker
from workbench.export.document.blocks import Block, Head, Para
from workbench.export.document.phrases import counted, cut, listed
from workbench.export.printable import line
from workbench.review.grades import CREDIBILITY, RELIABILITY

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.review.decision import Decision
    from workbench.review.differences import Difference

SCALE = (
    "Grades are the analyst’s. A letter is the reliability of a source: "
    + "; ".join(f"{letter} {words}" for letter, words in RELIABILITY.items())
    + ". A number is the credibility of a piece of information, whoever has it: "
    + "; ".join(f"{number} {words}" for number, words in CREDIBILITY.items())
    + ". B2 is both: a usually reliable source, information that is probably true."
)
STATES = ("machine", "confirmed", "corrected", "added", "rejected")
_NOUNS = {
    "articles": ("source", "sources"),
    "figures": ("figure", "figures"),
    "quantities": ("quantity", "quantities"),
    "quotes": ("quote", "quotes"),
    "utterances": ("utterance", "utterances"),
    "names": ("mention of a name", "mentions of names"),
    "entities": ("name", "names"),
    "labels": ("label", "labels"),
    "wording": ("choice of words", "choices of words"),
    "claims": ("claim", "claims"),
    "checks": ("question", "questions"),
}
#: Columns that a reader of a briefing need not see: places, ids and what follows from others.
_UNTOLD = ("start", "end", "low", "high", "article_id", "speaker_id", "surface")
#: Lines of a list in the section on decisions.
MOST = 12
_FEW = 5  # items on which an alpha would say nothing


class Decided:
    """The decisions on a corpus; a corpus without a journal has none."""

    def __init__(self, corpus: "Corpus", names: Mapping[str, str]) -> None:
        self._names = names
        self._review: Any = getattr(corpus, "review", None)
        self.live: tuple[Decision, ...] = self._review.decisions if self._review else ()
        self._differing: list[Difference] = self._review.differences() if self._review and self.live else []
        self._counts: dict[str, dict[str, int]] = self._review.counts() if self._review and self.live else {}

    def counts(self) -> dict[str, dict[str, int]]:
        """By table: how many rows are the machine's, confirmed, corrected, added, rejected; empty without decisions."""
        return self._counts

    @property
    def left_out(self) -> str:
        """What the analysts rejected, counted, as a sentence; empty where that is nothing."""
        some = [
            counted(states["rejected"], *_NOUNS[name]) for name, states in self._counts.items() if states["rejected"]
        ]
        return f"Left out: {listed(some, 12)} rejected by the analyst." if some else ""

    def grade(self, layer: str, key: str) -> dict[str, str]:
        """By analyst: the grades of an item, as B, 2 or B2."""
        if not self.live:
            return {}
        given = self._review.grades(layer, key)
        return {who: f"{one.get('reliability', '')}{one.get('credibility', '')}" for who, one in given.items()}

    def remarks(self, layer: str, key: str) -> Iterator[Para]:
        """What stands below an item: memos, grades, and what analysts say of it who differ."""
        if not self.live:
            return
        for one in self._review.memos(layer, key):
            yield remark(str(one.after["memo"]), one.analyst)
        for one in self._review.history(layer, key):
            if one in self.live and one.reason:
                yield remark(f"{told(one)}, because: {one.reason}", one.analyst)
        for who, grade in self.grade(layer, key).items():
            yield remark(f"graded {grade} ({meant(grade)}).", who)
        for one in self._differing:
            if (one.layer, one.key) == (layer, key):
                said = "; ".join(f"{each.analyst}: {told(each)}" for each in one.decisions)
                last = f"Shown as {one.applied.analyst} has it, who decided last."
                yield Para(line(f"Analysts differ – {said}. {last}"), Maker.MACHINE, under=True)

    def section(self) -> Iterator[Block]:
        """The section on all decisions; nothing where there is none."""
        if not self.live:
            return
        yield Head("What the analyst decided", 1, Maker.MACHINE)
        who = listed(sorted({one.analyst for one in self.live}), 6)
        yield _plain(f"{counted(len(self.live), 'decision')} by {line(who)}. All other statements are the machine’s.")
        yield from (_plain(text) for text in (self._by_state(), self.left_out) if text)
        yield from self._differences()
        yield from self._orphans()
        if any(one.kind.value == "grade" for one in self.live):
            yield _plain(SCALE)

    def _by_state(self) -> str:
        parts = []
        for state in ("confirmed", "corrected", "added"):
            some = [counted(one[state], *_NOUNS[name]) for name, one in self._counts.items() if one[state]]
            if some:
                parts.append(f"{state[:1].upper()}{state[1:]}: {listed(some, 12)}.")
        note = " What follows from a correction elsewhere counts as corrected." if parts else ""
        return f"{' '.join(parts)}{note}"

    def _differences(self) -> Iterator[Para]:
        if not self._differing:
            return
        yield _plain("Analysts differ on these. The latest word is the one that is shown.")
        for one in self._differing[:MOST]:
            said = "; ".join(f"{each.analyst}: {told(each)}" for each in one.decisions)
            yield _plain(f"{self._about(one.applied)} – {said}.", point=True)
        yield from _more(len(self._differing))
        for layer, one in self._review.agreement().items():
            many = counted(one.items, "item")
            few = one.alpha is None or one.items < _FEW
            alpha = "" if few else f", Krippendorff’s alpha {one.alpha:.2f}"
            yield _plain(
                f"Agreement, {layer}: the same on {one.same:,} of {many} that both decided on{alpha}.", point=True
            )

    def _orphans(self) -> Iterator[Para]:
        orphans = self._review.orphans
        lost = [one for one in self.live if one.decision_id in orphans]
        if not lost:
            return
        yield _plain("Without effect, since what they are about is no longer found in the articles:")
        for one in lost[:MOST]:
            why = line(orphans[one.decision_id])
            yield _plain(f"{self._about(one)} – {told(one)} by {one.analyst}: {why.rstrip('.')}.", point=True)
        yield from _more(len(lost))

    def _about(self, one: "Decision") -> str:
        """What a decision is about, in words."""
        layer = one.target.layer.value
        if not one.anchors:
            return f"{layer[:1].upper()}{layer[1:]}"
        anchor = one.anchors[0]
        return f"{layer[:1].upper()}{layer[1:]} “{cut(anchor.exact, 80)}” in {self._names.get(anchor.article_id, '?')}"


def told(one: "Decision") -> str:
    """What a decision does, in words: "rejected", "value 114", "memo"."""
    kind, action = one.kind.value, one.action.value
    if kind == "memo":
        return f"memo “{cut(str(one.after.get('memo', '')), 120)}”"
    if kind == "grade":
        return f"grade {''.join(str(value) for value in one.after.values())}"
    if action == "correct":
        changed = [
            f"{name} {_value(value)}"
            for name, value in sorted(one.after.items())
            if name not in _UNTOLD and not name.endswith(("_id", "_ids")) and one.before.get(name, ...) != value
        ]
        return ", ".join(changed) or (kind if kind != "value" else "corrected")
    return {"confirm": "as read", "reject": "rejected", "add": "added"}[action]


def _value(value: Any) -> str:
    return "none" if value is None else cut(f"{value:,.10g}" if isinstance(value, float) else str(value), 80)


def meant(grade: str) -> str:
    """What a grade means.

    >>> meant("B2")
    'usually reliable, probably true'
    """
    return ", ".join(filter(None, (RELIABILITY.get(each) or CREDIBILITY.get(each) for each in grade)))


def rests_on(rows: Iterable[Mapping[str, Any]]) -> str:
    """What the analyst did with the figures that a statement rests on; empty where that is nothing.

    >>> rests_on([{"decided": "corrected"}, {"decided": "machine"}])
    '1 of 2 figures corrected by the analyst'
    """
    states = [str(row.get("decided") or "machine") for row in rows]
    done = [f"{states.count(state):,} {state}" for state in STATES[1:4] if state in states]
    if not done:
        return ""
    head, *rest = done
    number, state = head.split()
    said = ", ".join([f"{number} of {counted(len(states), 'figure')} {state}", *rest])
    return f"{said} by the analyst"


def remark(text: str, by: str) -> Para:
    """An analyst's words below an item."""
    return Para(line(text), Maker.ANALYST, under=True, by=line(by))


def _plain(text: str, *, point: bool = False) -> Para:
    return Para(line(text), Maker.MACHINE, point=point)


def _more(count: int) -> list[Para]:
    return [_plain(f"… and {count - MOST:,} more in the table decisions.")] if count > MOST else []
