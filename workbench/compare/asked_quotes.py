"""Questions about quotes: words that differ inside the marks, a sense turned round, one utterance with two speakers."""

from collections.abc import Iterator

from workbench.compare.asking import Material, ask, words
from workbench.compare.spelling import weight
from workbench.model import Check, CheckKind, EditKind, Fidelity, Quote, QuoteKind, QuotePair, Severity

_TURNED = "The sense may turn"
_FEW = 3  # words that stand for one another
_TELLING = 0.4
_MARKED = frozenset({QuoteKind.DIRECT, QuoteKind.PARTIAL})


def find(material: Material) -> Iterator[Check]:
    """At most one question for each utterance that several articles give: the gravest of its pairs."""
    quotes = {one.quote_id: one for some in material.quotes.values() for one in some}
    asked: dict[str, tuple[int, Check]] = {}
    for pair in material.pairs:
        one, two = quotes.get(pair.quote_a), quotes.get(pair.quote_b)
        if one is None or two is None:
            continue
        found = _question(pair, one, two)
        if found is not None and found[0] > asked.get(pair.utterance_id, (0, None))[0]:
            asked[pair.utterance_id] = found
    yield from (check for _, check in asked.values())


def _question(pair: QuotePair, one: Quote, two: Quote) -> tuple[int, Check] | None:
    passages = [one.passage, two.passage]
    both = f"{words(one.passage)} / {words(two.passage)}"
    if pair.conflict:
        message = f"Who said it? {pair.conflict}: {both}."
        return 3, ask(CheckKind.CONTRADICTION, "speaker", message, passages, severity=Severity.WARNING)
    if pair.note and _TURNED in pair.note:
        message = f"Do both say the same? {pair.note[pair.note.index(_TURNED) :]} {both}"
        return 2, ask(CheckKind.CONTRADICTION, "sense", message, passages, severity=Severity.WARNING)
    if pair.relation is Fidelity.ALTERED and {one.kind, two.kind} <= _MARKED:
        swapped = _swapped(pair)
        if swapped:
            message = f"The words differ inside the quote marks ({swapped}): {both}. Which were said?"
            return 1, ask(CheckKind.CONTRADICTION, "altered", message, passages)
    return None


def _swapped(pair: QuotePair) -> str:
    """The words that stand for one another, where they are few: more, and the quotes are of two sentences."""
    swaps = [(edit.a, edit.b) for edit in pair.changes if edit.kind is EditKind.REPLACED and not edit.outside]
    few = [(a, b) for a, b in swaps if a and b and max(len(a.surface.split()), len(b.surface.split())) <= _FEW]
    few = [swap for swap in few if all(any(weight(word) >= _TELLING for word in side.surface.split()) for side in swap)]
    if not few or len(few) < len(swaps) or len(swaps) > _FEW:
        return ""
    return "; ".join(f"{words(a)} / {words(b)}" for a, b in few)
