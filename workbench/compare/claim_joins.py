"""Figures of several quantities that are one claim: the same telling number of the same thing, in other words.

"Rejected a $14.2 billion approach" here and "spurned a $14.2 billion offer" there are no two claims, each source silent
on the other's. Only a number that is seldom met by chance joins: one of three figures or more, or of two with the noun.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.compare import verdicts
from workbench.compare.spelling import concept, weight
from workbench.language import Parsed
from workbench.model import Figure, FigureKind, Quantity, Standing

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_TELLING = 3  # digits that count, of a number that tells by itself
_FEW = 2  # of one that tells with the noun counted
_LEAST = 10
_HOMES = 40  # things with one number that a quantity is held against


def joined(quantities: Sequence[Quantity], parsed: Mapping[str, Parsed]) -> list[Quantity]:
    """The quantities, those of different articles that state one telling number of one thing made one, in their order.

    The first of such keeps its place; the name is that of the one with most sources.
    """
    said = _Sentences(parsed)
    groups: list[list[Quantity]] = []
    by_value: dict[float, list[int]] = defaultdict(list)
    for quantity in quantities:
        value = _value(quantity)
        places = by_value[value] if value is not None else []
        looked = places[:_HOMES]
        home = next((at for at in looked if all(_same(said, quantity, other) for other in groups[at])), None)
        if home is None:
            places.append(len(groups))
            groups.append([quantity])
        else:
            groups[home].append(quantity)
    return [_one(group) for group in groups]


def _one(group: Sequence[Quantity]) -> Quantity:
    named = max(group, key=lambda quantity: len(quantity.sources))
    figures = tuple(figure for quantity in group for figure in quantity.figures)
    sources = tuple(dict.fromkeys(source for quantity in group for source in quantity.sources))
    return replace(named, figures=figures, sources=sources) if len(group) > 1 else named


def _value(quantity: Quantity) -> float | None:
    """The number that all figures of a quantity have, where it is seldom met by chance, or is an age."""
    measures = {figure.measure.value for figure in quantity.figures}
    value = next(iter(measures)) if len(measures) == 1 else None
    doubted = any(figure.standing in (Standing.DENIED, Standing.SUPPOSED) for figure in quantity.figures)
    if value is None or doubted or (value < _LEAST and value == int(value)) or _digits(value) < _FEW:
        return None
    return value


def _digits(value: float) -> int:
    """How many digits of a number count.

    >>> _digits(14.2e9), _digits(23000), _digits(5000), _digits(48.31)
    (3, 2, 1, 4)
    """
    return len(f"{value:.10g}".replace(".", "").partition("e")[0].strip("0"))


def _same(said: "_Sentences", one: Quantity, two: Quantity) -> bool:
    if set(one.sources) & set(two.sources):
        return False
    a, b = verdicts.best(one.figures), verdicts.best(two.figures)
    if (a.kind is FigureKind.AGE) != (b.kind is FigureKind.AGE) or (one.unit and two.unit and one.unit != two.unit):
        return False
    shared = said.of(a) & said.of(b)
    if a.kind is FigureKind.AGE or _digits(a.measure.value or 0) >= _TELLING:
        return bool(shared)
    counted = _nouns(a) & said.of(b) | _nouns(b) & said.of(a)
    return bool(counted) and one.unit == two.unit and len(shared) >= _FEW


def _nouns(figure: Figure) -> set[str]:
    return {concept(word) for word in (figure.counted or "").split() if word.isalpha() and weight(word) == 1}


class _Sentences:
    """What the sentences of figures are about, each read once."""

    def __init__(self, parsed: Mapping[str, Parsed]) -> None:
        self._parsed = parsed
        self._known: dict[str, set[str]] = {}

    def of(self, figure: Figure) -> set[str]:
        """The concepts of the words of content beside a figure."""
        if figure.figure_id not in self._known:
            self._known[figure.figure_id] = set(self._read(figure))
        return self._known[figure.figure_id]

    def _read(self, figure: Figure) -> Iterable[str]:
        passage = figure.passage
        one = self._parsed.get(passage.article_id)
        for part in (one.part_at(passage.start),) if one else ():
            if part is None:
                continue
            start, end = passage.start - part.start, min(passage.end - part.start, len(part.text))
            span = part.doc.char_span(start, end, alignment_mode="expand")
            for token in span[0].sent if span else ():
                if token.is_alpha and token.pos_ in _CONTENT and weight(token.lemma_) == 1:
                    yield concept(token.lemma_)
